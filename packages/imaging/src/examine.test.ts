import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhotograph, type Photograph, type Shot } from '../../../tools/photographs.ts';
import { change } from './change.ts';
import { type ExamineInput, examine } from './examine.ts';
import type { Mask, Raster } from './raster.ts';

/** Drawn once, however many tests look at it. */
const album = new Map<string, Promise<Photograph>>();
function taken(shot: Omit<Shot, 'widthPx'>): Promise<Photograph> {
  const key = JSON.stringify(shot);
  const known = album.get(key) ?? drawPhotograph({ ...shot, widthPx });
  album.set(key, known);
  return known;
}
const widthPx = 1200;

async function opened({ jpeg, mask }: Photograph): Promise<{ raster: Raster; mask: Mask }> {
  const photo = await sharp(jpeg).raw().toBuffer({ resolveWithObject: true });
  const marks = await sharp(mask).toColourspace('b-w').raw().toBuffer();
  const size = { widthPx: photo.info.width, heightPx: photo.info.height };
  return { raster: { ...size, channels: 3, data: new Uint8Array(photo.data) }, mask: { ...size, data: new Uint8Array(marks) } };
}

function told(input: Omit<ExamineInput, 'colourSpace'>) {
  const result = examine({ colourSpace: 'srgb', ...input });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.examination;
}
const codes = (e: ReturnType<typeof told>) => e.problems.map((p) => p.code);
const contrastOf = (e: ReturnType<typeof told>) => e.marks.contrastDeltaE00 as { value: number; sd: number };

const skins = {
  alba: { seed: 31, kind: 'alba', tone: 'light' },
  dark: { seed: 32, kind: 'alba', tone: 'dark' },
  rubra: { seed: 33, kind: 'rubra', tone: 'mid' },
} as const;

describe('a photo with the frame', () => {
  for (const [name, skin] of Object.entries(skins)) {
    it(`tells the contrast of ${name} marks as they were drawn, and their kind`, async () => {
      for (const shot of [1, 2]) {
        const drawn = await taken({ ...skin, shot });
        const e = told(await opened(drawn));
        expect(e.usable, codes(e).join()).toBe(true);
        // The truth of the drawing is that of flat skin; mottle moves what is seen by about its error.
        expect(Math.abs(contrastOf(e).value - drawn.truth.contrastDeltaE00)).toBeLessThan(
          Math.max(0.3, 2.5 * contrastOf(e).sd),
        );
        expect(contrastOf(e).sd).toBeGreaterThan(0.02);
        expect(contrastOf(e).sd).toBeLessThan(0.6);
        expect(e.marks.stage).toBe(skin.kind);
        expect(Math.abs((e.scale?.pxPerMm ?? 0) / drawn.truth.pxPerMm - 1)).toBeLessThan(0.1);
        expect(e.colour?.residualDeltaE00).toBeLessThan(2);
      }
    });
  }
});

describe('two photos with the frame', () => {
  const first = { ...skins.alba, shot: 1 } as const;
  const pair = async (then: object) =>
    change(told(await opened(await taken(first))), told(await opened(await taken({ ...first, shot: 2, ...then }))));

  it('of unchanged marks show no change', async () => {
    expect((await pair({})).verdict).toBe('no-change-detected');
  });
  it('of marks that lost a third of their contrast show them less visible', async () => {
    expect((await pair({ contrastFactor: 0.67 })).verdict).toBe('less-visible');
  });
  it('of marks that gained a third show them more visible', async () => {
    expect((await pair({ contrastFactor: 1.35 })).verdict).toBe('more-visible');
  });
});

describe('a photo without the frame', () => {
  let bare: { raster: Raster; mask: Mask };
  let framed: { raster: Raster; mask: Mask };
  beforeAll(async () => {
    bare = await opened(await taken({ ...skins.alba, withFrame: false }));
    framed = await opened(await taken(skins.alba));
  });

  it('still gets its contrast, uncalibrated and less sure, but no millimetres, and cannot be compared', () => {
    const e = told(bare);
    expect(e).toMatchObject({ usable: false, scale: null, colour: null });
    expect(codes(e)).toEqual(expect.arrayContaining(['frame-missing', 'scale-missing']));
    expect([e.marks.widthMm, e.marks.areaMm2, e.marks.lengthMm]).toEqual([null, null, null]);
    expect(e.marks.areaFraction).not.toBeNull();
    expect(contrastOf(e).sd).toBeGreaterThan(contrastOf(told(framed)).sd);
  });

  it('with a scale has millimetres and can be compared', () => {
    const e = told({ ...bare, scale: { pxPerMm: widthPx / 204 } });
    expect(e.usable, codes(e).join()).toBe(true);
    expect(codes(e)).toContain('frame-missing');
    const width = e.marks.widthMm as { value: number; sd: number };
    const known = told(framed).marks.widthMm as { value: number };
    expect(Math.abs(width.value - known.value)).toBeLessThan(2 * width.sd);
  });

  it('is beaten by a frame in view', () => {
    const e = told({ ...framed, scale: { pxPerMm: 3 } });
    expect(e.scale?.pxPerMm).toBeGreaterThan(5);
    expect(codes(e)).not.toContain('frame-missing');
  });
});

describe('a poor photo', () => {
  let good: { raster: Raster; mask: Mask };
  beforeAll(async () => {
    good = await opened(await taken(skins.alba));
  });
  const changed = async (how: (s: Sharp) => Sharp): Promise<Raster> => {
    const { widthPx: width, heightPx: height, data } = good.raster;
    const raw = await how(sharp(data, { raw: { width, height, channels: 3 } }))
      .raw()
      .toBuffer();
    return { ...good.raster, data: new Uint8Array(raw) };
  };

  it('says that it is blurred', async () => {
    const e = told({ ...good, raster: await changed((s) => s.blur(4)) });
    expect([e.usable, codes(e)]).toEqual([false, expect.arrayContaining(['blurred'])]);
  });
  it('says that it is too dark', async () => {
    const e = told({ ...good, raster: await changed((s) => s.linear(0.12, 0)) });
    expect([e.usable, codes(e)]).toEqual([false, expect.arrayContaining(['too-dark'])]);
  });
  it('says that it is burnt out', async () => {
    const e = told({ ...good, raster: await changed((s) => s.linear(1.9, 0)) });
    expect([e.usable, codes(e)]).toEqual([false, expect.arrayContaining(['clipped'])]);
  });
  it('is not measured where the painted marks lie outside the window', () => {
    const data = new Uint8Array(good.mask.data.length);
    for (let i = 0; i < 300; i++) data.fill(255, i * good.mask.widthPx, i * good.mask.widthPx + 8);
    const e = told({ ...good, mask: { ...good.mask, data } });
    expect([e.usable, codes(e), e.marks.contrastDeltaE00, e.marks.widthMm]).toEqual([
      false,
      ['marks-outside-frame'],
      null,
      null,
    ]);
  });
});

describe('a mask', () => {
  it('that is empty, of another size, or all mark gets its own words', async () => {
    const { raster, mask } = await opened(await taken(skins.alba));
    const problem = (m: Mask) => {
      const r = examine({ raster, mask: m, colourSpace: 'srgb' });
      return r.ok ? r.value.examination.problems.map((p) => p.code) : r.problems.map((p) => [p.code, p.at]);
    };
    expect(problem({ ...mask, data: new Uint8Array(mask.data.length) })).toEqual([['imaging.mask-empty', '/mask']]);
    expect(problem({ widthPx: 10, heightPx: 10, data: new Uint8Array(100).fill(255) })).toEqual([
      ['imaging.mask-size', '/mask'],
    ]);
    expect(problem({ ...mask, data: new Uint8Array(mask.data.length).fill(255) })).toContain('skin-missing');
  });

  it('may call places neither mark nor skin; they are left out of the skin beside the marks', async () => {
    const { raster, mask } = await opened(await taken(skins.alba));
    const painted = new Uint8Array(raster.data);
    const data = new Uint8Array(mask.data);
    for (let y = 375; y < 525; y++)
      for (let x = 525; x < 675; x++) {
        const i = y * raster.widthPx + x;
        if (data[i] === 255) continue;
        data[i] = 64;
        painted.fill(20, i * 3, i * 3 + 3);
      }
    const [clean, told64] = [told({ raster, mask }), told({ raster: { ...raster, data: painted }, mask: { ...mask, data } })];
    expect(Math.abs(contrastOf(told64).value - contrastOf(clean).value)).toBeLessThan(0.35);
    const asSkin = told({ raster: { ...raster, data: painted }, mask });
    expect(Math.abs(contrastOf(asSkin).value - contrastOf(clean).value)).toBeGreaterThan(0.6);
  });
});
