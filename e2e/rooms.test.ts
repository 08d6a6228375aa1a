import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../tools/browser.mjs';
import { look } from './look.ts';
import {
  allPasses,
  answer,
  answerAll,
  begin,
  disinfect,
  finishSession,
  follow,
  heading,
  healthyAdult,
  noteConsult,
  plan,
  press,
  startSession,
  visit,
} from './person.ts';
import { freePort } from './program.ts';
import { type Site, serveFiles } from './site.ts';

const phone = { width: 360, height: 740 };
const evening = new Date('2026-03-02T18:00:00+01:00');

let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await launchChromium();
  site = await serveFiles(await freePort());
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
  /** Every address that was asked for. */
  readonly requests: string[];
}

async function newVisitor(colorScheme: 'light' | 'dark' = 'light'): Promise<Visitor> {
  const context = await browser.newContext({ viewport: phone, colorScheme, timezoneId: 'Europe/Berlin', locale: 'en-GB' });
  const visitor: Visitor = { page: await context.newPage(), context, complaints: [], requests: [] };
  const { page } = visitor;
  page.setDefaultTimeout(15_000);
  page.on('request', (r) => visitor.requests.push(r.url()));
  page.on('pageerror', (e) => visitor.complaints.push(e.message));
  page.on('console', (m) => {
    // The one question whether a server is there ends in a 404 on plain files; the browser prints that by itself.
    if (m.type() === 'error' && !m.location().url.endsWith('/api/health')) visitor.complaints.push(m.text());
  });
  await page.clock.install({ time: evening });
  return visitor;
}

const reasons = (page: Page) =>
  page.locator('[data-reason]').evaluateAll((all) => all.map((r) => r.getAttribute('data-reason')));

describe('a healthy adult at home, without a server', () => {
  let visitor: Visitor;
  let page: Page;
  beforeAll(async () => {
    visitor = await newVisitor();
    page = visitor.page;
  });

  it('is asked to see a doctor first, with a sheet that holds the answers', async () => {
    await begin(page, site.address);
    await answerAll(page);
    await heading(page, 'Ask a doctor first').waitFor();
    expect(await reasons(page)).toContain('consult-missing');
    await follow(page, 'Sheet for the doctor');
    const sheet = page.locator('.paper');
    await sheet.waitFor();
    const text = await sheet.textContent();
    for (const word of ['27 years', 'outer thigh', '0.25 mm', 'Not medical advice']) expect(text).toContain(word);
  });

  it('may make a plan once a consult that cleared is noted', async () => {
    await noteConsult(page, site.address);
    await plan(page, site.address);
    const dates = await page.locator('.dates').textContent();
    for (const day of ['Monday 2 March', 'Monday 30 March', 'Monday 27 April', 'Monday 25 May', 'Monday 17 August'])
      expect(dates).toContain(day);
    expect(await page.locator('main').textContent()).toContain('They do not disappear');
  });

  it('cannot pass the disinfection of a reused needle before its ten minutes are over, killed or not', async () => {
    await startSession(page, site.address, 'own');
    await press(page, 'My hands are washed');
    await disinfect(page, 'Clean the surface', 60);
    await heading(page, 'Disinfect the needle').waitFor();
    await press(page, 'It is wet: start the clock');
    await page.getByRole('timer').waitFor();
    await page.clock.fastForward(30_000);
    const on = page.getByRole('button', { name: 'Go on' });
    expect(await on.getAttribute('aria-disabled')).toBe('true');
    await on.click({ force: true });
    await heading(page, 'Disinfect the needle').waitFor();
    await page.clock.fastForward(120_000);
    await page.reload();
    await page.getByRole('timer').waitFor();
    const [minutes = 0, seconds = 0] = ((await page.getByRole('timer').textContent()) ?? '').split(':').map(Number);
    expect(minutes * 60 + seconds).toBeGreaterThan(440);
    expect(minutes * 60 + seconds).toBeLessThanOrEqual(450);
    await visit(page, site.address, '/', 'Today');
    await follow(page, 'Go on with session 1');
    await page.clock.fastForward(451_000);
    await press(page, 'Go on');
  });

  it('rolls each place in four directions, three passes each, and closes a complete checklist', async () => {
    await disinfect(page, 'Disinfect the skin', 60);
    expect(await allPasses(page)).toBe(2 * 2 * 4 * 3);
    await finishSession(page);
    expect(await page.locator('main').textContent()).not.toMatch(/\bsafe/i);
  });

  it('sees for how long the skin counts as open, and what it may meet', async () => {
    await page.clock.fastForward(2 * 3_600_000);
    await visit(page, site.address, '/', 'Today');
    await page.getByRole('heading', { name: 'Your skin counts as open for 70 hours more' }).waitFor();
    expect(await page.getByRole('region', { name: 'Not yet' }).textContent()).toContain('Pool, sea and sauna');
    expect(await page.getByRole('region', { name: 'Fine now' }).textContent()).not.toContain('moisturiser');
  });

  it('checks in on day 3 and hears that a little fading redness is as expected', async () => {
    await page.clock.fastForward(70.5 * 3_600_000);
    await visit(page, site.address, '/', 'Today');
    await follow(page, /^Check in$/);
    await page.getByLabel('Redness where the needles were').check();
    await page.getByLabel('A little').check();
    await page.getByLabel('Getting less').check();
    await press(page, 'Save and see what it means');
    await heading(page, 'As expected').waitFor();
  });

  it('finds the plan paused and the photos still there after answering “pregnant”', async () => {
    await visit(page, site.address, '/start/questions/review', 'Look at your answers');
    await follow(page, 'Change Are you pregnant or nursing?');
    await answer(page, 'Are you pregnant or nursing?', ['Pregnant']);
    await press(page, 'These are my answers');
    await heading(page, 'Needling can wait until later').waitFor();
    expect(await reasons(page)).toContain('pregnant');
    await visit(page, site.address, '/', 'Today');
    await page.getByText('The plan is paused').waitFor();
    await visit(page, site.address, '/session', 'Session 2');
    await follow(page, 'Photos');
    await heading(page, /Photos/).waitFor();
  });

  it('is told to get medical help now when redness spreads fast with a fever, and the plan ends', async () => {
    await visit(page, site.address, '/check-in', 'How is your skin?');
    await follow(page, 'Check in now');
    await page.getByLabel('Redness that spreads beyond that place').check();
    await page.getByLabel('Very strong').check();
    await page.getByLabel('Growing').check();
    await page.getByRole('spinbutton').fill('38.6');
    await press(page, 'Save and see what it means');
    await heading(page, 'Get medical help now').waitFor();
    expect((await reasons(page)).sort()).toEqual(['fever', 'redness-spreading']);
    await visit(page, site.address, '/', 'Today');
    await page.getByText('The plan has ended').waitFor();
    await visit(page, site.address, '/start/verdict', 'The plan has ended');
  });

  it('has asked nobody but its own host, once a load whether a server is there, and broke no rule of the page', () => {
    const origins = new Set(visitor.requests.filter((u) => !u.startsWith('blob:')).map((u) => new URL(u).origin));
    expect([...origins]).toEqual([site.address]);
    const loads = visitor.requests.filter((u) => new URL(u).pathname === '/').length;
    const probes = visitor.requests.filter((u) => u.includes('/api/'));
    expect(new Set(probes.map((u) => new URL(u).pathname))).toEqual(new Set(['/api/health']));
    expect(probes.length).toBe(loads);
    expect(visitor.complaints).toEqual([]);
  });
});

describe('the questions', () => {
  it('lose nothing on a reload in the middle, and Back goes to the question before', async () => {
    const { page, context } = await newVisitor();
    await begin(page, site.address);
    const three = Object.entries(healthyAdult).slice(0, 3);
    for (const [title, rows] of three) await answer(page, title, rows);
    await heading(page, 'What colour are the marks?').waitFor();
    await page.goto(`${site.address}/#/start/questions`);
    await page.reload();
    await heading(page, 'What colour are the marks?').waitFor();
    await follow(page, 'Back');
    await heading(page, 'Where are the marks that you think of needling?').waitFor();
    await page.getByText('Chosen: hip, both sides').waitFor();
    await follow(page, 'Back');
    expect(await page.getByLabel('No, or it cannot apply').isChecked()).toBe(true);
    await context.close();
  });

  it('refuse an armpit and say why, on the map and in the list', async () => {
    const { page, context } = await newVisitor();
    await begin(page, site.address);
    for (const [title, rows] of Object.entries(healthyAdult).slice(0, 2)) await answer(page, title, rows);
    await page.locator('.body [data-zone="face"]').click({ position: { x: 30, y: 40 } });
    await page.getByText('This place cannot be chosen').waitFor();
    await page.getByText(/^Places where needles never go/).click();
    await press(page, 'Armpit');
    await page
      .getByRole('status')
      .getByText(/^No needles on the armpit/)
      .waitFor();
    await press(page, 'Go on');
    await page.getByRole('alert').getByText('Choose at least one place.').waitFor();
    await context.close();
  });

  it('can be answered by keyboard alone', async () => {
    const { page, context } = await newVisitor();
    await begin(page, site.address);
    const titles = Object.keys(healthyAdult).filter((t) => !/^How (wide|many months)/.test(t));
    for (const title of titles) {
      await heading(page, title).waitFor();
      if (title.startsWith('Where are the marks')) await reachList(page);
      for (const row of healthyAdult[title] ?? []) await reach(page, row);
      await page.keyboard.press('Enter');
    }
    await heading(page, 'Look at your answers').waitFor();
    await context.close();
  });
});

/** Tab until the list of places has the focus, and open it. */
async function reachList(page: Page): Promise<void> {
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.textContent)) !== 'Choose from a list') continue;
    await page.keyboard.press('Enter');
    return;
  }
  throw new Error('Tab never reached the list of places');
}

/** Tab until the control with that name has the focus, then use it as a keyboard user does. */
async function reach(page: Page, name: string): Promise<void> {
  const typed = /^\d+$/.test(name);
  for (let i = 0; i < 120; i += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const e = document.activeElement;
      if (!(e instanceof HTMLInputElement)) return undefined;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(e.name)}"]`)];
      const nameOf = (i: HTMLInputElement) =>
        i.getAttribute('aria-label') ??
        document.getElementById(i.getAttribute('aria-labelledby') ?? '')?.textContent?.trim() ??
        '';
      return { type: e.type, name: nameOf(e), at: group.indexOf(e), group: group.map(nameOf) };
    });
    if (focused === undefined) continue;
    if (typed && focused.type === 'number') {
      await page.keyboard.type(name);
      return;
    }
    if (focused.type === 'checkbox' && focused.name === name) {
      await page.keyboard.press('Space');
      return;
    }
    if (focused.type === 'radio' && focused.group.includes(name)) {
      // One Tab stop a group: the arrows choose within it.
      await page.keyboard.press('Space');
      for (let k = focused.at; k < focused.group.indexOf(name); k += 1) await page.keyboard.press('ArrowDown');
      return;
    }
  }
  throw new Error(`Tab never reached “${name}”`);
}

describe.each(['light', 'dark'] as const)('every page, %s, on 360 pixels', (scheme) => {
  it('has no serious finding of axe and does not scroll sideways', async () => {
    const { page, context, complaints } = await newVisitor(scheme);
    const { address } = site;
    const found: string[] = [];
    const see = async () => found.push(...(await look(page)));
    await page.goto(`${address}/`);
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    await see();
    await begin(page, address);
    for (const title of Object.keys(healthyAdult).filter((t) => !/^How (wide|many months)/.test(t))) {
      await heading(page, title).waitFor();
      await see();
      await answer(page, title, healthyAdult[title] ?? []);
    }
    await heading(page, 'Look at your answers').waitFor();
    await see();
    await press(page, 'These are my answers');
    await heading(page, 'Ask a doctor first').waitFor();
    await page.getByText('Why?').first().click();
    await page.getByRole('link', { name: 'Read more' }).first().waitFor();
    await see();
    await noteConsult(page, address);
    await see();
    await visit(page, address, '/start/plan', 'A plan with dates');
    await see();
    await plan(page, address);
    await see();
    await visit(page, address, '/session/quiz', 'Eight questions first');
    await see();
    await press(page, 'Begin the questions');
    await see();
    await startSession(page, address, 'new');
    await see();
    await press(page, 'My hands are washed');
    await heading(page, 'Look at the needles').waitFor();
    await see();
    await press(page, 'All straight, and only mine');
    await press(page, 'It is wet: start the clock');
    await page.getByRole('timer').waitFor();
    await see();
    await page.clock.fastForward(61_000);
    await press(page, 'Go on');
    await disinfect(page, 'Disinfect the skin', 60);
    await page.getByRole('button', { name: 'Pass 1 done' }).waitFor();
    await see();
    await press(page, 'Stop');
    await page.getByRole('dialog').waitFor();
    await see();
    await press(page, 'Go on with the session');
    await allPasses(page);
    await see();
    await finishSession(page);
    await see();
    await page.clock.fastForward(7 * 3_600_000);
    await visit(page, address, '/session/quiz', 'The questions are done');
    await see();
    await visit(page, address, '/', 'Today');
    await see();
    await follow(page, /^Check in$/);
    await page.getByLabel('Pus, or a yellow crust').check();
    await page.getByLabel('Growing').check();
    await see();
    await press(page, 'Save and see what it means');
    await heading(page, 'See a doctor today').waitFor();
    await see();
    for (const [place, title] of [
      ['/start', 'May I?'],
      ['/start/expect', 'What to expect'],
      ['/start/goals', 'What would you like to follow?'],
      ['/start/questions/zones?change', 'Where are the marks that you think of needling?'],
      ['/start/onset', 'When did they come?'],
      ['/start/control', 'A mark that is left alone'],
      ['/start/history', 'Your answers over time'],
      ['/start/consult-sheet', 'Sheet for the doctor'],
      ['/start/consult', 'What did the doctor say?'],
      ['/session', 'Session 2'],
      ['/shelf', 'My shelf'],
      ['/shelf/needle/new', 'Add a needle'],
      ['/shelf/antiseptic/new', 'Add an antiseptic'],
      ['/shelf/product/new', 'Add a product'],
      ['/shelf/density', 'How many channels?'],
      ['/check-in', 'How is your skin?'],
      ['/help', 'Get help now'],
      ['/method', 'What I do now'],
      ['/method/choose/oil', 'Oil'],
      ['/method/log/oil', 'Log oil'],
      ['/method/now', 'What may go on my skin now?'],
      ['/learn', 'Learn'],
      ['/learn/methods', 'What people do'],
      ['/learn/risks', 'What can go wrong'],
      ['/learn/common', 'How common they are'],
      ['/learn/guidelines', 'What guidelines say'],
      ['/learn/disagreements', 'Where sources disagree'],
      ['/learn/sources', 'Where we read it'],
      ['/learn/sources/c33', /./],
      ['/report', 'Report'],
      ['/settings', 'Settings'],
      ['/settings/erase', 'Erase this device'],
      ['/settings/about', 'About stria'],
      ['/nowhere', 'There is no such page'],
    ] as const) {
      await visit(page, address, place, title);
      await see();
    }
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('taking everything off the device', () => {
  it('needs a word to be typed, and leaves an empty device', async () => {
    const { page, context } = await newVisitor();
    await begin(page, site.address);
    await visit(page, site.address, '/settings/erase', 'Erase this device');
    const erase = page.getByRole('button', { name: 'Erase everything here' });
    expect(await erase.getAttribute('aria-disabled')).toBe('true');
    await page.getByLabel(/Type the word/).fill('erase');
    await erase.click();
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Begin' }).waitFor();
    await context.close();
  });
});

describe('when the host goes away', () => {
  it('opens again, the rooms that were never entered too, and keeps writing', async () => {
    const own = await serveFiles(await freePort());
    const { page, context, complaints } = await newVisitor();
    await begin(page, own.address);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await own.close();
    await page.reload();
    await visit(page, own.address, '/learn/sources', 'Where we read it');
    await page.goto(`${own.address}/#/start/questions`);
    await answer(page, 'How old are you?', ['27']);
    await heading(page, 'Are you pregnant or nursing?').waitFor();
    await page.goto(`${own.address}/#/start/questions`);
    await page.reload();
    await heading(page, 'Are you pregnant or nursing?').waitFor();
    expect(complaints.filter((c) => !c.includes('ERR_CONNECTION_REFUSED'))).toEqual([]);
    await context.close();
  });
});

describe('a full device', () => {
  it('says what happened and what to do, and takes the same step once there is room', async () => {
    const { page, context, complaints } = await newVisitor();
    await page.goto(`${site.address}/`);
    const cdp = await context.newCDPSession(page);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: 1000 });
    await page.reload();
    await press(page, 'Begin');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const text = (await alert.textContent()) ?? '';
    for (const part of ['no room left on this device', 'Free some space', 'Nothing was saved yet'])
      expect(text).toContain(part);
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: site.address });
    await press(page, 'Begin');
    await heading(page, 'What to expect').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });
});
