import { distanceTo } from './distance.ts';
import type { Box } from './frame.ts';
import { MARK_ABOVE, type Mask } from './raster.ts';

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
  // Across a strip n cells wide the way to the edge is (n + 2) / 4 cells in the mean.
  const away = distanceTo(
    inside.map((v) => 1 - v),
    w,
    h,
  );
  let [sum, count] = [0, 0];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] !== 1) continue;
    sum += away[i] as number;
    count++;
  }
  return { box, widthPx: count === 0 ? 1 : Math.max(1, ((4 * sum) / count - 2) * k) };
}
