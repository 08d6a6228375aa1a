import { combine, jackknifeSd, median, quantile } from '@stria/math';
import type { Estimate } from '@stria/record';
import { type Calibration, colourSd, contrastSd } from './calibrate.ts';
import { deltaE00, type Lab, labOfLinear, linearOfLab } from './colour.ts';
import { distanceTo } from './distance.ts';
import { BURNT_SHARE, EDGE_SD_MM, EDGE_SD_PX, PRINT_COLOUR_SD, UNCALIBRATED_SHARE, UNCALIBRATED_SKIN_SD } from './method.ts';
import { evenOut, type Sheet } from './sheet.ts';

/**
 * The contrast of marks to the skin beside them: mean L*a*b* more than 0.3 mm inside the marks against mean L*a*b* of the skin
 * 1 to 4 mm outside, in the window. Lengths in the sheet's unit: millimetres, or thirds of a mark's width without a scale.
 */
export interface Contrast {
  readonly contrastDeltaE00: Estimate;
  readonly deltaL: Estimate;
  readonly deltaA: Estimate;
  readonly deltaB: Estimate;
  readonly adjacentSkin: { readonly L: Estimate; readonly a: Estimate; readonly b: Estimate };
  /** From which depth the inside was taken: 0.3, or less where the marks are so narrow that half of them is nearer to the edge. */
  readonly depth: number;
  /** Cells that were taken inside the marks. */
  readonly cells: number;
  /** L*a*b* of each cell and of the skin beside the marks, for what else is asked of them. */
  readonly planes: Planes;
  readonly skin: Lab;
}

export interface Planes {
  readonly L: Float32Array;
  readonly a: Float32Array;
  readonly b: Float32Array;
}

const DEPTH = 0.3;
const RING_FROM = 1;
const RING_TO = 4;
/** For evening out the light skin a little further away counts as well. */
const LIGHT_TO = 7;
const LEAST_CELLS = 12;
const LEAST_RING = 40;
/** Blocks that are left out in turn; larger than the mottle of skin, so that they are nearly independent. */
const BLOCK = 10;

/** Where a sheet's marks and the skin beside them lie. Distances to the nearest edge, in the sheet's unit. */
export interface Places {
  readonly inside: Uint8Array;
  /** To the nearest cell that is no mark, and to the nearest mark; half a cell of each is the way to the edge. */
  readonly toOutside: Float32Array;
  readonly toMark: Float32Array;
}

export function placesOf(sheet: Sheet): Places {
  const { width, height, marks, cell } = sheet;
  const n = width * height;
  const inside = new Uint8Array(n);
  const outside = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const mark = (marks[i] as number) > 0.5;
    inside[i] = mark ? 1 : 0;
    outside[i] = mark ? 0 : 1;
  }
  const scaled = (d: Float32Array) => {
    for (let i = 0; i < n; i++) d[i] = Math.max(0, ((d[i] as number) - 0.5) * cell);
    return d;
  };
  return {
    inside,
    toOutside: scaled(distanceTo(outside, width, height)),
    toMark: scaled(distanceTo(inside, width, height)),
  };
}

/**
 * undefined where too little of the marks or of the skin beside them can be read. The standard deviation holds, added as
 * independent: which piece of marks and skin happened to be seen (blocks left out in turn); the painted edge; softness of a coarse
 * photo; the print's colours (calibrated) or the unknown exposure and tone curve (not calibrated); and what burnt-out cells hide.
 */
export function contrastOf(raw: Sheet, places: Places, calibration: Calibration | undefined): Contrast | undefined {
  const sheet = calibration ? raw : evenOut(raw, ring(raw, places, LIGHT_TO));
  const skin = ring(sheet, places, RING_TO);
  const depths = places.toOutside.filter((_, i) => places.inside[i] === 1 && sheet.valid[i] === 1);
  if (depths.length < LEAST_CELLS) return undefined;
  const depth = Math.min(DEPTH, median(depths));
  const near = places.inside.map((v, i) => v | (skin[i] as number));
  const planes = labPlanes(sheet, near);
  const means = (p: Planes, from: number) => sums(sheet, p, places, skin, from);
  const now = means(planes, depth);
  if (now.marks.n < LEAST_CELLS || now.skin.n < LEAST_RING) return undefined;
  const [mark, beside] = [meanOf(now.marks), meanOf(now.skin)];
  const answer = differences(mark, beside);

  const seen = spread(now);
  const edge = Math.max(EDGE_SD_MM, EDGE_SD_PX / (sheet.cellPx / sheet.cell));
  const deeper = shifted(means(planes, Math.min(depth + edge, quantile(depths, 0.9))), answer);
  const shallower = shifted(means(planes, Math.max(0, depth - edge)), answer);
  const soft = softened(sheet);
  const softer = soft === sheet ? still : shifted(means(labPlanes(soft, near), depth), answer);
  const print = calibration ? contrastSd(calibration, linearOfLab(mark), linearOfLab(beside)) : UNCALIBRATED_SHARE * answer.e;
  const printed = combine(print, BURNT_SHARE * clippedShare(sheet, places) * answer.e);
  const sd = (k: keyof Differences) => combine(seen[k], (deeper[k] + shallower[k]) / 2, softer[k], k === 'e' ? printed : 0);
  const share = answer.e > 0 ? printed / answer.e : 0;
  const part = (k: 'L' | 'a' | 'b'): Estimate => ({ value: answer[k], sd: combine(sd(k), share * Math.abs(answer[k])) });
  return {
    contrastDeltaE00: { value: answer.e, sd: sd('e') },
    deltaL: part('L'),
    deltaA: part('a'),
    deltaB: part('b'),
    adjacentSkin: absolute(beside, calibration),
    depth,
    cells: now.marks.n,
    planes,
    skin: beside,
  };
}

/** Skin from 1 to `to` away from every mark, with no share of a mark in the cell. */
function ring(sheet: Sheet, { toMark }: Places, to: number): Uint8Array {
  const cells = new Uint8Array(toMark.length);
  for (let i = 0; i < cells.length; i++) {
    const away = toMark[i] as number;
    if (away > RING_FROM && away < to && sheet.valid[i] === 1 && sheet.marks[i] === 0) cells[i] = 1;
  }
  return cells;
}

/** L*a*b* where it will be asked for; 0 elsewhere. */
function labPlanes({ width, height, light }: Sheet, where: Uint8Array): Planes {
  const n = width * height;
  const planes: Planes = { L: new Float32Array(n), a: new Float32Array(n), b: new Float32Array(n) };
  for (let i = 0; i < n; i++) {
    if (where[i] !== 1) continue;
    const lab = labOfLinear([light[i] as number, light[n + i] as number, light[2 * n + i] as number]);
    planes.L[i] = lab.L;
    planes.a[i] = lab.a;
    planes.b[i] = lab.b;
  }
  return planes;
}

interface Sum {
  n: number;
  L: number;
  a: number;
  b: number;
}

interface Sums {
  readonly marks: Sum;
  readonly skin: Sum;
  readonly blocks: readonly { readonly marks: Sum; readonly skin: Sum }[];
}

const nothing = (): Sum => ({ n: 0, L: 0, a: 0, b: 0 });

function sums(sheet: Sheet, planes: Planes, places: Places, skin: Uint8Array, depth: number): Sums {
  const { width, height, valid } = sheet;
  const side = blockSide(sheet);
  const across = Math.ceil(width / side);
  const blocks = Array.from({ length: across * Math.ceil(height / side) }, () => ({ marks: nothing(), skin: nothing() }));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const isMark = places.inside[i] === 1 && valid[i] === 1 && (places.toOutside[i] as number) > depth - 1e-6;
      if (!isMark && skin[i] !== 1) continue;
      const block = blocks[Math.floor(y / side) * across + Math.floor(x / side)] as { marks: Sum; skin: Sum };
      add(isMark ? block.marks : block.skin, planes.L[i] as number, planes.a[i] as number, planes.b[i] as number, 1);
    }
  }
  const all = { marks: nothing(), skin: nothing() };
  for (const b of blocks) for (const k of ['marks', 'skin'] as const) add(all[k], b[k].L, b[k].a, b[k].b, b[k].n);
  return { ...all, blocks: blocks.filter((b) => b.marks.n + b.skin.n > 0) };
}

/** Ten units, or less where the sheet would have fewer than sixteen blocks. */
function blockSide({ width, height, cell }: Sheet): number {
  return Math.max(4, Math.floor(Math.min(BLOCK / cell, Math.sqrt((width * height) / 16))));
}

function add(to: Sum, L: number, a: number, b: number, n: number): void {
  to.n += n;
  to.L += L;
  to.a += a;
  to.b += b;
}

const meanOf = (s: Sum): Lab => ({ L: s.L / s.n, a: s.a / s.n, b: s.b / s.n });

interface Differences {
  readonly e: number;
  readonly L: number;
  readonly a: number;
  readonly b: number;
}

const differences = (mark: Lab, skin: Lab): Differences => ({
  e: deltaE00(mark, skin),
  L: mark.L - skin.L,
  a: mark.a - skin.a,
  b: mark.b - skin.b,
});

/** Each block with its marks and its skin is left out in turn. */
function spread({ marks, skin, blocks }: Sums): Differences {
  const without = blocks.flatMap((b) => {
    const [m, s] = [minus(marks, b.marks), minus(skin, b.skin)];
    return m.n > 0 && s.n > 0 ? [differences(meanOf(m), meanOf(s))] : [];
  });
  const sd = (k: keyof Differences) =>
    without.length < 2 ? Math.abs(differences(meanOf(marks), meanOf(skin))[k]) : jackknifeSd(without.map((d) => d[k]));
  return { e: sd('e'), L: sd('L'), a: sd('a'), b: sd('b') };
}

const minus = (all: Sum, part: Sum): Sum => ({ n: all.n - part.n, L: all.L - part.L, a: all.a - part.a, b: all.b - part.b });

const still: Differences = { e: 0, L: 0, a: 0, b: 0 };

/** How far each answer moves under another way of looking; not at all where that way sees nothing. */
function shifted(other: Sums, answer: Differences): Differences {
  if (other.marks.n < LEAST_CELLS || other.skin.n < LEAST_RING) return still;
  const d = differences(meanOf(other.marks), meanOf(other.skin));
  const off = (k: keyof Differences) => Math.abs(d[k] - answer[k]);
  return { e: off('e'), L: off('L'), a: off('a'), b: off('b') };
}

/** How much softer another shot of the same skin may be, px squared: focus and resampling, and for colour JPEG's half size. */
const SOFTER_PX2 = { light: 0.5, colour: 2 } as const;

/** The sheet as such a softer photo would show it; the same sheet where its cells are so large that it makes no difference. */
function softened(sheet: Sheet): Sheet {
  const cellPx2 = sheet.cellPx ** 2;
  if (SOFTER_PX2.colour / cellPx2 < 0.04) return sheet;
  const n = sheet.width * sheet.height;
  const light = Float32Array.from(sheet.light);
  // Green stands for light, red and blue as differences from it for colour.
  for (let i = 0; i < n; i++)
    for (const c of [0, 2]) light[c * n + i] = (light[c * n + i] as number) - (light[n + i] as number);
  for (const c of [0, 1, 2]) {
    const variance = SOFTER_PX2[c === 1 ? 'light' : 'colour'] / cellPx2;
    const rounds = Math.ceil(variance / 0.6);
    for (let r = 0; r < rounds; r++) soften(sheet, light.subarray(c * n, (c + 1) * n), variance / rounds);
  }
  for (let i = 0; i < n; i++)
    for (const c of [0, 2]) light[c * n + i] = (light[c * n + i] as number) + (light[n + i] as number);
  return { ...sheet, light };
}

/** Three cells in a row and three in a column are mixed so that each spreads by `variance` cells squared. */
function soften({ width, height, seen }: Sheet, plane: Float32Array, variance: number): void {
  const side = variance / 2;
  for (const step of [1, width]) {
    const from = Float32Array.from(plane);
    for (let y = step === 1 ? 0 : 1; y < (step === 1 ? height : height - 1); y++) {
      for (let x = step === 1 ? 1 : 0; x < (step === 1 ? width - 1 : width); x++) {
        const i = y * width + x;
        if (seen[i - step] !== 1 || seen[i + step] !== 1) continue;
        plane[i] = (1 - 2 * side) * (from[i] as number) + side * ((from[i - step] as number) + (from[i + step] as number));
      }
    }
  }
}

/** An absolute colour is only as sure as the print, or as the phone's guess of the light. */
function absolute(skin: Lab, calibration: Calibration | undefined) {
  const own = calibration ? colourSd(calibration, linearOfLab(skin)) : { L: 0, a: 0, b: 0 };
  const of = (k: keyof Lab): Estimate => ({
    value: skin[k],
    sd: calibration ? combine(own[k], PRINT_COLOUR_SD, calibration.residualDeltaE00 / 2) : UNCALIBRATED_SKIN_SD[k],
  });
  return { L: of('L'), a: of('a'), b: of('b') };
}

/** Share of the marks and of the skin beside them that is burnt out; the worse of the two counts. */
export function clippedShare(sheet: Sheet, places: Places): number {
  const counts = { mark: [0, 0], skin: [0, 0] } as { mark: [number, number]; skin: [number, number] };
  for (let i = 0; i < sheet.seen.length; i++) {
    if (sheet.seen[i] !== 1) continue;
    const away = places.toMark[i] as number;
    const count = places.inside[i] === 1 ? counts.mark : away > 1 && away < 4 ? counts.skin : undefined;
    if (!count) continue;
    count[0]++;
    if (sheet.clipped[i] === 1) count[1]++;
  }
  const share = ([all, off]: [number, number]) => (all === 0 ? 0 : off / all);
  return Math.max(share(counts.mark), share(counts.skin));
}
