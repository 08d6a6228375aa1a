import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../../tools/structure.ts';
import { look } from '../look.ts';
import { needle } from '../needled.ts';
import { countTaps, follow, heading, press, visit } from '../person.ts';
import { monday, type State, stage, stateOf } from './stage.ts';

const HOUR = 3_600_000;
const on = stage();
/** A person who closed session 1 at about a minute past the needle; walked once. */
let afterSession: State;
let needledAt: number;

beforeAll(async () => {
  const page = await on.planned();
  await needle(page, on.address);
  needledAt = await page.evaluate(() => Date.now());
  afterSession = await stateOf(page);
});

/** The same person some hours after the session. */
const later = async (hours: number): Promise<Page> => {
  const page = await on.visitor({ at: new Date(needledAt + hours * HOUR), state: afterSession });
  await visit(page, on.address, '/', 'Today');
  return page;
};
const region = async (page: Page, name: string): Promise<string> =>
  (await page.getByRole('region', { name, exact: true }).textContent()) ?? '';

interface Item {
  readonly id: string;
  readonly kind: 'use' | 'avoid';
  readonly says: string;
  readonly fromHours: number;
  readonly sources: readonly string[];
}
const pack = JSON.parse(readFileSync(join(checkout, 'packages/care/src/built-in-pack.json'), 'utf8')) as {
  aftercare: { items: Item[] };
};
const items = pack.aftercare.items;
const saying = (id: string): string => items.find((i) => i.id === id)?.says ?? `no item ${id}`;

describe('the hours after a session', () => {
  it('S-22 at 2 hours only what the first phase of the pack allows may go on, and at 48 hours moisturiser too', async () => {
    const early = await later(2);
    const firstPhase = items.filter((i) => i.kind === 'use' && i.fromHours === 0);
    const lines = await early
      .getByRole('region', { name: 'Fine now' })
      .getByRole('listitem')
      .locator('> span')
      .allTextContents();
    expect(lines).toEqual(firstPhase.map((i) => i.says));
    expect(await region(early, 'Not yet')).toContain(saying('bland-moisturiser'));
    expect(await region(await later(48), 'Fine now')).toContain(saying('bland-moisturiser'));
  });

  it('S-22 each time on the screen is the time of the pack', async () => {
    const page = await later(2);
    const groups = await page.getByRole('region', { name: 'Not yet' }).locator('.aftercare-window').allTextContents();
    for (const item of items.filter((i) => i.fromHours > 2)) {
      const left = item.fromHours - 2;
      const words = left > 72 ? `${Math.ceil(left / 24)} days` : `${left} hours`;
      expect(
        groups.find((g) => g.includes(item.says)),
        item.id,
      ).toContain(`For ${words} more`);
    }
  });

  it('S-50 at 1 hour the list keeps gym, pool, sun, shaving and make-up away, and hides each when its time is over', async () => {
    const watched = ['sport', 'pool-sea-sauna', 'sun', 'scrub-shaving', 'make-up'];
    const now = await region(await later(1), 'Not yet');
    for (const id of watched) expect(now).toContain(saying(id));
    const day4 = await later(73);
    for (const id of ['sport', 'pool-sea-sauna', 'make-up']) {
      expect(await day4.locator('main').textContent()).not.toContain(saying(id));
    }
    for (const id of ['sun', 'scrub-shaving']) expect(await region(day4, 'Not yet')).toContain(saying(id));
    const day8 = await later(169);
    for (const id of watched) expect(await day8.locator('main').textContent()).not.toContain(saying(id));
  });

  it('S-50 each line tells its reason and its source, on Today and on the page of the session', async () => {
    const page = await later(1);
    const check = async () => {
      const lines = page.locator('li.aftercare-line');
      await lines.nth(items.length - 1).waitFor();
      expect(await lines.count()).toBe(items.length);
      for (const line of await lines.all()) {
        await line.getByText('Why?').click();
        await line.locator('details li').first().waitFor();
        expect((await line.locator('details li').first().textContent())?.length).toBeGreaterThan(20);
      }
    };
    await check();
    expect(await look(page)).toEqual([]);
    await visit(page, on.address, '/session', 'Session 2');
    await page.goto(`${on.address}/#/check-in`);
    const session = await page.getByRole('link', { name: 'Check in now' }).getAttribute('href');
    await visit(page, on.address, `/session/${session?.split('/').at(-1)}`, 'Checklist complete');
    await check();
  });

  it('S-50 a sign of infection gives the person a way to a photo for the doctor', async () => {
    const page = await later(30);
    await follow(page, /^Check in$/);
    await page.getByLabel('Pus, or a yellow crust').check();
    await page.getByLabel('The same').check();
    await press(page, 'Save and see what it means');
    await heading(page, 'See a doctor today').waitFor();
    await follow(page, 'Add a photo for the doctor');
    await heading(page, 'Add a photo').waitFor();
  });
});

/** One page of the diary: the same grade for redness, nothing else. */
async function writeDiary(page: Page, redness: number): Promise<void> {
  await visit(page, on.address, '/', 'Today');
  await follow(page, /^Irritation diary/);
  await heading(page, 'Irritation diary').waitFor();
  for (const [sign, grade] of [
    ['Redness', redness],
    ['Sting or soreness', 0],
    ['Swelling', 0],
    ['Flaking', 0],
  ] as const) {
    await page
      .getByRole('group', { name: sign })
      .getByRole('radio', { name: new RegExp(`^${grade} `) })
      .check();
  }
  await press(page, 'Save this page');
  await page.getByRole('heading', { name: 'So far' }).waitFor();
}

describe('the irritation diary', () => {
  it('S-49 redness 4 at 72 hours lies above the usual range: what to do is said, and the check-in offered', async () => {
    const page = await later(72);
    await writeDiary(page, 4);
    await page.getByText('Above the usual range, 72 hours after the session').waitFor();
    expect(await page.getByRole('img', { name: /^Redness: 4 after 72 hours, above the usual/ }).count()).toBe(1);
    await page.getByText('The same as a table').click();
    expect(await page.getByRole('table').textContent()).toMatch(/4 very strong\s*above the usual \(0 to 1\)/);
    expect(await look(page)).toEqual([]);
    await follow(page, 'Check in now');
    await heading(page, 'What do you notice?').waitFor();
  });

  it('S-49 redness 1 at 72 hours lies inside the usual range', async () => {
    const page = await later(72);
    await writeDiary(page, 1);
    await page.getByText('Inside what is usual at this hour. (72 hours after the session)').waitFor();
    expect(await page.getByText('Above the usual range').count()).toBe(0);
    expect(await page.getByRole('img', { name: /^Redness: 1 after 72 hours, usual/ }).count()).toBe(1);
  });

  it('S-49 is asked for at 0, 6, 24, 48 and 72 hours', async () => {
    for (const [hours, words] of [
      [0.2, 'right after'],
      [7, 'after 6 hours'],
      [25, 'after 24 hours'],
      [49, 'after 48 hours'],
      [72, 'after 72 hours'],
    ] as const) {
      const page = await later(hours);
      await page.getByRole('link', { name: `Irritation diary: ${words}` }).waitFor();
    }
  });
});

describe('creams and oil', () => {
  it('S-06 an oil is begun with “no effect shown” and its citation before the eyes', async () => {
    const page = await later(1);
    await visit(page, on.address, '/method', 'What I do now');
    await follow(page, 'Oil');
    await heading(page, 'Oil').waitFor();
    await page.locator('main').getByText('no effect shown', { exact: true }).waitFor();
    const cited = page.getByRole('list', { name: 'Sources' });
    await cited.waitFor();
    expect(await cited.textContent()).toMatch(/\b(19|20)\d\d\b/);
    await press(page, 'I do this from today');
    await heading(page, 'What I do now').waitFor();
    await page.getByRole('heading', { name: 'Oil' }).waitFor();
    expect(await page.locator('main').textContent()).toContain('0 of the last 14 days');
  });

  it('S-06 oil an hour after a session is warned of with the hours that are left, and logged only on the person’s word', async () => {
    const page = await later(1);
    await visit(page, on.address, '/method/log/oil', 'Log oil');
    await page.getByRole('alert').getByText('No oil yet: 71 hours left').waitFor();
    expect(await page.getByRole('button', { name: 'Log oil', exact: true }).count()).toBe(0);
    expect(await page.locator('.fortnight').textContent()).toContain('0 of the last 14 days');
    await press(page, 'I put it on all the same: log it');
    await page.getByText('Logged: oil').waitFor();
    expect(await page.locator('.fortnight').textContent()).toContain('1 of the last 14 days');
    expect(await warnings(page)).toEqual([expect.stringContaining('wait')]);
    const past = await later(73);
    await visit(past, on.address, '/method/log/oil', 'Log oil');
    await press(past, 'Log oil');
    await past.getByText('Logged: oil').waitFor();
    expect(await warnings(past)).toEqual([undefined]);
  });

  it('S-16 from the shortcut of the home screen to a logged cream it takes one tap on the screen, and one more takes it back', async () => {
    const page = await on.planned(new Date(monday.getTime() - 24 * HOUR));
    await page.goto(`${on.address}/`);
    const manifest = await manifestOf(page);
    for (const { src } of manifest.icons) expect((await fetch(new URL(src, manifest.address))).status, src).toBe(200);
    expect(manifest.shortcuts.map((s) => s.name)).toEqual(['Log cream', 'Check in', 'Get help now']);
    const taps = await countTaps(page);
    await page.goto(new URL(manifest.shortcuts[0]?.url ?? '', manifest.address).href);
    await page.reload();
    await press(page, 'Log cream');
    await page.getByText('Logged: cream').waitFor();
    // The tap on the shortcut itself is the first.
    expect(1 + (await taps())).toBe(2);
    expect(await page.locator('.fortnight').textContent()).toContain('1 of the last 14 days');
    expect(await page.locator('main').textContent()).not.toMatch(/streak|in a row|missed/i);
    await press(page, 'Undo');
    await page.getByRole('button', { name: 'Log cream' }).waitFor();
    expect(await page.locator('.fortnight').textContent()).toContain('0 of the last 14 days');
  });

  it('S-16 the other shortcuts open the check-in and the help', async () => {
    const page = await later(7);
    const manifest = await manifestOf(page);
    const titles = ['How is your skin?', 'Get help now'];
    for (const [i, title] of titles.entries()) {
      await page.goto(new URL(manifest.shortcuts[i + 1]?.url ?? '', manifest.address).href);
      await heading(page, title).waitFor();
    }
  });
});

/** What the app tells a phone about itself, and where that lies. */
const manifestOf = (page: Page) =>
  page.locator('link[rel=manifest]').evaluate(async (link: HTMLLinkElement) => ({
    address: link.href,
    ...((await (await fetch(link.href)).json()) as { shortcuts: { name: string; url: string }[]; icons: { src: string }[] }),
  }));

/** What the guard had said of each thing that was logged. */
const warnings = (page: Page): Promise<(string | undefined)[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((ready, failed) => {
      const asked = indexedDB.open('stria');
      asked.onsuccess = () => ready(asked.result);
      asked.onerror = () => failed(asked.error);
    });
    const all = await new Promise<{ sealed: string }[]>((ready) => {
      const asked = db.transaction('entries').objectStore('entries').getAll();
      asked.onsuccess = () => ready(asked.result);
    });
    db.close();
    const entries = all.map((e) => JSON.parse(e.sealed) as { kind: string; body: { warned?: string } });
    return entries.filter((e) => e.kind === 'application').map((e) => e.body.warned);
  });
