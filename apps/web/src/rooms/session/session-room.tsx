import { hasSides, holdOf, laterDay, standingOf } from '@stria/care';
import { type Day, type RecordState, zoneNames } from '@stria/record';
import type { JSX } from 'react';
import { Link, Navigate, Route, Routes, useParams } from 'react-router';
import { dayAt, today, useKeep, useNow } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayFromToday, dayWithYear, dayWords } from '../../parts/day-words.ts';
import { Page } from '../../parts/page.tsx';
import { nextPlanned, type PlannedSession } from '../agenda.ts';
import { PlanHold } from '../plan-hold.tsx';
import { answersOfToday } from './answers-of-today.ts';
import { Begin } from './begin.tsx';
import { DayCheck } from './day-check.tsx';
import { QuizRoom } from './quiz-room.tsx';
import './session.css';
import { SessionDone } from './session-done.tsx';
import { SessionSteps } from './session-steps.tsx';

/** A session from the questions of the day to the closed chart. */
export default function SessionRoom(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Gate />} />
      <Route path="quiz" element={<QuizRoom />} />
      <Route path="check" element={<DayCheck />} />
      <Route path="begin" element={<Begin />} />
      <Route path=":id" element={<OneSession />} />
    </Routes>
  );
}

/** Where a session begins: the open one first, else the next date of the plan. */
function Gate(): JSX.Element {
  const { state } = useKeep();
  const open = state.sessions.findLast((s) => s.state === 'open');
  if (open !== undefined) return <Navigate to={`/session/${open.id}`} replace />;
  const next = nextPlanned(state);
  if (next === undefined) {
    return (
      <Page
        title={state.plan === undefined ? 'There is no plan yet' : 'The plan is done'}
        lead={
          state.plan === undefined
            ? 'A session belongs to a plan, and a plan to answers and a doctor’s word.'
            : 'All planned sessions are behind you. The last photo comes 12 weeks after the last one.'
        }
      >
        <div className="actions">
          {state.plan === undefined ? <ButtonLink to="/start">See what is next</ButtonLink> : null}
          <ButtonLink to="/photos" look={state.plan === undefined ? 'quiet' : 'main'}>
            Photos
          </ButtonLink>
        </div>
        <Earlier />
      </Page>
    );
  }
  const now = today();
  const early = next.on > now;
  const closed = !mayOpen(state, now);
  const ended = holdOf(state) === 'ended';
  if (state.answers?.body.setting === 'professional') return <ClinicLeads n={next.n} on={dayWords(next.on)} />;
  return (
    <Page
      title={`Session ${next.n}`}
      lead={ended ? 'This session will not take place.' : `Planned for ${dayWords(next.on)}, ${dayFromToday(next.on, now)}.`}
    >
      <PlanHold />
      {closed ? null : <Needed planned={next} />}
      <div className="actions">
        {ended ? null : early ? (
          <p>Session {next.n} opens on its day. Skin needs the weeks in between.</p>
        ) : closed ? null : (
          <ButtonLink to="/session/check">Begin session {next.n}</ButtonLink>
        )}
        <ButtonLink to="/photos/new" look="quiet">
          {closed ? 'Take a photo' : 'Take a photo first'}
        </ButtonLink>
      </div>
      <p>
        <Link to="/shelf">My shelf</Link>: needles, antiseptics and what goes on the skin.
      </p>
      <Earlier />
    </Page>
  );
}

/**
 * Whether the questions of today could open a session at all: a check-in may hold the plan up, and where the rules say no to
 * somebody who is well and has nothing on the skin, a button to begin would lead to a refusal.
 */
function mayOpen(state: RecordState, now: Day): boolean {
  const answers = state.answers?.body;
  if (answers === undefined || holdOf(state) !== 'open') return false;
  return standingOf(state, answersOfToday(answers, laterDay(answers.asOf, now), [], [])).verdict.decision === 'go';
}

/** Sessions that are over, each with its record of what was done. */
function Earlier(): JSX.Element | null {
  const { state } = useKeep();
  const over = state.sessions.filter((s) => s.state !== 'open' && s.started !== undefined).reverse();
  if (over.length === 0) return null;
  return (
    <Card title="Sessions so far">
      <ul className="plain">
        {over.map((s) => (
          <li key={s.id}>
            <Link to={`/session/${s.id}`}>
              Session {s.started?.n}, {dayWithYear(dayAt(Date.parse(s.startedAt)))}
            </Link>
            {s.state === 'closed' ? ', checklist complete' : ', stopped'}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Needed({ planned }: { readonly planned: PlannedSession }): JSX.Element {
  return (
    <Card title="You need">
      <ul>
        <li>a new, sealed, sterile roller or stamp of {planned.needleLengthMm} mm</li>
        <li>soap, a skin antiseptic that you know you tolerate, clean paper towels</li>
        <li>a clean, clear bag for the phone</li>
        <li>a sharps bin, or a hard plastic bottle with a lid</li>
        <li>cool saline or plain sterile hydrogel for afterwards</li>
      </ul>
      <p className="soft">
        Places: {planned.zones.map((z) => (hasSides(z) ? `${zoneNames[z]} (left, right)` : zoneNames[z])).join(', ')}. No
        numbing cream at home.
      </p>
    </Card>
  );
}

/** These steps are written for a person alone at home; a clinic has its own. */
function ClinicLeads({ n, on }: { readonly n: number; readonly on: string }): JSX.Element {
  return (
    <Page title={`Session ${n}`} lead={`Planned for ${on}. Your clinic leads this session, by its own steps.`}>
      <p>Photos and notes are yours to keep. If something worries you afterwards, ask the clinic.</p>
      <div className="actions">
        <ButtonLink to="/photos">Photos</ButtonLink>
      </div>
    </Page>
  );
}

function OneSession(): JSX.Element {
  const { id } = useParams();
  const { state } = useKeep();
  const nowMs = useNow(500);
  const session = state.sessions.find((s) => s.id === id);
  if (session?.started === undefined) {
    return (
      <Page title="There is no such session" lead="It may belong to another chart. Nothing was changed.">
        <div className="actions">
          <ButtonLink to="/">Go to Today</ButtonLink>
        </div>
      </Page>
    );
  }
  if (session.state !== 'open') return <SessionDone session={session} started={session.started} nowMs={nowMs} />;
  return <SessionSteps session={session} started={session.started} nowMs={nowMs} />;
}
