import type { PersonId } from '@stria/record';
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** One entry as it lies in the store: what orders it in clear, the entry itself sealed. */
export interface StoredEntry {
  readonly id: string;
  readonly record: PersonId;
  readonly at: string;
  readonly sealed: string;
}

export interface StoredBlob {
  readonly sha256: string;
  readonly record: PersonId;
  readonly mediaType: string;
  readonly sealed: ArrayBuffer;
}

/** Something that a server has not acknowledged yet, in the order in which it was made. */
export interface OutboxItem {
  readonly seq: number;
  readonly record: PersonId;
  readonly what: 'entry' | 'blob';
  /** The entry's id or the blob's sha256. */
  readonly key: string;
}

interface KeepSchema extends DBSchema {
  entries: { key: string; value: StoredEntry; indexes: { 'by-record': string } };
  blobs: { key: string; value: StoredBlob };
  outbox: { key: number; value: OutboxItem | Omit<OutboxItem, 'seq'> };
  settings: { key: string; value: unknown };
}

export type Database = IDBPDatabase<KeepSchema>;

/** `strict`: the write is on the disk before the promise resolves, so the screen may move on. */
const STRICT = { durability: 'strict' } as const;
const NAME = 'stria';

export function openDatabase(onBlocked: () => void): Promise<Database> {
  return openDB<KeepSchema>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('by-record', 'record');
      db.createObjectStore('blobs', { keyPath: 'sha256' });
      db.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true });
      db.createObjectStore('settings');
    },
    blocked: onBlocked,
    blocking(_from, _to, event) {
      // A newer stria in another tab wants in: let go, the next action here says to reload.
      (event.target as IDBDatabase).close();
    },
  });
}

/** Entries of one act are written together or not at all; `send` also puts them into the outbox. */
export async function putEntries(db: Database, rows: readonly StoredEntry[], send: boolean): Promise<void> {
  const tx = db.transaction(['entries', 'outbox'], 'readwrite', STRICT);
  const writes = rows.flatMap((row): Promise<unknown>[] => [
    tx.objectStore('entries').put(row),
    ...(send ? [tx.objectStore('outbox').add({ record: row.record, what: 'entry', key: row.id })] : []),
  ]);
  // All of them are waited for, so that the first refusal (a full disk) is the one that is told.
  await Promise.all([...writes, tx.done]);
}

/** Writes one entry where the store still holds as many as were read; false, and nothing written, where another tab has written since. */
export async function putEntryIfCount(db: Database, row: StoredEntry, count: number): Promise<boolean> {
  const tx = db.transaction(['entries', 'outbox'], 'readwrite', STRICT);
  const same = (await tx.objectStore('entries').count()) === count;
  const writes: Promise<unknown>[] = same
    ? [tx.objectStore('entries').put(row), tx.objectStore('outbox').add({ record: row.record, what: 'entry', key: row.id })]
    : [];
  await Promise.all([...writes, tx.done]);
  return same;
}

export async function putBlob(db: Database, row: StoredBlob, send: boolean): Promise<void> {
  const tx = db.transaction(['blobs', 'outbox'], 'readwrite', STRICT);
  const known = await tx.objectStore('blobs').getKey(row.sha256);
  const writes: Promise<unknown>[] =
    known === undefined
      ? [
          tx.objectStore('blobs').put(row),
          ...(send ? [tx.objectStore('outbox').add({ record: row.record, what: 'blob', key: row.sha256 })] : []),
        ]
      : [];
  await Promise.all([...writes, tx.done]);
}

export const allEntries = (db: Database): Promise<StoredEntry[]> => db.getAll('entries');
export const getEntry = (db: Database, id: string): Promise<StoredEntry | undefined> => db.get('entries', id);
export const getBlob = (db: Database, sha256: string): Promise<StoredBlob | undefined> => db.get('blobs', sha256);
export const countBlobs = (db: Database): Promise<number> => db.count('blobs');

export async function outboxItems(db: Database): Promise<OutboxItem[]> {
  return (await db.getAll('outbox')) as OutboxItem[];
}

export async function removeFromOutbox(db: Database, seqs: readonly number[]): Promise<void> {
  const tx = db.transaction('outbox', 'readwrite', STRICT);
  await Promise.all([...seqs.map((seq) => tx.store.delete(seq)), tx.done]);
}

export const getSetting = (db: Database, key: string): Promise<unknown> => db.get('settings', key);

export async function putSetting(db: Database, key: string, value: unknown): Promise<void> {
  const tx = db.transaction('settings', 'readwrite', STRICT);
  await Promise.all([value === undefined ? tx.store.delete(key) : tx.store.put(value, key), tx.done]);
}

/** Everything of this device: entries, photos, outbox, settings. */
export async function eraseAll(db: Database): Promise<void> {
  const stores = ['entries', 'blobs', 'outbox', 'settings'] as const;
  const tx = db.transaction(stores, 'readwrite', STRICT);
  await Promise.all([...stores.map((name) => tx.objectStore(name).clear()), tx.done]);
}
