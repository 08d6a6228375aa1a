import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isRunning, pidRuns, thisProcess } from './holder.ts';
import { tryLock, withLock } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'stria-lock-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** The number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('a lock', () => {
  it('is refused by name while its holder lives, and free after it was released', () => {
    const path = join(folder, 'a');
    const lock = tryLock(path);
    if (!('release' in lock)) throw new Error('the lock was free');
    expect(tryLock(path)).toEqual(thisProcess());
    lock.release();
    expect(existsSync(path)).toBe(false);
    expect('release' in tryLock(path)).toBe(true);
  });

  it('is taken from a holder that is dead, that never was one, or whose number another process has now', () => {
    const holders = [
      JSON.stringify({ pid: deadPid(), host: hostname(), began: '1' }),
      'torn by a power lo',
      ...(process.platform === 'linux' ? [JSON.stringify({ ...thisProcess(), began: '1' })] : []),
    ];
    holders.forEach((text, i) => {
      const path = join(folder, `b${i}`);
      writeFileSync(path, text);
      expect('release' in tryLock(path), text).toBe(true);
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(thisProcess());
    });
  });

  it('is not taken from a holder on another machine, because nobody here can know', () => {
    const holder = { pid: deadPid(), host: 'another-machine', began: '1' };
    const path = join(folder, 'c');
    writeFileSync(path, JSON.stringify(holder));
    expect(tryLock(path)).toEqual(holder);
  });

  it('lets one in at a time', async () => {
    const path = join(folder, 'd');
    let inside = 0;
    let most = 0;
    await Promise.all(
      [1, 2, 3, 4].map(() =>
        withLock(path, async () => {
          most = Math.max(most, ++inside);
          await new Promise((done) => setImmediate(done));
          inside--;
        }),
      ),
    );
    expect(most).toBe(1);
  });

  it('knows the living from the dead', () => {
    expect(isRunning(thisProcess())).toBe(true);
    expect(pidRuns(deadPid())).toBe(false);
  });
});
