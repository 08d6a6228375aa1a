import { rm } from 'node:fs/promises';
import { appendAudit, isErased } from './audit.ts';
import { type Blobs, sealedFile } from './blobs.ts';
import { type Actor, inChange, recordUnknown } from './charts.ts';

export interface Erased {
  readonly entries: number;
  readonly blobs: number;
}

/**
 * Erases a whole record: its entries, its photos, and the keys that would open older copies of them. What stays is a
 * tombstone in the audit (the id, the time, how much there was), so that a device that still holds the record does not
 * bring it back.
 */
export async function eraseRecord(blobs: Blobs, record: string, actor: Actor, now: Date): Promise<Erased> {
  const { tenantId, audit } = blobs.keys;
  const { erased, files } = await inChange(blobs.db, async (change) => {
    const held = await change
      .selectFrom('chart')
      .select('received')
      .where('tenant_id', '=', tenantId)
      .where('record_id', '=', record)
      .forUpdate()
      .executeTakeFirst();
    if (!held) {
      if (await isErased(change, tenantId, record)) return { erased: { entries: 0, blobs: 0 }, files: [] };
      recordUnknown();
    }
    const gone = await change
      .deleteFrom('blob')
      .where('tenant_id', '=', tenantId)
      .where('record_id', '=', record)
      .returning('blob_id')
      .execute();
    await change.deleteFrom('entry').where('tenant_id', '=', tenantId).where('record_id', '=', record).execute();
    await change.deleteFrom('chart').where('tenant_id', '=', tenantId).where('record_id', '=', record).execute();
    const counts = { entries: held.received, blobs: gone.length };
    await appendAudit(change, audit, tenantId, { at: now, actor, action: 'record.erased', record, detail: counts });
    return { erased: counts, files: gone.map((b) => sealedFile(blobs.folder, tenantId, b.blob_id)) };
  });
  // Only now: had the change failed, the photos would still be needed. Their keys are gone already.
  for (const file of files) await rm(file, { force: true });
  return erased;
}
