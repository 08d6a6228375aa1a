import { consultStillCounts, courseStanding, screen, type Verdict, weighingCheckIns } from '@stria/care';
import { type Answers, answersWithConsult, compareDays, type Day, dayOf, type RecordState } from '@stria/record';

/** Where a person stands on a day: the answers as the rules want them, and what the rules say. Computed each time, never stored. */
export interface Standing {
  readonly answers: Answers;
  readonly verdict: Verdict;
  /** `voided`: a consult is there, but an answer has become riskier since. */
  readonly consult: 'none' | 'counts' | 'voided';
}

/**
 * The newest answers, taken as still true on that day, with the recorded consult (unless an answer became riskier since it
 * was given) and with the chart's own sessions among the procedures.
 */
export function standingOn(state: RecordState, day: Day): Standing | undefined {
  const known = answersWithConsult(state);
  return known === undefined ? undefined : standingOf(state, { ...known, asOf: laterDay(known.asOf, day) });
}

/** The same for answers that are just being given, before they are an entry. */
export function standingOf(state: RecordState, answers: Answers): Standing {
  const consult = consultStanding(state, answers);
  const { consult: _given, recentProcedures, ...rest } = answers;
  const recorded = state.consult?.body;
  const complete: Answers = {
    ...rest,
    ...(recentProcedures && { recentProcedures: [...recentProcedures, ...ownSessions(state, answers.asOf)] }),
    ...(consult === 'counts' && recorded && { consult: consultOf(recorded) }),
  };
  return { answers: complete, verdict: screen(complete), consult };
}

/** Whether a sign in a check-in holds the course up. */
export const holdOf = (state: RecordState): ReturnType<typeof courseStanding> => courseStanding(weighingCheckIns(state));

/** The day of the newest session in which a needle touched the skin, where the person was. */
export function lastSessionOn(state: RecordState): Day | undefined {
  return ownSessions(state, '9999-12-31' as Day)
    .map((s) => s.on)
    .sort()
    .at(-1);
}

type ConsultBody = NonNullable<RecordState['consult']>['body'];

function consultOf(c: ConsultBody): NonNullable<Answers['consult']> {
  const { on, outcome, needleLengthMmMax } = c;
  return needleLengthMmMax === undefined ? { on, outcome } : { on, outcome, needleLengthMmMax };
}

function consultStanding(state: RecordState, now: Answers): Standing['consult'] {
  const { consult } = state;
  if (consult === undefined) return 'none';
  // A doctor's no stands, whatever was answered since.
  if (consult.body.outcome === 'advised-against') return 'counts';
  const shown = state.answersHistory.find((a) => a.id === consult.body.answers);
  return shown !== undefined && consultStillCounts(shown.body, now) ? 'counts' : 'voided';
}

function ownSessions(state: RecordState, until: Day): { kind: 'microneedling'; on: Day }[] {
  const offset = state.plan?.offsetMinutes ?? state.answers?.offsetMinutes ?? 0;
  return state.sessions
    .filter((s) => s.needledAt !== undefined)
    .map((s) => ({ kind: 'microneedling' as const, on: dayOf(Date.parse(s.needledAt ?? s.startedAt), offset) }))
    .filter((s) => s.on <= until);
}

export const laterDay = (a: Day, b: Day): Day => (compareDays(a, b) > 0 ? a : b);
