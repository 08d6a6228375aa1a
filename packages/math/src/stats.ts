/** Small statistics. Lists may be plain or typed arrays; none is changed. An empty list has no mean: that throws. */
export type Numbers = ArrayLike<number>;

export function mean(values: Numbers): number {
  atLeast(values, 1);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Standard deviation of a sample (divisor n - 1); needs two values. Two passes, so that large means do not eat small spreads. */
export function sd(values: Numbers): number {
  atLeast(values, 2);
  const m = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += ((values[i] as number) - m) ** 2;
  return Math.sqrt(sum / (values.length - 1));
}

/** Quantile 0..1 with straight lines between the sorted values (the usual default: R's type 7). */
export function quantile(values: Numbers, q: number): number {
  atLeast(values, 1);
  if (!(q >= 0 && q <= 1)) throw new RangeError('a quantile lies in 0..1');
  const sorted = Float64Array.from(values).sort();
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  const below = sorted[low] as number;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] as number;
  return below + (above - below) * (at - low);
}

export const median = (values: Numbers): number => quantile(values, 0.5);

/** Root of the sum of squares: how independent errors add up. */
export const combine = (...sds: readonly number[]): number => Math.hypot(...sds);

/** Standard error of measurement from the spread between subjects and the reliability (ICC, 0..1). Source: h24. */
export function standardErrorOfMeasurement(spread: number, reliability: number): number {
  if (!(reliability >= 0 && reliability <= 1)) throw new RangeError('a reliability lies in 0..1');
  return spread * Math.sqrt(1 - reliability);
}

/** How many standard deviations hold 95 of 100 of a bell curve, both sides. */
export const Z95 = 1.959963984540054;

/**
 * Smallest change that 95 of 100 pairs of unchanged measurements stay below, each with its own standard error; where both are
 * the same this is 1.96 x sqrt(2) x SEM. Source: h24.
 */
export const smallestRealChange = (...standardErrors: readonly number[]): number => Z95 * combine(...standardErrors);

/**
 * Delete-one-group jackknife: `without[i]` is the answer when group i is left out. The standard error of the answer, for any
 * answer that is smooth in the data, with no formula of its own. Needs two groups.
 */
export function jackknifeSd(without: Numbers): number {
  atLeast(without, 2);
  const m = mean(without);
  let sum = 0;
  for (let i = 0; i < without.length; i++) sum += ((without[i] as number) - m) ** 2;
  return Math.sqrt((sum * (without.length - 1)) / without.length);
}

function atLeast(values: Numbers, n: number): void {
  if (values.length < n) throw new RangeError(`at least ${n} value(s) are needed`);
}
