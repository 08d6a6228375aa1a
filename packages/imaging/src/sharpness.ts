import { median } from '@stria/math';
import type { Glance } from './glance.ts';
import { greyOf } from './quads.ts';
import type { Raster } from './raster.ts';

/**
 * Below this the fine detail is gone. Source: convention (two photos and ten generated ones: sharp 0.67 to 1.1; blurred by two
 * thousandths of the photo's side, which is 0.4 mm in a photo of 20 cm, 0.30 to 0.50, with noise or without).
 */
const LEAST_RATIO = 0.54;
/** Detail is looked at in cells of this share of the photo's longer side. */
const CELL_SHARE = 1 / 500;

/**
 * Whether the neighbourhood of the marks is too soft to measure, where no frame shows how soft edges are. Coarse photos (under
 * 1500 pixels) leave no room between detail and the blocks of JPEG: nothing is said of them.
 */
export function looksBlurred(raster: Raster, glance: Glance): boolean {
  return Math.max(raster.widthPx, raster.heightPx) >= 1500 && detailRatio(raster, glance) < LEAST_RATIO;
}

/**
 * Detail in cells of one size over detail in cells twice as large. Noise halves from one size to the next, detail does not; so half of
 * what is seen in cells of half the size is taken off as noise.
 */
export function detailRatio(raster: Raster, { box }: Glance): number {
  const k = 2 * Math.max(1, Math.round((Math.max(raster.widthPx, raster.heightPx) * CELL_SHARE) / 2));
  const detail = (cell: number) => {
    const grey = greyOf(raster, cell);
    const [left, top] = [Math.max(1, Math.floor(box.x / cell)), Math.max(1, Math.floor(box.y / cell))];
    const right = Math.min(grey.width - 1, Math.ceil((box.x + box.width) / cell));
    const bottom = Math.min(grey.height - 1, Math.ceil((box.y + box.height) / cell));
    const found: number[] = [];
    const step = Math.max(1, Math.round(Math.sqrt(((right - left) * (bottom - top)) / 40_000)));
    for (let y = top; y < bottom; y += step) {
      for (let x = left; x < right; x += step) {
        const i = y * grey.width + x;
        const at = (j: number) => grey.data[j] as number;
        found.push(Math.abs(4 * at(i) - at(i - 1) - at(i + 1) - at(i - grey.width) - at(i + grey.width)));
      }
    }
    return found.length < 50 ? undefined : median(found);
  };
  const [finer, fine, coarse] = [detail(k / 2), detail(k), detail(2 * k)];
  if (finer === undefined || fine === undefined || coarse === undefined || coarse === 0) return 1;
  return Math.sqrt(Math.max(0, fine * fine - (finer / 2) ** 2)) / coarse;
}
