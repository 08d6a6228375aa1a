import { addDays, type Body, compareDays, type Day, type EntryOf, type RecordState, type Session } from '@stria/record';

/** What is on for today, read from the chart alone; the clock is an argument. Photos are asked for on planned days only. */
export interface Agenda {
  /** A session that was begun and neither closed nor broken off: it comes before everything else. */
  readonly openSession: Session | undefined;
  /** The newest session in which a needle touched the skin, and how long ago that was. */
  readonly lastNeedled: { readonly session: Session; readonly hours: number } | undefined;
  readonly nextSession: PlannedSession | undefined;
  readonly checkInDue: CheckInSlot | undefined;
  readonly checkInNext: CheckInSlot | undefined;
  /** The planned photo day that is open now. */
  readonly photoDueFor: Day | undefined;
  readonly photoNextOn: Day | undefined;
}

export type PlannedSession = Body<'plan'>['sessions'][number];

export interface CheckInSlot {
  readonly session: Session;
  /** Planned hours after the session. */
  readonly afterHours: number;
  readonly atMs: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A look that nobody took is not asked for for ever. Source: convention. */
const LAPSES_AFTER_DAYS = 14;
/** Times for a look where the plan does not say them. The rules of care set the same. Source: care, check-ins. */
const CHECK_IN_HOURS = [6, 24, 72, 168, 336, 672];
/** A photo of the week before a planned day counts for that day. */
const PHOTO_EARLY_DAYS = 7;

export function agenda(state: RecordState, today: Day, nowMs: number): Agenda {
  const needled = state.sessions.filter((s) => s.needledAt !== undefined);
  const last = [...needled].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).at(-1);
  const slots = last === undefined ? [] : checkInSlots(last, state.plan?.body.checkInsAfterHours ?? CHECK_IN_HOURS);
  const photos = photoDays(state, today);
  return {
    openSession: state.sessions.findLast((s) => s.state === 'open'),
    lastNeedled: last === undefined ? undefined : { session: last, hours: hoursSince(last, nowMs) },
    nextSession: nextPlanned(state),
    checkInDue: dueSlot(slots, state.checkIns, nowMs),
    checkInNext: slots.find((slot) => slot.atMs > nowMs),
    ...photos,
  };
}

/** Hours since a needle last touched the skin in this session; a clock that was set back gives 0, never less. */
export function hoursSince(session: Session, nowMs: number): number {
  if (session.needledAt === undefined) return 0;
  return Math.max(0, (nowMs - Date.parse(session.needledAt)) / HOUR_MS);
}

/** The first planned session that was not done. One that was broken off after the needle had touched the skin is done. */
export function nextPlanned(state: RecordState): PlannedSession | undefined {
  const { plan } = state;
  if (plan === undefined) return undefined;
  const done = new Set(
    state.sessions
      .filter(
        (s) => s.started?.plan === plan.id && (s.state === 'closed' || (s.state === 'broken-off' && s.needledAt !== undefined)),
      )
      .map((s) => s.started?.n),
  );
  return plan.body.sessions.find((s) => !done.has(s.n));
}

function checkInSlots(session: Session, hours: readonly number[]): CheckInSlot[] {
  const from = Date.parse(session.needledAt ?? session.startedAt);
  return [...hours].sort((a, b) => a - b).map((h) => ({ session, afterHours: h, atMs: from + h * HOUR_MS }));
}

/**
 * The latest slot that has come and was not answered yet. A missed one is not asked for later: the next one covers it, and
 * the last one lapses.
 */
function dueSlot(
  slots: readonly CheckInSlot[],
  checkIns: readonly EntryOf<'check-in'>[],
  nowMs: number,
): CheckInSlot | undefined {
  const slot = slots.findLast((s) => s.atMs <= nowMs);
  if (slot === undefined || nowMs > slot.atMs + LAPSES_AFTER_DAYS * DAY_MS) return undefined;
  const answered = checkIns.some(
    (c) => c.body.session === slot.session.id && c.body.report.hoursSinceSession >= slot.afterHours,
  );
  return answered ? undefined : slot;
}

function photoDays(state: RecordState, today: Day): { photoDueFor: Day | undefined; photoNextOn: Day | undefined } {
  const days = [...(state.plan?.body.photosOn ?? [])].sort(compareDays);
  const due = days.findLast((d) => d <= today);
  // A photo “before” cannot be taken any more once the needle has touched the skin.
  const missed = (d: Day) => {
    const planned = state.plan?.body.sessions.find((s) => s.on === d);
    return (
      planned !== undefined &&
      state.sessions.some((s) => s.needledAt !== undefined && s.started?.plan === state.plan?.id && s.started?.n === planned.n)
    );
  };
  const taken = (d: Day) => state.photos.some((p) => p.body.takenOn >= addDays(d, -PHOTO_EARLY_DAYS));
  return {
    photoDueFor: due === undefined || taken(due) || missed(due) ? undefined : due,
    photoNextOn: days.find((d) => d > today),
  };
}
