import type { Session } from '@stria/record';
import type { JSX } from 'react';
import { Link, Navigate, Route, Routes } from 'react-router';
import { dayAt, today, useKeep, useNow } from '../../keep/index.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Page } from '../../parts/page.tsx';
import { agenda } from '../agenda.ts';
import { sinceWords, slotWords, whenWords } from '../slot-words.ts';
import { Report } from './report.tsx';
import { Result } from './result.tsx';

/** How the skin is doing after a session: what is due, the questions, and what they mean. */
export default function CheckIn(): JSX.Element {
  return (
    <Routes>
      <Route index element={<Due />} />
      <Route path="new/:session" element={<Report />} />
      <Route path=":id" element={<Result />} />
      <Route path="*" element={<Navigate to="/check-in" replace />} />
    </Routes>
  );
}

function Due(): JSX.Element {
  const { state } = useKeep();
  const nowMs = useNow(60_000);
  const { lastNeedled, checkInDue, checkInNext } = agenda(state, today(), nowMs);
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
      </div>
      {checkInNext === undefined ? null : (
        <p className="soft">
          Next: {slotWords(checkInNext.afterHours)}, {whenWords(checkInNext.atMs, nowMs)}.
        </p>
      )}
      <Earlier session={session} />
    </Page>
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
            <Link to={`/check-in/${c.id}`}>
              {sinceWords(c.body.report.hoursSinceSession)} after, on {dayWithYear(dayAt(Date.parse(c.at)))}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
