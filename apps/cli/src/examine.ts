import { join } from 'node:path';
import { examine } from '@stria/imaging';
import { fail, ok, type Result } from '@stria/record';
import type { Answer, Command, Input } from './command.ts';
import {
  makeFolder,
  marksNotFoundYet,
  numbersOf,
  outOf,
  problemsOf,
  readMask,
  readPhoto,
  writeMask,
  writeOverlay,
} from './photo.ts';

/** `stria examine PHOTO`: what one photo says of the marks confirmed on it. A poor photo is an answer, not a problem. */
export const examineCommand: Command = {
  name: 'examine',
  summary: 'a photo and its painted marks -> their contrast, width and area with errors',
  usage: [
    'stria examine PHOTO --out DIR --mask MASK.png [--scale-px-per-mm N] [--check-bar-mm N]',
    '',
    '  PHOTO                JPEG, PNG or WebP',
    '  --mask MASK.png      the marks, confirmed by hand: 255 = mark, 0 = skin, 33 to 128 = neither; as large as the upright photo',
    '  --out DIR            gets mask.png and overlay.png; made when missing',
    '  --scale-px-per-mm N  where no printed frame is in view (a frame in view beats it)',
    '  --check-bar-mm N     what the printed bar of 50 mm measures on your print; more than a tenth off is refused',
    '',
    'Marks are not found by stria itself yet: without --mask the answer is not-built-yet.',
  ].join('\n'),
  options: {
    out: { type: 'string' },
    mask: { type: 'string' },
    'scale-px-per-mm': { type: 'string' },
    'check-bar-mm': { type: 'string' },
  },
  positionals: 1,
  run,
};

async function run(input: Input): Promise<Result<Answer>> {
  const out = outOf(input);
  const scales = numbersOf(input, 'scale-px-per-mm');
  const bars = numbersOf(input, 'check-bar-mm');
  const photo = await readPhoto(input.positionals[0] as string, '/photo');
  const { mask: maskPath } = input.options;
  const mask = typeof maskPath === 'string' ? await readMask(maskPath, '/mask') : fail(marksNotFoundYet('/mask'));
  if (!out.ok || !scales.ok || !bars.ok || !photo.ok || !mask.ok) return fail(...problemsOf(out, scales, bars, photo, mask));
  const [pxPerMm] = scales.value;
  const [checkBarMm] = bars.value;
  const examined = examine({
    raster: photo.value.raster,
    mask: mask.value,
    colourSpace: photo.value.file.colourSpace,
    ...(pxPerMm === undefined ? {} : { scale: { pxPerMm } }),
    ...(checkBarMm === undefined ? {} : { checkBarMm }),
  });
  if (!examined.ok) return examined;
  const folder = await makeFolder(out.value);
  if (!folder.ok) return folder;
  await writeMask(mask.value, join(folder.value, 'mask.png'));
  await writeOverlay(photo.value.raster, mask.value, join(folder.value, 'overlay.png'));
  return ok({ json: examined.value.examination });
}
