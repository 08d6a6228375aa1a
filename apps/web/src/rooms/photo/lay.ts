import type { SizePx } from '../../bench/strokes.ts';

/** Three rows of three, row by row. */
export type Homography = readonly number[];

/**
 * Where each pixel of the follow-up lies in the baseline when the printed frame of the one is laid on that of the other.
 * Both poses lead from mm on the paper to pixels of their photo. undefined where a pose cannot be turned round.
 */
export function layFrames(baselineFromMm: Homography, followupFromMm: Homography): Homography | undefined {
  const mmFromFollowup = invert(followupFromMm);
  return mmFromFollowup === undefined ? undefined : multiply(baselineFromMm, mmFromFollowup);
}

/**
 * The same as a transform of CSS, for two boxes that each show their photo at `cssPerPx` CSS pixels a pixel with the origin at
 * the top-left corner. CSS counts from the edge of the first pixel, photos from its centre.
 */
export function cssTransform(baselineFromFollowup: Homography, cssPerPx: number): string {
  const k = cssPerPx;
  const toCss = [k, 0, k / 2, 0, k, k / 2, 0, 0, 1];
  const toPx = [1 / k, 0, -0.5, 0, 1 / k, -0.5, 0, 0, 1];
  const h = multiply(multiply(toCss, baselineFromFollowup), toPx);
  const n = h.map((v) => v / (h[8] ?? 1));
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, i = 0, j = 1] = n;
  return `matrix3d(${[a, d, 0, g, b, e, 0, i, 0, 0, 1, 0, c, f, 0, j].join(',')})`;
}

/** Where a point goes. */
export function mapPoint(h: Homography, x: number, y: number): readonly [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 0] = h;
  const w = g * x + i * y + j;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

/** False where laying would throw the follow-up out of all proportion: the frames were then not meant as one place. */
export function isPlausible(baselineFromFollowup: Homography, followup: SizePx, baseline: SizePx): boolean {
  const [x, y] = mapPoint(baselineFromFollowup, followup.widthPx / 2, followup.heightPx / 2);
  const reach = Math.max(baseline.widthPx, baseline.heightPx);
  return Number.isFinite(x) && Number.isFinite(y) && Math.abs(x) < 2 * reach && Math.abs(y) < 2 * reach;
}

function multiply(p: Homography, q: Homography): number[] {
  return Array.from({ length: 9 }, (_, i) => {
    const row = Math.floor(i / 3) * 3;
    const column = i % 3;
    return [0, 1, 2].reduce((sum, k) => sum + (p[row + k] ?? 0) * (q[k * 3 + column] ?? 0), 0);
  });
}

function invert(h: Homography): number[] | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 0] = h;
  const determinant = a * (e * j - f * i) - b * (d * j - f * g) + c * (d * i - e * g);
  if (!Number.isFinite(determinant) || determinant === 0) return undefined;
  const adjugate = [
    e * j - f * i,
    c * i - b * j,
    b * f - c * e,
    f * g - d * j,
    a * j - c * g,
    c * d - a * f,
    d * i - e * g,
    b * g - a * i,
    a * e - b * d,
  ];
  return adjugate.map((v) => v / determinant);
}
