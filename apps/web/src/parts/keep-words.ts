import type { KeepView } from '../keep/index.ts';

/** Where the record lies now, in a sentence. Plain files without a server are the normal case there, not a lack. */
export function statusWords(keep: Pick<KeepView, 'host' | 'waiting' | 'refusals'>): string {
  if (keep.host === 'none' || keep.host === 'unknown') return 'Kept on this device.';
  if (keep.refusals.length > 0) return 'Kept on this device. The server did not accept some of it.';
  if (keep.waiting === 0) return 'Kept on this device and copied to the server.';
  return keep.host === 'away'
    ? 'Kept on this device. Not yet copied to the server.'
    : 'Kept on this device. Copying to the server…';
}
