import { fail, ok, type Result } from '@stria/record';
import { concat, fourLetters } from './bytes.ts';
import { type CameraNotes, readExif } from './exif.ts';
import { spaceOfProfile } from './icc.ts';
import { animated, type ColourSpace, type Contents, damaged, truncated } from './photo.ts';

const needed = new Set(['VP8X', 'ALPH', 'VP8 ', 'VP8L']);
/** Bits of the VP8X header. */
const ALPHA = 0x10;
const ANIMATION = 0x02;

/** Chunk by chunk inside RIFF; ICCP, EXIF, XMP and unknown chunks go, the header's flags and the length are set anew. */
export function readWebp(b: Uint8Array): Result<Contents> {
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  if (b.length < 20) return fail(truncated('its end is missing'));
  const riffEnd = view.getUint32(4, true) + 8;
  if (riffEnd > b.length) return fail(truncated('it is shorter than it says'));
  const kept: Uint8Array[] = [];
  let notes: CameraNotes = {};
  let colourSpace: ColourSpace | undefined;
  let canvas: Size | undefined;
  let picture: Size | undefined;
  for (let at = 12; at + 8 <= riffEnd; ) {
    const name = fourLetters(b, at);
    const length = view.getUint32(at + 4, true);
    const bodyEnd = at + 8 + length;
    if (bodyEnd > riffEnd) return fail(truncated('it ends inside one of its parts'));
    const end = Math.min(bodyEnd + (length & 1), riffEnd);
    const body = b.subarray(at + 8, bodyEnd);
    if (name === 'ANIM' || name === 'ANMF') return fail(animated());
    if (name === 'VP8X') {
      if (length < 10) return fail(damaged('its header is too short'));
      if (((body[0] ?? 0) & ANIMATION) !== 0) return fail(animated());
      canvas = { widthPx: 1 + three(body, 4), heightPx: 1 + three(body, 7) };
    }
    if (name === 'VP8 ' || name === 'VP8L') picture ??= name === 'VP8 ' ? sizeOfLossy(body) : sizeOfLossless(body);
    if (name === 'EXIF') notes = readExif(hasHeading(body) ? body.subarray(6) : body);
    if (name === 'ICCP') colourSpace = spaceOfProfile(body);
    if (needed.has(name)) kept.push(withFlags(name, b.slice(at, end)));
    at = end;
  }
  if (!picture) return fail(damaged('it holds no picture'));
  if (canvas && (canvas.widthPx !== picture.widthPx || canvas.heightPx !== picture.heightPx)) {
    return fail(damaged('its header and its picture differ in size'));
  }
  const size = kept.reduce((n, p) => n + p.length, 4);
  const head = new Uint8Array(b.slice(0, 12));
  new DataView(head.buffer).setUint32(4, size, true);
  return ok({
    ...picture,
    orientation: notes.orientation ?? 1,
    colourSpace: colourSpace ?? (notes.srgb === true ? 'srgb' : 'unstated'),
    ...(notes.takenOn === undefined ? {} : { takenOn: notes.takenOn }),
    stripped: concat([head, ...kept]),
  });
}

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

const three = (b: Uint8Array, at: number) => (b[at] ?? 0) | ((b[at + 1] ?? 0) << 8) | ((b[at + 2] ?? 0) << 16);
const hasHeading = (b: Uint8Array) => fourLetters(b, 0) === 'Exif';

/** The extended header may claim only what is still there: transparency. */
function withFlags(name: string, chunk: Uint8Array): Uint8Array {
  if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ALPHA;
  return chunk;
}

function sizeOfLossy(b: Uint8Array): Size | undefined {
  const started = b[3] === 0x9d && b[4] === 0x01 && b[5] === 0x2a && b.length >= 10;
  if (!started) return undefined;
  return { widthPx: ((b[6] ?? 0) | ((b[7] ?? 0) << 8)) & 0x3fff, heightPx: ((b[8] ?? 0) | ((b[9] ?? 0) << 8)) & 0x3fff };
}

function sizeOfLossless(b: Uint8Array): Size | undefined {
  if (b[0] !== 0x2f || b.length < 5) return undefined;
  const bits = three(b, 1) + (b[4] ?? 0) * 0x1000000;
  return { widthPx: (bits & 0x3fff) + 1, heightPx: (Math.floor(bits / 0x4000) & 0x3fff) + 1 };
}
