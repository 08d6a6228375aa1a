import { type JSX, useDeferredValue, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { type Evidence, useEvidence } from './evidence.ts';

type Fact = Evidence['allFacts'][number];

/** All facts by topic, to be looked through or searched. */
export function SourceList(): JSX.Element {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const loaded = useEvidence();
  const back = { to: '/learn', label: 'Learn' };
  if (typeof loaded === 'string')
    return (
      <Page title="Where we read it" back={back}>
        {<p role="status">{loaded}</p>}
      </Page>
    );
  const matches = (f: Fact) => `${f.id} ${f.claim} ${f.value} ${f.population} ${f.source}`.toLowerCase().includes(wanted);
  return (
    <Page
      title="Where we read it"
      back={back}
      lead={`${loaded.allFacts.length} facts from ${loaded.allSources.length} sources. That a fact stands here means that its source says so.`}
    >
      <Field label="Search" value={search} onChange={setSearch} maxLength={60} />
      {Object.entries(loaded.topics).map(([letter, topic]) => {
        const facts = loaded.allFacts.filter((f) => f.id.startsWith(letter) && matches(f));
        return facts.length === 0 ? null : (
          <details key={letter} className="more topic" open={wanted !== ''}>
            <summary>
              {topic} ({facts.length})
            </summary>
            <ul className="plain facts">
              {facts.map((f) => (
                <li key={f.id}>
                  <Link to={`/learn/sources/${f.id}`}>{f.claim}</Link>
                  <span className="small soft">{f.value}</span>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </Page>
  );
}

/** One fact or one source. */
export function OneSource(): JSX.Element {
  const { id = '' } = useParams();
  const loaded = useEvidence();
  const back = { to: '/learn/sources', label: 'Where we read it' };
  if (typeof loaded === 'string')
    return (
      <Page title="Source" back={back}>
        {<p role="status">{loaded}</p>}
      </Page>
    );
  const fact = loaded.fact(id);
  const source = loaded.sourceOf(id);
  if (source === undefined) {
    return (
      <Page title="There is no such source" back={back}>
        {null}
      </Page>
    );
  }
  const facts = loaded.allFacts.filter((f) => f.source === source.id);
  return (
    <Page title={fact?.claim ?? source.title} back={back}>
      {fact === undefined ? null : (
        <Card title="What it says">
          <p>{fact.value}</p>
          <dl className="method">
            <div>
              <dt>On whom or what</dt>
              <dd>{fact.population}</dd>
            </div>
            <div>
              <dt>How closely we read it</dt>
              <dd>{loaded.basisWords[fact.basis]}</dd>
            </div>
          </dl>
        </Card>
      )}
      <Card title="The source">
        <p>
          {source.authors} ({source.year}). {source.title}. <em>{source.journal}</em>.
        </p>
        {source.doi === undefined ? null : <p className="small">DOI {source.doi}</p>}
        {source.url === undefined ? null : (
          <p className="small">
            <a href={source.url} rel="noreferrer noopener" target="_blank">
              Open it on another site
            </a>
          </p>
        )}
      </Card>
      {facts.length < 2 ? null : (
        <Card title="Other facts from it">
          <ul className="plain facts">
            {facts
              .filter((f) => f.id !== id)
              .map((f) => (
                <li key={f.id}>
                  <Link to={`/learn/sources/${f.id}`}>{f.claim}</Link>
                </li>
              ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
