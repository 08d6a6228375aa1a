import type { SourceId } from '@stria/record';
import { DIRECTION_COUNT, HOME_NEEDLE_LENGTH_MM, mostPassesPerDirection } from './bounds.ts';
import { channelDensity, type Needling } from './density.ts';

/**
 * How strong a session is, in one number and a word: needle length x channels a square centimetre. The number is the length of
 * all channels in a square centimetre, end to end, in mm. That the three make a dose like this is our reading (convention);
 * what is known is that longer needles and more of them take longer to close. Source: d12, d17.
 */
export const intensities = ['mild', 'moderate', 'clinic-only'] as const;
export type Intensity = (typeof intensities)[number];

export const intensityWords: Record<Intensity, string> = {
  mild: 'Mild',
  moderate: 'Moderate',
  'clinic-only': 'For clinics only',
};

/** 12 passes of the measured roller with the longest needle that is usual at home (0.3 mm) make 60. Source: convention. */
const MILD_UP_TO = 60;
/** Above it for clinics only: more than 16 passes with 0.5 mm make with the measured roller (133), less than 1.5 mm and 10 passes (250). Source: convention. */
const HOME_UP_TO = 200;
/** In all directions together. Source: b11, convention. */
const HOME_PASSES = mostPassesPerDirection.home * DIRECTION_COUNT;

export interface Dose extends Needling {
  readonly needleLengthMm: number;
}

export interface IntensityIndex {
  /** mm of channel a cm2. */
  readonly index: number;
  readonly intensity: Intensity;
  /** Why it is for clinics only; empty otherwise. */
  readonly says: readonly string[];
  readonly sources: readonly SourceId[];
}

/** Longer needles, more of them or more passes never make the word milder. */
export function intensityOf(dose: Dose): IntensityIndex {
  const { needleLengthMm, passes } = dose;
  const index = needleLengthMm * channelDensity(dose).channelsPerCm2;
  const says = [
    ...(needleLengthMm > HOME_NEEDLE_LENGTH_MM ? [`Needles over ${HOME_NEEDLE_LENGTH_MM} mm are for clinics.`] : []),
    ...(passes > HOME_PASSES ? [`More than ${HOME_PASSES} passes over one place are for clinics.`] : []),
    ...(index > HOME_UP_TO ? [`An index over ${HOME_UP_TO} is for clinics.`] : []),
  ];
  const intensity = says.length > 0 ? 'clinic-only' : index <= MILD_UP_TO ? 'mild' : 'moderate';
  return { index, intensity, says, sources: ['b06', 'b07', 'b03', 'd12', 'd17', 'convention'] };
}

/** The most passes in each direction that stay within the cap for home; 0 where none does. */
export const mostHomePassesPerDirection = (dose: Omit<Dose, 'passes'>): number =>
  [4, 3, 2, 1].find((n) => intensityOf({ ...dose, passes: n * DIRECTION_COUNT }).intensity !== 'clinic-only') ?? 0;
