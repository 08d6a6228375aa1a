import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkoutFolder } from '../checkout.ts';
import { migrations } from './migrations.ts';

/** What keeps the tables fit to be spread over machines by tenant. One finding a broken rule. */
function lint(sql: string): string[] {
  const text = sql.replace(/--.*$/gm, '').toLowerCase();
  const found: string[] = [];
  const banned = [
    /\b(big|small)?serial\b/,
    /\bsequence\b/,
    /\bidentity\b/,
    /\bnextval\b/,
    /\b(un)?listen\b/,
    /\bnotify\b/,
    /\bexclude\s+using\b/,
    /\bexclusion\b/,
  ];
  for (const word of banned) if (word.test(text)) found.push(`uses ${word.exec(text)?.[0]}`);
  const keys = /(primary key|unique|foreign key|references\s+\w+|create (?:unique )?index \w+ on \w+)\s*\(([^)]*)\)/g;
  for (const [, what, columns] of text.matchAll(keys)) {
    if (columns?.split(',')[0]?.trim() !== 'tenant_id') found.push(`${what} (${columns}) does not begin with tenant_id`);
  }
  for (const [, name, body] of text.matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)) {
    if (!/^\s*tenant_id uuid/.test(body ?? '')) found.push(`${name} does not begin with tenant_id`);
    if (!/primary key/.test(body ?? '')) found.push(`${name} has no primary key`);
    for (const line of (body ?? '').split('\n')) {
      if (/\bprimary key\b|\bunique\b/.test(line) && !/^\s*(primary key|unique) \(|^\s*tenant_id uuid primary key/.test(line))
        found.push(`${name}: a key written at a column (${line.trim()})`);
    }
  }
  return found;
}

describe('the migrations', () => {
  it('put tenant_id first in every key, and use nothing that a spread database lacks', () => {
    expect(migrations.length).toBeGreaterThanOrEqual(1);
    for (const { name, sql } of migrations) {
      expect(sql.match(/create table/g)?.length ?? 0, name).toBeGreaterThanOrEqual(1);
      expect(lint(sql), name).toEqual([]);
    }
  });

  it('are all listed, in the order of their numbers', () => {
    const files = readdirSync(join(checkoutFolder(), 'apps/server/src/store/migrations')).sort();
    expect(migrations.map((m) => `${m.name}.sql`)).toEqual(files);
  });

  it('would be caught if they broke a rule', () => {
    const faults = [
      'create table a (\n  tenant_id uuid not null,\n  n bigserial,\n  primary key (tenant_id, n)\n);',
      'create table a (\n  id uuid primary key,\n  tenant_id uuid\n);',
      'create table a (\n  tenant_id uuid not null,\n  b uuid not null,\n  primary key (b, tenant_id)\n);',
      'create table a (\n  tenant_id uuid not null,\n  b text unique,\n  primary key (tenant_id, b)\n);',
      'create index a_b on a (b, tenant_id);',
      'notify changes;',
      'alter table a add foreign key (b) references c (b);',
    ];
    for (const sql of faults) expect(lint(sql), sql).not.toEqual([]);
  });
});
