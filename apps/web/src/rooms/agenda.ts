import { builtInPack, nextSession, type StandingPlan, standingPlan } from '@stria/care';
import { addDays, type Body, type Day, type RecordState, type Session } from '@stria/record';

/** What is on for today, read from the chart alone; the clock is an argument. Photos are asked for on a planned day, and on no other. */
export interface Agenda {
  /** A session that was begun and neither closed nor broken off: it comes before everything else. */
  readonly openSession: Session | undefined;
  /** The newest session in which a needle touched the skin, and how long ago that was. */
  readonly lastNeedled: { readonly session: Session; readonly hours: number } | undefined;
  readonly nextSession: PlannedSession | undefined;
  /** The plan as it stands today, moved by what was late. */
  readonly plan: StandingPlan | undefined;
  readonly checkInDue: CheckInSlot | undefined;
  readonly checkInNext: CheckInSlot | undefined;
  /** All looks at the newest session, in their order. */
  readonly checkIns: readonly CheckInSlot[];
  /** The page of the irritation diary whose hour has come and that is still empty. */
  readonly diaryDue: CheckInSlot | undefined;
  /** Today, where a photo is planned for today and not yet taken. */
  readonly photoDueFor: Day | undefined;
  readonly photoNextOn: Day | undefined;
}

export type PlannedSession = Body<'plan'>['sessions'][number];

export interface CheckInSlot {
  readonly session: Session;
  /** Planned hours after the session. */
  readonly afterHours: number;
  readonly atMs: number;
  readonly answered: boolean;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A look that nobody took is not asked for for ever. Source: convention. */
const LAPSES_AFTER_DAYS = 14;
/** A page of the diary is asked for until a day after its last hour. Source: convention. */
const DIARY_LAPSES_HOURS = 24;
/** A photo of the week before a planned day counts for that day. */
const PHOTO_EARLY_DAYS = 7;

export function agenda(state: RecordState, today: Day, nowMs: number): Agenda {
  const needled = state.sessions.filter((s) => s.needledAt !== undefined);
  const last = [...needled].sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1)).at(-1);
  const { checkIns, diary } = last === undefined ? { checkIns: [], diary: [] } : slotsOf(state, last);
  const photos = photoDays(state, today);
  return {
    openSession: state.sessions.findLast((s) => s.state === 'open'),
    lastNeedled: last === undefined ? undefined : { session: last, hours: hoursSince(last, nowMs) },
    nextSession: nextPlanned(state),
    plan: standingPlan(state, today),
    checkInDue: dueSlot(checkIns, nowMs, LAPSES_AFTER_DAYS * DAY_MS),
    checkInNext: checkIns.find((slot) => slot.atMs > nowMs),
    checkIns,
    diaryDue: dueSlot(diary, nowMs, DIARY_LAPSES_HOURS * HOUR_MS),
    ...photos,
  };
}

/** Hours since a needle last touched the skin in this session; a clock that was set back gives 0, never less. */
export function hoursSince(session: Session, nowMs: number): number {
  if (session.needledAt === undefined) return 0;
  return Math.max(0, (nowMs - Date.parse(session.needledAt)) / HOUR_MS);
}

/**
 * The next session with the first day on which it may be: later than planned where one before it was late. An overdue one
 * keeps its day. One that was broken off after the needle had touched the skin is done.
 */
export function nextPlanned(state: RecordState): PlannedSession | undefined {
  const standing = dueDays(state);
  if (standing === undefined) return undefined;
  const next = nextSession(standing);
  if (next !== undefined) {
    return { n: next.n, on: next.on, needleLengthMm: next.needleLengthMm, zones: [...next.zones] };
  }
  // A course that has ended plans nothing; which session it was at can still be said.
  const done = new Set(standing.sessions.map((s) => s.n));
  return standing.hold === 'ended' ? state.plan?.body.sessions.find((s) => !done.has(s.n)) : undefined;
}

/** The plan with each session on the first day on which it may be, whether that day has passed or not. */
const dueDays = (state: RecordState): StandingPlan | undefined =>
  state.plan === undefined ? undefined : standingPlan(state, state.plan.body.start);

/** The hours of the plan, or of the pack, as instants after a session. An answer fills the slot into which its hour falls. */
function slotsOf(state: RecordState, session: Session): { checkIns: readonly CheckInSlot[]; diary: readonly CheckInSlot[] } {
  const from = Date.parse(session.needledAt ?? session.startedAt);
  const slots = (hours: readonly number[], answers: readonly number[]) =>
    [...hours]
      .sort((a, b) => a - b)
      .map((h, i, all): CheckInSlot => {
        const until = all[i + 1] ?? Number.POSITIVE_INFINITY;
        return { session, afterHours: h, atMs: from + h * HOUR_MS, answered: answers.some((a) => a >= h && a < until) };
      });
  const reported = state.checkIns.filter((c) => c.body.session === session.id).map((c) => c.body.report.hoursSinceSession);
  const written = state.irritations.filter((i) => i.body.session === session.id).map((i) => i.body.hoursSinceSession);
  return {
    checkIns: slots(state.plan?.body.checkInsAfterHours ?? builtInPack.checkInsAfterHours, reported),
    diary: slots(builtInPack.diaryAfterHours, written),
  };
}

/** The latest slot that has come. A missed one is not asked for again: the next one covers it, and the last one lapses. */
function dueSlot(slots: readonly CheckInSlot[], nowMs: number, lapsesAfterMs: number): CheckInSlot | undefined {
  const slot = slots.findLast((s) => s.atMs <= nowMs);
  return slot === undefined || slot.answered || nowMs > slot.atMs + lapsesAfterMs ? undefined : slot;
}

/** A photo is asked for on its day alone: one that was not taken is not asked for again. */
function photoDays(state: RecordState, today: Day): { photoDueFor: Day | undefined; photoNextOn: Day | undefined } {
  const standing = dueDays(state);
  const days = standing?.photosOn ?? [];
  const due = days.find((d) => d === today);
  // A photo “before” cannot be taken any more once the needle has touched the skin.
  const missed = (d: Day) => {
    const planned = standing?.sessions.find((s) => s.on === d);
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
