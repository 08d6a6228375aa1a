import { describe, expect, it } from 'vitest';
import { look } from '../look.ts';
import { keptOnDevice, visit } from '../person.ts';
import { program, stage } from './stage.ts';

const on = stage();
const running = program();

/** What the table has to hold at least, and whether it may be done at home and in a clinic. */
const asked: readonly [id: string, home: boolean, clinic: boolean][] = [
  ['oil', true, false],
  ['cream', true, true],
  ['moisturiser', true, true],
  ['home-roller', true, false],
  ['professional-microneedling', false, true],
  ['serum-assisted', false, true],
  ['watch-only', true, true],
];
const columns = ['mechanism', 'evidence', 'place', 'downtime', 'pain', 'cost', 'who', 'mind'];
const desktop = { width: 1280, height: 900 };

describe('the methods', () => {
  it('S-07 are listed by the program, with where each may be done', async () => {
    const answer = await fetch(`${running.address}/api/methods`);
    expect(answer.status).toBe(200);
    const { methods } = (await answer.json()) as {
      methods: { id: string; home: boolean; clinic: boolean; evidence: string; sources: string[] }[];
    };
    for (const [id, home, clinic] of asked) {
      const row = methods.find((m) => m.id === id);
      expect([row?.home, row?.clinic], id).toEqual([home, clinic]);
      expect(row?.evidence.length, id).toBeGreaterThan(20);
      expect(row?.sources.length, id).toBeGreaterThan(0);
    }
  });

  it.each(['phone', 'desktop'] as const)('S-07 are shown on a %s, with where each may be done', async (size) => {
    const page = await on.visitor(size === 'desktop' ? { viewport: desktop } : {});
    await visit(page, on.address, '/learn/methods', 'What people do');
    for (const [id, home, clinic] of asked) {
      const words = home && clinic ? 'at home or in a clinic' : home ? 'at home' : 'not at home';
      expect(await page.locator(`[data-method="${id}"]`).getByText(words, { exact: true }).count(), id).toBe(1);
    }
    expect(await look(page)).toEqual([]);
  });

  it('S-48 stand side by side without a network, and each cell has a source or says that it is unknown', async () => {
    const page = await on.visitor({ viewport: desktop });
    await page.goto(`${on.address}/`);
    await keptOnDevice(page);
    await page.context().setOffline(true);
    await page.reload();
    await visit(page, on.address, '/learn/methods', 'What people do');
    const wanted = [
      'home-roller',
      'professional-microneedling',
      'laser',
      'radiofrequency',
      'peel',
      'cream',
      'retinoid-cream',
      'nothing',
    ];
    for (const id of wanted) expect(await page.locator(`tr[data-method="${id}"]`).count(), id).toBe(1);
    expect(await page.getByRole('columnheader').count()).toBe(columns.length + 1);
    for (const row of await page.locator('tr[data-method]').all()) {
      const id = await row.getAttribute('data-method');
      for (const column of columns) {
        const cell = row.locator(`[data-column="${column}"]`);
        const text = (await cell.textContent()) ?? '';
        const sourced = (await cell.locator('.sources').count()) === 1;
        expect(sourced !== /^Unknown/.test(text) && text.length > 4, `${id} ${column}: ${text}`).toBe(true);
      }
    }
    const cell = page.locator('tr[data-method="radiofrequency"] [data-column="mind"]');
    await cell.getByText('Why?').click();
    await cell.getByRole('link', { name: 'Read more' }).first().waitFor();
  });

  it('S-48 the row of needles with radiofrequency says not at home, with the date of the FDA', async () => {
    const page = await on.visitor({ viewport: desktop });
    await visit(page, on.address, '/learn/methods', 'What people do');
    const place = page.locator('tr[data-method="radiofrequency"] [data-column="place"]');
    expect(await place.textContent()).toMatch(/^Not at home.*FDA.*15 October 2025/);
  });
});
