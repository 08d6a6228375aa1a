import { photoLimits, readPhotoFile } from '@stria/imaging';
import { problem } from '@stria/record';
import { must, Refusal } from './refusal.ts';

/** The largest photo that the app takes on the device; it is held whole in memory for as long as it takes to look for metadata. */
export const PHOTO_BYTES_MAX = photoLimits.bytes;

/**
 * Looks once more for metadata in what the device says it has stripped. Bytes that still carry some are refused, not
 * mended: a photo is known by its hash, and silently storing other bytes would break that.
 */
export function checkPhoto(bytes: Buffer, mediaType: string): void {
  const read = must(readPhotoFile(bytes));
  if (read.mediaType !== mediaType) {
    throw new Refusal([
      problem(
        'server.photo-media-type',
        '',
        `The photo was announced as ${mediaType} and is ${read.mediaType}.`,
        'Send it again.',
      ),
    ]);
  }
  if (read.stripped.length !== bytes.length || !bytes.equals(read.stripped)) {
    throw new Refusal([
      problem(
        'server.photo-has-metadata',
        '',
        'The photo still carries metadata (such as place or camera), so it was not stored.',
        'Strip it on the device first; the app does so by itself.',
      ),
    ]);
  }
}
