import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from './rng.ts';
import { combine, jackknifeSd, mean, median, quantile, sd, smallestRealChange, standardErrorOfMeasurement } from './stats.ts';

const lists = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });

describe('small statistics', () => {
  it('agree with a list worked by hand', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5);
    expect(sd([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(median([3, 1, 2])).toBe(2);
    expect(quantile([10, 20, 30, 40], 0.25)).toBe(17.5);
  });

  it('keep a small spread on a large mean', () => {
    expect(sd([1e9 + 1, 1e9 + 2, 1e9 + 3])).toBeCloseTo(1, 9);
  });

  it('do not change the list, and move with it', () => {
    fc.assert(
      fc.property(lists, fc.double({ min: -100, max: 100, noNaN: true }), (list, shift) => {
        const before = [...list];
        const moved = list.map((v) => v + shift);
        expect(mean(moved)).toBeCloseTo(mean(list) + shift, 4);
        expect(sd(moved)).toBeCloseTo(sd(list), 3);
        expect(median(list)).toBeGreaterThanOrEqual(Math.min(...list));
        expect(median(list)).toBeLessThanOrEqual(Math.max(...list));
        expect(list).toEqual(before);
      }),
    );
  });

  it('refuse a mean of nothing and a spread of one', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => sd([1])).toThrow(RangeError);
  });

  it('call the smallest real change 1.96 x sqrt 2 x SEM where both errors are the same', () => {
    const sem = standardErrorOfMeasurement(2, 0.91);
    expect(sem).toBeCloseTo(0.6, 12);
    expect(smallestRealChange(sem, sem)).toBeCloseTo(1.96 * Math.SQRT2 * sem, 3);
    expect(combine(3, 4)).toBe(5);
  });

  it('hold 95 of 100 unchanged pairs below the smallest real change', () => {
    const rng = seeded(4);
    const n = 40_000;
    let above = 0;
    for (let i = 0; i < n; i++) if (Math.abs(rng.normal() * 0.3 - rng.normal() * 0.4) > smallestRealChange(0.3, 0.4)) above++;
    expect(above / n).toBeCloseTo(0.05, 2);
  });

  it('find the standard error of a mean by leaving one out', () => {
    const rng = seeded(9);
    const list = Array.from({ length: 30 }, () => rng.normal());
    const without = list.map((_, i) => mean(list.filter((_, j) => j !== i)));
    expect(jackknifeSd(without)).toBeCloseTo(sd(list) / Math.sqrt(30), 10);
  });
});
