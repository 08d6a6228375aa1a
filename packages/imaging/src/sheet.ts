import { leastSquares, type Matrix3 } from '@stria/math';
import { type Calibration, lightFactor } from './calibrate.ts';
import { apply3, linearOfSample, type Triple, towardsSrgb } from './colour.ts';
import type { FramePose } from './fiducial.ts';
import { type Box, frames } from './frame.ts';
import type { ColourSpace } from './photo.ts';
import { MARK_ABOVE, type Mask, NEITHER_ABOVE, type Raster } from './raster.ts';

/**
 * The skin laid flat at the size at which it is measured: even cells, linear light averaged over each (averaging coded samples
 * would darken every edge), and how much of each cell is mark. All measures are taken here.
 */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Side of a cell in millimetres; where no scale is known, in thirds of the typical width of a mark. */
  readonly cell: number;
  /** Side of a cell in pixels of the photo. */
  readonly cellPx: number;
  /** Linear sRGB, one plane after the other. */
  readonly light: Float32Array;
  /** Share of the cell that is mark, 0..1. */
  readonly marks: Float32Array;
  /** 1 where skin is seen and may be measured: inside the window, not clipped, not called neither. */
  readonly valid: Uint8Array;
  /** 1 where a sample of the cell is at the end of its range. */
  readonly clipped: Uint8Array;
  /** Cells that lie in the window (or the photo) and are not called neither, clipped or not. */
  readonly seen: Uint8Array;
}

/** Cells across the window: 5 a millimetre on the large frame. */
const CELLS_ACROSS = 740;
/** Skin so near to the paper is shaded by it and mixed with it by blur. Source: convention (truth of the test pictures). */
const INSET_MM = 0.5;

/** The window of the frame, seen from straight above, evenly lit where a calibration is at hand. */
export function sheetOfWindow(
  raster: Raster,
  mask: Mask,
  pose: FramePose,
  colourSpace: ColourSpace,
  calibration: Calibration | undefined,
): Sheet {
  const { window } = frames[pose.size];
  const drawnPxPerMm = pose.pxPerMm * pose.printScale;
  const step = Math.max(window.width / CELLS_ACROSS, 1 / drawnPxPerMm);
  const inner: Box = {
    x: window.x + INSET_MM,
    y: window.y + INSET_MM,
    width: window.width - 2 * INSET_MM,
    height: window.height - 2 * INSET_MM,
  };
  const [width, height] = [Math.floor(inner.width / step), Math.floor(inner.height / step)];
  const sheet = empty(width, height, step * pose.printScale, step * drawnPxPerMm);
  const m = pose.photoFromFrameMm;
  const n = Math.max(1, Math.min(8, Math.round(step * drawnPxPerMm)));
  const cell = new Gathering(raster, mask);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      cell.clear();
      let [sumX, sumY] = [0, 0];
      for (let j = 0; j < n; j++) {
        const v = inner.y + (y + (j + 0.5) / n) * step;
        for (let i = 0; i < n; i++) {
          const u = inner.x + (x + (i + 0.5) / n) * step;
          const w = 1 / (m[6] * u + m[7] * v + m[8]);
          const [px, py] = [(m[0] * u + m[1] * v + m[2]) * w, (m[3] * u + m[4] * v + m[5]) * w];
          sumX += px;
          sumY += py;
          cell.add(Math.round(px), Math.round(py));
        }
      }
      const factor = calibration ? lightFactor(calibration, [sumX / (n * n), sumY / (n * n)], raster) : 1;
      cell.put(sheet, y * width + x, n * n, 1 / factor);
    }
  }
  toSrgb(sheet, calibration?.matrix ?? towardsSrgb(colourSpace));
  return sheet;
}

/**
 * The part of the photo around the marks (`around`, in pixels), averaged over k x k pixels. Distances are as in the photo: tilt
 * and distance of the skin are not known here.
 */
export function sheetOfPhoto(
  raster: Raster,
  mask: Mask,
  colourSpace: ColourSpace,
  k: number,
  unitPx: number,
  around: Box,
): Sheet {
  const [width, height] = [Math.floor(around.width / k), Math.floor(around.height / k)];
  const sheet = empty(width, height, k / unitPx, k);
  const cell = new Gathering(raster, mask);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      cell.clear();
      for (let j = 0; j < k; j++) for (let i = 0; i < k; i++) cell.add(around.x + x * k + i, around.y + y * k + j);
      cell.put(sheet, y * width + x, k * k, 1);
    }
  }
  toSrgb(sheet, towardsSrgb(colourSpace));
  return sheet;
}

function empty(width: number, height: number, cell: number, cellPx: number): Sheet {
  const n = width * height;
  return {
    ...{ width, height, cell, cellPx },
    light: new Float32Array(3 * n),
    marks: new Float32Array(n),
    valid: new Uint8Array(n),
    clipped: new Uint8Array(n),
    seen: new Uint8Array(n),
  };
}

/** Sums the pixels of one cell. */
class Gathering {
  private readonly raster: Raster;
  private readonly mask: Mask;
  private r = 0;
  private g = 0;
  private b = 0;
  private mark = 0;
  private neither = 0;
  private count = 0;
  private bright = 0;

  constructor(raster: Raster, mask: Mask) {
    this.raster = raster;
    this.mask = mask;
  }

  clear(): void {
    this.r = this.g = this.b = this.mark = this.neither = this.count = this.bright = 0;
  }

  add(x: number, y: number): void {
    const { widthPx, heightPx, channels, data } = this.raster;
    if (x < 0 || y < 0 || x >= widthPx || y >= heightPx) return;
    const at = y * widthPx + x;
    const i = at * channels;
    const [r, g, b] = [data[i] as number, data[i + 1] as number, data[i + 2] as number];
    this.r += linearOfSample[r] as number;
    this.g += linearOfSample[g] as number;
    this.b += linearOfSample[b] as number;
    if (r >= 254 || g >= 254 || b >= 254) this.bright++;
    const m = this.mask.data[at] as number;
    if (m > MARK_ABOVE) this.mark++;
    else if (m > NEITHER_ABOVE) this.neither++;
    this.count++;
  }

  put(sheet: Sheet, at: number, wanted: number, factor: number): void {
    if (this.count < wanted) return;
    const n = sheet.width * sheet.height;
    const f = factor / wanted;
    sheet.light[at] = this.r * f;
    sheet.light[n + at] = this.g * f;
    sheet.light[2 * n + at] = this.b * f;
    sheet.marks[at] = this.mark / wanted;
    sheet.clipped[at] = this.bright > 0 ? 1 : 0;
    // A soft edge of a painted mark is "neither" for a pixel or two; a whole cell of it is not skin.
    sheet.seen[at] = this.mark > 0 || this.neither * 4 <= wanted ? 1 : 0;
    sheet.valid[at] = sheet.seen[at] === 1 && this.bright === 0 ? 1 : 0;
  }
}

function toSrgb({ width, height, light }: Sheet, matrix: Matrix3 | undefined): void {
  if (!matrix) return;
  const n = width * height;
  for (let i = 0; i < n; i++) {
    const v: Triple = [light[i] as number, light[n + i] as number, light[2 * n + i] as number];
    [light[i], light[n + i], light[2 * n + i]] = apply3(matrix, v);
  }
}

/**
 * Takes the slow part of the light out of a sheet without calibration: a quadratic fitted to the log light of the cells of
 * `skin`, per channel, its mean kept. Body, lamp and lens shade the marks and the skin beside them alike; what is left is what
 * the skin itself does.
 */
export function evenOut(sheet: Sheet, skin: Uint8Array): Sheet {
  const { width, height } = sheet;
  const n = width * height;
  const cells: number[] = [];
  for (let i = 0; i < n; i++) if (skin[i] === 1) cells.push(i);
  const every = Math.max(1, Math.floor(cells.length / 4000));
  const some = cells.filter((_, i) => i % every === 0);
  if (some.length < 60) return sheet;
  const light = Float32Array.from(sheet.light);
  for (let c = 0; c < 3; c++) {
    const value = (i: number) => Math.log(Math.max(sheet.light[c * n + i] as number, 1e-4));
    let kept = some;
    let fit: number[] | undefined;
    for (let round = 0; round < 2; round++) {
      const rows = kept.map((i) => surface(i, width, height));
      fit = leastSquares(rows, kept.map(value));
      if (!fit) return sheet;
      const misses = rows.map((r, j) => value(kept[j] as number) - dot(r, fit as number[]));
      const limit = 2.5 * Math.sqrt(misses.reduce((s, v) => s + v * v, 0) / misses.length);
      kept = kept.filter((_, j) => Math.abs(misses[j] as number) <= limit);
    }
    const found = fit as number[];
    const level = kept.reduce((s, i) => s + dot(surface(i, width, height), found), 0) / kept.length;
    for (let i = 0; i < n; i++)
      light[c * n + i] = (light[c * n + i] as number) * Math.exp(level - dot(surface(i, width, height), found));
  }
  return { ...sheet, light };
}

function surface(i: number, width: number, height: number): number[] {
  const x = ((i % width) / width) * 2 - 1;
  const y = (Math.floor(i / width) / height) * 2 - 1;
  return [1, x, y, x * y, x * x, y * y];
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((s, v, i) => s + v * (b[i] as number), 0);
