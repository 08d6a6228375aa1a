import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { type BlobRef, check, type Problem, parseEntryLines, problem, quote, readJson } from '@stria/record';
import { Decrypter } from 'age-encryption';
import tar from 'tar-stream';
import {
  type ArchivedRecord,
  type Chart,
  entriesName,
  MANIFEST_NAME,
  type Manifest,
  manifestSchema,
  originalName,
} from './archive.ts';
import { checkPhoto, PHOTO_BYTES_MAX } from './photo.ts';
import { must, Refusal, refuse } from './refusal.ts';

/** A record's entries and the list of an archive are held in memory: more than any record has in a lifetime. */
const TEXT_BYTES_MAX = 256 * 1024 * 1024;

interface TarFile {
  readonly name: string;
  readonly bytes: number;
  readonly isFile: boolean;
  readonly source: AsyncIterable<Uint8Array>;
}

/** Gets every photo of an archive after it has passed every check, one at a time. */
export type SeeOriginal = (record: string, blob: BlobRef, bytes: Buffer) => Promise<void>;

/**
 * Reads a whole archive and checks everything in it: names, lengths, hashes, every entry at the border, every photo for
 * metadata. Nothing is let through until all of it is good; read it a second time with `see` to take the photos out.
 */
export async function readArchive(path: string, passphrase: string | undefined, see?: SeeOriginal): Promise<Chart[]> {
  const files = await openTar(path, passphrase);
  let manifest: Manifest | undefined;
  const expected = new Map<string, { record: ArchivedRecord; original?: BlobRef }>();
  const charts = new Map<string, Chart>();
  const problems: Problem[] = [];
  for await (const file of files) {
    if (manifest === undefined) {
      manifest = await readManifest(file);
      for (const record of manifest.records) {
        expected.set(entriesName(record.id), { record });
        for (const original of record.originals) expected.set(originalName(record.id, original), { record, original });
      }
      continue;
    }
    const wanted = expected.get(file.name);
    if (!wanted || !file.isFile) stray(file.name);
    expected.delete(file.name); // the same name a second time is a stray
    if (wanted.original) await readOriginal(file, wanted.record.id, wanted.original, see);
    else charts.set(wanted.record.id, await readEntries(file, wanted.record, problems));
  }
  if (manifest === undefined) invalid('it is empty');
  if (problems.length > 0) throw new Refusal(problems);
  const lacking = [...expected.keys()][0];
  if (lacking !== undefined) truncated(`${lacking} is not in it`);
  return manifest.records.map((r) => charts.get(r.id) as Chart);
}

async function readManifest(file: TarFile): Promise<Manifest> {
  if (file.name !== MANIFEST_NAME || !file.isFile) invalid(`it begins with ${quote(file.name)} and not with ${MANIFEST_NAME}`);
  const text = (await readBytes(file, TEXT_BYTES_MAX)).toString('utf8');
  const manifest = must(check(manifestSchema, must(readJson(text, '/manifest')), '/manifest'));
  const names = manifest.records.flatMap((r) => [entriesName(r.id), ...r.originals.map((o) => originalName(r.id, o))]);
  if (new Set(names).size !== names.length) invalid('its manifest names a file twice');
  return manifest;
}

async function readEntries(file: TarFile, record: ArchivedRecord, problems: Problem[]): Promise<Chart> {
  if (file.bytes !== record.entriesBytes) mismatch(file.name);
  const bytes = await readBytes(file, TEXT_BYTES_MAX);
  if (sha256(bytes) !== record.entriesSha256) mismatch(file.name);
  const read = parseEntryLines(bytes.toString('utf8'));
  const at = `/records/${record.id}/entries`;
  if (!read.ok) problems.push(...read.problems.map((p) => ({ ...p, at: `${at}${p.at}` })));
  const entries = read.ok ? read.value : [];
  entries.forEach((entry, i) => {
    if (entry.record !== record.id) {
      problems.push(problem('server.archive-record-differs', `${at}/${i}/record`, 'An entry belongs to another record.'));
    }
  });
  if (read.ok && entries.length !== record.entries) mismatch(file.name);
  return { record: record.id, entries, originals: record.originals };
}

async function readOriginal(file: TarFile, record: string, blob: BlobRef, see: SeeOriginal | undefined): Promise<void> {
  if (file.bytes !== blob.bytes) mismatch(file.name);
  const bytes = await readBytes(file, PHOTO_BYTES_MAX);
  if (sha256(bytes) !== blob.sha256) mismatch(file.name);
  checkPhoto(bytes, blob.mediaType);
  await see?.(record, blob, bytes);
}

async function readBytes(file: TarFile, limit: number): Promise<Buffer> {
  if (file.bytes > limit) {
    refuse('server.archive-too-large', '', `A file in the archive is larger than any of ours: ${quote(file.name)}.`);
  }
  return buffer(file.source).catch(tellDamage);
}

/** What the readers of tar and age say of a damaged file, in our words; any other error stays one. */
function tellDamage(error: unknown): never {
  const message = error instanceof Error && !(error instanceof Refusal) ? error.message : '';
  if (/Unexpected end of data|premature|truncated|final chunk/i.test(message)) truncated('it ends in the middle');
  if (/tar header|Invalid|decrypt|authenticat|tag|chunk/i.test(message)) invalid('its content is damaged');
  throw error;
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function openTar(path: string, passphrase: string | undefined): Promise<AsyncGenerator<TarFile>> {
  const plain = await unwrap(path, passphrase);
  return tarFiles(plain);
}

async function* tarFiles(plain: Readable): AsyncGenerator<TarFile> {
  const extract = tar.extract();
  const feeding = pipeline(plain, extract).catch(() => undefined); // the loop below gets the same error
  try {
    for await (const entry of extract) {
      const { name, size = 0, type } = entry.header;
      yield { name, bytes: size, isFile: type === 'file', source: entry as AsyncIterable<Uint8Array> };
    }
  } catch (error) {
    tellDamage(error);
  } finally {
    extract.destroy();
    plain.destroy();
    await feeding;
  }
}

const AGE_HEAD = 'age-encryption.org/';

async function unwrap(path: string, passphrase: string | undefined): Promise<Readable> {
  const head = await readHead(path);
  const file = createReadStream(path);
  if (!head.startsWith(AGE_HEAD)) return file;
  if (passphrase === undefined) {
    file.destroy();
    refuse(
      'server.archive-passphrase-missing',
      '',
      'This archive is locked with a passphrase.',
      'Give it in STRIA_ARCHIVE_PASSPHRASE.',
    );
  }
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    return Readable.fromWeb((await decrypter.decrypt(Readable.toWeb(file) as ReadableStream<Uint8Array>)) as WebStream);
  } catch {
    file.destroy();
    refuse(
      'server.archive-passphrase-wrong',
      '',
      'The passphrase does not open this archive (or its head is damaged).',
      'Check STRIA_ARCHIVE_PASSPHRASE. Nothing was changed.',
    );
  }
}

/** The first bytes, enough to tell what it is; a refusal where there is no such file. */
async function readHead(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (!found) refuse('cli.file-missing', '', `There is no file ${quote(path)}.`, 'Check the path.');
  if (!found.isFile()) refuse('cli.file-is-folder', '', `${quote(path)} is not a file.`, 'Name a file.');
  const file = await open(path, 'r').catch(() =>
    refuse('cli.file-unreadable', '', `${quote(path)} cannot be read.`, 'Check that you may read it.'),
  );
  try {
    const { buffer: bytes, bytesRead } = await file.read(Buffer.alloc(32), 0, 32, 0);
    return bytes.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}

const nothingChanged = 'Export it again, or take another copy. Nothing was changed here.';

function invalid(why: string): never {
  refuse('server.archive-invalid', '', `This is not an archive of stria: ${why}.`, nothingChanged);
}

function truncated(why: string): never {
  refuse('server.archive-truncated', '', `The archive is not whole: ${why}.`, nothingChanged);
}

function mismatch(name: string): never {
  refuse('server.archive-hash', '', `A file in the archive is not what its manifest says: ${quote(name)}.`, nothingChanged);
}

function stray(name: string): never {
  refuse(
    'server.archive-stray-file',
    '',
    `The archive holds a file that does not belong there: ${quote(name)}.`,
    nothingChanged,
  );
}
