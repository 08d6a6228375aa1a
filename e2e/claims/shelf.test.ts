import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { checkout } from '../../tools/structure.ts';
import { allPasses, answerDay, disinfect, finishSession, heading, press, reachDayCheck, visit } from '../person.ts';
import { stage } from './stage.ts';

const on = stage();

/** A roller as its pack describes it; a length of '' leaves it out. */
async function addRoller(page: Page, lengthMm: string, more: { usedBefore?: string; another?: boolean } = {}): Promise<void> {
  await visit(page, on.address, '/shelf/needle/new', 'Add a needle');
  await page.getByLabel('Roller', { exact: true }).check();
  await page.getByLabel('Needle length').fill(lengthMm);
  await page.getByLabel(/^How many needles/).fill('192');
  await page.getByLabel(more.another === true ? 'Yes' : 'No, it is new or only mine', { exact: true }).check();
  await page.getByLabel('How often did you use it before?').fill(more.usedBefore ?? '0');
  await page.getByLabel(/^Lot number/).fill('LOT-7');
  await press(page, 'Put it on the shelf');
}

const result = (page: Page, name: string) => page.locator(`[data-result="${name}"]`);
const numberIn = (text: string | null | undefined): number =>
  Number(/[\d.,\s\u202f]*\d/.exec(text ?? '')?.[0].replaceAll(/[,\s\u202f]/g, ''));

describe('the shelf', () => {
  it('S-09 a roller without a length is refused by the name of its field, and nothing is put on the shelf', async () => {
    const page = await on.planned();
    await visit(page, on.address, '/shelf', 'My shelf');
    await page.getByText('Nothing here yet. A new, sealed, sterile roller').waitFor();
    await addRoller(page, '');
    const length = page.getByLabel('Needle length');
    await page.getByText('The needle length is missing.').waitFor();
    expect(await length.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('[aria-invalid="true"]').count()).toBe(1);
    await visit(page, on.address, '/shelf', 'My shelf');
    await page.getByText('Nothing here yet. A new, sealed, sterile roller').waitFor();
  });

  it('S-09 with its length it is there: what it is, its lot, and its uses counted by the sessions', async () => {
    const page = await on.planned();
    await addRoller(page, '0.25');
    await heading(page, 'Roller, 0.25 mm').waitFor();
    const text = async () => (await page.locator('main').textContent()) ?? '';
    for (const part of ['192', 'LOT-7', 'Stainless steel', 'not used yet']) expect(await text()).toContain(part);
    await reachDayCheck(page, on.address);
    await answerDay(page);
    await page.getByLabel('Roller, 0.25 mm', { exact: true }).check();
    await press(page, /^Start session/);
    await press(page, 'My hands are washed');
    await disinfect(page, 'Clean the surface', 60);
    await disinfect(page, 'Disinfect the skin', 60);
    await allPasses(page);
    await finishSession(page);
    await visit(page, on.address, '/shelf', 'My shelf');
    await page.getByText('Put away for good (1)').click();
    await page.getByText('192 needles · used once').waitFor();
    await page.getByText('This needle was put away for good.').waitFor();
  });

  it('S-09 a needle that another person has used is not taken, and a worn one cannot be picked', async () => {
    const page = await on.planned();
    await addRoller(page, '0.25', { another: true });
    await page.getByText('Another person has used this needle.').waitFor();
    await heading(page, 'Add a needle').waitFor();
    await addRoller(page, '0.25', { usedBefore: '4' });
    await page.getByText('This needle was used 4 times. 4 is the most.').waitFor();
  });
});

describe('puncture density', () => {
  it('S-35 for 192 needles, 8 passes and 100 cm2 is what the guide reckons by hand, within 1 %', async () => {
    const guide = readFileSync(join(checkout, 'docs/guide/puncture-density.md'), 'utf8');
    const byHand = (row: string) => numberIn(guide.match(new RegExp(`^\\| ${row} \\|[^|]*\\|([^|]*)\\|$`, 'm'))?.[1]);
    const [density, all] = [byHand('density'), byHand('channels in all')];
    // The guide's own arithmetic, from the published count: 250 channels after 15 passes.
    expect(density).toBeCloseTo((250 / 15) * 8, 0);
    expect(all / density).toBeCloseTo(100, 0);
    const page = await on.planned();
    await visit(page, on.address, '/shelf/density', 'How many channels?');
    await page.getByLabel('Needles of the head').fill('192');
    await page.getByLabel('Passes over one place').fill('8');
    await page.getByLabel('Area').fill('100');
    await page.getByText('250 channels ÷ 15 passes × 8 passes × 192 ÷ 192 needles').waitFor();
    const shown = {
      density: numberIn(await result(page, 'channels-per-cm2').textContent()),
      all: numberIn(await result(page, 'channels').textContent()),
      hit: numberIn(await result(page, 'share-hit').textContent()),
    };
    expect(Math.abs(shown.density / density - 1)).toBeLessThan(0.01);
    expect(Math.abs(shown.all / all - 1)).toBeLessThan(0.01);
    expect(Math.abs(shown.hit / byHand('share of the skin that is hit') - 1)).toBeLessThan(0.01);
    await page.getByLabel('Passes over one place').fill('16');
    await page.getByText('Channels were counted after 15 passes.').waitFor();
  });
});

describe('intensity', () => {
  it('S-51 0.25 mm and 4 passes are mild, 1.5 mm and 10 are for clinics only', async () => {
    const page = await on.planned();
    await visit(page, on.address, '/shelf/density', 'How many channels?');
    const reckon = async (length: string, passes: string) => {
      await page.getByLabel('Needle length').fill(length);
      await page.getByLabel('Passes over one place').fill(passes);
      return (await result(page, 'intensity').textContent()) ?? '';
    };
    expect(await reckon('0.25', '4')).toMatch(/^Mild,/);
    expect(await page.getByText('Not at home').count()).toBe(0);
    expect(await reckon('0.5', '12')).toMatch(/^Moderate,/);
    expect(await reckon('1.5', '10')).toMatch(/^For clinics only,/);
    await page.getByText('Not at home').waitFor();
  });

  it('S-51 a session at home does not start with a needle that is for clinics only', async () => {
    const page = await on.planned();
    await addRoller(page, '1.5');
    await heading(page, 'Roller, 1.5 mm').waitFor();
    await reachDayCheck(page, on.address);
    await answerDay(page);
    await page.getByLabel('Roller, 1.5 mm', { exact: true }).check();
    await page.getByText('How strong: for clinics only').waitFor();
    const start = page.getByRole('button', { name: /^Start session/ });
    expect(await start.getAttribute('aria-disabled')).toBe('true');
    await start.click({ force: true });
    await heading(page, /your needle$/).waitFor();
    await page.getByLabel('New, sealed and sterile').check();
    await page.getByText('How strong: mild').waitFor();
    expect(await start.getAttribute('aria-disabled')).toBe(null);
  });
});
