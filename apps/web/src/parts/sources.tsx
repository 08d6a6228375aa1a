import type { SourceId } from '@stria/record';
import { type JSX, useState } from 'react';
import { Link } from 'react-router';

type Evidence = typeof import('@stria/record/evidence');

/**
 * “Why?”: where a rule or a number comes from, what kind of statement that is, and whether others say otherwise. The evidence is
 * large and most people never open it, so it is loaded when the first one is opened; once the app was there, also offline.
 */
export function Sources(props: {
  readonly ids: readonly SourceId[];
  readonly about?: string;
  /** The reason in a sentence, above its sources. */
  readonly says?: string;
}): JSX.Element | null {
  const [evidence, setEvidence] = useState<Evidence>();
  const [failed, setFailed] = useState(false);
  if (props.ids.length === 0) return null;
  const load = () => {
    if (evidence !== undefined) return;
    import('@stria/record/evidence').then(setEvidence, () => setFailed(true));
  };
  return (
    <details className="sources no-print" onToggle={load}>
      <summary>
        Why?
        {props.about === undefined ? null : <span className="hidden-text"> Sources for: {props.about}</span>}
      </summary>
      {props.says === undefined ? null : <p className="small">{props.says}</p>}
      {failed ? <p className="small">The sources could not be loaded. Reload the page when you are online.</p> : null}
      {evidence === undefined ? null : (
        <ul className="stack-tight">
          {[...new Set(props.ids)].map((id) => (
            <li key={id}>
              <OneCitation id={id} evidence={evidence} />
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

function OneCitation({ id, evidence }: { readonly id: SourceId; readonly evidence: Evidence }): JSX.Element {
  if (id === 'convention') return <>{evidence.citation(id)}</>;
  const grade = evidence.fact(id)?.grade;
  return (
    <>
      {grade === undefined ? null : <strong>{evidence.gradeWords[grade].name}: </strong>}
      {evidence.citation(id)} <Link to={`/learn/sources/${id}`}>Read more</Link>
      {evidence.contradictions(id).length === 0 ? null : ' Others say otherwise.'}
    </>
  );
}
