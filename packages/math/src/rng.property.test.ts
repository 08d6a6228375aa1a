import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './rng.ts';
import { mean, sd } from './stats.ts';

const many = (n: number, draw: () => number) => Array.from({ length: n }, draw);

describe('seeded chance', () => {
  it('gives the same numbers for the same seed, and others for the next one', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const [a, b, c] = [seeded(seed), seeded(seed), seeded(seed + 1)];
        const drawn = many(20, a.uniform);
        expect(many(20, b.uniform)).toEqual(drawn);
        expect(many(20, c.uniform)).not.toEqual(drawn);
      }),
    );
  });

  it('stays in [0, 1) and fills it evenly', () => {
    const counts = new Array<number>(16).fill(0);
    const rng = seeded(7);
    for (let i = 0; i < 160_000; i++) {
      const u = rng.uniform();
      expect(u >= 0 && u < 1).toBe(true);
      const bin = Math.floor(u * 16);
      counts[bin] = (counts[bin] as number) + 1;
    }
    const chiSquare = counts.reduce((s, n) => s + (n - 10_000) ** 2 / 10_000, 0);
    expect(chiSquare).toBeLessThan(37.7); // 99.9 % of 15 degrees of freedom
  });

  it('draws a bell curve of mean 0 and deviation 1 with the right tails', () => {
    const rng = seeded(11);
    const drawn = many(200_000, rng.normal);
    expect(mean(drawn)).toBeCloseTo(0, 2);
    expect(sd(drawn)).toBeCloseTo(1, 2);
    expect(drawn.filter((v) => Math.abs(v) > 1.96).length / drawn.length).toBeCloseTo(0.05, 2);
  });

  it('does not run in step across near seeds, forks or neighbours', () => {
    for (const [a, b] of [
      [seeded(1), seeded(2)],
      [seeded(5).fork(1), seeded(5).fork(2)],
      [seeded(5), seeded(5).fork(0)],
    ] as const) {
      const n = 20_000;
      const products = many(n, () => (a.uniform() - 0.5) * (b.uniform() - 0.5) * 12);
      expect(Math.abs(mean(products))).toBeLessThan(4 / Math.sqrt(n));
    }
  });

  it('draws whole numbers with both ends', () => {
    const rng = seeded(3);
    expect(new Set(many(500, () => rng.integer(2, 5)))).toEqual(new Set([2, 3, 4, 5]));
  });
});
