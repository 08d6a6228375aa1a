/**
 * Centre lines of shapes: layers are peeled off until lines one cell wide are left (Zhang and Suen 1984), then the steps of
 * stairs are cut off, so that a slanted line is a slanted line. 1 = line. Only cells at an edge are looked at in each round.
 */
export function centreLines(inside: Uint8Array, width: number, height: number): Uint8Array {
  const line = inside.map((v) => (v === 1 ? 1 : 0));
  const waiting = new Uint8Array(line.length);
  let edge: number[] = [];
  const offer = (i: number, list: number[]) => {
    if (line[i] !== 1 || waiting[i] === 1) return;
    waiting[i] = 1;
    list.push(i);
  };
  for (let i = 0; i < line.length; i++) if (line[i] === 1 && neighboursOf(line, i, width, height).count < 8) offer(i, edge);
  for (let changed = true; changed; ) {
    changed = false;
    for (const pass of [0, 1] as const) {
      const gone = edge.filter((i) => mayGo(neighboursOf(line, i, width, height), pass));
      if (gone.length === 0) continue;
      changed = true;
      for (const i of gone) line[i] = 0;
      const next = edge.filter((i) => line[i] === 1);
      for (const i of gone) for (const j of around(i, width, height)) offer(j, next);
      edge = next;
    }
  }
  for (const i of edge) if (isStep(neighboursOf(line, i, width, height).ring)) line[i] = 0;
  return line;
}

/** From the top, clockwise. */
const ways = [
  [0, -1],
  [1, -1],
  [1, 0],
  [1, 1],
  [0, 1],
  [-1, 1],
  [-1, 0],
  [-1, -1],
] as const;

interface Neighbours {
  readonly ring: readonly number[];
  readonly count: number;
}

function neighboursOf(line: Uint8Array, i: number, width: number, height: number): Neighbours {
  const x = i % width;
  const y = (i - x) / width;
  let count = 0;
  const ring = ways.map(([dx, dy]) => {
    const v = cellAt(line, x + dx, y + dy, width, height);
    count += v;
    return v;
  });
  return { ring, count };
}

function around(i: number, width: number, height: number): number[] {
  const x = i % width;
  const y = (i - x) / width;
  return ways
    .filter(([dx, dy]) => x + dx >= 0 && y + dy >= 0 && x + dx < width && y + dy < height)
    .map(([dx, dy]) => i + dy * width + dx);
}

function mayGo({ ring, count }: Neighbours, pass: 0 | 1): boolean {
  if (count < 2 || count > 6) return false;
  let turns = 0;
  for (let k = 0; k < 8; k++) if (ring[k] === 0 && ring[(k + 1) % 8] === 1) turns++;
  if (turns !== 1) return false;
  const [north, , east, , south, , west] = ring as [number, number, number, number, number, number, number];
  return pass === 0
    ? north * east * south === 0 && east * south * west === 0
    : north * east * west === 0 && north * south * west === 0;
}

/** A corner between two neighbours that touch each other across it, with nothing hanging on its outer side. */
function isStep(ring: readonly number[]): boolean {
  for (let k = 0; k < 8; k += 2) {
    const at = (d: number) => ring[(k + d) % 8];
    if (at(0) === 1 && at(2) === 1 && at(1) === 0 && at(4) === 0 && at(5) === 0 && at(6) === 0) return true;
  }
  return false;
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
