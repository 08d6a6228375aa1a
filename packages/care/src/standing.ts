import {
  type Answers,
  type CheckInReport,
  compareDays,
  type Day,
  dayOf,
  type Problem,
  problem,
  type RecordState,
  type Session,
  zoneNames,
} from '@stria/record';
import { courseStanding } from './checkin.ts';
import type { ClinicSettings } from './findings.ts';
import { consultStillCounts, screen } from './screening.ts';
import type { Verdict } from './verdict.ts';

/** Where a person stands on a day: the answers as the rules want them, and what the rules say. Computed each time, never stored. */
export interface Standing {
  readonly answers: Answers;
  readonly verdict: Verdict;
  /** `voided`: a consult is there, but an answer has become riskier since, or what it was given on is not in the chart. */
  readonly consult: 'none' | 'counts' | 'voided';
}

/**
 * The newest answers, taken as still true on that day, with the recorded consult (unless an answer became riskier since it
 * was given) and with the chart's own sessions among the procedures.
 */
export function standingOn(state: RecordState, day: Day, clinic: ClinicSettings = {}): Standing | undefined {
  const known = state.answers?.body;
  return known === undefined ? undefined : standingOf(state, { ...known, asOf: laterDay(known.asOf, day) }, clinic);
}

/** The same for answers that are just being given, before they are an entry. */
export function standingOf(state: RecordState, answers: Answers, clinic: ClinicSettings = {}): Standing {
  const { answers: known, consult } = withConsult(state, answers, clinic);
  const { recentProcedures } = known;
  const complete: Answers = {
    ...known,
    ...(recentProcedures && { recentProcedures: [...recentProcedures, ...ownSessions(state, answers.asOf)] }),
  };
  return { answers: complete, verdict: screen(complete, clinic), consult };
}

/**
 * The answers of a chart as a report names them: the newest ones, with the newest consult where it still counts. The day is
 * that of the answers, or of the consult where it came later. Undefined where nothing was answered yet.
 */
export function standingAnswers(state: RecordState, clinic: ClinicSettings = {}): Answers | undefined {
  const now = state.answers?.body;
  if (now === undefined) return undefined;
  const { answers } = withConsult(state, now, clinic);
  return answers.consult === undefined ? answers : { ...answers, asOf: laterDay(answers.consult.on, now.asOf) };
}

/** What a session's own record cannot know: what was said since it began, and speaks against going on. Empty where nothing does. */
export function heldUpBy(state: RecordState, session: Session): Problem[] {
  const { answers } = state;
  const { started } = session;
  if (answers === undefined || started === undefined) return [];
  const others: RecordState = { ...state, sessions: state.sessions.filter((s) => s.id !== session.id) };
  const { verdict } = standingOf(others, answers.body);
  const found = verdict.reasons
    .filter((r) => r.level !== 'notice')
    .map((r) => problem('care.answer-changed-in-session', `/${r.code}`, r.says));
  const left = started.zones.filter((z) => !verdict.limits.zones.includes(z));
  for (const zone of found.length > 0 ? [] : left) {
    const says = `The ${zoneNames[zone]} is not among the places of your answers any more.`;
    found.push(problem('care.answer-changed-in-session', '/zones', says));
  }
  if (holdOf(state) !== 'open') {
    const says = 'A sign in a check-in speaks against needling now.';
    found.push(problem('care.answer-changed-in-session', '/check-in', says));
  }
  return found;
}

/** Whether a sign in a check-in holds the course up. */
export const holdOf = (state: RecordState): ReturnType<typeof courseStanding> => courseStanding(weighingCheckIns(state));

/**
 * Check-ins that still weigh on the course: those that no doctor's word came after, because only that opens a course again
 * that a sign has ended. A word counts for what it can have been about: it was noted after the check-in, and given on the day
 * that the check-in describes or later. In the order of the hours that they describe: a calm first evening that is written
 * down late does not end a pause of today.
 */
export function weighingCheckIns(state: RecordState): CheckInReport[] {
  const { consult } = state;
  const opened = consult !== undefined && consult.body.outcome !== 'advised-against' ? consult : undefined;
  return state.checkIns
    .map((entry) => ({ entry, describesMs: describedMs(state, entry) }))
    .filter(
      ({ entry, describesMs }) =>
        opened === undefined || entry.at > opened.at || dayOf(describesMs, entry.offsetMinutes) > opened.body.on,
    )
    .sort((a, b) => a.describesMs - b.describesMs)
    .map(({ entry }) => entry.body.report);
}

/** The calendar day of a session, where the person was. */
export const sessionDay = (s: Session): Day => dayOf(Date.parse(s.needledAt ?? s.startedAt), s.offsetMinutes);

/** The day of the newest session in which a needle touched the skin, where the person was. */
export function lastSessionOn(state: RecordState): Day | undefined {
  return state.sessions
    .filter((s) => s.needledAt !== undefined)
    .map(sessionDay)
    .sort(compareDays)
    .at(-1);
}

export const laterDay = (a: Day, b: Day): Day => (compareDays(a, b) > 0 ? a : b);
export const earlierDay = (a: Day, b: Day): Day => (compareDays(a, b) < 0 ? a : b);

const HOUR_MS = 3_600_000;

/** The instant that a check-in is about; that of its writing where its session is not here. */
function describedMs(state: RecordState, { at, body }: RecordState['checkIns'][number]): number {
  const needledAt = state.sessions.find((s) => s.id === body.session)?.needledAt;
  return needledAt === undefined ? Date.parse(at) : Date.parse(needledAt) + body.report.hoursSinceSession * HOUR_MS;
}

function withConsult(state: RecordState, now: Answers, clinic: ClinicSettings): Pick<Standing, 'answers' | 'consult'> {
  const { consult: _given, ...rest } = now;
  const { consult } = state;
  if (consult === undefined) return { answers: rest, consult: 'none' };
  const { on, outcome, needleLengthMmMax, answers } = consult.body;
  const shown = state.answersHistory.find((a) => a.id === answers);
  // A doctor's no stands, whatever was answered since.
  const counts = outcome === 'advised-against' || (shown !== undefined && consultStillCounts(shown.body, rest, clinic));
  if (!counts) return { answers: rest, consult: 'voided' };
  const recorded = needleLengthMmMax === undefined ? { on, outcome } : { on, outcome, needleLengthMmMax };
  return { answers: { ...rest, consult: recorded }, consult: 'counts' };
}

/**
 * The chart's own sessions as procedures. A day that lies ahead of the answers (a clock that was set back, a journey over the
 * date line) counts as theirs: the skin was needled, and the rest begins no earlier for it.
 */
const ownSessions = (state: RecordState, asOf: Day): { kind: 'microneedling'; on: Day }[] =>
  state.sessions
    .filter((s) => s.needledAt !== undefined)
    .map((s) => ({ kind: 'microneedling' as const, on: earlierDay(sessionDay(s), asOf) }));
