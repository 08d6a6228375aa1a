import { describe, expect, it } from 'vitest';
import { heading, press, visit } from '../person.ts';
import { clean, stage, stria } from './stage.ts';

const app = stage();

interface Planned {
  readonly sessions: readonly { readonly on: string }[];
  readonly photosOn: readonly string[];
  readonly notes: readonly string[];
}
const wish = (more: object) => stria(['plan', '-'], { answers: clean, start: clean.asOf, ...more });
const planOf = (more: object): Planned => {
  const run = wish(more);
  expect(run.status, run.err).toBe(0);
  return JSON.parse(run.out) as Planned;
};
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the plan', () => {
  it('S-53 has four sessions unless the person says otherwise, and three at least by default', () => {
    expect(planOf({}).sessions.length).toBe(4);
    for (const sessions of [3, 5, 6]) expect(planOf({ sessions }).sessions.length).toBe(sessions);
    expect(wish({ sessions: 7 }).status).toBe(2);
  });

  it('S-53 on the screen, cut down to one session it says that one is unlikely to show measurable change', async () => {
    const page = await app.planned();
    await visit(page, app.address, '/start/plan', 'Your plan');
    expect(await page.locator('.dates li').count()).toBe(4 + 1);
    await press(page, 'Change the plan');
    await heading(page, 'A plan with dates').waitFor();
    expect(await page.locator('main').textContent()).not.toContain('one session is unlikely');
    await page.getByLabel('How many sessions').fill('1');
    await page.getByText('one session is unlikely to show measurable change').waitFor();
    await page.getByLabel('How many sessions').fill('7');
    await page.getByText('more than the 6').waitFor();
    expect(await page.getByRole('button', { name: 'Save this plan' }).getAttribute('aria-disabled')).toBe('true');
  });

  it('S-54 spans 84 to 180 days by default; five sessions six weeks apart take 168 days and need no note', () => {
    const usual = planOf({});
    const span = days(usual.sessions[0]?.on ?? '', usual.sessions.at(-1)?.on ?? '');
    expect(span).toBeGreaterThanOrEqual(84);
    expect(span).toBeLessThanOrEqual(180);
    const long = planOf({ sessions: 5, intervalDays: 42 });
    expect(days(long.sessions[0]?.on ?? '', long.sessions.at(-1)?.on ?? '')).toBe(168);
    expect(long.notes.filter((n) => n.includes('First to last session'))).toEqual([]);
    expect(planOf({ sessions: 6, intervalDays: 60 }).notes.join(' ')).toContain('300 days');
  });

  it('S-54 twelve sessions two weeks apart with 1.5 mm are refused, in a clinic too', () => {
    const needle = { device: 'pen', lengthMm: 1.5, usedByAnotherPerson: false };
    const refused = wish({ answers: { ...clean, setting: 'professional', needle }, sessions: 12, intervalDays: 14 });
    expect(refused.status).toBe(2);
    expect(refused.out).toBe('');
    expect(refused.err).toContain('care.sessions-too-many');
    const home = wish({ sessions: 4, intervalDays: 14 });
    expect(home.status).toBe(2);
    expect(home.err).toContain('care.interval-too-short');
  });
});
