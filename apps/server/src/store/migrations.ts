/// <reference path="./sql.d.ts" />
import type pg from 'pg';
import { refuse } from '../refusal.ts';
import charts from './migrations/0001-charts.sql?raw';

/**
 * The steps from an empty database to today's, plain SQL, in order. A step is never edited once it was released; the lint
 * beside this file holds the rules that keep the door open to bigger databases.
 */
export const migrations: readonly { readonly name: string; readonly sql: string }[] = [{ name: '0001-charts', sql: charts }];

/** Any number, the same in every program of stria: two that start at once migrate one after the other. */
const MIGRATION_LOCK = 4_310_001;

/** Brings the database up to date, all missing steps in one transaction. Returns the names of the steps it made. */
export async function migrate(client: pg.ClientBase): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await client.query('create table if not exists migration (name text primary key, made_at timestamptz not null)');
    const made = (await client.query<{ name: string }>('select name from migration order by name')).rows.map((r) => r.name);
    const unknown = made.filter((name) => !migrations.some((m) => m.name === name));
    if (unknown.length > 0) {
      refuse(
        'server.database-newer',
        '',
        `A newer release of stria has changed this store (${unknown[0]}).`,
        'Start that release, or restore a backup that this one made. Nothing was changed.',
      );
    }
    const missing = migrations.filter((m) => !made.includes(m.name));
    for (const step of missing) {
      await client.query(step.sql);
      await client.query('insert into migration (name, made_at) values ($1, now())', [step.name]);
    }
    await client.query('commit');
    return missing.map((m) => m.name);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
