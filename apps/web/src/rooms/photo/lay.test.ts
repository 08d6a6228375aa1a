import { describe, expect, it } from 'vitest';
import { cssTransform, isPlausible, layFrames, mapPoint } from './lay.ts';

const baseline = [10, 0.4, 120, -0.3, 9.8, 80, 1e-4, -2e-4, 1];
const followup = [8, -0.9, 300, 0.7, 8.3, 40, -1.5e-4, 1e-4, 1];

describe('a follow-up laid on the baseline by the printed frame', () => {
  it('puts each place of the paper where the baseline has it', () => {
    const laid = layFrames(baseline, followup);
    expect(laid).toBeDefined();
    for (const [x, y] of [
      [0, 0],
      [182, 0],
      [91, 66],
      [17, 115],
    ] as const) {
      const [fx, fy] = mapPoint(followup, x, y);
      const [bx, by] = mapPoint(laid ?? [], fx, fy);
      const [wantX, wantY] = mapPoint(baseline, x, y);
      expect(bx).toBeCloseTo(wantX, 6);
      expect(by).toBeCloseTo(wantY, 6);
    }
  });

  it('leaves a photo where it is when both frames lie alike, at any size on the screen', () => {
    const same = layFrames(baseline, baseline) ?? [];
    const numbers = cssTransform(same, 0.08).slice('matrix3d('.length, -1).split(',').map(Number);
    const identity = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];
    numbers.forEach((v, i) => {
      expect(v).toBeCloseTo(identity[i] ?? 0, 6);
    });
  });

  it('moves the centre of a pixel to the centre of the other on the screen', () => {
    const shift = [1, 0, 30, 0, 1, -20, 0, 0, 1];
    const n = cssTransform(shift, 0.1).slice('matrix3d('.length, -1).split(',').map(Number);
    expect([n[12], n[13]].map((v) => Number(v?.toFixed(9)))).toEqual([3, -2]);
  });

  it('is not laid where a pose cannot be turned round or throws it far away', () => {
    expect(layFrames(baseline, [1, 2, 3, 2, 4, 6, 0, 0, 1])).toBeUndefined();
    const size = { widthPx: 4000, heightPx: 3000 };
    expect(isPlausible(layFrames(baseline, followup) ?? [], size, size)).toBe(true);
    expect(isPlausible([1, 0, 1e6, 0, 1, 0, 0, 0, 1], size, size)).toBe(false);
  });
});
