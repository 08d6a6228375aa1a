import { fitHomography, invert3, type Matrix3, median, project } from '@stria/math';
import { fail, ok, problem, type Result } from '@stria/record';
import { refineMarker, type Sharpness } from './edges.ts';
import { type FrameGeometry, type FrameSize, frameSizes, frames, type Marker, type Point } from './frame.ts';
import { findQuads, type Grey, greyOf } from './quads.ts';
import type { Raster } from './raster.ts';

/** Where the printed frame lies in a photo. */
export interface FramePose {
  readonly size: FrameSize;
  /** Homography, row by row: nominal mm of the frame's drawing -> pixels of the upright photo. */
  readonly photoFromFrameMm: Matrix3;
  /** Ids of the markers that were seen. */
  readonly markerIds: readonly number[];
  /** The four corners of the window in the photo, clockwise from the top left of the frame. */
  readonly windowPx: readonly [Point, Point, Point, Point];
  /** Real millimetres of one drawn millimetre: the check bar as measured, over 50. */
  readonly printScale: number;
  /** Pixels a real millimetre at the centre of the frame. */
  readonly pxPerMm: number;
  /** Between the paper and the plane of the sensor, for the field of view of a phone's main camera. */
  readonly tiltDegrees: number;
  /** Mean distance between the seen marker corners and the fitted ones, px: how well the paper lies flat. */
  readonly residualPx: number;
  /** How soft the edges of the markers are, px: the deviation of the bell that blurred them. */
  readonly blurPx: number;
}

/** Beyond a tenth a print is not a print of this frame (a browser that fitted it to the page). Source: convention. */
const PRINT_SCALE_TOLERANCE = 0.1;
const CHECK_BAR_MM = 50;
/** 26 mm on the 36 x 24 frame: the main camera of nearly every phone. Only the tilt hangs on it. Source: convention. */
const FOCAL_OF_DIAGONAL = 26 / 43.27;
const WORK_PX = 1350;

export interface FrameOptions {
  /** What the person measured of the printed bar of 50 mm. */
  readonly checkBarMm?: number;
}

/**
 * Looks for the large and the small frame. null: fewer than two markers are in view. At least two markers that agree with one
 * pose are asked for; a pattern that is not one of the sixteen, or that lies where it cannot, is not a marker.
 * Problem `imaging.print-scale-off`: the check bar is more than a tenth off 50 mm.
 */
export function findFrame(raster: Raster, options: FrameOptions = {}): Result<FramePose | null> {
  const printScale = (options.checkBarMm ?? CHECK_BAR_MM) / CHECK_BAR_MM;
  if (!(Math.abs(printScale - 1) <= PRINT_SCALE_TOLERANCE + 1e-9)) {
    return fail(
      problem(
        'imaging.print-scale-off',
        '/checkBarMm',
        `The printed bar should be 50 mm long; ${options.checkBarMm} mm is more than a tenth off.`,
        'Print the frame again at 100 % (switch off "fit to page"), then measure the bar once more.',
      ),
    );
  }
  const k = Math.max(1, Math.round(Math.max(raster.widthPx, raster.heightPx) / WORK_PX));
  const seen = readMarkers(greyOf(raster, k));
  const best = frameSizes
    .map((size) => agreeing(frames[size], seen))
    .reduce((a, b) => (b && (!a || b.markers.length > a.markers.length) ? b : a), undefined);
  if (!best) return ok(null);
  return ok(refined(raster, best, printScale) ?? null);
}

/** One marker as first seen: its corners in pixels of the photo, clockwise from its own top-left. */
interface Seen {
  readonly id: number;
  readonly corners: readonly Point[];
  readonly wrongBits: number;
}

/** Reads every dark quadrangle; keeps the best reading of each place. */
function readMarkers(grey: Grey): Seen[] {
  const seen: Seen[] = [];
  for (const quad of findQuads(grey)) {
    const read = readBits(grey, quad);
    if (!read) continue;
    const full = quad.map(([x, y]): Point => [(x + 0.5) * grey.k - 0.5, (y + 0.5) * grey.k - 0.5]);
    const corners = full.map((_, i) => full[(i + read.turn) % 4] as Point);
    seen.push({ id: read.id, corners, wrongBits: read.wrongBits });
  }
  return seen.sort((a, b) => a.wrongBits - b.wrongBits);
}

const unit: readonly Point[] = [
  [0, 0],
  [6, 0],
  [6, 6],
  [0, 6],
];

const codes = frameSizes.flatMap((size) => frames[size].markers.map((m) => ({ id: m.id, bits: m.bits.join('') })));

/** The id whose pattern lies in the quadrangle, with at most one cell read wrongly, and the turn that sets it upright. */
function readBits(grey: Grey, quad: readonly Point[]) {
  const map = fitHomography(unit, quad);
  const cells = map && cellsOf(grey, map);
  if (!cells) return undefined;
  const inner = (r: number, c: number) => (cells[(r + 1) * 6 + c + 1] ? '1' : '0');
  const border = cells.filter((paper, i) => paper && (i % 6 === 0 || i % 6 === 5 || i < 6 || i >= 30)).length;
  if (border > 2) return undefined;
  for (let turn = 0; turn < 4; turn++) {
    let text = '';
    for (let r = 0; r < 4; r++)
      for (let c = 0; c < 4; c++)
        text += turn === 0 ? inner(r, c) : turn === 1 ? inner(c, 3 - r) : turn === 2 ? inner(3 - r, 3 - c) : inner(3 - c, r);
    for (const { id, bits } of codes) {
      let wrongBits = 0;
      for (let i = 0; i < 16 && wrongBits < 2; i++) if (text[i] !== bits[i]) wrongBits++;
      if (wrongBits <= 1) return { id, turn, wrongBits };
    }
  }
  return undefined;
}

/** For each of the 6 x 6 cells whether it is paper. Undefined where dark and bright are too near: a plain patch, or mud. */
function cellsOf(grey: Grey, map: Matrix3): boolean[] | undefined {
  const values: number[] = [];
  for (let r = 0; r < 6; r++) {
    for (let c = 0; c < 6; c++) {
      let sum = 0;
      for (const dy of [0.3, 0.5, 0.7])
        for (const dx of [0.3, 0.5, 0.7]) {
          const [x, y] = project(map, [c + dx, r + dy]);
          sum += grey.data[Math.round(y) * grey.width + Math.round(x)] ?? Number.NaN;
        }
      values.push(sum / 9);
    }
  }
  const [dark, bright] = [Math.min(...values), Math.max(...values)];
  if (!(bright > 1.5 * dark + 8)) return undefined;
  const middle = (dark + bright) / 2;
  return values.map((v) => v > middle);
}

interface Agreed {
  readonly geometry: FrameGeometry;
  readonly map: Matrix3;
  readonly markers: readonly Marker[];
}

/** The pose that the most markers agree with: every pair of seen markers proposes one, the others vote. */
function agreeing(geometry: FrameGeometry, seen: readonly Seen[]): Agreed | undefined {
  const known = seen.flatMap((s) => {
    const marker = geometry.markers.find((m) => m.id === s.id);
    return marker ? [{ ...s, marker }] : [];
  });
  let best: Agreed | undefined;
  for (const [i, a] of known.entries()) {
    for (const b of known.slice(i + 1)) {
      if (a.id === b.id) continue;
      const map = fitHomography([...a.marker.corners, ...b.marker.corners], [...a.corners, ...b.corners]);
      if (!map || !looksAtPaper(map, geometry)) continue;
      const near = new Map<number, (typeof known)[number]>();
      for (const s of known) if (!near.has(s.id) && missOf(map, s) < 0.35) near.set(s.id, s);
      if (near.size < 2 || (best && near.size <= best.markers.length)) continue;
      const list = [...near.values()];
      const all = fitHomography(
        list.flatMap((s) => s.marker.corners),
        list.flatMap((s) => s.corners),
      );
      if (all) best = { geometry, map: all, markers: list.map((s) => s.marker) };
    }
  }
  return best;
}

/** Largest distance of a marker's corners from where the pose wants them, in sides of the marker. */
function missOf(map: Matrix3, s: Seen & { readonly marker: Marker }): number {
  const side = Math.hypot(
    (s.corners[1] as Point)[0] - (s.corners[0] as Point)[0],
    (s.corners[1] as Point)[1] - (s.corners[0] as Point)[1],
  );
  return Math.max(
    ...s.marker.corners.map((c, i) => {
      const [x, y] = project(map, c);
      const [u, v] = s.corners[i] as Point;
      return Math.hypot(x - u, y - v) / side;
    }),
  );
}

/** The paper is seen from its printed side, whole and in front of the camera. */
function looksAtPaper(map: Matrix3, { outer }: FrameGeometry): boolean {
  const corners: Point[] = [
    [0, 0],
    [outer.width, 0],
    [outer.width, outer.height],
    [0, outer.height],
  ];
  const depth = corners.map(([x, y]) => map[6] * x + map[7] * y + map[8]);
  if (!depth.every((d) => d > 0) && !depth.every((d) => d < 0)) return false;
  const [p, q, r] = corners.map((c) => project(map, c)) as [Point, Point, Point];
  return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0;
}

/** The pose again from the straight edges of all markers at full size; markers missed before are looked for where they must lie. */
function refined(raster: Raster, first: Agreed, printScale: number): FramePose | undefined {
  const { geometry } = first;
  let map = first.map;
  let kept: Fixed[] = [];
  for (let round = 0; round < 3; round++) {
    const fixed = geometry.markers.flatMap((marker): Fixed[] => {
      const found = refineMarker(raster, map, marker);
      return found && bitsHold(raster, map, marker) ? [{ marker, ...found }] : [];
    });
    kept = withoutStrays(fixed);
    const next = fitOf(kept);
    if (kept.length < 2 || !next) return undefined;
    map = next;
  }
  const { x, y, width, height } = geometry.window;
  const windowPx = (
    [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ] as const
  ).map((p) => project(map, p));
  const centre: Point = [geometry.outer.width / 2, geometry.outer.height / 2];
  return {
    size: geometry.size,
    photoFromFrameMm: map,
    markerIds: kept.map((f) => f.marker.id),
    windowPx: windowPx as unknown as FramePose['windowPx'],
    printScale,
    pxPerMm: scaleAt(map, centre) / printScale,
    tiltDegrees: tiltOf(map, raster),
    residualPx: median(kept.flatMap((f) => missesOf(map, f))),
    blurPx: Math.max(...(['level', 'upright'] as const).map((way) => median(kept.map((f) => f.blurPx[way])))),
  };
}

interface Fixed {
  readonly marker: Marker;
  readonly corners: readonly Point[];
  readonly blurPx: Sharpness;
}

const fitOf = (list: readonly Fixed[]) =>
  fitHomography(
    list.flatMap((f) => f.marker.corners),
    list.flatMap((f) => f.corners),
  );

const missesOf = (map: Matrix3, f: Fixed) =>
  f.marker.corners.map((c, i) => {
    const [x, y] = project(map, c);
    const [u, v] = f.corners[i] as Point;
    return Math.hypot(x - u, y - v);
  });

/** A marker that disagrees with the others (bent paper, a finger on its edge) is left out while four remain. */
function withoutStrays(fixed: readonly Fixed[]): Fixed[] {
  let list = [...fixed];
  while (list.length > 4) {
    const map = fitOf(list);
    if (!map) return list;
    const misses = list.map((f) => Math.max(...missesOf(map, f)));
    const worst = misses.indexOf(Math.max(...misses));
    if ((misses[worst] as number) < Math.max(1.5, 4 * median(misses))) break;
    list = list.filter((_, i) => i !== worst);
  }
  return list;
}

/** Whether the marker's own pattern lies where the pose says, at the photo's full size. */
function bitsHold(raster: Raster, map: Matrix3, marker: Marker): boolean {
  const cell = marker.size / 6;
  const fromCells: Matrix3 = [cell, 0, marker.x, 0, cell, marker.y, 0, 0, 1];
  const points = unit.map((p) => project(map, project(fromCells, p)));
  const left = Math.floor(Math.min(...points.map((p) => p[0])));
  const top = Math.floor(Math.min(...points.map((p) => p[1])));
  const right = Math.ceil(Math.max(...points.map((p) => p[0])));
  const bottom = Math.ceil(Math.max(...points.map((p) => p[1])));
  if (left < 0 || top < 0 || right >= raster.widthPx || bottom >= raster.heightPx) return false;
  const grey = greyOf(crop(raster, left, top, right - left + 1, bottom - top + 1), 1);
  const read = readBits(
    grey,
    points.map(([x, y]): Point => [x - left, y - top]),
  );
  return read?.id === marker.id && read.turn === 0;
}

function crop(raster: Raster, left: number, top: number, widthPx: number, heightPx: number): Raster {
  const n = raster.channels;
  const data = new Uint8Array(widthPx * heightPx * n);
  for (let y = 0; y < heightPx; y++) {
    const from = ((top + y) * raster.widthPx + left) * n;
    data.set(raster.data.subarray(from, from + widthPx * n), y * widthPx * n);
  }
  return { widthPx, heightPx, channels: n, data };
}

/** Pixels a unit of the map's source at a point: the root of how much a small area grows. */
export function scaleAt(m: Matrix3, [x, y]: Point): number {
  const w = m[6] * x + m[7] * y + m[8];
  const [u, v] = project(m, [x, y]);
  const [ux, uy] = [(m[0] - u * m[6]) / w, (m[1] - u * m[7]) / w];
  const [vx, vy] = [(m[3] - v * m[6]) / w, (m[4] - v * m[7]) / w];
  return Math.sqrt(Math.abs(ux * vy - uy * vx));
}

function tiltOf(map: Matrix3, { widthPx, heightPx }: Raster): number {
  const focal = FOCAL_OF_DIAGONAL * Math.hypot(widthPx, heightPx);
  const camera = invert3([focal, 0, (widthPx - 1) / 2, 0, focal, (heightPx - 1) / 2, 0, 0, 1]);
  if (!camera) throw new Error('a camera matrix has an inverse');
  const column = (c: number) =>
    [0, 3, 6].map((r) => [0, 1, 2].reduce((s, k) => s + (camera[r + k] as number) * (map[k * 3 + c] as number), 0));
  const [p, q] = [column(0), column(1)] as [number[], number[]];
  const [p0, p1, p2] = p as [number, number, number];
  const [q0, q1, q2] = q as [number, number, number];
  const normal = [p1 * q2 - p2 * q1, p2 * q0 - p0 * q2, p0 * q1 - p1 * q0] as const;
  return (Math.acos(Math.min(1, Math.abs(normal[2]) / Math.hypot(...normal))) * 180) / Math.PI;
}
