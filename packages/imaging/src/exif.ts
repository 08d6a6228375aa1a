import { type Day, parseDay } from '@stria/record';

/** The three things that stria wants of a camera's notes; everything else in them is dropped unread. */
export interface CameraNotes {
  /** 1 to 8. */
  readonly orientation?: number;
  readonly takenOn?: Day;
  /** EXIF names sRGB by the number 1 and leaves all else open. */
  readonly srgb?: boolean;
}

const ORIENTATION = 0x0112;
const CHANGED_AT = 0x0132;
const EXIF_FOLDER = 0x8769;
const TAKEN_AT = 0x9003;
const COLOUR_SPACE = 0xa001;

/**
 * Reads a TIFF block (the contents of EXIF without its heading). Never throws: offsets that point outside, folders that
 * point at themselves and nonsense values are the same as nothing said. At most two folders of 512 rows are walked.
 */
export function readExif(b: Uint8Array): CameraNotes {
  const little = b[0] === 0x49 && b[1] === 0x49;
  if (!little && !(b[0] === 0x4d && b[1] === 0x4d)) return {};
  const view = new DataView(b.buffer, b.byteOffset, b.byteLength);
  const short = (at: number) => (at >= 0 && at + 2 <= b.length ? view.getUint16(at, little) : undefined);
  const long = (at: number) => (at >= 0 && at + 4 <= b.length ? view.getUint32(at, little) : undefined);
  if (short(2) !== 42) return {};

  const folder = (at: number | undefined): Map<number, number> => {
    const rows = new Map<number, number>();
    if (at === undefined || at < 8) return rows;
    const count = Math.min(short(at) ?? 0, 512);
    for (let i = 0; i < count; i++) {
      const row = at + 2 + 12 * i;
      const tag = short(row);
      if (tag === undefined || row + 12 > b.length) break;
      if (!rows.has(tag)) rows.set(tag, row);
    }
    return rows;
  };
  const number = (row: number | undefined) =>
    row === undefined ? undefined : short(row + 2) === 4 ? long(row + 8) : short(row + 8);
  const dayAt = (row: number | undefined): Day | undefined => {
    if (row === undefined || (long(row + 4) ?? 0) < 10) return undefined;
    const at = long(row + 8);
    if (at === undefined || at + 10 > b.length) return undefined;
    return parseDay(String.fromCharCode(...b.subarray(at, at + 10)).replaceAll(':', '-'));
  };

  const main = folder(long(4));
  const inner = folder(number(main.get(EXIF_FOLDER)));
  const orientation = number(main.get(ORIENTATION));
  const takenOn = dayAt(inner.get(TAKEN_AT)) ?? dayAt(main.get(CHANGED_AT));
  const space = number(inner.get(COLOUR_SPACE));
  return {
    ...(orientation !== undefined && orientation >= 1 && orientation <= 8 ? { orientation } : {}),
    ...(takenOn === undefined ? {} : { takenOn }),
    ...(space === undefined ? {} : { srgb: space === 1 }),
  };
}
