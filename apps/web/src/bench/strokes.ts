import { fail, ok, problem, type Result } from '@stria/record';

/**
 * What a person painted, as strokes and not as pixels: small enough to be saved after every stroke, the same on every
 * screen and at every zoom, and turned into a mask of the photo's own size only when it is measured.
 * Coordinates are pixels of the upright photo, x right, y down; (0, 0) is the centre of the top-left pixel.
 */
export interface BrushStroke {
  readonly tool: 'paint' | 'erase';
  readonly radiusPx: number;
  /** x and y by turns; at least one point. A single point is a round dab. */
  readonly path: readonly number[];
}
/** Takes away everything painted so far; it can be undone like any stroke. */
export interface ClearStroke {
  readonly tool: 'clear';
}
export type Stroke = BrushStroke | ClearStroke;

export interface SizePx {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The value of a mask's pixel inside a mark; outside it is 0. */
export const INSIDE = 255;

/** Points closer than this share of the radius add nothing that the round brush would show. */
const SPACING_OF_RADIUS = 0.2;
const LEAST_SPACING_PX = 0.5;

export const beginStroke = (tool: BrushStroke['tool'], radiusPx: number, x: number, y: number): BrushStroke => ({
  tool,
  radiusPx: tenth(radiusPx),
  path: [tenth(x), tenth(y)],
});

/** The stroke drawn on to a further point; the same stroke where the point is too near to matter. */
export function extendStroke(stroke: BrushStroke, x: number, y: number): BrushStroke {
  const lastX = stroke.path.at(-2) ?? 0;
  const lastY = stroke.path.at(-1) ?? 0;
  const least = Math.max(LEAST_SPACING_PX, stroke.radiusPx * SPACING_OF_RADIUS);
  if (Math.hypot(x - lastX, y - lastY) < least) return stroke;
  return { ...stroke, path: [...stroke.path, tenth(x), tenth(y)] };
}

/** Tenths of a pixel: finer than any hand, and a third of the bytes. */
const tenth = (v: number): number => Math.round(v * 10) / 10;

/**
 * The strokes as a mask of exactly the photo's size: a pixel is inside when its centre lies within the brush. `base` is an
 * earlier mask of the same size to go on from; it is not changed.
 */
export function paintMask(size: SizePx, strokes: readonly Stroke[], base?: Uint8Array): Uint8Array {
  const count = size.widthPx * size.heightPx;
  if (base !== undefined && base.length !== count) throw new RangeError('the base mask is not of the size of the photo');
  const mask = new Uint8Array(count);
  const lastClear = strokes.findLastIndex((s) => s.tool === 'clear');
  if (base !== undefined && lastClear < 0) for (let i = 0; i < count; i++) mask[i] = (base[i] ?? 0) >= 128 ? INSIDE : 0;
  for (const stroke of strokes.slice(lastClear + 1)) {
    if (stroke.tool === 'clear') continue;
    const value = stroke.tool === 'paint' ? INSIDE : 0;
    const p = stroke.path;
    for (let i = 0; i + 1 < p.length; i += 2) {
      const from = Math.max(0, i - 2);
      fillCapsule(mask, size, value, stroke.radiusPx, p[from] ?? 0, p[from + 1] ?? 0, p[i] ?? 0, p[i + 1] ?? 0);
    }
  }
  return mask;
}

/** How many pixels of a mask are inside a mark. */
export function countInside(mask: Uint8Array): number {
  let n = 0;
  for (const v of mask) if (v === INSIDE) n += 1;
  return n;
}

/** Every pixel within `r` of the line from a to b. The shape is convex, so each row of it is one run of pixels. */
function fillCapsule(
  mask: Uint8Array,
  size: SizePx,
  value: number,
  r: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const top = Math.max(0, Math.ceil(Math.min(ay, by) - r));
  const bottom = Math.min(size.heightPx - 1, Math.floor(Math.max(ay, by) + r));
  for (let y = top; y <= bottom; y++) {
    const run = capsuleRow(y, r, ax, ay, bx, by);
    if (run === undefined) continue;
    const from = Math.max(0, Math.ceil(run[0]));
    const to = Math.min(size.widthPx - 1, Math.floor(run[1]));
    if (from <= to) mask.fill(value, y * size.widthPx + from, y * size.widthPx + to + 1);
  }
}

/** Where a row crosses the capsule: the hull of its crossings with the two round ends and with the band between them. */
function capsuleRow(y: number, r: number, ax: number, ay: number, bx: number, by: number): [number, number] | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const [cx, cy] of [
    [ax, ay],
    [bx, by],
  ] as const) {
    const half = r * r - (y - cy) ** 2;
    if (half < 0) continue;
    low = Math.min(low, cx - Math.sqrt(half));
    high = Math.max(high, cx + Math.sqrt(half));
  }
  const dx = bx - ax;
  const dy = by - ay;
  const length = Math.hypot(dx, dy);
  if (length > 0) {
    // Two slabs in x: no farther than r from the line, and between the two ends along it.
    const across = slab(dy, (y - ay) * dx - r * length, (y - ay) * dx + r * length, ax);
    const along = slab(dx, -(y - ay) * dy, length * length - (y - ay) * dy, ax);
    const from = Math.max(across[0], along[0]);
    const to = Math.min(across[1], along[1]);
    if (from <= to) {
      low = Math.min(low, from);
      high = Math.max(high, to);
    }
  }
  return low <= high ? [low, high] : undefined;
}

/** The x for which min <= (x - origin) * slope <= max. */
function slab(slope: number, min: number, max: number, origin: number): [number, number] {
  if (slope === 0) return min <= 0 && max >= 0 ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [1, 0];
  const a = origin + min / slope;
  const b = origin + max / slope;
  return a <= b ? [a, b] : [b, a];
}

/** Strokes that a device kept: let in only when every one of them can be drawn. */
export function parseStrokes(value: unknown): Result<readonly Stroke[]> {
  if (!Array.isArray(value)) return fail(unreadable());
  const strokes: Stroke[] = [];
  for (const item of value as unknown[]) {
    const stroke = parseStroke(item);
    if (stroke === undefined) return fail(unreadable());
    strokes.push(stroke);
  }
  return ok(strokes);
}

function parseStroke(item: unknown): Stroke | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { tool, radiusPx, path } = item as Record<string, unknown>;
  if (tool === 'clear') return { tool };
  if (tool !== 'paint' && tool !== 'erase') return undefined;
  if (typeof radiusPx !== 'number' || !Number.isFinite(radiusPx) || radiusPx <= 0) return undefined;
  if (!Array.isArray(path) || path.length < 2 || path.length % 2 !== 0) return undefined;
  if (!path.every((n: unknown) => typeof n === 'number' && Number.isFinite(n))) return undefined;
  return { tool, radiusPx, path: path as number[] };
}

const unreadable = () =>
  problem(
    'web.painting-unreadable',
    '',
    'The painting that this device kept for the photo cannot be read.',
    'Paint the marks again. The photo and everything measured before are as they were.',
  );
