import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { look } from '../look.ts';
import { answerAll, begin, heading, healthyAdult, keptOnDevice, visit } from '../person.ts';
import { stage } from './stage.ts';

const on = stage();

/** A device on which the app was opened once, and whose network then went away. */
async function withoutNetwork(): Promise<Page> {
  const page = await on.visitor();
  await page.goto(`${on.address}/`);
  await keptOnDevice(page);
  await page.context().setOffline(true);
  await page.reload();
  return page;
}

describe('the library', () => {
  it('S-23 opens without a network; each row shows a source, a grade and the day it was looked at', async () => {
    const page = await withoutNetwork();
    await visit(page, on.address, '/learn/guidelines', 'What guidelines say');
    const rows = page.locator('[data-guideline]');
    expect(await rows.count()).toBeGreaterThanOrEqual(20);
    for (const row of await rows.all()) {
      const name = (await row.getByRole('heading').textContent()) ?? '';
      expect(await row.locator('.tag').count(), name).toBeGreaterThanOrEqual(1);
      expect(await row.locator('time').getAttribute('datetime'), name).toMatch(/^2026-\d\d-\d\d$/);
      await row.getByText('Why?').click();
      const source = row.locator('.sources li').first();
      await source.waitFor();
      expect(await source.textContent(), name).toMatch(/\d{4}|no date/);
      expect(await row.getByRole('link', { name: 'Read more' }).count(), name).toBeGreaterThanOrEqual(1);
    }
    expect(await look(page)).toEqual([]);
  });

  it('S-23 leads from a row to the page of its source and to what contradicts it, without a network', async () => {
    const page = await withoutNetwork();
    await visit(page, on.address, '/learn/guidelines', 'What guidelines say');
    const row = page.locator('[data-guideline="isotretinoin"]');
    await row.getByText('Why?').click();
    await row.locator('a[href="#/learn/sources/c07"]').click();
    await page.getByText('Others say otherwise').waitFor();
    for (const part of ['On whom or what', 'Grade', 'How closely we read it', 'Looked at on'])
      expect(await page.getByText(part, { exact: true }).count(), part).toBe(1);
    expect(await page.getByText('Guideline or regulator.').count()).toBe(1);
    await page.getByRole('link', { name: 'Waiting after isotretinoin' }).click();
    await heading(page, 'Waiting after isotretinoin').waitFor();
  });

  it('S-23 keeps the ledger of disagreements open without a network, each row with both sides', async () => {
    const page = await withoutNetwork();
    await visit(page, on.address, '/learn/disagreements', 'Where sources disagree');
    const rows = page.locator('.facts a');
    await rows.first().waitFor();
    const places = await rows.evaluateAll((links) => links.map((l) => l.getAttribute('href') ?? ''));
    expect(places.length).toBeGreaterThanOrEqual(28);
    for (const place of places) {
      await page.goto(`${on.address}/${place}`);
      await heading(page, 'What stria does')
        .or(page.getByRole('heading', { name: 'What stria does' }))
        .waitFor();
      expect(await page.locator('.sides .card').count(), place).toBeGreaterThanOrEqual(2);
      expect(await page.locator('.sides .sources').count(), place).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('the ledger', () => {
  it('S-30 the row on removal shows both statements, what was chosen and why', async () => {
    const page = await on.visitor();
    await visit(page, on.address, '/learn/disagreements', 'Where sources disagree');
    await page.getByRole('link', { name: /^Removal/ }).click();
    await heading(page, /^Removal/).waitFor();
    const quoted = await page.locator('.sides q').allTextContents();
    expect(quoted).toEqual(['you need not keep them', 'does not remove all']);
    const main = page.locator('.card-main');
    const chosen = (await main.textContent()) ?? '';
    expect(chosen).toMatch(/less visible.*do not disappear/);
    expect(chosen).toMatch(/Why:.*contradict/);
    expect(await look(page)).toEqual([]);
  });
});

describe('how common marks are', () => {
  it('S-29 is told in numbers, each with a source, and without a word that shames', async () => {
    const page = await on.visitor();
    await visit(page, on.address, '/learn/common', 'How common they are');
    const rows = page.locator('.reasons > li');
    expect(await rows.count()).toBeGreaterThanOrEqual(8);
    for (const row of await rows.all()) expect(await row.locator('.sources').count()).toBe(1);
    expect(await page.locator('.reasons > li', { has: page.locator('svg') }).count()).toBeGreaterThanOrEqual(6);
    expect(await page.locator('main').textContent()).toMatch(/\d+ to \d+/);
    expect(await look(page)).toEqual([]);
  });

  it('S-29 no page of the app shames a body', async () => {
    const page = await on.visitor();
    await page.goto(`${on.address}/`);
    const loaded: string[] = [];
    for (const [place, title] of [
      ['/', /./],
      ['/learn', 'Learn'],
      ['/learn/methods', 'What people do'],
      ['/learn/risks', 'What can go wrong'],
      ['/learn/common', 'How common they are'],
      ['/learn/guidelines', 'What guidelines say'],
      ['/learn/disagreements', 'Where sources disagree'],
    ] as const) {
      await visit(page, on.address, place, title);
      loaded.push((await page.locator('body').textContent()) ?? '');
    }
    // Every file that the app is made of as well, so that a sentence which no walk happens to open is read too.
    const list = await (await fetch(`${on.address}/offline.js`)).text();
    const names = [...new Set(list.match(/assets\/[\w.-]+\.js/g))];
    const files = await Promise.all(names.map(async (name) => (await fetch(`${on.address}/${name}`)).text()));
    expect(files.length).toBeGreaterThanOrEqual(10);
    expect(files.some((text) => text.includes('Keloid or raised scar'))).toBe(true);
    for (const text of [...loaded, ...files]) {
      expect(text.match(/.{0,40}\b(ugly|unsightly|flaws?|flawless|flawed|better skin)\b.{0,40}/i)?.[0]).toBeUndefined();
      expect(text.match(/.{0,40}\b(skin|body|bodies|marks?) defects?\b.{0,40}/i)?.[0]).toBeUndefined();
    }
  });
});

describe('what can go wrong', () => {
  const first = (page: Page) => page.locator('[data-risk]').first();

  it('S-57 leads with the keloid of somebody who has had one, and says which answer did it', async () => {
    const page = await on.visitor();
    await begin(page, on.address);
    await answerAll(page, {
      ...healthyAdult,
      'Do you have, or have you had, any of these?': ['A keloid (a scar that grew beyond its edge), ever', 'Vitiligo'],
    });
    await visit(page, on.address, '/learn/risks', 'What can go wrong');
    expect(await first(page).getAttribute('data-risk')).toBe('keloid');
    expect(await first(page).textContent()).toMatch(/You have had a keloid/);
    const own = page.locator('.card-main [data-risk]');
    expect(await own.evaluateAll((all) => all.map((r) => r.getAttribute('data-risk')))).toContain('new-patches');
    expect(await look(page)).toEqual([]);
  });

  it('S-57 shows common, less common and serious; each risk has a number with its people or the word unknown, and a source', async () => {
    const page = await on.visitor();
    await visit(page, on.address, '/learn/risks', 'What can go wrong');
    for (const title of ['Common', 'Less common', 'Serious'])
      expect(await page.getByRole('heading', { level: 2, name: title, exact: true }).count(), title).toBe(1);
    const risks = await page.locator('[data-risk]').all();
    expect(risks.length).toBeGreaterThanOrEqual(15);
    for (const risk of risks) {
      const name = (await risk.getByRole('heading').textContent()) ?? '';
      const figures = await risk.locator('[data-figure]').allTextContents();
      expect(figures.length, name).toBeGreaterThanOrEqual(1);
      for (const figure of figures) expect(figure, name).toMatch(/\d|unknown|not counted|One to two|Three days/i);
      await risk.getByText('Why?').click();
      await risk.locator('.sources li').first().waitFor();
    }
    expect(await first(page).getAttribute('data-risk')).not.toBe('keloid');
  });
});
