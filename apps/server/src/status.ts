import type { Problem } from '@stria/record';

/** Problem code -> HTTP status, the one table. A code that is not here is told by its package. */
const statusOf: Record<string, number> = {
  'server.path-unknown': 404,
  'server.method-not-allowed': 405,
  'server.record-unknown': 404,
  'server.blob-unknown': 404,
  'server.record-erased': 410,
  'server.entry-differs': 409,
  'server.host-refused': 421,
  'server.origin-refused': 403,
  'server.too-large': 413,
  'server.length-missing': 411,
  'server.media-type': 415,
  'server.blob-length': 422,
  'server.blob-hash': 422,
  'server.photo-has-metadata': 422,
  'server.photo-media-type': 422,
  'server.too-many-requests': 429,
  'server.disk-full': 507,
  'server.database-away': 503,
  'server.failed': 500,
};

/** Where the input's own form is off: 400. Where the form is right and a rule says no: 422. The rest is our failure. */
const statusOfPackage: Record<string, number> = { record: 400, server: 500 };

/** The status of an answer with these problems: that of the first one. */
export function statusFor(problems: readonly Problem[]): number {
  const code = problems[0]?.code ?? 'server.failed';
  return statusOf[code] ?? statusOfPackage[code.split('.')[0] ?? ''] ?? 422;
}
