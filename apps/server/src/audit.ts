import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { canonical } from './canonical.ts';
import type { Change, Database, Tables } from './store/database.ts';

/**
 * Who changed what, when: one row a change, written in the transaction of the change itself, so that there is never one
 * without the other. Each row carries a code over itself and the row before, under a key that is not in the database: an
 * edited, missing or reordered row is found, and named, by `stria verify`; a cut tail is found by the head.
 */
export const auditActions = [
  'entries.appended',
  'blob.stored',
  'blob.stored-again',
  'record.erased',
  'store.restored',
] as const;
export type AuditAction = (typeof auditActions)[number];

export interface AuditEvent {
  readonly at: Date;
  /** Who acted: `device` (over HTTP, until there is sign-in) or `command`. */
  readonly actor: 'device' | 'command';
  readonly action: AuditAction;
  readonly record: string | null;
  /** Ids, counts and fingerprints, never content: it outlives an erasure. */
  readonly detail: unknown;
}

type Row = Tables['audit'];

const rowMac = (key: Buffer, row: Omit<Row, 'mac'>, before: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(
      canonical([
        'row',
        row.tenant_id,
        row.seq,
        row.at.toISOString(),
        row.actor,
        row.action,
        row.record_id,
        row.detail,
        before.toString('hex'),
      ]),
    )
    .digest();

const headMac = (key: Buffer, tenantId: string, seq: number, mac: Buffer): Buffer =>
  createHmac('sha256', key)
    .update(canonical(['head', tenantId, seq, mac.toString('hex')]))
    .digest();

/** What comes before the first row. */
const origin: Buffer = Buffer.alloc(32);

/** The head of a chain without rows, for a new tenant. */
export const newHead = (key: Buffer, tenantId: string) => ({
  audit_seq: 0,
  audit_mac: origin,
  audit_head_mac: headMac(key, tenantId, 0, origin),
});

/** Appends one row; the tenant's row is locked until the transaction ends, so the numbers have no gaps. */
export async function appendAudit(change: Change, key: Buffer, tenantId: string, event: AuditEvent): Promise<void> {
  const head = await change
    .selectFrom('tenant')
    .select(['audit_seq', 'audit_mac'])
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  const row = {
    tenant_id: tenantId,
    seq: head.audit_seq + 1,
    at: event.at,
    actor: event.actor,
    action: event.action,
    record_id: event.record,
    detail: canonical(event.detail),
  };
  const mac = rowMac(key, row, head.audit_mac);
  await change
    .insertInto('audit')
    .values({ ...row, mac })
    .execute();
  await change
    .updateTable('tenant')
    .set({ audit_seq: row.seq, audit_mac: mac, audit_head_mac: headMac(key, tenantId, row.seq, mac) })
    .where('tenant_id', '=', tenantId)
    .execute();
}

export interface ChainCheck {
  readonly rows: number;
  /** Where the chain is first broken, and how. */
  readonly broken?: { readonly seq: number; readonly says: string };
}

/** Walks the whole chain; `see` gets every row that is proven, in order. */
export async function checkChain(db: Database, key: Buffer, tenantId: string, see: (row: Row) => void): Promise<ChainCheck> {
  let before: Buffer = origin;
  let seq = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .execute();
    for (const row of rows) {
      if (row.seq !== seq + 1) return { rows: seq, broken: { seq: seq + 1, says: `Row ${seq + 1} of the audit is missing.` } };
      if (!same(row.mac, rowMac(key, row, before)))
        return { rows: seq, broken: { seq: row.seq, says: `Row ${row.seq} of the audit was altered.` } };
      see(row);
      before = row.mac;
      seq = row.seq;
    }
    if (rows.length < 1000) break;
  }
  return checkHead(db, key, tenantId, seq, before);
}

async function checkHead(db: Database, key: Buffer, tenantId: string, seq: number, last: Buffer): Promise<ChainCheck> {
  const head = await db
    .selectFrom('tenant')
    .select(['audit_seq', 'audit_mac', 'audit_head_mac'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow();
  if (!same(head.audit_head_mac, headMac(key, tenantId, head.audit_seq, head.audit_mac)))
    return { rows: seq, broken: { seq, says: 'The head of the audit was altered.' } };
  if (head.audit_seq > seq)
    return { rows: seq, broken: { seq: seq + 1, says: `Row ${seq + 1} of the audit is missing: its tail was cut off.` } };
  if (head.audit_seq < seq || !same(head.audit_mac, last))
    return { rows: seq, broken: { seq: head.audit_seq + 1, says: 'The audit has rows that its head does not know.' } };
  return { rows: seq };
}

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** True where the record was erased from this store: its tombstone stands in the audit. */
export async function isErased(db: Database | Change, tenantId: string, record: string): Promise<boolean> {
  const found = await db
    .selectFrom('audit')
    .select(sql<number>`1`.as('one'))
    .where('tenant_id', '=', tenantId)
    .where('record_id', '=', record)
    .where('action', '=', 'record.erased')
    .limit(1)
    .execute();
  return found.length > 0;
}
