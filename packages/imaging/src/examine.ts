import type { Examination, Result } from '@stria/record';
import type { FramePose } from './fiducial.ts';
import type { ColourSpace } from './photo.ts';
import type { Mask, Raster } from './raster.ts';

export interface ExamineInput {
  /** The upright photo. */
  readonly raster: Raster;
  /** Marks confirmed by hand, of the size of the upright photo. */
  readonly mask: Mask;
  readonly colourSpace: ColourSpace;
  /** What the person says of the scale; a frame in view beats it. */
  readonly scale?: { readonly pxPerMm: number };
  /** What the person measured of the printed bar of 50 mm. */
  readonly checkBarMm?: number;
}

export interface Examined {
  readonly examination: Examination;
  /** Where the frame lies in the photo, or null where none was found. */
  readonly frame: FramePose | null;
}

export function examine(_input: ExamineInput): Result<Examined> {
  throw new Error('being built');
}
