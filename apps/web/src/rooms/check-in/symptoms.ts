import type { SymptomCode } from '@stria/record';

/** In the order in which they are looked for: the usual first, then what the skin can show, then the whole person. */
export const symptomGroups: readonly { readonly title: string; readonly codes: readonly SymptomCode[] }[] = [
  {
    title: 'On the skin, in the first days',
    codes: ['redness', 'swelling', 'heat', 'pain', 'tightness', 'itching', 'flaking', 'bleeding', 'bruising'],
  },
  {
    title: 'Something else on the skin',
    codes: [
      'redness-spreading',
      'red-streaks',
      'pus',
      'blisters',
      'itchy-bumps',
      'firm-bumps',
      'dark-patches',
      'light-patches',
      'new-patches-in-lines',
      'raised-scar',
      'scar-rows',
    ],
  },
  {
    title: 'In the whole body',
    codes: [
      'shivering',
      'swollen-glands',
      'fast-pulse',
      'vomiting',
      'confusion',
      'swelling-face-or-lips',
      'wheeze',
      'faint',
      'irregular-heartbeat',
      'seizure',
    ],
  },
];

/** Signs that are felt more or less; the others are there or not. */
export const graded: ReadonlySet<SymptomCode> = new Set<SymptomCode>([
  'redness',
  'redness-spreading',
  'swelling',
  'heat',
  'pain',
  'tightness',
  'itching',
  'flaking',
  'bleeding',
  'bruising',
]);

export const severityWords = { 1: 'A little', 2: 'Clearly', 3: 'Strong', 4: 'Very strong' } as const;
export const trendWords = { better: 'Getting less', same: 'The same', worse: 'Growing' } as const;
