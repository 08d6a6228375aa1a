import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { type BlobRef, type Entry, writeEntryLines } from '@stria/record';
import { Encrypter } from 'age-encryption';
import tar from 'tar-stream';
import { ARCHIVE_VERSION, entriesName, MANIFEST_NAME, type Manifest, namedBlobs, originalName } from './archive.ts';
import { type Blobs, blobsOf, readBlob } from './blobs.ts';
import { allEntries } from './charts.ts';
import { type Written, writeFileWhole } from './whole-file.ts';

interface Content {
  readonly record: string;
  readonly entries: readonly Entry[];
  readonly text: Buffer;
  readonly rows: Awaited<ReturnType<typeof blobsOf>>;
}

/** Writes the records into one archive file; whole, or not there. */
export async function writeArchive(
  blobs: Blobs,
  records: readonly string[],
  path: string,
  passphrase: string | undefined,
): Promise<Written> {
  const contents: Content[] = [];
  for (const record of records) {
    const entries = await allEntries(blobs, record);
    const rows = await blobsOf(blobs, record);
    contents.push({ record, entries, text: Buffer.from(writeEntryLines(entries)), rows });
  }
  const pack = tar.pack();
  const filling = fill(pack, blobs, contents).catch((error: Error) => pack.destroy(error));
  const written = await writeFileWhole(path, await wrap(Readable.from(pack), passphrase));
  await filling;
  return written;
}

async function fill(pack: tar.Pack, blobs: Blobs, contents: readonly Content[]): Promise<void> {
  await addFile(pack, MANIFEST_NAME, Buffer.from(`${JSON.stringify(manifestOf(contents), null, 2)}\n`));
  for (const { record, text, rows } of contents) {
    await addFile(pack, entriesName(record), text);
    for (const row of rows) {
      const entry = pack.entry({ ...header, name: originalName(record, refOf(row)), size: row.bytes });
      await pipeline(Readable.from(readBlob(blobs, row)), entry);
    }
  }
  pack.finalize();
}

/** Nothing of this computer stands in an archive: no owner, no time. The same record gives the same bytes. */
const header = { mtime: new Date(0), mode: 0o600, uid: 0, gid: 0, type: 'file' } as const;

const addFile = (pack: tar.Pack, name: string, bytes: Buffer): Promise<void> =>
  new Promise((done, fails) =>
    pack.entry({ ...header, name, size: bytes.length }, bytes, (error) => (error ? fails(error) : done())),
  );

function manifestOf(contents: readonly Content[]): Manifest {
  return {
    format: 'stria-archive',
    version: ARCHIVE_VERSION,
    records: contents.map(({ record, entries, text, rows }) => ({
      id: record,
      entries: entries.length,
      entriesBytes: text.length,
      entriesSha256: createHash('sha256').update(text).digest('hex'),
      originals: rows.map(refOf),
      missing: namedBlobs(entries)
        .map((b) => b.sha256)
        .filter((sha256) => !rows.some((r) => r.sha256 === sha256)),
    })),
  };
}

const refOf = (row: Content['rows'][number]): BlobRef => ({
  sha256: row.sha256,
  bytes: row.bytes,
  mediaType: row.media_type as BlobRef['mediaType'],
});

async function wrap(plain: Readable, passphrase: string | undefined): Promise<Readable> {
  if (passphrase === undefined) return plain;
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  return Readable.fromWeb((await encrypter.encrypt(Readable.toWeb(plain) as ReadableStream<Uint8Array>)) as WebStream);
}
