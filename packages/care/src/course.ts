import {
  type Answers,
  addDays,
  type CheckInReport,
  type CourseRequest,
  compareDays,
  type Day,
  day,
  daysBetween,
  fail,
  ok,
  type Problem,
  problem,
  type Result,
  type SourceId,
  type Zone,
  zoneNames,
} from '@stria/record';
import { DIRECTION_COUNT, MOST_SESSIONS, mostPassesPerDirection } from './bounds.ts';
import { courseStanding } from './checkin.ts';
import type { ClinicSettings } from './findings.ts';
import { sayDay } from './periods.ts';
import { builtInPack } from './protocol.ts';
import { judge, screen, validateAnswers } from './screening.ts';
import { earlierDay } from './standing.ts';
import { dayIn, valueIn } from './unread.ts';
import type { Verdict } from './verdict.ts';

/** Hours after a session at which the skin is looked at. Source: d16, d22, e09, e10. */
export const checkInsAfterHours: readonly number[] = builtInPack.checkInsAfterHours;
/** Default course: 4 sessions 28 days apart, 3 light passes a direction. Source: a08, a24, a30, b11. */
export const courseDefaults = { sessions: 4, intervalDays: 28, passesPerDirection: 3 } as const;
/** The last photo, when the effect can be judged: 12 weeks after the last session. Source: a40. */
export const LAST_PHOTO_DAYS = 84;
/** Density was measured up to 15 passes over one place. Source: b03. */
const PASSES_WITH_KNOWN_DENSITY = 15;

export interface PlannedSession {
  readonly n: number;
  readonly on: Day;
  readonly needleLengthMm: number;
  readonly zones: readonly Zone[];
}

declare const planned: unique symbol;
/** A course exists only if planCourse made it; it authorises no needle: each session is screened again on its day. */
export interface Course {
  readonly [planned]?: true;
  readonly sessions: readonly PlannedSession[];
  readonly photosOn: readonly Day[];
  readonly checkInsAfterHours: readonly number[];
  /** First session to last photo. */
  readonly horizonDays: number;
  readonly notes: readonly string[];
  readonly verdict: Verdict;
}

/**
 * A wish -> a course, or every problem with it: a number outside the rules, a day that cannot be, or one problem for each
 * reason of a verdict other than `go`, under the reason's own code. The verdict is that of the day of the first session, the
 * answers taken as still true.
 */
export function planCourse(request: CourseRequest, clinic: ClinicSettings = {}): Result<Course> {
  const wish = { ...courseDefaults, ...defined(request) };
  const early = compareDays(request.start, request.answers.asOf) < 0;
  const answers: Answers = { ...request.answers, asOf: early ? request.answers.asOf : request.start };
  const verdict = screen(answers, clinic);
  const problems = [
    ...validateRequestDays(request),
    ...wishProblems(wish, answers, verdict),
    ...(verdict.decision === 'go' ? [] : refusal(answers, clinic)),
  ];
  const needleLengthMm = answers.needle?.lengthMm;
  if (problems.length > 0) return fail(...problems);
  if (needleLengthMm === undefined) throw new Error('a verdict of go names a needle');
  const { sessions: count, intervalDays } = wish;
  const sessions = Array.from({ length: count }, (_, i) => ({
    n: i + 1,
    on: addDays(request.start, i * intervalDays),
    needleLengthMm,
    zones: verdict.limits.zones,
  }));
  const last = addDays(request.start, (count - 1) * intervalDays);
  const lastPhoto = addDays(last, LAST_PHOTO_DAYS);
  return ok({
    sessions,
    photosOn: [...sessions.map((s) => s.on), lastPhoto],
    checkInsAfterHours: [...checkInsAfterHours],
    horizonDays: daysBetween(request.start, lastPhoto),
    notes: notes(wish, answers, verdict),
    verdict,
  });
}

/** A key that is there with the value undefined must not overwrite a default. */
function defined(r: CourseRequest): Partial<Record<keyof typeof courseDefaults, number>> {
  const { sessions, intervalDays, passesPerDirection } = r;
  return Object.fromEntries(Object.entries({ sessions, intervalDays, passesPerDirection }).filter(([, v]) => v !== undefined));
}

type Wish = Record<keyof typeof courseDefaults, number>;

/**
 * Days of a wish that cannot be: answers dated after their own day, a start before it. Reads a wish that the schema has
 * refused, too, as far as it can be read.
 */
export function validateRequestDays(request: unknown): Problem[] {
  const answers = valueIn(request, 'answers');
  const [start, asOf] = [dayIn(request, 'start'), dayIn(answers, 'asOf')];
  const found = validateAnswers(answers, '/answers');
  if (start === undefined || asOf === undefined || compareDays(start, asOf) >= 0) return found;
  const says = `The first session, ${start}, lies before the day of the answers, ${asOf}.`;
  return [...found, problem('care.start-before-as-of', '/start', says, 'Choose that day or a later one.')];
}

/** One problem a reason, at the place of its answer. */
function refusal(answers: Answers, clinic: ClinicSettings): Problem[] {
  return judge(answers, clinic).map((f) =>
    problem(f.code, `/answers${f.at}`, f.says, f.until ? `Plan from ${f.until} on, then answer again.` : undefined),
  );
}

function wishProblems(wish: Wish, answers: Answers, verdict: Verdict): Problem[] {
  const { sessions, intervalDays, passesPerDirection } = wish;
  const min = verdict.limits.intervalDaysMin;
  const home = answers.setting === 'home';
  const most = mostPassesPerDirection[answers.setting];
  const strange = Object.entries(wish).filter(([, n]) => !Number.isInteger(n) || n < 1);
  const found: Problem[] = strange.map(([field]) =>
    problem('care.not-a-count', `/${field}`, 'This is not a whole number of 1 or more.', 'Write a whole number.'),
  );
  if (strange.length > 0) return found;
  if (sessions > MOST_SESSIONS) {
    const says = `${sessions} sessions are more than the ${MOST_SESSIONS} that a course may have.`;
    found.push(problem('care.sessions-too-many', '/sessions', says, 'Plan 3 to 6, then compare the photos.'));
  }
  if (intervalDays < min) {
    const says = `${intervalDays} days between sessions are too few: ${min} at least ${home ? 'at home' : 'in a clinic'}. Too soon again does harm.`;
    found.push(problem('care.interval-too-short', '/intervalDays', says, `Leave ${courseDefaults.intervalDays} days or more.`));
  }
  if (passesPerDirection > most) {
    const says = `${passesPerDirection} passes a direction are more than ${most}${home ? ', the most at home' : ''}.`;
    found.push(problem('care.passes-too-many', '/passesPerDirection', says, 'Fewer, lighter passes; stop at even pink.'));
  }
  const reach = Math.min(sessions, MOST_SESSIONS) - 1;
  if (reach * intervalDays + LAST_PHOTO_DAYS >= daysBetween(answers.asOf, day('9999-12-31'))) {
    const says = 'The course would run beyond the last day of the calendar.';
    found.push(problem('care.course-beyond-calendar', '/intervalDays', says, 'Choose an earlier start or a shorter interval.'));
  }
  return found;
}

/**
 * Said before any home plan. Source: b13, b33, f26, f27, f28, f29.
 */
export const homeNeedleNote =
  'No trial that we found tested needles of 0.5 mm or less on stretch marks. A roller of 0.25 mm goes about 0.05 to 0.18 mm deep, and the top layer of the skin is 0.08 to 0.27 mm thick: it may not reach the layer that holds the mark.';

/** What the notes of a course rest on, for a “Why?” beside them. */
export const courseNoteSources: readonly SourceId[] = [
  'b13',
  'b33',
  'f26',
  'f27',
  'f28',
  'f29',
  'b11',
  'b03',
  'a08',
  'a24',
  'a30',
  'a40',
  'f02',
  'convention',
];

function notes(wish: Wish, answers: Answers, verdict: Verdict): string[] {
  const { sessions, intervalDays, passesPerDirection } = wish;
  const spanDays = (sessions - 1) * intervalDays;
  const passes = passesPerDirection * DIRECTION_COUNT;
  const home = answers.setting === 'home';
  return [
    ...(home
      ? [
          homeNeedleNote,
          `${passesPerDirection} light passes in each of 4 directions, lifting in between, never turning on the skin; stop at even pink. No numbing cream.`,
        ]
      : []),
    ...verdict.limits.zonesRefused.map((r) => `The ${zoneNames[r.zone]} is left out of this plan: no needles there.`),
    ...(sessions <= 2
      ? [
          'Please know that one session is unlikely to show measurable change, and two may not either; most trials gave three to six.',
        ]
      : []),
    ...(spanDays < 84 || spanDays > 180
      ? [`First to last session takes ${spanDays} days. Courses in trials mostly took 84 to 180 days.`]
      : []),
    ...(passes > PASSES_WITH_KNOWN_DENSITY
      ? [
          `${passes} passes over one place: how many channels they make is known up to 15 passes; beyond that it is an estimate.`,
        ]
      : []),
    'Take the first photos before the first session: three shots in one sitting, so that the error of a photo is known.',
    'Take a photo before each session, and the last one 84 days after the last session.',
    'This plan allows nothing by itself: the questions are asked again on the day of each session.',
    'If three sessions change nothing beyond the error of the photos, talk with a doctor and consider stopping.',
    'Marks may become less visible. They do not disappear.',
  ];
}

/** What is asked on the day of a session. */
export interface DayOfSession {
  /** Answers of today, with the recorded consult in them where it still counts. */
  readonly answers: Answers;
  readonly today: Day;
  /** Day of the newest session in the record, which the answers may not name. */
  readonly lastSessionOn?: Day;
  /** Check-ins since the course began, oldest first: a sign may have paused or ended it. */
  readonly checkIns?: readonly CheckInReport[];
}

export interface StartPermission {
  readonly may: boolean;
  readonly verdict: Verdict;
  /** Why not, beside the reasons of the verdict. */
  readonly problems: readonly Problem[];
}

/**
 * May this session start, now? The same screening as for the plan, on answers of the day itself: a plan made in March
 * authorises no needle in May.
 */
export function mayStart(asked: DayOfSession, clinic: ClinicSettings = {}): StartPermission {
  const { today, lastSessionOn, checkIns = [] } = asked;
  // A session that seems to lie ahead (a clock that was set back) has been done all the same: it counts from today.
  const sessions = lastSessionOn ? [{ kind: 'microneedling' as const, on: earlierDay(lastSessionOn, today) }] : [];
  const { recentProcedures } = asked.answers;
  const answers: Answers = {
    ...asked.answers,
    ...(recentProcedures && { recentProcedures: [...recentProcedures, ...sessions] }),
  };
  const verdict = screen(answers, clinic);
  const problems: Problem[] = [...validateAnswers(answers)];
  if (answers.asOf !== today) {
    const says = `These answers are of ${sayDay(answers.asOf)}, not of today.`;
    problems.push(problem('care.answers-not-of-today', '/asOf', says, 'Answer the short questions of today first.'));
  }
  const standing = courseStanding(checkIns);
  if (standing === 'paused') {
    const says = 'The course is paused because of the last check-in.';
    problems.push(problem('care.course-paused', '', says, 'Do a new check-in once the skin is calm, or ask a doctor.'));
  }
  if (standing === 'ended') {
    const says = 'A sign in a check-in has ended this course.';
    problems.push(problem('care.course-ended', '', says, 'Only a doctor or nurse can open it again. Photos and notes go on.'));
  }
  return { may: verdict.decision === 'go' && problems.length === 0, verdict, problems };
}
