import { advise } from '@stria/care';
import type { Session } from '@stria/record';
import { type JSX, lazy } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { dayAt, today, useKeep, useNow } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Page } from '../../parts/page.tsx';
import { agenda, type CheckInSlot } from '../agenda.ts';
import { sinceWords, slotWords, whenWords } from '../slot-words.ts';
import { Report } from './report.tsx';
import { Result } from './result.tsx';

const Diary = lazy(() => import('./diary.tsx'));

/** How the skin is doing after a session: what is due, the questions, what they mean, and the diary of the first days. */
export default function CheckIn(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Due />} />
      <Route path="new/:session" element={<Report />} />
      <Route path="diary/:session" element={<Diary />} />
      <Route path=":id" element={<Result />} />
      <Route path="*" element={<Navigate to="/check-in" replace />} />
    </Routes>
  );
}

function Due(): JSX.Element {
  const { state } = useKeep();
  const nowMs = useNow(60_000);
  const { lastNeedled, checkInDue, checkIns } = agenda(state, today(), nowMs);
  if (lastNeedled === undefined) {
    return (
      <Page
        title="Check-in"
        lead="After a session, stria asks a few times how the skin is doing. There has been no session yet."
      >
        <div className="actions">
          <ButtonLink to="/">Go to Today</ButtonLink>
        </div>
      </Page>
    );
  }
  const { session } = lastNeedled;
  return (
    <Page
      title="How is your skin?"
      lead={
        checkInDue === undefined
          ? 'Nothing is due. If something worries you, check in at any time.'
          : `The look ${slotWords(checkInDue.afterHours)} is due.`
      }
    >
      <div className="actions">
        <ButtonLink to={`/check-in/new/${session.id}`}>Check in now</ButtonLink>
        <ButtonLink to={`/check-in/diary/${session.id}`} look="quiet">
          Irritation diary
        </ButtonLink>
      </div>
      <Looks slots={checkIns} due={checkInDue} nowMs={nowMs} />
      <Earlier session={session} />
    </Page>
  );
}

/** All looks at a session, those to come and those that were missed: a missed one can be written down late. */
function Looks(props: {
  readonly slots: readonly CheckInSlot[];
  readonly due: CheckInSlot | undefined;
  readonly nowMs: number;
}): JSX.Element {
  return (
    <Card title="The looks at this session">
      <ul className="plain">
        {props.slots.map((slot) => (
          <li key={slot.afterHours}>
            <strong>{capital(slotWords(slot.afterHours))}</strong>: <Look {...props} slot={slot} />
          </li>
        ))}
      </ul>
      <p className="small soft">You may leave any of them out. One that is written down late is judged for its own hour.</p>
    </Card>
  );
}

function Look(props: {
  readonly slot: CheckInSlot;
  readonly due: CheckInSlot | undefined;
  readonly nowMs: number;
}): JSX.Element {
  const { slot, due, nowMs } = props;
  if (slot.answered) return <>done</>;
  if (slot.atMs > nowMs) return <>{whenWords(slot.atMs, nowMs)}</>;
  if (due?.afterHours === slot.afterHours) return <>due now</>;
  return (
    <Link to={`/check-in/new/${slot.session.id}?after=${slot.afterHours}`}>
      write it down late<span className="hidden-text">, {slotWords(slot.afterHours)}</span>
    </Link>
  );
}

function Earlier({ session }: { readonly session: Session }): JSX.Element | null {
  const { state } = useKeep();
  const done = state.checkIns.filter((c) => c.body.session === session.id);
  if (done.length === 0) return null;
  return (
    <Card title="Earlier check-ins of this session">
      <ul className="plain">
        {[...done].reverse().map((c) => (
          <li key={c.id}>
            <Link to={advise(c.body.report).advice === 'emergency' ? `/help/${c.id}` : `/check-in/${c.id}`}>
              {sinceWords(c.body.report.hoursSinceSession)} after, written on {dayWithYear(dayAt(Date.parse(c.at)))}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
