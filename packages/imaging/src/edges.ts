import { type Matrix3, median, project } from '@stria/math';
import { linearOfSample } from './colour.ts';
import type { Marker, Point } from './frame.ts';
import type { Raster } from './raster.ts';

/** Softness of the level and of the upright edges, px: a shaken hand blurs one more than the other. */
export interface Sharpness {
  readonly level: number;
  readonly upright: number;
}

/** Places along an edge where the step from ink to paper is looked for; the corners themselves are rounded by blur. */
const PLACES = 17;
const ENDS = 0.14;
/** How far the search goes to either side, in cells of the marker: paper reaches 1.25 cells, ink 1 cell. */
const REACH = 0.8;

/**
 * The marker's corners at full size, where its four straight edges meet. An edge is where LINEAR light is half way between ink
 * and paper: blur is symmetric in light, not in the coded samples. Undefined where an edge is hidden, cut off or too faint.
 */
export function refineMarker(
  raster: Raster,
  map: Matrix3,
  marker: Marker,
): { readonly corners: readonly Point[]; readonly blurPx: Sharpness } | undefined {
  const corners = marker.corners.map((c) => project(map, c));
  const sides = corners.map((p, i) => fitSide(raster, p, corners[(i + 1) % 4] as Point));
  const [top, right, bottom, left] = sides;
  if (!top || !right || !bottom || !left) return undefined;
  const met = [
    meet(left.line, top.line),
    meet(top.line, right.line),
    meet(right.line, bottom.line),
    meet(bottom.line, left.line),
  ];
  if (met.some((p) => p === undefined)) return undefined;
  return {
    corners: met as Point[],
    blurPx: { level: Math.min(top.blurPx, bottom.blurPx), upright: Math.min(left.blurPx, right.blurPx) },
  };
}

/** nx x + ny y = d, with (nx, ny) of length 1. */
type Line = readonly [nx: number, ny: number, d: number];

/** Fits one side from corner a to corner b; the marker lies to the right of the way from a to b (clockwise corners). */
function fitSide(raster: Raster, a: Point, b: Point): { line: Line; blurPx: number } | undefined {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  if (!(length > 6)) return undefined;
  const along: Point = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
  const outwards: Point = [along[1], -along[0]];
  const reach = (REACH * length) / 6;
  const places: Point[] = [];
  const blurs: number[] = [];
  for (let i = 0; i < PLACES; i++) {
    const t = (ENDS + ((1 - 2 * ENDS) * i) / (PLACES - 1)) * length;
    const foot: Point = [a[0] + along[0] * t, a[1] + along[1] * t];
    const step = stepAlong(raster, foot, outwards, reach);
    if (!step) continue;
    places.push([foot[0] + outwards[0] * step.at, foot[1] + outwards[1] * step.at]);
    blurs.push(step.blurPx);
  }
  if (places.length < PLACES * 0.6) return undefined;
  const line = fitLine(places);
  return line && { line, blurPx: median(blurs) };
}

/** Where along the normal ink turns into paper, px outwards from the foot, and how soft the turn is. */
function stepAlong(raster: Raster, foot: Point, normal: Point, reach: number): { at: number; blurPx: number } | undefined {
  const spacing = Math.max(0.25, reach / 40);
  const half = Math.ceil(reach / spacing);
  const profile = new Float64Array(2 * half + 1);
  for (let i = -half; i <= half; i++) {
    const v = lightAt(raster, foot[0] + normal[0] * i * spacing, foot[1] + normal[1] * i * spacing);
    if (v === undefined) return undefined;
    profile[i + half] = v;
  }
  const third = Math.max(2, Math.floor(half / 3));
  const ink = median(profile.subarray(0, third));
  const paper = median(profile.subarray(profile.length - third));
  if (!(paper > 2 * ink + 0.004)) return undefined;
  const middle = (ink + paper) / 2;
  let crossing: number | undefined;
  for (let i = 1; i < profile.length; i++) {
    const [low, high] = [profile[i - 1] as number, profile[i] as number];
    if (low > middle || high <= middle) continue;
    const where = i - 1 + (middle - low) / (high - low) - half;
    if (crossing === undefined || Math.abs(where) < Math.abs(crossing)) crossing = where;
  }
  if (crossing === undefined) return undefined;
  return { at: crossing * spacing, blurPx: softness(profile, ink, paper) * spacing };
}

/** From the quarter to the three-quarter level a bell-blurred step takes 1.349 deviations. In samples of the profile. */
function softness(profile: Float64Array, ink: number, paper: number): number {
  const crossing = (share: number, from: number, step: 1 | -1) => {
    const level = ink + (paper - ink) * share;
    for (let i = from; i >= 0 && i < profile.length; i += step) {
      const v = profile[i] as number;
      if (step === 1 ? v >= level : v <= level) {
        const before = profile[i - step] ?? v;
        return before === v ? i : i - (step * (v - level)) / (v - before);
      }
    }
    return from;
  };
  return Math.abs(crossing(0.75, 0, 1) - crossing(0.25, profile.length - 1, -1)) / 1.349;
}

/** Green light between four pixels; undefined outside. Green carries most of what is bright and the least noise. */
function lightAt(raster: Raster, x: number, y: number): number | undefined {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left + 1 >= raster.widthPx || top + 1 >= raster.heightPx) return undefined;
  const n = raster.channels;
  const at = (top * raster.widthPx + left) * n + 1;
  const below = at + raster.widthPx * n;
  const [fx, fy] = [x - left, y - top];
  const light = (i: number) => linearOfSample[raster.data[i] as number] as number;
  return (light(at) * (1 - fx) + light(at + n) * fx) * (1 - fy) + (light(below) * (1 - fx) + light(below + n) * fx) * fy;
}

/** The line nearest to the points in the sense of right angles; points far off the others are left out once. */
function fitLine(points: readonly Point[]): Line | undefined {
  const first = throughAll(points);
  const misses = points.map((p) => Math.abs(first[0] * p[0] + first[1] * p[1] - first[2]));
  const limit = Math.max(0.3, 3 * median(misses));
  const near = points.filter((_, i) => (misses[i] as number) <= limit);
  return near.length >= PLACES * 0.5 ? throughAll(near) : undefined;
}

function throughAll(points: readonly Point[]): Line {
  const n = points.length;
  const mx = points.reduce((s, p) => s + p[0], 0) / n;
  const my = points.reduce((s, p) => s + p[1], 0) / n;
  let [xx, xy, yy] = [0, 0, 0];
  for (const [x, y] of points) {
    xx += (x - mx) ** 2;
    xy += (x - mx) * (y - my);
    yy += (y - my) ** 2;
  }
  const angle = 0.5 * Math.atan2(2 * xy, xx - yy);
  const [nx, ny] = [-Math.sin(angle), Math.cos(angle)];
  return [nx, ny, nx * mx + ny * my];
}

function meet([a, b, c]: Line, [d, e, f]: Line): Point | undefined {
  const det = a * e - b * d;
  return Math.abs(det) < 0.2 ? undefined : [(c * e - b * f) / det, (a * f - c * d) / det];
}
