import type { Calibration } from './calibrate.ts';
import type { Extent } from './extent.ts';
import type { FramePose } from './fiducial.ts';
import type { Glance } from './glance.ts';
import { type Contrast, clippedShare, type Places } from './measure.ts';
import type { ColourSpace } from './photo.ts';
import type { Fault } from './quality.ts';
import type { Raster } from './raster.ts';
import { looksBlurred } from './sharpness.ts';
import type { Sheet } from './sheet.ts';

/** All that was found out about a photo, for its faults to be told. */
export interface Findings {
  readonly raster: Raster;
  readonly colourSpace: ColourSpace;
  /** A frame or a stated scale gives millimetres. */
  readonly inMm: boolean;
  readonly glance: Glance;
  readonly frame: FramePose | null;
  readonly calibration: Calibration | undefined;
  readonly sheet: Sheet;
  readonly places: Places;
  readonly contrast: Contrast | undefined;
  readonly extent: Extent;
}

/** Limits of what is fit to be compared. Source: convention (tried on generated photos; blur in mm is half the depth that counts as inside). */
const limits = {
  blurMm: 0.2,
  tiltDegrees: 20,
  clippedShare: 0.75,
  glareShare: 0.005,
  paperLight: 0.06,
  skinLight: 0.012,
  residualDeltaE00: 6,
  narrowPx: 5,
  markWidthMm: [0.3, 30],
} as const;

/** Every fault of the photo, in the order in which a person would mend them. */
export function faultsOf(f: Findings): Fault[] {
  const { inMm, frame, calibration, sheet, places, contrast } = f;
  const faults: Fault[] = [];
  const say = (when: boolean, fault: Fault) => {
    if (when) faults.push(fault);
  };
  const any = places.inside.includes(1);
  const width = f.extent.width.value;
  const clipped = clippedShare(sheet, places);
  const light = contrast ? ((contrast.skin.L + 16) / 116) ** 3 : 1;
  say(frame === null, 'frame-missing');
  say(!inMm, 'scale-missing');
  say(frame !== null && frame.markerIds.length < 4, 'frame-partly-seen');
  say(frame !== null && calibration === undefined, 'frame-uncalibrated');
  say((calibration?.residualDeltaE00 ?? 0) > limits.residualDeltaE00, 'colour-doubtful');
  say(calibration === undefined && f.colourSpace === 'other', 'profile-unread');
  say((frame?.tiltDegrees ?? 0) > limits.tiltDegrees, 'tilted');
  say(frame ? frame.blurPx / frame.pxPerMm > limits.blurMm : looksBlurred(f.raster, f.glance), 'blurred');
  say(calibration ? calibration.paperLight < limits.paperLight : light < limits.skinLight, 'too-dark');
  say(clipped > limits.clippedShare, 'clipped');
  say(clipped > limits.glareShare && clipped <= limits.clippedShare, 'glare');
  say(!any && frame !== null, 'marks-outside-frame');
  say(any && contrast === undefined && clipped <= limits.clippedShare, 'skin-missing');
  if (!contrast || !any) return faults;
  say(inMm && (width < limits.markWidthMm[0] || width > limits.markWidthMm[1]), 'scale-doubtful');
  const widthPx = (width / sheet.cell) * sheet.cellPx;
  say(contrast.depth < 0.15 || widthPx < limits.narrowPx, 'marks-too-narrow');
  say(contrast.contrastDeltaE00.value < Math.max(1.5, 3 * contrast.contrastDeltaE00.sd), 'marks-faint');
  say(confidenceOf(contrast) < 0.5, 'low-confidence');
  return faults;
}

/**
 * How sure it is that the painted marks differ from the skin beside them, 0..1: one half at a contrast of three standard
 * deviations, less where few cells were seen.
 */
export function confidenceOf({ contrastDeltaE00: { value, sd }, cells }: Contrast): number {
  const z = sd > 0 ? value / sd : 0;
  return ((z * z) / (z * z + 9)) * (cells / (cells + 40));
}
