import { beforeAll, describe, expect, it } from 'vitest';
import { look } from '../look.ts';
import { needle } from '../needled.ts';
import { follow, heading, press, startSession, visit } from '../person.ts';
import { type State, stage, stateOf } from './stage.ts';

const HOUR = 3_600_000;
const on = stage();
let afterSession: State;
let needledAt: number;

beforeAll(async () => {
  const page = await on.planned();
  await needle(page, on.address);
  needledAt = await page.evaluate(() => Date.now());
  afterSession = await stateOf(page);
});
const later = (hours: number) => on.visitor({ at: new Date(needledAt + hours * HOUR), state: afterSession });

describe('signs of an infection', () => {
  it('S-17 spreading redness with fever fills the screen with “Get medical help now”, ends the plan, and is kept', async () => {
    const page = await later(30);
    await visit(page, on.address, '/', 'Today');
    await follow(page, /^Check in$/);
    await page.getByLabel('Redness that spreads beyond that place').check();
    await page.getByLabel('Very strong').check();
    await page.getByLabel('Growing').check();
    await page.getByRole('spinbutton').fill('38.6');
    await press(page, 'Save and see what it means');
    await heading(page, 'Get medical help now').waitFor();
    const box = await page.locator('main').boundingBox();
    expect(box?.width).toBe(page.viewportSize()?.width);
    expect(box?.height).toBeGreaterThanOrEqual(page.viewportSize()?.height ?? 0);
    expect(await page.getByRole('navigation').count()).toBe(0);
    const text = await page.locator('main').textContent();
    for (const words of ['your emergency number', 'The plan has ended']) expect(text).toContain(words);
    const note = await page.getByLabel(/Read this out/).inputValue();
    for (const words of ['needled', '0.25 mm', 'outer thigh', '38.6', 'about 30 hours ago']) expect(note).toContain(words);
    expect(await look(page)).toEqual([]);
    await page.reload();
    await heading(page, 'Get medical help now').waitFor();
    await visit(page, on.address, '/', 'Today');
    await page.getByText('The plan has ended').waitFor();
    await visit(page, on.address, '/check-in', 'How is your skin?');
    await page.getByText(/30 hours after, written on 3 March 2026|30 hours after, written on 4 March 2026/).waitFor();
    for (const place of ['/session', '/session/check', '/session/begin']) {
      await page.goto('about:blank');
      await visit(page, on.address, place, 'Session 2');
      await page.getByText('This session will not take place.').waitFor();
      expect(await page.getByText('opens on its day').count()).toBe(0);
      expect(await page.getByRole('link', { name: 'Begin' }).count()).toBe(0);
    }
    await follow(page, 'What was noticed, and what to do');
    await heading(page, 'Get medical help now').waitFor();
  });

  it('S-17 a milder sign pauses the plan until a calm check-in, and one written down late is judged for its own hour', async () => {
    const page = await later(200);
    await visit(page, on.address, '/check-in', 'How is your skin?');
    await follow(page, 'Check in now');
    await page.getByLabel('Flaking').check();
    await page.getByLabel('A little').check();
    await page.getByLabel('The same').check();
    await press(page, 'Save and see what it means');
    await heading(page, 'Keep an eye on it').waitFor();
    await visit(page, on.address, '/', 'Today');
    await page.getByText('The plan is paused').waitFor();
    // The first evening, written down now: flaking then is usual, and it does not end the pause of today.
    await visit(page, on.address, '/check-in', 'How is your skin?');
    await follow(page, /^write it down late.*after 6 hours$/);
    await page.getByLabel('Flaking').check();
    await page.getByLabel('A little').check();
    await page.getByLabel('The same').check();
    await press(page, 'Save and see what it means');
    await heading(page, 'As expected').waitFor();
    await visit(page, on.address, '/', 'Today');
    await page.getByText('The plan is paused').waitFor();
    await visit(page, on.address, '/check-in', 'How is your skin?');
    expect(await page.getByText(/^6 hours after, written on/).count()).toBe(1);
    await follow(page, 'Check in now');
    await press(page, 'Nothing of these: save');
    await heading(page, 'As expected').waitFor();
    await visit(page, on.address, '/', 'Today');
    expect(await page.getByText('The plan is paused').count()).toBe(0);
  });

  it('S-17 a moment before the session or ahead of now is refused in words', async () => {
    const page = await later(10);
    await visit(page, on.address, '/check-in', 'How is your skin?');
    await follow(page, 'Check in now');
    await page.getByLabel('Earlier', { exact: true }).check();
    await page.getByLabel('Day', { exact: true }).fill('2026-03-01');
    await press(page, 'Nothing of these: save');
    await page.getByText('That was before the session').waitFor();
    await page.getByLabel('Day', { exact: true }).fill('2026-03-09');
    await page.getByText('That time has not come yet').waitFor();
  });

  it('S-17 “Get help now” stands at the same place on every screen, without a chart, in a session, and without a network', async () => {
    const stranger = await on.visitor();
    await stranger.goto(`${on.address}/`);
    await stranger.getByRole('button', { name: 'Begin' }).waitFor();
    const place = async (page: typeof stranger) => page.getByRole('link', { name: 'Get help now' }).boundingBox();
    const first = await place(stranger);
    await follow(stranger, 'Get help now');
    await heading(stranger, 'Get help now').waitFor();
    expect(await stranger.getByLabel(/Read this out/).inputValue()).toContain('____');
    expect(await look(stranger)).toEqual([]);

    const page = await later(2);
    for (const [where, title] of [
      ['/', 'Today'],
      ['/photos', 'Photos'],
      ['/check-in', 'How is your skin?'],
      ['/method', 'What I do now'],
      ['/learn', 'Learn'],
      ['/settings', 'Settings'],
      ['/nowhere', 'There is no such page'],
    ] as const) {
      await visit(page, on.address, where, title);
      expect(await place(page), where).toEqual(first);
      await page.mouse.wheel(0, 2000);
      expect((await place(page))?.y, `${where}, scrolled`).toBe(first?.y);
    }

    const inside = await on.planned();
    await startSession(inside, on.address, 'new');
    expect(await place(inside)).toEqual(first);
    await inside.evaluate(() => navigator.serviceWorker.ready);
    await inside.context().setOffline(true);
    await follow(inside, 'Get help now');
    await heading(inside, 'Get help now').waitFor();
    expect(await inside.locator('main').textContent()).toContain('Call your emergency number');
    await press(inside, 'Close');
    await heading(inside, 'Wash your hands').waitFor();
    await inside.goto(`${on.address}/#/help`);
    await inside.reload();
    await heading(inside, 'Get help now').waitFor();
  });
});
