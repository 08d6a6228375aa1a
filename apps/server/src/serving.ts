import { join } from 'node:path';
import { type Lock, tryLock } from './lock.ts';
import { refuse } from './refusal.ts';

/** A data folder is served by one program at a time: the second one is told who has it. */
export function holdFolder(dataFolder: string): Lock {
  const got = tryLock(join(dataFolder, 'serve.lock'));
  if ('release' in got) return got;
  refuse(
    'server.data-folder-in-use',
    '',
    `Another stria (process ${got.pid} on ${got.host}) already serves the data folder ${dataFolder}.`,
    'Use the one that runs, end it first, or name another folder with --data.',
  );
}
