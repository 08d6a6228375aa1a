import type { Zone } from './zone.ts';

/**
 * A body from the front and from the back as data: our own drawing, without face, hair, age or sex. Each zone is a closed
 * curve; the same corners draw it and tell whether a point lies in it, so what is seen is what is hit. Anatomy only: which
 * zone may be needled is a rule of care. Loaded on demand from `@stria/record/body`.
 *
 * The field is 220 wide and 456 high (no unit: a screen scales it). The sides are the person's own: seen from the front,
 * the left side is on the right of the picture.
 */
export const bodyField = { width: 220, height: 456 } as const;
export const bodyViews = ['front', 'back'] as const;
export type BodyView = (typeof bodyViews)[number];

export type BodySide = 'left' | 'right' | 'middle';
/** A zone on one side; `middle` for a zone that a body has once. */
export interface Place {
  readonly zone: Zone;
  readonly side: BodySide;
}

export interface BodyRegion extends Place {
  /** The closed curve with its cut-outs as an SVG path: fill it with the rule `evenodd`, inside the outline. */
  readonly path: string;
  /** A point that belongs to this region and to no other: where a mark for it is drawn. */
  readonly at: Point;
}

type Point = readonly [x: number, y: number];
interface Knot {
  readonly x: number;
  readonly y: number;
  /** A corner keeps its edge; the curve runs smoothly through all other knots. */
  readonly corner: boolean;
}

interface Shape {
  readonly zone: Zone;
  /** Knots as `x,y` from the middle line, in the order of the edge; `!` marks a corner. */
  readonly curve: string;
  /** Cut out of the zone: the nipple out of the breast, the navel out of the belly. */
  readonly cut?: string;
  readonly at: Point;
  /** Drawn once, across the middle line; else this half and its mirror image. */
  readonly once?: true;
}

const ellipse = (cx: number, cy: number, rx: number, ry: number): string =>
  Array.from({ length: 12 }, (_, i) =>
    [cx + rx * Math.cos((i * Math.PI) / 6), cy + ry * Math.sin((i * Math.PI) / 6)].join(),
  ).join(' ');

/** The right half of the outline in the picture, from the crown of the head to between the legs. */
const halfOutline = `
  0,6 12,8.5 19.5,18 21,32 18.5,45 12.5,55 11,63 12.5,70 20,76.5 34,81 48,86 57,94 62,107
  66.5,128 72.5,149 78.5,168 86,191 92,214 97,229 100.5,244 99.5,257 93.5,264.5 86.5,261 82.5,250 79.5,236 75.5,221
  66,197 59.5,177 54.5,160 49.5,143 46.5,129 44,121! 45,136 43.5,153 41.5,171 42.5,189 47,207 51.5,224 54.5,242
  56.5,262 56,286 52.5,311 48,332 46.5,347 47.5,362 48.5,379 46,399 41,419 41,430 46,439 48,446 41,450 28,450 22,445
  24,432 23.5,416 18.5,395 16,376 17,358 16.5,343 13,320 8.5,296 4.5,274 2,264 0,261`;

const nipple = ellipse(25.5, 128, 5.5, 5.5);
const navel = ellipse(0, 189, 4.4, 4.8);

const thighSides: readonly Shape[] = [
  { zone: 'thigh-outer', curve: '44,232! 66,232! 66,336! 35,336! 39,290', at: [47.5, 286] },
  { zone: 'thigh-inner', curve: '-1,246! 22,246! 22.5,290 26,336! -1,336!', at: [14.5, 286] },
];
const limbs: readonly Shape[] = [
  { zone: 'knee', curve: '8,331! 31,327 60,331! 60,370! 8,370!', at: [31.5, 347] },
  { zone: 'calf', curve: '8,364! 32,367 60,364! 60,430! 8,430!', at: [32, 388] },
  { zone: 'foot', curve: '8,424! 34,421 62,424! 62,456! 8,456!', at: [34, 437] },
  { zone: 'upper-arm', curve: '42,110! 74,104! 88,170! 52,178!', at: [61.5, 141] },
  { zone: 'forearm', curve: '50,174! 69,169 88,161! 106,216! 68,230!', at: [77, 197] },
  { zone: 'hand', curve: '66,227! 85,221 106,211! 118,280! 66,280!', at: [91, 243] },
];
const shoulder: Shape = { zone: 'shoulder', curve: '33,76! 74,78! 74,108! 57,114 41,115! 37,96', at: [50, 100] };
const flank: Shape = { zone: 'flank', curve: '24,138! 46,134! 51,172 54,210! 25,210! 23,175', at: [33, 176] };

/** From below to above: where two overlap, the later one lies on top; the zones where needles never go come last. */
const front: readonly Shape[] = [
  { zone: 'thigh-front', curve: '2,246! 66,232! 66,336! 0,336!', at: [31, 286] },
  ...thighSides,
  ...limbs,
  flank,
  { zone: 'hip', curve: '25,205! 42,208 64,204! 66,247! 30.5,247! 26,220!', at: [43, 226] },
  {
    zone: 'abdomen-lower',
    curve: '-23.5,183! 23.5,183! 25.5,205 31,224! 12,243 0,247 -12,243 -31,224! -25.5,205',
    cut: navel,
    at: [0, 217],
    once: true,
  },
  { zone: 'abdomen-upper', curve: '-24,138! 24,138! 23,165 23.5,183! -23.5,183! -23,165', at: [0, 164], once: true },
  { zone: 'chest', curve: '-48,74! 48,74! 48,140! 24,145.5 0,147.5 -24,145.5 -48,140!', at: [0, 96], once: true },
  shoulder,
  { zone: 'breast', curve: ellipse(23.5, 124, 19.5, 19.5), cut: nipple, at: [17, 112] },
  { zone: 'navel', curve: navel, at: [0, 189], once: true },
  { zone: 'nipple-areola', curve: nipple, at: [25.5, 128] },
  { zone: 'armpit', curve: ellipse(44.5, 119, 5, 9.5), at: [44, 117] },
  { zone: 'groin', curve: '31,222 36.5,229 33,240 20,253 9,264 2,260 7,248 17,238', at: [25, 239] },
  { zone: 'genitals', curve: ellipse(0, 255, 9, 11), at: [0, 254], once: true },
  { zone: 'neck', curve: '-26,80! -15,50! 15,50! 26,80! 0,84', at: [0, 72], once: true },
  { zone: 'face', curve: '-28,10! 28,10! 28,50! 13,56.5 0,62 -13,56.5 -28,50!', at: [0, 41], once: true },
  { zone: 'scalp', curve: '-28,0! 28,0! 28,30! 16,21 0,18 -16,21 -28,30!', at: [0, 12], once: true },
  { zone: 'eyelid', curve: ellipse(8, 33, 5, 3.2), at: [8, 33] },
  { zone: 'lips', curve: ellipse(0, 48.5, 6.5, 3.2), at: [0, 48.5], once: true },
];

const back: readonly Shape[] = [
  { zone: 'thigh-back', curve: '2,246! 66,232! 66,336! 0,336!', at: [31, 290] },
  ...thighSides,
  ...limbs,
  flank,
  { zone: 'lower-back', curve: '-24,138! 24,138! 23,175 26,212! -26,212! -23,175', at: [0, 178], once: true },
  { zone: 'hip', curve: '25,205! 42,208 64,204! 66,247! 48,250 34,250!', at: [45, 228] },
  { zone: 'upper-back', curve: '-48,74! 48,74! 48,140! 24,146 0,149 -24,146 -48,140!', at: [0, 114], once: true },
  shoulder,
  { zone: 'buttock', curve: '0,212! 13,206 28,209 35.5,226 36.5,244 29,257 13,261.5 0,257!', at: [18, 233] },
  { zone: 'armpit', curve: ellipse(44.5, 119, 4, 8), at: [44, 117] },
  // The fold between the buttocks is not ordinary skin either.
  { zone: 'genitals', curve: ellipse(0, 250, 3.4, 12), at: [0, 252], once: true },
  { zone: 'neck', curve: '-26,80! -20,44! 20,44! 26,80! 0,84', at: [0, 68], once: true },
  { zone: 'scalp', curve: '-28,0! 28,0! 28,46! 14,53 0,56 -14,53 -28,46!', at: [0, 28], once: true },
];

/** Steps from one knot to the next: fine enough that no corner is seen. */
const STEPS = 8;
const MIDDLE = bodyField.width / 2;
const round = (v: number): number => Math.round(v * 100) / 100;

const knotsOf = (curve: string): Knot[] =>
  curve
    .trim()
    .split(/\s+/)
    .map((text) => {
      const [x, y] = text.replace('!', '').split(',').map(Number) as [number, number];
      return { x, y, corner: text.endsWith('!') };
    });
const mirror = (knots: readonly Knot[]): Knot[] => knots.map((k) => ({ ...k, x: -k.x }));

/** A closed curve through its knots (Catmull-Rom as cubic steps; straight from corner to corner), as a polygon in the field. */
function trace(knots: readonly Knot[]): Point[] {
  const knot = (i: number): Knot => knots[(i + knots.length) % knots.length] as Knot;
  const slope = (i: number, axis: 'x' | 'y'): number => (knot(i + 1)[axis] - knot(i - 1)[axis]) / 2;
  return knots.flatMap((from, i) => {
    const to = knot(i + 1);
    const steps = from.corner && to.corner ? 1 : STEPS;
    const along = (axis: 'x' | 'y', t: number): number => {
      const chord = to[axis] - from[axis];
      const leaving = from.corner ? chord : slope(i, axis);
      const arriving = to.corner ? chord : slope(i + 1, axis);
      const [t2, t3] = [t * t, t * t * t];
      return from[axis] + leaving * (t3 - 2 * t2 + t) + chord * (3 * t2 - 2 * t3) + arriving * (t3 - t2);
    };
    return Array.from({ length: steps }, (_, s) => inField(along('x', s / steps), along('y', s / steps)));
  });
}

const inField = (x: number, y: number): Point => [round(MIDDLE + x), round(y)];
const pathOf = (polygon: readonly Point[]): string => `M${polygon.map(([x, y]) => `${x} ${y}`).join('L')}Z`;

/** Even-odd rule: how often a ray to the right crosses the edge. */
function inside(polygon: readonly Point[], x: number, y: number): boolean {
  let within = false;
  for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i, i += 1) {
    const [xi, yi] = polygon[i] as Point;
    const [xj, yj] = polygon[j] as Point;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
  }
  return within;
}

const half = knotsOf(halfOutline);
const outline: readonly Point[] = trace([...half, ...mirror(half.slice(1, -1)).reverse()]);

interface Traced extends BodyRegion {
  readonly edges: readonly (readonly Point[])[];
}

/** On the right of the picture lies the left side of a person who is seen from the front. */
const sideOn = (view: BodyView, mirrored: boolean): BodySide => ((view === 'front') !== mirrored ? 'left' : 'right');

const traced = (view: BodyView, shapes: readonly Shape[]): Traced[] =>
  shapes.flatMap(({ zone, curve, cut, at, once }) =>
    (once ? [false] : [false, true]).map((mirrored): Traced => {
      const edges = [curve, ...(cut === undefined ? [] : [cut])].map((c) => trace(mirrored ? mirror(knotsOf(c)) : knotsOf(c)));
      return {
        zone,
        side: once ? 'middle' : sideOn(view, mirrored),
        edges,
        path: edges.map(pathOf).join(''),
        at: inField(mirrored ? -at[0] : at[0], at[1]),
      };
    }),
  );

const regions: Record<BodyView, readonly Traced[]> = { front: traced('front', front), back: traced('back', back) };

/** The outline of the body, alike from both sides. */
export const bodyOutline: string = pathOf(outline);
/** What to draw, from below to above: a later region lies over an earlier one. */
export const regionPaths: Record<BodyView, readonly BodyRegion[]> = regions;

/** The place under a point of the field, or undefined beside the body. The uppermost region counts. */
export function zoneAt(view: BodyView, x: number, y: number): Place | undefined {
  if (!inside(outline, x, y)) return undefined;
  const hit = regions[view].findLast((r) => r.edges.filter((edge) => inside(edge, x, y)).length % 2 === 1);
  return hit && { zone: hit.zone, side: hit.side };
}
