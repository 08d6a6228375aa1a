import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { check, countSchema, quote, readJson, sha256Schema } from '@stria/record';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import * as z from 'zod/mini';
import { sealedFile } from './blobs.ts';
import { SealBroken, sealStream, unsealStream } from './cipher.ts';
import { derivedKey } from './keys.ts';
import { keyName, type Store } from './opened-store.ts';
import { must, refuse } from './refusal.ts';
import { connectionOf } from './store/database.ts';
import { migrations } from './store/migrations.ts';

/**
 * A backup: a folder with every table as sealed lines, every photo's file as it lies in the store (sealed), and a manifest
 * with lengths and hashes. It opens with the key file of the store and with nothing else, so that file is kept elsewhere.
 */
export const tables = ['tenant', 'chart', 'entry', 'blob', 'audit'] as const;
export type Table = (typeof tables)[number];

/** What each table is read in the order of, so that two backups of the same store hold the same lines. */
const orderOf: Record<Table, string> = {
  tenant: 'tenant_id',
  chart: 'tenant_id, record_id',
  entry: 'tenant_id, record_id, received',
  blob: 'tenant_id, blob_id',
  audit: 'tenant_id, seq',
};

const fileSchema = z.strictObject({ bytes: countSchema, sha256: sha256Schema });
const tableSchema = z.strictObject({ rows: countSchema, ...fileSchema.shape });
const blobSchema = z.strictObject({ tenant: z.string(), blob: z.string(), ...fileSchema.shape });
const contentSchema = z.strictObject({
  format: z.literal('stria-backup'),
  version: z.literal(1),
  id: z.string(),
  madeAt: z.string(),
  /** Which key opens it; tells two keys apart and nothing about either. */
  key: z.string(),
  migrations: z.array(z.string()),
  tables: z.strictObject({
    tenant: tableSchema,
    chart: tableSchema,
    entry: tableSchema,
    blob: tableSchema,
    audit: tableSchema,
  }),
  blobs: z.array(blobSchema),
  /** Photos whose file the store had lost already. */
  lost: z.array(z.string()),
});
const manifestSchema = z.strictObject({ content: contentSchema, mac: sha256Schema });
export type BackupContent = z.infer<typeof contentSchema>;

const MANIFEST = 'manifest.json';
const macOf = (master: Buffer, content: BackupContent): string =>
  createHmac('sha256', derivedKey(master, 'backup manifest')).update(JSON.stringify(content)).digest('hex');
const tableKey = (master: Buffer): Buffer => derivedKey(master, 'backup tables');
const contextOf = (id: string, table: Table): string => `stria/backup/1|${id}|${table}`;

/** Writes the backup under a passing name beside its place. `settleBackup` gives it its name once it is proven. */
export async function writeBackup(
  store: Store,
  target: string,
  now: Date,
): Promise<{ folder: string; content: BackupContent }> {
  await refuseOccupied(target);
  const folder = `${resolve(target)}.${process.pid}.part`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const id = uuid();
    const written: Partial<BackupContent['tables']> = {};
    const rows = await inSnapshot(store, async (client) => {
      for (const table of tables) written[table] = await writeTable(store, client, folder, id, table);
      return (await client.query<{ tenant_id: string; blob_id: string }>('select tenant_id, blob_id from blob order by 1, 2'))
        .rows;
    });
    const content: BackupContent = {
      format: 'stria-backup',
      version: 1,
      id,
      madeAt: now.toISOString(),
      key: keyName(store.master),
      migrations: migrations.map((m) => m.name),
      tables: written as BackupContent['tables'],
      ...(await copyBlobs(store.folder, join(folder, 'blobs'), rows)),
    };
    const manifest = `${JSON.stringify({ content, mac: macOf(store.master, content) }, null, 1)}\n`;
    await writeFile(join(folder, MANIFEST), manifest, { mode: 0o600, flush: true });
    return { folder, content };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function refuseOccupied(target: string): Promise<void> {
  const found = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    refuse('cli.folder-unreadable', '', `${quote(target)} is not a folder that can be read (${error.code}).`, 'Name another.');
  });
  if (found.length > 0) refuse('server.folder-not-empty', '', `${quote(target)} is not empty.`, 'Name a new folder.');
}

/** Gives a proven backup its name; its files are on the disk by then. */
export async function settleBackup(folder: string, target: string): Promise<void> {
  await rename(folder, resolve(target));
  const parent = await open(dirname(resolve(target)), 'r');
  await parent.sync();
  await parent.close();
}

/** One transaction that sees the store as it is at one moment, whatever comes in meanwhile. */
async function inSnapshot<T>(store: Store, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOf({ ...store.reach, patienceMs: 0 }));
  await client.connect();
  try {
    await client.query('start transaction isolation level repeatable read, read only');
    const result = await work(client);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

async function writeTable(store: Store, client: pg.Client, folder: string, id: string, table: Table) {
  let rows = 0;
  const lines = async function* () {
    await client.query(
      `declare rows no scroll cursor for select to_jsonb(t)::text as line from ${table} t order by ${orderOf[table]}`,
    );
    for (;;) {
      const page = (await client.query<{ line: string }>('fetch 500 from rows')).rows;
      rows += page.length;
      if (page.length === 0) break;
      yield Buffer.from(page.map((r) => `${r.line}\n`).join(''));
    }
    await client.query('close rows');
  };
  const file = await writeHashed(
    join(folder, `${table}.sealed`),
    sealStream(tableKey(store.master), contextOf(id, table), lines()),
  );
  return { rows, ...file };
}

async function copyBlobs(from: string, to: string, rows: readonly { tenant_id: string; blob_id: string }[]) {
  const blobs: BackupContent['blobs'] = [];
  const lost: string[] = [];
  for (const { tenant_id, blob_id } of rows) {
    const source = sealedFile(from, tenant_id, blob_id);
    if (await stat(source).catch(() => undefined)) {
      const target = sealedFile(to, tenant_id, blob_id);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      blobs.push({ tenant: tenant_id, blob: blob_id, ...(await writeHashed(target, createReadStream(source))) });
    } else lost.push(blob_id);
  }
  return { blobs, lost };
}

async function writeHashed(path: string, source: AsyncIterable<Uint8Array>): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* () {
    for await (const part of source) {
      hash.update(part);
      bytes += part.length;
      yield part;
    }
  };
  await pipeline(Readable.from(counted()), createWriteStream(path, { mode: 0o600, flags: 'wx', flush: true }));
  return { bytes, sha256: hash.digest('hex') };
}

/** The manifest of a backup, proven to be the one that was written with this key. */
export async function readBackup(folder: string, master: Buffer): Promise<BackupContent> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) =>
    refuse('server.backup-missing', '', `There is no backup of stria in ${quote(folder)} (${error.code}).`, 'Check the path.'),
  );
  const manifest = must(check(manifestSchema, must(readJson(text)), '/manifest'));
  if (manifest.content.key !== keyName(master)) {
    refuse(
      'server.backup-key-wrong',
      '',
      'This backup was made with another key file, so it cannot be opened with the one that is here.',
      'Name the key file of the store that was backed up in STRIA_KEY_FILE.',
    );
  }
  if (!timingSafeEqual(Buffer.from(macOf(master, manifest.content)), Buffer.from(manifest.mac))) altered(MANIFEST);
  const unknown = manifest.content.migrations.find((name) => !migrations.some((m) => m.name === name));
  if (unknown !== undefined) {
    refuse('server.database-newer', '', `A newer release of stria made this backup (${unknown}).`, 'Update stria first.');
  }
  return manifest.content;
}

/** Puts the rows of a backup into tables that are empty. Runs inside the caller's transaction. */
export async function loadTables(query: Query, folder: string, content: BackupContent, master: Buffer): Promise<void> {
  for (const table of tables) {
    const wanted = content.tables[table];
    const source = hashed(join(folder, `${table}.sealed`), wanted);
    let rows = 0;
    try {
      for await (const lines of pages(unsealStream(tableKey(master), contextOf(content.id, table), source))) {
        rows += lines.length;
        await query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
          `[${lines.join(',')}]`,
        ]);
      }
    } catch (error) {
      if (error instanceof SealBroken) altered(`${table}.sealed`);
      throw error;
    }
    if (rows !== wanted.rows) altered(`${table}.sealed`);
  }
}

export type Query = (text: string, parameters: unknown[]) => Promise<unknown>;

/** Copies the photos' files of a backup into a store's folder; returns where they lie now. */
export async function loadBlobs(from: string, to: string, content: BackupContent, placed: string[]): Promise<void> {
  for (const { tenant, blob, bytes, sha256 } of content.blobs) {
    const target = sealedFile(to, tenant, blob);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    placed.push(target);
    await writeHashed(target, hashed(sealedFile(join(from, 'blobs'), tenant, blob), { bytes, sha256 }));
  }
}

/** The bytes of a file of the backup; a refusal at its end where they are not the ones that were written. */
async function* hashed(path: string, wanted: { bytes: number; sha256: string }): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  try {
    for await (const part of createReadStream(path)) {
      hash.update(part as Buffer);
      yield part as Buffer;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') altered(path.slice(dirname(path).length + 1));
    throw error;
  }
  if (hash.digest('hex') !== wanted.sha256) altered(path.slice(dirname(path).length + 1));
}

async function* pages(source: AsyncIterable<Buffer>): AsyncGenerator<string[]> {
  let rest = '';
  const decoder = new TextDecoder();
  for await (const part of source) {
    rest += decoder.decode(part, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    if (lines.length > 0) yield lines;
  }
}

function altered(name: string): never {
  refuse(
    'server.backup-altered',
    '',
    `A file of the backup is missing or not the one that was written: ${quote(name)}.`,
    'Take another copy of the backup. Nothing was changed here.',
  );
}
