import type { JSX } from 'react';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { useEvidence } from './evidence.ts';

/** Where sources contradict one another, or say more than was shown: both sides, what was chosen, and why. */
export function Disagreements(): JSX.Element {
  const loaded = useEvidence();
  const back = { to: '/learn', label: 'Learn' };
  if (typeof loaded === 'string')
    return (
      <Page title="Where sources disagree" back={back}>
        {<p role="status">{loaded}</p>}
      </Page>
    );
  return (
    <Page title="Where sources disagree" back={back} lead="Nobody is hidden: each side stands with its sources.">
      {loaded.conflicts.map((c) => (
        <Card key={c.id} title={c.topic}>
          <ul className="plain reasons">
            {c.sides.map((side) => (
              <li key={side.says}>
                <p>{side.says}</p>
                <Sources ids={side.sources} about={side.says} />
              </li>
            ))}
          </ul>
          <dl className="method">
            <div>
              <dt>What stria does</dt>
              <dd>{c.chosen}</dd>
            </div>
            <div>
              <dt>Why</dt>
              <dd>{c.why}</dd>
            </div>
          </dl>
        </Card>
      ))}
    </Page>
  );
}
