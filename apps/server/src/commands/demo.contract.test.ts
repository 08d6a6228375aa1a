import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendEntries, listRecords } from '../charts.ts';
import type { Command } from '../command.ts';
import { openStore, type Store } from '../opened-store.ts';
import type { Settings } from '../settings.ts';
import { bother, type Fixture, openFixture } from '../store.fixture.ts';
import { verifyStore } from '../verification.ts';
import { demo } from './demo.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { report } from './report.ts';

const folder = mkdtempSync(join(tmpdir(), 'stria-demo-'));
let fixture: Fixture;
let settings: Settings;
beforeAll(async () => {
  fixture = await openFixture();
  settings = await fixture.newSettings();
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

const run = (command: Command, words: string[], options: Record<string, string | boolean> = {}, of = settings) =>
  command.run({ positionals: words, options, settings: of, now: () => new Date('2026-06-01T10:00:00Z') });
const codes = async (result: ReturnType<typeof run>) => {
  const answer = await result;
  return answer.ok ? [] : answer.problems.map((p) => p.code);
};
async function inStore<T>(of: Settings, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(of);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

describe('the demo', () => {
  it('loads the whole invented cast with its photos into an empty store, every one marked as invented', async () => {
    const answer = await run(demo, []);
    expect(answer).toMatchObject({ ok: true, value: { people: expect.any(Array) } });
    const { records, seen } = await inStore(settings, async (store) => ({
      records: await listRecords(store),
      seen: await verifyStore(store),
    }));
    expect(records.length).toBeGreaterThanOrEqual(5);
    expect(records.filter((r) => !r.invented)).toEqual([]);
    expect(seen).toMatchObject({ whole: true, records: records.length, photosAwaited: 0 });
    expect(seen.photos).toBeGreaterThan(0);
  });

  it('is refused in a store that holds records', async () => {
    expect(await codes(run(demo, []))).toEqual(['server.store-not-empty']);
    const other = await fixture.newSettings();
    await inStore(other, async (store) => {
      await appendEntries(store, [bother('01900000-0000-7000-8000-000000000001', 1)], 'device', new Date());
    });
    expect(await codes(run(demo, [], {}, other))).toEqual(['server.store-not-empty']);
  });

  it('can be exported, taken into another store, and printed person by person', async () => {
    const all = join(folder, 'all.tar');
    expect(await run(exportCommand, [], { all: true, format: 'archive', out: all })).toMatchObject({
      ok: true,
      value: { written: all },
    });
    const other = await fixture.newSettings();
    expect(await run(importCommand, [all], {}, other)).toMatchObject({ ok: true });
    const lists = await Promise.all([settings, other].map((of) => inStore(of, listRecords)));
    const plain = (list: (typeof lists)[number] | undefined) =>
      list?.map(({ openedAt: _, ...r }) => r).sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(plain(lists[1])).toEqual(plain(lists[0]));
    expect(await codes(run(report, [all], { out: join(folder, 'x.pdf') }))).toEqual(['server.archive-not-one-record']);
    for (const { id } of lists[0] ?? []) {
      const one = join(folder, `${id}.tar`);
      expect(await codes(run(exportCommand, [], { record: id, format: 'archive', out: one }))).toEqual([]);
      const printed = join(folder, `${id}.pdf`);
      expect(await run(report, [one], { out: printed })).toMatchObject({ ok: true, value: { written: printed } });
      expect(readFileSync(printed).subarray(0, 8).toString()).toBe('%PDF-1.7');
    }
  }, 120_000);

  it('is exported only as something that exists, to a place that exists', async () => {
    const id = '01900000-0000-7000-8000-00000000ffff';
    const out = join(folder, 'y.tar');
    expect(await codes(run(exportCommand, [], { format: 'archive', out }))).toEqual(['cli.option-missing']);
    expect(await codes(run(exportCommand, [], { all: true, record: id, format: 'archive', out }))).toEqual([
      'cli.option-missing',
    ]);
    expect(await codes(run(exportCommand, [], { all: true, format: 'csv', out }))).toEqual(['cli.not-built-yet']);
    expect(await codes(run(exportCommand, [], { all: true, format: 'ics', out }))).toEqual(['cli.option-missing']);
    expect(await codes(run(exportCommand, [], { record: id, format: 'ics', out }))).toEqual(['server.record-unknown']);
    expect(await codes(run(exportCommand, [], { record: id, format: 'fhir', out }))).toEqual(['server.record-unknown']);
    expect(await codes(run(exportCommand, [], { all: true, format: 'odd', out }))).toEqual(['cli.option-invalid']);
    expect(await codes(run(exportCommand, [], { all: true, format: 'archive' }))).toEqual(['cli.option-missing']);
    expect(await codes(run(exportCommand, [], { record: 'x', format: 'archive', out }))).toEqual(['cli.option-invalid']);
    expect(await codes(run(exportCommand, [], { record: id, format: 'archive', out }))).toEqual(['server.record-unknown']);
    const nowhere = join(folder, 'none/y.tar');
    expect(await codes(run(exportCommand, [], { all: true, format: 'archive', out: nowhere }))).toEqual([
      'cli.file-unwritable',
    ]);
  });
});
