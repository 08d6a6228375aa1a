import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BlobRef } from '@stria/record';
import { v7 as uuid } from 'uuid';
import { appendAudit } from './audit.ts';
import { type Actor, inChange, type Ledger, lockRecord } from './charts.ts';
import { SealBroken, sealStream, unsealStream } from './cipher.ts';
import { pidRuns } from './holder.ts';
import { DatabaseAway, refuse } from './refusal.ts';
import type { Change, Tables } from './store/database.ts';

/**
 * Photos and masks as sealed files in a folder, each under its own key. A blob is acknowledged only when its file is whole,
 * named and on the disk, and its row is committed after that; whatever stops it in between leaves no row, and no row means
 * no photo.
 */
export interface Blobs extends Ledger {
  readonly folder: string;
}

/** Today's only variant: the photo as it was taken, without metadata. Previews would be others. */
const ORIGINAL = 'original';

type Row = Tables['blob'];

const contextOf = (row: Pick<Row, 'tenant_id' | 'record_id' | 'blob_id' | 'variant'>) =>
  `stria/blob/1|${row.tenant_id}|${row.record_id}|${row.blob_id}|${row.variant}`;

export const sealedFile = (folder: string, tenantId: string, blobId: string): string =>
  join(folder, tenantId, blobId.slice(-2), `${blobId}.sealed`);

export interface Staged {
  readonly row: Row;
  /** Names the file and makes the name durable; the row may be written after that. */
  place(): Promise<void>;
  /** Takes the file away again, placed or not. */
  discard(): Promise<void>;
}

/**
 * Writes a sealed file under a passing name, on the disk when it returns, without a row yet. Refuses bytes that are not the
 * announced ones. The bytes come as a stream and are never held whole here.
 */
export async function stageBlob(
  blobs: Blobs,
  record: string,
  announced: BlobRef,
  source: AsyncIterable<Uint8Array>,
  now: Date,
): Promise<Staged> {
  const blobId = uuid();
  const { key, wrapped } = blobs.keys.newWrapped('blob', blobId);
  const row: Row = {
    tenant_id: blobs.keys.tenantId,
    blob_id: blobId,
    record_id: record,
    variant: ORIGINAL,
    sha256: announced.sha256,
    bytes: announced.bytes,
    media_type: announced.mediaType,
    received_at: now,
    wrapped_key: wrapped,
  };
  const passing = join(blobs.folder, 'passing', `${process.pid}-${blobId}`);
  const final = sealedFile(blobs.folder, row.tenant_id, blobId);
  const discard = async () => {
    await rm(passing, { force: true });
    await rm(final, { force: true });
  };
  try {
    await mkdir(dirname(passing), { recursive: true, mode: 0o700 });
    const sealed = sealStream(key, contextOf(row), counted(source, announced));
    await pipeline(Readable.from(sealed), createWriteStream(passing, { mode: 0o600, flags: 'wx', flush: true }));
  } catch (error) {
    await discard();
    throw error;
  }
  const place = async () => {
    await mkdir(dirname(final), { recursive: true, mode: 0o700 });
    await rename(passing, final);
    for (const folder of [dirname(final), dirname(dirname(final)), blobs.folder]) await syncFolder(folder);
  };
  return { row, place, discard };
}

/** Passes the bytes on and refuses at the end what is not what was announced. */
async function* counted(source: AsyncIterable<Uint8Array>, announced: BlobRef): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of source) {
    bytes += part.length;
    hash.update(part);
    if (bytes > announced.bytes) break;
    yield part;
  }
  if (bytes !== announced.bytes) {
    refuse(
      'server.blob-length',
      '/bytes',
      `The photo is not as long as was announced (${announced.bytes} bytes).`,
      'Send it again; the one on the device is untouched.',
    );
  }
  if (hash.digest('hex') !== announced.sha256) {
    refuse(
      'server.blob-hash',
      '/sha256',
      'The bytes that arrived are not the photo that was announced.',
      'Send it again; the one on the device is untouched.',
    );
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Stores a photo of a record; on the disk when it returns. The same photo again is `known` and changes nothing. */
export async function storeBlob(
  blobs: Blobs,
  record: string,
  announced: BlobRef,
  source: AsyncIterable<Uint8Array>,
  actor: Actor,
  now: Date,
): Promise<'stored' | 'known'> {
  if (await hasBlob(blobs, record, announced)) return 'known';
  const staged = await stageBlob(blobs, record, announced, source, now);
  try {
    await staged.place();
    const stored = await inChange(blobs.db, (change) => writeRow(change, blobs, staged.row, actor));
    if (stored.unused) await rm(sealedFile(blobs.folder, staged.row.tenant_id, stored.unused), { force: true });
    return stored.outcome;
  } catch (error) {
    // Where the database went away during the commit the row may stand, and then the file is needed: sweepOrphans decides.
    if (!(error instanceof DatabaseAway)) await staged.discard();
    throw error;
  }
}

/** True where the photo is stored and its file is there; a row whose file was lost is mended by storing it again. */
export async function hasBlob(blobs: Blobs, record: string, announced: BlobRef): Promise<boolean> {
  const row = await findRow(blobs, record, announced.sha256);
  if (!row) return false;
  const found = await stat(sealedFile(blobs.folder, row.tenant_id, row.blob_id)).catch(() => undefined);
  return found !== undefined && row.bytes === announced.bytes && row.media_type === announced.mediaType;
}

/** The row of a staged blob, inside a change. `unused` is a blob whose file nothing names any more. */
export async function writeRow(
  change: Change,
  blobs: Blobs,
  row: Row,
  actor: Actor,
): Promise<{ outcome: 'stored' | 'known'; unused?: string }> {
  await lockRecord(change, blobs.keys, row.record_id, row.received_at);
  const before = await change
    .selectFrom('blob')
    .selectAll()
    .where('tenant_id', '=', row.tenant_id)
    .where('record_id', '=', row.record_id)
    .where('variant', '=', row.variant)
    .where('sha256', '=', row.sha256)
    .executeTakeFirst();
  if (before && before.media_type === row.media_type) {
    const there = await stat(sealedFile(blobs.folder, before.tenant_id, before.blob_id)).catch(() => undefined);
    if (there) return { outcome: 'known', unused: row.blob_id };
  }
  if (before) {
    await change.deleteFrom('blob').where('tenant_id', '=', row.tenant_id).where('blob_id', '=', before.blob_id).execute();
  }
  await change.insertInto('blob').values(row).execute();
  await appendAudit(change, blobs.keys.audit, row.tenant_id, {
    at: row.received_at,
    actor,
    action: before ? 'blob.stored-again' : 'blob.stored',
    record: row.record_id,
    detail: { blob: row.blob_id, sha256: row.sha256, bytes: row.bytes },
  });
  return before ? { outcome: 'stored', unused: before.blob_id } : { outcome: 'stored' };
}

async function findRow({ db, keys }: Ledger, record: string, sha256: string): Promise<Row | undefined> {
  return db
    .selectFrom('blob')
    .selectAll()
    .where('tenant_id', '=', keys.tenantId)
    .where('record_id', '=', record)
    .where('variant', '=', ORIGINAL)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

export const blobsOf = ({ db, keys }: Ledger, record: string): Promise<Row[]> =>
  db
    .selectFrom('blob')
    .selectAll()
    .where('tenant_id', '=', keys.tenantId)
    .where('record_id', '=', record)
    .orderBy('sha256')
    .execute();

/** What is stored of a photo, without its bytes; a refusal where it is not here. */
export async function findBlob(blobs: Blobs, record: string, sha256: string): Promise<Row> {
  const row = await findRow(blobs, record, sha256);
  if (row) return row;
  refuse('server.blob-unknown', '/sha256', 'This photo is not here (yet).', 'It may still be on the device that took it.');
}

/** The plain bytes of a blob, checked chunk by chunk on their way out. A broken seal ends the stream with a refusal. */
export async function* readBlob(blobs: Blobs, row: Row): AsyncGenerator<Buffer> {
  const key = blobs.keys.unwrap('blob', row.blob_id, row.wrapped_key);
  try {
    yield* unsealStream(key, contextOf(row), createReadStream(sealedFile(blobs.folder, row.tenant_id, row.blob_id)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      refuse('server.blob-lost', '/sha256', 'The file of this photo is missing.', 'Send the photo again, or restore a backup.');
    }
    if (!(error instanceof SealBroken)) throw error;
    refuse(
      'server.blob-altered',
      '/sha256',
      'The file of this photo was altered outside of stria, so it is not shown.',
      'Run `stria verify`, and restore a backup.',
    );
  }
}

/** Every sealed file of the tenant, as the id of the blob it holds. */
export async function sealedFiles({ folder, keys }: Blobs): Promise<string[]> {
  const shelves = await readdir(join(folder, keys.tenantId)).catch(ifMissing);
  const names = await Promise.all(shelves.map((shelf) => readdir(join(folder, keys.tenantId, shelf))));
  return names.flat().map((name) => name.replace(/\.sealed$/, ''));
}

const ifMissing = (error: NodeJS.ErrnoException): string[] => {
  if (error.code === 'ENOENT') return [];
  throw error;
};

/** A file is placed moments before its row is committed: one that has no row after an hour never gets one. */
const ORPHAN_AGE_MS = 3_600_000;

/** Takes away what uploads that were cut off have left: passing files of dead programs, old files without a row. */
export async function sweepLeftovers(blobs: Blobs, now: Date): Promise<number> {
  const passing = join(blobs.folder, 'passing');
  const left = (await readdir(passing).catch(ifMissing))
    .filter((name) => !pidRuns(Number(name.split('-')[0])))
    .map((name) => join(passing, name));
  const { tenantId } = blobs.keys;
  const rows = await blobs.db.selectFrom('blob').select('blob_id').where('tenant_id', '=', tenantId).execute();
  const known = new Set(rows.map((r) => r.blob_id));
  for (const id of await sealedFiles(blobs)) {
    if (known.has(id)) continue;
    const file = sealedFile(blobs.folder, tenantId, id);
    const found = await stat(file).catch(() => undefined);
    if (found && now.getTime() - found.mtimeMs > ORPHAN_AGE_MS) left.push(file);
  }
  for (const file of left) await rm(file, { force: true });
  return left.length;
}
