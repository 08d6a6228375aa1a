import type { SourceId } from '@stria/record';

/** How common stretch marks are, as counted: many bodies have them, whatever the training, the weight or the cream. */
export interface PrevalenceRow {
  readonly who: string;
  /** Share of people with marks in per cent: lowest and highest count; the same number twice where there was one. */
  readonly fromPercent: number;
  readonly toPercent: number;
  readonly counted: string;
  readonly sources: readonly SourceId[];
}

export const prevalence: readonly PrevalenceRow[] = [
  {
    who: 'Any group that was counted',
    fromPercent: 11,
    toPercent: 88,
    counted: 'From men to pregnant women, in reviews',
    sources: ['i01'],
  },
  { who: 'Girls in puberty', fromPercent: 70, toPercent: 70, counted: 'A reference page, so only a hint', sources: ['i12'] },
  { who: 'Boys in puberty', fromPercent: 40, toPercent: 40, counted: 'A reference page, so only a hint', sources: ['i12'] },
  {
    who: 'Women in a first pregnancy',
    fromPercent: 28,
    toPercent: 60,
    counted: '309 women in the UK, 112 in the USA, part of 179 in Japan',
    sources: ['i03', 'i06', 'i08'],
  },
  { who: 'Women in any pregnancy', fromPercent: 50, toPercent: 90, counted: 'Background of a large review', sources: ['i02'] },
  { who: 'Women after a birth in Nepal', fromPercent: 62, toPercent: 62, counted: '420 women', sources: ['i09'] },
  { who: 'Women in Spain before a pregnancy', fromPercent: 86, toPercent: 86, counted: '519 women', sources: ['i10'] },
  {
    who: 'People asked in Saudi Arabia',
    fromPercent: 69,
    toPercent: 69,
    counted: '1,329 people said so of themselves',
    sources: ['i11'],
  },
];

export const prevalenceSentences: readonly { readonly says: string; readonly sources: readonly SourceId[] }[] = [
  { says: 'Stretch marks are common. Having them is usual, and so is not having them.', sources: ['i01', 'i02'] },
  {
    says: 'They come with growth, puberty, pregnancy, changes of weight or muscle, with hormones and steroids, and they run in families. Training or discipline do not decide it.',
    sources: ['i05', 'i11', 'i14', 'i15'],
  },
  {
    says: 'In one survey three of four pregnant women named as their greatest worry that the marks would stay. Worrying about it is common too.',
    sources: ['i17'],
  },
  {
    says: 'The counts differ because they asked in different ways, in different places and at different ages.',
    sources: ['i03', 'i08', 'i10', 'i12'],
  },
];
