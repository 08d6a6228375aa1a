import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Body, ENTRY_VERSION, type Entry, type EntryKind, parseEntry } from '@stria/record';
import pg from 'pg';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import { openStore, type Store } from './opened-store.ts';
import { must } from './refusal.ts';
import { readSettings, type Settings } from './settings.ts';
import { DATABASE, joinPostgres } from './store/postgres.ts';

/** An embedded database of its own for a file of tests, with as many stores in it as they need, all under one key. */
export interface Fixture {
  readonly folder: string;
  /** Settings of a new, empty store: its own database, data folder and photos. */
  newSettings(): Promise<Settings>;
  /** A new store, open until the fixture is closed. `patienceMs`: see Reach. */
  newStore(patienceMs?: number): Promise<Store>;
  close(): Promise<void>;
}

export async function openFixture(): Promise<Fixture> {
  const folder = mkdtempSync(join(tmpdir(), 'stria-store-'));
  const postgres = await joinPostgres(join(folder, 'postgres'));
  const address = (database: string) =>
    `postgresql:///${database}?host=${encodeURIComponent(postgres.socketFolder)}&user=${DATABASE}`;
  const open: Store[] = [];
  let count = 0;
  const newSettings = async () => {
    const name = `store_${++count}`;
    const admin = new pg.Client(address(DATABASE));
    await admin.connect();
    await admin.query(`create database ${name}`);
    await admin.end();
    const environment = {
      STRIA_DATABASE_URL: address(name),
      STRIA_DATA: join(folder, name),
      STRIA_KEY_FILE: join(folder, 'key'),
    };
    return must(readSettings(environment));
  };
  return {
    folder,
    newSettings,
    newStore: async (patienceMs = 0) => {
      const store = await openStore(await newSettings(), patienceMs);
      open.push(store);
      return store;
    },
    close: async () => {
      for (const store of open) await store.close();
      await postgres.leave();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An entry that the border lets in. */
export const entryOf = <K extends EntryKind>(kind: K, record: string, body: Body<K>, at = '2026-03-01T08:00:00.000Z'): Entry =>
  must(parseEntry({ v: ENTRY_VERSION, id: uuid(), record, at, offsetMinutes: 60, by: { role: 'person' }, kind, body }));

export const bother = (record: string, score: number): Entry => entryOf('bother', record, { score, on: '2026-03-01' as never });

/** A small JPEG without metadata; another number, another picture. */
export async function jpeg(n: number, side = 64): Promise<Buffer> {
  const pixels = Buffer.from(Uint8Array.from({ length: side * side * 3 }, (_, i) => (i * (n + 3)) & 255));
  return sharp(pixels, { raw: { width: side, height: side, channels: 3 } })
    .jpeg()
    .toBuffer();
}
