import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import { type BackupContent, loadTables, readBackup } from './backup.ts';
import { openTenant } from './keys.ts';
import type { Store } from './opened-store.ts';
import { Refusal, refuse } from './refusal.ts';
import { connectionOf, openDatabase } from './store/database.ts';
import { type Verification, verifyStore } from './verification.ts';

/**
 * Restores a backup into a scratch database and reads everything back: a backup that nobody has restored is a hope. What
 * was broken in the store already (and is told by `stria verify`) is broken in its backup too; nothing else may be.
 */
export async function proveBackup(store: Store, folder: string): Promise<Verification> {
  const content = await readBackup(folder, store.master);
  const name = `stria_proof_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(connectionOf({ ...store.reach, patienceMs: 0 }));
  await admin.connect();
  try {
    await admin.query(`create database ${name}`).catch((error: { code?: string }) => {
      if (error.code !== '42501') throw error;
      refuse(
        'server.backup-not-proven',
        '',
        'This database user may not make a database, so the backup could not be tried out and was not kept.',
        'Give the user the right CREATEDB.',
      );
    });
    try {
      return await verifyScratch(store, folder, content, name);
    } finally {
      await admin.query(`drop database if exists ${name} with (force)`);
    }
  } finally {
    await admin.end();
  }
}

async function verifyScratch(store: Store, folder: string, content: BackupContent, database: string): Promise<Verification> {
  const scratch = await openDatabase({ ...store.reach, database, patienceMs: 0 });
  try {
    await scratch
      .transaction()
      .execute((change) =>
        loadTables((text, values) => change.executeQuery(CompiledQuery.raw(text, values)), folder, content, store.master),
      );
    const tenant = await scratch.selectFrom('tenant').selectAll().executeTakeFirstOrThrow();
    const keys = openTenant(store.master, tenant.tenant_id, tenant.wrapped_key);
    const seen = await verifyStore({ db: scratch, keys, folder: join(folder, 'blobs') });
    const counts = { chart: seen.records, entry: seen.entries, blob: seen.photos, audit: seen.auditRows };
    for (const table of ['chart', 'entry', 'blob', 'audit'] as const) {
      if (counts[table] !== content.tables[table].rows && seen.whole) throw notGood(`${table}: ${counts[table]} rows`);
    }
    return seen;
  } finally {
    await scratch.destroy();
  }
}

const notGood = (why: string): Refusal =>
  new Refusal([
    {
      code: 'server.backup-not-good',
      at: '',
      says: `The backup did not restore to what was backed up: ${why}.`,
      mend: 'Try again.',
    },
  ]);
