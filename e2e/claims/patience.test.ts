import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawPhotograph } from '../../tools/photographs.ts';
import { linesOf } from '../brush-lines.ts';
import { look } from '../look.ts';
import { needle } from '../needled.ts';
import { follow, heading, press, visit } from '../person.ts';
import { add, measure, onStage, paintLines } from '../photographer.ts';
import { monday, stage } from './stage.ts';

const DAY = 24 * 3_600_000;
const on = stage();

const words = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'Europe/Berlin' });

/** A plan of six sessions 28 days apart, in the place of the one that the stage made. */
async function planSix(page: Page): Promise<void> {
  await visit(page, on.address, '/start/plan', 'Your plan');
  await press(page, 'Change the plan');
  await page.getByLabel('How many sessions').fill('6');
  await press(page, 'Save this plan');
  await page.getByText(/^6 sessions from/).waitFor();
}

/** Moves the page's clock to an instant, and waits until Today shows its day. */
async function onDay(page: Page, at: number): Promise<void> {
  const now = await page.evaluate(() => Date.now());
  if (at > now) await page.clock.fastForward(at - now);
  await visit(page, on.address, '/', 'Today');
  await page.locator('.lead').getByText(words.format(at), { exact: true }).waitFor();
}

const wantsPhoto = async (page: Page): Promise<boolean> =>
  (await page
    .getByRole('heading', { name: /photo/i })
    .filter({ hasText: /planned|due|take|add/i })
    .count()) > 0 ||
  (await page
    .locator('main')
    .getByRole('link', { name: /(take|add) .*photo|photo for/i })
    .count()) > 0;

describe('the wait', () => {
  // Three sessions are done on their days, three are let go by: neither makes a photo be asked for on another day.
  it('S-04 in 180 days of a plan of six sessions a photo is asked for on the planned dates alone, at most eight', async () => {
    const page = await on.planned();
    await planSix(page);
    const start = monday.getTime();
    const asked: number[] = [];
    for (let day = 0; day < 180; day += 1) {
      await onDay(page, start + day * DAY);
      if (await wantsPhoto(page)) asked.push(day);
      if ([0, 28, 56].includes(day)) await needle(page, on.address);
    }
    expect(asked).toEqual([0, 28, 56, 84, 112, 140]);
    expect(asked.length).toBeLessThanOrEqual(8);
  }, 600_000);

  it('S-04 a planned photo that was not taken is not asked for on the days after', async () => {
    const page = await on.planned();
    for (const [day, wanted] of [
      [0, true],
      [1, false],
      [3, false],
      [27, false],
    ] as const) {
      await onDay(page, monday.getTime() + day * DAY);
      expect(await wantsPhoto(page), `day ${day}`).toBe(wanted);
    }
  });

  it('S-04 between two dates stands the next one, what skin does meanwhile, and a word a week without a photo', async () => {
    const page = await on.planned();
    await needle(page, on.address);
    await onDay(page, monday.getTime() + 8 * DAY);
    await page.getByRole('heading', { name: 'Session 2: Monday 30 March' }).waitFor();
    await page.getByText('Next date, in 20 days').waitFor();
    const meanwhile = page.locator('.meanwhile');
    expect((await meanwhile.textContent())?.length).toBeGreaterThan(30);
    await meanwhile.getByText('Why?').click();
    await meanwhile.getByRole('link', { name: 'Read more' }).first().waitFor();
    const card = page.locator('section', { has: page.getByRole('heading', { name: 'How is the waiting?' }) });
    expect(await card.textContent()).toContain('no photo');
    expect(await look(page)).toEqual([]);
    await press(page, 'It is hard');
    await page
      .getByRole('status')
      .getByText(/You may pause or stop/)
      .waitFor();
    await page.reload();
    await heading(page, 'Today').waitFor();
    expect(await page.getByRole('heading', { name: 'How is the waiting?' }).count()).toBe(0);
    await onDay(page, monday.getTime() + 16 * DAY);
    await page.getByRole('heading', { name: 'How is the waiting?' }).waitFor();
  });

  it('S-04 a session that is done late moves the dates after it, and the photos with them', async () => {
    const page = await on.planned();
    const at = (day: number) => onDay(page, monday.getTime() + day * DAY);
    await at(5);
    await needle(page, on.address);
    await at(6);
    await page.getByRole('heading', { name: 'Session 2: Saturday 4 April' }).waitFor();
    await page.getByRole('paragraph').filter({ hasText: 'The plan has moved by 5 days' }).waitFor();
    await at(28);
    expect(await wantsPhoto(page)).toBe(false);
    await at(33);
    expect(await wantsPhoto(page)).toBe(true);
  });
});

describe('how much the marks bother', () => {
  const px = { width: 1200, height: 900 };
  const BRUSH_PX = 14;
  const draw = async (shot: number) => {
    const drawn = await drawPhotograph({ seed: 77, kind: 'alba', tone: 'mid', widthPx: px.width, shot, withFrame: false });
    return { bytes: Buffer.from(drawn.jpeg), lines: await linesOf(drawn.mask, 30), pxPerMm: drawn.truth.pxPerMm };
  };

  it('S-59 8 and then 5 stand beside a photo verdict that found no change, and the verdict stays as it is', async () => {
    const page = await on.visitor({ at: new Date('2026-06-15T12:00:00+02:00') });
    page.setDefaultTimeout(30_000);
    await page.goto(`${on.address}/`);
    await press(page, 'Begin');
    await heading(page, 'What to expect').waitFor();
    for (const [shot, day, bother] of [
      [1, '2026-03-01', 8],
      [3, '2026-06-14', 5],
    ] as const) {
      const photo = await draw(shot);
      await add(page, on.address, photo.bytes, { on: day, bother });
      await follow(page, 'Paint the marks');
      await paintLines(page, photo.lines, BRUSH_PX / px.width, px);
      await measure(page);
      await follow(page, 'Give a length in the photo');
      const at = await onStage(page, px);
      await page.mouse.click(...at(200, 100));
      await page.mouse.click(...at(200 + 80 * photo.pxPerMm, 100));
      await page.getByLabel('Millimetres between the two points').fill('80');
      await press(page, 'Use this length');
      await page.getByText('This photo can be compared.').waitFor({ timeout: 90_000 });
    }
    await visit(page, on.address, '/compare', 'Compare two photos');
    await press(page, 'Compare the two');
    await page.locator('[data-verdict]').waitFor();
    expect(await page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('no-change-detected');
    expect(await page.locator('.verdict-words').textContent()).toMatch(/no change/i);
    expect(await page.locator('.verdict').textContent()).not.toMatch(/bother|8|5 of 10/i);
    const bother = page.locator('section', { has: page.getByRole('heading', { name: 'How much the marks bothered you' }) });
    const text = await bother.textContent();
    for (const part of ['First photo8 of 10', 'Later photo5 of 10', 'never mixed with it']) expect(text).toContain(part);
  }, 400_000);
});
