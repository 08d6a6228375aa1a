import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkoutFolder } from './checkout.ts';
import { readSettings } from './settings.ts';

const folder = mkdtempSync(join(tmpdir(), 'stria-settings-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const codes = (environment: NodeJS.ProcessEnv, given = {}) => {
  const read = readSettings(environment, given);
  return read.ok ? [] : read.problems.map((p) => p.code);
};

describe('settings', () => {
  it('default to a data folder in the checkout and a key outside of it', () => {
    const read = readSettings({ XDG_CONFIG_HOME: '/config' });
    expect(read).toMatchObject({
      ok: true,
      value: {
        dataFolder: join(checkoutFolder(), '.stria'),
        keyFile: '/config/stria/key',
        blobsFolder: join(checkoutFolder(), '.stria/blobs'),
        port: 4310,
        hosts: [],
      },
    });
  });

  it('take the option before the environment, and an empty variable as none', () => {
    const read = readSettings({ STRIA_DATA: '/a', STRIA_PORT: '1', STRIA_BLOBS: '' }, { data: '/b', port: '2' });
    expect(read).toMatchObject({ ok: true, value: { dataFolder: '/b', port: 2, blobsFolder: '/b/blobs' } });
  });

  it('refuse a key file inside the data folder, through a link too', () => {
    expect(codes({ STRIA_DATA: folder, STRIA_KEY_FILE: join(folder, 'deep/key') })).toEqual(['server.key-file-in-data-folder']);
    mkdirSync(join(folder, 'data'));
    symlinkSync(join(folder, 'data'), join(folder, 'link'));
    const through = { STRIA_DATA: join(folder, 'data'), STRIA_KEY_FILE: join(folder, 'link/key') };
    expect(codes(through)).toEqual(['server.key-file-in-data-folder']);
    expect(codes({ STRIA_DATA: join(folder, 'data'), STRIA_KEY_FILE: join(folder, 'data-key') })).toEqual([]);
  });

  it('take an own PostgreSQL by its address only, and do not repeat what may hold a password', () => {
    expect(codes({ STRIA_DATABASE_URL: 'postgresql:///stria?host=/run/postgresql' })).toEqual([]);
    for (const url of ['not an address', 'mysql://a:secret@b/c', 'postgresql://a:secret@b:x/c']) {
      const read = readSettings({ STRIA_DATABASE_URL: url });
      expect(read).toMatchObject({ ok: false, problems: [{ code: 'cli.option-invalid' }] });
      expect(JSON.stringify(read)).not.toContain('secret');
    }
  });

  it('say that buckets are not built yet, and what is no port', () => {
    expect(codes({ STRIA_BLOBS: 's3://bucket/prefix' })).toEqual(['cli.not-built-yet']);
    for (const port of ['99999', '-1', '4310x', '1.5'])
      expect(codes({ STRIA_PORT: port }), port).toEqual(['cli.option-invalid']);
  });
});
