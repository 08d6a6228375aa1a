import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { visit } from '../person.ts';
import { pdfLines } from './pdf-text.ts';
import { program, stage, stria } from './stage.ts';

const app = stage();
const running = program();

/** A chart whose two later photos show no contrast at all any more: the best that could ever be measured. */
async function wholeImprovement(): Promise<string> {
  const record = randomUUID();
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  const entry = (day: string, kind: string, body: unknown, id = randomUUID()) => ({
    v: 2,
    id,
    record,
    at: `${day}T10:00:00.000Z`,
    offsetMinutes: 60,
    by: { role: 'person' },
    kind,
    body,
  });
  const on = ['2026-01-05', '2026-06-01', '2026-06-08'];
  const photos = on.map((takenOn, i) =>
    entry(
      takenOn,
      'photo',
      {
        original: { sha256: String(i).repeat(64), bytes: 10, mediaType: 'image/jpeg' },
        widthPx: 100,
        heightPx: 100,
        orientation: 1,
        colourSpace: 'srgb',
        takenOn,
        zone: 'hip',
        purpose: i === 0 ? 'baseline' : 'follow-up',
      },
      ids[i],
    ),
  );
  const gone = { value: 0, sd: 0.2 };
  const comparison = {
    method: 'test',
    comparable: true,
    problems: [],
    registration: null,
    change: {
      contrastDeltaE00: {
        baseline: { value: 6, sd: 0.2 },
        followup: gone,
        delta: { value: -6, sd: 0.3 },
        smallestRealChange: 0.8,
      },
      widthMm: null,
      areaMm2: null,
      textureRatio: null,
    },
    verdict: 'less-visible',
  };
  const pairs = [1, 2].map((i) =>
    entry(on[i] ?? '', 'measurement', { of: 'pair', baseline: ids[0], followup: ids[i], comparison }),
  );
  const opened = entry('2026-01-05', 'person', { alias: 'Invented person', invented: true });
  const answer = await fetch(`${running.address}/api/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: running.address },
    body: JSON.stringify({ entries: [opened, ...photos, ...pairs] }),
  });
  expect(answer.status).toBe(200);
  return record;
}

describe('the report', () => {
  it('S-25 of marks whose contrast has fallen by all of it still says that this does not mean gone', async () => {
    const record = await wholeImprovement();
    const page = await app.visitor({ at: new Date('2026-06-10T18:00:00+02:00') });
    await visit(page, running.address, '/settings', 'Settings');
    await page.getByLabel(/Invented person/).check();
    await page.getByText('Chart: Invented person').or(page.locator('.masthead-chart')).first().waitFor();
    await visit(page, running.address, '/report', 'Report');
    const paper = (await page.locator('.paper').textContent()) ?? '';
    expect(paper).toMatch(/the marks stand out less than before/i);
    expect(paper).toMatch(/less visible does not mean gone/i);
    expect(paper).toContain('Nothing in this report promises a result');
    expect(paper).not.toMatch(/\b(removed|cured|healed)\b/i);
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    const folder = mkdtempSync(join(tmpdir(), 'stria-report-'));
    try {
      const archive = join(folder, 'chart.tar');
      const out = join(folder, 'report.pdf');
      const exported = stria(
        ['export', '--record', record, '--format', 'archive', '--out', archive],
        undefined,
        running.environment,
      );
      expect(exported.status, exported.err).toBe(0);
      const printed = stria(['report', archive, '--out', out]);
      expect(printed.status, printed.err).toBe(0);
      const lines = pdfLines(readFileSync(out)).join(' ');
      expect(lines).toMatch(/the marks stand out less than before/i);
      expect(lines).toContain('Less visible does not mean gone.');
      expect(lines).toContain('They do not disappear');
      expect(lines).toContain('That does not mean gone.');
      expect(lines).toContain('Nothing in this report promises a result');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
