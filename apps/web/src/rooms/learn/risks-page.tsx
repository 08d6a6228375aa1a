import { type OwnRisk, riskGroups, riskGroupWords, riskSummary, risksFor } from '@stria/care';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useKeep } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';

/** “How safe is it?”: what can go wrong, with numbers or the word unknown, what the person's own answers raise first. */
export function RisksPage(): JSX.Element {
  const { state } = useKeep();
  const all = risksFor(state.answers?.body);
  const own = all.filter((r) => r.own.length > 0);
  return (
    <Page title="What can go wrong" back={{ to: '/learn', label: 'Learn' }} lead={riskSummary.says}>
      <Sources ids={riskSummary.sources} about={riskSummary.says} />
      {state.answers === undefined ? (
        <p className="soft">
          With your answers, what counts for you stands first. <Link to="/start/questions">Answer the questions</Link>
        </p>
      ) : null}
      {own.length === 0 ? null : (
        <Card title="What your answers raise" main>
          <p className="soft small">A count is what a study saw, not what will happen to you.</p>
          <RiskList list={own} />
        </Card>
      )}
      {riskGroups.map((group) => (
        <Card key={group} title={riskGroupWords[group].title}>
          <p className="soft">{riskGroupWords[group].says}</p>
          <RiskList list={all.filter((r) => r.own.length === 0 && r.risk.group === group)} />
        </Card>
      ))}
      <p className="small soft">
        If something is wrong now: <Link to="/help">Get help now</Link>.
      </p>
    </Page>
  );
}

function RiskList({ list }: { readonly list: readonly OwnRisk[] }): JSX.Element {
  if (list.length === 0) return <p>All of these stand above.</p>;
  return (
    <ul className="plain reasons">
      {list.map(({ risk, own }) => (
        <li key={risk.id} data-risk={risk.id}>
          <h3>{risk.name}</h3>
          {own.map((f) => (
            <p key={f.says} className="own-factor">
              {f.says}
              <span className="small soft"> ({riskGroupWords[risk.group].title.toLowerCase()})</span>
            </p>
          ))}
          <p>{risk.says}</p>
          <dl className="figures">
            {risk.figures.length === 0 ? (
              <div data-figure>
                <dt>How often: unknown</dt>
                <dd className="small soft">Nobody counted, in what we read.</dd>
              </div>
            ) : (
              risk.figures.map((f) => (
                <div key={f.says} data-figure>
                  <dt>{f.says}</dt>
                  <dd className="small soft">{f.population}</dd>
                </div>
              ))
            )}
          </dl>
          <Sources ids={[...risk.figures, risk, ...own].flatMap((part) => part.sources)} about={risk.name} />
        </li>
      ))}
    </ul>
  );
}
