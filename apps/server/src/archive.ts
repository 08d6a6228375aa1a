import { type BlobRef, blobSchema, countSchema, type Entry, sha256Schema, uuidSchema } from '@stria/record';
import * as z from 'zod/mini';

/**
 * The archive: a record outside of any store, readable without stria. A plain tar of
 *
 *   manifest.json                              what is in it, with lengths and hashes
 *   records/<id>/entries.jsonl                 the entries, one a line, in the order in which they came in
 *   records/<id>/originals/<sha256>.jpg        photos and masks as captured, metadata stripped
 *
 * wrapped in age where a passphrase is given.
 */
export const ARCHIVE_VERSION = 1;
export const MANIFEST_NAME = 'manifest.json';

const recordSchema = z.strictObject({
  id: uuidSchema,
  entries: countSchema,
  entriesBytes: countSchema,
  entriesSha256: sha256Schema,
  originals: z.array(blobSchema),
  /** Photos that the entries name and the store did not hold when the archive was made. */
  missing: z.array(sha256Schema),
});
export const manifestSchema = z.strictObject({
  format: z.literal('stria-archive'),
  version: z.literal(ARCHIVE_VERSION),
  records: z.array(recordSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type ArchivedRecord = z.infer<typeof recordSchema>;

/** One record of an archive, read and checked. */
export interface Chart {
  readonly record: string;
  readonly entries: readonly Entry[];
  readonly originals: readonly BlobRef[];
}

export const entriesName = (record: string): string => `records/${record}/entries.jsonl`;
export const originalName = (record: string, blob: BlobRef): string =>
  `records/${record}/originals/${blob.sha256}.${extensions[blob.mediaType]}`;

export const extensions = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const satisfies Record<
  BlobRef['mediaType'],
  string
>;

/** Every photo and mask that the entries name, once each. */
export function namedBlobs(entries: readonly Entry[]): BlobRef[] {
  const named = new Map<string, BlobRef>();
  for (const entry of entries) {
    if (entry.kind === 'photo') named.set(entry.body.original.sha256, entry.body.original);
    if (entry.kind === 'measurement' && entry.body.of === 'photo') named.set(entry.body.mask.sha256, entry.body.mask);
  }
  return [...named.values()];
}
