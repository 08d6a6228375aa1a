import type { PhotoProblem } from '@stria/record';

/** Everything that a photo can be told it lacks, each with what to do. Codes are those of contracts/examination. */
export const faults = {
  'frame-missing': {
    says: 'No printed frame is in view, so nothing tells the true colours and the light; the contrast is uncalibrated and less sure.',
    mend: 'Lay the printed frame around the marks, with at least four of its black and white markers in the photo.',
  },
  'scale-missing': {
    says: 'Neither a frame nor a scale is given, so lengths are not known and the photo cannot be compared with another.',
    mend: 'Use the printed frame, or give a length in the photo (at the command line: --scale-px-per-mm).',
  },
  'scale-doubtful': {
    says: 'With the given scale the marks would be far narrower or wider than stretch marks are.',
    mend: 'Check the length that was given (at the command line: --scale-px-per-mm).',
  },
  'frame-partly-seen': {
    says: 'Fewer than four markers of the frame can be read, so place and light are less sure.',
    mend: 'Keep fingers, clothes and shadows off the frame and take it whole into the picture.',
  },
  'frame-uncalibrated': {
    says: 'The frame gives the scale, but too few of its patches can be read for the colours; the contrast is uncalibrated.',
    mend: 'Avoid glare and shadow on the paper, and do not overexpose.',
  },
  'colour-doubtful': {
    says: 'The printed patches are far from their colours; absolute colours are not to be believed.',
    mend: 'Print the frame in colour on white paper, and avoid coloured light.',
  },
  'profile-unread': {
    says: 'The photo names a colour profile that is not read; its colours are taken as sRGB.',
    mend: 'Set the camera to sRGB or to its ordinary colour setting.',
  },
  tilted: {
    says: 'The photo was taken at a slant, so some of the skin is less sharp and lit from another side.',
    mend: 'Hold the phone parallel to the frame.',
  },
  blurred: {
    says: 'The photo is blurred: the edges of the marks cannot be told from the skin.',
    mend: 'Hold still or rest the phone on something, tap on the skin to focus, and take it again in brighter light.',
  },
  'too-dark': {
    says: 'The photo is too dark to tell colours apart.',
    mend: 'Take it again in brighter, even light.',
  },
  clipped: {
    says: 'Large parts of the marks or of the skin beside them are burnt out.',
    mend: 'Use softer light, without flash, and make the picture darker.',
  },
  glare: {
    says: 'Some of the marks or of the skin beside them shine; those spots are left out.',
    mend: 'Turn away from the lamp or the window, and do not use the flash.',
  },
  'marks-outside-frame': {
    says: 'None of the painted marks lies inside the window of the frame.',
    mend: 'Lay the frame around the marks, or paint those inside it.',
  },
  'skin-missing': {
    says: 'Too little skin beside the marks is seen to compare them with.',
    mend: 'Step back so that some untouched skin around the marks is in the picture.',
  },
  'marks-too-narrow': {
    says: 'The marks are so narrow in this photo that their edges are part of what is measured; the contrast comes out lower than it is.',
    mend: 'Go nearer, so that each mark is at least ten pixels wide.',
  },
  'marks-faint': {
    says: 'The marks hardly differ from the skin beside them: a smaller change cannot be told from chance.',
    mend: 'Nothing needs mending; take photos in the same even light each time.',
  },
  'low-confidence': {
    says: 'What was measured of the marks is hardly surer than chance.',
    mend: 'Check that the painted marks lie where the marks are, and take a sharper photo.',
  },
} as const satisfies Record<string, Omit<PhotoProblem, 'code'>>;
export type Fault = keyof typeof faults;

/** A photo with one of these is not fit to be compared. */
export const unusable: ReadonlySet<Fault> = new Set<Fault>([
  'scale-missing',
  'blurred',
  'too-dark',
  'clipped',
  'marks-outside-frame',
  'skin-missing',
]);

export const photoProblem = (code: Fault): PhotoProblem => ({ code, ...faults[code] });
