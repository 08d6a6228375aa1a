import { evidenceGradeWords, type Method, methods } from '@stria/care';
import type { JSX } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { clinicallyReviewedBy, notAdvice } from '../purpose.ts';
import { Disagreements } from './disagreements.tsx';
import { OneSource, SourceList } from './source-pages.tsx';

/** What is known: methods side by side, and every source behind every rule. */
export default function Learn(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Contents />} />
      <Route path="methods" element={<Methods />} />
      <Route path="disagreements" element={<Disagreements />} />
      <Route path="sources" element={<SourceList />} />
      <Route path="sources/:id" element={<OneSource />} />
      <Route path="*" element={<Contents />} />
    </Routes>
  );
}

function Contents(): JSX.Element {
  return (
    <Page title="Learn" lead="What people do about stretch marks, what was found out, and where we read it.">
      <div className="tiles">
        <Card title="What people do">
          <p>Ten ways side by side, doing nothing among them: how each is thought to act, and what trials showed.</p>
          <p>
            <Link to="/learn/methods">Compare the methods</Link>
          </p>
        </Card>
        <Card title="What to expect">
          <p>Sessions against change, as published, with how little is known for short needles.</p>
          <p>
            <Link to="/start/expect">See the picture</Link>
          </p>
        </Card>
        <Card title="Where sources disagree">
          <p>Both sides, what stria does, and why. It takes the more careful side.</p>
          <p>
            <Link to="/learn/disagreements">See the disagreements</Link>
          </p>
        </Card>
        <Card title="Where we read it">
          <p>Every fact behind a rule, its source, and how closely we read it.</p>
          <p>
            <Link to="/learn/sources">Open the sources</Link>
          </p>
        </Card>
      </div>
      <p className="small soft">
        {notAdvice} {clinicallyReviewedBy}
      </p>
    </Page>
  );
}

function Methods(): JSX.Element {
  return (
    <Page
      title="What people do"
      back={{ to: '/learn', label: 'Learn' }}
      lead="None of these makes a mark disappear. Most change little."
    >
      {methods.map((m) => (
        <MethodCard key={m.id} method={m} />
      ))}
    </Page>
  );
}

function MethodCard({ method: m }: { readonly method: Method }): JSX.Element {
  return (
    <Card title={m.name}>
      <p className="tags">
        <span className="tag">{evidenceGradeWords[m.grade]}</span>
        <span className="tag">{placeWords(m)}</span>
      </p>
      <dl className="method">
        <div>
          <dt>How it is thought to act</dt>
          <dd>{m.mechanism}</dd>
        </div>
        <div>
          <dt>What was found</dt>
          <dd>{m.evidence}</dd>
        </div>
        <div>
          <dt>Afterwards</dt>
          <dd>{m.downtime}</dd>
        </div>
        <div>
          <dt>Mind</dt>
          <dd>{m.mind}</dd>
        </div>
      </dl>
      <Sources ids={m.sources} about={m.name} />
    </Card>
  );
}

function placeWords(m: Method): string {
  if (m.home && m.clinic) return 'at home or in a clinic';
  return m.home ? 'at home' : 'in a clinic only';
}
