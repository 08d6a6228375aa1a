import { advise, holdOf, laterDay, type Standing, standingOn } from '@stria/care';
import type { Day, RecordState } from '@stria/record';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { today, useKeep } from '../keep/index.ts';
import { Notice } from '../parts/notice.tsx';
import { nextPlanned } from './agenda.ts';

/**
 * Whether the plan can go on as the chart stands: judged for the day of the next session, because the weeks of rest between
 * two sessions are no obstacle.
 */
export function planObstacle(state: RecordState, now: Day): Standing | undefined {
  const next = nextPlanned(state);
  if (next === undefined) return undefined;
  const standing = standingOn(state, laterDay(next.on, now));
  return standing === undefined || standing.verdict.decision === 'go' ? undefined : standing;
}

/** The plan is paused or ended, and why. Nothing where it goes on. */
export function PlanHold(): JSX.Element | null {
  const { state } = useKeep();
  if (state.plan === undefined) return null;
  const hold = holdOf(state);
  if (hold === 'ended') {
    const weighed = state.checkIns.findLast((c) => advise(c.body.report).endPlan);
    return (
      <Notice tone="stop" title="The plan has ended">
        <p>A sign in a check-in has ended this course. Only a doctor can open it again. Photos and notes go on.</p>
        <p>
          {weighed === undefined ? null : (
            <>
              <Link to={`/check-in/${weighed.id}`}>What was noticed, and what to do</Link>.{' '}
            </>
          )}
          <Link to="/start/consult">Note what the doctor said</Link>
        </p>
      </Notice>
    );
  }
  if (hold === 'paused') {
    return (
      <Notice tone="wait" title="The plan is paused">
        <p>Because of the last check-in. Do another one when the skin is calm, or ask a doctor. Photos and notes go on.</p>
        <p>
          <Link to="/check-in">Check in again</Link>
        </p>
      </Notice>
    );
  }
  const obstacle = planObstacle(state, today());
  if (obstacle === undefined) return null;
  const first = obstacle.verdict.reasons.find((r) => r.level !== 'notice');
  return (
    <Notice tone={obstacle.verdict.decision === 'do-not' ? 'stop' : 'wait'} title="The plan is paused">
      {first === undefined ? null : <p>{first.says}</p>}
      <p>
        Photos and notes go on. <Link to="/start/verdict">See all reasons</Link>, or{' '}
        <Link to="/start/plan">look at the plan</Link>.
      </p>
    </Notice>
  );
}
