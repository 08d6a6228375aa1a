import { readFileSync } from 'node:fs';
import { seeded } from '@stria/math';
import { converter, differenceCiede2000 } from 'culori';
import { describe, expect, it } from 'vitest';
import { referencePath } from '../../../tools/reference.ts';
import { apply3, deltaE00, itaDegrees, labOfLinear, labOfSrgb, linearOfLab, srgbFromP3, toLinear, toSample } from './colour.ts';

const pairs = (path: string | undefined): number[][] =>
  path === undefined
    ? []
    : readFileSync(path, 'utf8')
        .split('\n')
        .map((line) =>
          line
            .trim()
            .split(/[\s,;]+/)
            .map(Number),
        )
        .filter((row) => row.length >= 7 && row.every(Number.isFinite));

const distance = (r: readonly number[]) =>
  deltaE00(
    { L: r[0] as number, a: r[1] as number, b: r[2] as number },
    { L: r[3] as number, a: r[4] as number, b: r[5] as number },
    r.length > 8 ? [r[6] as number, r[7] as number, r[8] as number] : undefined,
  );

describe('the distance of two colours', () => {
  for (const [name, path, rows, within] of [
    ['Sharma, Wu and Dalal', referencePath('data/colour/sharma34.csv'), 34, 1e-4],
    ['the ICC HDR group', referencePath('data/colour/reference-data-2.txt'), 9, 1e-4],
    ['the hard cases', referencePath('data/colour/reference-data-3.txt'), 40, 1e-9],
  ] as const) {
    it.skipIf(!path)(`is that of ${name}`, () => {
      const table = pairs(path);
      expect(table.length).toBe(rows);
      for (const row of table) expect(Math.abs(distance(row) - (row.at(-1) as number)), row.join(' ')).toBeLessThan(within);
    });
  }

  it('is the one that another program finds, on 2000 chance pairs', () => {
    const theirs = differenceCiede2000();
    const rng = seeded(5);
    for (let i = 0; i < 2000; i++) {
      const lab = () => ({ L: rng.uniform() * 100, a: rng.normal() * 30, b: rng.normal() * 30 });
      const [p, q] = [lab(), lab()];
      const other = theirs({ mode: 'lab65', l: p.L, a: p.a, b: p.b }, { mode: 'lab65', l: q.L, a: q.a, b: q.b });
      expect(deltaE00(p, q)).toBeCloseTo(other, 9);
      expect(deltaE00(p, q)).toBeCloseTo(deltaE00(q, p), 9);
    }
  });
});

describe('L*a*b*', () => {
  const theirLab = converter('lab65');
  it('is the one that another program finds, for sRGB and Display P3', () => {
    for (let r = 0; r < 256; r += 51)
      for (let g = 0; g < 256; g += 51)
        for (let b = 0; b < 256; b += 51) {
          const [u, v, w] = [r / 255, g / 255, b / 255];
          const plain = theirLab({ mode: 'rgb', r: u, g: v, b: w });
          const ours = labOfSrgb([r, g, b]);
          const wide = theirLab({ mode: 'p3', r: u, g: v, b: w });
          const oursWide = labOfLinear(apply3(srgbFromP3, [toLinear(u), toLinear(v), toLinear(w)]));
          for (const [mine, other] of [
            [ours, plain],
            [oursWide, wide],
          ] as const) {
            expect(Math.abs(mine.L - other.l)).toBeLessThan(0.02);
            expect(Math.abs(mine.a - other.a)).toBeLessThan(0.03);
            expect(Math.abs(mine.b - other.b)).toBeLessThan(0.03);
          }
        }
  });

  it('goes back to the same samples', () => {
    for (const rgb of [
      [0, 0, 0],
      [255, 255, 255],
      [194, 150, 130],
      [12, 200, 77],
    ] as const) {
      expect(linearOfLab(labOfSrgb(rgb)).map(toSample)).toEqual([...rgb]);
    }
  });

  it('tells light skin from dark by the typology angle', () => {
    expect(itaDegrees({ L: 70, b: 15 })).toBeCloseTo(53.13, 2);
    expect(itaDegrees({ L: 35, b: 15 })).toBeCloseTo(-45, 6);
  });
});
