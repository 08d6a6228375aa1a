import { type Problem, problem } from '@stria/record';

/** What the device itself can refuse, in words: what happened (says) and what to do (mend). What was kept is always said by the screen. */
export function storageProblem(error: unknown): Problem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') {
    return problem(
      'web.device-full',
      '',
      'There is no room left on this device, so the last step was not saved.',
      'Free some space (old videos are a good start), then try again.',
    );
  }
  if (name === 'VersionError') {
    return problem(
      'web.app-older-than-data',
      '',
      'A newer stria has already opened the charts on this device.',
      'Reload the page to get the newer one.',
    );
  }
  return problem(
    'web.store-failed',
    '',
    `This browser did not let stria save or read its store (${name === '' ? 'no reason given' : name}).`,
    'Reload the page. In a private window, or where storage is blocked for this site, use a normal window or allow storage.',
  );
}

export const noSubtleProblem = (): Problem =>
  problem(
    'web.needs-https',
    '',
    'This page came over plain http, and there browsers do not let a page check photo files.',
    'Open stria at an https address, or on the computer that runs it at http://localhost. Questions and notes work here as usual.',
  );

export const hashMismatchProblem = (): Problem =>
  problem(
    'web.photo-altered',
    '',
    'The bytes kept for this photo are not the bytes that were saved.',
    'Do not measure it. If you still have the file, add it again.',
  );

export const blobMissingProblem = (): Problem =>
  problem(
    'web.photo-not-here',
    '',
    'This photo is not on this device, and no computer with a copy answers.',
    'Open stria on the device that took it, or start the computer that keeps the copy.',
  );

export const erasedThereProblem = (): Problem =>
  problem(
    'web.chart-erased-there',
    '',
    'The computer that keeps the copies was asked to erase this chart, and takes nothing of it any more.',
    'Nothing more of this chart is sent there. To have copies again, begin a new chart.',
  );

export const goneOnProblem = (): Problem =>
  problem(
    'web.gone-on-elsewhere',
    '',
    'This step was already done, here or in another window. Nothing was counted twice.',
    'Go on from what the screen shows now.',
  );
