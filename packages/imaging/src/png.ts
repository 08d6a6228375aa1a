import { type Day, fail, ok, parseDay, type Result } from '@stria/record';
import { concat, fourLetters } from './bytes.ts';
import { type CameraNotes, readExif } from './exif.ts';
import { spaceOfName } from './icc.ts';
import { animated, type ColourSpace, type Contents, damaged, truncated } from './photo.ts';

/**
 * The chunks without which the stored samples cannot be read. gAMA, cHRM, sRGB, iCCP, cICP and sBIT go as well: they ask a
 * decoder to change the samples, some obey and some do not, and only without them do all of them give the same pixels. What
 * they said is kept as `colourSpace`.
 */
const needed = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);

/** Chunk by chunk from the signature to IEND; nothing is inflated, so a packed bomb in a note is dropped as it lies. */
export function readPng(b: Uint8Array): Result<Contents> {
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const kept: Uint8Array[] = [b.subarray(0, 8)];
  const said: Said = {};
  let widthPx = 0;
  let heightPx = 0;
  let pictures = 0;
  for (let at = 8; ; ) {
    if (at + 12 > b.length) return fail(truncated('its end is missing'));
    const length = view.getUint32(at);
    const name = fourLetters(b, at + 4);
    const end = at + 12 + length;
    if (end > b.length) return fail(truncated('it ends inside one of its parts'));
    const body = b.subarray(at + 8, end - 4);
    if (at === 8 && (name !== 'IHDR' || length !== 13)) return fail(damaged('its header is missing'));
    if (name === 'IHDR') {
      if (widthPx !== 0) return fail(damaged('it has two headers'));
      widthPx = view.getUint32(at + 8);
      heightPx = view.getUint32(at + 12);
      if (widthPx === 0 || heightPx === 0) return fail(damaged('it has no width or no height'));
    }
    if (name === 'acTL') return fail(animated());
    if (name === 'IDAT') pictures++;
    if (needed.has(name)) kept.push(b.subarray(at, end));
    else listen(name, body, said);
    at = end;
    if (name === 'IEND') break;
  }
  if (pictures === 0) return fail(damaged('it holds no picture'));
  return ok({
    widthPx,
    heightPx,
    orientation: said.notes?.orientation ?? 1,
    colourSpace: spaceOf(said),
    ...(said.takenOn === undefined ? {} : { takenOn: said.takenOn }),
    stripped: concat(kept),
  });
}

interface Said {
  notes?: CameraNotes;
  takenOn?: Day;
  coded?: ColourSpace;
  profile?: ColourSpace;
  srgb?: boolean;
  gamma?: number;
}

function listen(name: string, body: Uint8Array, said: Said): void {
  if (name === 'eXIf') {
    said.notes = readExif(body);
    if (said.notes.takenOn) said.takenOn = said.notes.takenOn;
  } else if (name === 'sRGB') said.srgb = true;
  else if (name === 'gAMA' && body.length >= 4) said.gamma = new DataView(body.buffer, body.byteOffset, 4).getUint32(0);
  else if (name === 'iCCP') {
    const nameEnd = body.subarray(0, 80).indexOf(0);
    if (nameEnd > 0) said.profile = spaceOfName(String.fromCharCode(...body.subarray(0, nameEnd)));
  } else if (name === 'cICP' && body.length >= 2) {
    // Primaries 1 = BT.709, 12 = P3 D65; transfer 13 = the sRGB curve. Source: convention (ITU-T H.273).
    said.coded = body[1] !== 13 ? 'other' : body[0] === 1 ? 'srgb' : body[0] === 12 ? 'display-p3' : 'other';
  } else if (name === 'tIME' && body.length >= 7 && said.takenOn === undefined) {
    const two = (v: number | undefined) => String(v ?? 0).padStart(2, '0');
    const year = ((body[0] ?? 0) << 8) | (body[1] ?? 0);
    const on = parseDay(`${String(year).padStart(4, '0')}-${two(body[2])}-${two(body[3])}`);
    if (on) said.takenOn = on;
  }
}

/** Which of the statements counts where several are made: the order that the PNG specification (third edition) sets. */
function spaceOf(said: Said): ColourSpace {
  if (said.coded) return said.coded;
  if (said.profile) return said.profile;
  if (said.srgb) return 'srgb';
  if (said.gamma !== undefined) return Math.abs(said.gamma - 45455) < 500 ? 'srgb' : 'other';
  return said.notes?.srgb === true ? 'srgb' : 'unstated';
}
