import { earlierDay } from '@stria/care';
import { type PhotoFile, photoLimits, readPhotoFile } from '@stria/imaging';
import { type Body, type EntryOf, fail, ok, problem, type Result } from '@stria/record';
import { work } from '../../bench/bench.ts';
import { keep, today } from '../../keep/index.ts';
import { ruleOnPhoto } from './age.ts';
import { knownAges } from './known-age.ts';

/** A chosen file, read and stripped, not yet kept. */
export interface ChosenPhoto {
  readonly file: PhotoFile;
  /** The photo's bytes without any metadata: the only ones that are ever kept. */
  readonly bytes: ArrayBuffer;
}

/** What the person says of the photo. */
export interface AboutPhoto extends Pick<Body<'photo'>, 'zone' | 'side' | 'control' | 'takenOn' | 'purpose' | 'checkBarMm'> {
  /** 0 to 10; absent where the question was skipped. */
  readonly bother?: number;
}

/** Reads a chosen file without keeping anything. Refuses what is no photo, is not whole, too large, or does not open here. */
export async function readChosen(chosen: File): Promise<Result<ChosenPhoto>> {
  const bytes = await readBytes(chosen);
  if (!bytes.ok) return bytes;
  const file = readPhotoFile(new Uint8Array(bytes.value));
  if (!file.ok) return file;
  const { stripped, mediaType, widthPx, heightPx, orientation, colourSpace } = file.value;
  const kept = new Uint8Array(stripped).buffer;
  const opens = await work('probe', { photo: { bytes: kept, mediaType, widthPx, heightPx, orientation, colourSpace } });
  return opens.ok ? ok({ file: file.value, bytes: kept }) : opens;
}

async function readBytes(chosen: File): Promise<Result<ArrayBuffer>> {
  if (chosen.size > photoLimits.bytes) {
    const mb = Math.round(chosen.size / 1_048_576);
    return fail(
      problem(
        'web.file-too-large',
        '',
        `The file has ${mb} MB. A photo may have at most 64 MB.`,
        'Choose a photo, not a film.',
      ),
    );
  }
  try {
    return ok(await chosen.arrayBuffer());
  } catch {
    return fail(
      problem(
        'web.file-not-read',
        '',
        'The file could not be read from this device.',
        'If it lies in a cloud album, download it to the device first, then choose it again.',
      ),
    );
  }
}

/** What became of a photo that was handed in: the entry, and what the bother question could not keep. */
export interface KeptPhoto {
  readonly photo: EntryOf<'photo'>;
  readonly bother: Result<unknown>;
}

/** Keeps the bytes first and durably, then the entry that points at them; the bother score last. */
export async function keepPhoto(chosen: ChosenPhoto, about: AboutPhoto): Promise<Result<KeptPhoto>> {
  const { bother, ...said } = about;
  // The rule is asked again here, beside the writing: a screen may be older than the answers.
  const on = earlierDay(about.takenOn, today());
  if (ruleOnPhoto(about.zone, await knownAges(), on) !== 'allowed') return fail(notThisPlace());
  if (keep.view().record === undefined) {
    const begun = await keep.begin('My chart');
    if (!begun.ok) return begun;
  }
  const { mediaType, widthPx, heightPx, orientation, colourSpace } = chosen.file;
  const original = await keep.saveBlob(chosen.bytes, mediaType);
  if (!original.ok) return original;
  const photo = await keep.append('photo', { original: original.value, widthPx, heightPx, orientation, colourSpace, ...said });
  if (!photo.ok) return photo;
  const score =
    bother === undefined
      ? ok(undefined)
      : await keep.append('bother', { score: bother, on: about.takenOn, photo: photo.value.id });
  return ok({ photo: photo.value, bother: score });
}

const notThisPlace = () =>
  problem(
    'web.photo-under-18',
    '',
    'stria keeps no photo of this part of the body that was taken under 18.',
    'Choose another place, or a photo that was taken later. Notes and check-ins work for every place.',
  );
