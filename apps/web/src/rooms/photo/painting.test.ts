import { describe, expect, it } from 'vitest';
import type { Stroke } from '../../bench/strokes.ts';
import { bare, isBare, type Painting, paintOn, readPainting } from './painting.ts';

const dab = (x: number): Stroke => ({ tool: 'paint', radiusPx: 5, path: [x, 1] });
const after = (start: Painting, ...steps: Parameters<typeof paintOn>[1][]) => steps.reduce(paintOn, start);

describe('a painting', () => {
  it('takes strokes back and brings them again in their order', () => {
    const painted = after(bare(), { step: 'add', stroke: dab(1) }, { step: 'add', stroke: dab(2) });
    const undone = after(painted, { step: 'undo' }, { step: 'undo' }, { step: 'undo' });
    expect(undone.strokes).toEqual([]);
    expect(after(undone, { step: 'redo' }, { step: 'redo' }, { step: 'redo' })).toEqual(painted);
  });

  it('forgets what was taken back once something new is painted', () => {
    const painted = after(bare(), { step: 'add', stroke: dab(1) }, { step: 'undo' }, { step: 'add', stroke: dab(2) });
    expect(after(painted, { step: 'redo' }).strokes).toEqual([dab(2)]);
  });

  it('lets a clearing be taken back like any stroke', () => {
    const cleared = after(bare(), { step: 'add', stroke: dab(1) }, { step: 'add', stroke: { tool: 'clear' } });
    expect(isBare(cleared)).toBe(true);
    expect(isBare(after(cleared, { step: 'undo' }))).toBe(false);
  });

  it('is bare until something is painted or an earlier mask lies below', () => {
    expect(isBare(bare())).toBe(true);
    expect(isBare(after(bare(), { step: 'add', stroke: { tool: 'erase', radiusPx: 3, path: [1, 1] } }))).toBe(true);
    expect(isBare(bare('ab'))).toBe(false);
    expect(isBare(after(bare('ab'), { step: 'add', stroke: { tool: 'clear' } }))).toBe(true);
  });

  it('comes back from the device as it was kept, or says that it cannot be read', () => {
    const painted = after(bare('ab'), { step: 'add', stroke: dab(1) }, { step: 'add', stroke: dab(2) }, { step: 'undo' });
    expect(readPainting(structuredClone(painted))).toEqual({ ok: true, value: painted });
    expect(readPainting(undefined)).toEqual({ ok: true, value: undefined });
    for (const bad of [null, 3, {}, { strokes: [], undone: [3] }, { strokes: [], undone: [], base: 4 }])
      expect(readPainting(bad).ok, JSON.stringify(bad)).toBe(false);
  });
});
