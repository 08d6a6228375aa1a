import { fail, ok, problem, type Result } from '@stria/record';
import { parseStrokes, type Stroke } from '../../bench/strokes.ts';

/** The strokes on a photo and those taken back, as the device keeps them after every stroke. */
export interface Painting {
  readonly strokes: readonly Stroke[];
  /** Taken back, the last one first to come again. */
  readonly undone: readonly Stroke[];
  /** SHA-256 of an earlier mask that the strokes go on from; absent where painting began on the bare photo. */
  readonly base?: string;
}

export type PaintingStep = { readonly step: 'add'; readonly stroke: Stroke } | { readonly step: 'undo' | 'redo' };

export const bare = (base?: string): Painting =>
  base === undefined ? { strokes: [], undone: [] } : { strokes: [], undone: [], base };

export function paintOn(painting: Painting, step: PaintingStep): Painting {
  switch (step.step) {
    case 'add':
      return { ...painting, strokes: [...painting.strokes, step.stroke], undone: [] };
    case 'undo': {
      const last = painting.strokes.at(-1);
      if (last === undefined) return painting;
      return { ...painting, strokes: painting.strokes.slice(0, -1), undone: [...painting.undone, last] };
    }
    case 'redo': {
      const next = painting.undone.at(-1);
      if (next === undefined) return painting;
      return { ...painting, strokes: [...painting.strokes, next], undone: painting.undone.slice(0, -1) };
    }
  }
}

/** True where nothing would be inside the mask for want of any brush stroke: measuring has to wait. */
export function isBare(painting: Painting): boolean {
  const lastClear = painting.strokes.findLastIndex((s) => s.tool === 'clear');
  const painted = painting.strokes.slice(lastClear + 1).some((s) => s.tool === 'paint');
  return !painted && (lastClear >= 0 || painting.base === undefined);
}

/** The name under which the device keeps a photo's painting. */
export const paintingRoom = (photoId: string): string => `painting:${photoId}`;

/** What the device kept, or undefined where it kept nothing. */
export function readPainting(kept: unknown): Result<Painting | undefined> {
  if (kept === undefined) return ok(undefined);
  if (typeof kept !== 'object' || kept === null) return fail(unreadable());
  const { strokes, undone, base } = kept as Record<string, unknown>;
  const done = parseStrokes(strokes);
  const back = parseStrokes(undone);
  if (!done.ok) return done;
  if (!back.ok) return back;
  if (base !== undefined && typeof base !== 'string') return fail(unreadable());
  return ok({ strokes: done.value, undone: back.value, ...(base === undefined ? {} : { base }) });
}

const unreadable = () =>
  problem('web.painting-unreadable', '', 'The painting that this device kept cannot be read.', 'Paint the marks again.');
