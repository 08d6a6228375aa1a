import { orient } from '@stria/imaging';
import sharp from 'sharp';

/** Enough for a hand's breadth on paper at 200 dots an inch. */
const PRINT_SIDE_PX = 1200;

export interface PrintedPhoto {
  readonly jpeg: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A photo as it is printed: upright, small enough for paper. The orientation is the entry's, the file carries none. */
export async function printPhoto(bytes: Buffer, orientation: number): Promise<PrintedPhoto> {
  const small = sharp(bytes, { failOn: 'truncated', limitInputPixels: 60_000_000 })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: PRINT_SIDE_PX, height: PRINT_SIDE_PX, fit: 'inside', withoutEnlargement: true });
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 3) throw new Error(`a photo for print has three channels, not ${info.channels}`);
  const upright = orient({ widthPx: info.width, heightPx: info.height, channels: 3, data }, orientation);
  const raw = { width: upright.widthPx, height: upright.heightPx, channels: 3 as const };
  const jpeg = await sharp(upright.data, { raw }).jpeg({ quality: 85 }).toBuffer();
  return { jpeg, widthPx: upright.widthPx, heightPx: upright.heightPx };
}
