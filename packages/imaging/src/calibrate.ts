import { identity3, jackknifeSd, leastSquares, type Matrix3, median, project } from '@stria/math';
import { apply3, deltaE00, type Lab, labOfLinear, labOfSrgb, linearOfSample, type Triple, toLinear } from './colour.ts';
import type { FramePose } from './fiducial.ts';
import { type Box, type FrameGeometry, frames, type Point, type Srgb } from './frame.ts';
import type { Raster } from './raster.ts';

/**
 * What the frame's patches say of the light and of the camera: how bright the light falls on each place, and the matrix from the
 * camera's linear light to sRGB's. A home print is not colour-true, so absolute colours stay uncertain by about the residual;
 * the contrast of two skins hardly hangs on it, and `contrastSd` says how much.
 */
export interface Calibration {
  /** Linear light of the camera / light field -> linear sRGB. */
  readonly matrix: Matrix3;
  /** Log of the light as a * x + b * y + c * xy + d * xx + e * yy, x and y from -1 to 1 across the photo. */
  readonly light: readonly number[];
  /** Mean distance of the calibrated patches from their nominal colours. */
  readonly residualDeltaE00: number;
  /** Linear light of the paper where it is seen, 0..1: how the photo is exposed. */
  readonly paperLight: number;
  /** Patches that were too bright, too dark or covered. */
  readonly rejected: number;
  /** The same matrix with one colour of the print left out, once for each colour. */
  readonly without: readonly Matrix3[];
}

interface Spot {
  readonly at: Point;
  readonly seen: Triple;
  readonly nominal: Triple;
  readonly srgb: Srgb;
  readonly colour: string;
}

const TERMS = 5;
/** Holds the light field still where the patches say little: the weight of one patch in twenty-five. Source: convention. */
const STILL = 0.04;
/** A patch whose light is more than this off the field (log) is shaded by a finger, bent or badly printed. Source: convention. */
const STRAY_LOG = 0.3;
const LEAST_SPOTS = 14;

/** undefined where too few patches can be read (clipped, dark, hidden): the photo then counts as uncalibrated. */
export function calibrate(raster: Raster, pose: FramePose): Calibration | undefined {
  const all = spotsOf(frames[pose.size]);
  const read = all.flatMap((s) => readSpot(raster, pose, s) ?? []);
  let spots = read;
  let matrix: Matrix3 | undefined = identity3;
  let light: readonly number[] = new Array<number>(TERMS).fill(0);
  for (let round = 0; round < 10; round++) {
    if (spots.length < LEAST_SPOTS || new Set(spots.map((s) => s.colour)).size < 6) return undefined;
    matrix = matrixOf(spots, light, raster);
    if (!matrix) return undefined;
    const logs = logLights(spots, matrix);
    light = lightOf(spots, logs, raster) ?? light;
    if (round === 3 || round === 6) {
      const off = logs.map((v, i) => v - lightAt(light, (spots[i] as Spot).at, raster));
      const centre = median(off);
      spots = spots.filter((_, i) => Math.abs((off[i] as number) - centre) < STRAY_LOG);
    }
  }
  const found = matrix;
  if (!found) return undefined;
  const distances = spots
    .filter((s) => s.colour !== 'paper')
    .map((s) => deltaE00(labOfLinear(apply3(found, evened(s, light, raster))), labOfSrgb(s.srgb)));
  const paper = spots.filter((s) => s.colour === 'paper' || s.colour === 'grey50');
  const groups = [...new Set(spots.map((s) => s.colour))];
  return {
    matrix: found,
    light,
    residualDeltaE00: distances.reduce((a, b) => a + b, 0) / distances.length,
    paperLight: paper.length > 0 ? median(paper.map((s) => (s.seen[1] / s.nominal[1]) * PAPER)) : 0,
    rejected: all.length - spots.length,
    without: groups.flatMap((g) => {
      const rest = spots.filter((s) => s.colour !== g);
      const m = matrixOf(rest, light, raster);
      return m ? [m] : [];
    }),
  };
}

const PAPER = toLinear(240 / 255);

/** Divides by this to see the scene under even light. */
export function lightFactor(
  calibration: Calibration,
  at: Point,
  raster: { readonly widthPx: number; readonly heightPx: number },
): number {
  return Math.exp(lightAt(calibration.light, at, raster));
}

/** How far the contrast of two skins moves when one colour of the print is not believed: its standard deviation, DeltaE00. */
export function contrastSd(calibration: Calibration, mark: Triple, skin: Triple): number {
  if (calibration.without.length < 2) return 0;
  const inverse = calibration.matrix;
  const back = (v: Triple) => solve3(inverse, v);
  const [m, s] = [back(mark), back(skin)];
  return jackknifeSd(calibration.without.map((w) => deltaE00(labOfLinear(apply3(w, m)), labOfLinear(apply3(w, s)))));
}

/** How far an absolute colour moves likewise, in L*, a*, b*. */
export function colourSd(calibration: Calibration, skin: Triple): Lab {
  const seen = solve3(calibration.matrix, skin);
  const labs = calibration.without.map((w) => labOfLinear(apply3(w, seen)));
  const of = (k: keyof Lab) => (labs.length < 2 ? 0 : jackknifeSd(labs.map((l) => l[k])));
  return { L: of('L'), a: of('a'), b: of('b') };
}

function solve3(m: Matrix3, v: Triple): Triple {
  const x = leastSquares([m.slice(0, 3), m.slice(3, 6), m.slice(6, 9)], v);
  if (!x) throw new Error('a colour matrix has an inverse');
  return x as unknown as Triple;
}

/** Every patch, and the bare paper beside them. The rim of a patch is left out: blur mixes it with the paper. */
function spotsOf(geometry: FrameGeometry): readonly (Box & { readonly srgb: Srgb; readonly colour: string })[] {
  const { patches, outer, window, paper, markers } = geometry;
  const patchSpots = patches.map((p) => {
    const rim = Math.min(p.width, p.height) * 0.22;
    return { x: p.x + rim, y: p.y + rim, width: p.width - 2 * rim, height: p.height - 2 * rim, srgb: p.srgb, colour: p.colour };
  });
  const quiet = (markers[0]?.x ?? 0) * 0.6;
  const start = (markers[0]?.x ?? 0) * 0.2;
  const bare = (x: number, y: number, width: number, height: number) => ({ x, y, width, height, srgb: paper, colour: 'paper' });
  const paperSpots = patches.flatMap((p) => {
    if (p.side === 'top') return [bare(p.x, start, p.width, quiet), bare(p.x, window.y - start - quiet, p.width, quiet)];
    if (p.side === 'left') return [bare(start, p.y, quiet, p.height), bare(window.x - start - quiet, p.y, quiet, p.height)];
    if (p.side === 'right') {
      return [
        bare(outer.width - start - quiet, p.y, quiet, p.height),
        bare(window.x + window.width + start, p.y, quiet, p.height),
      ];
    }
    return [
      bare(p.x, outer.height - start - quiet, p.width, quiet),
      bare(p.x, window.y + window.height + start, p.width, quiet),
    ];
  });
  return [...patchSpots, ...paperSpots.filter((_, i) => i % 3 === 0)];
}

/** The middle colour of a spot in linear light; undefined where it is out of the photo, clipped or black. */
function readSpot(
  raster: Raster,
  pose: FramePose,
  spot: Box & { readonly srgb: Srgb; readonly colour: string },
): Spot | undefined {
  const N = 11;
  const values: [number[], number[], number[]] = [[], [], []];
  let clipped = 0;
  for (let i = 0; i < N * N; i++) {
    const mm: Point = [spot.x + (((i % N) + 0.5) / N) * spot.width, spot.y + ((Math.floor(i / N) + 0.5) / N) * spot.height];
    const [x, y] = project(pose.photoFromFrameMm, mm).map(Math.round) as [number, number];
    if (x < 0 || y < 0 || x >= raster.widthPx || y >= raster.heightPx) return undefined;
    const at = (y * raster.widthPx + x) * raster.channels;
    const rgb = [raster.data[at], raster.data[at + 1], raster.data[at + 2]] as [number, number, number];
    if (rgb.some((v) => v >= 254)) clipped++;
    for (const c of [0, 1, 2] as const) values[c].push(linearOfSample[rgb[c]] as number);
  }
  if (clipped > 0.02 * N * N) return undefined;
  const seen = values.map(median) as unknown as Triple;
  if (seen[1] < 0.0015) return undefined;
  const at = project(pose.photoFromFrameMm, [spot.x + spot.width / 2, spot.y + spot.height / 2]);
  return {
    at,
    seen,
    nominal: spot.srgb.map((v) => toLinear(v / 255)) as unknown as Triple,
    srgb: spot.srgb,
    colour: spot.colour,
  };
}

const mean3 = (v: Triple) => (v[0] + v[1] + v[2]) / 3;

function evened(s: Spot, light: readonly number[], raster: Raster): Triple {
  const f = Math.exp(-lightAt(light, s.at, raster));
  return [s.seen[0] * f, s.seen[1] * f, s.seen[2] * f];
}

/** Relative misses count, so that dark patches have their say. */
function matrixOf(spots: readonly Spot[], light: readonly number[], raster: Raster): Matrix3 | undefined {
  const rows = spots.map((s) => evened(s, light, raster));
  const counts = new Map<string, number>();
  for (const s of spots) counts.set(s.colour, (counts.get(s.colour) ?? 0) + 1);
  const weights = spots.map((s) => 1 / (Math.max(mean3(s.nominal), 0.04) ** 2 * (counts.get(s.colour) as number)));
  const out = ([0, 1, 2] as const).map((c) =>
    leastSquares(
      rows,
      spots.map((s) => s.nominal[c]),
      weights,
    ),
  );
  return out.some((r) => r === undefined) ? undefined : (out.flat() as unknown as Matrix3);
}

const logLights = (spots: readonly Spot[], m: Matrix3) =>
  spots.map((s) => Math.log(Math.max(mean3(apply3(m, s.seen)), 1e-5) / mean3(s.nominal)));

function lightOf(spots: readonly Spot[], logs: readonly number[], raster: Raster): number[] | undefined {
  const rows = spots.map((s) => [...terms(s.at, raster), 1]);
  const still = Array.from({ length: TERMS }, (_, i) =>
    Array.from({ length: TERMS + 1 }, (_, j) => (i === j ? Math.sqrt((STILL * spots.length) / 25) : 0)),
  );
  return leastSquares([...rows, ...still], [...logs, ...still.map(() => 0)])?.slice(0, TERMS);
}

function terms([px, py]: Point, { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): number[] {
  const x = ((px + 0.5) / widthPx) * 2 - 1;
  const y = ((py + 0.5) / heightPx) * 2 - 1;
  return [x, y, x * y, x * x, y * y];
}

const lightAt = (light: readonly number[], at: Point, size: { readonly widthPx: number; readonly heightPx: number }) =>
  terms(at, size).reduce((s, t, i) => s + t * (light[i] as number), 0);
