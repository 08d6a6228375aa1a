import { median } from '@stria/math';
import { distanceTo } from './distance.ts';
import type { Box } from './frame.ts';
import { MARK_ABOVE, type Mask } from './raster.ts';
import { centreLines } from './skeleton.ts';

/** A first, coarse look at a mask. */
export interface Glance {
  /** Smallest upright box around all marks, px. */
  readonly box: Box;
  /** Typical width of a mark, px. */
  readonly widthPx: number;
}

/** Where the marks lie and how wide they typically are, in pixels, from a coarse look at the mask. */
export function glanceAt(mask: Mask): Glance {
  const { widthPx, heightPx, data } = mask;
  let [left, top, right, bottom] = [widthPx, heightPx, -1, -1];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if ((data[y * widthPx + x] as number) <= MARK_ABOVE) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const box = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
  const k = Math.max(1, Math.ceil(Math.sqrt((box.width * box.height) / 1_000_000)));
  const [w, h] = [Math.ceil(box.width / k) + 2, Math.ceil(box.height / k) + 2];
  const inside = new Uint8Array(w * h);
  for (let y = 0; y < box.height; y += k)
    for (let x = 0; x < box.width; x += k) {
      if ((data[(top + y) * widthPx + left + x] as number) > MARK_ABOVE) inside[(y / k + 1) * w + x / k + 1] = 1;
    }
  const away = distanceTo(
    inside.map((v) => 1 - v),
    w,
    h,
  );
  const line = centreLines(inside, w, h);
  const widths = [...away.filter((_, i) => line[i] === 1)].map((d) => 2 * d * k);
  return { box, widthPx: Math.max(1, widths.length > 0 ? median(widths) - 0.5 * k : k) };
}
