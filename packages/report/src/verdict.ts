import type { Comparison, Estimate, Examination } from '@stria/record';

/** What one photo or two photos say, in sentences. "Changed" is said only by the verdict, never by a number alone. */
export interface Said {
  readonly headline: string;
  readonly sentences: readonly string[];
}

export const verdictWords: Record<Comparison['verdict'], string> = {
  'less-visible': 'The marks stand out less than before.',
  'more-visible': 'The marks stand out more than before.',
  'no-change-detected': 'No change that is larger than the error of the photos.',
  'cannot-tell': 'These two photos cannot tell.',
};

const quantities = {
  contrastDeltaE00: { name: 'Contrast of the marks to the skin around', unit: 'ΔE00', digits: 1 },
  widthMm: { name: 'Width', unit: 'mm', digits: 1 },
  areaMm2: { name: 'Area', unit: 'mm²', digits: 0 },
  textureRatio: { name: 'Roughness, marks against skin around', unit: '', digits: 2 },
} as const;
type Quantity = keyof typeof quantities;

/** The verdict of two photos with every figure that it rests on, each with its error. */
export function sayComparison(comparison: Comparison): Said {
  const { verdict, change, problems } = comparison;
  const figures = change ? (Object.keys(quantities) as Quantity[]).flatMap((q) => sayChange(q, change[q])) : [];
  return {
    headline: verdictWords[verdict],
    sentences: [
      ...figures,
      ...faint(comparison),
      ...(verdict === 'less-visible' ? ['Less visible does not mean gone.'] : []),
      ...(verdict === 'more-visible' ? ['Consider stopping, and show both photos to a doctor.'] : []),
      ...problems.map((p) => `${p.says} ${p.mend}`),
    ],
  };
}

function sayChange(q: Quantity, change: NonNullable<Comparison['change']>[Quantity]): string[] {
  if (!change) return [];
  const { name, unit, digits } = quantities[q];
  const tail = unit ? ` ${unit}` : '';
  const { baseline, followup, delta, smallestRealChange } = change;
  const real = Math.abs(delta.value) > smallestRealChange;
  const least = fixed(smallestRealChange, digits);
  const size = real ? `more than ${least}, the smallest real change` : `within ${least}, the smallest real change`;
  return [
    `${name}: ${sayEstimate(baseline, digits)}${tail} before, ${sayEstimate(followup, digits)}${tail} after; the difference is ${size}.`,
  ];
}

/** A contrast below what two photos can tell apart is not a contrast that is gone. */
function faint({ change }: Comparison): string[] {
  const contrast = change?.contrastDeltaE00;
  if (!contrast || contrast.followup.value >= contrast.smallestRealChange) return [];
  return ['In these photos the contrast is no longer measurable. That does not mean gone.'];
}

/** What one photo says, with its errors, or why it is not fit to be compared. */
export function sayExamination(examination: Examination): Said {
  const { marks, usable, problems, colour } = examination;
  const figure = (name: string, e: Estimate | null, unit: string, digits: number) =>
    e ? [`${name}: ${sayEstimate(e, digits)}${unit ? ` ${unit}` : ''}.`] : [];
  return {
    headline: usable ? 'This photo can be compared.' : 'This photo is kept, but is not fit to be compared.',
    sentences: [
      ...figure('Contrast of the marks to the skin around', marks.contrastDeltaE00, 'ΔE00', 1),
      ...figure('Width', marks.widthMm, 'mm', 1),
      ...figure('Area', marks.areaMm2, 'mm²', 0),
      ...figure('Length', marks.lengthMm, 'mm', 0),
      ...(colour === null ? ['The colours are not calibrated: no frame was in view, so the error is wider.'] : []),
      ...problems.map((p) => `${p.says} ${p.mend}`),
    ],
  };
}

/** `6.0 ± 0.4`: a value with one standard deviation. A difference smaller than half the last digit keeps a digit that shows. */
export const sayEstimate = (e: Estimate, digits: number): string => `${fixed(e.value, digits)} ± ${fixed(e.sd, digits)}`;

function fixed(value: number, digits: number): string {
  const shown = value.toFixed(digits);
  return Number(shown) === 0 && value !== 0 && digits < 3 ? value.toFixed(digits + 1) : shown;
}
