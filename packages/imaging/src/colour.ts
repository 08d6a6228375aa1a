import { type Matrix3, multiply3 } from '@stria/math';
import type { ColourSpace } from './photo.ts';

/**
 * From the numbers of a file to colours as eyes see them: samples -> linear light -> XYZ -> L*a*b* under D65, and the distance
 * between two colours. All of it is plain arithmetic on triples; planes of pixels use the tables below.
 */
export type Triple = readonly [number, number, number];

/** L* 0..100, a* green to red, b* blue to yellow; D65, 2 degree observer. */
export interface Lab {
  readonly L: number;
  readonly a: number;
  readonly b: number;
}

/** Reference white D65, 2 degrees. Source: convention (CIE). */
export const white: Triple = [0.95047, 1, 1.08883];

/** Linear sRGB -> XYZ and back. Source: convention (IEC 61966-2-1). */
export const xyzFromSrgb: Matrix3 = [
  0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192, 0.9503041,
];
export const srgbFromXyz: Matrix3 = [
  3.2404542, -1.5371385, -0.4985314, -0.969266, 1.8760108, 0.041556, 0.0556434, -0.2040259, 1.0572252,
];
/** Linear Display P3 (D65) -> XYZ. Source: convention (SMPTE EG 432-1, D65). */
const xyzFromP3: Matrix3 = [0.48657095, 0.26566769, 0.19821729, 0.22897456, 0.69173852, 0.07928691, 0, 0.04511338, 1.04394437];
export const srgbFromP3: Matrix3 = multiply3(srgbFromXyz, xyzFromP3);

/** Linear light (0..1) of each sample 0..255: the curve that sRGB and Display P3 share. */
export const linearOfSample: Float32Array = Float32Array.from({ length: 256 }, (_, i) => toLinear(i / 255));

export function toLinear(v: number): number {
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
}

/** Linear light -> sample 0..255, clipped. */
export function toSample(linear: number): number {
  const v = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055));
}

export const apply3 = (m: Matrix3, [x, y, z]: Triple): Triple => [
  m[0] * x + m[1] * y + m[2] * z,
  m[3] * x + m[4] * y + m[5] * z,
  m[6] * x + m[7] * y + m[8] * z,
];

/** The matrix that brings a file's linear light to linear sRGB; undefined where nothing has to be done. */
export const towardsSrgb = (space: ColourSpace): Matrix3 | undefined => (space === 'display-p3' ? srgbFromP3 : undefined);

const EDGE = 216 / 24389;
const SLOPE = 24389 / 27;
const curve = (t: number) => (t > EDGE ? Math.cbrt(t) : (SLOPE * t + 16) / 116);
const uncurve = (f: number) => (f ** 3 > EDGE ? f ** 3 : (116 * f - 16) / SLOPE);

export function labOfXyz([x, y, z]: Triple): Lab {
  const [fx, fy, fz] = [curve(x / white[0]), curve(y / white[1]), curve(z / white[2])];
  return { L: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz) };
}

export function xyzOfLab({ L, a, b }: Lab): Triple {
  const fy = (L + 16) / 116;
  return [white[0] * uncurve(fy + a / 500), white[1] * uncurve(fy), white[2] * uncurve(fy - b / 200)];
}

export const labOfLinear = (rgb: Triple): Lab => labOfXyz(apply3(xyzFromSrgb, rgb));
export const linearOfLab = (lab: Lab): Triple => apply3(srgbFromXyz, xyzOfLab(lab));
export const labOfSrgb = ([r, g, b]: Triple): Lab => labOfLinear([toLinear(r / 255), toLinear(g / 255), toLinear(b / 255)]);

/**
 * Individual typology angle in degrees, from -90 to 90: light skin has a large one. Source: h23.
 */
export const itaDegrees = ({ L, b }: Pick<Lab, 'L' | 'b'>): number => (Math.atan2(L - 50, b) * 180) / Math.PI;

const rad = (degrees: number) => (degrees * Math.PI) / 180;
const POW25_7 = 25 ** 7;

/**
 * CIEDE2000: about 1 is the least difference that a trained eye sees side by side. `weights` are kL, kC and kH
 * of the standard, 1 for side-by-side viewing. Source: convention (Sharma, Wu, Dalal 2005, whose table is the test).
 */
export function deltaE00(p: Lab, q: Lab, [kL, kC, kH]: Triple = [1, 1, 1]): number {
  const meanC7 = ((Math.hypot(p.a, p.b) + Math.hypot(q.a, q.b)) / 2) ** 7;
  const stretch = 1 + 0.5 * (1 - Math.sqrt(meanC7 / (meanC7 + POW25_7)));
  const [a1, a2] = [p.a * stretch, q.a * stretch];
  const [c1, c2] = [Math.hypot(a1, p.b), Math.hypot(a2, q.b)];
  const [h1, h2] = [hue(p.b, a1), hue(q.b, a2)];
  const grey = c1 * c2 === 0;
  const apart = h2 - h1;
  const turn = grey ? 0 : Math.abs(apart) <= 180 ? apart : apart > 180 ? apart - 360 : apart + 360;
  const dL = q.L - p.L;
  const dC = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(rad(turn / 2));

  const meanC = (c1 + c2) / 2;
  const sum = h1 + h2;
  const meanH = grey ? sum : Math.abs(h1 - h2) <= 180 ? sum / 2 : sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
  const t =
    1 -
    0.17 * Math.cos(rad(meanH - 30)) +
    0.24 * Math.cos(rad(2 * meanH)) +
    0.32 * Math.cos(rad(3 * meanH + 6)) -
    0.2 * Math.cos(rad(4 * meanH - 63));
  const far = ((p.L + q.L) / 2 - 50) ** 2;
  const sL = 1 + (0.015 * far) / Math.sqrt(20 + far);
  const sC = 1 + 0.045 * meanC;
  const sH = 1 + 0.015 * meanC * t;
  const c7 = meanC ** 7;
  const twist = -Math.sin(rad(60 * Math.exp(-(((meanH - 275) / 25) ** 2)))) * 2 * Math.sqrt(c7 / (c7 + POW25_7));
  const [l, c, h] = [dL / (kL * sL), dC / (kC * sC), dH / (kH * sH)];
  return Math.sqrt(Math.max(0, l * l + c * c + h * h + twist * c * h));
}

/** Hue in degrees 0..360; 0 for a grey. */
function hue(b: number, a: number): number {
  if (a === 0 && b === 0) return 0;
  const degrees = (Math.atan2(b, a) * 180) / Math.PI;
  return degrees < 0 ? degrees + 360 : degrees;
}
