import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { change, type Examined, examine, layOn } from '@stria/imaging';
import { type Comparison, fail, ok, type PhotoProblem, type Problem, problem, type Result } from '@stria/record';
import type { Answer, Command, Input } from './command.ts';
import {
  makeFolder,
  marksNotFoundYet,
  numbersOf,
  outOf,
  problemsOf,
  readMask,
  readPhoto,
  type UprightPhoto,
  writeRaster,
} from './photo.ts';

/** `stria compare BASELINE FOLLOWUP`: whether the marks really changed between two photos. */
export const compareCommand: Command = {
  name: 'compare',
  summary: 'two photos and their painted marks -> what changed, told only above the error',
  usage: [
    'stria compare BASELINE FOLLOWUP --out DIR --mask B.png --mask F.png [--scale-px-per-mm N] [--check-bar-mm N]',
    '',
    '  --mask               twice: the marks of the baseline, then those of the follow-up (see stria examine --help)',
    '  --out DIR            gets aligned.png: the follow-up laid on the baseline by the printed frame in both photos, paper on',
    '                       paper (the skin itself is not aligned yet). Where one of them has no frame in view, no aligned.png',
    '                       is written and the problem alignment-missing says so.',
    '  --scale-px-per-mm N  once for both photos, or twice: baseline, follow-up',
    '  --check-bar-mm N     once for both, or twice',
    '',
    'Marks are not found and points are not followed by stria itself yet: without both masks, and with --points, the answer is',
    'not-built-yet.',
  ].join('\n'),
  options: {
    out: { type: 'string' },
    mask: { type: 'string', multiple: true },
    points: { type: 'string' },
    'scale-px-per-mm': { type: 'string', multiple: true },
    'check-bar-mm': { type: 'string', multiple: true },
  },
  positionals: 2,
  run,
};

const names = ['baseline', 'followup'] as const;

async function run(input: Input): Promise<Result<Answer>> {
  const out = outOf(input);
  const scales = pairOf(input, 'scale-px-per-mm');
  const bars = pairOf(input, 'check-bar-mm');
  const photos = [
    await readPhoto(input.positionals[0] as string, '/baseline'),
    await readPhoto(input.positionals[1] as string, '/followup'),
  ] as const;
  const masks = await readMasks(input);
  const later = input.options.points === undefined ? [] : [pointsNotBuilt];
  const [baseline, followup] = photos;
  if (!out.ok || !scales.ok || !bars.ok || !baseline.ok || !followup.ok || !masks.ok || later.length > 0) {
    return fail(...problemsOf(out, scales, bars, ...photos, masks), ...later);
  }
  const pair = [baseline.value, followup.value] as const;
  const examined: Examined[] = [];
  const problems: Problem[] = [];
  for (const [i, photo] of pair.entries()) {
    const pxPerMm = scales.value[i];
    const checkBarMm = bars.value[i];
    const one = examine({
      raster: photo.raster,
      mask: masks.value[i] as (typeof masks.value)[number],
      colourSpace: photo.file.colourSpace,
      ...(pxPerMm === undefined ? {} : { scale: { pxPerMm } }),
      ...(checkBarMm === undefined ? {} : { checkBarMm }),
    });
    if (one.ok) examined.push(one.value);
    else problems.push(...one.problems.map((p) => ({ ...p, at: `/${names[i]}${p.at}` })));
  }
  const [a, b] = examined;
  if (!a || !b) return fail(...problems);
  const comparison = change(a.examination, b.examination);
  const folder = await makeFolder(out.value);
  if (!folder.ok) return folder;
  const problem = await writeAligned(join(folder.value, 'aligned.png'), pair, [a, b]);
  const answer: Comparison = problem ? { ...comparison, problems: [...comparison.problems, problem] } : comparison;
  return ok({ json: answer });
}

/** A value for each photo: none, the same for both, or one each. */
function pairOf(input: Input, name: 'scale-px-per-mm' | 'check-bar-mm'): Result<readonly (number | undefined)[]> {
  const read = numbersOf(input, name);
  if (!read.ok) return read;
  if (read.value.length > 2) return fail(tooMany(name));
  return ok([read.value[0], read.value[1] ?? read.value[0]]);
}

async function readMasks(input: Input) {
  const paths = [input.options.mask].flat().filter((p) => typeof p === 'string');
  if (paths.length > 2) return fail(tooMany('mask'));
  if (paths.length < 2) return fail(marksNotFoundYet('/mask'));
  const [baseline, followup] = [await readMask(paths[0] as string, '/mask/0'), await readMask(paths[1] as string, '/mask/1')];
  return baseline.ok && followup.ok ? ok([baseline.value, followup.value]) : fail(...problemsOf(baseline, followup));
}

const tooMany = (name: string) =>
  problem(
    'cli.option-invalid',
    `/${name}`,
    `--${name} stands more than twice.`,
    'Give it for the baseline, then for the follow-up.',
  );

const pointsNotBuilt = problem(
  'cli.not-built-yet',
  '/points',
  'stria does not follow points from photo to photo yet.',
  'Leave --points out.',
);

/** Writes the follow-up on the baseline's frame, or takes an older picture away and says why there is none. */
async function writeAligned(
  path: string,
  [baseline, followup]: readonly [UprightPhoto, UprightPhoto],
  [a, b]: readonly [Examined, Examined],
): Promise<PhotoProblem | undefined> {
  if (!a.frame || !b.frame || a.frame.size !== b.frame.size) {
    await rm(path, { force: true });
    return {
      code: 'alignment-missing',
      says: 'The two photos are not laid on each other, because the same printed frame is not in view in both.',
      mend: 'Use the printed frame in both photos to see them on top of each other.',
    };
  }
  const { widthPx, heightPx } = baseline.raster;
  await writeRaster(layOn(followup.raster, b.frame, { pose: a.frame, widthPx, heightPx }), path);
  return undefined;
}
