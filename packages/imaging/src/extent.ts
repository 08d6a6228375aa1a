import { combine, jackknifeSd, median } from '@stria/math';
import type { Estimate } from '@stria/record';
import type { Lab } from './colour.ts';
import { shapesOf } from './distance.ts';
import type { Places, Planes } from './measure.ts';
import { EDGE_SD_MM, EDGE_SD_PX } from './method.ts';
import type { Sheet } from './sheet.ts';
import { centreLines, lengthOf } from './skeleton.ts';

/** How wide, how long and how large the marks are, in the sheet's unit, and which share of the seen skin they take. */
export interface Extent {
  readonly width: Estimate;
  readonly length: Estimate;
  readonly area: Estimate;
  readonly areaFraction: Estimate;
}

/**
 * Width: the median over the centre lines of twice the distance to the edge. The errors hold the painted edge (both sides move
 * together when a person paints boldly), the grid, and the share by which the scale itself is off.
 */
export function extentOf(sheet: Sheet, places: Places, scaleShare: number): Extent {
  const { width, height, cell, marks, seen } = sheet;
  const line = centreLines(places.inside, width, height);
  const widths: number[] = [];
  for (let i = 0; i < line.length; i++) {
    // The line runs up to half a cell beside the true middle: a quarter of a cell a side is given back.
    if (line[i] === 1) widths.push(2 * (places.toOutside[i] as number) + 0.75 * cell);
  }
  const typical = widths.length > 0 ? median(widths) : 0;
  const lengthCells = Math.max(lengthOf(line, width, height), widths.length > 0 ? 1 : 0);
  let [marked, skin] = [0, 0];
  for (let i = 0; i < marks.length; i++) {
    if (seen[i] !== 1) continue;
    skin++;
    marked += marks[i] as number;
  }
  const edge = Math.max(EDGE_SD_MM, EDGE_SD_PX / (sheet.cellPx / cell));
  const length = lengthCells * cell;
  const area = marked * cell * cell;
  const areaSd = edge * 2 * length;
  const shapes = shapesOf(places.inside, width, height).count;
  return {
    width: { value: typical, sd: combine(2 * edge, sdOfMedian(widths), 0.3 * cell, scaleShare * typical) },
    length: { value: length, sd: combine(0.03 * length, typical * 0.5 * Math.sqrt(2 * shapes), scaleShare * length) },
    area: { value: area, sd: combine(areaSd, 2 * scaleShare * area) },
    areaFraction: { value: skin === 0 ? 0 : marked / skin, sd: skin === 0 ? 0 : areaSd / (cell * cell) / skin },
  };
}

/** Ten pieces of the list are left out in turn: neighbours on a line are alike, so pieces, not single values. */
function sdOfMedian(values: readonly number[]): number {
  const pieces = Math.min(10, Math.floor(values.length / 3));
  if (pieces < 2) return 0;
  const without = Array.from({ length: pieces }, (_, p) =>
    median(values.filter((_, i) => Math.floor((i * pieces) / values.length) !== p)),
  );
  return jackknifeSd(without);
}

/** Redder by this much in a* makes a mark red; lighter by this much in L* (and not red) makes it pale. Source: convention. */
const RED = 1.5;
const PALE = 1;

/**
 * What the marks look like, mark by mark: red (rubra), pale (alba), both (mixed), or null where they are neither, as dark marks on
 * any skin are. The sign is read from the photo, never taken for granted.
 */
export function stageOf(sheet: Sheet, places: Places, planes: Planes, skin: Lab): 'rubra' | 'alba' | 'mixed' | null {
  const { label, count } = shapesOf(places.inside, sheet.width, sheet.height);
  const marks = Array.from({ length: count }, () => ({ n: 0, L: 0, a: 0 }));
  for (let i = 0; i < label.length; i++) {
    const mark = marks[(label[i] as number) - 1];
    if (!mark || sheet.valid[i] !== 1) continue;
    mark.n++;
    mark.L += planes.L[i] as number;
    mark.a += planes.a[i] as number;
  }
  let [all, red, pale] = [0, 0, 0];
  for (const { n, L, a } of marks) {
    if (n === 0) continue;
    all += n;
    if (a / n - skin.a > RED) red += n;
    else if (L / n - skin.L > PALE) pale += n;
  }
  if (red >= 0.25 * all && pale >= 0.25 * all) return 'mixed';
  if (red > 0.5 * all) return 'rubra';
  return pale > 0.5 * all ? 'alba' : null;
}
