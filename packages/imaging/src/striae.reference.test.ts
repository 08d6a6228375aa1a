import { invert3, type Matrix3, multiply3, project, seeded } from '@stria/math';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { referencePath } from '../../../tools/reference.ts';
import { change } from './change.ts';
import { linearOfSample, toSample } from './colour.ts';
import { examine } from './examine.ts';
import type { Mask, Raster } from './raster.ts';

/**
 * Two real photos with marks traced by hand, each against itself photographed again in software: other tilt, exposure, white balance,
 * slope of light, noise and JPEG. Nothing changed on the skin, so nothing may be called a change, and the error has to be stated.
 */
const photos = [
  {
    name: 'close-up',
    file: 'data/striae/alba-closeup.jpg',
    mask: 'data/striae/alba-closeup_mask.png',
    pxPerMm: 10,
    widest: 0.6,
  },
  { name: 'thigh', file: 'data/striae/alba-thigh.webp', mask: 'data/striae/alba-thigh_mask.png', pxPerMm: 2, widest: 0.8 },
] as const;

async function opened(file: string, maskFile: string): Promise<{ raster: Raster; mask: Mask }> {
  const photo = await sharp(file, { ignoreIcc: true }).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const size = { widthPx: photo.info.width, heightPx: photo.info.height };
  const mask = await sharp(maskFile).toColourspace('b-w').raw().toBuffer();
  return { raster: { ...size, channels: 3, data: new Uint8Array(photo.data) }, mask: { ...size, data: new Uint8Array(mask) } };
}

/** The photo again through another pose and another light; the mask goes along. */
async function again({ raster, mask }: { raster: Raster; mask: Mask }, seed: number) {
  const dice = seeded(seed);
  const even = (by: number) => (dice.uniform() * 2 - 1) * by;
  const { widthPx: w, heightPx: h } = raster;
  const back = invert3(poseOf(w, h, even)) as Matrix3;
  const gain = 0.7 + 0.6 * dice.uniform();
  const balance = [1 + even(0.15), 1, 1 + even(0.15)];
  const slope = [even(0.3), even(0.3)] as const;
  const pixels = new Uint8Array(w * h * 3);
  const marks = new Uint8Array(w * h).fill(64);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const [u, v] = project(back, [x, y]);
      if (!(u >= 0 && v >= 0 && u < w - 1 && v < h - 1)) continue;
      const light = gain * (1 + slope[0] * ((2 * x) / w - 1)) * (1 + slope[1] * ((2 * y) / h - 1));
      const [left, top] = [Math.floor(u), Math.floor(v)];
      for (let c = 0; c < 3; c++) {
        const at = (dx: number, dy: number) =>
          (linearOfSample[raster.data[((top + dy) * w + left + dx) * 3 + c] as number] as number) *
          (dx === 0 ? 1 - (u - left) : u - left) *
          (dy === 0 ? 1 - (v - top) : v - top);
        const seen = (at(0, 0) + at(1, 0) + at(0, 1) + at(1, 1)) * light * (balance[c] as number);
        pixels[(y * w + x) * 3 + c] = toSample(seen + dice.normal() * 0.01 * Math.sqrt(seen + 0.01));
      }
      marks[y * w + x] = mask.data[Math.round(v) * w + Math.round(u)] as number;
    }
  }
  const jpeg = await sharp(pixels, { raw: { width: w, height: h, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  const data = new Uint8Array(await sharp(jpeg).raw().toBuffer());
  return { raster: { ...raster, data }, mask: { ...mask, data: marks } };
}

function poseOf(w: number, h: number, even: (by: number) => number): Matrix3 {
  const focal = 0.6 * Math.hypot(w, h);
  const [a, b, c] = [even(0.26), even(0.26), even(0.07)];
  const camera: Matrix3 = [focal, 0, (w - 1) / 2, 0, focal, (h - 1) / 2, 0, 0, 1];
  const turned = [
    [1, 0, 0, 0, Math.cos(a), -Math.sin(a), 0, Math.sin(a), Math.cos(a)] as const,
    [Math.cos(b), 0, Math.sin(b), 0, 1, 0, -Math.sin(b), 0, Math.cos(b)] as const,
    [Math.cos(c), -Math.sin(c), 0, Math.sin(c), Math.cos(c), 0, 0, 0, 1] as const,
  ].reduce<Matrix3>(multiply3, [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  const plane: Matrix3 = [turned[0], turned[1], 0, turned[3], turned[4], 0, turned[6], turned[7], 1.05];
  return multiply3(multiply3(camera, plane), invert3(camera) as Matrix3);
}

describe('a real photo against itself under another light', () => {
  for (const { name, file, mask, pxPerMm, widest } of photos) {
    const path = referencePath(file);
    const maskPath = referencePath(mask);
    it.skipIf(!path || !maskPath)(`shows no change, with a stated error, ${name}`, async () => {
      const first = await opened(path as string, maskPath as string);
      const told = (p: { raster: Raster; mask: Mask }) => {
        const e = examine({ ...p, colourSpace: 'srgb', scale: { pxPerMm } });
        if (!e.ok) throw new Error(JSON.stringify(e.problems));
        return e.value.examination;
      };
      const baseline = told(first);
      for (const seed of [1, 2, 3, 4, 5]) {
        const answer = change(baseline, told(await again(first, seed)));
        const contrast = answer.change?.contrastDeltaE00;
        expect(answer.verdict, `${seed}: ${JSON.stringify(answer.problems)}`).toBe('no-change-detected');
        expect(contrast?.baseline.sd).toBeGreaterThan(0.05);
        expect(contrast?.followup.sd).toBeLessThan(widest);
        expect(Math.abs(contrast?.delta.value ?? 9)).toBeLessThan(0.4);
      }
    });
  }
});
