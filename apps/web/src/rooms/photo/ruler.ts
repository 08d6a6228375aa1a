import { fail, ok, problem, type Result } from '@stria/record';

export interface PointPx {
  readonly x: number;
  readonly y: number;
}

/** Two points nearer than this cannot be set well enough by a finger: a miss of two pixels would be more than 2 %. */
export const LEAST_RULER_PX = 100;
const LONGEST_MM = 500;

/**
 * Pixels a millimetre from two points of the upright photo and the millimetres that a person measured between them.
 * Problems: web.ruler-points-missing, web.ruler-too-short, web.ruler-length-invalid.
 */
export function readRuler(points: readonly PointPx[], betweenMm: number): Result<number> {
  const [a, b] = points;
  if (a === undefined || b === undefined) {
    return fail(
      problem(
        'web.ruler-points-missing',
        '/points',
        'Two points are needed.',
        'Mark both ends of a length that you can measure.',
      ),
    );
  }
  if (!Number.isFinite(betweenMm) || betweenMm <= 0 || betweenMm > LONGEST_MM) {
    return fail(
      problem(
        'web.ruler-length-invalid',
        '/betweenMm',
        'The length between the points is missing or cannot be.',
        `Write the millimetres between the two points, more than 0 and at most ${LONGEST_MM}.`,
      ),
    );
  }
  const betweenPx = Math.hypot(b.x - a.x, b.y - a.y);
  if (betweenPx < LEAST_RULER_PX) {
    return fail(
      problem(
        'web.ruler-too-short',
        '/points',
        'The two points lie too close together for a good scale.',
        'Choose two points that lie farther apart: the longer the length, the smaller the error.',
      ),
    );
  }
  return ok(betweenPx / betweenMm);
}

/** “18.4”, “18,4” or nothing: what a person writes for a length. undefined where it is no number. */
export function readLength(text: string): number | undefined {
  const plain = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return undefined;
  return Number(plain);
}
