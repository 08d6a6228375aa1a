import { invert3, type Matrix3, multiply3, project, seeded } from '@stria/math';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toLinear, toSample } from './colour.ts';
import { findFrame } from './fiducial.ts';
import { type Box, type FrameSize, frames, type Point, type Srgb } from './frame.ts';
import type { Raster } from './raster.ts';

const W = 1200;
const H = 900;

/** Looks at the frame's middle from a distance, tilted about a level and an upright axis and turned in its plane. Degrees. */
function poseOf(size: FrameSize, { level = 0, upright = 0, turn = 0, share = 0.8 } = {}): Matrix3 {
  const { outer } = frames[size];
  const focal = (26 / 43.27) * Math.hypot(W, H);
  const [a, b, c] = [level, upright, turn].map((d) => (d * Math.PI) / 180) as [number, number, number];
  const about: Matrix3[] = [
    [1, 0, 0, 0, Math.cos(a), -Math.sin(a), 0, Math.sin(a), Math.cos(a)],
    [Math.cos(b), 0, Math.sin(b), 0, 1, 0, -Math.sin(b), 0, Math.cos(b)],
    [Math.cos(c), -Math.sin(c), 0, Math.sin(c), Math.cos(c), 0, 0, 0, 1],
  ];
  const r = about.reduce(multiply3);
  const away = (focal * outer.width) / (share * W);
  const paper: Matrix3 = [1, 0, -outer.width / 2, 0, 1, -outer.height / 2, 0, 0, 1];
  const stand: Matrix3 = [r[0], r[1], 0, r[3], r[4], 0, r[6], r[7], away];
  return multiply3(multiply3([focal, 0, (W - 1) / 2, 0, focal, (H - 1) / 2, 0, 0, 1], stand), paper);
}

interface Scene {
  readonly covered?: readonly number[];
  readonly withoutMarkers?: boolean;
  readonly blurPx?: number;
  readonly noise?: number;
  readonly quality?: number;
  readonly light?: number;
}

const skin: Srgb = [190, 145, 125];

/** Cells a millimetre of the drawing that photographs are taken of. */
const FINE = 10;

async function photograph(size: FrameSize, pose: Matrix3, scene: Scene = {}): Promise<Raster> {
  const back = invert3(pose) as Matrix3;
  const dice = seeded(3);
  const light = scene.light ?? 0.8;
  const paper = drawn(size, scene);
  const { width, height } = frames[size].outer;
  const across = Math.round(width * FINE);
  const data = new Uint8Array(W * H * 3);
  const around = skin.map((v) => toLinear(v / 255));
  for (let y = 0; y < H; y++) {
    for (let x = 0; x < W; x++) {
      const sum = [0, 0, 0];
      for (let s = 0; s < 16; s++) {
        const [u, v] = project(back, [x + (s % 4) / 4 - 0.375, y + Math.floor(s / 4) / 4 - 0.375]);
        const on = u >= 0 && v >= 0 && u < width && v < height;
        const at = (Math.floor(v * FINE) * across + Math.floor(u * FINE)) * 3;
        for (let k = 0; k < 3; k++) sum[k] = (sum[k] as number) + ((on ? paper[at + k] : around[k]) as number) / 16;
      }
      for (let k = 0; k < 3; k++)
        data[(y * W + x) * 3 + k] = toSample((sum[k] as number) * light + dice.normal() * (scene.noise ?? 0));
    }
  }
  let picture = sharp(data, { raw: { width: W, height: H, channels: 3 } });
  if (scene.blurPx) picture = picture.blur(scene.blurPx);
  const jpeg = await picture.jpeg({ quality: scene.quality ?? 92 }).toBuffer();
  return { widthPx: W, heightPx: H, channels: 3, data: new Uint8Array(await sharp(jpeg).raw().toBuffer()) };
}

/** The frame in linear light, with skin in its window and over what is covered. */
function drawn(size: FrameSize, { covered = [], withoutMarkers = false }: Scene): Float32Array {
  const f = frames[size];
  const across = Math.round(f.outer.width * FINE);
  const plane = new Float32Array(across * Math.round(f.outer.height * FINE) * 3);
  const fill = ({ x, y, width, height }: Box, colour: Srgb) => {
    const linear = colour.map((v) => toLinear(v / 255));
    for (let v = Math.round(y * FINE); v < Math.round((y + height) * FINE); v++)
      for (let u = Math.round(x * FINE); u < Math.round((x + width) * FINE); u++) plane.set(linear, (v * across + u) * 3);
  };
  fill(f.outer, f.paper);
  fill(f.window, skin);
  for (const p of f.patches) fill(p, p.srgb);
  for (const { id, x, y, size: side, bits } of withoutMarkers ? [] : f.markers) {
    fill({ x, y, width: side, height: side }, f.ink);
    const cell = side / 6;
    for (const [r, row] of bits.entries())
      for (const [c, bit] of [...row].entries())
        if (bit === '1') fill({ x: x + (c + 1) * cell, y: y + (r + 1) * cell, width: cell, height: cell }, f.paper);
    if (covered.includes(id)) fill({ x: x - 1, y: y - 1, width: side + 2, height: side + 2 }, skin);
  }
  return plane;
}

async function found(size: FrameSize, pose: Matrix3, scene?: Scene) {
  const result = findFrame(await photograph(size, pose, scene));
  if (!result.ok || !result.value) throw new Error('no frame was found');
  const frame = result.value;
  const { window, outer } = frames[size];
  const places: Point[] = [
    [window.x, window.y],
    [window.x + window.width, window.y + window.height],
    [outer.width / 2, outer.height / 2],
    [0, outer.height],
  ];
  const missPx = Math.max(
    ...places.map((p) => {
      const [x, y] = project(frame.photoFromFrameMm, p);
      const [u, v] = project(pose, p);
      return Math.hypot(x - u, y - v);
    }),
  );
  return { frame, missPx };
}

describe('the frame in a photo', () => {
  for (const size of ['large', 'small'] as const) {
    it(`is found with all its markers, ${size}, to a tenth of a pixel`, async () => {
      const { frame, missPx } = await found(size, poseOf(size, { level: 3, upright: -4, turn: 2 }));
      expect(frame.size).toBe(size);
      expect(frame.markerIds).toEqual(frames[size].markers.map((m) => m.id));
      expect(missPx).toBeLessThan(0.1);
      expect(frame.tiltDegrees).toBeCloseTo(5, 0);
    });
  }

  it('is found at a tilt of 30 degrees, any way round', async () => {
    for (const how of [
      { level: 30 },
      { upright: -30, turn: 90, share: 0.6 },
      { level: 21, upright: 21, turn: 180, share: 0.7 },
    ]) {
      const { frame, missPx } = await found('large', poseOf('large', how));
      expect(frame.tiltDegrees, JSON.stringify(how)).toBeGreaterThan(27);
      expect(frame.tiltDegrees).toBeLessThan(33);
      expect(missPx, JSON.stringify(how)).toBeLessThan(0.4);
    }
  });

  it('is found with three of its markers under fingers', async () => {
    const { frame, missPx } = await found('large', poseOf('large', { level: 8 }), { covered: [0, 4, 7] });
    expect(frame.markerIds).toEqual([1, 2, 3, 5, 6]);
    expect(missPx).toBeLessThan(0.3);
  });

  it('is found in a poor photo: soft, dark, noisy, packed small', async () => {
    const { frame, missPx } = await found('large', poseOf('large', { upright: 10 }), {
      blurPx: 2,
      noise: 0.01,
      quality: 50,
      light: 0.15,
    });
    expect(frame.markerIds.length).toBeGreaterThanOrEqual(6);
    expect(missPx).toBeLessThan(0.6);
    expect(frame.blurPx).toBeGreaterThan(1.5);
    expect(frame.blurPx).toBeLessThan(3);
  });

  it('is not seen in patches without markers, in noise, or in plain skin', async () => {
    const pose = poseOf('large');
    const dice = seeded(1);
    const noise: Raster = {
      widthPx: 800,
      heightPx: 600,
      channels: 3,
      data: Uint8Array.from({ length: 1_440_000 }, () => dice.uniform() * 256),
    };
    const plain: Raster = { widthPx: 800, heightPx: 600, channels: 4, data: new Uint8Array(1_920_000).fill(170) };
    for (const raster of [await photograph('large', pose, { withoutMarkers: true }), noise, plain]) {
      expect(findFrame(raster)).toEqual({ ok: true, value: null });
    }
  });

  it('is not believed on the word of one marker', async () => {
    const raster = await photograph('large', poseOf('large'), { covered: [1, 2, 3, 4, 5, 6, 7] });
    expect(findFrame(raster)).toEqual({ ok: true, value: null });
  });

  it('that came out small from the printer makes millimetres small; far off it is refused', async () => {
    const raster = await photograph('large', poseOf('large'));
    const at = (checkBarMm: number) => findFrame(raster, { checkBarMm });
    const [as, less] = [at(50), at(47.5)];
    if (!as.ok || !as.value || !less.ok || !less.value) throw new Error('no frame was found');
    expect(less.value.pxPerMm / as.value.pxPerMm).toBeCloseTo(1 / 0.95, 9);
    for (const bar of [44.9, 55.1, Number.NaN]) {
      const refused = at(bar);
      expect(refused.ok ? '' : refused.problems[0]?.code).toBe('imaging.print-scale-off');
    }
  });
});
