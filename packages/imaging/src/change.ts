import { combine, smallestRealChange } from '@stria/math';
import type { Comparison, Estimate, Examination, PhotoProblem } from '@stria/record';
import { deltaE00, type Lab, labOfXyz, type Triple, xyzOfLab } from './colour.ts';
import { BETWEEN_VISITS_SD, FRAMING_AREA_SHARE, METHOD } from './method.ts';

/**
 * What changed between two photos: follow-up minus baseline. "Less visible" or "more visible" is said only where the contrast
 * moved by more than its smallest real change: what two photos of unchanged marks stay below 95 times in 100, from the errors
 * of both and from what skin does by itself between two days. Source: h24.
 *
 * Photos are not yet laid on each other, so `registration` is null and each photo is measured in its own marks.
 */
export function change(baseline: Examination, followup: Examination): Comparison {
  const problems = hindrances(baseline, followup);
  const pair = { baseline: baseline.marks.contrastDeltaE00, followup: contrastBeside(baseline, followup) };
  const comparable = problems.length === 0 && pair.baseline !== null && pair.followup !== null;
  if (!comparable || !pair.baseline || !pair.followup) {
    return { method: METHOD, comparable: false, problems, registration: null, change: null, verdict: 'cannot-tell' };
  }
  const contrast = compare(pair.baseline, pair.followup, BETWEEN_VISITS_SD);
  const area = meanOf(baseline.marks.areaMm2, followup.marks.areaMm2);
  const real = Math.abs(contrast.delta.value) > contrast.smallestRealChange;
  return {
    method: METHOD,
    comparable: true,
    problems,
    registration: null,
    change: {
      contrastDeltaE00: contrast,
      widthMm: compareOrNull(baseline.marks.widthMm, followup.marks.widthMm, 0),
      areaMm2: compareOrNull(baseline.marks.areaMm2, followup.marks.areaMm2, FRAMING_AREA_SHARE * area),
      textureRatio: compareOrNull(baseline.marks.textureRatio, followup.marks.textureRatio, 0),
    },
    verdict: !real ? 'no-change-detected' : contrast.delta.value < 0 ? 'less-visible' : 'more-visible',
  };
}

/** Why the two cannot be compared; empty where they can. */
function hindrances(baseline: Examination, followup: Examination): PhotoProblem[] {
  return [
    ...hindrancesOf(baseline, 'baseline-not-usable', 'baseline'),
    ...hindrancesOf(followup, 'followup-not-usable', 'follow-up'),
  ];
}

function hindrancesOf(e: Examination, code: string, name: string): PhotoProblem[] {
  if (e.usable && e.marks.contrastDeltaE00 !== null) return [];
  return [
    {
      code,
      says: `The ${name} is not fit to be compared: ${e.problems.map((p) => p.code).join(', ') || 'nothing could be measured'}.`,
      mend: 'Look at what its examination says, and take that photo again where you can.',
    },
  ];
}

/**
 * The follow-up's contrast as it would look in the baseline's light. Two calibrated photos are in the same light already. Where
 * one of them is not, exposure and white balance differ at the phone's whim; what they leave alone is how many times more of each
 * primary a mark reflects than the skin beside it. That ratio is put beside the baseline's skin.
 */
function contrastBeside(baseline: Examination, followup: Examination): Estimate | null {
  const { contrastDeltaE00: own, deltaL, deltaA, deltaB } = followup.marks;
  if (!own || (baseline.colour && followup.colour)) return own;
  const [to, from] = [skinOf(baseline), skinOf(followup)];
  if (!to || !from || !deltaL || !deltaA || !deltaB) return own;
  const mark: Lab = { L: from.L + deltaL.value, a: from.a + deltaA.value, b: from.b + deltaB.value };
  const [markXyz, fromXyz, toXyz] = [xyzOfLab(mark), xyzOfLab(from), xyzOfLab(to)];
  const moved = markXyz.map((v, i) => (v * (toXyz[i] as number)) / Math.max(fromXyz[i] as number, 1e-4)) as unknown as Triple;
  const value = deltaE00(labOfXyz(moved), to);
  return { value, sd: own.value > 0 ? (own.sd * value) / own.value : own.sd };
}

function skinOf({ adjacentSkin }: Examination): Lab | undefined {
  return adjacentSkin ? { L: adjacentSkin.L.value, a: adjacentSkin.a.value, b: adjacentSkin.b.value } : undefined;
}

/** `between` is what the quantity does by itself between two photos, as a standard deviation. */
function compare(baseline: Estimate, followup: Estimate, between: number) {
  return {
    baseline,
    followup,
    delta: { value: followup.value - baseline.value, sd: combine(baseline.sd, followup.sd, between) },
    smallestRealChange: smallestRealChange(baseline.sd, followup.sd, between),
  };
}

const compareOrNull = (baseline: Estimate | null, followup: Estimate | null, between: number) =>
  baseline && followup ? compare(baseline, followup, between) : null;

const meanOf = (a: Estimate | null, b: Estimate | null) => (a && b ? (a.value + b.value) / 2 : 0);
