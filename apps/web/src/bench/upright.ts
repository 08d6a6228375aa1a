import type { SizePx } from './strokes.ts';

/** The size of the photo as a person holds it: EXIF orientations 5 to 8 lie on their side in the file. */
export const uprightSize = (stored: SizePx, orientation: number): SizePx =>
  orientation >= 5 && orientation <= 8 ? { widthPx: stored.heightPx, heightPx: stored.widthPx } : stored;

/**
 * From the picture as stored to the picture upright, as `matrix(a b c d e f)` of SVG and canvas: x' = ax + cy + e,
 * y' = bx + dy + f, edges of the picture on edges. The pixels themselves are turned by imaging's `orient`; this is for showing.
 */
export function uprightMatrix(stored: SizePx, orientation: number): readonly [number, number, number, number, number, number] {
  const { widthPx: w, heightPx: h } = stored;
  switch (orientation) {
    case 2:
      return [-1, 0, 0, 1, w, 0];
    case 3:
      return [-1, 0, 0, -1, w, h];
    case 4:
      return [1, 0, 0, -1, 0, h];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, h, 0];
    case 7:
      return [0, -1, -1, 0, h, w];
    case 8:
      return [0, -1, 1, 0, 0, w];
    default:
      return [1, 0, 0, 1, 0, 0];
  }
}
