import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../refusal.ts';
import { makeDataFolder } from './postgres.ts';

describe('the data folder', () => {
  it('is made with all that it lies in, closed to others, and made again without harm', () => {
    const root = mkdtempSync(join(tmpdir(), 'stria-folder-'));
    const deep = join(root, 'one/two/data');
    makeDataFolder(deep, false);
    makeDataFolder(deep, false);
    expect(statSync(deep).mode & 0o777).toBe(0o700);
    expect(statSync(join(root, 'one')).mode & 0o077).toBe(0);
    rmSync(root, { recursive: true });
  });

  it.skipIf(process.platform !== 'linux')(
    'in a place that takes no folders is refused in words, and the program goes on',
    () => {
      expect(() => makeDataFolder('/proc/stria/data')).toThrow(Refusal);
    },
  );
});
