import { orient } from '@stria/imaging';
import { describe, expect, it } from 'vitest';
import { uprightMatrix, uprightSize } from './upright.ts';

describe('a photo shown upright', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('lies as imaging turns its pixels, for orientation %i', (orientation) => {
    const stored = { widthPx: 3, heightPx: 2 };
    const data = Uint8Array.from({ length: 18 }, (_, i) => Math.floor(i / 3));
    const turned = orient({ ...stored, channels: 3, data }, orientation);
    expect({ widthPx: turned.widthPx, heightPx: turned.heightPx }).toEqual(uprightSize(stored, orientation));
    const [a, b, c, d, e, f] = uprightMatrix(stored, orientation);
    for (let y = 0; y < stored.heightPx; y++) {
      for (let x = 0; x < stored.widthPx; x++) {
        const [cx, cy] = [x + 0.5, y + 0.5];
        const [ux, uy] = [a * cx + c * cy + e - 0.5, b * cx + d * cy + f - 0.5];
        expect(turned.data[(uy * turned.widthPx + ux) * 3]).toBe(y * stored.widthPx + x);
      }
    }
  });
});
