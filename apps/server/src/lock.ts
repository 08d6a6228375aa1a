import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type Holder, isRunning, readHolder, thisProcess } from './holder.ts';

/**
 * A lock as a file that names its holder. Taken by making a link, which either succeeds or finds another's; a lock whose
 * holder is dead is taken away under a second, short lock, so that two newcomers cannot both do it.
 */
export interface Lock {
  release(): void;
}

/** The lock, or who holds it. */
export function tryLock(path: string): Lock | Holder {
  const mine = thisProcess();
  const draft = `${path}.${mine.pid}`;
  writeFileSync(draft, JSON.stringify(mine));
  try {
    for (let round = 0; round < 100; round++) {
      if (linked(draft, path)) return { release: () => rmSync(path, { force: true }) };
      const holder = holderOf(path);
      if (typeof holder === 'object' && isRunning(holder)) return holder;
      removeDead(path);
      if (round > 0) pause(5);
    }
  } finally {
    rmSync(draft, { force: true });
  }
  throw new Error(`the lock ${path} can be neither taken nor read`);
}

/** Runs the work while holding the lock, waiting for others as long as they live. Never take it twice in one process. */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const got = tryLock(path);
    if ('release' in got) {
      try {
        return await work();
      } finally {
        got.release();
      }
    }
    await wait(30);
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds it; nobody (`free`); or a file that is no lock of ours (`unreadable`: torn by a power loss). */
function holderOf(path: string): Holder | 'free' | 'unreadable' {
  try {
    return readHolder(readFileSync(path, 'utf8')) ?? 'unreadable';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'free';
    throw error;
  }
}

const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

function removeDead(path: string): void {
  const guard = `${path}.clearing`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Whoever cleared was killed in the middle of it: ten seconds is far more than it takes.
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > 10_000) rmdirSync(guard);
    return;
  }
  try {
    const holder = holderOf(path);
    // A free place is left alone: in this very moment another may take it, and theirs must not be removed.
    if (holder !== 'free' && (holder === 'unreadable' || !isRunning(holder))) rmSync(path, { force: true });
  } finally {
    rmdirSync(guard);
  }
}
