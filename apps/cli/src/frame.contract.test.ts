import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { type FrameSize, findFrame, frames } from '@stria/imaging';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referencePath } from '../../../tools/reference.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stria-frame-'));
beforeAll(() => {
  if (existsSync(join(root, 'apps/cli/dist/main.js'))) return;
  const build = spawnSync(process.execPath, ['tools/build.mjs', 'cli'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function stria(...words: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['apps/cli/bin/stria.mjs', ...words], { cwd: root, encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}
function print(paper: string, size: FrameSize) {
  const file = join(folder, `${size}-${paper}.pdf`);
  const run = stria('frame', '--paper', paper, '--size', size, '--out', file);
  expect(run.err).toBe('');
  return { file, geometry: JSON.parse(run.out) };
}
const hasRasteriser = spawnSync('pdftoppm', ['-v']).status === 0;

/** The rectangles of a page, in mm from its top left, in the order in which they are drawn. */
function rectanglesOf(file: string): { x: number; y: number; width: number; height: number }[] {
  const bytes = readFileSync(file);
  const start = bytes.indexOf('stream\n') + 7;
  const text = inflateSync(bytes.subarray(start, bytes.indexOf('endstream', start))).toString('latin1');
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  let stack: number[][] = [];
  let at = [1, 0, 0, 1, 0, 0];
  const pageMm = Number(/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(bytes.toString('latin1'))?.[1]) * (25.4 / 72);
  for (const line of text.split('\n')) {
    const words = line.trim().split(' ');
    const n = words.slice(0, -1).map(Number);
    if (words.at(-1) === 'q') stack = [...stack, at];
    if (words.at(-1) === 'Q') at = stack.pop() as number[];
    if (words.at(-1) === 'cm') {
      const [a = 1, , , d = 1, e = 0, f = 0] = n;
      const [sx = 1, , , sy = 1, tx = 0, ty = 0] = at;
      at = [sx * a, 0, 0, sy * d, sx * e + tx, sy * f + ty];
    }
    if (words.at(-1) !== 're') continue;
    const [x = 0, y = 0, width = 0, height = 0] = n;
    const [sx = 1, , , sy = 1, tx = 0, ty = 0] = at;
    const mm = 25.4 / 72;
    boxes.push({ x: (sx * x + tx) * mm, y: pageMm - (sy * y + ty) * mm, width: sx * width * mm, height: -sy * height * mm });
  }
  return boxes;
}

describe('stria frame', () => {
  for (const [paper, size] of [
    ['a4', 'large'],
    ['letter', 'large'],
    ['a5', 'large'],
    ['a4', 'small'],
    ['a5', 'small'],
  ] as const) {
    it(`draws every marker and patch of the ${size} frame where it says, on ${paper}`, () => {
      const { file, geometry } = print(paper, size);
      const { frameAt, checkBar } = geometry.page;
      const boxes = rectanglesOf(file).map((b) => ({ ...b, x: b.x - frameAt.x, y: b.y - frameAt.y }));
      const wanted = [
        frames[size].outer,
        frames[size].window,
        ...frames[size].markers.map((m) => ({ x: m.x, y: m.y, width: m.size, height: m.size })),
        ...frames[size].patches,
      ];
      for (const w of wanted) {
        const near = boxes.some((b) => Math.hypot(b.x - w.x, b.y - w.y, b.width - w.width, b.height - w.height) < 0.01);
        expect(near, JSON.stringify(w)).toBe(true);
      }
      expect(Math.hypot(checkBar.x2 - checkBar.x1, checkBar.y2 - checkBar.y1)).toBeCloseTo(50, 9);
      const inside = (x: number, y: number) =>
        x > frameAt.x && x < frameAt.x + frames[size].outer.width && y > frameAt.y && y < frameAt.y + frames[size].outer.height;
      expect(inside(checkBar.x1, checkBar.y1) || inside(checkBar.x2, checkBar.y2)).toBe(false);
    });
  }

  it('prints the same bytes each time', () => {
    const { file } = print('a4', 'large');
    const first = readFileSync(file);
    expect(readFileSync(print('a4', 'large').file).equals(first)).toBe(true);
  });

  it.skipIf(!referencePath('peers/frame.json'))('prints the published geometry', () => {
    for (const [size, name] of [
      ['large', 'frame.json'],
      ['small', 'frame-small.json'],
    ] as const) {
      const { page, ...geometry } = print('a4', size).geometry;
      expect(page.checkBar.lengthMm).toBe(50);
      expect(geometry).toEqual(JSON.parse(readFileSync(referencePath(`peers/${name}`) as string, 'utf8')));
    }
  });

  it.skipIf(!hasRasteriser)('is found again in its own print, at the size it was drawn', async () => {
    for (const [paper, size] of [
      ['a4', 'large'],
      ['a5', 'small'],
    ] as const) {
      const { file, geometry } = print(paper, size);
      const picture = join(folder, `${size}-${paper}`);
      spawnSync('pdftoppm', ['-r', '254', '-png', '-singlefile', file, picture]);
      const { data, info } = await sharp(`${picture}.png`).removeAlpha().raw().toBuffer({ resolveWithObject: true });
      const found = findFrame({ widthPx: info.width, heightPx: info.height, channels: 3, data });
      if (!found.ok || !found.value) throw new Error('the frame was not found');
      expect(found.value.size).toBe(size);
      expect(found.value.markerIds).toEqual(frames[size].markers.map((m) => m.id));
      expect(found.value.pxPerMm).toBeCloseTo(10, 2);
      const { x, y } = frames[size].window;
      expect(found.value.windowPx[0][0]).toBeCloseTo((geometry.page.frameAt.x + x) * 10 - 0.5, 0);
      expect(found.value.windowPx[0][1]).toBeCloseTo((geometry.page.frameAt.y + y) * 10 - 0.5, 0);
    }
  });

  it('refuses paper, sizes and files that are not', () => {
    for (const [words, code, at] of [
      [['--paper', 'a9', '--out', join(folder, 'x.pdf')], 'cli.option-invalid', '/paper'],
      [['--size', 'huge', '--out', join(folder, 'x.pdf')], 'cli.option-invalid', '/size'],
      [['--paper', 'a4'], 'cli.option-missing', '/out'],
      [['--out', folder], 'cli.file-unwritable', '/out'],
    ] as const) {
      const run = stria('frame', ...words);
      expect(run.status, code).toBe(2);
      expect(run.out).toBe('');
      expect(JSON.parse(run.err).problems[0]).toMatchObject({ code, at });
    }
  });
});
