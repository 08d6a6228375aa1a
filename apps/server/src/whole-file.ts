import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { quote } from '@stria/record';
import { refuse } from './refusal.ts';

/** What every command that writes a file says of it. */
export interface Written {
  readonly written: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Under a passing name first, on the disk, then under its own: a file of that name is always a whole one. */
export async function writeFileWhole(path: string, source: Readable | readonly Buffer[]): Promise<Written> {
  const target = resolve(path);
  const passing = `${target}.${process.pid}.part`;
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* () {
    for await (const part of source) {
      bytes += (part as Buffer).length;
      hash.update(part as Buffer);
      yield part;
    }
  };
  try {
    await pipeline(Readable.from(counted()), createWriteStream(passing, { mode: 0o600, flush: true }));
    await rename(passing, target);
  } catch (error) {
    await rm(passing, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR' || code === 'ENOTDIR' || code === 'EROFS') {
      refuse('cli.file-unwritable', '', `${quote(path)} cannot be written (${code}).`, 'Name a file in a folder of yours.');
    }
    throw error;
  }
  const folder = await open(dirname(target), 'r');
  await folder.sync();
  await folder.close();
  return { written: path, bytes, sha256: hash.digest('hex') };
}
