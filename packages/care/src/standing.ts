import { type Answers, answersWithConsult, type CheckInReport, compareDays, type RecordState } from '@stria/record';
import type { ClinicSettings } from './findings.ts';
import { consultStillCounts } from './screening.ts';

/**
 * The answers of a chart as the rules should see them now: the newest ones, with the newest consult where it still counts. A
 * consult whose own answers have since become riskier, or cannot be found, is left out, and the verdict then asks for a new
 * one. The day is that of the answers, or of the consult where it came later. Undefined where nothing was answered yet.
 */
export function standingAnswers(state: RecordState, clinic: ClinicSettings = {}): Answers | undefined {
  const now = answersWithConsult(state);
  const { consult } = state;
  if (!now || !consult) return now;
  const then = state.answersHistory.find((e) => e.id === consult.body.answers);
  const { consult: recorded, ...rest } = now;
  const counts = then !== undefined && consultStillCounts({ ...then.body, setting: now.setting }, rest, clinic);
  if (!recorded || !(counts || recorded.outcome === 'advised-against')) return rest;
  return { ...now, asOf: compareDays(recorded.on, now.asOf) > 0 ? recorded.on : now.asOf };
}

/**
 * Check-ins that still weigh on the course: those written after the newest consult that cleared the person, because only a
 * doctor's word opens a course again that a sign has ended. In the order of the hours that they describe: a calm first evening
 * that is written down late does not end a pause of today.
 */
export function weighingCheckIns(state: RecordState): CheckInReport[] {
  const { consult } = state;
  const from = consult !== undefined && consult.body.outcome !== 'advised-against' ? consult.at : '';
  return state.checkIns
    .filter((c) => c.at > from)
    .map((c) => ({ report: c.body.report, describesMs: describedMs(state, c) }))
    .sort((a, b) => a.describesMs - b.describesMs)
    .map((c) => c.report);
}

const HOUR_MS = 3_600_000;

/** The instant that a check-in is about; that of its writing where its session is not here. */
function describedMs(state: RecordState, { at, body }: RecordState['checkIns'][number]): number {
  const needledAt = state.sessions.find((s) => s.id === body.session)?.needledAt;
  return needledAt === undefined ? Date.parse(at) : Date.parse(needledAt) + body.report.hoursSinceSession * HOUR_MS;
}
