import { rm } from 'node:fs/promises';
import type { BlobRef } from '@stria/record';
import type { Chart } from './archive.ts';
import { type Blobs, hasBlob, type Staged, sealedFile, stageBlob, writeRow } from './blobs.ts';
import { appendEntries } from './charts.ts';

export interface TakenIn {
  readonly records: number;
  readonly entries: { readonly stored: number; readonly known: number };
  readonly originals: { readonly stored: number; readonly known: number };
}

/** Hands over every photo that belongs to the charts, one at a time. */
export type Originals = (see: (record: string, blob: BlobRef, bytes: Buffer) => Promise<void>) => Promise<void>;

/**
 * Takes whole charts into the store, from an archive or from the invented cast: every entry and every photo, or nothing.
 * Doing it again changes nothing. The photos are written first, under passing names; the one change then names them all.
 */
export async function takeIn(blobs: Blobs, charts: readonly Chart[], originals: Originals, now: Date): Promise<TakenIn> {
  const staged: Staged[] = [];
  let known = 0;
  const unused: string[] = [];
  try {
    await originals(async (record, blob, bytes) => {
      if (await hasBlob(blobs, record, blob)) known++;
      else staged.push(await stageBlob(blobs, record, blob, once(bytes), now));
    });
    for (const s of staged) await s.place();
    const outcomes = await appendEntries(
      blobs,
      charts.flatMap((c) => c.entries),
      'command',
      now,
      async (change) => {
        for (const { row } of staged) {
          const written = await writeRow(change, blobs, row, 'command');
          if (written.unused !== undefined) unused.push(written.unused);
          if (written.outcome === 'known') known++;
        }
      },
    );
    for (const id of unused) await rm(sealedFile(blobs.folder, blobs.keys.tenantId, id), { force: true });
    const stored = outcomes.filter((o) => o.outcome === 'stored').length;
    return {
      records: charts.length,
      entries: { stored, known: outcomes.length - stored },
      originals: { stored: staged.length - unused.length, known },
    };
  } catch (error) {
    for (const s of staged) await s.discard();
    throw error;
  }
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
