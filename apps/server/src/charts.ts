import { type Entry, type EntryKind, fold, type Problem, parseEntry, problem, readJson } from '@stria/record';
import { sql } from 'kysely';
import { type AuditEvent, appendAudit, isErased } from './audit.ts';
import { canonical } from './canonical.ts';
import { SealBroken, seal, unseal } from './cipher.ts';
import { fingerprint, type TenantKeys } from './keys.ts';
import { must, Refusal, refuse } from './refusal.ts';
import type { Change, Database } from './store/database.ts';

/**
 * The ledger: entries come in, are never edited, and go out in the order in which they came. Everything here belongs to
 * one tenant, whose keys are handed in.
 */
export interface Ledger {
  readonly db: Database;
  readonly keys: TenantKeys;
}

export type Actor = AuditEvent['actor'];

export interface Appended {
  readonly id: string;
  /** `stored` now, or `known`: it was here already with the same content. */
  readonly outcome: 'stored' | 'known';
  /** Its place in the order of its record. */
  readonly received: number;
}

/** A change that is on the disk when it returns. Everything in it happens, or nothing. */
export const inChange = <T>(db: Database, work: (change: Change) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (change) => {
    await sql`set local synchronous_commit = on`.execute(change);
    return work(change);
  });

/**
 * Appends entries, in the order given; all of them or none. Half a session would read as a session that was broken off,
 * so a sender that has one unreadable entry is told which, and nothing of that request is kept. Sending the same entries
 * again is allowed and changes nothing.
 */
export const appendEntries = (
  ledger: Ledger,
  entries: readonly Entry[],
  actor: Actor,
  now: Date,
  alongside: (change: Change) => Promise<void> = async () => undefined,
): Promise<Appended[]> =>
  inChange(ledger.db, async (change) => {
    const outcomes = new Map<string, Appended>();
    const records = [...new Set(entries.map((e) => e.record as string))].sort();
    for (const record of records) {
      const own = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.record === record);
      for (const o of await appendTo(change, ledger.keys, record, own, actor, now)) outcomes.set(o.id, o);
    }
    await alongside(change);
    return entries.map((e) => outcomes.get(e.id) as Appended);
  });

interface Placed {
  readonly entry: Entry;
  /** Where it stood in what was sent, for the problem's pointer. */
  readonly index: number;
}

async function appendTo(
  change: Change,
  keys: TenantKeys,
  record: string,
  sent: readonly Placed[],
  actor: Actor,
  now: Date,
): Promise<Appended[]> {
  const { key, received } = await lockRecord(change, keys, record, now);
  const known = await knownEntries(change, keys, sent);
  const problems: Problem[] = [];
  const outcomes = new Map<string, Appended>();
  const fresh = new Map<string, { text: string; print: Buffer; entry: Entry; received: number }>();
  for (const { entry, index } of sent) {
    const text = canonical(entry);
    const before = known.get(entry.id) ?? fresh.get(entry.id);
    if (before === undefined) {
      const place = received + fresh.size + 1;
      fresh.set(entry.id, { text, print: fingerprint(key, text), entry, received: place });
      outcomes.set(entry.id, { id: entry.id, outcome: 'stored', received: place });
    } else if (before.text !== text) {
      problems.push(differs(index));
    } else if (!outcomes.has(entry.id)) {
      outcomes.set(entry.id, { id: entry.id, outcome: 'known', received: before.received });
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  if (fresh.size > 0) await insertFresh(change, keys, record, key, received, fresh, actor, now);
  return [...outcomes.values()];
}

async function insertFresh(
  change: Change,
  keys: TenantKeys,
  record: string,
  key: Buffer,
  received: number,
  fresh: ReadonlyMap<string, { text: string; print: Buffer; entry: Entry; received: number }>,
  actor: Actor,
  now: Date,
): Promise<void> {
  const rows = [...fresh.values()].map(({ text, print, entry, received: place }) => ({
    tenant_id: keys.tenantId,
    entry_id: entry.id as string,
    record_id: record,
    received: place,
    received_at: now,
    kind: entry.kind,
    sealed: seal(key, entryContext(keys.tenantId, record, entry.id), Buffer.from(text)),
    fingerprint: print,
  }));
  // The driver takes 65535 parameters a question at most; eight of them are one row.
  for (let from = 0; from < rows.length; from += 5000) {
    await change
      .insertInto('entry')
      .values(rows.slice(from, from + 5000))
      .execute();
  }
  await change
    .updateTable('chart')
    .set({ received: received + fresh.size })
    .where('tenant_id', '=', keys.tenantId)
    .where('record_id', '=', record)
    .execute();
  const detail = { entries: rows.map((r) => [r.entry_id, r.fingerprint.toString('hex')]) };
  await appendAudit(change, keys.audit, keys.tenantId, { at: now, actor, action: 'entries.appended', record, detail });
}

const differs = (index: number): Problem =>
  problem(
    'server.entry-differs',
    `/entries/${index}`,
    'Another entry is stored under this id already. Entries are never replaced.',
    'To change what an entry says, append a correction.',
  );

const entryContext = (tenantId: string, record: string, id: string) => `stria/entry/1|${tenantId}|${record}|${id}`;

/** The record's row, made where it is new, locked until the change ends: its entries get their numbers one by one. */
export async function lockRecord(
  change: Change,
  keys: TenantKeys,
  record: string,
  now: Date,
): Promise<{ key: Buffer; received: number }> {
  const { wrapped } = keys.newWrapped('record', record);
  await change
    .insertInto('chart')
    .values({ tenant_id: keys.tenantId, record_id: record, opened_at: now, wrapped_key: wrapped, received: 0 })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await change
    .selectFrom('chart')
    .select(['wrapped_key', 'received'])
    .where('tenant_id', '=', keys.tenantId)
    .where('record_id', '=', record)
    .forUpdate()
    .executeTakeFirst();
  // Asked only now, under the lock: an erasure that was under way has come to its end.
  if (await isErased(change, keys.tenantId, record)) {
    refuse(
      'server.record-erased',
      '',
      'This record was erased here at its owner’s wish, so nothing is added to it.',
      'Keep it on the device, or begin a new record.',
    );
  }
  if (!row) throw new Error('a record that was just made is not there');
  return { key: keys.unwrap('record', record, row.wrapped_key), received: row.received };
}

/** What is stored under the ids that were sent, in today's version, whichever record holds it. */
async function knownEntries(change: Change, keys: TenantKeys, sent: readonly Placed[]) {
  const known = new Map<string, { text: string; received: number }>();
  const ids = sent.map(({ entry }) => entry.id as string);
  for (let from = 0; from < ids.length; from += 5000) {
    const rows = await change
      .selectFrom('entry')
      .innerJoin('chart', (j) =>
        j.onRef('chart.tenant_id', '=', 'entry.tenant_id').onRef('chart.record_id', '=', 'entry.record_id'),
      )
      .select(['entry.entry_id', 'entry.record_id', 'entry.received', 'entry.sealed', 'chart.wrapped_key'])
      .where('entry.tenant_id', '=', keys.tenantId)
      .where('entry.entry_id', 'in', ids.slice(from, from + 5000))
      .execute();
    for (const row of rows) {
      const key = keys.unwrap('record', row.record_id, row.wrapped_key);
      known.set(row.entry_id, { text: canonical(openEntry(keys.tenantId, key, row)), received: row.received });
    }
  }
  return known;
}

interface SealedEntry {
  readonly entry_id: string;
  readonly record_id: string;
  readonly sealed: Buffer;
}

/** A stored entry, unsealed and parsed again at the border. Throws where it was altered or cannot be read. */
export function openEntry(tenantId: string, recordKey: Buffer, row: SealedEntry): Entry {
  const text = openText(tenantId, recordKey, row);
  return must(parseEntry(must(readJson(text)), `/${row.entry_id}`));
}

/** The text that was sealed, as it was written. */
export function openText(tenantId: string, recordKey: Buffer, row: SealedEntry): string {
  try {
    return unseal(recordKey, entryContext(tenantId, row.record_id, row.entry_id), row.sealed).toString('utf8');
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    refuse(
      'server.entry-altered',
      `/${row.entry_id}`,
      'A stored entry was altered outside of stria, so it is not shown.',
      'Run `stria verify`, and restore a backup.',
    );
  }
}

/** A record's entries after a place in its order, at most `limit`; the record must exist. */
export async function entriesAfter(ledger: Ledger, record: string, after: number, limit: number) {
  const key = await recordKey(ledger, record);
  const rows = await ledger.db
    .selectFrom('entry')
    .select(['entry_id', 'record_id', 'received', 'sealed'])
    .where('tenant_id', '=', ledger.keys.tenantId)
    .where('record_id', '=', record)
    .where('received', '>', after)
    .orderBy('received')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ received: row.received, entry: openEntry(ledger.keys.tenantId, key, row) }));
}

/** A record's entries of some kinds, in their order; none where there is no such record yet. */
export async function entriesOfKinds({ db, keys }: Ledger, record: string, kinds: readonly EntryKind[]): Promise<Entry[]> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('chart', (j) =>
      j.onRef('chart.tenant_id', '=', 'entry.tenant_id').onRef('chart.record_id', '=', 'entry.record_id'),
    )
    .select(['entry.entry_id', 'entry.record_id', 'entry.sealed', 'chart.wrapped_key'])
    .where('entry.tenant_id', '=', keys.tenantId)
    .where('entry.record_id', '=', record)
    .where('entry.kind', 'in', [...kinds])
    .orderBy('entry.received')
    .execute();
  return rows.map((row) => openEntry(keys.tenantId, keys.unwrap('record', record, row.wrapped_key), row));
}

/** All entries of a record, in their order. */
export async function allEntries(ledger: Ledger, record: string): Promise<Entry[]> {
  const all: Entry[] = [];
  for (let after = 0; ; ) {
    const page = await entriesAfter(ledger, record, after, 1000);
    all.push(...page.map((p) => p.entry));
    after = page.at(-1)?.received ?? after;
    if (page.length < 1000) return all;
  }
}

async function recordKey({ db, keys }: Ledger, record: string): Promise<Buffer> {
  const row = await db
    .selectFrom('chart')
    .select('wrapped_key')
    .where('tenant_id', '=', keys.tenantId)
    .where('record_id', '=', record)
    .executeTakeFirst();
  if (!row) recordUnknown();
  return keys.unwrap('record', record, row.wrapped_key);
}

export function recordUnknown(): never {
  refuse('server.record-unknown', '/record', 'This store has no such record.', 'Check the id; GET /api/records lists them.');
}

export interface RecordLine {
  readonly id: string;
  /** What the person is called here; null where the entry that says so has not come in. */
  readonly alias: string | null;
  /** True for the invented cast of the demo. */
  readonly invented: boolean;
  readonly entries: number;
  readonly photos: number;
  readonly openedAt: string;
}

/** The records of the tenant, oldest first. Alias and `invented` are read from the entries, corrections followed. */
export async function listRecords({ db, keys }: Ledger): Promise<RecordLine[]> {
  const rows = await db
    .selectFrom('chart')
    .selectAll()
    .where('tenant_id', '=', keys.tenantId)
    .orderBy('opened_at')
    .orderBy('record_id')
    .execute();
  const telling: EntryKind[] = ['person', 'correction'];
  const entries = await db
    .selectFrom('entry')
    .select(['entry_id', 'record_id', 'sealed'])
    .where('tenant_id', '=', keys.tenantId)
    .where('kind', 'in', telling)
    .execute();
  const photos = await db
    .selectFrom('entry')
    .select(['record_id', (e) => e.fn.countAll<number>().as('n')])
    .where('tenant_id', '=', keys.tenantId)
    .where('kind', '=', 'photo')
    .groupBy('record_id')
    .execute();
  return rows.map((row) => {
    const key = keys.unwrap('record', row.record_id, row.wrapped_key);
    const own = entries.filter((e) => e.record_id === row.record_id).map((e) => openEntry(keys.tenantId, key, e));
    const opening = fold(own);
    return {
      id: row.record_id,
      alias: opening.alias ?? null,
      invented: opening.invented,
      entries: row.received,
      photos: Number(photos.find((p) => p.record_id === row.record_id)?.n ?? 0),
      openedAt: row.opened_at.toISOString(),
    };
  });
}
