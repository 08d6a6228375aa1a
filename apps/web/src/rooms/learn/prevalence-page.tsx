import { type PrevalenceRow, prevalence, prevalenceSentences } from '@stria/care';
import type { JSX } from 'react';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';

/** How common marks are, as counted, without a word about how anybody ought to look. */
export function PrevalencePage(): JSX.Element {
  const [first, ...more] = prevalenceSentences;
  return (
    <Page title="How common they are" back={{ to: '/learn', label: 'Learn' }} lead={first?.says}>
      {first === undefined ? null : <Sources ids={first.sources} about={first.says} />}
      <Card title="Of 100 people, how many have them">
        <ul className="plain reasons">
          {prevalence.map((row) => (
            <li key={row.who}>
              <p>
                <strong>{row.who}:</strong> {share(row)}
              </p>
              <Bar row={row} />
              <p className="small soft">{row.counted}</p>
              <Sources ids={row.sources} about={row.who} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title="What goes with it">
        <ul className="plain reasons">
          {more.map((s) => (
            <li key={s.says}>
              <p>{s.says}</p>
              <Sources ids={s.sources} about={s.says} />
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

const share = ({ fromPercent, toPercent }: PrevalenceRow): string =>
  fromPercent === toPercent ? `about ${fromPercent}` : `${fromPercent} to ${toPercent}`;

/** From the lowest to the highest count; a single count is a short mark. The words above say the same. */
function Bar({ row }: { readonly row: PrevalenceRow }): JSX.Element {
  const width = Math.max(2, row.toPercent - row.fromPercent);
  return (
    <svg className="share-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-all" width="100" height="6" rx="3" />
      <rect className="share-some" x={Math.min(row.fromPercent, 100 - width)} width={width} height="6" rx="1" />
    </svg>
  );
}
