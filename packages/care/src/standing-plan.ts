import { addDays, compareDays, type Day, daysBetween, type RecordState, type SourceId, type Zone } from '@stria/record';
import { courseStanding } from './checkin.ts';
import { LAST_PHOTO_DAYS } from './course.ts';
import { sayDay } from './periods.ts';
import { sessionDay, weighingCheckIns } from './standing.ts';

/** One session of the plan as it stands today. */
export interface StandingSession {
  readonly n: number;
  /** Its day now: the day on which it was done, or the first day on which it may be. */
  readonly on: Day;
  /** Its day when the plan was made. */
  readonly plannedOn: Day;
  readonly state: 'done' | 'next' | 'later';
  readonly needleLengthMm: number;
  readonly zones: readonly Zone[];
}

export interface StandingPlan {
  readonly sessions: readonly StandingSession[];
  readonly photosOn: readonly Day[];
  /** First session to last photo. */
  readonly horizonDays: number;
  /** What holds the sessions up: a check-in has paused or ended the course. */
  readonly hold: 'open' | 'paused' | 'ended';
  /** How many days the last session has moved since the plan was made; 0 where nothing moved. */
  readonly movedDays: number;
  /** Why and how far it moved, in a sentence; absent where nothing moved. */
  readonly says?: string;
  readonly sources: readonly SourceId[];
}

/**
 * The plan as it stands today: nothing is rewritten, it is read from the plan and from what was done. A session that is late
 * moves all that follow, so that the weeks between two sessions are never fewer than planned; one that is overdue stands on
 * today; a pause holds the next one, an end leaves none. Undefined where there is no plan.
 */
export function standingPlan(state: RecordState, today: Day): StandingPlan | undefined {
  const { plan } = state;
  if (!plan) return undefined;
  const hold = courseStanding(weighingCheckIns(state));
  const planned = [...plan.body.sessions].sort((a, b) => a.n - b.n);
  const sessions: StandingSession[] = [];
  let nextIsKnown = false;
  planned.forEach((p, i) => {
    const before = planned[i - 1];
    const gapDays = before ? daysBetween(before.on, p.on) : 0;
    const previous = sessions.at(-1);
    const done = doneOn(state, plan.id, p.n);
    const rest = { n: p.n, plannedOn: p.on, needleLengthMm: p.needleLengthMm, zones: p.zones };
    if (done !== undefined) {
      sessions.push({ ...rest, on: done, state: 'done' });
      return;
    }
    if (hold === 'ended') return;
    const afterPrevious = previous ? addDays(previous.on, gapDays) : p.on;
    const on = latest(p.on, afterPrevious, today);
    sessions.push({ ...rest, on, state: nextIsKnown ? 'later' : 'next' });
    nextIsKnown = true;
  });
  const last = sessions.at(-1);
  const lastPlanned = planned.at(-1);
  const movedDays = last && lastPlanned && hold !== 'ended' ? daysBetween(lastPlanned.on, last.on) : 0;
  const lastPhoto = last ? addDays(last.on, LAST_PHOTO_DAYS) : undefined;
  const photosOn = [...new Set([...sessions.map((s) => s.on), ...(lastPhoto ? [lastPhoto] : [])])].sort(compareDays);
  const says = last === undefined ? undefined : words(hold, movedDays, last.on);
  return {
    sessions,
    photosOn,
    horizonDays: sessions[0] && lastPhoto ? daysBetween(sessions[0].on, lastPhoto) : 0,
    hold,
    movedDays,
    ...(says === undefined ? {} : { says }),
    sources: ['a08', 'a24', 'a30', 'convention'],
  };
}

/** The next session that may be done, as the plan stands; undefined where all are done or the course has ended. */
export const nextSession = (plan: StandingPlan): StandingSession | undefined => plan.sessions.find((s) => s.state === 'next');

function words(hold: StandingPlan['hold'], movedDays: number, lastOn: Day): string | undefined {
  if (hold === 'ended') return 'A sign in a check-in has ended the course: no further session is planned.';
  const moved =
    movedDays > 0
      ? `The plan has moved by ${movedDays} ${movedDays === 1 ? 'day' : 'days'}, so that the weeks between two sessions stay as they were planned. The last session is now on ${sayDay(lastOn)}.`
      : undefined;
  if (hold === 'paused') return `The course is paused by the last check-in: the next session waits.${moved ? ` ${moved}` : ''}`;
  return moved;
}

/** The day on which a planned session was done; one that was broken off after the needle had touched the skin is done. */
function doneOn(state: RecordState, plan: string, n: number): Day | undefined {
  const done = state.sessions.find(
    (s) =>
      s.started?.plan === plan &&
      s.started.n === n &&
      (s.state === 'closed' || (s.state === 'broken-off' && s.needledAt !== undefined)),
  );
  return done && sessionDay(done);
}

const latest = (first: Day, ...more: Day[]): Day => more.reduce((max, d) => (compareDays(d, max) > 0 ? d : max), first);
