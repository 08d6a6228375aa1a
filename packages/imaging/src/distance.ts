/** Squared distances are capped here, so that empty planes stay finite. */
const FAR = 1e12;

/**
 * For every cell of a plane the distance to the nearest cell where `target` is 1, in cells, exact (lower envelope of parabolas,
 * Felzenszwalb and Huttenlocher 2012). Cells of the target itself have 0.
 */
export function distanceTo(target: Uint8Array, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  const longest = Math.max(width, height);
  const line = new Float64Array(longest);
  const squares = new Float64Array(width * height);
  const vertex = new Int32Array(longest);
  const border = new Float64Array(longest + 1);
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) line[y] = target[y * width + x] === 1 ? 0 : FAR;
    envelope(line, height, vertex, border, (y, v) => {
      squares[y * width + x] = v;
    });
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) line[x] = squares[y * width + x] as number;
    envelope(line, width, vertex, border, (x, v) => {
      out[y * width + x] = Math.sqrt(v);
    });
  }
  return out;
}

function envelope(
  f: Float64Array,
  n: number,
  vertex: Int32Array,
  border: Float64Array,
  put: (q: number, v: number) => void,
): void {
  let k = 0;
  vertex[0] = 0;
  border[0] = -Infinity;
  border[1] = Infinity;
  const at = (q: number) => f[q] as number;
  for (let q = 1; q < n; q++) {
    let s = 0;
    for (;;) {
      const p = vertex[k] as number;
      s = (at(q) + q * q - (at(p) + p * p)) / (2 * (q - p));
      if (s > (border[k] as number)) break;
      k--;
    }
    k++;
    vertex[k] = q;
    border[k] = s;
    border[k + 1] = Infinity;
  }
  k = 0;
  for (let q = 0; q < n; q++) {
    while ((border[k + 1] as number) < q) k++;
    const p = vertex[k] as number;
    put(q, (q - p) ** 2 + at(p));
  }
}

/** Connected shapes of a plane (neighbours share a side or a corner): the number of each cell's shape, 0 for none, and how many. */
export function shapesOf(
  inside: Uint8Array,
  width: number,
  height: number,
): { readonly label: Int32Array; readonly count: number } {
  const label = new Int32Array(width * height);
  let count = 0;
  for (let seed = 0; seed < inside.length; seed++) {
    if (inside[seed] !== 1 || label[seed] !== 0) continue;
    count++;
    label[seed] = count;
    const members = [seed];
    for (let i = 0; i < members.length; i++) {
      const at = members[i] as number;
      const x = at % width;
      const y = (at - x) / width;
      for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++)
        for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) {
          const next = v * width + u;
          if (inside[next] !== 1 || label[next] !== 0) continue;
          label[next] = count;
          members.push(next);
        }
    }
  }
  return { label, count };
}
