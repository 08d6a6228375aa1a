import { fail, ok, type Result } from '@stria/record';
import { concat, startsWith } from './bytes.ts';
import { type CameraNotes, readExif } from './exif.ts';
import { spaceOfProfile } from './icc.ts';
import { type Contents, damaged, truncated } from './photo.ts';

const SOS = 0xda;
const EOI = 0xd9;
/** Frames of every coding but the differential ones; the decoder says which it can read. */
const isFrameHeader = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Huffman and arithmetic tables, quantisation tables, number of lines, restart interval, hierarchy, scan header. */
const needed = new Set([0xc4, 0xcc, 0xdb, 0xdc, 0xdd, 0xde, 0xdf, SOS]);

interface Walk {
  readonly kept: Uint8Array[];
  readonly profile: Map<number, Uint8Array>;
  notes?: CameraNotes;
  widthPx: number;
  heightPx: number;
}

/**
 * Segment by segment from SOI to EOI. Kept: tables, frame and scan headers, the compressed data, and the two notes that
 * change how samples become colours (JFIF APP0 without its thumbnail, Adobe APP14). Dropped: every other APPn (EXIF, XMP,
 * IPTC, ICC, MPF), comments, and whatever lies behind EOI (second pictures, videos, other files in disguise).
 */
export function readJpeg(b: Uint8Array): Result<Contents> {
  const w: Walk = { kept: [b.subarray(0, 2)], profile: new Map(), widthPx: 0, heightPx: 0 };
  let at = 2;
  let scans = 0;
  for (;;) {
    const mark = nextMarker(b, at);
    if (mark === undefined) return fail(truncated('its end is missing'));
    if (mark === 'stray') return fail(damaged('bytes that belong to nothing lie between its parts'));
    const { marker, from } = mark;
    if (marker === EOI) {
      if (scans === 0 || w.widthPx === 0) return fail(damaged('it holds no picture'));
      w.kept.push(Uint8Array.of(0xff, EOI));
      break;
    }
    if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at = from;
      continue;
    }
    const length = from + 2 <= b.length ? ((b[from] ?? 0) << 8) | (b[from + 1] ?? 0) : 0;
    const end = from + length;
    if (from + 2 > b.length || end > b.length) return fail(truncated('it ends inside one of its parts'));
    if (length < 2) return fail(damaged('one of its parts has no length'));
    const refusal = segment(b, marker, from, end, w);
    if (refusal) return fail(refusal);
    at = end;
    if (marker === SOS) {
      scans++;
      at = endOfScan(b, end);
      w.kept.push(b.subarray(end, at));
    }
  }
  const space =
    w.profile.size > 0 ? spaceOfProfile(concat([...w.profile].sort((p, q) => p[0] - q[0]).map((p) => p[1]))) : undefined;
  return ok({
    widthPx: w.widthPx,
    heightPx: w.heightPx,
    orientation: w.notes?.orientation ?? 1,
    colourSpace: space ?? (w.notes?.srgb === true ? 'srgb' : w.notes?.srgb === false ? 'other' : 'unstated'),
    ...(w.notes?.takenOn === undefined ? {} : { takenOn: w.notes.takenOn }),
    stripped: concat(w.kept),
  });
}

/**
 * The marker at `at`, after any fill bytes; undefined at the end of the file. Stray bytes between two parts are `stray`: a part with a
 * wrong length leaves its rest there, and that rest may be the very note that has to go.
 */
function nextMarker(b: Uint8Array, at: number): { marker: number; from: number } | 'stray' | undefined {
  let i = at;
  while (b[i] === 0xff && b[i + 1] === 0xff) i++;
  const marker = b[i + 1];
  if (marker === undefined) return undefined;
  return b[i] === 0xff && marker !== 0 ? { marker, from: i + 2 } : 'stray';
}

/** Where the compressed data ends: at the first marker that is neither a stuffed zero nor a restart. */
function endOfScan(b: Uint8Array, from: number): number {
  for (let i = b.indexOf(0xff, from); i >= 0 && i + 1 < b.length; i = b.indexOf(0xff, i + 1)) {
    const next = b[i + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return i;
  }
  return b.length;
}

/** Keeps, reads or drops one segment; b[from..end) begins with its length. */
function segment(b: Uint8Array, marker: number, from: number, end: number, w: Walk) {
  const body = b.subarray(from + 2, end);
  if (isFrameHeader(marker)) {
    if (body.length < 6) return damaged('its frame header is too short');
    const heightPx = ((body[1] ?? 0) << 8) | (body[2] ?? 0);
    const widthPx = ((body[3] ?? 0) << 8) | (body[4] ?? 0);
    if (w.widthPx !== 0) return damaged('it holds two pictures in one');
    if (widthPx === 0 || heightPx === 0) return damaged('it has no width or no height');
    w.widthPx = widthPx;
    w.heightPx = heightPx;
  }
  if (isFrameHeader(marker) || needed.has(marker)) {
    w.kept.push(Uint8Array.of(0xff, marker), b.subarray(from, end));
  } else if (marker === 0xe0 && startsWith(body, 'JFIF\0') && body.length >= 12) {
    w.kept.push(Uint8Array.of(0xff, 0xe0, 0, 16), body.subarray(0, 12), Uint8Array.of(0, 0));
  } else if (marker === 0xee && startsWith(body, 'Adobe') && body.length >= 12) {
    w.kept.push(Uint8Array.of(0xff, 0xee, 0, 14), body.subarray(0, 12));
  } else if (marker === 0xe1 && startsWith(body, 'Exif\0') && w.notes === undefined) {
    w.notes = readExif(body.subarray(6));
  } else if (marker === 0xe2 && startsWith(body, 'ICC_PROFILE\0') && body.length > 14) {
    w.profile.set(body[12] ?? 0, body.subarray(14));
  }
  return undefined;
}
