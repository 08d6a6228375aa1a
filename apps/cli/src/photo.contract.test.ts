import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPhotograph } from '../../../tools/photographs.ts';
import { referencePath } from '../../../tools/reference.ts';

/** The built program, called as a person calls it, on drawn photos. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stria-photo-'));
const at = (name: string) => join(folder, name);
const truth: Record<string, number> = {};

beforeAll(async () => {
  if (!existsSync(join(root, 'apps/cli/dist/main.js'))) {
    const build = spawnSync(process.execPath, ['tools/build.mjs', 'cli'], { cwd: root, encoding: 'utf8' });
    if (build.status !== 0) throw new Error(build.stderr);
  }
  const skin = { seed: 51, kind: 'alba', tone: 'light', widthPx: 1100 } as const;
  for (const [name, shot] of [
    ['before', { shot: 1 }],
    ['after', { shot: 2, contrastFactor: 0.6 }],
    ['bare', { shot: 3, withFrame: false }],
  ] as const) {
    const drawn = await drawPhotograph({ ...skin, ...shot });
    writeFileSync(at(`${name}.jpg`), drawn.jpeg);
    writeFileSync(at(`${name}.png`), drawn.mask);
    truth[name] = drawn.truth.contrastDeltaE00;
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function stria(...words: string[]) {
  const run = spawnSync(process.execPath, ['apps/cli/bin/stria.mjs', ...words], { cwd: root, encoding: 'utf8' });
  return { status: run.status, out: run.stdout, err: run.stderr };
}
const answerOf = (run: ReturnType<typeof stria>) => {
  expect(run.err).toBe('');
  expect(run.status).toBe(0);
  return JSON.parse(run.out);
};
const problemsOf = (run: ReturnType<typeof stria>): { code: string; at: string; says: string; mend?: string }[] => {
  expect(run.status).toBe(2);
  expect(run.out).toBe('');
  expect(run.err).not.toMatch(/\n\s+at /);
  return JSON.parse(run.err).problems;
};
const examine = (photo: string, mask: string, ...more: string[]) =>
  stria('examine', photo, '--out', at('out'), '--mask', mask, ...more);

function holds(name: 'examination' | 'comparison', answer: unknown): void {
  const path = referencePath(`contracts/${name}.schema.json`);
  if (!path) return;
  const valid = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(path, 'utf8')));
  expect(valid(answer), JSON.stringify(valid.errors)).toBe(true);
}

describe('stria examine', () => {
  it('answers as the contract has it, and writes the mask and a picture to look at', async () => {
    const answer = answerOf(examine(at('before.jpg'), at('before.png')));
    holds('examination', answer);
    expect(answer.usable).toBe(true);
    const { value, sd } = answer.marks.contrastDeltaE00;
    expect(Math.abs(value - (truth.before as number))).toBeLessThan(Math.max(0.3, 2.5 * sd));
    const [photo, mask] = [await sharp(at('before.jpg')).metadata(), await sharp(at('out/mask.png')).metadata()];
    expect([mask.width, mask.height, mask.channels, mask.depth]).toEqual([photo.width, photo.height, 1, 'uchar']);
    expect(existsSync(at('out/overlay.png'))).toBe(true);
  });

  it('takes a photo that lies on its side with the mask of the upright photo', async () => {
    writeFileSync(
      at('side.jpg'),
      await sharp(at('before.jpg')).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 95 }).toBuffer(),
    );
    const [side, upright] = [
      answerOf(examine(at('side.jpg'), at('before.png'))),
      answerOf(examine(at('before.jpg'), at('before.png'))),
    ];
    expect(side.marks.contrastDeltaE00.value).toBeCloseTo(upright.marks.contrastDeltaE00.value, 0);
    expect(side.marks.areaMm2.value / upright.marks.areaMm2.value).toBeCloseTo(1, 2);
  });

  it('says without a frame what it can: uncalibrated, less sure, not fit to be compared', () => {
    const answer = answerOf(examine(at('bare.jpg'), at('bare.png')));
    holds('examination', answer);
    expect(answer).toMatchObject({ usable: false, scale: null, colour: null, marks: { widthMm: null } });
    expect(answer.problems.map((p: { code: string }) => p.code)).toContain('frame-missing');
    expect(answerOf(examine(at('bare.jpg'), at('bare.png'), '--scale-px-per-mm', '5.4')).usable).toBe(true);
  });

  it('makes lengths smaller where the print came out small', () => {
    const [as, less] = [[], ['--check-bar-mm', '48']].map((more) =>
      answerOf(examine(at('before.jpg'), at('before.png'), ...more)),
    );
    expect(less.marks.widthMm.value / as.marks.widthMm.value).toBeCloseTo(0.96, 1);
    expect(less.scale.pxPerMm / as.scale.pxPerMm).toBeCloseTo(50 / 48, 6);
  });
});

describe('stria compare', () => {
  const compare = (baseline: string, followup: string, ...more: string[]) =>
    stria(
      ...['compare', at(`${baseline}.jpg`), at(`${followup}.jpg`), '--out', at('pair')],
      ...['--mask', at(`${baseline}.png`), '--mask', at(`${followup}.png`), ...more],
    );

  it('tells a real change as the contract has it, and lays one photo on the other', async () => {
    const answer = answerOf(compare('before', 'after'));
    holds('comparison', answer);
    expect(answer).toMatchObject({ comparable: true, verdict: 'less-visible', registration: null });
    const [aligned, photo] = [await sharp(at('pair/aligned.png')).metadata(), await sharp(at('before.jpg')).metadata()];
    expect([aligned.width, aligned.height]).toEqual([photo.width, photo.height]);
  });

  it('sees no change between a photo and itself', () => {
    const answer = answerOf(compare('before', 'before'));
    expect(answer).toMatchObject({ verdict: 'no-change-detected', change: { contrastDeltaE00: { delta: { value: 0 } } } });
  });

  it('cannot tell without a frame or a scale, and leaves no older picture behind', () => {
    const answer = answerOf(compare('bare', 'after'));
    holds('comparison', answer);
    expect(answer).toMatchObject({ comparable: false, change: null, verdict: 'cannot-tell' });
    expect(answer.problems.map((p: { code: string }) => p.code)).toEqual(['baseline-not-usable', 'alignment-missing']);
    expect(existsSync(at('pair/aligned.png'))).toBe(false);
    const scaled = answerOf(compare('bare', 'bare', '--scale-px-per-mm', '5.4'));
    expect(scaled.verdict).toBe('no-change-detected');
  });
});

describe('what is not valid', () => {
  it('has a code of its own for each kind of file, and names which file', async () => {
    const jpeg = readFileSync(at('before.jpg'));
    writeFileSync(at('cut.jpg'), jpeg.subarray(0, jpeg.length / 2));
    // Whole on the outside, cut off inside: only the decoder can tell.
    writeFileSync(at('hollow.jpg'), Buffer.concat([jpeg.subarray(0, jpeg.length / 2), Buffer.from([0xff, 0xd9])]));
    writeFileSync(at('text.jpg'), 'no picture');
    writeFileSync(at('phone.heic'), Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]));
    const bomb = Buffer.alloc(57);
    bomb.set([
      0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0x2e, 0xe0, 0, 0, 0x2e, 0xe0, 8, 2,
    ]);
    bomb.write('IDAT', 37);
    bomb.write('IEND', 49);
    writeFileSync(at('bomb.png'), bomb);
    for (const [name, code] of [
      ['cut.jpg', 'imaging.truncated'],
      ['hollow.jpg', 'imaging.damaged'],
      ['text.jpg', 'imaging.not-an-image'],
      ['phone.heic', 'imaging.heic-not-read'],
      ['bomb.png', 'imaging.too-large'],
      ['nowhere.jpg', 'cli.file-missing'],
    ] as const) {
      expect(problemsOf(examine(at(name), at('before.png')))[0], name).toMatchObject({
        code,
        at: '/photo',
        mend: expect.any(String),
      });
    }
    expect(problemsOf(examine(at('before.jpg'), at('text.jpg')))[0]).toMatchObject({
      code: 'imaging.not-an-image',
      at: '/mask',
    });
  });

  it('names a mask of another size or without marks', async () => {
    const grey = (width: number, height: number) =>
      sharp({ create: { width, height, channels: 3, background: '#000' } })
        .toColourspace('b-w')
        .png()
        .toBuffer();
    writeFileSync(at('small.png'), await grey(100, 80));
    const { width = 0, height = 0 } = await sharp(at('before.jpg')).metadata();
    writeFileSync(at('empty.png'), await grey(width, height));
    expect(problemsOf(examine(at('before.jpg'), at('small.png')))[0]).toMatchObject({ code: 'imaging.mask-size', at: '/mask' });
    expect(problemsOf(examine(at('before.jpg'), at('empty.png')))[0]).toMatchObject({
      code: 'imaging.mask-empty',
      at: '/mask',
    });
  });

  it('names options that are no numbers, and a print far off its size', () => {
    for (const [words, code, where] of [
      [['--scale-px-per-mm=-3'], 'cli.option-invalid', '/scale-px-per-mm'],
      [['--scale-px-per-mm', '1e3'], 'cli.option-invalid', '/scale-px-per-mm'],
      [['--check-bar-mm', 'fifty'], 'cli.option-invalid', '/check-bar-mm'],
      [['--check-bar-mm', '44'], 'imaging.print-scale-off', '/checkBarMm'],
    ] as const) {
      expect(problemsOf(examine(at('before.jpg'), at('before.png'), ...words))[0]).toMatchObject({ code, at: where });
    }
  });

  it('says what is not built yet', () => {
    const out = ['--out', at('later')];
    expect(problemsOf(stria('examine', at('before.jpg'), ...out))[0]?.code).toBe('cli.not-built-yet');
    expect(problemsOf(stria('compare', at('before.jpg'), at('after.jpg'), ...out))[0]?.code).toBe('cli.not-built-yet');
    const masks = ['--mask', at('before.png'), '--mask', at('after.png')];
    const points = problemsOf(stria('compare', at('before.jpg'), at('after.jpg'), ...out, ...masks, '--points', at('p.json')));
    expect(points).toMatchObject([{ code: 'cli.not-built-yet', at: '/points' }]);
    expect(problemsOf(stria('examine', at('before.jpg'), '--mask', at('before.png')))[0]?.code).toBe('cli.option-missing');
  });
});
