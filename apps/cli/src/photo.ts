import { mkdir, readFile, stat } from 'node:fs/promises';
import { type Mask, orient, type PhotoFile, photoLimits, type Raster, readPhotoFile } from '@stria/imaging';
import { fail, ok, type Problem, problem, quote, type Result } from '@stria/record';
import sharp from 'sharp';
import { fileProblem, type Input } from './command.ts';

/** A photo as the measuring wants it: upright pixels, and what its file said. */
export interface UprightPhoto {
  readonly file: PhotoFile;
  readonly raster: Raster;
}

/** Reads, strips, decodes and turns a photo. `at` names it in problems (`/photo`, `/baseline`). */
export async function readPhoto(path: string, at: string): Promise<Result<UprightPhoto>> {
  const file = await readImageFile(path, at);
  if (!file.ok) return file;
  try {
    const { data, info } = await decoder(file.value)
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels`);
    const stored: Raster = { widthPx: info.width, heightPx: info.height, channels: 3, data: bytesOf(data) };
    return ok({ file: file.value, raster: orient(stored, file.value.orientation) });
  } catch (error) {
    return fail(undecodable(at, error));
  }
}

/** Reads a mask: brightness counts, transparency is black. Any of the three formats will do; PNG is the one to use. */
export async function readMask(path: string, at: string): Promise<Result<Mask>> {
  const file = await readImageFile(path, at);
  if (!file.ok) return file;
  try {
    const { data, info } = await decoder(file.value)
      .flatten({ background: '#000000' })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1) throw new Error(`${info.channels} channels`);
    return ok({ widthPx: info.width, heightPx: info.height, data: bytesOf(data) });
  } catch (error) {
    return fail(undecodable(at, error));
  }
}

async function readImageFile(path: string, at: string): Promise<Result<PhotoFile>> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    // Larger files are not even read: the first bytes suffice to name what they are, and the limit refuses them.
    if (size > photoLimits.bytes) {
      return fail(
        problem('imaging.too-large', at, `The file has ${Math.round(size / 1_048_576)} MB.`, 'A photo may have 64 MB.'),
      );
    }
    bytes = new Uint8Array(await readFile(path));
  } catch (error) {
    return fail({ ...fileProblem(path, error), at });
  }
  const read = readPhotoFile(bytes);
  return read.ok ? read : fail(...read.problems.map((p) => ({ ...p, at })));
}

/**
 * Only ever sees stripped bytes whose size in pixels was checked; colours are not converted here. A warning is a refusal too: a photo
 * that breaks off inside only draws one, and half a photo must not be measured.
 */
const decoder = (file: PhotoFile) =>
  sharp(file.stripped, { failOn: 'warning', limitInputPixels: photoLimits.pixels, ignoreIcc: true });

const bytesOf = (b: Buffer) => new Uint8Array(b.buffer, b.byteOffset, b.length);

const undecodable = (at: string, error: unknown): Problem =>
  problem(
    'imaging.damaged',
    at,
    `The picture inside the file cannot be decoded: ${quote((error as Error).message)}`,
    'Copy it again, or take the photo once more.',
  );

export async function makeFolder(path: string): Promise<Result<string>> {
  try {
    await mkdir(path, { recursive: true });
    return ok(path);
  } catch (error) {
    return fail(
      problem(
        'cli.folder-unwritable',
        '/out',
        `${quote(path)} cannot be made: ${quote((error as Error).message)}`,
        'Name another folder.',
      ),
    );
  }
}

/** 8-bit grey, 255 = mark, of the size of the upright photo. */
export async function writeMask(mask: Mask, path: string): Promise<void> {
  const data = new Uint8Array(mask.data.length);
  for (let i = 0; i < data.length; i++) data[i] = (mask.data[i] as number) > 128 ? 255 : 0;
  await sharp(data, { raw: { width: mask.widthPx, height: mask.heightPx, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 6 })
    .toFile(path);
}

export async function writeRaster(raster: Raster, path: string): Promise<void> {
  await sharp(raster.data, { raw: { width: raster.widthPx, height: raster.heightPx, channels: raster.channels } })
    .png({ compressionLevel: 3 })
    .toFile(path);
}

const OVERLAY_PX = 1600;

/** The photo, at most 1600 px long, with the outline of the marks drawn in; for looking at, not for measuring. */
export async function writeOverlay(raster: Raster, mask: Mask, path: string): Promise<void> {
  const k = Math.max(1, Math.max(raster.widthPx, raster.heightPx) / OVERLAY_PX);
  const [width, height] = [Math.round(raster.widthPx / k), Math.round(raster.heightPx / k)];
  const data = await sharp(raster.data, { raw: { width: raster.widthPx, height: raster.heightPx, channels: raster.channels } })
    .resize(width, height, { fit: 'fill' })
    .raw()
    .toBuffer();
  const isMark = (x: number, y: number) => {
    const [u, v] = [
      Math.min(mask.widthPx - 1, Math.floor((x + 0.5) * k)),
      Math.min(mask.heightPx - 1, Math.floor((y + 0.5) * k)),
    ];
    return (mask.data[v * mask.widthPx + u] as number) > 128;
  };
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (isMark(x, y) || !(isMark(x - 1, y) || isMark(x + 1, y) || isMark(x, y - 1) || isMark(x, y + 1))) continue;
      data.set([0, 90, 200], (y * width + x) * raster.channels);
    }
  }
  await sharp(data, { raw: { width, height, channels: raster.channels } })
    .png()
    .toFile(path);
}

/** What an option may be worth; the words go into the problem. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
}

export const optionRanges = {
  'scale-px-per-mm': { from: 0.5, to: 500, unit: 'pixels per millimetre' },
  'check-bar-mm': { from: 10, to: 200, unit: 'millimetres' },
} as const satisfies Record<string, Range>;

/** The values of a numeric option, once for each time it stands in the command; problems for those that are no such number. */
export function numbersOf(input: Input, name: keyof typeof optionRanges): Result<readonly number[]> {
  const words = [input.options[name]].flat().filter((w) => typeof w === 'string');
  const { from, to, unit } = optionRanges[name];
  const wrong = words.filter((w) => !/^\d+(\.\d+)?$/.test(w) || Number(w) < from || Number(w) > to);
  if (wrong.length > 0) {
    return fail(
      ...wrong.map((w) =>
        problem(
          'cli.option-invalid',
          `/${name}`,
          `--${name} ${quote(w)} is not a number from ${from} to ${to}.`,
          `Give it in ${unit}.`,
        ),
      ),
    );
  }
  return ok(words.map(Number));
}

/** The folder of --out, which both photo commands ask for. */
export function outOf(input: Input): Result<string> {
  const { out } = input.options;
  return typeof out === 'string' && out !== ''
    ? ok(out)
    : fail(
        problem(
          'cli.option-missing',
          '/out',
          'The option --out is missing.',
          'Name the folder that the pictures go to: --out DIR.',
        ),
      );
}

/** Every problem of several results, in their order. */
export const problemsOf = (...results: readonly Result<unknown>[]): Problem[] =>
  results.flatMap((r) => (r.ok ? [] : [...r.problems]));

export const marksNotFoundYet = (at: string): Problem =>
  problem(
    'cli.not-built-yet',
    at,
    'stria does not find the marks by itself yet.',
    'Paint them white (255) on a black PNG of the size of the upright photo and give it with --mask.',
  );
