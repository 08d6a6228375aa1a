import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold, parseEntry, parseEntryLines } from '@stria/record';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkout } from '../tools/structure.ts';
import { linesOf } from './brush-lines.ts';
import { KillableBrowser } from './killable.ts';
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
import { add, measure, paintLines } from './photographer.ts';
import { freePort, Program } from './program.ts';

/**
 * The main job, as a newcomer lives it: from an empty store to the check-in of day 3 after session 1 and a second photo, with
 * the server and the browser each killed once in the middle of the disinfection countdown.
 */
const start = Date.parse('2026-03-02T17:00:00.000Z');
const minutes = 60_000;
const days = 24 * 60 * minutes;
const browser = new KillableBrowser();
let program: Program;
let page: Page;

beforeAll(async () => {
  program = new Program(await freePort());
  await program.start();
  page = await browser.open(new Date(start));
});
afterAll(async () => {
  await browser.close();
  await program.stop();
});

/** The two photos of one of the cast, with where the marks lie: what the person's finger follows. */
async function photosOf(name: string) {
  const folder = join(checkout, 'scenarios', name);
  const read = parseEntryLines(readFileSync(join(folder, 'record.jsonl'), 'utf8'));
  if (!read.ok) throw new Error('the cast does not read');
  const { photos, measurements } = fold(read.value);
  const file = (sha256: string) =>
    readFileSync(join(folder, 'photos', readdirSync(join(folder, 'photos')).find((f) => f.startsWith(sha256)) ?? sha256));
  return Promise.all(
    photos.map(async (p) => {
      const own = measurements.map((m) => m.body).find((m) => m.of === 'photo' && m.photo === p.id);
      if (own?.of !== 'photo') throw new Error('a photo of the cast was not measured');
      return { jpeg: file(p.body.original.sha256), lines: await linesOf(file(own.mask.sha256), 12) };
    }),
  );
}

async function paintAndMeasure(lines: Awaited<ReturnType<typeof photosOf>>[number]['lines']): Promise<void> {
  await page.getByRole('link', { name: 'Paint the marks' }).click();
  await paintLines(page, lines, 0.011, { width: 1600, height: 1200 });
  await measure(page);
  await page.getByText('This photo can be compared.').waitFor();
}

const timerSeconds = async (): Promise<number> => {
  const [m = 0, s = 0] = ((await page.getByRole('timer').textContent()) ?? '').split(':').map(Number);
  return m * 60 + s;
};

/** What the server's database holds of the one chart that it knows. */
async function onServer() {
  const { records } = (await (await fetch(`${program.address}/api/records`)).json()) as { records: { id: string }[] };
  const id = records[0]?.id;
  if (id === undefined) return [];
  const answered = (await (await fetch(`${program.address}/api/records/${id}/entries?limit=1000`)).json()) as {
    entries: unknown[];
  };
  return answered.entries.map((e) => {
    const entry = parseEntry(e);
    if (!entry.ok) throw new Error(JSON.stringify(entry.problems));
    return entry.value;
  });
}

/** What the device holds, read from its store as it lies there. */
const onDevice = (): Promise<{ id: string }[]> =>
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
    return all.map((e) => JSON.parse(e.sealed));
  });

/** The page's clock is moved on while the outbox sends, so that its back-off does not hold the test up. */
async function allCopied(): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    const [device, server] = [await onDevice(), await onServer()];
    if (device.length > 0 && device.every((d) => server.some((s) => s.id === d.id))) return;
    await page.clock.fastForward(1000);
    await new Promise((later) => setTimeout(later, 250));
  }
  throw new Error('the server never received what the device holds');
}

describe('the main job', () => {
  it('a fresh profile of a healthy adult at home is told to ask first, with a sheet for the doctor', async () => {
    await begin(page, program.address);
    await answerAll(page);
    await heading(page, 'Ask a doctor first').waitFor();
    await follow(page, 'Sheet for the doctor');
    expect(await page.locator('.paper').textContent()).toContain('outer thigh');
  });

  it('after a consult that cleared there is a plan', async () => {
    await noteConsult(page, program.address);
    await plan(page, program.address);
  });

  it('the baseline photo is taken, painted and measured with its error', async () => {
    const [before] = await photosOf('amara-goes');
    if (!before) throw new Error('no photo');
    await add(page, program.address, before.jpeg, { zone: 'thigh-outer', on: '2026-03-02', bother: 7 });
    await paintAndMeasure(before.lines);
  }, 300_000);

  it('the countdown of a reused needle blocks; the server dies in its middle and the room goes on', async () => {
    await startSession(page, program.address, 'own');
    await press(page, 'My hands are washed');
    await disinfect(page, 'Clean the surface', 60);
    await heading(page, 'Disinfect the needle').waitFor();
    await press(page, 'It is wet: start the clock');
    await page.getByRole('timer').waitFor();
    await page.clock.fastForward(120_000);
    await program.kill();
    await page.clock.fastForward(1000);
    expect(await page.getByRole('button', { name: 'Go on' }).getAttribute('aria-disabled')).toBe('true');
    const left = await timerSeconds();
    expect(left).toBeGreaterThan(465);
    expect(left).toBeLessThanOrEqual(479);
  });

  it('then the browser is killed too; opened again, with no server, the clock is right and nothing is lost', async () => {
    const before = await onDevice();
    const [wasAt, wasLeft] = [await page.evaluate(() => Date.now()), await timerSeconds()];
    await browser.kill();
    page = await browser.open(new Date(wasAt + 2 * minutes));
    await visit(page, program.address, '/', 'Today');
    await follow(page, 'Go on with session 1');
    await page.getByRole('timer').waitFor();
    const left = await timerSeconds();
    expect(left).toBeLessThanOrEqual(wasLeft - 120 + 1);
    expect(left).toBeGreaterThan(wasLeft - 120 - 15);
    expect(await page.getByRole('button', { name: 'Go on' }).getAttribute('aria-disabled')).toBe('true');
    expect((await onDevice()).map((e) => e.id).sort()).toEqual(before.map((e) => e.id).sort());
  });

  it('started again, the server still holds every entry that it had acknowledged, and receives the rest', async () => {
    await program.start();
    await allCopied();
    const state = fold(await onServer());
    expect(state.problems).toEqual([]);
    expect(state.sessions).toHaveLength(1);
    expect(state.sessions[0]?.state).toBe('open');
    expect(state.photos).toHaveLength(1);
  });

  it('the session is finished pass by pass, and the aftercare of the first hours is on the screen', async () => {
    await page.clock.fastForward(10 * minutes);
    await press(page, 'Go on');
    await disinfect(page, 'Disinfect the skin', 60);
    expect(await allPasses(page)).toBe(2 * 2 * 4 * 3);
    await finishSession(page);
    await visit(page, program.address, '/', 'Today');
    await page.getByRole('heading', { name: /^Your skin counts as open for 7[12] hours more$/ }).waitFor();
  }, 300_000);

  it('on day 3 the check-in hears that it is as expected', async () => {
    await page.clock.fastForward(3 * days + 10 * minutes);
    await visit(page, program.address, '/', 'Today');
    await follow(page, /^Check in$/);
    await page.getByLabel('Redness where the needles were').check();
    await page.getByLabel('A little').check();
    await page.getByLabel('Getting less').check();
    await press(page, 'Save and see what it means');
    await heading(page, 'As expected').waitFor();
  });

  it('a later photo is compared with the first: less visible, above the smallest real change, which does not mean gone', async () => {
    const [, after] = await photosOf('amara-goes');
    if (!after) throw new Error('no photo');
    await page.clock.fastForward(150 * days);
    await add(page, program.address, after.jpeg, { zone: 'thigh-outer', bother: 5 });
    await paintAndMeasure(after.lines);
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await press(page, 'Compare the two');
    const verdict = page.locator('[data-verdict="less-visible"]');
    await verdict.waitFor();
    expect(await verdict.textContent()).toContain('does not mean gone');
  }, 300_000);

  it('after one answer changed to “pregnant” the plan is paused and the photos are still there', async () => {
    await visit(page, program.address, '/start/questions/review', 'Look at your answers');
    await follow(page, 'Change Are you pregnant or nursing?');
    await answer(page, 'Are you pregnant or nursing?', ['Pregnant']);
    await press(page, 'These are my answers');
    await heading(page, 'Needling can wait until later').waitFor();
    await visit(page, program.address, '/', 'Today');
    await page.getByText('The plan is paused').waitFor();
    await visit(page, program.address, '/photos', 'Photos');
    expect(await page.getByRole('img').count()).toBeGreaterThanOrEqual(2);
  });

  it('in the end the server holds the same chart as the device, photos included', async () => {
    await allCopied();
    const entries = await onServer();
    const state = fold(entries);
    expect(state.answersHistory[0]?.body.ageYears).toBe(Number(healthyAdult['How old are you?']?.[0]));
    expect(state.photos).toHaveLength(2);
    for (const photo of state.photos) {
      const answered = await fetch(`${program.address}/api/records/${photo.record}/blobs/${photo.body.original.sha256}`);
      expect(answered.status).toBe(200);
      expect((await answered.arrayBuffer()).byteLength).toBe(photo.body.original.bytes);
    }
  });
});
