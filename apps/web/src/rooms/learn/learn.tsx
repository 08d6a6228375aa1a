import { methods } from '@stria/care';
import type { JSX } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { clinicallyReviewedBy, notAdvice } from '../purpose.ts';
import { Disagreements, OneDisagreement } from './disagreements.tsx';
import { GuidelinesPage } from './guidelines-page.tsx';
import './learn.css';
import { MethodsPage } from './methods-page.tsx';
import { PrevalencePage } from './prevalence-page.tsx';
import { RisksPage } from './risks-page.tsx';
import { OneSource, SourceList } from './source-pages.tsx';

/** What is known: methods side by side, risks, guidelines, and every source behind every rule. */
export default function Learn(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Contents />} />
      <Route path="methods" element={<MethodsPage />} />
      <Route path="risks" element={<RisksPage />} />
      <Route path="common" element={<PrevalencePage />} />
      <Route path="guidelines" element={<GuidelinesPage />} />
      <Route path="disagreements" element={<Disagreements />} />
      <Route path="disagreements/:id" element={<OneDisagreement />} />
      <Route path="sources" element={<SourceList />} />
      <Route path="sources/:id" element={<OneSource />} />
      <Route path="*" element={<Contents />} />
    </Routes>
  );
}

const contents: readonly (readonly [title: string, rows: readonly (readonly [to: string, name: string, says: string])[]])[] = [
  [
    'About marks',
    [
      ['/learn/common', 'How common they are', 'Very: counted in different places and ages.'],
      ['/start/expect', 'What to expect', 'Sessions against change, as published, and what nobody knows.'],
    ],
  ],
  [
    'About needling and the rest',
    [
      [
        '/learn/methods',
        'What people do',
        `${methods.length} ways side by side: what was found, pain, what comes after, at home or not.`,
      ],
      ['/learn/risks', 'What can go wrong', 'Common, less common, serious; what your answers raise stands first.'],
      ['/learn/guidelines', 'What guidelines say', 'Advice of health services, regulators and labels, in short.'],
    ],
  ],
  [
    'Where it comes from',
    [
      ['/learn/disagreements', 'Where sources disagree', 'Each side, what stria does, and why. It takes the more careful one.'],
      ['/learn/sources', 'Where we read it', 'Every fact behind a rule, its source, and how closely we read it.'],
    ],
  ],
];

function Contents(): JSX.Element {
  return (
    <Page
      title="Learn"
      lead="What people do about stretch marks, what was found out, and where we read it. All of it opens offline."
    >
      {contents.map(([title, rows]) => (
        <Card key={title} title={title}>
          <ul className="plain facts">
            {rows.map(([to, name, says]) => (
              <li key={to} className="learn-row">
                <Link to={to}>{name}</Link>
                <span className="small soft">{says}</span>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <p className="small soft">
        {notAdvice} {clinicallyReviewedBy}
      </p>
    </Page>
  );
}
