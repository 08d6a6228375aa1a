import { rm } from 'node:fs/promises';
import { settleBackup, writeBackup } from '../backup.ts';
import { proveBackup } from '../backup-proof.ts';
import type { Command, Input } from '../command.ts';
import { openStore } from '../opened-store.ts';
import { settle } from '../refusal.ts';

export const backup: Command = {
  name: 'backup',
  summary: 'a whole copy of the store, locked and proven by restoring it',
  usage: 'stria backup DIR   (a new folder; the key file is not in it and has to be kept elsewhere)',
  options: {},
  positionals: 1,
  run: (input) => settle(() => run(input)),
};

async function run({ positionals, settings, now }: Input): Promise<unknown> {
  const target = positionals[0] as string;
  const store = await openStore(settings);
  try {
    const { folder, content } = await writeBackup(store, target, now());
    try {
      const proof = await proveBackup(store, folder);
      await settleBackup(folder, target);
      return {
        written: target,
        records: proof.records,
        entries: proof.entries,
        photos: proof.photos,
        auditRows: proof.auditRows,
        bytes: [...Object.values(content.tables), ...content.blobs].reduce((sum, f) => sum + f.bytes, 0),
        proven: true,
        broken: proof.broken,
        brokenCount: proof.brokenCount,
        opensWith: settings.keyFile,
      };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  } finally {
    await store.close();
  }
}
