import { readArchive } from '../archive-read.ts';
import type { Command, Input } from '../command.ts';
import { takeIn } from '../intake.ts';
import { openStore } from '../opened-store.ts';
import { settle } from '../refusal.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'takes the records of an archive into the store',
  usage: 'stria import ARCHIVE   (STRIA_ARCHIVE_PASSPHRASE where it is locked)',
  options: {},
  positionals: 1,
  run: (input) => settle(() => run(input)),
};

/** The archive is read twice: once to check all of it, once to take its photos. Nothing is kept of one that fails. */
async function run({ positionals, settings, now }: Input): Promise<unknown> {
  const path = positionals[0] as string;
  const charts = await readArchive(path, settings.archivePassphrase);
  const store = await openStore(settings);
  try {
    const read = async (see: Parameters<typeof readArchive>[2]) => {
      await readArchive(path, settings.archivePassphrase, see);
    };
    return { imported: await takeIn(store, charts, read, now()) };
  } finally {
    await store.close();
  }
}
