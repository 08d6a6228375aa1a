import sharp from 'sharp';

export type Point = readonly [x: number, y: number];

/** Lines along the middle of the marks of a mask (PNG), from the top down, so that a mouse can follow them as a hand would. */
export async function linesOf(maskPng: Uint8Array, stepPx: number): Promise<Point[][]> {
  const { data, info } = await sharp(maskPng).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  let open: { line: Point[]; run: Point }[] = [];
  const lines: Point[][] = [];
  for (let y = 0; y < info.height; y += stepPx) {
    const runs = runsOf(data.subarray(y * info.width, (y + 1) * info.width));
    open = runs.map((run) => {
      const middle: Point = [(run[0] + run[1]) / 2, y];
      const above = open.find((o) => o.run[0] < run[1] && o.run[1] > run[0]);
      const line = above?.line ?? [];
      if (above === undefined) lines.push(line);
      line.push(middle);
      return { line, run };
    });
  }
  return lines.filter((line) => line.length > 2);
}

/** Where a row of a mask is inside a mark: from and to. */
function runsOf(row: Uint8Array): Point[] {
  const runs: Point[] = [];
  let from = -1;
  for (let x = 0; x <= row.length; x++) {
    const inside = (row[x] ?? 0) > 127;
    if (inside && from < 0) from = x;
    if (!inside && from >= 0) {
      runs.push([from, x]);
      from = -1;
    }
  }
  return runs;
}

/** The same photo as a phone that was held upright writes it: on its side, with the word that it has to be turned. */
export const onItsSide = (jpeg: Uint8Array): Promise<Buffer> =>
  sharp(jpeg).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 92 }).toBuffer();

/** The same picture in a file of a few megabytes. */
export const asLargeFile = (jpeg: Uint8Array): Promise<Buffer> => sharp(jpeg).png({ compressionLevel: 0 }).toBuffer();
