import { mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import { appendAudit } from '../audit.ts';
import { loadBlobs, loadTables, readBackup } from '../backup.ts';
import { inChange } from '../charts.ts';
import type { Command, Input } from '../command.ts';
import { openTenant, readMasterKey } from '../keys.ts';
import { isNew, openUnder } from '../opened-store.ts';
import { refuse, settle } from '../refusal.ts';
import { holdFolder } from '../serving.ts';
import { makeDataFolder } from '../store/postgres.ts';
import { verifyStore } from '../verification.ts';

export const restore: Command = {
  name: 'restore',
  summary: 'brings a backup back into an empty store',
  usage: 'stria restore DIR   (with the key file of the store that was backed up)',
  options: {},
  positionals: 1,
  run: (input) => settle(() => run(input)),
};

async function run({ positionals, settings, now }: Input): Promise<unknown> {
  const folder = positionals[0] as string;
  const master = readMasterKey(settings.keyFile);
  const content = await readBackup(folder, master);
  makeDataFolder(settings.dataFolder);
  mkdirSync(settings.blobsFolder, { recursive: true, mode: 0o700 });
  const lock = holdFolder(settings.dataFolder); // a server that runs on it would go on with keys of a store that is gone
  const placed: string[] = [];
  try {
    const under = await openUnder(settings, 0);
    try {
      return await inChange(under.db, async (change) => {
        if (!(await isNew(change))) notEmpty();
        await change.deleteFrom('tenant').execute();
        const query = (text: string, values: unknown[]) => change.executeQuery(CompiledQuery.raw(text, values));
        await loadTables(query, folder, content, master);
        await loadBlobs(folder, settings.blobsFolder, content, placed);
        const tenant = await change.selectFrom('tenant').selectAll().executeTakeFirstOrThrow();
        const keys = openTenant(master, tenant.tenant_id, tenant.wrapped_key);
        const seen = await verifyStore({ db: change, keys, folder: settings.blobsFolder });
        await appendAudit(change, keys.audit, keys.tenantId, {
          at: now(),
          actor: 'command',
          action: 'store.restored',
          record: null,
          detail: { backup: content.id, madeAt: content.madeAt },
        });
        return { restored: { ...seen, madeAt: content.madeAt } };
      });
    } catch (error) {
      for (const file of placed) await rm(file, { force: true });
      throw error;
    } finally {
      await under.close();
    }
  } finally {
    lock.release();
  }
}

function notEmpty(): never {
  refuse(
    'server.store-not-empty',
    '',
    'This store holds records, or the traces of some. A backup is only brought back into a new one.',
    `Name a new folder in STRIA_DATA, for example ${join('..', 'stria-restored')}.`,
  );
}
