import { evidenceGradeWords, type Method, type MethodColumn, methodColumns, methodColumnWords, methods } from '@stria/care';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { useWide } from './wide.ts';

/** What people do about marks, side by side: a table where there is room, one card a method on a phone. */
export function MethodsPage(): JSX.Element {
  const wide = useWide();
  return (
    <Page
      title="What people do"
      back={{ to: '/learn', label: 'Learn' }}
      lead="None of these makes a mark disappear. Most change little. Doing nothing is a choice like any other."
      wide={wide}
    >
      {wide ? <MethodTable /> : methods.map((m) => <MethodCard key={m.id} method={m} />)}
      <p>
        <Link to="/method">Note what you do now</Link>
      </p>
    </Page>
  );
}

function MethodTable(): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways has to be reachable by keyboard
    <section className="scroll methods-scroll" tabIndex={0} aria-label="Methods side by side">
      <table className="methods-table">
        <thead>
          <tr>
            <th scope="col">Method</th>
            {methodColumns.map((column) => (
              <th key={column} scope="col">
                {methodColumnWords[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {methods.map((m) => (
            <tr key={m.id} data-method={m.id}>
              <th scope="row">
                {m.name}
                <Tags method={m} />
              </th>
              {methodColumns.map((column) => (
                <td key={column} data-column={column}>
                  <CellWords method={m} column={column} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const firstColumns: readonly MethodColumn[] = ['evidence', 'place'];

function MethodCard({ method: m }: { readonly method: Method }): JSX.Element {
  const row = (column: MethodColumn) => (
    <div key={column} data-column={column}>
      <dt>{methodColumnWords[column]}</dt>
      <dd>
        <CellWords method={m} column={column} />
      </dd>
    </div>
  );
  return (
    <div data-method={m.id}>
      <Card title={m.name}>
        <Tags method={m} />
        <dl className="method">{firstColumns.map(row)}</dl>
        <details className="more">
          <summary>
            How it acts, afterwards, pain, cost<span className="hidden-text">: {m.name}</span>
          </summary>
          <dl className="method">{methodColumns.filter((c) => !firstColumns.includes(c)).map(row)}</dl>
        </details>
      </Card>
    </div>
  );
}

function CellWords({ method, column }: { readonly method: Method; readonly column: MethodColumn }): JSX.Element {
  const cell = method.cells[column];
  if ('unknown' in cell) return <span className="soft">{cell.says}</span>;
  return (
    <>
      {cell.says}
      <Sources ids={cell.sources} about={`${method.name}, ${methodColumnWords[column]}`} />
    </>
  );
}

const Tags = ({ method: m }: { readonly method: Method }): JSX.Element => (
  <span className="tags">
    <span className="tag">{evidenceGradeWords[m.grade]}</span>
    <span className="tag">{placeWords(m)}</span>
  </span>
);

function placeWords(m: Method): string {
  if (m.home && m.clinic) return 'at home or in a clinic';
  return m.home ? 'at home' : 'not at home';
}
