import { fail, ok, problem, type Result } from '@stria/record';
import { fourLetters } from './bytes.ts';
import { isHeifFamily } from './heif.ts';
import { readJpeg } from './jpeg.ts';
import { damaged, mediaTypes, type PhotoFile, type PhotoFormat, photoLimits } from './photo.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

/**
 * A photo as a file: what it is, how large, which way up, in which colours, taken on which day; and the same photo with
 * everything else taken out. A phone writes the place, the owner and the make of the phone into its files: none of that
 * may reach a store. The picture itself is not decoded and not encoded again: its compressed bytes are copied as they are.
 */

/**
 * Reads the file's bytes. Problems: imaging.not-an-image, imaging.heic-not-read, imaging.truncated, imaging.damaged,
 * imaging.animated, imaging.too-large. The walk is linear in the length of the file and inflates nothing.
 */
export function readPhotoFile(bytes: Uint8Array): Result<PhotoFile> {
  if (bytes.length > photoLimits.bytes) {
    return fail(tooLarge(`The file has ${Math.round(bytes.length / 1_048_576)} MB.`));
  }
  const format = sniff(bytes);
  if (format === undefined) return fail(isHeifFamily(bytes) ? heicNotRead() : notAnImage(bytes));
  const read = { jpeg: readJpeg, png: readPng, webp: readWebp }[format](bytes);
  if (!read.ok) return read;
  const { widthPx, heightPx } = read.value;
  if (widthPx < 1 || heightPx < 1) return fail(damaged('it has no width or no height'));
  if (widthPx > photoLimits.sidePx || heightPx > photoLimits.sidePx || widthPx * heightPx > photoLimits.pixels) {
    return fail(tooLarge(`The photo has ${widthPx} x ${heightPx} pixels.`));
  }
  return ok({ format, mediaType: mediaTypes[format], ...read.value });
}

function sniff(b: Uint8Array): PhotoFormat | undefined {
  if (b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff) return 'jpeg';
  if ([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((v, i) => b[i] === v)) return 'png';
  if (fourLetters(b, 0) === 'RIFF' && fourLetters(b, 8) === 'WEBP') return 'webp';
  return undefined;
}

const tooLarge = (what: string) =>
  problem(
    'imaging.too-large',
    '',
    `${what} A photo may have at most 51 million pixels, 12000 on a side and 64 MB.`,
    'Set the camera to a smaller size (12 megapixels are plenty) and take the photo again.',
  );

const heicNotRead = () =>
  problem(
    'imaging.heic-not-read',
    '',
    'This photo is stored as HEIC, HEIF or AVIF, which stria does not read yet.',
    'iPhone: Settings, Camera, Formats, choose "Most Compatible". Android: camera settings, switch off HEIF or "high efficiency pictures". Or share the photo as JPEG.',
  );

const notAnImage = (b: Uint8Array) =>
  problem(
    'imaging.not-an-image',
    '',
    b.length === 0 ? 'The file is empty.' : 'This file is not a JPEG, PNG or WebP photo.',
    'Choose a photo as the camera made it.',
  );
