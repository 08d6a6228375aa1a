import type { FramePose } from './fiducial.ts';
import type { Raster } from './raster.ts';

/** The follow-up drawn where the baseline's frame lies: for the slider. The paper is laid on the paper, not skin on skin. */
export function layOn(
  _followup: Raster,
  _from: FramePose,
  _onto: { readonly pose: FramePose; readonly widthPx: number; readonly heightPx: number },
): Raster {
  throw new Error('being built');
}
