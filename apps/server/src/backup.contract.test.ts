import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeBlob } from './blobs.ts';
import { allEntries, appendEntries } from './charts.ts';
import type { Command } from './command.ts';
import { backup } from './commands/backup.ts';
import { restore } from './commands/restore.ts';
import { openStore, type Store } from './opened-store.ts';
import type { Settings } from './settings.ts';
import { bother, type Fixture, jpeg, openFixture } from './store.fixture.ts';

const now = () => new Date('2026-03-02T00:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'stria-backup-'));
const record = uuid();
const entries = Array.from({ length: 40 }, (_, i) => bother(record, i % 11));
let fixture: Fixture;
let store: Store;
let made: string;

const run = (command: Command, path: string, settings: Settings) =>
  command.run({ positionals: [path], options: {}, settings, now });
const codeOf = async (result: ReturnType<typeof run>) => {
  const answer = await result;
  return answer.ok ? 'accepted' : answer.problems[0]?.code;
};

beforeAll(async () => {
  fixture = await openFixture();
  store = await fixture.newStore();
  await appendEntries(store, entries, 'device', now());
  const bytes = await jpeg(1, 300);
  const announced = {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    mediaType: 'image/jpeg' as const,
  };
  const once = async function* () {
    yield bytes;
  };
  await storeBlob(store, record, announced, once(), 'device', now());
  made = join(folder, 'made');
  const answer = await run(backup, made, store.settings);
  expect(answer).toMatchObject({
    ok: true,
    value: { records: 1, entries: 40, photos: 1, auditRows: 2, proven: true, broken: [], opensWith: store.settings.keyFile },
  });
});
afterAll(async () => {
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A copy of the backup that a test may spoil. */
function copy(name: string): string {
  const target = join(folder, name);
  cpSync(made, target, { recursive: true });
  return target;
}
describe('a backup', () => {
  it('restores into a new store to the same entries, photos and audit', async () => {
    const settings = await fixture.newSettings();
    const answer = await run(restore, made, settings);
    expect(answer).toMatchObject({ ok: true, value: { restored: { whole: true, entries: 40, photos: 1, auditRows: 2 } } });
    const restored = await openStore(settings);
    try {
      expect(await allEntries(restored, record)).toEqual(entries);
      await appendEntries(restored, [bother(record, 1)], 'device', now());
    } finally {
      await restored.close();
    }
    expect(await codeOf(run(restore, made, settings))).toBe('server.store-not-empty');
  });

  it('holds nothing that can be read without the key, and is closed to others', () => {
    const files = readdirSync(made, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    expect(files.map((f) => f.name).filter((n) => n.endsWith('.sealed'))).toHaveLength(6);
    const text = files.map((f) => readFileSync(join(f.parentPath, f.name), 'latin1')).join('');
    expect(text).not.toContain(record);
    expect(text).not.toContain('bother');
    expect(statSync(made).mode & 0o077).toBe(0);
  });

  it('is refused when any of its files was altered, cut or lost, and nothing is restored', async () => {
    const spoil: Record<string, (path: string) => void> = {
      'manifest.json': (p) => writeFileSync(p, readFileSync(p, 'utf8').replace('"rows": 40', '"rows": 39')),
      'entry.sealed': (p) => {
        const bytes = readFileSync(p);
        bytes[300] = (bytes[300] as number) ^ 1;
        writeFileSync(p, bytes);
      },
      'audit.sealed': (p) => writeFileSync(p, readFileSync(p).subarray(0, 30)),
      'chart.sealed': (p) => rmSync(p),
      'blob.sealed': (p) => cpSync(join(made, 'tenant.sealed'), p),
    };
    for (const [name, harm] of Object.entries(spoil)) {
      const spoilt = copy(`spoilt-${name}`);
      harm(join(spoilt, name));
      const settings = await fixture.newSettings();
      expect(await codeOf(run(restore, spoilt, settings)), name).toBe('server.backup-altered');
      expect(await codeOf(run(restore, made, settings)), 'a whole one after it').toBe('accepted');
    }
    const lost = copy('lost-photo');
    rmSync(join(lost, 'blobs'), { recursive: true });
    const settings = await fixture.newSettings();
    expect(await codeOf(run(restore, lost, settings))).toBe('server.backup-altered');
    const left = readdirSync(settings.blobsFolder, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    expect(left).toEqual([]);
  }, 120_000);

  it('is refused with another key, with none, and where there is none', async () => {
    const settings = await fixture.newSettings();
    const other = join(folder, 'other-key');
    writeFileSync(other, `stria-key-1 ${Buffer.alloc(32, 7).toString('base64url')}\n`, { mode: 0o600 });
    expect(await codeOf(run(restore, made, { ...settings, keyFile: other }))).toBe('server.backup-key-wrong');
    expect(await codeOf(run(restore, made, { ...settings, keyFile: join(folder, 'none') }))).toBe('server.key-missing');
    expect(await codeOf(run(restore, folder, settings))).toBe('server.backup-missing');
  });

  it('is never written over something, and leaves nothing where it fails', async () => {
    const occupied = join(folder, 'occupied');
    mkdirSync(occupied);
    writeFileSync(join(occupied, 'mine'), '');
    expect(await codeOf(run(backup, occupied, store.settings))).toBe('server.folder-not-empty');
    expect(readdirSync(occupied)).toEqual(['mine']);
    expect(readdirSync(folder).filter((n) => n.endsWith('.part'))).toEqual([]);
    expect(existsSync(made)).toBe(true);
  });
});
