import { nextSession, type StandingPlan, standingPlan } from '@stria/care';
import { dayOf, type EntryOf } from '@stria/record';
import { writeCalendar } from '@stria/report';
import { type JSX, useEffect, useState } from 'react';
import { today, useKeep } from '../../keep/index.ts';
import { Button, ButtonLink } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { dayWithYear } from '../../parts/day-words.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { Sources } from '../../parts/sources.tsx';
import { PlanHold } from '../plan-hold.tsx';
import { PlanDates, PlanNotes } from './plan-dates.tsx';

/** The plan as it stands today: what was done, what moved and why, and the days for a calendar. */
export function PlanInForce({ onAnew }: { readonly onAnew: () => void }): JSX.Element {
  const { state } = useKeep();
  const { plan: entry } = state;
  const plan = standingPlan(state, today());
  if (entry === undefined || plan === undefined) throw new Error('a plan that is in force is in the chart');
  const next = nextSession(plan);
  const left = plan.sessions.filter((s) => s.state !== 'done').length;
  return (
    <Page
      title="Your plan"
      back={{ to: '/start', label: 'May I?' }}
      lead={`${entry.body.sessions.length} sessions from ${dayWithYear(plan.sessions[0]?.on ?? entry.body.start)}; ${left === 0 ? 'none is left' : `${left} to go`}.`}
    >
      <PlanHold />
      {plan.hold === 'open' && plan.says !== undefined ? (
        <Notice tone="info" title="The dates have moved">
          <p>{plan.says}</p>
          <Sources ids={plan.sources} about="weeks between sessions" />
        </Notice>
      ) : null}
      <PlanDates sessions={plan.sessions} photosOn={plan.photosOn} />
      <Calendar entry={entry} plan={plan} />
      <PlanNotes notes={entry.body.notes} />
      <div className="actions">
        {next === undefined || plan.hold !== 'open' ? null : <ButtonLink to="/session">To session {next.n}</ButtonLink>}
        <Button look="quiet" onPress={onAnew}>
          Change the plan
        </Button>
        <ButtonLink to="/method" look="quiet">
          Stop, or do something else
        </ButtonLink>
      </div>
    </Page>
  );
}

/** A calendar is often shared: the file names neither the body nor the treatment. */
function Calendar({ entry, plan }: { readonly entry: EntryOf<'plan'>; readonly plan: StandingPlan }): JSX.Element {
  const text = writeCalendar(plan, dayOf(Date.parse(entry.at), entry.offsetMinutes));
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [text]);
  return (
    <Card title="For your calendar">
      <p>The days as a file. It says “Appointment” and “Reminder”, and nothing of the skin or of stria.</p>
      <div className="actions">
        <a className="button button-quiet" href={url} download="days.ics">
          Save the days
        </a>
      </div>
    </Card>
  );
}
