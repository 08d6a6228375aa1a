import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  determinant3,
  fitHomography,
  identity3,
  invert3,
  leastSquares,
  type Matrix3,
  multiply3,
  type Point2,
  project,
  solve,
} from './linear.ts';
import { seeded } from './rng.ts';

const small = fc.double({ min: -5, max: 5, noNaN: true });

describe('small algebra', () => {
  it('solves what it says it solves', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer(), (n, seed) => {
        const rng = seeded(seed);
        const a = Array.from({ length: n * n }, (_, i) => rng.normal() + (i % (n + 1) === 0 ? 3 : 0));
        const x = Array.from({ length: n }, () => rng.normal());
        const b = x.map((_, r) => x.reduce((s, v, c) => s + (a[r * n + c] as number) * v, 0));
        const found = solve(a, b);
        if (!found) return;
        const again = b.map((_, r) => found.reduce((s, v, c) => s + (a[r * n + c] as number) * v, 0));
        for (const [i, v] of b.entries()) expect(again[i]).toBeCloseTo(v, 6);
      }),
    );
  });

  it('has no answer to a system that leaves one open', () => {
    expect(solve([1, 2, 2, 4], [1, 2])).toBeUndefined();
    expect(
      leastSquares(
        [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
        [1, 2, 3],
      ),
    ).toBeUndefined();
    expect(leastSquares([[1, 2]], [1])).toBeUndefined();
  });

  it('fits a line so that the misses are at right angles to every column, and weights count', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(small, small), { minLength: 4, maxLength: 20 }), (points) => {
        const rows = points.map(([x], i) => [x + i, 1]);
        const values = points.map((p) => p[1]);
        const fit = leastSquares(rows, values);
        if (!fit) return;
        const miss = rows.map((r, i) => (values[i] as number) - (r[0] as number) * (fit[0] as number) - (fit[1] as number));
        for (const c of [0, 1])
          expect(rows.reduce((s, r, i) => s + (r[c] as number) * (miss[i] as number), 0)).toBeCloseTo(0, 6);
      }),
    );
    const twice = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 1],
      ],
      [0, 1, 2],
    );
    const weighted = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 1],
      ],
      [0, 1, 2],
      [1, 3, 1],
    );
    expect(twice?.[1]).toBeCloseTo(1.5, 12);
    expect(weighted?.[1]).toBeCloseTo(1.25, 12);
  });

  it('inverts 3 x 3 matrices and knows which have no inverse', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 9, maxLength: 9 }), (list) => {
        const m = list as unknown as Matrix3;
        const inverse = invert3(m);
        if (!inverse || Math.abs(determinant3(m)) < 1e-3) return;
        for (const [i, v] of multiply3(m, inverse).entries()) expect(v).toBeCloseTo(identity3[i] as number, 6);
      }),
    );
    expect(invert3([1, 2, 3, 2, 4, 6, 0, 0, 1])).toBeUndefined();
  });

  it('finds a projective map again from its own points, far from the origin too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const rng = seeded(seed);
        const turn = rng.uniform() * 6.28;
        const k = 5 + 15 * rng.uniform();
        const map: Matrix3 = [
          ...([k * Math.cos(turn), -k * Math.sin(turn), 2000] as const),
          ...([k * Math.sin(turn), k * Math.cos(turn), 1500] as const),
          ...([rng.normal() * 5e-4, rng.normal() * 5e-4, 1] as const),
        ];
        const from = Array.from({ length: 12 }, (): Point2 => [rng.uniform() * 180, rng.uniform() * 130]);
        const found = fitHomography(
          from,
          from.map((p) => project(map, p)),
        );
        expect(found).toBeDefined();
        for (const p of from) {
          const [x, y] = project(found as Matrix3, p);
          const [u, v] = project(map, p);
          expect(Math.hypot(x - u, y - v)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has no projective map for points on a line', () => {
    const line: Point2[] = [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ];
    expect(fitHomography(line, line)).toBeUndefined();
  });
});
