import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../tools/browser.mjs';
import { drawPhotograph, type Photograph } from '../tools/photographs.ts';
import { referencePath } from '../tools/reference.ts';
import { asLargeFile, linesOf, onItsSide, type Point } from './brush-lines.ts';
import { look } from './look.ts';
import { heading, press, visit } from './person.ts';
import { add, choose, measure, onStage, paintLines } from './photographer.ts';
import { freePort } from './program.ts';
import { type Site, serveFiles } from './site.ts';

const phone = { width: 360, height: 740 };

let browser: Browser;
let site: Site;
/** One invented skin: on the first day, later with half of the contrast, and the first day photographed again. */
let shots: { readonly first: Shot; readonly paler: Shot; readonly again: Shot };
let skinBefore: Buffer;

interface Shot {
  readonly bytes: Buffer;
  readonly lines: readonly (readonly Point[])[];
  readonly truth: Photograph['truth'];
}
const photoPx = { width: 1200, height: 900 };
const BRUSH_PX = 14;

async function draw(how: Partial<Parameters<typeof drawPhotograph>[0]>): Promise<Shot> {
  const drawn = await drawPhotograph({ seed: 77, kind: 'alba', tone: 'mid', widthPx: photoPx.width, ...how });
  return { bytes: Buffer.from(drawn.jpeg), lines: await linesOf(drawn.mask, 30), truth: drawn.truth };
}

beforeAll(async () => {
  browser = await launchChromium();
  site = await serveFiles(await freePort());
  shots = {
    first: await draw({ shot: 1, withFrame: false }),
    paler: await draw({ shot: 2, withFrame: false, contrastFactor: 0.5 }),
    again: await draw({ shot: 3, withFrame: false }),
  };
  skinBefore = shots.first.bytes;
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about: a broken content policy, an uncaught error. */
  readonly complaints: string[];
}

async function newVisitor(colorScheme: 'light' | 'dark' = 'light', viewport = phone, roomBytes?: number): Promise<Visitor> {
  const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Europe/Berlin', locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (e) => complaints.push(e.message));
  page.on('console', (m) => {
    // The one question whether a server is there ends in a 404 on plain files; the browser prints that by itself.
    if (m.type() === 'error' && !m.location().url.endsWith('/api/health')) complaints.push(m.text());
  });
  if (roomBytes !== undefined) {
    // Before the first write: the browser remembers for a while how much room there was.
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: roomBytes });
  }
  await page.goto(`${site.address}/`);
  await press(page, 'Begin');
  await heading(page, 'What to expect').waitFor();
  return { page, context, complaints };
}

/** Follows lines of the drawn photo, with a brush of a known width. */
const paint = (page: Page, lines: Shot['lines']): Promise<void> => paintLines(page, lines, BRUSH_PX / photoPx.width, photoPx);

const strokes = async (page: Page, count: number) => page.getByText(`Strokes: ${count}.`).waitFor();

/** Sets the ruler on 80 mm of the drawing. */
async function ruler(page: Page, shot: Shot): Promise<void> {
  await page.getByRole('link', { name: 'Give a length in the photo' }).click();
  const at = await onStage(page, photoPx);
  await page.mouse.click(...at(200, 100));
  await page.mouse.click(...at(200 + 80 * shot.truth.pxPerMm, 100));
  await page.getByLabel('Millimetres between the two points').fill('80');
}

/** Paints all marks of the photo that is open, measures it, and gives it a length by hand. */
async function paintAndScale(page: Page, shot: Shot): Promise<void> {
  await page.getByRole('link', { name: 'Paint the marks' }).click();
  await paint(page, shot.lines);
  await strokes(page, shot.lines.length);
  await measure(page);
  await ruler(page, shot);
  await press(page, 'Use this length');
  await page.getByText('This photo can be compared.').waitFor({ timeout: 90_000 });
}

interface Stored {
  readonly entries: readonly { readonly kind: string; readonly body: Record<string, unknown> }[];
  readonly blobs: readonly Buffer[];
}

/** Everything that lies in the device's store, as bytes and as entries. */
async function stored(page: Page): Promise<Stored> {
  const found = await page.evaluate(async () => {
    const open = await new Promise<IDBDatabase>((ready, failed) => {
      const asked = indexedDB.open('stria');
      asked.onsuccess = () => ready(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    const all = <T>(name: string) =>
      new Promise<T[]>((ready) => {
        const asked = open.transaction(name).objectStore(name).getAll();
        asked.onsuccess = () => ready(asked.result as T[]);
      });
    const entries = await all<{ sealed: string }>('entries');
    const blobs = await all<{ sealed: ArrayBuffer }>('blobs');
    open.close();
    // As text: millions of numbers take the line to the test many seconds.
    const asText = async (bytes: ArrayBuffer) => {
      const reader = new FileReader();
      reader.readAsDataURL(new Blob([bytes]));
      await new Promise((done) => reader.addEventListener('load', done));
      return String(reader.result).split(',')[1] ?? '';
    };
    return { entries: entries.map((e) => e.sealed), blobs: await Promise.all(blobs.map((b) => asText(b.sealed))) };
  });
  return {
    entries: found.entries.map((e) => JSON.parse(e) as Stored['entries'][number]),
    blobs: found.blobs.map((b) => Buffer.from(b, 'base64')),
  };
}

describe.each(['light', 'dark'] as const)('two photos of one place, in %s', (scheme) => {
  let visitor: Visitor;
  let page: Page;
  let first = '';
  const seen: string[] = [];
  beforeAll(async () => {
    visitor = await newVisitor(scheme);
    page = visitor.page;
  });
  afterAll(() => visitor.context.close());

  it('begin with a page that teaches, and the part that measures is not loaded before a photo is there', async () => {
    await visit(page, site.address, '/photos', 'Photos');
    await page.getByText('No photos yet. This is how it goes').waitFor();
    seen.push(...(await look(page)));
    await visit(page, site.address, '/photos/frame', 'The frame and a good photo');
    expect(await page.getByRole('link', { name: /PDF/ }).count()).toBe(6);
    seen.push(...(await look(page)));
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((r) => r.name));
    expect(loaded.filter((name) => /assets\/worker/.test(name))).toEqual([]);
    expect(loaded.some((name) => /assets\/photo/.test(name))).toBe(true);
  });

  it('the first photo becomes the baseline, and is kept with how much the marks bother the person', async () => {
    first = await add(page, site.address, skinBefore, { on: '2026-01-05', bother: 7 });
    seen.push(...(await look(page)));
    const { entries } = await stored(page);
    const photo = entries.find((e) => e.kind === 'photo')?.body;
    expect(photo).toMatchObject({ purpose: 'baseline', zone: 'hip', side: 'left', takenOn: '2026-01-05', widthPx: 1200 });
    expect(entries.find((e) => e.kind === 'bother')?.body).toMatchObject({ score: 7, on: '2026-01-05' });
  });

  it('a painting survives a reload in its middle, and can be taken back stroke by stroke', async () => {
    await page.getByRole('link', { name: 'Paint the marks' }).click();
    await paint(page, shots.first.lines.slice(0, 3));
    await strokes(page, 3);
    await press(page, 'Undo');
    await strokes(page, 2);
    seen.push(...(await look(page)));
    await page.reload();
    await strokes(page, 2);
    await press(page, 'Redo');
    await strokes(page, 3);
    await press(page, 'Clear');
    await press(page, 'Undo');
    await press(page, 'Undo');
    await press(page, 'Undo');
    await press(page, 'Undo');
    await strokes(page, 0);
    expect(await page.getByRole('button', { name: 'Measure' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('without a frame a photo says what is missing; with a length by hand it can be compared', async () => {
    await page.goto(`${site.address}/#${first}`);
    await page.getByRole('link', { name: 'Paint the marks' }).click();
    await paint(page, shots.first.lines);
    await strokes(page, shots.first.lines.length);
    await measure(page);
    await page.getByText('This photo is kept, but is not fit to be compared.').waitFor();
    await page.getByText(/Millimetres are missing/).waitFor();
    seen.push(...(await look(page)));
    await ruler(page, shots.first);
    seen.push(...(await look(page)));
    await press(page, 'Use this length');
    await page.getByText('This photo can be compared.').waitFor({ timeout: 90_000 });
    await page.getByLabel('Show the painted marks').check();
    await page.getByText('Technical details').click();
    seen.push(...(await look(page)));
    const { entries } = await stored(page);
    const measured = entries.filter((e) => e.kind === 'measurement').at(-1)?.body.examination as Measured;
    expect(Math.abs((measured.scale?.pxPerMm ?? 0) / shots.first.truth.pxPerMm - 1)).toBeLessThan(0.02);
    const widthMm = measured.marks.widthMm;
    expect(Math.abs((widthMm?.value ?? 0) - BRUSH_PX / shots.first.truth.pxPerMm)).toBeLessThan(3 * (widthMm?.sd ?? 0));
  });

  it('a later photo with paler contrast is called less visible, which does not mean gone, beside what the person feels', async () => {
    await add(page, site.address, shots.paler.bytes, { on: '2026-05-05', bother: 4 });
    await paintAndScale(page, shots.paler);
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await press(page, 'Compare the two');
    const verdict = page.locator('[data-verdict]');
    await verdict.waitFor();
    expect(await verdict.getAttribute('data-verdict')).toBe('less-visible');
    expect(await verdict.textContent()).toContain('does not mean gone');
    await page.getByRole('img', { name: /^Difference −/ }).waitFor();
    await page.getByText('7 of 10').waitFor();
    await page.getByText('4 of 10').waitFor();
    await page.getByText(/only share one box/).waitFor();
    await page.getByText('Technical details').click();
    seen.push(...(await look(page)));
  });

  it('the two can be laid over each other without dragging, and side by side', async () => {
    const slider = page.getByRole('slider', { name: 'Where the later photo begins' });
    await press(page, 'First only');
    expect(await slider.inputValue()).toBe('100');
    await press(page, 'Later only');
    expect(await slider.inputValue()).toBe('0');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    expect(await slider.inputValue()).toBe('1');
    await press(page, 'Side by side');
    await page.getByRole('img', { name: /^First photo, \d+ \w+ 2026$/ }).waitFor();
    await page.getByRole('img', { name: /^Later photo, \d+ \w+ 2026$/ }).waitFor();
    seen.push(...(await look(page)));
  });

  it('the same marks photographed again are not called changed', async () => {
    await add(page, site.address, shots.again.bytes, { on: '2026-06-05' });
    await paintAndScale(page, shots.again);
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await press(page, 'Compare the two');
    const verdict = page.locator('[data-verdict="no-change-detected"]');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('No change');
  });

  it('nothing in these rooms breaks accessibility, the width of a phone or the content policy', async () => {
    await visit(page, site.address, '/photos', 'Photos');
    await page.getByRole('img').first().waitFor();
    seen.push(...(await look(page)));
    expect(seen).toEqual([]);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('two photos with the printed frame in view', () => {
  it('are measured in millimetres and calibrated colours, compared, and laid on each other by the frame', async () => {
    const { page, context, complaints } = await newVisitor();
    const days = [
      { on: '2026-01-05', shot: await draw({ shot: 1 }) },
      { on: '2026-05-05', shot: await draw({ shot: 2, contrastFactor: 0.5 }) },
    ];
    for (const { on, shot } of days) {
      await add(page, site.address, shot.bytes, { zone: 'abdomen-lower', on });
      await page.getByRole('link', { name: 'Paint the marks' }).click();
      await paint(page, shot.lines);
      await measure(page);
      await page.getByText('This photo can be compared.').waitFor();
      const { entries } = await stored(page);
      const measured = entries.filter((e) => e.kind === 'measurement').at(-1)?.body.examination as Measured;
      expect(Math.abs((measured.scale?.pxPerMm ?? 0) / shot.truth.pxPerMm - 1)).toBeLessThan(0.02);
      expect(measured.colour?.residualDeltaE00).toBeLessThan(3);
      expect(measured.marks.widthMm?.value).toBeGreaterThan(0.5);
    }
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await press(page, 'Compare the two');
    await page.locator('[data-verdict="less-visible"]').waitFor();
    await page.getByText(/laid on the first by the printed frame/).waitFor();
    const transform = await page.locator('.compare-laid').evaluate((node) => getComputedStyle(node).transform);
    expect(transform).toMatch(/^matrix3d/);
    expect(await look(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

interface Measured {
  readonly colour: { readonly residualDeltaE00: number } | null;
  readonly scale: { readonly pxPerMm: number } | null;
  readonly marks: { readonly widthMm: { readonly value: number; readonly sd: number } | null };
}

describe('a file that is no photo, or not a whole one', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await newVisitor();
  });
  afterAll(() => visitor.context.close());

  const bomb = referencePath('data/malformed/generated/png-1bit-30000x30000.png');
  const heic = referencePath('data/exif/heic/IMG_5195.HEIC');
  type Case = { name: string; what: () => Buffer; words: RegExp };
  const cases: readonly Case[] = [
    { name: 'a text', what: () => Buffer.from('<!doctype html><p>not a photo'), words: /not a JPEG, PNG or WebP/ },
    { name: 'an empty file', what: () => Buffer.alloc(0), words: /file is empty/ },
    { name: 'half of a photo', what: () => skinBefore.subarray(0, skinBefore.length / 2), words: /not whole/ },
  ];
  async function isRefused(file: Buffer | string, words: RegExp): Promise<void> {
    const { page } = visitor;
    const before = await stored(page);
    await choose(page, site.address, file);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = (await alert.textContent()) ?? '';
    expect(text).toMatch(words);
    expect(text).toContain('Nothing of this file was kept.');
    expect(await page.getByRole('button', { name: 'Keep this photo' }).count()).toBe(0);
    const after = await stored(page);
    expect([after.entries.length, after.blobs.length]).toEqual([before.entries.length, before.blobs.length]);
  }

  it.each(cases)('$name is refused with its own words, and nothing of it is kept', ({ what, words }) =>
    isRefused(what(), words),
  );
  it.skipIf(bomb === undefined)('a picture of 900 million pixels is refused before it is opened', () =>
    isRefused(bomb ?? '', /30000 x 30000 pixels/),
  );
  it.skipIf(heic === undefined)('a HEIC is refused with what to do about it', () =>
    isRefused(heic ?? '', /HEIC.*Most Compatible/s),
  );

  it('does not stand in the way of the next one', async () => {
    await choose(visitor.page, site.address, skinBefore);
    await visitor.page.getByRole('button', { name: 'Keep this photo' }).waitFor();
    expect(await visitor.page.getByRole('alert').count()).toBe(0);
  });
});

describe('what is kept of a photo', () => {
  let visitor: Visitor;
  beforeAll(async () => {
    visitor = await newVisitor();
  });
  afterAll(() => visitor.context.close());
  const tagged = referencePath('data/exif/gps/DSCN0010.jpg');

  it.skipIf(tagged === undefined)('holds no place, no camera and no other metadata', async () => {
    const { page } = visitor;
    expect(readFileSync(tagged ?? '').includes('Exif')).toBe(true);
    await add(page, site.address, tagged ?? '', { zone: 'calf' });
    const { blobs, entries } = await stored(page);
    expect(blobs.length).toBe(1);
    for (const word of ['Exif', 'GPS', 'NIKON', 'http://', 'Photoshop']) expect(blobs[0]?.includes(word), word).toBe(false);
    expect(entries.find((e) => e.kind === 'photo')?.body).toMatchObject({ takenOn: '2008-10-22' });
  });

  it('for a photo that lies on its side in its file, is a mask as the person sees it: upright, 8 bits of grey', async () => {
    const { page } = visitor;
    await add(page, site.address, await onItsSide(shots.first.bytes), { zone: 'forearm' });
    expect((await stored(page)).entries.filter((e) => e.kind === 'photo').at(-1)?.body).toMatchObject({
      orientation: 6,
      widthPx: photoPx.height,
      heightPx: photoPx.width,
    });
    await page.getByRole('link', { name: 'Paint the marks' }).click();
    await paint(page, shots.first.lines.slice(0, 2));
    await strokes(page, 2);
    await measure(page);
    const mask = (await stored(page)).blobs.find((b) => b.subarray(1, 4).toString() === 'PNG');
    expect([mask?.readUInt32BE(16), mask?.readUInt32BE(20), mask?.[24], mask?.[25]]).toEqual([
      photoPx.width,
      photoPx.height,
      8,
      0,
    ]);
    // The marks were painted where they are seen, so a contrast is found there.
    expect(await page.locator('.figures').first().textContent()).toContain('ΔE00');
    expect(visitor.complaints).toEqual([]);
  });
});

describe('a device that is full', () => {
  it('says so when a photo does not fit, keeps all that was there before, and takes the photo once there is room', async () => {
    const { page, context } = await newVisitor('light', phone, 1_000_000);
    await add(page, site.address, skinBefore, { zone: 'calf' });
    const before = await stored(page);
    await choose(page, site.address, await asLargeFile(shots.again.bytes), 'knee');
    await press(page, 'Keep this photo');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/no room left on this device.*This photo was not kept/s);
    const after = await stored(page);
    expect([after.entries.length, after.blobs.length]).toEqual([before.entries.length, before.blobs.length]);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: site.address });
    await press(page, 'Keep this photo');
    await page.getByRole('link', { name: 'Paint the marks' }).waitFor();
    expect((await stored(page)).blobs.length).toBe(before.blobs.length + 1);
    await context.close();
  });
});

describe('photos of some places', () => {
  it('are refused under 18, before a file can be chosen, and allowed from 18 on', async () => {
    const { page, context } = await newVisitor();
    await visit(page, site.address, '/photos/new', 'Add a photo');
    await page.getByLabel('Part of the body').selectOption('buttock');
    await page.getByLabel('Age in years').fill('17');
    await press(page, 'Go on');
    await page.getByText('Under 18, stria keeps no photos of the buttock').waitFor();
    expect(await page.getByLabel('Choose a photo').count()).toBe(0);
    await page.getByLabel('Part of the body').selectOption('hip');
    await page.getByLabel('Choose a photo').waitFor({ state: 'attached' });
    await context.close();

    const grown = await newVisitor();
    await visit(grown.page, site.address, '/photos/new', 'Add a photo');
    await grown.page.getByLabel('Part of the body').selectOption('buttock');
    expect(await grown.page.getByLabel('Choose a photo').count()).toBe(0);
    await grown.page.getByLabel('Age in years').fill('18');
    await press(grown.page, 'Go on');
    await grown.page.getByLabel('Choose a photo').waitFor({ state: 'attached' });
    await add(grown.page, site.address, skinBefore, { zone: 'buttock' });
    await grown.context.close();
  });
});

describe('painting by keyboard alone', () => {
  it('moves a crosshair, puts the brush down and lifts it, takes a stroke back and measures', async () => {
    const { page, context, complaints } = await newVisitor('light', { width: 1440, height: 900 });
    await add(page, site.address, skinBefore);
    await page.getByRole('link', { name: 'Paint the marks' }).click();
    const stage = page.getByRole('application');
    await stage.focus();
    const key = page.keyboard;
    for (let i = 0; i < 6; i++) await key.press('ArrowLeft');
    await key.press(' ');
    await page.getByText('Brush down.').waitFor();
    for (let i = 0; i < 8; i++) await key.press('ArrowDown');
    await key.press(' ');
    await strokes(page, 1);
    await key.press('ArrowRight');
    await key.press(' ');
    await key.press('Escape');
    await strokes(page, 2);
    await key.press('u');
    await strokes(page, 1);
    await key.press('Control+Shift+Z');
    await strokes(page, 2);
    await key.press('e');
    await page.getByText('Eraser.').waitFor();
    expect(await page.getByRole('button', { name: 'Eraser' }).getAttribute('aria-pressed')).toBe('true');
    const button = page.getByRole('button', { name: 'Measure' });
    for (let i = 0; i < 20 && !(await button.evaluate((b) => b === document.activeElement)); i++) await key.press('Tab');
    await key.press('Enter');
    await page.getByRole('heading', { name: 'What this photo says' }).waitFor({ timeout: 90_000 });
    expect(complaints).toEqual([]);
    await context.close();
  });
});
