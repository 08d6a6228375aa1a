import { seeded } from '@stria/math';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceTo, shapesOf } from './distance.ts';
import { centreLines, lengthOf } from './skeleton.ts';

describe('distances in a plane', () => {
  it('are those of looking at every cell', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }), fc.integer(), (w, h, seed) => {
        const dice = seeded(seed);
        const target = Uint8Array.from({ length: w * h }, () => (dice.uniform() < 0.15 ? 1 : 0));
        const cells = [...target.keys()].filter((i) => target[i] === 1);
        const far = distanceTo(target, w, h);
        for (let i = 0; i < w * h; i++) {
          const nearest = Math.min(...cells.map((j) => Math.hypot((i % w) - (j % w), Math.floor(i / w) - Math.floor(j / w))));
          if (cells.length > 0) expect(far[i]).toBeCloseTo(nearest, 4);
          else expect(far[i]).toBeGreaterThan(1e5);
        }
      }),
    );
  });

  it('tell shapes apart, corners joining', () => {
    const plane = Uint8Array.from([1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1]);
    expect(shapesOf(plane, 4, 3)).toMatchObject({ count: 3 });
  });
});

describe('centre lines', () => {
  const bar = (angleDegrees: number, lengthCells: number, widthCells: number) => {
    const size = 160;
    const plane = new Uint8Array(size * size);
    const angle = (angleDegrees * Math.PI) / 180;
    for (let i = 0; i < plane.length; i++) {
      const [x, y] = [(i % size) - size / 2, Math.floor(i / size) - size / 2];
      const along = x * Math.cos(angle) + y * Math.sin(angle);
      const across = -x * Math.sin(angle) + y * Math.cos(angle);
      if (Math.abs(along) < lengthCells / 2 && Math.abs(across) < widthCells / 2) plane[i] = 1;
    }
    return { plane, size };
  };

  it('are one cell wide and as long as the shape, in any direction', () => {
    for (const angle of [0, 12, 30, 45, 60, 77, 90]) {
      const { plane, size } = bar(angle, 120, 11);
      const line = centreLines(plane, size, size);
      const length = lengthOf(line, size, size);
      expect(length, `${angle} degrees`).toBeGreaterThan(120 - 11 - 8);
      expect(length, `${angle} degrees`).toBeLessThan(120 + 8);
      const cells = line.reduce((s, v) => s + v, 0);
      expect(cells).toBeLessThan(130);
    }
  });
});
