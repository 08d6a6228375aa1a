import { type Answers, type Problem, pointer, problem, type Zone, zones } from '@stria/record';
import { alternatives } from './alternatives.ts';
import { leastIntervalDays } from './bounds.ts';
import { consultStanding, settingLimitMm } from './consult.ts';
import { type ClinicSettings, type Finding, findFindings } from './findings.ts';
import { sayDay } from './periods.ts';
import { dayIn, listIn, valueIn } from './unread.ts';
import { decide, type Limits, type Reason, type RefusedZone, severityOf, type Verdict } from './verdict.ts';
import { isNoGo, isThin, noGoCode } from './zones.ts';

/**
 * Answers -> verdict: may this person be needled, here, on this day? Total: any answers get a verdict, and what was not
 * answered takes the careful branch. Adding a risk never makes it milder. Nothing in it is a diagnosis.
 */
export function screen(answers: Answers, clinic: ClinicSettings = {}): Verdict {
  const findings = judge(answers, clinic);
  const decision = decide(findings);
  return {
    decision,
    reasons: findings.map(toReason),
    limits: limits(answers, clinic, decision === 'do-not'),
    alternatives: decision === 'go' ? [] : alternatives(answers),
  };
}

/** The findings after the consult was looked at, most severe first, with the place of the answer behind each. */
export function judge(answers: Answers, clinic: ClinicSettings = {}): Finding[] {
  return findFindings(answers, clinic)
    .map((f) => lift(f, answers))
    .map((f, i) => ({ f, i }))
    .sort((a, b) => severityOf(b.f.level) - severityOf(a.f.level) || a.i - b.i)
    .map(({ f }) => f);
}

/**
 * Days that lie after `asOf`: what the schema cannot say. Reads answers that the schema has refused, too, as far as they can
 * be read, so that one look names everything that is wrong. `at` is the pointer of the answers in the input.
 */
export function validateAnswers(answers: unknown, at = ''): Problem[] {
  const asOf = dayIn(answers, 'asOf');
  if (asOf === undefined) return [];
  const future = (holder: unknown, key: string, path: (string | number)[]): Problem[] => {
    const on = dayIn(holder, key);
    if (on === undefined || on <= asOf) return [];
    const says = `${on} lies after the day of the answers, ${asOf}.`;
    return [problem('care.day-after-as-of', at + pointer([...path, key]), says, 'Correct the day, or the day of the answers.')];
  };
  return [
    ...listIn(answers, 'medicines').flatMap((m, i) => future(m, 'lastTaken', ['medicines', i])),
    ...listIn(answers, 'recentProcedures').flatMap((p, i) => future(p, 'on', ['recentProcedures', i])),
    ...future(valueIn(answers, 'consult'), 'on', ['consult']),
  ];
}

/**
 * Does a consult that was given on earlier answers still count for today's? An answer that has become riskier voids it: a
 * reason to wait, ask or refrain that was not there, or was milder. What is true of today only and is over by itself (fever,
 * sunburn, a recent session) blocks while it lasts and voids nothing.
 */
export function consultStillCounts(then: Answers, now: Answers, clinic: ClinicSettings = {}): boolean {
  const before = new Map(findFindings(withoutConsult(then), clinic).map((f) => [f.code, severityOf(f.level)]));
  return findFindings(withoutConsult(now), clinic).every(
    (f) => f.level === 'notice' || f.passing === true || severityOf(f.level) <= (before.get(f.code) ?? -1),
  );
}

function withoutConsult(answers: Answers): Answers {
  const { consult: _consult, ...rest } = answers;
  return rest;
}

/** A consult that cleared the person for this needle turns ask-first into a notice that still names the reason. */
function lift(finding: Finding, answers: Answers): Finding {
  if (finding.level !== 'ask-first' || finding.lifted === 'never') return finding;
  const standing = consultStanding(answers);
  if (standing.state !== 'cleared' || standing.needle === 'exceeded') return finding;
  const on = answers.consult ? sayDay(answers.consult.on) : '';
  return { ...finding, level: 'notice', says: `${finding.says} (Asked: cleared in the consult of ${on}.)` };
}

const toReason = ({ code, level, says, until, sources }: Finding): Reason => ({
  code,
  level,
  says,
  ...(until === undefined ? {} : { until }),
  sources,
});

function limits(answers: Answers, clinic: ClinicSettings, refused: boolean): Limits {
  const asked = zones.filter((z) => answers.zones?.includes(z));
  const wart = answers.zoneFindings?.includes('wart') ?? false;
  const refusal = (zone: Zone): RefusedZone[] =>
    isNoGo(zone) ? [{ zone, code: noGoCode(zone) }] : wart ? [{ zone, code: 'wart' }] : [];
  const zonesRefused = asked.flatMap(refusal);
  const allowed = asked.filter((z) => refusal(z).length === 0);
  return {
    ...(refused ? {} : { needleLengthMmMax: longestNeedleMm(answers, clinic, allowed) }),
    intervalDaysMin: leastIntervalDays[answers.setting],
    zones: allowed,
    zonesRefused,
  };
}

/** The least of the setting's limit, the consult's and the jurisdiction's; devices are set in tenths of a millimetre. */
function longestNeedleMm(answers: Answers, clinic: ClinicSettings, allowed: readonly Zone[]): number {
  const standing = consultStanding(answers);
  const ofConsult = standing.state === 'cleared' ? standing.needleLengthMmMax : undefined;
  const from = answers.setting === 'professional' ? clinic.jurisdictionNeedsHealthSettingFromMm : undefined;
  return Math.min(
    settingLimitMm(answers.setting, allowed.some(isThin)),
    ofConsult ?? Number.POSITIVE_INFINITY,
    from === undefined ? Number.POSITIVE_INFINITY : Math.round(from * 10 - 1) / 10,
  );
}
