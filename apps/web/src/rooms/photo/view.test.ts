import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit, pan, reveal, toPhoto, toStage, zoomAt } from './view.ts';

const photo = { widthPx: 4032, heightPx: 3024 };
const stage = { width: 320, height: 400 };

describe('looking at a photo', () => {
  it('begins with the whole photo, centred', () => {
    const view = fit(photo, stage);
    expect(view.scale).toBeCloseTo(320 / 4032);
    expect(view.left).toBe(0);
    expect(toStage(view, { x: (4032 - 1) / 2, y: (3024 - 1) / 2 })).toEqual({ x: 160, y: 200 });
  });

  it('keeps the place under the finger where it is while zooming in', () => {
    const at = { x: 200, y: 180 };
    const before = fit(photo, stage);
    const after = zoomAt(before, at, 8, photo, stage);
    expect(toPhoto(after, at).x).toBeCloseTo(toPhoto(before, at).x, 6);
    expect(toPhoto(after, at).y).toBeCloseTo(toPhoto(before, at).y, 6);
  });

  it('never shows less than the whole photo when zooming out, nor leaves it by panning', () => {
    const start = fit(photo, stage);
    expect(zoomAt(start, { x: 5, y: 5 }, 0.01, photo, stage)).toEqual(start);
    const near = zoomAt(start, { x: 160, y: 200 }, 10, photo, stage);
    const far = pan(near, 1e6, 1e6, photo, stage);
    expect([far.left, far.top]).toEqual([0, 0]);
    const other = pan(near, -1e6, -1e6, photo, stage);
    expect(other.left + stage.width / other.scale).toBeCloseTo(4032, 6);
  });

  it('goes from the stage to the photo and back to the same place', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 320 }),
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 30 }),
        (x, y, zoom) => {
          const view = zoomAt(fit(photo, stage), { x, y }, zoom, photo, stage);
          const back = toStage(view, toPhoto(view, { x, y }));
          expect(back.x).toBeCloseTo(x, 6);
          expect(back.y).toBeCloseTo(y, 6);
        },
      ),
    );
  });

  it('follows the crosshair when it leaves the stage', () => {
    const near = zoomAt(fit(photo, stage), { x: 0, y: 0 }, 20, photo, stage);
    const point = { x: 3000, y: 2000 };
    const at = toStage(reveal(near, point, photo, stage), point);
    expect(at.x).toBeGreaterThan(0);
    expect(at.x).toBeLessThan(stage.width);
    expect(at.y).toBeGreaterThan(0);
    expect(at.y).toBeLessThan(stage.height);
  });
});
