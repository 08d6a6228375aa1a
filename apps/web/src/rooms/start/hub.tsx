import './hub.css';
import { goalWords, holdOf, type Standing, standingOn } from '@stria/care';
import { placeName, type RecordState } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { today, useKeep } from '../../keep/index.ts';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Icon } from '../../parts/icon.tsx';
import { Page } from '../../parts/page.tsx';
import { decisionTitle } from '../verdict-words.ts';
import { hasAgreed } from './agreement.tsx';
import { capital } from './places-list.tsx';

interface Step {
  readonly to: string;
  readonly name: string;
  readonly says: string;
  readonly done: boolean;
}

/** The way at a glance: what is done, what comes next; every step can be opened again at any time. */
export function Hub(): JSX.Element {
  const { state } = useKeep();
  const steps = stepsOf(state, standingOn(state, today()));
  const next = steps.findIndex((s) => !s.done);
  return (
    <Page
      title="May I?"
      lead="Whether needling at home is something you may do, step by step. You can stop anywhere; photos and notes are open to you whatever comes out."
    >
      <ol className="plain steps">
        {steps.map((step, i) => (
          <li key={step.to} className={i === next ? 'step step-next' : 'step'}>
            <span className={step.done ? 'step-mark step-done' : 'step-mark'} aria-hidden="true">
              {step.done ? <Icon name="go" /> : i + 1}
            </span>
            <span>
              <Link to={step.to} className="step-name">
                {step.name}
              </Link>
              <span className="step-says">
                {step.done ? <span className="hidden-text">Done. </span> : null}
                {step.says}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <Beside state={state} />
    </Page>
  );
}

/** What helps and never has to be. */
function Beside({ state }: { readonly state: RecordState }): JSX.Element {
  const { controlRegion, onset, answersHistory } = state;
  return (
    <Card title="If you like">
      <ul className="plain beside">
        <li>
          <Link to="/start/onset">When the marks came</Link>
          <span className="small soft">{onset === undefined ? 'A line with months, as far as you know.' : 'Noted.'}</span>
        </li>
        <li>
          <Link to="/start/control">A mark that is left alone</Link>
          <span className="small soft">
            {controlRegion === undefined
              ? 'To compare the others with.'
              : `${capital(placeName(controlRegion.body.zone, controlRegion.body.side))}: ${controlRegion.body.says}`}
          </span>
        </li>
        <li>
          <Link to="/method">What you do now</Link>
          <span className="small soft">Watching, a cream, an oil, or nothing at all.</span>
        </li>
        {answersHistory.length === 0 ? null : (
          <li>
            <Link to="/start/history">Your answers over time</Link>
            <span className="small soft">
              {answersHistory.length === 1 ? 'Answered once.' : `Answered ${answersHistory.length} times.`}
            </span>
          </li>
        )}
      </ul>
    </Card>
  );
}

function stepsOf(state: RecordState, standing: Standing | undefined): Step[] {
  const { answers, consult, goal, plan } = state;
  return [
    {
      to: '/start/expect',
      name: 'What to expect',
      says: 'What trials found, and that marks stay.',
      done: hasAgreed(state),
    },
    {
      to: '/start/goals',
      name: 'What you would like to follow',
      says:
        goal === undefined
          ? 'Softer, paler, narrower, or just track.'
          : goal.body.goals.map((g) => goalWords[g].title).join('; '),
      done: goal !== undefined || answers !== undefined,
    },
    {
      to: '/start/questions',
      name: 'The questions',
      says:
        answers === undefined
          ? 'About three minutes. “Not sure” is always an answer.'
          : `Answered on ${dayWithYear(answers.body.asOf)}.`,
      done: answers !== undefined,
    },
    {
      to: '/start/verdict',
      name: 'What the rules say',
      says: verdictSays(state, standing),
      done: standing !== undefined,
    },
    {
      to: consult === undefined ? '/start/consult-sheet' : '/start/consult',
      name: 'A doctor’s word',
      says: consultSays(state, standing),
      done: standing?.consult === 'counts',
    },
    {
      to: '/start/plan',
      name: 'A plan with dates',
      says:
        plan === undefined
          ? 'Sessions at least 28 days apart.'
          : `${plan.body.sessions.length} sessions from ${dayWithYear(plan.body.start)}.`,
      done: plan !== undefined,
    },
  ];
}

function verdictSays(state: RecordState, standing: Standing | undefined): string {
  if (standing === undefined) return 'Comes out of your answers, with every reason.';
  const hold = state.plan === undefined ? 'open' : holdOf(state);
  if (hold !== 'open') return `A check-in has ${hold} the plan.`;
  return `${decisionTitle[standing.verdict.decision]}.`;
}

function consultSays(state: RecordState, standing: Standing | undefined): string {
  if (state.consult === undefined) return 'A sheet to take along, and a place to note what was said.';
  if (standing?.consult === 'voided') return 'An answer has changed since you asked. Please ask again.';
  return `Asked on ${dayWithYear(state.consult.body.on)}.`;
}
