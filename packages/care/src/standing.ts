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
 * Check-ins that still weigh on the course: those after the newest consult that cleared the person, because only a doctor's
 * word opens a course again that a sign has ended.
 */
export function weighingCheckIns(state: RecordState): CheckInReport[] {
  const { consult } = state;
  const from = consult !== undefined && consult.body.outcome !== 'advised-against' ? consult.at : '';
  return state.checkIns.filter((c) => c.at > from).map((c) => c.body.report);
}
