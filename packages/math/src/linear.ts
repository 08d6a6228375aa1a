/**
 * Small dense algebra: matrices of a few rows, stored row by row in plain arrays. Everything returns undefined where the
 * system has no single answer, which is an expected outcome of real data (three points on a line).
 */
export type Matrix3 = readonly [number, number, number, number, number, number, number, number, number];
export type Point2 = readonly [x: number, y: number];

/** Solves A x = b for a square A (n x n, row by row) by elimination with the largest pivot of the column. */
export function solve(a: readonly number[], b: readonly number[]): number[] | undefined {
  const n = b.length;
  if (a.length !== n * n) throw new RangeError('the matrix is not square');
  const m = Float64Array.from(a);
  const x = [...b];
  const at = (r: number, c: number) => m[r * n + c] as number;
  const largest = m.reduce((v, w) => Math.max(v, Math.abs(w)), 0);
  for (let c = 0; c < n; c++) {
    let p = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(at(r, c)) > Math.abs(at(p, c))) p = r;
    if (Math.abs(at(p, c)) <= largest * 1e-13) return undefined;
    for (let k = 0; k < n && p !== c; k++) [m[c * n + k], m[p * n + k]] = [at(p, k), at(c, k)];
    [x[c], x[p]] = [x[p] as number, x[c] as number];
    for (let r = c + 1; r < n; r++) {
      const f = at(r, c) / at(c, c);
      if (f === 0) continue;
      for (let k = c; k < n; k++) m[r * n + k] = at(r, k) - f * at(c, k);
      x[r] = (x[r] as number) - f * (x[c] as number);
    }
  }
  for (let r = n - 1; r >= 0; r--) {
    let v = x[r] as number;
    for (let k = r + 1; k < n; k++) v -= at(r, k) * (x[k] as number);
    x[r] = v / at(r, r);
  }
  return x.every(Number.isFinite) ? x : undefined;
}

/**
 * Least squares: the x that brings `rows` x nearest to `values`, by Householder reflections (no squared condition number).
 * `weights` count each row; undefined where the columns do not determine x.
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights?: readonly number[],
): number[] | undefined {
  const n = rows[0]?.length ?? 0;
  const m = rows.length;
  if (n === 0 || m < n) return undefined;
  const q = rows.map((r, i) => {
    const w = Math.sqrt(weights?.[i] ?? 1);
    return Float64Array.from([...r, values[i] as number], (v) => v * w);
  });
  const cell = (r: number, c: number) => (q[r] as Float64Array)[c] as number;
  let largest = 0;
  for (let c = 0; c < n; c++) {
    let norm = 0;
    for (let r = c; r < m; r++) norm = Math.hypot(norm, cell(r, c));
    largest = Math.max(largest, norm);
    if (norm <= largest * 1e-12) return undefined;
    const alpha = cell(c, c) > 0 ? -norm : norm;
    const v = Array.from({ length: m - c }, (_, i) => cell(c + i, c) - (i === 0 ? alpha : 0));
    const square = v.reduce((s, t) => s + t * t, 0);
    for (let k = c; k <= n; k++) {
      let dot = 0;
      for (let r = c; r < m; r++) dot += (v[r - c] as number) * cell(r, k);
      const f = (2 * dot) / square;
      for (let r = c; r < m; r++) (q[r] as Float64Array)[k] = cell(r, k) - f * (v[r - c] as number);
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    let v = cell(r, n);
    for (let k = r + 1; k < n; k++) v -= cell(r, k) * (x[k] as number);
    x[r] = v / cell(r, r);
  }
  return x.every(Number.isFinite) ? x : undefined;
}

export const identity3: Matrix3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export function multiply3(a: Matrix3, b: Matrix3): Matrix3 {
  const out = new Array<number>(9).fill(0);
  for (let r = 0; r < 3; r++)
    for (let c = 0; c < 3; c++)
      for (let k = 0; k < 3; k++)
        out[r * 3 + c] = (out[r * 3 + c] as number) + (a[r * 3 + k] as number) * (b[k * 3 + c] as number);
  return out as unknown as Matrix3;
}

export function determinant3([a, b, c, d, e, f, g, h, i]: Matrix3): number {
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

export function invert3(m: Matrix3): Matrix3 | undefined {
  const [a, b, c, d, e, f, g, h, i] = m;
  const det = determinant3(m);
  const size = Math.max(...m.map(Math.abs));
  if (!(Math.abs(det) > size ** 3 * 1e-15)) return undefined;
  const adjugate = [
    ...[e * i - f * h, c * h - b * i, b * f - c * e],
    ...[f * g - d * i, a * i - c * g, c * d - a * f],
    ...[d * h - e * g, b * g - a * h, a * e - b * d],
  ];
  return adjugate.map((v) => v / det) as unknown as Matrix3;
}

/** A point through a projective map. Points on the horizon come out infinite. */
export function project(m: Matrix3, [x, y]: Point2): Point2 {
  const w = m[6] * x + m[7] * y + m[8];
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w];
}

/**
 * The projective map that brings `from` nearest to `to`; four pairs or more, no three of the first four on a line. Both clouds are
 * first brought to the origin and to one size, without which the system is hopelessly conditioned (Hartley 1997). Then two
 * rounds of Gauss and Newton turn the algebraic fit into one of distances in the plane of `to`.
 */
export function fitHomography(from: readonly Point2[], to: readonly Point2[]): Matrix3 | undefined {
  if (from.length < 4 || from.length !== to.length) return undefined;
  const a = normaliser(from);
  const b = normaliser(to);
  const back = b && invert3(b);
  if (!a || !b || !back) return undefined;
  const p = from.map((q) => project(a, q));
  const r = to.map((q) => project(b, q));
  const rows = p.flatMap(([x, y], i) => {
    const [u, v] = r[i] as Point2;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y],
      [0, 0, 0, x, y, 1, -v * x, -v * y],
    ];
  });
  let h = leastSquares(rows, r.flat());
  for (let round = 0; h && round < 2; round++) {
    const now = [...h, 1] as unknown as Matrix3;
    const slopes: number[][] = [];
    const misses: number[] = [];
    for (const [i, [x, y]] of p.entries()) {
      const w = now[6] * x + now[7] * y + 1;
      const [u, v] = project(now, [x, y]);
      slopes.push(
        [x / w, y / w, 1 / w, 0, 0, 0, (-u * x) / w, (-u * y) / w],
        [0, 0, 0, x / w, y / w, 1 / w, (-v * x) / w, (-v * y) / w],
      );
      misses.push((r[i] as Point2)[0] - u, (r[i] as Point2)[1] - v);
    }
    const step = leastSquares(slopes, misses);
    h = step && h.map((v, i) => v + (step[i] as number));
  }
  if (!h) return undefined;
  const m = multiply3(multiply3(back, [...h, 1] as unknown as Matrix3), a);
  return m.every(Number.isFinite) && m[8] !== 0 ? (m.map((v) => v / m[8]) as unknown as Matrix3) : undefined;
}

function normaliser(points: readonly Point2[]): Matrix3 | undefined {
  const cx = points.reduce((s, p) => s + p[0], 0) / points.length;
  const cy = points.reduce((s, p) => s + p[1], 0) / points.length;
  const spread = points.reduce((s, p) => s + Math.hypot(p[0] - cx, p[1] - cy), 0) / points.length;
  if (!(spread > 0) || !Number.isFinite(spread)) return undefined;
  const k = Math.SQRT2 / spread;
  return [k, 0, -k * cx, 0, k, -k * cy, 0, 0, 1];
}
