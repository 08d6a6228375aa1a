import { type FrameGeometry, frames } from '@stria/imaging';
import { fitHomography, invert3, type Matrix3, type Point2, project, seeded } from '@stria/math';
import sharp from 'sharp';
import { deltaE00, type Lab, linearOfLab, toLinear, toSample } from '../packages/imaging/src/colour.ts';

/**
 * The photographs of the invented cast: skin with stretch marks and the printed frame, drawn from a seed, in linear light,
 * under a perspective, a light and a noise of their own for every shot. Nobody's skin; no likeness of real skin is claimed.
 * The truth of a drawing is known, so tests can hold the measurement against it.
 */
export interface Shot {
  /** The skin: the same seed is the same skin on another day. */
  readonly seed: number;
  readonly kind: 'alba' | 'rubra';
  readonly tone: 'light' | 'mid' | 'dark';
  /** How much of the first day's contrast and width is left; 1 = all. */
  readonly contrastFactor?: number;
  readonly widthFactor?: number;
  /** The photograph: pose, light and noise. */
  readonly shot?: number;
  readonly withFrame?: boolean;
  readonly widthPx?: number;
}

export interface Photograph {
  readonly jpeg: Uint8Array;
  /** PNG, 8-bit grey, 255 = mark inside the window, as large as the photo. */
  readonly mask: Uint8Array;
  /** Of the drawing itself, before light and camera. */
  readonly truth: { readonly contrastDeltaE00: number; readonly photoFromFrameMm: Matrix3; readonly pxPerMm: number };
}

const tones: Record<Shot['tone'], Lab> = {
  light: { L: 68, a: 11, b: 17 },
  mid: { L: 54, a: 13, b: 20 },
  dark: { L: 38, a: 12, b: 16 },
};
/** Lab of a mark minus Lab of the skin beside it. */
const kinds: Record<Shot['kind'], Lab> = { alba: { L: 6, a: -2.5, b: -1 }, rubra: { L: -4.5, a: 6.5, b: -0.5 } };
const viewMm = { width: 204, height: 153 } as const;
/** Edges of the print cut through pixels, so paper is looked up four times a pixel; skin is smooth enough for once. */
const samples = (x: number, y: number): Point2[] => [
  [x - 0.25, y - 0.25],
  [x + 0.25, y - 0.25],
  [x - 0.25, y + 0.25],
  [x + 0.25, y + 0.25],
];

export async function drawPhotograph(shot: Shot): Promise<Photograph> {
  const { shot: number = 1, withFrame = true, widthPx = 1600 } = shot;
  const heightPx = Math.round((widthPx * viewMm.height) / viewMm.width);
  const frame = frames.large;
  const camera = poseOf(shot.seed, number, widthPx, heightPx, frame);
  const skin = drawSkin(shot);
  const paper = withFrame ? drawPaper(frame) : undefined;
  const light = lightOf(shot.seed, number);
  const dice = seeded(shot.seed * 7919 + number * 104_729);
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  const mask = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const here = project(camera.frameFromPhoto, [x, y]);
      const lit = mix(
        samples(x, y).map((at) => paper?.(project(camera.frameFromPhoto, at))),
        () => skin.light(here),
      );
      const i = y * widthPx + x;
      mask[i] = inWindow(frame, here, 0.3) && skin.distanceMm(here) < 0 ? 255 : 0;
      const gain = light.gain(x / widthPx - 0.5, y / heightPx - 0.5);
      for (let c = 0; c < 3; c++) {
        const linear = (lit[c] as number) * gain * (light.balance[c] as number);
        const noisy = linear + dice.normal() * 0.004 * Math.sqrt(linear + 0.02);
        pixels[i * 3 + c] = toSample(noisy);
      }
    }
  }
  const raw = { width: widthPx, height: heightPx };
  return {
    jpeg: await sharp(pixels, { raw: { ...raw, channels: 3 } })
      .blur(0.6)
      .jpeg({ quality: 84 })
      .toBuffer(),
    mask: await sharp(mask, { raw: { ...raw, channels: 1 } })
      .toColourspace('b-w')
      .png({ compressionLevel: 9 })
      .toBuffer(),
    truth: {
      contrastDeltaE00: skin.contrastDeltaE00,
      photoFromFrameMm: camera.photoFromFrame,
      pxPerMm: widthPx / viewMm.width,
    },
  };
}

/** The frame lies a little different in every shot: slid, turned, and seen at a slant. */
function poseOf(seed: number, number: number, widthPx: number, heightPx: number, frame: FrameGeometry) {
  const dice = seeded(seed * 31 + number * 1009);
  const q = widthPx / viewMm.width;
  const { width, height } = frame.outer;
  const corners: Point2[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const turn = dice.normal() * 0.02;
  const slide: Point2 = [dice.normal() * 1.5, dice.normal() * 1.5];
  const seen = corners.map(([x, y]): Point2 => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    const turned: Point2 = [dx * Math.cos(turn) - dy * Math.sin(turn), dx * Math.sin(turn) + dy * Math.cos(turn)];
    return [
      widthPx / 2 + (turned[0] + slide[0] + dice.normal() * 1.2) * q,
      heightPx / 2 + (turned[1] + slide[1] + dice.normal() * 1.2) * q,
    ];
  });
  const photoFromFrame = fitHomography(corners, seen);
  const frameFromPhoto = photoFromFrame && invert3(photoFromFrame);
  if (!photoFromFrame || !frameFromPhoto) throw new Error('the corners of a pose lie on one line');
  return { photoFromFrame, frameFromPhoto };
}

/** A slope and a bow of light across the photo, its brightness, and a white balance that is a little off. */
function lightOf(seed: number, number: number) {
  const dice = seeded(seed * 17 + number * 6151);
  const [slopeX, slopeY, bow] = [dice.normal() * 0.12, dice.normal() * 0.12, Math.abs(dice.normal()) * 0.2];
  const brightness = 0.78 * Math.exp(dice.normal() * 0.06);
  const balance = [0, 0, 0].map(() => Math.exp(dice.normal() * 0.04));
  return { balance, gain: (u: number, v: number) => brightness * Math.exp(slopeX * u + slopeY * v - bow * (u * u + v * v)) };
}

/** The mean of what the samples of a pixel show; where one shows no paper, it shows skin. */
function mix(papers: readonly (readonly number[] | undefined)[], skin: () => readonly number[]): readonly number[] {
  if (papers.every((p) => p === papers[0])) return papers[0] ?? skin();
  const bare = papers.includes(undefined) ? skin() : [];
  return [0, 1, 2].map((c) => papers.reduce((sum, p) => sum + ((p ?? bare)[c] as number), 0) / papers.length);
}

/** Linear light of the paper at a place of the frame, or undefined where the skin shows (window, and beyond the paper). */
function drawPaper(frame: FrameGeometry): (mm: Point2) => readonly number[] | undefined {
  const linear = (srgb: readonly number[]) => srgb.map((v) => toLinear(v / 255));
  const { width, height } = frame.outer;
  // Every edge of the large frame lies on a half millimetre, so a grid of that step holds it without a loss.
  const columns = width * 2;
  const grid: (readonly number[] | undefined)[] = new Array(columns * height * 2).fill(linear(frame.paper));
  const fill = (x: number, y: number, w: number, h: number, light: readonly number[] | undefined): void => {
    for (let j = y * 2; j < (y + h) * 2; j++) for (let i = x * 2; i < (x + w) * 2; i++) grid[j * columns + i] = light;
  };
  for (const p of frame.patches) fill(p.x, p.y, p.width, p.height, linear(p.srgb));
  for (const m of frame.markers) {
    const cell = m.size / frame.markerCells;
    fill(m.x, m.y, m.size, m.size, linear(frame.ink));
    m.bits.forEach((row, j) => {
      [...row].forEach((bit, i) => {
        if (bit === '1') fill(m.x + (i + 1) * cell, m.y + (j + 1) * cell, cell, cell, linear(frame.paper));
      });
    });
  }
  fill(frame.window.x, frame.window.y, frame.window.width, frame.window.height, undefined);
  return ([x, y]) =>
    x < 0 || y < 0 || x >= width || y >= height ? undefined : grid[Math.floor(y * 2) * columns + Math.floor(x * 2)];
}

function inWindow({ window: w }: FrameGeometry, [x, y]: Point2, inset: number): boolean {
  return x > w.x + inset && y > w.y + inset && x < w.x + w.width - inset && y < w.y + w.height - inset;
}

/** One piece of skin: tone, mottle, fine relief, a few follicles and moles, and the marks as bent stripes that taper off. */
function drawSkin({ seed, kind, tone, contrastFactor = 1, widthFactor = 1 }: Shot) {
  const dice = seeded(seed);
  const base = tones[tone];
  const stripes = Array.from({ length: 7 }, (_, i) => ({
    x: 36 + i * 18 + dice.normal() * 3,
    y: 66 + dice.normal() * 6,
    half: (0.9 + dice.uniform() * 0.9) * widthFactor,
    length: 26 + dice.uniform() * 16,
    lean: dice.normal() * 0.18,
    bend: dice.normal() * 2.2,
    phase: dice.uniform() * 6,
    strength: 0.85 + dice.uniform() * 0.3,
  }));
  const moles = Array.from({ length: 5 }, () => ({
    x: dice.uniform() * 182,
    y: dice.uniform() * 132,
    r: 0.6 + dice.uniform() * 0.7,
  }));
  const [mottleL, mottleA, relief, grain] = [noise(seed + 1), noise(seed + 2), noise(seed + 3), noise(seed + 4)];
  const shift = (strength: number): Lab => scale(kinds[kind], strength * contrastFactor);

  /** Distance to the edge of the nearest mark in mm, below zero inside, and that mark's strength. */
  const nearest = ([x, y]: Point2): { mm: number; strength: number } => {
    let best = { mm: Number.POSITIVE_INFINITY, strength: 0 };
    for (const s of stripes) {
      const along = (y - s.y) / s.length;
      const middle = s.x + s.lean * (y - s.y) + s.bend * Math.sin(s.phase + along * 3);
      const half = s.half * Math.sqrt(Math.max(0, 1 - along * along));
      const beyond = Math.max(0, Math.abs(along) - 1) * s.length;
      const mm = Math.hypot(Math.max(0, Math.abs(x - middle) - half), beyond) - Math.max(0, half - Math.abs(x - middle));
      if (mm < best.mm) best = { mm, strength: s.strength };
    }
    return best;
  };
  const light = (mm: Point2): readonly number[] => {
    const [x, y] = mm;
    const near = nearest(mm);
    const inside = 1 / (1 + Math.exp(near.mm / 0.09));
    const d = shift(near.strength * inside);
    const uneven = 1.3 * mottleL(x / 9, y / 9) + 0.7 * mottleL(x / 3, y / 3);
    const lines = (relief(x / 0.7, y / 1.1) + 0.6 * grain(x / 0.35, y / 0.35)) * (1 - 0.4 * inside);
    const mole = moles.reduce((dark, m) => Math.max(dark, 1 / (1 + Math.exp((Math.hypot(x - m.x, y - m.y) - m.r) / 0.12))), 0);
    const L = base.L + d.L + uneven - 14 * mole;
    const lit = linearOfLab({ L, a: base.a + d.a + 0.5 * mottleA(x / 7, y / 7) + 3 * mole, b: base.b + d.b });
    const shade = 1 + 0.05 * lines;
    return [lit[0] * shade, lit[1] * shade, lit[2] * shade];
  };
  const mean =
    stripes.reduce((t, s) => t + s.strength * s.half * s.length, 0) / stripes.reduce((t, s) => t + s.half * s.length, 0);
  const d = shift(mean);
  const contrastDeltaE00 = deltaE00({ L: base.L + d.L, a: base.a + d.a, b: base.b + d.b }, base);
  return { light, distanceMm: (mm: Point2) => nearest(mm).mm, contrastDeltaE00 };
}

const scale = (lab: Lab, by: number): Lab => ({ L: lab.L * by, a: lab.a * by, b: lab.b * by });

/** Smooth chance over the plane, about -1 to 1, one period a unit: corners of a lattice, blended. */
function noise(seed: number): (x: number, y: number) => number {
  const corner = (i: number, j: number): number => {
    let h = Math.imul(i, 374_761_393) + Math.imul(j, 668_265_263) + Math.imul(seed, 1_274_126_177);
    h = Math.imul(h ^ (h >>> 13), 1_103_515_245);
    return ((h ^ (h >>> 16)) >>> 0) / 2_147_483_648 - 1;
  };
  const ease = (t: number): number => t * t * (3 - 2 * t);
  return (x, y) => {
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [u, v] = [ease(x - i), ease(y - j)];
    const top = corner(i, j) * (1 - u) + corner(i + 1, j) * u;
    const bottom = corner(i, j + 1) * (1 - u) + corner(i + 1, j + 1) * u;
    return top * (1 - v) + bottom * v;
  };
}
