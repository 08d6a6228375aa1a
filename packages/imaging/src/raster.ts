/**
 * Decoded pixels, as every decoder hands them over: rows from the top, 8 bits a channel, 3 (RGB) or 4 (RGBA, alpha is not
 * read) channels. Never changed by what reads it. (0, 0) is the centre of the top-left pixel.
 */
export interface Raster {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/**
 * Marks confirmed by hand, one byte a pixel, of the size of the upright photo. More than half covered (above 128) is mark;
 * 33 to 128 is neither mark nor skin (unsure, clothes, background) and is left out of the surrounding skin; the rest is skin.
 */
export interface Mask {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

export const MARK_ABOVE = 128;
export const NEITHER_ABOVE = 32;

/** The photo as a person holds it: turned and mirrored as EXIF orientation 1 to 8 asks. 1 gives the same raster back. */
export function orient(raster: Raster, orientation: number): Raster {
  if (orientation <= 1 || orientation > 8) return raster;
  const { widthPx: w, heightPx: h, channels: n, data } = raster;
  const turned = orientation >= 5;
  const out = new Uint8Array(w * h * n);
  const [outW, outH] = turned ? [h, w] : [w, h];
  const [start, stepX, stepY] = walk(orientation, w, h);
  for (let y = 0; y < outH; y++) {
    for (let x = 0; x < outW; x++) {
      const from = (start + x * stepX + y * stepY) * n;
      const to = (y * outW + x) * n;
      for (let c = 0; c < n; c++) out[to + c] = data[from + c] as number;
    }
  }
  return { widthPx: outW, heightPx: outH, channels: n, data: out };
}

/** First stored pixel of the upright photo, and how far the next one lies to the right and below. */
function walk(orientation: number, w: number, h: number): readonly [number, number, number] {
  const last = w * h - 1;
  switch (orientation) {
    case 2:
      return [w - 1, -1, w];
    case 3:
      return [last, -1, -w];
    case 4:
      return [last - w + 1, 1, -w];
    case 5:
      return [0, w, 1];
    case 6:
      return [last - w + 1, -w, 1];
    case 7:
      return [last, -w, -1];
    default:
      return [w - 1, w, -1];
  }
}
