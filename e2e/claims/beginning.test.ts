import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  answer,
  answerAll,
  answerDay,
  answerUpTo,
  begin,
  countTaps,
  follow,
  heading,
  healthyAdult,
  noteConsult,
  plan,
  press,
  reachDayCheck,
  visit,
} from '../person.ts';
import { add } from '../photographer.ts';
import { pdfLines } from './pdf-text.ts';
import { program, stage, stria } from './stage.ts';

const here = stage();
const running = program();

const reasons = (page: Page) =>
  page.locator('[data-reason]').evaluateAll((all) => all.map((r) => r.getAttribute('data-reason')));

/** What the device keeps of one kind, as it lies in its store: bodies, oldest first. */
const kept = (page: Page, kind: string): Promise<Record<string, unknown>[]> =>
  page.evaluate(async (wanted) => {
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
    type Entry = { kind: string; at: string; body: Record<string, unknown> };
    return all
      .map((e) => JSON.parse(e.sealed) as Entry)
      .filter((e) => e.kind === wanted)
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map((e) => e.body);
  }, kind);

const causesKept = async (page: Page) => (await kept(page, 'answers')).map((a) => a.marks as { causes?: string[] })[0]?.causes;
const told = (more: Record<string, readonly string[]>) => ({ ...healthyAdult, ...more });
const notSureOfCause = told({ 'What was happening when they came?': ['Not sure'] });

/** Everything that would start needling, from where a person can stand: each must be closed. */
async function findsNeedlingClosed(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/#/start/verdict`);
  await page.locator('h1').waitFor();
  expect(await page.getByRole('link', { name: /plan/i }).count()).toBe(0);
  await page.goto(`${address}/#/session`);
  await heading(page, 'There is no plan yet').waitFor();
  expect(await page.getByRole('link', { name: /^Begin session/ }).count()).toBe(0);
  for (const place of ['/session/check', '/session/quiz', '/session/begin']) {
    await page.goto('about:blank');
    await page.goto(`${address}/#${place}`);
    await heading(page, 'There is no plan yet').waitFor();
  }
  await page.goto(`${address}/#/start/plan`);
  await heading(page, /plan/i).waitFor();
  const save = page.getByRole('button', { name: 'Save this plan' });
  if ((await save.count()) > 0) {
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await save.press('Enter');
  }
  expect(await kept(page, 'plan')).toEqual([]);
}

describe('where marks come from', () => {
  it('S-01 “not sure” of the cause: the plan is still reached, and the record says that the cause is unknown', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answerAll(page, notSureOfCause);
    expect(await causesKept(page)).toEqual(['unknown']);
    await visit(page, here.address, '/start/consult-sheet', 'Sheet for the doctor');
    expect(await page.locator('.paper').textContent()).toContain('Cause not known');
    await noteConsult(page, here.address);
    await plan(page, here.address);
    expect((await kept(page, 'plan')).length).toBe(1);
  });

  it('S-01 the printed report says that the cause is not known', async () => {
    const page = await here.visitor();
    await begin(page, running.address);
    await answerAll(page, notSureOfCause);
    const [record = ''] = await onServer(page, 'answers');
    const folder = mkdtempSync(join(tmpdir(), 'stria-claim-'));
    const [archive, printed] = [join(folder, 'chart'), join(folder, 'report.pdf')];
    const exported = stria(
      ['export', '--record', record, '--format', 'archive', '--out', archive],
      undefined,
      running.environment,
    );
    expect(exported.status, exported.err).toBe(0);
    const report = stria(['report', archive, '--out', printed], undefined, running.environment);
    expect(report.status, report.err).toBe(0);
    const lines = pdfLines(readFileSync(printed));
    rmSync(folder, { recursive: true });
    expect(lines).toContain('Cause not known.');
    expect(lines.join(' ')).not.toContain('Puberty');
  });

  it('S-01 several causes may be chosen, with months or without, and the line shows them', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answerAll(
      page,
      told({ 'What was happening when they came?': ['Pregnancy', 'Gaining weight', 'It runs in the family'] }),
    );
    expect(await causesKept(page)).toEqual(['pregnancy', 'weight-gain', 'genetic']);
    await visit(page, here.address, '/start/onset', 'When did they come?');
    await press(page, 'Keep this');
    await heading(page, 'May I?').waitFor();
    await visit(page, here.address, '/start/onset', 'When did they come?');
    await page.getByLabel('When you first saw the marks: month').selectOption('June');
    await page.getByLabel('When you first saw the marks: year').selectOption('2024');
    await page.getByLabel(/^Birth.*month$/).selectOption('August');
    await page.getByLabel(/^Birth.*year$/).selectOption('2025');
    await page.getByText('Since the birth, or the end of the pregnancy: 7 months.').waitFor();
    await page.locator('.timeline svg').waitFor();
    await press(page, 'Keep this');
    await heading(page, 'May I?').waitFor();
    expect((await kept(page, 'onset')).at(-1)).toMatchObject({
      marksFirstSeen: '2024-06',
      events: [{ cause: 'pregnancy', to: '2025-08' }, { cause: 'weight-gain' }, { cause: 'genetic' }],
    });
  });
});

/** Ids of the charts on the server that hold an entry of a kind, once the device has sent it; the page's clock is moved on. */
async function onServer(page: Page, kind: string): Promise<string[]> {
  for (let i = 0; i < 60; i += 1) {
    const { records } = (await (await fetch(`${running.address}/api/records`)).json()) as { records: { id: string }[] };
    const holding: string[] = [];
    for (const { id } of records) {
      const { entries } = (await (await fetch(`${running.address}/api/records/${id}/entries?limit=1000`)).json()) as {
        entries: { kind: string }[];
      };
      if (entries.some((e) => e.kind === kind)) holding.push(id);
    }
    if (holding.length > 0) return holding;
    await page.clock.fastForward(1000);
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error(`the server never received ${kind}`);
}

describe('what to expect', () => {
  it('S-02 without the tick that marks do not disappear the plan button is disabled with its reason, by any way', async () => {
    const page = await here.visitor();
    await page.goto(`${here.address}/`);
    await press(page, 'Begin');
    await follow(page, 'Go on');
    await follow(page, 'Skip for now');
    await answerAll(page);
    await noteConsult(page, here.address);
    const make = page.getByRole('button', { name: 'Make a plan' });
    expect(await make.getAttribute('aria-disabled')).toBe('true');
    const why = (await make.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`[id="${why}"]`).textContent()).toContain('marks do not disappear');
    await make.press('Enter');
    await heading(page, 'Nothing in your answers speaks against it').waitFor();
    await visit(page, here.address, '/start/plan', 'A plan with dates');
    const save = page.getByRole('button', { name: 'Save this plan' });
    expect(await save.getAttribute('aria-disabled')).toBe('true');
    await save.press('Enter');
    expect(await kept(page, 'plan')).toEqual([]);
    await visit(page, here.address, '/start/verdict', 'Nothing in your answers speaks against it');
    await page.getByLabel(/I understand that stretch marks stay/).check();
    await follow(page, 'Make a plan');
    await press(page, 'Save this plan');
    await heading(page, 'Your plan').waitFor();
  });

  it('S-02 no scale and no goal ends in “gone”', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await visit(page, here.address, '/start/expect', 'What to expect');
    expect(await page.locator('main').textContent()).toContain('They do not disappear');
    await visit(page, here.address, '/start/goals', 'What would you like to follow?');
    const rows = await page.locator('main label').allTextContents();
    expect(rows.length).toBeGreaterThanOrEqual(4);
    expect(rows.filter((r) => /gone|disappear|vanish|remov|clear/i.test(r))).toEqual([]);
  });

  it('S-03 “remove all” is answered with what is possible and four goals; the goal is kept, the words are not', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await visit(page, here.address, '/start/goals', 'What would you like to follow?');
    await page.getByLabel('Do you wish for something else?').fill('remove all');
    const said = page.getByRole('status').filter({ hasText: 'What is possible' });
    await said.waitFor();
    expect(await said.textContent()).toContain('No method that we found makes stretch marks go away');
    expect((await said.locator('.notice-body > ul').locator('> li').allTextContents()).length).toBe(4);
    await said.getByText('Why?').click();
    await said.getByRole('link', { name: 'Read more' }).first().waitFor();
    expect(await page.locator('input[name="goals"]').count()).toBe(4);
    await page.getByLabel('Just keep track').uncheck();
    await page.getByLabel('Softer to the touch').check();
    await page.getByLabel('Less colour contrast').check();
    await press(page, 'Go on to the questions');
    await heading(page, 'How old are you?').waitFor();
    const stored = await kept(page, 'goal');
    expect(stored.at(-1)).toEqual({ goals: ['softer-feel', 'less-colour-contrast'] });
    expect(JSON.stringify(stored)).not.toContain('remove');
  });
});

describe('a doctor first', () => {
  it('S-27 a fresh profile finds needling closed everywhere; a noted consult opens it; the newest no closes it again', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await findsNeedlingClosed(page, here.address);
    await page.goto(`${here.address}/#/start/questions`);
    await answerAll(page);
    expect(await reasons(page)).toContain('consult-missing');
    await findsNeedlingClosed(page, here.address);
    await noteConsult(page, here.address);
    expect((await kept(page, 'consult')).at(-1)).toMatchObject({
      on: '2026-03-02',
      outcome: 'cleared',
      with: expect.stringContaining('dermatologist'),
    });
    await plan(page, here.address);
    await visit(page, here.address, '/session', 'Session 1');
    await page.getByRole('link', { name: 'Begin session 1' }).waitFor();
    await reachDayCheck(page, here.address);
    await answerDay(page);
    await page.getByLabel('New, sealed and sterile').check();
    expect(await page.getByRole('button', { name: 'Start session 1' }).getAttribute('aria-disabled')).toBe(null);
    await visit(page, here.address, '/start/consult', 'What did the doctor say?');
    await page.getByLabel('Whom did you ask?').fill('A dermatologist (invented)');
    await page.getByLabel('They advised against it').check();
    await press(page, 'Save what they said');
    await heading(page, 'Please do not needle').waitFor();
    expect(await reasons(page)).toContain('consult-advised-against');
    await visit(page, here.address, '/session', 'Session 1');
    await page.getByText('The plan is paused').waitFor();
    expect(await page.getByRole('link', { name: /^Begin session/ }).count()).toBe(0);
    // By its address, too: the last gate asks the rules once more.
    await reachDayCheck(page, here.address);
    await page.getByLabel('Well, no fever').check();
    await page.getByLabel('None of these').check();
    await page.getByLabel('No, nothing').check();
    await press(page, 'Go on');
    await heading(page, 'Not today').waitFor();
    expect(await page.getByRole('button', { name: /^Start session/ }).count()).toBe(0);
  });

  it('S-27 the printed sheet lists answers, places and device, on two pages at most', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answerAll(page, told({ 'Do you have, or have you had, any of these?': ['Psoriasis', 'Diabetes'] }));
    await visit(page, here.address, '/start/consult-sheet', 'Sheet for the doctor');
    const asked = await page.locator('.paper tbody tr').count();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    const text = (await page.locator('.paper').innerText()).replaceAll(/\s+/g, ' ');
    for (const word of [
      '27 years',
      'hip, outer thigh (both sides)',
      'roller, needles of 0.25 mm',
      'Psoriasis',
      'Diabetes',
      'Could needling bring new patches of my skin disease?',
      'White, or paler',
      'Longest needle',
    ])
      expect(text).toContain(word);
    expect(asked).toBeGreaterThan(16);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(2);
  });
});

describe('who is told at once', () => {
  it('S-31 “pregnant” closes needling calmly and offers moisturiser, oil and photos, in fewer than 15 taps', async () => {
    const page = await here.visitor();
    const taps = await countTaps(page);
    await begin(page, here.address);
    await answer(page, 'How old are you?', ['27']);
    await answer(page, 'Are you pregnant or nursing?', ['Pregnant']);
    await heading(page, 'Needling can wait until later').waitFor();
    await press(page, 'Stop here and see what I can do');
    await page.locator('.notice-title').getByText('No needling while you are pregnant').waitFor();
    // A number that is typed needs a tap into its field, which filling does not count.
    const count = (await taps()) + 1;
    expect(count).toBeGreaterThan(8);
    expect(count).toBeLessThan(15);
    expect((await reasons(page))[0]).toBe('pregnant');
    const offered = await page.locator('[data-method]').evaluateAll((all) => all.map((m) => m.getAttribute('data-method')));
    for (const method of ['watch-only', 'nothing', 'moisturiser', 'oil']) expect(offered).toContain(method);
    expect(offered.join()).not.toContain('retinoid');
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Nothing is wrong');
    expect(text).not.toMatch(/danger|warning|risk to your baby|harm|urgent|immediately/i);
    expect(await page.locator('.notice.tone-stop').count()).toBe(0);
    await page.getByRole('link', { name: 'Take or look at photos' }).waitFor();
    await findsNeedlingClosed(page, here.address);
  });

  it('S-31 nursing is told the same way, and who goes on for the doctor’s sheet may', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answer(page, 'How old are you?', ['27']);
    await answer(page, 'Are you pregnant or nursing?', ['Nursing']);
    await heading(page, 'Needling can wait until later').waitFor();
    await follow(page, 'Go on, for the doctor’s sheet');
    await answerUpTo(page, healthyAdult, 'Look at your answers');
    await press(page, 'These are my answers');
    await page.locator('.notice-title').getByText('No needling while you are nursing').waitFor();
    expect(await page.getByText(/points are still open/).count()).toBe(0);
  });

  it('S-32 at 15 needling is closed everywhere, a parent and a doctor are named, and photos work', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answer(page, 'How old are you?', ['15']);
    await heading(page, 'Needling is for adults').waitFor();
    expect(await page.locator('main').textContent()).toMatch(/parent or another adult you trust/);
    await press(page, 'Stop here and see what I can do');
    await page.locator('.notice-title').getByText('No needling under 18').waitFor();
    expect((await reasons(page))[0]).toBe('age-years-under-18');
    await findsNeedlingClosed(page, here.address);
    const place = await add(page, here.address, await invented(page), { zone: 'calf' });
    expect(place).toMatch(/^\/photos\//);
    expect((await kept(page, 'photo')).length).toBe(1);
  });

  it('S-32 from 18 to 21 a notice says that authorised devices are labelled from 22, and puberty is a cause to name', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answerAll(page, told({ 'How old are you?': ['19'] }));
    expect(await reasons(page)).toContain('age-years-18-to-21');
    expect(await page.locator('[data-reason="age-years-18-to-21"]').textContent()).toContain('22 years');
    expect(await causesKept(page)).toEqual(['puberty']);
  });

  it('S-34 “steroid cream on this skin” sends to a doctor first, with its reason, and never tells to stop it', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    const given = { ...healthyAdult };
    const medicines = 'Do you take or use any of these, or have you stopped one?';
    const { [medicines]: _none, ...before } = given;
    await answerUpTo(page, before, medicines);
    await page.getByLabel('Steroid cream on this skin').check();
    await page.getByLabel('I take or use it now').check();
    await press(page, 'Go on');
    await heading(page, medicines).waitFor({ state: 'detached' });
    await answerAll(page, given);
    await heading(page, 'Ask a doctor first').waitFor();
    const reason = page.locator('[data-reason="corticosteroid-cream-on-zone-now"]');
    expect(await reason.textContent()).toMatch(/steroid cream/i);
    expect(await reason.textContent()).toMatch(/do not stop/i);
    await reason.getByText('Why?').click();
    await reason.getByRole('link', { name: 'Read more' }).first().waitFor();
    await noteConsult(page, here.address, 'Ask a doctor first');
    expect(await reasons(page)).toContain('corticosteroid-cream-on-zone-now');
  });

  it('S-34 wide red marks and easy bruising are spoken of calmly, with what to ask the doctor, and diagnose nobody', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answerAll(
      page,
      told({
        'What colour are the marks?': ['Red, pink or purple'],
        'How wide is the widest mark?': ['12'],
        'Have you noticed any of these?': ['Bruising easily'],
      }),
    );
    await heading(page, 'Ask your doctor about these signs first').waitFor();
    for (const code of ['widest-mm-10-or-more', 'easy-bruising']) expect(await reasons(page)).toContain(code);
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Could my body make too much cortisol?');
    expect(text).not.toMatch(/you have (cushing|too much cortisol)/i);
  });

  it('S-27 a healthy adult reaches the verdict in fewer than 45 taps', async () => {
    const page = await here.visitor();
    const taps = await countTaps(page);
    await begin(page, here.address);
    await answerAll(page);
    await heading(page, 'Ask a doctor first').waitFor();
    const count = (await taps()) + 1;
    expect(count).toBeGreaterThan(25);
    expect(count).toBeLessThan(45);
  });
});

/** A picture without anybody on it, made in the page. */
async function invented(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 900);
    const brush = canvas.getContext('2d');
    if (!brush) throw new Error('no canvas');
    brush.fillStyle = '#c89f86';
    brush.fillRect(0, 0, 1200, 900);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    return btoa(String.fromCharCode(...new Uint8Array(await blob.arrayBuffer())));
  });
  return Buffer.from(base64, 'base64');
}

describe('answers over time', () => {
  it('S-27 one answer is changed, the verdict is worked out anew, and the earlier answers stay readable', async () => {
    const page = await here.visitor();
    await begin(page, here.address);
    await answerAll(page);
    await visit(page, here.address, '/start/questions/review', 'Look at your answers');
    await follow(page, 'Change What is on this skin today?');
    await page.getByLabel('An infection').check();
    await press(page, 'Go on');
    await press(page, 'These are my answers');
    await heading(page, 'Let the skin settle first').waitFor();
    expect((await kept(page, 'answers')).map((a) => a.zoneFindings)).toEqual([[], ['infection']]);
    await visit(page, here.address, '/start/history', 'Your answers over time');
    const text = (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ');
    for (const word of ['Please do not needle', 'Ask a doctor first', 'An infection', 'The first answers'])
      expect(text).toContain(word);
  });
});
