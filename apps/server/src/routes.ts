import { buffer } from 'node:stream/consumers';
import { admissionKinds, admit, methods, planCourse, refuseZones, screen, validateAnswers } from '@stria/care';
import {
  type Answers,
  answersSchema,
  type CourseRequest,
  courseRequestSchema,
  type Entry,
  type Problem,
  parseEntry,
  sha256Schema,
  uuidSchema,
} from '@stria/record';
import * as z from 'zod/mini';
import type { AuditAction } from './audit.ts';
import { findBlob, readBlob, storeBlob } from './blobs.ts';
import { appendEntries, entriesAfter, entriesOfKinds, listRecords } from './charts.ts';
import { productVersion } from './checkout.ts';
import { eraseRecord } from './erasure.ts';
import type { Store } from './opened-store.ts';
import { checkPhoto } from './photo.ts';
import { must, Refusal, refuse, settle } from './refusal.ts';

/**
 * Every route of the API, in one table: what it takes (schemas), who may ask, what it writes into the audit. `holder` is
 * whoever can reach this computer's own address; roles come with sign-in. Reading is not audited while there is one person
 * on one computer; it will be when there are roles.
 */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly says: string;
  readonly access: 'anyone' | 'holder';
  readonly audit: AuditAction | null;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  /** A schema for a JSON body; `photo` where the body is the bytes of a photo. */
  readonly body?: z.ZodMiniType | 'photo';
  readonly handle: (asked: Asked) => Promise<Reply>;
}

/** What a handler gets: every part has passed the route's schema. */
export interface Asked {
  readonly store: Store;
  readonly now: Date;
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
  /** The bytes of a photo as they come, with what the head of the request says of them. */
  readonly photo?: { readonly mediaType: string; readonly bytes: number; readonly source: AsyncIterable<Uint8Array> };
}

export type Reply =
  | { readonly status?: number; readonly json: unknown }
  | {
      readonly mediaType: string;
      readonly bytes: number;
      readonly sha256: string;
      readonly source: () => AsyncIterable<Buffer>;
    };

const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

const ofRecord = z.strictObject({ record: uuidSchema });
const ofBlob = z.strictObject({ record: uuidSchema, sha256: sha256Schema });
const page = z.strictObject({ after: z.optional(numeral()), limit: z.optional(numeral()) });
const PAGE_MAX = 1000;

export const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/health',
    says: 'Whether this is stria, and whether its database answers.',
    access: 'anyone',
    audit: null,
    handle: async ({ store }) => {
      const up = await settle(() => store.db.selectFrom('tenant').select('tenant_id').limit(1).execute());
      return { json: { ok: up.ok, product: 'stria', version: productVersion(), database: up.ok ? 'up' : 'away' } };
    },
  },
  {
    method: 'GET',
    path: '/api/records',
    says: 'The records of this store.',
    access: 'holder',
    audit: null,
    handle: async ({ store }) => ({ json: { records: await listRecords(store) } }),
  },
  {
    method: 'POST',
    path: '/api/entries',
    says: 'Appends entries, all of them or none. Sending the same ones again changes nothing. What care never allows is refused.',
    access: 'holder',
    audit: 'entries.appended',
    body: z.strictObject({ entries: z.array(z.unknown()).check(z.maxLength(PAGE_MAX)) }),
    handle: async ({ store, body, now }) => {
      const entries = parseAll((body as { entries: readonly unknown[] }).entries);
      await admitAll(store, entries);
      return { json: { entries: await appendEntries(store, entries, 'device', now) } };
    },
  },
  {
    method: 'GET',
    path: '/api/records/:record/entries',
    says: 'Entries of a record in the order in which they came in, after a place in it; `next` is where to go on.',
    access: 'holder',
    audit: null,
    params: ofRecord,
    query: page,
    handle: async ({ store, params, query }) => {
      const after = Number(query.after ?? 0);
      const limit = Math.max(1, Math.min(Number(query.limit ?? 500), PAGE_MAX));
      const found = await entriesAfter(store, params.record as string, after, limit);
      return {
        json: { entries: found.map((f) => f.entry), next: found.at(-1)?.received ?? after, more: found.length === limit },
      };
    },
  },
  {
    method: 'DELETE',
    path: '/api/records/:record',
    says: 'Erases a whole record, its photos and its keys. A tombstone stays in the audit.',
    access: 'holder',
    audit: 'record.erased',
    params: ofRecord,
    handle: async ({ store, params, now }) => ({
      json: { erased: await eraseRecord(store, params.record as string, 'device', now) },
    }),
  },
  {
    method: 'PUT',
    path: '/api/records/:record/blobs/:sha256',
    says: 'Stores a photo or mask as captured, without metadata. Sending the same one again changes nothing.',
    access: 'holder',
    audit: 'blob.stored',
    params: ofBlob,
    body: 'photo',
    handle: putPhoto,
  },
  {
    method: 'GET',
    path: '/api/records/:record/blobs/:sha256',
    says: 'The bytes of a photo or mask.',
    access: 'holder',
    audit: null,
    params: ofBlob,
    handle: async ({ store, params }) => {
      const row = await findBlob(store, params.record as string, params.sha256 as string);
      return { mediaType: row.media_type, bytes: row.bytes, sha256: row.sha256, source: () => readBlob(store, row) };
    },
  },
  {
    method: 'GET',
    path: '/api/methods',
    says: 'Every method that people ask about, with what the evidence says of it.',
    access: 'anyone',
    audit: null,
    handle: async () => ({ json: { methods } }),
  },
  {
    method: 'POST',
    path: '/api/screen',
    says: 'Answers -> verdict. Nothing is kept.',
    access: 'anyone',
    audit: null,
    body: answersSchema,
    handle: async ({ body }) => {
      const answers = body as Answers;
      const problems = validateAnswers(answers);
      if (problems.length > 0) throw new Refusal(problems);
      return { json: screen(answers) };
    },
  },
  {
    method: 'POST',
    path: '/api/plan',
    says: 'A wish for a course -> the course, or every reason against it. Nothing is kept.',
    access: 'anyone',
    audit: null,
    body: courseRequestSchema,
    handle: async ({ body }) => {
      const request = body as CourseRequest;
      const zones = refuseZones(request.answers.zones ?? [], '/answers/zones');
      const course = planCourse(request);
      if (zones.length > 0) throw new Refusal([...zones, ...(course.ok ? [] : course.problems)]);
      return { json: must(course) };
    },
  },
];

/** A whole number in a query, where everything is text. */
function numeral() {
  return z.string().check(z.regex(/^\d{1,15}$/, 'not a whole number'));
}

function parseAll(values: readonly unknown[]): Entry[] {
  const problems: Problem[] = [];
  const entries = values.flatMap((value, i) => {
    const read = parseEntry(value, `/entries/${i}`);
    if (!read.ok) problems.push(...read.problems);
    return read.ok ? [read.value] : [];
  });
  if (problems.length > 0) throw new Refusal(problems);
  return entries;
}

/** Asks care about each chart's own entries; most of what is sent needs no look into the store. */
async function admitAll(store: Store, entries: readonly Entry[]): Promise<void> {
  const problems: Problem[] = [];
  for (const record of new Set(entries.map((e) => e.record as string))) {
    const own = entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => entry.record === record);
    if (!own.some(({ entry }) => asked.has(entry.kind))) continue;
    const known = await entriesOfKinds(store, record, admissionKinds);
    const found = admit(
      own.map(({ entry }) => entry),
      { known },
    );
    for (const p of found) {
      const at = p.at.replace(/^\/entries\/(\d+)/, (_, i) => `/entries/${own[Number(i)]?.index}`);
      problems.push({ ...p, at });
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
}
const asked: ReadonlySet<string> = new Set(['plan', 'session', 'photo', 'correction']);

async function putPhoto({ store, params, photo, now }: Asked): Promise<Reply> {
  if (!photo) throw new Error('a route for photos got none');
  const mediaType = photoTypes.find((t) => t === photo.mediaType);
  if (!mediaType) {
    refuse('server.media-type', '', 'A photo is sent as image/jpeg, image/png or image/webp.', 'Name its type in the head.');
  }
  const bytes = await buffer(photo.source);
  checkPhoto(bytes, mediaType);
  const announced = { sha256: params.sha256 as string, bytes: photo.bytes, mediaType };
  const outcome = await storeBlob(store, params.record as string, announced, pieces(bytes), 'device', now);
  return { status: outcome === 'stored' ? 201 : 200, json: { sha256: announced.sha256, bytes: announced.bytes, outcome } };
}

async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}
