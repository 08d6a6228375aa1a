/**
 * Centre lines of shapes: layers are peeled off until lines one cell wide are left (Zhang and Suen 1984). 1 = line.
 * Shapes that touch the edge of the plane are peeled there as well.
 */
export function centreLines(inside: Uint8Array, width: number, height: number): Uint8Array {
  const line = Uint8Array.from(inside, (v) => (v === 1 ? 1 : 0));
  let open: number[] = [];
  for (let i = 0; i < line.length; i++) if (line[i] === 1) open.push(i);
  for (let changed = true; changed; ) {
    changed = false;
    for (const pass of [0, 1] as const) {
      const gone = open.filter((i) => mayGo(line, i, width, height, pass));
      for (const i of gone) line[i] = 0;
      if (gone.length > 0) changed = true;
      open = open.filter((i) => line[i] === 1);
    }
  }
  return line;
}

/** Neighbours from the top, clockwise. */
const around = [
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
] as const;

function mayGo(line: Uint8Array, i: number, width: number, height: number, pass: 0 | 1): boolean {
  const x = i % width;
  const y = (i - x) / width;
  let [count, turns, previous] = [0, 0, cellAt(line, x - 1, y - 1, width, height)];
  const p = [0, 0, 0, 0];
  for (let k = 0; k < 8; k++) {
    const [dx, dy] = around[k] as readonly [number, number];
    const v = cellAt(line, x + dx, y + dy, width, height);
    count += v;
    if (previous === 0 && v === 1) turns++;
    previous = v;
    if (k % 2 === 0) p[k / 2] = v;
  }
  if (count < 2 || count > 6 || turns !== 1) return false;
  const [north, east, south, west] = p as [number, number, number, number];
  return pass === 0
    ? north * east * south === 0 && east * south * west === 0
    : north * east * west === 0 && north * south * west === 0;
}

const cellAt = (line: Uint8Array, x: number, y: number, width: number, height: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (line[y * width + x] as number);

/**
 * Length of centre lines in cells: straight and slanted steps weighted so that lines of any direction come out right in the mean
 * (0.948 and 1.340; Kulpa 1977).
 */
export function lengthOf(line: Uint8Array, width: number, height: number): number {
  let [straight, slanted] = [0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (line[y * width + x] !== 1) continue;
      const right = cellAt(line, x + 1, y, width, height);
      const below = cellAt(line, x, y + 1, width, height);
      straight += right + below;
      // A slanted step beside a straight one goes the same way twice.
      if (cellAt(line, x + 1, y + 1, width, height) === 1 && right === 0 && below === 0) slanted++;
      const left = cellAt(line, x - 1, y, width, height);
      if (cellAt(line, x - 1, y + 1, width, height) === 1 && left === 0 && below === 0) slanted++;
    }
  }
  return 0.948 * straight + 1.34 * slanted;
}
