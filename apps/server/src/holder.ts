import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Which process holds something. A number alone is not enough: after a crash the system may give it to another program,
 * so the time at which the process began is kept beside it (where the system tells it).
 */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Ticks since boot at which the process began (Linux), '' where the system does not tell. */
  readonly began: string;
}

export const thisProcess = (): Holder => ({ pid: process.pid, host: hostname(), began: procStat(process.pid)?.began ?? '' });

/** True where the holder still runs; a holder on another machine counts as running, because nobody here can know. */
export function isRunning(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (!pidRuns(holder.pid)) return false;
  return holder.began === '' || holder.began === (procStat(holder.pid)?.began ?? holder.began);
}

/** True where a process of that number exists and is not merely a dead one that nobody has collected yet. */
export function pidRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return procStat(pid)?.state !== 'Z';
}

export function readHolder(text: string): Holder | undefined {
  try {
    const read = JSON.parse(text) as Partial<Holder>;
    if (typeof read.pid !== 'number' || typeof read.host !== 'string' || typeof read.began !== 'string') return undefined;
    return { pid: read.pid, host: read.host, began: read.began };
  } catch {
    return undefined;
  }
}

function procStat(pid: number): { state: string; began: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', began: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
