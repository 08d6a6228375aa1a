import { type Day, problem } from '@stria/record';

/** What a photo is as a file, and the words for what can be wrong with one. Read by container.ts. */
export const photoFormats = ['jpeg', 'png', 'webp'] as const;
export type PhotoFormat = (typeof photoFormats)[number];

export const mediaTypes = { jpeg: 'image/jpeg', png: 'image/png', webp: 'image/webp' } as const satisfies Record<
  PhotoFormat,
  string
>;

/** What the file says of its colours. `unstated` is read as sRGB, which is what every decoder does. */
export const colourSpaces = ['srgb', 'display-p3', 'other', 'unstated'] as const;
export type ColourSpace = (typeof colourSpaces)[number];

export interface PhotoFile {
  readonly format: PhotoFormat;
  readonly mediaType: (typeof mediaTypes)[PhotoFormat];
  /** As stored, before orientation. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** EXIF orientation 1 to 8; 1 where the file says nothing or nonsense. */
  readonly orientation: number;
  readonly colourSpace: ColourSpace;
  /** The day that the camera wrote, where it wrote one that exists. */
  readonly takenOn?: Day;
  /** The file without any metadata; decodes to the same pixels. */
  readonly stripped: Uint8Array;
}

/**
 * Refused before anything is decoded, so that a small file that unpacks to gigabytes costs nothing. 51 million pixels let a
 * camera of 50 megapixels pass (8192 x 6144). Source: convention.
 */
export const photoLimits = { sidePx: 12_000, pixels: 51_000_000, bytes: 64 * 1024 * 1024 } as const;

/** What the reader of one format finds; the face adds the format and applies the limits. */
export type Contents = Omit<PhotoFile, 'format' | 'mediaType'>;

export const truncated = (what: string) =>
  problem(
    'imaging.truncated',
    '',
    `The photo is not whole: ${what}.`,
    'Copy or upload it again, or take the photo once more. The original on the phone is untouched.',
  );

export const damaged = (what: string) =>
  problem('imaging.damaged', '', `The photo's file is damaged: ${what}.`, 'Copy it again, or take the photo once more.');

export const animated = () =>
  problem('imaging.animated', '', 'This is a moving picture, not a photo.', 'Choose a still photo (JPEG, PNG or WebP).');
