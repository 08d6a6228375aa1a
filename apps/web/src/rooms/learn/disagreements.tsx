import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Sources } from '../../parts/sources.tsx';
import type { Evidence } from './evidence.ts';
import { EvidencePage } from './evidence-page.tsx';
import { GradeTags } from './grade-tags.tsx';

type Conflict = Evidence['conflicts'][number];

/** Where sources contradict one another, or say more than was shown: what about, and what stria does. */
export function Disagreements(): JSX.Element {
  return (
    <EvidencePage
      title="Where sources disagree"
      lead={() => 'Nobody is hidden. Open one to see each side with its sources, what stria does, and why.'}
    >
      {(e) => (
        <>
          <List title="Between studies" list={e.conflicts.filter((c) => !c.id.startsWith('founding-'))} />
          <List
            title="Between studies and the texts that stria grew from"
            list={e.conflicts.filter((c) => c.id.startsWith('founding-'))}
          />
        </>
      )}
    </EvidencePage>
  );
}

function List({ title, list }: { readonly title: string; readonly list: readonly Conflict[] }): JSX.Element {
  return (
    <Card title={title}>
      <ul className="plain facts">
        {list.map((c) => (
          <li key={c.id}>
            <Link to={`/learn/disagreements/${c.id}`}>{c.topic}</Link>
            <span className="small soft">{c.chosen}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** One row of the ledger with both sides. */
export function OneDisagreement(): JSX.Element {
  const { id = '' } = useParams();
  return (
    <EvidencePage
      title="A disagreement"
      titled={(e) => e.conflicts.find((c) => c.id === id)?.topic}
      back={{ to: '/learn/disagreements', label: 'Where sources disagree' }}
    >
      {(e) => <Sides conflict={e.conflicts.find((c) => c.id === id)} evidence={e} />}
    </EvidencePage>
  );
}

function Sides({ conflict, evidence }: { readonly conflict: Conflict | undefined; readonly evidence: Evidence }): JSX.Element {
  if (conflict === undefined) return <p>There is no such disagreement. The address may have been cut off.</p>;
  return (
    <>
      <div className="sides">
        {conflict.sides.map((side, i) => (
          <Card key={side.says} title={sideTitle(conflict, i)}>
            {side.quoted === undefined ? null : (
              <p className="quoted">
                <q>{side.quoted}</q>
              </p>
            )}
            <p>{side.says}.</p>
            <GradeTags ids={side.sources} evidence={evidence} />
            <Sources ids={side.sources} about={side.says} />
          </Card>
        ))}
      </div>
      <Card title="What stria does" main>
        <p className="chosen">{conflict.chosen}</p>
        <p>
          <strong>Why:</strong> {conflict.why}
        </p>
      </Card>
    </>
  );
}

const sideTitle = (conflict: Conflict, i: number): string =>
  conflict.agree === true
    ? `Text ${i + 1}`
    : i === 0
      ? 'One side'
      : conflict.sides.length === 2
        ? 'The other side'
        : 'Another side';
