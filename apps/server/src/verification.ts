import { createHash } from 'node:crypto';
import { namedBlobs } from './archive.ts';
import { checkChain } from './audit.ts';
import { type Blobs, readBlob, sealedFiles } from './blobs.ts';
import { openEntry, openText } from './charts.ts';
import { fingerprint } from './keys.ts';
import { problemsOf, settle } from './refusal.ts';
import type { Tables } from './store/database.ts';

export interface Broken {
  readonly what: 'audit' | 'entry' | 'photo' | 'record';
  /** Number of the audit's row, or the id of the entry, photo or record. */
  readonly id: string;
  readonly says: string;
}

export interface Verification {
  /** True where nothing is broken. */
  readonly whole: boolean;
  readonly records: number;
  readonly entries: number;
  readonly photos: number;
  readonly photoBytes: number;
  readonly auditRows: number;
  /** Photos that entries name and that have not come in yet: not broken, the device still has them. */
  readonly photosAwaited: number;
  /** Files that no row names: left by an upload that was cut off, taken away at the next start. */
  readonly filesWithoutRow: number;
  /** What is broken, the first hundred of it. */
  readonly broken: readonly Broken[];
  readonly brokenCount: number;
}

const SHOWN = 100;

/**
 * Reads everything there is: every row of the audit against its chain, every entry against its seal and against the audit
 * that saw it come in, every photo against its hash. Changes nothing.
 */
export async function verifyStore(blobs: Blobs): Promise<Verification> {
  const broken: Broken[] = [];
  const history = await readAudit(blobs, broken);
  const { records, entries, named } = await readCharts(blobs, history, broken);
  const photos = await readPhotos(blobs, broken);
  const awaited = [...named].filter((key) => !photos.known.has(key));
  const files = await sealedFiles(blobs);
  return {
    whole: broken.length === 0,
    records,
    entries,
    photos: photos.count,
    photoBytes: photos.bytes,
    auditRows: history.rows,
    photosAwaited: awaited.length,
    filesWithoutRow: files.filter((id) => !photos.ids.has(id)).length,
    broken: broken.slice(0, SHOWN),
    brokenCount: broken.length,
  };
}

interface History {
  readonly rows: number;
  /** False where the chain is broken: then it cannot say what should be here. */
  readonly proven: boolean;
  /** Fingerprint of every entry that came in and was not erased, by id. */
  readonly entries: Map<string, { readonly record: string; readonly print: string }>;
}

async function readAudit({ db, keys }: Blobs, broken: Broken[]): Promise<History> {
  const entries: History['entries'] = new Map();
  const check = await checkChain(db, keys.audit, keys.tenantId, (row) => {
    const record = row.record_id ?? '';
    if (row.action === 'entries.appended') {
      const detail = JSON.parse(row.detail) as { entries: [string, string][] };
      for (const [id, print] of detail.entries) entries.set(id, { record, print });
    }
    if (row.action === 'record.erased') {
      for (const [id, entry] of entries) if (entry.record === record) entries.delete(id);
    }
  });
  if (check.broken) broken.push({ what: 'audit', id: String(check.broken.seq), says: check.broken.says });
  return { rows: check.rows, proven: !check.broken, entries };
}

async function readCharts(blobs: Blobs, history: History, broken: Broken[]) {
  const { db, keys } = blobs;
  const records = await db
    .selectFrom('chart')
    .selectAll()
    .where('tenant_id', '=', keys.tenantId)
    .orderBy('record_id')
    .execute();
  const here = new Set<string>();
  const named = new Set<string>();
  for (const record of records) {
    const opened = await settle(async () => keys.unwrap('record', record.record_id, record.wrapped_key));
    const says = opened.ok
      ? await readRecord(blobs, record, opened.value, history, { broken, here, named })
      : opened.problems.map((p) => p.says).join(' ');
    if (says !== undefined) broken.push({ what: 'record', id: record.record_id, says });
  }
  if (history.proven) {
    for (const id of history.entries.keys()) {
      if (!here.has(id)) broken.push({ what: 'entry', id, says: 'It came in and is not here any more.' });
    }
  }
  return { records: records.length, entries: here.size, named };
}

interface Seen {
  readonly broken: Broken[];
  readonly here: Set<string>;
  readonly named: Set<string>;
}

/** Reads every entry of a record; what is wrong with the record as a whole, undefined where nothing is. */
async function readRecord(
  { db, keys }: Blobs,
  record: Tables['chart'],
  key: Buffer,
  history: History,
  seen: Seen,
): Promise<string | undefined> {
  let place = 0;
  let gap: number | undefined;
  for (;;) {
    const rows = await db
      .selectFrom('entry')
      .selectAll()
      .where('tenant_id', '=', keys.tenantId)
      .where('record_id', '=', record.record_id)
      .where('received', '>', place)
      .orderBy('received')
      .limit(1000)
      .execute();
    for (const row of rows) {
      if (row.received !== place + 1) gap ??= place + 1;
      place = row.received;
      const says = checkEntry(row, key, keys.tenantId, history, seen.named);
      if (says !== undefined) seen.broken.push({ what: 'entry', id: row.entry_id, says });
      seen.here.add(row.entry_id);
    }
    if (rows.length < 1000) break;
  }
  if (gap !== undefined) return `Its entry number ${gap} is missing.`;
  return place === record.received
    ? undefined
    : `It received ${record.received} entries; those after number ${place} are missing.`;
}

type EntryRow = Parameters<typeof openEntry>[2] & { readonly fingerprint: Buffer; readonly kind: string };

/** What is wrong with a stored entry, undefined where nothing is. Adds the photos that it names. */
function checkEntry(row: EntryRow, key: Buffer, tenantId: string, history: History, named: Set<string>): string | undefined {
  try {
    const text = openText(tenantId, key, row);
    const entry = openEntry(tenantId, key, row);
    for (const blob of namedBlobs([entry])) named.add(`${row.record_id}/${blob.sha256}`);
    if (entry.id !== row.entry_id || entry.record !== row.record_id || entry.kind !== row.kind) return 'Its row was altered.';
    const print = fingerprint(key, text);
    const seen = history.entries.get(row.entry_id);
    if (!print.equals(row.fingerprint)) return 'Its content is not the one that came in.';
    if (history.proven && seen?.print !== print.toString('hex')) return 'The audit did not see it come in like this.';
    return undefined;
  } catch (error) {
    const problems = problemsOf(error);
    if (!problems) throw error;
    return problems.map((p) => p.says).join(' ');
  }
}

async function readPhotos(blobs: Blobs, broken: Broken[]) {
  const rows = await blobs.db
    .selectFrom('blob')
    .selectAll()
    .where('tenant_id', '=', blobs.keys.tenantId)
    .orderBy('blob_id')
    .execute();
  for (const row of rows) {
    try {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const part of readBlob(blobs, row)) {
        hash.update(part);
        bytes += part.length;
      }
      if (hash.digest('hex') !== row.sha256 || bytes !== row.bytes)
        broken.push({ what: 'photo', id: row.blob_id, says: 'Its bytes are not the ones that came in.' });
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      broken.push({ what: 'photo', id: row.blob_id, says: problems.map((p) => p.says).join(' ') });
    }
  }
  return {
    count: rows.length,
    bytes: rows.reduce((sum, r) => sum + r.bytes, 0),
    ids: new Set(rows.map((r) => r.blob_id)),
    known: new Set(rows.map((r) => `${r.record_id}/${r.sha256}`)),
  };
}
