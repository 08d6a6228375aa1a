import pg from 'pg';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allEntries, appendEntries } from '../charts.ts';
import { openStore, type Store } from '../opened-store.ts';
import { DatabaseAway, problemsOf } from '../refusal.ts';
import { bother, type Fixture, openFixture } from '../store.fixture.ts';
import { connectionOf, openDatabase } from './database.ts';
import { migrate } from './migrations.ts';

const now = new Date('2026-03-02T00:00:00Z');
let fixture: Fixture;
let store: Store;
let other: pg.Client;
beforeAll(async () => {
  fixture = await openFixture();
  store = await fixture.newStore(400);
  other = new pg.Client(connectionOf({ ...store.reach, patienceMs: 0 }));
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await fixture.close();
});

describe('the connection to the database', () => {
  it('is thrown away when a question got no answer, so that nothing half-done is left on it', async () => {
    const record = uuid();
    const first = bother(record, 1);
    await appendEntries(store, [first], 'device', now);
    await other.query('begin');
    await other.query('select * from tenant for update');
    const late = bother(record, 2);
    await expect(appendEntries(store, [late], 'device', now)).rejects.toBeInstanceOf(DatabaseAway);
    await other.query('rollback');
    const next = bother(record, 3);
    await appendEntries(store, [next], 'device', now);
    expect(await allEntries(store, record)).toEqual([first, next]);
    const idle = await other.query(
      "select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'",
    );
    expect(idle.rowCount).toBe(0);
    await appendEntries(store, [late], 'device', now);
    expect(await allEntries(store, record)).toEqual([first, next, late]);
  });

  it('to a server that is not there is told as such', async () => {
    const reach = { at: { url: 'postgresql://stria@localhost:1/none' }, patienceMs: 1000 };
    await expect(openDatabase(reach)).rejects.toBeInstanceOf(DatabaseAway);
  });

  it('that does not let us in is told without repeating its address', async () => {
    const own = 'url' in store.reach.at ? store.reach.at.url : '';
    for (const url of [own.replace(/\/store_\d+/, '/none'), own.replace(/user=\w+/, 'user=nobody')]) {
      const problems = await openDatabase({ at: { url }, patienceMs: 1000 }).catch((error: unknown) => problemsOf(error));
      expect(problems, url).toMatchObject([{ code: 'server.database-refused' }]);
      expect(JSON.stringify(problems)).not.toContain(url);
    }
  });
});

describe('the migrations', () => {
  it('are made once, whoever comes first', async () => {
    expect(await migrate(other)).toEqual([]);
    const settings = await fixture.newSettings();
    const stores = await Promise.all([1, 2, 3].map(() => openStore(settings)));
    const tenants = await stores[0]?.db.selectFrom('tenant').select('tenant_id').execute();
    expect(tenants).toHaveLength(1);
    expect(new Set(stores.map((s) => s.keys.tenantId)).size).toBe(1);
    for (const s of stores) await s.close();
  });

  it('leave a store that a newer release has changed alone', async () => {
    const settings = await fixture.newSettings();
    const made = await openStore(settings);
    const client = new pg.Client(connectionOf({ ...made.reach, patienceMs: 0 }));
    await client.connect();
    await client.query("insert into migration (name, made_at) values ('9999-future', now())");
    await client.end();
    await made.close();
    const opened = await openStore(settings).catch((error: unknown) => problemsOf(error)?.[0]?.code);
    expect(opened).toBe('server.database-newer');
  });
});
