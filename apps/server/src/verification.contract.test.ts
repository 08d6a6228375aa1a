import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBlob, sealedFile, storeBlob } from './blobs.ts';
import { appendEntries } from './charts.ts';
import type { Store } from './opened-store.ts';
import { bother, type Fixture, jpeg, openFixture } from './store.fixture.ts';
import { verifyStore } from './verification.ts';

const now = new Date('2026-03-02T00:00:00Z');
const record = uuid();
let fixture: Fixture;
let store: Store;
let ids: string[];
let photo: string;

beforeAll(async () => {
  fixture = await openFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  store = await fixture.newStore();
  const entries = Array.from({ length: 5 }, (_, i) => bother(record, i));
  ids = entries.map((e) => e.id);
  for (const entry of entries) await appendEntries(store, [entry], 'device', now);
  const bytes = await jpeg(1);
  photo = createHash('sha256').update(bytes).digest('hex');
  const announced = { sha256: photo, bytes: bytes.length, mediaType: 'image/jpeg' as const };
  const once = async function* () {
    yield bytes;
  };
  await storeBlob(store, record, announced, once(), 'device', now);
});

const tamper = (text: string) => sql.raw(text).execute(store.db);
const broken = async () => (await verifyStore(store)).broken;

describe('verify', () => {
  it('finds nothing broken in a store that nobody touched', async () => {
    expect(await verifyStore(store)).toEqual({
      whole: true,
      records: 1,
      entries: 5,
      photos: 1,
      photoBytes: (await jpeg(1)).length,
      auditRows: 6,
      photosAwaited: 0,
      filesWithoutRow: 0,
      broken: [],
      brokenCount: 0,
    });
  });

  it.each([
    ['a row that was edited', "update audit set actor = 'command' where seq = 3", '3', 'Row 3 of the audit was altered.'],
    [
      'a time that was moved',
      "update audit set at = at + interval '1 day' where seq = 2",
      '2',
      'Row 2 of the audit was altered.',
    ],
    ['a row that was taken out', 'delete from audit where seq = 4', '4', 'Row 4 of the audit is missing.'],
    ['the first row taken out', 'delete from audit where seq = 1', '1', 'Row 1 of the audit is missing.'],
    ['a tail that was cut off', 'delete from audit where seq > 4', '5', 'Row 5 of the audit is missing: its tail was cut off.'],
    [
      'two rows that changed places',
      'update audit set seq = case seq when 2 then 103 else 102 end where seq in (2, 3); update audit set seq = seq - 100 where seq > 100',
      '2',
      'Row 2 of the audit was altered.',
    ],
    [
      'a tail that was cut off and a head that was set back with it',
      'delete from audit where seq > 4; update tenant set audit_seq = 4, audit_mac = (select mac from audit where seq = 4)',
      '4',
      'The head of the audit was altered.',
    ],
  ])('names %s', async (_what, statement, id, says) => {
    await tamper(statement);
    expect((await broken())[0]).toEqual({ what: 'audit', id, says });
  });

  it('names a row that was swapped for one of another past, sealed by the same hand', async () => {
    const state = await store.db.selectFrom('tenant').selectAll().executeTakeFirstOrThrow();
    const live = async () => {
      for (const score of [7, 8]) await appendEntries(store, [bother(record, score)], 'device', now);
      return store.db.selectFrom('audit').selectAll().where('seq', '=', 7).executeTakeFirstOrThrow();
    };
    const other = await live();
    await tamper('delete from audit where seq > 6; delete from entry where received > 5; update chart set received = 5');
    await store.db.updateTable('tenant').set(state).execute();
    await live();
    expect(await broken()).toEqual([]);
    await store.db.updateTable('audit').set(other).where('seq', '=', 7).execute();
    expect((await broken())[0]).toEqual({ what: 'audit', id: '8', says: 'Row 8 of the audit was altered.' });
  });

  it('names an entry that was deleted, one that was altered, and one that was put in by hand', async () => {
    await tamper(
      `delete from entry where entry_id = '${ids[4]}'; update entry set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1) where entry_id = '${ids[1]}'`,
    );
    await tamper(
      `insert into entry select tenant_id, '${uuid()}', record_id, 9, received_at, kind, sealed, fingerprint from entry where entry_id = '${ids[0]}'`,
    );
    const found = await broken();
    expect(found.map((b) => b.what).sort()).toEqual(['entry', 'entry', 'entry', 'record']);
    expect(found).toContainEqual({ what: 'entry', id: ids[4], says: 'It came in and is not here any more.' });
    expect(found.find((b) => b.id === ids[1])?.says).toMatch(/altered outside of stria/);
    expect(found.find((b) => b.what === 'record')?.says).toBe('Its entry number 5 is missing.');
  });

  it('names a photo whose file was altered, cut or lost, and a key that was altered', async () => {
    const row = await findBlob(store, record, photo);
    const file = sealedFile(store.folder, row.tenant_id, row.blob_id);
    const bytes = readFileSync(file);
    const flipped = Buffer.from(bytes);
    flipped[100] = (flipped[100] as number) ^ 1;
    writeFileSync(file, flipped);
    expect(await broken()).toMatchObject([{ what: 'photo', id: row.blob_id }]);
    writeFileSync(file, bytes);
    truncateSync(file, bytes.length - 1);
    expect(await broken()).toMatchObject([{ what: 'photo', id: row.blob_id }]);
    writeFileSync(file, bytes);
    expect(await broken()).toEqual([]);
    await tamper('update blob set wrapped_key = set_byte(wrapped_key, 15, get_byte(wrapped_key, 15) # 1)');
    expect(await broken()).toMatchObject([{ what: 'photo', id: row.blob_id }]);
    await tamper('update chart set wrapped_key = set_byte(wrapped_key, 15, get_byte(wrapped_key, 15) # 1)');
    expect((await broken()).map((b) => b.what)).toContain('record');
  });
});
