import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient, type Transaction } from 'kysely';
import pg from 'pg';
import { DatabaseAway, refuse, saysConnectionLost } from '../refusal.ts';
import { migrate } from './migrations.ts';
import { DATABASE } from './postgres.ts';

/** The tables as the program sees them: `bytea` is a Buffer, `bigint` a number (counts and places, far below 2^53). */
export interface Tables {
  tenant: {
    tenant_id: string;
    opened_at: Date;
    wrapped_key: Buffer;
    audit_seq: number;
    audit_mac: Buffer;
    audit_head_mac: Buffer;
  };
  /** A record; named so because `record` is a word of the database's own. */
  chart: { tenant_id: string; record_id: string; opened_at: Date; wrapped_key: Buffer; received: number };
  entry: {
    tenant_id: string;
    entry_id: string;
    record_id: string;
    received: number;
    received_at: Date;
    kind: string;
    sealed: Buffer;
    fingerprint: Buffer;
  };
  blob: {
    tenant_id: string;
    blob_id: string;
    record_id: string;
    variant: string;
    sha256: string;
    bytes: number;
    media_type: string;
    received_at: Date;
    wrapped_key: Buffer;
  };
  audit: {
    tenant_id: string;
    seq: number;
    at: Date;
    actor: string;
    action: string;
    record_id: string | null;
    detail: string;
    mac: Buffer;
  };
}
export type Database = Kysely<Tables>;
export type Change = Transaction<Tables>;

export interface Reach {
  /** Folder of the embedded database's socket, or the address of an own PostgreSQL. */
  readonly at: { readonly socketFolder: string } | { readonly url: string };
  /** The database in it; another than our own only when a backup is proven. */
  readonly database?: string;
  /** How long a question may take before the database counts as away; 0 waits for ever (export, backup). */
  readonly patienceMs: number;
}

/** Connects, checks the release, migrates. */
export async function openDatabase(reach: Reach): Promise<Database> {
  const pool = new pg.Pool({ ...connectionOf(reach), max: 10 });
  pool.on('error', () => undefined); // an idle connection was lost: the pool drops it, the next question opens a new one
  try {
    const client = await pool.connect();
    try {
      await checkRelease(client);
      await migrate(client);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    refuseAddress(error);
    throw saysConnectionLost(error) ? new DatabaseAway('the database cannot be reached', { cause: error }) : error;
  }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: watched(pool) }) });
}

/** An own PostgreSQL that refuses its user or has no such database, in words that do not repeat the address: a password stands in it. */
function refuseAddress(error: unknown): void {
  const { code } = error as { code?: string };
  if (code !== '3D000' && !/^28/.test(code ?? '')) return;
  refuse(
    'server.database-refused',
    '',
    'The PostgreSQL of STRIA_DATABASE_URL does not let us in.',
    'Check its user, password and database: postgresql://USER:PASSWORD@HOST/DATABASE.',
  );
}

/** Settings for one connection of the driver, for the questions that need no query layer. */
export function connectionOf(reach: Reach): pg.ClientConfig {
  const { at, database = DATABASE } = reach;
  const where =
    'socketFolder' in at
      ? { host: at.socketFolder, user: DATABASE, database }
      : { connectionString: reach.database === undefined ? at.url : otherDatabase(at.url, reach.database) };
  return {
    ...where,
    connectionTimeoutMillis: reach.patienceMs === 0 ? 30_000 : Math.min(reach.patienceMs, 5000),
    ...(reach.patienceMs === 0 ? {} : { query_timeout: reach.patienceMs }),
    types: { getTypeParser },
  };
}

/** The same server, another database: the driver takes what stands in the address before anything else. */
function otherDatabase(address: string, database: string): string {
  const url = new URL(address);
  url.pathname = `/${database}`;
  return url.href;
}

const INT8 = 20;
function getTypeParser(oid: number, format?: 'text' | 'binary') {
  return oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text');
}

async function checkRelease(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
  const major = Math.floor(Number(rows[0]?.server_version_num) / 10_000);
  if (!(major >= 15)) {
    refuse('server.database-too-old', '', `This PostgreSQL is release ${major}; stria needs 15 or newer.`, 'Update it.');
  }
}

/**
 * The pool as the query layer sees it. A question that got no answer leaves its connection in an unknown state: it is
 * thrown away, never given to the next one, and whoever asked learns that the database is away.
 */
function watched(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw saysConnectionLost(error) ? new DatabaseAway('no connection', { cause: error }) : error;
      });
      let broken: unknown;
      const onError = (error: unknown) => {
        broken = error;
      };
      client.on('error', onError);
      const query = async (text: string, parameters: readonly unknown[]) => {
        if (broken !== undefined) throw new DatabaseAway('the connection is gone', { cause: broken });
        try {
          return await client.query(text, [...parameters]);
        } catch (error) {
          if (!saysConnectionLost(error)) throw error;
          broken = error;
          throw new DatabaseAway('the database did not answer', { cause: error });
        }
      };
      return {
        query,
        release: () => {
          client.off('error', onError);
          client.release(broken !== undefined);
        },
      } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}
