import { evidenceGradeWords, isNoGo, methods } from '@stria/care';
import { type SourceId, type Zone, zoneNames, zones } from '@stria/record';
import { type JSX, useEffect, useState } from 'react';
import { Link, Navigate, useNavigate, useParams } from 'react-router';
import { keep, today, useAct, useKeep } from '../../keep/index.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Choices } from '../../parts/choice.tsx';
import { ErrorNotice, Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { runningMethods, whatOf } from './chosen.ts';

/** One method before it is begun: what trials showed stands first, with its sources in the open. */
export function Choose(): JSX.Element {
  const { method: id } = useParams();
  const { state } = useKeep();
  const navigate = useNavigate();
  const { busy, problems, run } = useAct();
  const [where, setWhere] = useState<readonly string[]>(() => [...(state.answers?.body.zones ?? [])]);
  const method = methods.find((m) => m.id === id);
  if (method === undefined) return <Navigate to="/method" replace />;
  const running = runningMethods(state).some((r) => r.id === method.id);
  const topical = whatOf[method.id] !== undefined;
  const places = zones.filter((z) => !isNoGo(z));
  const begin = async () => {
    const chosen = places.filter((z) => where.includes(z));
    const zonesBody: { zones?: Zone[] } = topical && chosen.length > 0 ? { zones: chosen } : {};
    const body = { method: method.id, change: 'begun' as const, on: today(), ...zonesBody };
    if (await run(() => keep.append('method', body))) await navigate('/method', { replace: true });
  };
  return (
    <Page title={method.name} back={{ to: '/method', label: 'What I do now' }}>
      <Card title="What trials showed" main>
        <p>
          <span className="tag method-badge">{evidenceGradeWords[method.grade]}</span>
        </p>
        <p>{method.evidence}</p>
        <Citations ids={method.sources} />
      </Card>
      <dl className="method-facts">
        <dt>How it is thought to act</dt>
        <dd>{method.cells.mechanism.says}</dd>
        <dt>To mind</dt>
        <dd>{method.cells.mind.says}</dd>
      </dl>
      {topical ? (
        <details className="more">
          <summary>Where: {placeWords(where)}</summary>
          <fieldset>
            <legend className="hidden-text">Where? You may leave this out.</legend>
            <div className="method-places">
              <Choices
                name="where"
                kind="checkbox"
                options={places.map((z) => ({ value: z, label: zoneNames[z] }))}
                chosen={where}
                onChange={setWhere}
              />
            </div>
          </fieldset>
        </details>
      ) : null}
      {method.home ? null : (
        <Notice tone="info" title="Only in a clinic or on prescription">
          <p>You can note here that you do it, so that it stands beside your photos.</p>
        </Notice>
      )}
      {method.id === 'home-roller' ? (
        <Notice tone="ask" title="A roller needs an answer first">
          <p>
            Begin with the questions: <Link to="/start">May I?</Link> They say what the rules say, with every reason.
          </p>
        </Notice>
      ) : null}
      <ErrorNotice problems={problems} />
      <div className="actions">
        <Button busy={busy} waitsFor={running ? 'You have noted this already.' : undefined} onPress={() => void begin()}>
          I do this from today
        </Button>
      </div>
    </Page>
  );
}

function placeWords(where: readonly string[]): string {
  const names = zones.filter((z) => where.includes(z)).map((z) => zoneNames[z]);
  return names.length === 0 ? 'not said' : names.join(', ');
}

type Evidence = typeof import('@stria/record/evidence');

/** Sources in the open, where a choice rests on them. */
function Citations({ ids }: { readonly ids: readonly SourceId[] }): JSX.Element {
  const [evidence, setEvidence] = useState<Evidence>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    import('@stria/record/evidence').then(setEvidence, () => setFailed(true));
  }, []);
  if (failed) return <p className="small">The sources could not be loaded. Reload the page when you are online.</p>;
  if (evidence === undefined) return <p role="status">One moment…</p>;
  return (
    <ul className="plain citations small" aria-label="Sources">
      {ids.map((id) => (
        <li key={id}>
          {evidence.citation(id)} {id === 'convention' ? null : <Link to={`/learn/sources/${id}`}>Read more</Link>}
        </li>
      ))}
    </ul>
  );
}
