import { invert3, type Matrix3, multiply3 } from '@stria/math';
import type { FramePose } from './fiducial.ts';
import type { Raster } from './raster.ts';

/**
 * The follow-up drawn where the baseline's frame lies, for the slider: paper on paper. The frame is laid down anew for each
 * photo, so skin comes to lie on skin only to some millimetres. Grey where the follow-up shows nothing.
 */
export function layOn(
  followup: Raster,
  from: FramePose,
  onto: { readonly pose: FramePose; readonly widthPx: number; readonly heightPx: number },
): Raster {
  const back = invert3(onto.pose.photoFromFrameMm);
  if (!back) throw new Error('the pose of a frame has an inverse');
  const map: Matrix3 = multiply3(from.photoFromFrameMm, back);
  const { widthPx: w, heightPx: h, channels: n, data } = followup;
  const out = new Uint8Array(onto.widthPx * onto.heightPx * 3).fill(128);
  for (let y = 0; y < onto.heightPx; y++) {
    for (let x = 0; x < onto.widthPx; x++) {
      const z = 1 / (map[6] * x + map[7] * y + map[8]);
      const u = (map[0] * x + map[1] * y + map[2]) * z;
      const v = (map[3] * x + map[4] * y + map[5]) * z;
      if (!(u >= 0 && v >= 0 && u <= w - 1 && v <= h - 1)) continue;
      const [left, top] = [Math.min(Math.floor(u), w - 2), Math.min(Math.floor(v), h - 2)];
      const [fx, fy] = [u - left, v - top];
      const at = (top * w + left) * n;
      const to = (y * onto.widthPx + x) * 3;
      for (let c = 0; c < 3; c++) {
        const upper = (data[at + c] as number) * (1 - fx) + (data[at + n + c] as number) * fx;
        const lower = (data[at + w * n + c] as number) * (1 - fx) + (data[at + w * n + n + c] as number) * fx;
        out[to + c] = upper * (1 - fy) + lower * fy + 0.5;
      }
    }
  }
  return { widthPx: onto.widthPx, heightPx: onto.heightPx, channels: 3, data: out };
}
