import { type JSX, useDeferredValue, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Field } from '../../parts/field.tsx';
import type { Evidence } from './evidence.ts';
import { EvidencePage } from './evidence-page.tsx';

type Fact = Evidence['allFacts'][number];
type Source = Evidence['allSources'][number];

/** All facts by topic, to be looked through or searched. */
export function SourceList(): JSX.Element {
  return (
    <EvidencePage
      title="Where we read it"
      lead={(e) =>
        `${e.allFacts.length} facts from ${e.allSources.length} sources. That a fact stands here means that its source says so.`
      }
    >
      {(e) => <Topics evidence={e} />}
    </EvidencePage>
  );
}

function Topics({ evidence: e }: { readonly evidence: Evidence }): JSX.Element {
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const matches = (f: Fact) =>
    `${f.id} ${f.claim} ${f.value} ${f.population} ${f.source} ${e.gradeWords[f.grade].name}`.toLowerCase().includes(wanted);
  return (
    <>
      <Field label="Search" value={search} onChange={setSearch} maxLength={60} />
      {Object.entries(e.topics).map(([letter, topic]) => {
        const facts = e.allFacts.filter((f) => f.id.startsWith(letter) && matches(f));
        return facts.length === 0 ? null : (
          <details key={letter} className="more topic" open={wanted !== ''}>
            <summary>
              {topic} ({facts.length})
            </summary>
            <FactList facts={facts} evidence={e} />
          </details>
        );
      })}
      <details className="more topic">
        <summary>What the grades mean</summary>
        <dl className="method">
          {e.grades.map((grade) => (
            <div key={grade}>
              <dt>{e.gradeWords[grade].name}</dt>
              <dd>{e.gradeWords[grade].means}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function FactList({ facts, evidence }: { readonly facts: readonly Fact[]; readonly evidence: Evidence }): JSX.Element {
  return (
    <ul className="plain facts">
      {facts.map((f) => (
        <li key={f.id}>
          <Link to={`/learn/sources/${f.id}`}>{f.claim}</Link>
          <span className="small soft">
            {f.value} · {evidence.gradeWords[f.grade].name}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One fact with its source, or one source with its facts. */
export function OneSource(): JSX.Element {
  const { id = '' } = useParams();
  return (
    <EvidencePage
      title="One source"
      titled={(e) => e.fact(id)?.claim ?? e.sourceOf(id)?.title}
      back={{ to: '/learn/sources', label: 'Where we read it' }}
    >
      {(e) => {
        const source = e.sourceOf(id);
        if (source === undefined) return <p>There is no such source. The address may have been cut off.</p>;
        const fact = e.fact(id);
        const others = e.allFacts.filter((f) => f.source === source.id && f.id !== id);
        return (
          <>
            {fact === undefined ? null : <FactCard fact={fact} evidence={e} />}
            <Against id={id} evidence={e} />
            <SourceCard source={source} evidence={e} />
            {others.length === 0 ? null : (
              <Card title={fact === undefined ? 'What we took from it' : 'Other facts from it'}>
                <FactList facts={others} evidence={e} />
              </Card>
            )}
          </>
        );
      }}
    </EvidencePage>
  );
}

function FactCard({ fact, evidence: e }: { readonly fact: Fact; readonly evidence: Evidence }): JSX.Element {
  const { name, means } = e.gradeWords[fact.grade];
  return (
    <Card title="What it says" eyebrow={`Fact ${fact.id}`} main>
      <p className="fact-value">{fact.value}</p>
      <dl className="method">
        <div>
          <dt>On whom or what</dt>
          <dd>{fact.population}</dd>
        </div>
        <div>
          <dt>Grade</dt>
          <dd>
            <strong>{name}.</strong> {means}
          </dd>
        </div>
        <div>
          <dt>How closely we read it</dt>
          <dd>{e.basisWords[fact.basis]}</dd>
        </div>
        <div>
          <dt>Looked at on</dt>
          <dd>{dayWithYear(e.evidenceReviewedOn)}</dd>
        </div>
      </dl>
    </Card>
  );
}

/** What contradicts it, with the row of the ledger where both sides stand. */
function Against({ id, evidence: e }: { readonly id: string; readonly evidence: Evidence }): JSX.Element | null {
  const found = e.contradictions(id);
  if (found.length === 0) return null;
  return (
    <Card title="Others say otherwise">
      <ul className="plain reasons">
        {found.map(({ conflict, against }) => (
          <li key={conflict.id}>
            <p>
              <Link to={`/learn/disagreements/${conflict.id}`}>{conflict.topic}</Link>
            </p>
            <ul className="small">
              {against.map((other) => (
                <li key={other}>
                  <Link to={`/learn/sources/${other}`}>{e.fact(other)?.claim ?? e.sourceOf(other)?.title ?? other}</Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function SourceCard({ source, evidence: e }: { readonly source: Source; readonly evidence: Evidence }): JSX.Element {
  return (
    <Card title="The source">
      <p>
        {source.authors} ({source.year}). {source.title}. <em>{source.journal}</em>.
      </p>
      <p className="small soft">Looked at on {dayWithYear(e.evidenceReviewedOn)}.</p>
      {source.doi === undefined ? null : <p className="small">DOI {source.doi}</p>}
      {source.url === undefined ? null : (
        <p className="small">
          <a href={source.url} rel="noreferrer noopener" target="_blank">
            Open it on another site
          </a>
        </p>
      )}
    </Card>
  );
}
