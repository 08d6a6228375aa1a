import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginStroke, countInside, extendStroke, INSIDE, paintMask, parseStrokes, type Stroke } from './strokes.ts';

const size = { widthPx: 60, heightPx: 40 };
const at = (mask: Uint8Array, x: number, y: number) => mask[y * size.widthPx + x];

/** Distance of a point from a line between two points, the slow and plain way. */
function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const lengthSquared = (bx - ax) ** 2 + (by - ay) ** 2;
  const t = lengthSquared === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / lengthSquared));
  return Math.hypot(x - (ax + t * (bx - ax)), y - (ay + t * (by - ay)));
}

describe('painting the marks', () => {
  it('fills a round dab by the centres of the pixels', () => {
    const mask = paintMask(size, [beginStroke('paint', 2, 10, 10)]);
    expect(countInside(mask)).toBe(13);
    expect(at(mask, 12, 10)).toBe(INSIDE);
    expect(at(mask, 12, 11)).toBe(0);
  });

  it('fills exactly the pixels within the brush, whatever the line and however far it leaves the photo', () => {
    const coordinate = fc.double({ min: -30, max: 90, noNaN: true });
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        fc.double({ min: 0.5, max: 15, noNaN: true }),
        (ax, ay, bx, by, r) => {
          const mask = paintMask(size, [{ tool: 'paint', radiusPx: r, path: [ax, ay, bx, by] }]);
          const wrong: string[] = [];
          for (let y = 0; y < size.heightPx; y++) {
            for (let x = 0; x < size.widthPx; x++) {
              const d = distance(x, y, ax, ay, bx, by);
              // A pixel on the very edge may fall to either side by rounding.
              if (Math.abs(d - r) > 1e-6 && (at(mask, x, y) === INSIDE) !== d < r) wrong.push(`${x},${y} at ${d} of ${r}`);
            }
          }
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('lets the eraser take away and a later stroke paint over it again', () => {
    const paint: Stroke = { tool: 'paint', radiusPx: 3, path: [5, 20, 50, 20] };
    const erase: Stroke = { tool: 'erase', radiusPx: 5, path: [30, 20] };
    const mask = paintMask(size, [paint, erase, { tool: 'paint', radiusPx: 1, path: [30, 20] }]);
    expect(at(mask, 10, 20)).toBe(INSIDE);
    expect(at(mask, 27, 20)).toBe(0);
    expect(at(mask, 30, 20)).toBe(INSIDE);
  });

  it('clears everything that came before, an earlier mask included', () => {
    const base = new Uint8Array(size.widthPx * size.heightPx).fill(255);
    expect(countInside(paintMask(size, [], base))).toBe(base.length);
    const mask = paintMask(size, [{ tool: 'clear' }, { tool: 'paint', radiusPx: 2, path: [10, 10] }], base);
    expect(countInside(mask)).toBe(13);
    expect(countInside(paintMask(size, [{ tool: 'paint', radiusPx: 2, path: [10, 10] }, { tool: 'clear' }]))).toBe(0);
  });

  it('goes on from an earlier mask, which it leaves as it was', () => {
    const base = new Uint8Array(size.widthPx * size.heightPx);
    base[0] = 200;
    base[1] = 127;
    const mask = paintMask(size, [{ tool: 'paint', radiusPx: 1, path: [30, 30] }], base);
    expect([mask[0], mask[1], countInside(mask)]).toEqual([INSIDE, 0, 6]);
    expect(base[0]).toBe(200);
    expect(() => paintMask(size, [], new Uint8Array(3))).toThrow(RangeError);
  });

  it('keeps a stroke small: points that the round brush would not show are left out', () => {
    let stroke = beginStroke('paint', 20, 0, 0);
    for (let x = 0; x <= 400; x++) stroke = extendStroke(stroke, x, 0);
    expect(stroke.path.length / 2).toBe(101);
    expect(stroke.path.at(-2)).toBe(400);
  });

  it('reads back what was kept, and nothing that cannot be drawn', () => {
    const kept: Stroke[] = [beginStroke('paint', 4, 1, 2), { tool: 'clear' }, beginStroke('erase', 3, 5, 6)];
    expect(parseStrokes(JSON.parse(JSON.stringify(kept)))).toEqual({ ok: true, value: kept });
    for (const bad of [
      undefined,
      {},
      [null],
      [{ tool: 'spray', radiusPx: 2, path: [1, 2] }],
      [{ tool: 'paint', radiusPx: 0, path: [1, 2] }],
      [{ tool: 'paint', radiusPx: 2, path: [1, 2, 3] }],
      [{ tool: 'paint', radiusPx: 2, path: [1, null] }],
    ])
      expect(parseStrokes(bad).ok, JSON.stringify(bad)).toBe(false);
  });
});
