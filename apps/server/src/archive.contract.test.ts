import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { photoLimits } from '@stria/imaging';
import { type Entry, writeEntryLines } from '@stria/record';
import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import tar from 'tar-stream';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyRecord } from '../../../tools/arbitrary.ts';
import { readArchive } from './archive-read.ts';
import { writeArchive } from './archive-write.ts';
import { storeBlob } from './blobs.ts';
import { allEntries, appendEntries, listRecords } from './charts.ts';
import { takeIn } from './intake.ts';
import type { Store } from './opened-store.ts';
import { problemsOf } from './refusal.ts';
import { bother, entryOf, type Fixture, jpeg, openFixture } from './store.fixture.ts';

const now = new Date('2026-03-02T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'stria-archive-'));
let fixture: Fixture;
let from: Store;
let to: Store;
beforeAll(async () => {
  fixture = await openFixture();
  from = await fixture.newStore();
  to = await fixture.newStore();
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = (path: string, passphrase?: string) =>
  readArchive(path, passphrase).then((charts) =>
    takeIn(
      to,
      charts,
      async (see) => {
        await readArchive(path, passphrase, see);
      },
      now,
    ),
  );
const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => ['accepted'],
    (error: unknown) => problemsOf(error)?.map((p) => p.code) ?? [String(error)],
  );
const sha = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** A record with an entry of zeros and empty lists, and two photos of which one has not come in. */
async function recordWithPhoto(): Promise<{ record: string; bytes: Buffer; entries: Entry[] }> {
  const record = uuid();
  const bytes = await jpeg(1, 200);
  const photo = (sha256: string) =>
    entryOf('photo', record, {
      original: { sha256, bytes: bytes.length, mediaType: 'image/jpeg' },
      widthPx: 200,
      heightPx: 200,
      orientation: 1,
      colourSpace: 'unstated',
      takenOn: '2026-03-01' as never,
      zone: 'hip',
      purpose: 'baseline',
    });
  const answers = { asOf: '2026-03-01' as never, setting: 'home' as const, zones: [], conditions: [], signs: [] };
  const entries = [entryOf('answers', record, answers), bother(record, 0), photo(sha(bytes)), photo('0'.repeat(64))];
  await appendEntries(from, entries, 'device', now);
  const once = async function* () {
    yield bytes;
  };
  const announced = { sha256: sha(bytes), bytes: bytes.length, mediaType: 'image/jpeg' as const };
  await storeBlob(from, record, announced, once(), 'device', now);
  return { record, bytes, entries };
}

describe('an archive', () => {
  it('brings any valid record back deep-equal, zeros and empty lists kept, and a second time as known', async () => {
    let n = 0;
    await fc.assert(
      fc.asyncProperty(anyRecord(8), async (entries) => {
        const path = join(folder, `any-${n++}.tar`);
        const record = (entries[0] as Entry).record;
        await appendEntries(from, entries, 'device', now);
        await writeArchive(from, [record], path, undefined);
        expect((await take(path)).entries).toEqual({ stored: entries.length, known: 0 });
        expect(await allEntries(to, record)).toEqual(entries);
        expect((await take(path)).entries).toEqual({ stored: 0, known: entries.length });
      }),
      { numRuns: 40 },
    );
  });

  it('brings photos back byte for byte, says which were missing, and is the same file every time', async () => {
    const { record, bytes, entries } = await recordWithPhoto();
    const paths = ['a', 'b'].map((name) => join(folder, `photo-${name}.tar`));
    const written = await Promise.all(paths.map((path) => writeArchive(from, [record], path, undefined)));
    expect(written[0]?.sha256).toBe(written[1]?.sha256);
    expect(sha(readFileSync(paths[0] as string))).toBe(written[0]?.sha256);
    expect(await take(paths[0] as string)).toEqual({
      records: 1,
      entries: { stored: entries.length, known: 0 },
      originals: { stored: 1, known: 0 },
    });
    const back = join(folder, 'photo-back.tar');
    await writeArchive(to, [record], back, undefined);
    expect(readFileSync(back).equals(readFileSync(paths[0] as string))).toBe(true);
    const files = await list(back);
    expect(files.get(`records/${record}/originals/${sha(bytes)}.jpg`)?.equals(bytes)).toBe(true);
    expect(files.get(`records/${record}/entries.jsonl`)?.toString()).toBe(writeEntryLines(entries));
    expect(JSON.parse(files.get('manifest.json')?.toString() ?? '')).toMatchObject({
      records: [{ missing: ['0'.repeat(64)] }],
    });
  });

  it('opens with its passphrase alone, in the age format', async () => {
    const { record } = await recordWithPhoto();
    const path = join(folder, 'locked.age');
    await writeArchive(from, [record], path, 'a long enough phrase');
    expect(readFileSync(path).subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    expect(await codesOf(readArchive(path, undefined))).toEqual(['server.archive-passphrase-missing']);
    expect(await readArchive(path, 'a long enough phrase')).toHaveLength(1);
  }, 120_000);

  it('that is locked is refused with another passphrase, and when it was cut or altered', async () => {
    const { record } = await recordWithPhoto();
    const path = join(folder, 'quick.age');
    await writeArchive(from, [record], path, undefined);
    const quick = new Encrypter(); // the same lock with less work for the key
    quick.setPassphrase('phrase');
    quick.setScryptWorkFactor(8);
    const bytes = Buffer.from(await quick.encrypt(readFileSync(path)));
    writeFileSync(path, bytes);
    expect(await readArchive(path, 'phrase')).toHaveLength(1);
    expect(await codesOf(readArchive(path, 'another phrase'))).toEqual(['server.archive-passphrase-wrong']);
    writeFileSync(path, bytes.subarray(0, bytes.length - 700));
    expect((await codesOf(readArchive(path, 'phrase')))[0]).toMatch(/^server\.archive-(truncated|invalid)$/);
    const flipped = Buffer.from(bytes);
    flipped[bytes.length - 40] = (flipped[bytes.length - 40] as number) ^ 1;
    writeFileSync(path, flipped);
    expect(await codesOf(readArchive(path, 'phrase'))).toEqual(['server.archive-invalid']);
  });
});

async function list(path: string): Promise<Map<string, Buffer>> {
  const extract = tar.extract();
  extract.end(readFileSync(path));
  const files = new Map<string, Buffer>();
  for await (const entry of extract) files.set(entry.header.name, await buffer(entry));
  return files;
}

type Part = { readonly name: string; readonly bytes: Buffer; readonly size?: number; readonly type?: 'file' | 'symlink' };

async function build(path: string, parts: readonly Part[]): Promise<string> {
  const pack = tar.pack();
  for (const { name, bytes, type = 'file' } of parts) {
    if (type === 'symlink') pack.entry({ name, type, linkname: '/etc/passwd' });
    else pack.entry({ name }, bytes);
  }
  pack.finalize();
  writeFileSync(path, await buffer(pack));
  return path;
}

function partsOf(record: string, lines: string, more: Partial<{ originals: unknown[] }> = {}, wrong: object = {}): Part[] {
  const text = Buffer.from(lines);
  const entry = {
    id: record,
    entries: lines.split('\n').filter((l) => l !== '').length,
    entriesBytes: text.length,
    entriesSha256: sha(text),
    originals: more.originals ?? [],
    missing: [],
    ...wrong,
  };
  const manifest = JSON.stringify({ format: 'stria-archive', version: 1, records: [entry] });
  return [
    { name: 'manifest.json', bytes: Buffer.from(manifest) },
    { name: `records/${record}/entries.jsonl`, bytes: text },
  ];
}

describe('a bad archive is refused with its own words, and nothing of it is kept', () => {
  const record = uuid();
  const good = () => writeEntryLines([bother(record, 1), bother(record, 2)]);
  const path = join(folder, 'bad.tar');
  const refused = async (parts: readonly Part[], codes: string[]) => {
    await build(path, parts);
    const before = await listRecords(to);
    expect(await codesOf(take(path))).toEqual(codes);
    expect(await listRecords(to)).toEqual(before);
  };

  it('where it is no archive at all, or empty', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('hello'), Buffer.alloc(4096, 7), Buffer.from([0x1f, 0x8b, 8, 0, 0, 0])]) {
      writeFileSync(path, bytes);
      expect((await codesOf(readArchive(path, undefined)))[0]).toMatch(/^server\.archive-(invalid|truncated)$/);
    }
    expect(await codesOf(readArchive(join(folder, 'none'), undefined))).toEqual(['cli.file-missing']);
    expect(await codesOf(readArchive(folder, undefined))).toEqual(['cli.file-is-folder']);
  });

  it('where it was cut, at any place', async () => {
    const { record: whole } = await recordWithPhoto();
    await writeArchive(from, [whole], path, undefined);
    const bytes = readFileSync(path);
    for (let length = 100; length < bytes.length - 1500; length += 997) {
      writeFileSync(path, bytes.subarray(0, length));
      expect((await codesOf(readArchive(path, undefined)))[0], `cut to ${length}`).toMatch(
        /^server\.archive-(truncated|invalid)$/,
      );
    }
  });

  it('where a name leads out of it, is a link, is nobody’s, or comes twice', async () => {
    const parts = partsOf(record, good());
    const evil = Buffer.from('x');
    for (const name of ['../../etc/passwd', '/etc/passwd', `records/${record}/../x`, 'more.txt']) {
      await refused([...parts, { name, bytes: evil }], ['server.archive-stray-file']);
    }
    const link: Part = { name: `records/${record}/entries.jsonl`, bytes: evil, type: 'symlink' };
    await refused([parts[0] as Part, link], ['server.archive-stray-file']);
    await refused([...parts, parts[1] as Part], ['server.archive-stray-file']);
    await refused([...parts].reverse(), ['server.archive-invalid']);
  });

  it('where a file is missing or not the one that the manifest names', async () => {
    const parts = partsOf(record, good());
    await refused([parts[0] as Part], ['server.archive-truncated']);
    await refused([parts[0] as Part, { ...(parts[1] as Part), bytes: Buffer.from(good()) }], ['server.archive-hash']);
    await refused(partsOf(record, good(), {}, { entries: 3 }), ['server.archive-hash']);
    await refused(partsOf(record, good(), {}, { entriesBytes: 1 }), ['server.archive-hash']);
  });

  it('where an entry is of an unknown version, of another record, or not valid: all of them are named', async () => {
    const future = good().replaceAll('"v":2', '"v":99');
    await refused(partsOf(record, future), ['record.entry-version-unknown', 'record.entry-version-unknown']);
    await refused(partsOf(record, writeEntryLines([bother(uuid(), 1)])), ['server.archive-record-differs']);
    await refused(partsOf(record, good().replace('"score":1', '"score":11')), ['record.value-invalid']);
    await refused(partsOf(record, '{"v":2,"v":2}\n'), ['record.key-twice']);
  });

  it('where its manifest is of another release, or promises more than any photo holds', async () => {
    const manifest = (value: unknown): Part => ({ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(value)) });
    await refused([manifest({ format: 'stria-archive', version: 2, records: [] })], ['record.value-invalid']);
    await refused([manifest({ records: [] })], ['record.value-missing', 'record.value-missing']);
    const huge = { sha256: sha('x'), bytes: photoLimits.bytes + 1, mediaType: 'image/jpeg' };
    const name = `records/${record}/originals/${huge.sha256}.jpg`;
    const parts = [...partsOf(record, good(), { originals: [huge] }), { name, bytes: Buffer.alloc(huge.bytes) }];
    await refused(parts, ['server.archive-too-large']);
  });

  it('where a photo is none, or still carries metadata', async () => {
    const sharp = (await import('sharp')).default;
    const withPlace = await sharp(await jpeg(2))
      .withExif({ IFD0: { Copyright: 'somebody' } })
      .jpeg()
      .toBuffer();
    for (const [bytes, code] of [
      [Buffer.from('not a photo'), 'imaging.not-an-image'],
      [withPlace, 'server.photo-has-metadata'],
    ] as const) {
      const original = { sha256: sha(bytes), bytes: bytes.length, mediaType: 'image/jpeg' };
      const name = `records/${record}/originals/${original.sha256}.jpg`;
      await refused([...partsOf(record, good(), { originals: [original] }), { name, bytes }], [code]);
    }
  });
});
