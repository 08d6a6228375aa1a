import { type BlobRef, type EntryOf, ok, type Result } from '@stria/record';
import { work } from '../../bench/bench.ts';
import { photoSource } from '../../bench/jobs.ts';
import type { Stroke } from '../../bench/strokes.ts';
import { keep } from '../../keep/index.ts';
import type { Photo } from './place.ts';

/**
 * Measures a photo with the painted marks and keeps the result: the mask's bytes first, then the measurement that points at
 * them. A photo that is not fit to be compared is an answer too and is kept with its reasons.
 */
export async function measurePhoto(
  photo: Photo,
  painted: { readonly strokes: readonly Stroke[]; readonly base?: BlobRef },
  onStep: (step: string) => void,
): Promise<Result<EntryOf<'measurement'>>> {
  const bytes = await keep.readBlob(photo.body.original);
  if (!bytes.ok) return bytes;
  const base = painted.base === undefined ? ok(undefined) : await keep.readBlob(painted.base);
  if (!base.ok) return base;
  const { scalePxPerMm, checkBarMm } = photo.body;
  const measured = await work(
    'measure',
    {
      photo: photoSource(photo.body, bytes.value),
      strokes: painted.strokes,
      ...(base.value === undefined ? {} : { base: base.value }),
      ...(scalePxPerMm === undefined ? {} : { scalePxPerMm }),
      ...(checkBarMm === undefined ? {} : { checkBarMm }),
    },
    onStep,
  );
  if (!measured.ok) return measured;
  onStep('Keeping the result…');
  const mask = await keep.saveBlob(measured.value.maskPng, 'image/png');
  if (!mask.ok) return mask;
  return keep.append('measurement', {
    of: 'photo',
    photo: photo.id,
    mask: mask.value,
    examination: measured.value.examination,
  });
}

/** Says something further of a photo (its scale, the measured bar): a correction, the first entry stays readable. */
export async function correctPhoto(
  photo: Photo,
  change: Partial<Pick<Photo['body'], 'scalePxPerMm' | 'checkBarMm'>>,
  reason: string,
): Promise<Result<Photo>> {
  const body = { ...photo.body, ...change };
  const corrected = await keep.append('correction', { corrects: photo.id, reason, body: { ...body } });
  return corrected.ok ? ok({ ...photo, body }) : corrected;
}
