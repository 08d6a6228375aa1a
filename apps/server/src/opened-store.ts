import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { newHead } from './audit.ts';
import type { Blobs } from './blobs.ts';
import { newTenantKey, openTenant, readMasterKey, readOrMakeMasterKey, type TenantKeys } from './keys.ts';
import type { Settings } from './settings.ts';
import { type Database, openDatabase, type Reach } from './store/database.ts';
import { joinPostgres, makeDataFolder, type Postgres } from './store/postgres.ts';

/** The store of one data folder, open: the database, the photos' folder and the keys. Close it, or the database stays up. */
export interface Store extends Blobs {
  readonly settings: Settings;
  readonly reach: Reach;
  readonly master: Buffer;
  /** The embedded database, absent where STRIA_DATABASE_URL names another. */
  readonly postgres: Postgres | undefined;
  close(): Promise<void>;
}

/** Opens the database alone: for a restore, which brings its own tenant. */
export async function openUnder(settings: Settings, patienceMs: number) {
  makeDataFolder(settings.dataFolder);
  const postgres = settings.databaseUrl === undefined ? await joinPostgres(settings.dataFolder) : undefined;
  const reach: Reach = {
    at: postgres ? { socketFolder: postgres.socketFolder } : { url: settings.databaseUrl as string },
    patienceMs,
  };
  try {
    const db = await openDatabase(reach);
    const close = async () => {
      await db.destroy();
      await postgres?.leave();
    };
    return { postgres, reach, db, close };
  } catch (error) {
    await postgres?.leave();
    throw error;
  }
}

/** Opens the store, makes it where there is none. `patienceMs`: see Reach. */
export async function openStore(settings: Settings, patienceMs = 0): Promise<Store> {
  const under = await openUnder(settings, patienceMs);
  try {
    const { master, keys } = await openKeys(under.db, settings.keyFile);
    return { ...under, settings, master, keys, folder: settings.blobsFolder };
  } catch (error) {
    await under.close();
    throw error;
  }
}

/** One tenant for now: the person or the practice whose computer this is. Its row is made with the store. */
async function openKeys(db: Database, keyFile: string): Promise<{ master: Buffer; keys: TenantKeys }> {
  for (;;) {
    const tenant = await db.selectFrom('tenant').select(['tenant_id', 'wrapped_key']).orderBy('opened_at').executeTakeFirst();
    if (tenant) {
      const master = readMasterKey(keyFile);
      return { master, keys: openTenant(master, tenant.tenant_id, tenant.wrapped_key) };
    }
    const master = readOrMakeMasterKey(keyFile);
    await makeTenant(db, master);
  }
}

/** Two programs may open a new store at once: the lock lets one make the tenant and the other find it. */
async function makeTenant(db: Database, master: Buffer): Promise<void> {
  const tenantId = uuid();
  const wrapped = newTenantKey(master, tenantId);
  const { audit } = openTenant(master, tenantId, wrapped);
  await db.transaction().execute(async (change) => {
    await sql`lock table tenant in exclusive mode`.execute(change);
    if (await change.selectFrom('tenant').select('tenant_id').executeTakeFirst()) return;
    const head = newHead(audit, tenantId);
    await change
      .insertInto('tenant')
      .values({ tenant_id: tenantId, opened_at: new Date(), wrapped_key: wrapped, ...head })
      .execute();
  });
}

/** A short name of a key that tells two keys apart and gives nothing away. */
export const keyName = (master: Buffer): string =>
  createHash('sha256').update('stria key name').update(master).digest('hex').slice(0, 16);

/** True where nothing was ever kept here: no record, and no trace of one in the audit. */
export async function isNew(db: Database): Promise<boolean> {
  const [record, audit] = await Promise.all([
    db.selectFrom('chart').select('record_id').limit(1).executeTakeFirst(),
    db.selectFrom('audit').select('seq').limit(1).executeTakeFirst(),
  ]);
  return record === undefined && audit === undefined;
}
