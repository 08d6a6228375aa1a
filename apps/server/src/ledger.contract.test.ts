import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fold } from '@stria/record';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBlob, readBlob, sealedFile, sealedFiles, storeBlob, sweepLeftovers } from './blobs.ts';
import { allEntries, appendEntries, entriesAfter, listRecords } from './charts.ts';
import { eraseRecord } from './erasure.ts';
import type { Store } from './opened-store.ts';
import { problemsOf } from './refusal.ts';
import { bother, entryOf, type Fixture, jpeg, openFixture } from './store.fixture.ts';
import { verifyStore } from './verification.ts';

const now = new Date('2026-03-02T00:00:00Z');
let fixture: Fixture;
let chest: Store;
beforeAll(async () => {
  fixture = await openFixture();
  chest = await fixture.newStore();
});
afterAll(() => fixture.close());

const append = (entries: Parameters<typeof appendEntries>[1]) => appendEntries(chest, entries, 'device', now);
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => problemsOf(error)?.[0]?.code ?? String(error),
  );
async function* once(bytes: Buffer) {
  yield bytes;
}
const refOf = (bytes: Buffer) => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
  mediaType: 'image/jpeg' as const,
});
const store = (record: string, bytes: Buffer, announced = refOf(bytes)) =>
  storeBlob(chest, record, announced, once(bytes), 'device', now);

describe('the ledger', () => {
  it('gives entries back in the order in which they came in, page by page', async () => {
    const record = uuid();
    const entries = [3, 1, 2].map((score) => bother(record, score));
    expect(await append(entries)).toEqual(entries.map((e, i) => ({ id: e.id, outcome: 'stored', received: i + 1 })));
    const later = bother(record, 9);
    await append([later]);
    expect(await allEntries(chest, record)).toEqual([...entries, later]);
    const page = await entriesAfter(chest, record, 1, 2);
    expect(page).toEqual([
      { received: 2, entry: entries[1] },
      { received: 3, entry: entries[2] },
    ]);
  });

  it('takes the same entry again as known, in the same request too, and refuses another one under its id', async () => {
    const record = uuid();
    const entry = bother(record, 4);
    await append([entry, entry]);
    expect(await append([entry])).toEqual([{ id: entry.id, outcome: 'known', received: 1 }]);
    const other = { ...entry, body: { ...entry.body, score: 5 } } as typeof entry;
    expect(await codeOf(append([other]))).toBe('server.entry-differs');
    expect(await codeOf(append([{ ...entry, record: uuid() } as typeof entry]))).toBe('server.entry-differs');
    expect(await allEntries(chest, record)).toEqual([entry]);
  });

  it('takes all entries of a request or none', async () => {
    const record = uuid();
    const [first, second] = [bother(record, 1), bother(record, 2)];
    await append([first]);
    const clash = { ...first, at: '2026-03-05T00:00:00.000Z' } as typeof first;
    expect(await codeOf(append([second, clash]))).toBe('server.entry-differs');
    expect(await allEntries(chest, record)).toEqual([first]);
  });

  it('numbers entries without gaps when many senders append at once', async () => {
    const record = uuid();
    const sent = await Promise.all(Array.from({ length: 12 }, (_, i) => append([bother(record, i % 11), bother(record, 0)])));
    const places = sent.flat().map((o) => o.received);
    expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  });

  it('lists a record under the name that its person gave last, corrections followed', async () => {
    const record = uuid();
    const opening = entryOf('person', record, { alias: 'first', invented: false });
    const correction = entryOf(
      'correction',
      record,
      { corrects: opening.id, reason: 'typing', body: { alias: 'second\u0000', invented: true } },
      '2026-03-01T09:00:00.000Z',
    );
    await append([opening, correction]);
    const line = (await listRecords(chest)).find((r) => r.id === record);
    expect(line).toMatchObject({ alias: 'second\u0000', invented: true, entries: 2, photos: 0 });
    expect(fold(await allEntries(chest, record)).alias).toBe('second\u0000');
  });

  it('keeps nothing readable in the database: no name, no answer', async () => {
    const record = uuid();
    await append([entryOf('person', record, { alias: 'Readable-Name', invented: false })]);
    const { rows } = await sql<{
      line: string;
    }>`select to_jsonb(entry)::text || to_jsonb(audit)::text as line from entry, audit`.execute(chest.db);
    const hex = Buffer.from('Readable-Name').toString('hex');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((r) => r.line.includes('Readable-Name') || r.line.includes(hex))).toEqual([]);
  });
});

describe('photos', () => {
  it('come back byte for byte, are encrypted on the disk, and are known when sent again', async () => {
    const record = uuid();
    const bytes = await jpeg(1, 400);
    expect(await store(record, bytes)).toBe('stored');
    expect(await store(record, bytes)).toBe('known');
    const row = await findBlob(chest, record, refOf(bytes).sha256);
    expect((await buffer(readBlob(chest, row))).equals(bytes)).toBe(true);
    const file = readFileSync(sealedFile(chest.folder, row.tenant_id, row.blob_id));
    expect(file.includes(bytes.subarray(20, 60))).toBe(false);
  });

  it('are refused when they are not what was announced, and leave nothing behind', async () => {
    const record = uuid();
    const bytes = await jpeg(2);
    const before = await sealedFiles(chest);
    expect(await codeOf(store(record, bytes, { ...refOf(bytes), sha256: '0'.repeat(64) }))).toBe('server.blob-hash');
    expect(await codeOf(store(record, bytes, { ...refOf(bytes), bytes: 5 }))).toBe('server.blob-length');
    expect(await codeOf(store(record, bytes.subarray(0, 50), refOf(bytes)))).toBe('server.blob-length');
    expect(await sealedFiles(chest)).toEqual(before);
    expect(readdirSync(join(chest.folder, 'passing'))).toEqual([]);
    expect(await codeOf(findBlob(chest, record, '0'.repeat(64)))).toBe('server.blob-unknown');
  });

  it('are stored once when two devices send the same one at the same moment', async () => {
    const record = uuid();
    const bytes = await jpeg(3);
    const before = (await sealedFiles(chest)).length;
    const outcomes = await Promise.all([store(record, bytes), store(record, bytes), store(record, bytes)]);
    expect(outcomes.sort()).toEqual(['known', 'known', 'stored']);
    expect((await sealedFiles(chest)).length).toBe(before + 1);
  });

  it('are mended by sending them again when their file was lost', async () => {
    const record = uuid();
    const bytes = await jpeg(4);
    await store(record, bytes);
    const row = await findBlob(chest, record, refOf(bytes).sha256);
    rmSync(sealedFile(chest.folder, row.tenant_id, row.blob_id));
    expect(await codeOf(buffer(readBlob(chest, row)))).toBe('server.blob-lost');
    expect(await store(record, bytes)).toBe('stored');
    const mended = await findBlob(chest, record, refOf(bytes).sha256);
    expect((await buffer(readBlob(chest, mended))).equals(bytes)).toBe(true);
  });

  it('of another record do not open in this one, even when its row is pointed at the file', async () => {
    const [mine, other] = [uuid(), uuid()];
    await store(mine, await jpeg(5));
    await store(other, await jpeg(6));
    const row = await findBlob(chest, mine, refOf(await jpeg(5)).sha256);
    const stolen = await findBlob(chest, other, refOf(await jpeg(6)).sha256);
    expect(await codeOf(buffer(readBlob(chest, { ...row, blob_id: stolen.blob_id })))).not.toBe('accepted');
    const file = sealedFile(chest.folder, row.tenant_id, row.blob_id);
    const kept = readFileSync(file);
    writeFileSync(file, readFileSync(sealedFile(chest.folder, row.tenant_id, stolen.blob_id)));
    expect(await codeOf(buffer(readBlob(chest, row)))).toBe('server.blob-altered');
    writeFileSync(file, kept);
  });

  it('whose upload was cut off are swept away an hour later, and not before', async () => {
    const place = sealedFile(chest.folder, chest.keys.tenantId, uuid());
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, 'cut off');
    expect((await verifyStore(chest)).filesWithoutRow).toBe(1);
    const soon = new Date();
    expect(await sweepLeftovers(chest, soon)).toBe(0);
    expect(await sweepLeftovers(chest, new Date(soon.getTime() + 3_700_000))).toBe(1);
    expect((await verifyStore(chest)).filesWithoutRow).toBe(0);
  });
});

describe('erasure', () => {
  it('takes the entries, the photos and the keys, leaves a tombstone, and lets nothing back in', async () => {
    const record = uuid();
    const bytes = await jpeg(7);
    const entry = bother(record, 2);
    await append([entry]);
    await store(record, bytes);
    const row = await findBlob(chest, record, refOf(bytes).sha256);
    expect(await eraseRecord(chest, record, 'device', now)).toEqual({ entries: 1, blobs: 1 });
    expect(await eraseRecord(chest, record, 'device', now)).toEqual({ entries: 0, blobs: 0 });
    expect(await codeOf(allEntries(chest, record))).toBe('server.record-unknown');
    expect(await sealedFiles(chest)).not.toContain(row.blob_id);
    const left = await sql<{ n: string }>`select count(*) as n from chart where record_id = ${record}`.execute(chest.db);
    expect(Number(left.rows[0]?.n)).toBe(0);
    expect(await codeOf(append([entry]))).toBe('server.record-erased');
    expect(await codeOf(store(record, bytes))).toBe('server.record-erased');
    expect(await codeOf(eraseRecord(chest, uuid(), 'device', now))).toBe('server.record-unknown');
    expect((await verifyStore(chest)).whole).toBe(true);
  });
});
