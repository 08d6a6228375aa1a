import { zones } from '@stria/record';
import { bodyField, bodyOutline, bodyViews, regionPaths, zoneAt } from '@stria/record/body';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNoGo, mayChoosePoint } from './index.ts';

type Corner = readonly [number, number];

/**
 * Point in shape by turning: the angles under which the edges are seen add up to a full turn inside and to none outside.
 * Another way than the map's own, so that a mistake there does not hide here; the cut-outs are subtracted.
 */
function covers(path: string, x: number, y: number): boolean {
  const rings = path
    .split('M')
    .slice(1)
    .map((ring) =>
      ring
        .replace('Z', '')
        .split('L')
        .map((p) => p.split(' ').map(Number) as unknown as Corner),
    );
  const turns = (ring: readonly Corner[]) =>
    ring.reduce((sum, [ax, ay], i) => {
      const [bx, by] = ring[(i + 1) % ring.length] as Corner;
      const cross = (ax - x) * (by - y) - (ay - y) * (bx - x);
      return sum + Math.atan2(cross, (ax - x) * (bx - x) + (ay - y) * (by - y));
    }, 0);
  return rings.filter((ring) => Math.abs(turns(ring)) > Math.PI).length % 2 === 1;
}

const view = fc.constantFrom(...bodyViews);
/** Evenly spread: a double by its bits would nearly always lie at the edge. */
const coordinate = (max: number) => fc.integer({ min: 0, max: max * 1000 }).map((v) => v / 1000);
const point = fc.tuple(view, coordinate(bodyField.width), coordinate(bodyField.height));

describe('a point of the body map', () => {
  it('is never accepted in a place where needles never go, nor beside the body', () => {
    let accepted = 0;
    void fc.assert(
      fc.property(point, ([v, x, y]) => {
        if (!mayChoosePoint(v, x, y)) return;
        accepted += 1;
        const refused = regionPaths[v].filter((r) => isNoGo(r.zone) && covers(r.path, x, y));
        expect(refused.map((r) => r.zone)).toEqual([]);
        expect(covers(bodyOutline, x, y)).toBe(true);
      }),
      { numRuns: 10_000, seed: 20_260_302 },
    );
    expect(accepted).toBeGreaterThan(2000);
  });

  it('reaches every zone, on both sides where there are two', () => {
    const reached = new Set(bodyViews.flatMap((v) => regionPaths[v].map((r) => zoneAt(v, ...r.at)?.zone)));
    expect([...reached].sort()).toEqual([...zones].sort());
    for (const v of bodyViews)
      for (const r of regionPaths[v]) expect(zoneAt(v, ...r.at)).toEqual({ zone: r.zone, side: r.side });
  });

  it('has its mirror image on the other side', () => {
    const mirrored = { left: 'right', right: 'left', middle: 'middle' } as const;
    // On the very edge of a shape the two readings of “inside” may differ by a rounding; a hundredth away they may not.
    const clear = (v: (typeof bodyViews)[number], x: number, y: number) =>
      new Set([-0.02, 0.02].flatMap((d) => [JSON.stringify(zoneAt(v, x + d, y)), JSON.stringify(zoneAt(v, x, y + d))])).size ===
      1;
    let compared = 0;
    void fc.assert(
      fc.property(point, ([v, x, y]) => {
        const here = zoneAt(v, x, y);
        if (!clear(v, x, y) || !clear(v, bodyField.width - x, y)) return;
        const there = zoneAt(v, bodyField.width - x, y);
        expect(there).toEqual(here && { zone: here.zone, side: mirrored[here.side] });
        compared += 1;
      }),
      { numRuns: 5000 },
    );
    expect(compared).toBeGreaterThan(4000);
  });

  it('on the breast lies on a ring: the nipple and the navel are cut out', () => {
    for (const [around, within] of [
      ['abdomen-upper', 'navel'],
      ['breast', 'nipple-areola'],
      ['abdomen-lower', 'navel'],
    ] as const) {
      for (const disc of regionPaths.front.filter((r) => r.zone === within)) {
        const [x, y] = disc.at;
        expect(zoneAt('front', x, y)?.zone).toBe(within);
        expect(mayChoosePoint('front', x, y)).toBe(false);
        for (const ring of regionPaths.front.filter((r) => r.zone === around))
          for (const [dx, dy] of [
            [0, 0],
            [2, 0.5],
            [-2, -0.5],
            [0, 2.5],
            [0, -2.5],
          ] as const)
            expect(covers(ring.path, x + dx, y + dy), `${around} ${dx} ${dy}`).toBe(false);
      }
    }
  });

  it('on the left of the picture is the right side of a person who is seen from the front, and the left from behind', () => {
    expect(zoneAt('front', 50, 140)).toEqual({ zone: 'upper-arm', side: 'right' });
    expect(zoneAt('back', 50, 140)).toEqual({ zone: 'upper-arm', side: 'left' });
    expect(zoneAt('front', 2, 2)).toBeUndefined();
  });
});
