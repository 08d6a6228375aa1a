import { type Expectations, expectations } from '@stria/report';
import { type JSX, useId } from 'react';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { Agreement } from './agreement.tsx';
import { ExpectationChart } from './expectation-chart.tsx';

/** What was published about sessions and change, as a picture and as a table, and what nobody knows. */
export function Expect(): JSX.Element {
  const model = expectations();
  const [first, ...cautions] = model.sentences;
  return (
    <Page title="What to expect" back={{ to: '/start', label: 'May I?' }} lead={first?.says}>
      <Picture model={model} />
      <Card title="Please read this with it">
        <ul className="plain reasons">
          {cautions.map((s) => (
            <li key={s.says}>
              <p>{s.says}</p>
              <Sources ids={s.sources} about={s.says} />
            </li>
          ))}
        </ul>
      </Card>
      <Agreement />
      <div className="actions">
        <ButtonLink to="/start/goals">Go on</ButtonLink>
      </div>
      <p className="small soft">You may go on without the tick. A plan needs it.</p>
    </Page>
  );
}

function Picture({ model }: { readonly model: Expectations }): JSX.Element {
  const id = useId();
  return (
    <Card title={model.title}>
      <figure className="figure" aria-labelledby={id}>
        <ExpectationChart model={model} />
        <figcaption id={id}>
          {model.y.label}, after so many sessions in a clinic. Thick: the people in the middle. Thin: everybody in the series.
        </figcaption>
      </figure>
      <ol className="chart-key">
        {model.points.map((p) => (
          <li key={p.id}>{p.says}</li>
        ))}
      </ol>
      <details className="more">
        <summary>The same as a table, with the series that do not fit the picture</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reachable by keyboard */}
        <section className="scroll" tabIndex={0} aria-label={model.table.caption}>
          <table>
            <caption className="hidden-text">{model.table.caption}</caption>
            <thead>
              <tr>
                {model.table.head.map((h) => (
                  <th key={h} scope="col">
                    {h}
                  </th>
                ))}
                <th scope="col">Sources</th>
              </tr>
            </thead>
            <tbody>
              {model.table.rows.map((row) => (
                <tr key={row.cells[0]}>
                  {row.cells.map((cell, i) =>
                    i === 0 ? (
                      <th key={model.table.head[i]} scope="row">
                        {cell}
                      </th>
                    ) : (
                      <td key={model.table.head[i]}>{cell}</td>
                    ),
                  )}
                  <td>
                    <Sources ids={row.sources} about={row.cells[0] ?? 'this series'} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </Card>
  );
}
