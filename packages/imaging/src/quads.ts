import type { Point } from './frame.ts';
import type { Raster } from './raster.ts';

/** One channel of brightness at 1/k of the photo's size, 0..255 as the file codes it. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Pixels of the photo along a side of one cell here. */
  readonly k: number;
  readonly data: Float32Array;
}

/** Brightness averaged over k x k pixels; the rest at the right and at the bottom is left out. */
export function greyOf(raster: Raster, k: number): Grey {
  const { widthPx, channels: n, data } = raster;
  const width = Math.floor(widthPx / k);
  const height = Math.floor(raster.heightPx / k);
  const out = new Float32Array(width * height);
  const share = 1 / (4 * k * k);
  for (let y = 0; y < height; y++) {
    const row = out.subarray(y * width, (y + 1) * width);
    for (let dy = 0; dy < k; dy++) {
      let i = (y * k + dy) * widthPx * n;
      for (let x = 0; x < width; x++) {
        let sum = 0;
        for (let dx = 0; dx < k; dx++, i += n)
          sum += (data[i] as number) + 2 * (data[i + 1] as number) + (data[i + 2] as number);
        row[x] = (row[x] as number) + sum * share;
      }
    }
  }
  return { width, height, k, data: out };
}

/**
 * Dark four-sided shapes on a brighter ground: what a marker looks like before anybody reads it. Corners clockwise in the
 * photo, in pixels of `grey`. Several widths of the neighbourhood are tried, because the size of a marker is not known.
 */
export function findQuads(grey: Grey): Point[][] {
  const quads: Point[][] = [];
  const size = Math.max(grey.width, grey.height);
  const sums = integral(grey);
  for (const radius of new Set([9, Math.round(size / 60), Math.round(size / 24)])) {
    const dark = darkerThanAround(grey, sums, radius);
    for (const outline of outlines(dark, grey.width, grey.height)) {
      const quad = quadOf(outline);
      if (quad) quads.push(quad);
    }
  }
  return quads;
}

function integral({ width, height, data }: Grey): Float64Array {
  const w = width + 1;
  const sums = new Float64Array(w * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x] as number;
      sums[(y + 1) * w + x + 1] = (sums[y * w + x + 1] as number) + row;
    }
  }
  return sums;
}

/** 1 where a cell is clearly darker than the mean of its neighbourhood. The share is of the coded value, so it holds in any light. */
function darkerThanAround({ width, height, data }: Grey, sums: Float64Array, radius: number): Uint8Array {
  const w = width + 1;
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - radius) * w, Math.min(height, y + radius + 1) * w];
    const rows = (bottom - top) / w;
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - radius), Math.min(width, x + radius + 1)];
      const sum =
        (sums[bottom + right] as number) -
        (sums[top + right] as number) -
        (sums[bottom + left] as number) +
        (sums[top + left] as number);
      if ((data[y * width + x] as number) < (0.8 * sum) / (rows * (right - left)) - 2) dark[y * width + x] = 1;
    }
  }
  return dark;
}

const SMALLEST_PX = 10;

/** For each connected dark shape the ends of its rows and columns: all that a convex outline needs. */
function outlines(dark: Uint8Array, width: number, height: number): Point[][] {
  const found: Point[][] = [];
  for (let seed = 0; seed < dark.length; seed++) {
    if (dark[seed] !== 1) continue;
    const members = connected(dark, seed, width);
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (const at of members) {
      const x = at % width;
      const y = (at - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    const [w, h] = [right - left + 1, bottom - top + 1];
    const tooSmall = w < SMALLEST_PX || h < SMALLEST_PX || members.length < 0.25 * Math.min(w, h) ** 2;
    const tooLarge = w > width / 3 || h > height / 3;
    const cut = left === 0 || top === 0 || right === width - 1 || bottom === height - 1;
    if (!tooSmall && !tooLarge && !cut) found.push(ends(members, width, left, top, w, h));
  }
  return found;
}

/** The shape that a dark cell belongs to, neighbours sharing a side; its cells are marked 2, so that none is visited again. */
function connected(dark: Uint8Array, seed: number, width: number): number[] {
  const members = [seed];
  dark[seed] = 2;
  const visit = (next: number) => {
    if (dark[next] !== 1) return;
    dark[next] = 2;
    members.push(next);
  };
  for (let i = 0; i < members.length; i++) {
    const at = members[i] as number;
    const x = at % width;
    if (x > 0) visit(at - 1);
    if (x < width - 1) visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return members;
}

function ends(members: readonly number[], width: number, left: number, top: number, w: number, h: number): Point[] {
  const rows = Array.from({ length: h }, () => [Infinity, -Infinity] as [number, number]);
  const columns = Array.from({ length: w }, () => [Infinity, -Infinity] as [number, number]);
  for (const at of members) {
    const x = at % width;
    const y = (at - x) / width;
    const row = rows[y - top] as [number, number];
    const column = columns[x - left] as [number, number];
    row[0] = Math.min(row[0], x);
    row[1] = Math.max(row[1], x);
    column[0] = Math.min(column[0], y);
    column[1] = Math.max(column[1], y);
  }
  // Half a cell outwards: the outline runs around the cells, not through their centres.
  const points: Point[] = [];
  for (const [i, [a, b]] of rows.entries()) points.push([a - 0.5, top + i], [b + 0.5, top + i]);
  for (const [i, [a, b]] of columns.entries()) points.push([left + i, a - 0.5], [left + i, b + 0.5]);
  return points;
}

/** The four corners of an outline that is a quadrangle; undefined where it is something else. */
function quadOf(points: readonly Point[]): Point[] | undefined {
  const hull = convexHull(points);
  if (hull.length < 4) return undefined;
  const cx = hull.reduce((s, p) => s + p[0], 0) / hull.length;
  const cy = hull.reduce((s, p) => s + p[1], 0) / hull.length;
  const a = farthest(hull, (p) => Math.hypot(p[0] - cx, p[1] - cy));
  const c = farthest(hull, (p) => Math.hypot(p[0] - a[0], p[1] - a[1]));
  const b = farthest(hull, (p) => cross(a, c, p));
  const d = farthest(hull, (p) => -cross(a, c, p));
  const quad = [a, d, c, b];
  const sides = quad.map((p, i) => Math.hypot(p[0] - at(quad, i + 1)[0], p[1] - at(quad, i + 1)[1]));
  if (Math.min(...sides) < SMALLEST_PX * 0.7 || Math.max(...sides) > 4 * Math.min(...sides)) return undefined;
  if (area(quad) < 0.88 * area(hull)) return undefined;
  const clockwise = cross(at(quad, 0), at(quad, 1), at(quad, 2)) > 0 ? quad : quad.toReversed();
  return clockwise;
}

const at = (q: readonly Point[], i: number) => q[i % q.length] as Point;
const cross = (o: Point, p: Point, q: Point) => (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0]);
const area = (q: readonly Point[]) =>
  Math.abs(q.reduce((s, p, i) => s + p[0] * at(q, i + 1)[1] - p[1] * at(q, i + 1)[0], 0)) / 2;

function farthest(points: readonly Point[], how: (p: Point) => number): Point {
  return points.reduce((best, p) => (how(p) > how(best) ? p : best));
}

function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const p of list) {
      while (chain.length > 1 && cross(chain.at(-2) as Point, chain.at(-1) as Point, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.toReversed())];
}
