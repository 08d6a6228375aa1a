import type { JSX } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Sources } from '../../parts/sources.tsx';
import type { Evidence } from './evidence.ts';
import { EvidencePage } from './evidence-page.tsx';
import { GradeTags } from './grade-tags.tsx';

const topics: Record<Evidence['guidelines'][number]['topic'], string> = {
  before: 'Before you begin',
  needle: 'The needle',
  during: 'During a session',
  after: 'Afterwards',
  help: 'When to get help',
  law: 'What the law says',
};

/** The library: what guidelines, regulators, labels and reviews advise, in our words, with what stria does about it. */
export function GuidelinesPage(): JSX.Element {
  return (
    <EvidencePage
      title="What guidelines say"
      lead={(e) => (
        <>
          {e.guidelines.length} pieces of advice, gathered so that nobody has to search. They are kept on this device and open
          without a network.
        </>
      )}
    >
      {(e) => (
        <>
          {Object.entries(topics).map(([topic, title]) => (
            <Card key={topic} title={title}>
              <ul className="plain reasons">
                {e.guidelines
                  .filter((g) => g.topic === topic)
                  .map((g) => (
                    <li key={g.id} data-guideline={g.id}>
                      <h3>{g.title}</h3>
                      <p>{g.says}</p>
                      <p>
                        <strong>Here:</strong> {g.here}
                      </p>
                      <GradeTags ids={g.sources} evidence={e} />
                      <Sources ids={g.sources} about={g.title} />
                    </li>
                  ))}
              </ul>
            </Card>
          ))}
          <p className="small soft">
            Version {e.evidenceVersion}. “Looked at” is the day on which the row was last gone through, not the day of the text
            behind it. Where two of them disagree: <Link to="/learn/disagreements">see the disagreements</Link>.
          </p>
        </>
      )}
    </EvidencePage>
  );
}
