import type { SourceId } from '@stria/record';

/**
 * How many channels needling leaves, from the needles of the head and the passes. It rests on one measured number, and says
 * how far that carries. "Passes" are all passes over one place, every direction counted.
 */

/** The head that was measured. Source: b01, b03. */
const MEASURED_NEEDLES = 192;
const MEASURED_CHANNELS_PER_CM2 = 250;
/** Beyond this many passes nobody has counted. Source: b03. */
export const MEASURED_PASSES = 15;
/** Channels that one pass of the measured roller leaves. Source: b04. */
export const CHANNELS_PER_CM2_PER_PASS = MEASURED_CHANNELS_PER_CM2 / MEASURED_PASSES;
/** Width of a channel. Source: b03 (needles of 70 um). */
export const CHANNEL_DIAMETER_UM = 70;
/** How wrong "about 250" may be, as a share, where everything is as it was measured. Source: convention. */
const BAND_MEASURED = 0.2;
/** The same for another head or more passes: drums differ in width, and nobody has counted. Source: convention. */
const BAND_EXTRAPOLATED = 0.5;

export interface Needling {
  /** Needles of the whole head; absent: not known, then the measured head is taken. */
  readonly needleCount?: number;
  /** Over one place, all directions together. 0 or more. */
  readonly passes: number;
}

export interface Density {
  readonly channelsPerCm2: number;
  /** Where the real number may lie. */
  readonly band: { readonly low: number; readonly high: number };
  /** `measured`: as in the report that the number comes from; otherwise carried on in proportion. */
  readonly basis: 'measured' | 'extrapolated';
  /** Why it is carried on, in words; empty where it is not. */
  readonly says: readonly string[];
  /** Share of the skin that is hit at all, 0 to 1. */
  readonly shareHit: number;
  /** Share of the hit skin that is hit more than once, 0 to 1. */
  readonly shareHitAgain: number;
  readonly sources: readonly SourceId[];
}

/** What the overlap assumes. Source: convention. */
export const overlapAssumption =
  'The overlap takes it that holes fall by chance and independently of each other (a Poisson law), each 70 µm wide. A roller that runs in the same track again hits more of the same skin.';

/** Channels in a square centimetre: 250/15 for each pass of 192 needles, in proportion to needles and passes. Source: b01, b03, b04. */
export function channelDensity({ needleCount, passes }: Needling): Density {
  const needles = needleCount ?? MEASURED_NEEDLES;
  const channelsPerCm2 = (CHANNELS_PER_CM2_PER_PASS * passes * needles) / MEASURED_NEEDLES;
  const says = [
    ...(needleCount === undefined
      ? ['The number of needles is not known. This is reckoned with the 192 of the roller that was measured.']
      : needles !== MEASURED_NEEDLES
        ? [`Counted was a roller with 192 needles. For ${needles} it is reckoned in proportion, which nobody has counted.`]
        : []),
    ...(passes > MEASURED_PASSES
      ? [`Channels were counted after 15 passes. For ${passes} the true number is not known; this carries the line on.`]
      : []),
  ];
  const basis = says.length === 0 ? 'measured' : 'extrapolated';
  const spread = basis === 'measured' ? BAND_MEASURED : BAND_EXTRAPOLATED;
  return {
    channelsPerCm2,
    band: { low: channelsPerCm2 * (1 - spread), high: channelsPerCm2 * (1 + spread) },
    basis,
    says,
    ...overlap(channelsPerCm2),
    sources: ['b01', 'b03', 'b04', 'convention'],
  };
}

/** Channels on a whole area, cm2. */
export const channelsOn = (density: Density, areaCm2: number): number => density.channelsPerCm2 * areaCm2;

function overlap(channelsPerCm2: number): { shareHit: number; shareHitAgain: number } {
  const radiusCm = CHANNEL_DIAMETER_UM / 2 / 10_000;
  /** Channels that lie over a point, on average. */
  const mean = channelsPerCm2 * Math.PI * radiusCm ** 2;
  if (mean === 0) return { shareHit: 0, shareHitAgain: 0 };
  // expm1 keeps the small shares exact: 1 - exp(-mean) would lose most of their digits.
  const shareHit = -Math.expm1(-mean);
  const once = mean * Math.exp(-mean);
  return { shareHit, shareHitAgain: Math.max(0, shareHit - once) / shareHit };
}
