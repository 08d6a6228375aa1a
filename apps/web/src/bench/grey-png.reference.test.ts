import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeGreyPng } from './grey-png.ts';
import { paintMask } from './strokes.ts';

describe('a mask as a PNG', () => {
  it('is read by another decoder as one 8-bit grey channel of the same size and values', async () => {
    const size = { widthPx: 301, heightPx: 77 };
    const mask = paintMask(size, [{ tool: 'paint', radiusPx: 9, path: [10, 10, 280, 60, 290, 5] }]);
    const png = await encodeGreyPng(size, mask);
    const seen = await sharp(png).metadata();
    expect([seen.format, seen.width, seen.height, seen.channels, seen.depth]).toEqual(['png', 301, 77, 1, 'uchar']);
    const decoded = await sharp(png).toColourspace('b-w').raw().toBuffer();
    expect(Buffer.compare(decoded, Buffer.from(mask))).toBe(0);
  });

  it('refuses pixels that are not of the stated size', async () => {
    await expect(encodeGreyPng({ widthPx: 2, heightPx: 2 }, new Uint8Array(3))).rejects.toThrow(RangeError);
  });
});
