import type { ColourSpace } from '@stria/imaging';
import type { Body, Examination, Result } from '@stria/record';
import type { SizePx, Stroke } from './strokes.ts';

/** A photo on its way to the bench: the stored bytes and what the chart says of them. */
export interface PhotoSource extends SizePx {
  readonly bytes: ArrayBuffer;
  readonly mediaType: string;
  readonly orientation: number;
  readonly colourSpace: ColourSpace;
}

/** The chart's own words for a photo, beside its bytes. */
export const photoSource = (photo: Body<'photo'>, bytes: ArrayBuffer): PhotoSource => ({
  bytes,
  mediaType: photo.original.mediaType,
  widthPx: photo.widthPx,
  heightPx: photo.heightPx,
  orientation: photo.orientation,
  colourSpace: photo.colourSpace,
});

/** What the bench can be asked for, and what each answers. */
export interface Work {
  /** Can this browser decode the photo, and is it of the stated size? Asked before anything is kept. */
  probe: { readonly ask: { readonly photo: PhotoSource }; readonly answer: true };
  /** A small upright JPEG for lists. */
  thumbnail: { readonly ask: { readonly photo: PhotoSource; readonly sidePx: number }; readonly answer: ArrayBuffer };
  measure: {
    readonly ask: {
      readonly photo: PhotoSource;
      readonly strokes: readonly Stroke[];
      /** An earlier mask (PNG) of the same photo that the strokes go on from. */
      readonly base?: ArrayBuffer;
      readonly scalePxPerMm?: number;
      readonly checkBarMm?: number;
    };
    readonly answer: { readonly examination: Examination; readonly maskPng: ArrayBuffer };
  };
  /** A mask as a picture to lay over the photo: one colour inside the marks, nothing outside; PNG. */
  overlay: {
    readonly ask: { readonly maskPng: ArrayBuffer; readonly sidePx: number };
    readonly answer: ArrayBuffer;
  };
  /** Where the printed frame lies: mm on the paper -> pixels of the upright photo, row by row; null where none is in view. */
  pose: {
    readonly ask: { readonly photo: PhotoSource; readonly checkBarMm?: number };
    readonly answer: readonly number[] | null;
  };
}
export type WorkName = keyof Work;

export interface Order<K extends WorkName = WorkName> {
  readonly id: number;
  readonly name: K;
  readonly ask: Work[K]['ask'];
}

/** What comes back: words on the way, then one answer. */
export type Reply =
  | { readonly id: number; readonly step: string }
  | { readonly id: number; readonly result: Result<Work[WorkName]['answer']> };
