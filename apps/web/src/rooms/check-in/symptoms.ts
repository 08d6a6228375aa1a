import type { SymptomCode } from '@stria/record';

/** What a sign is called on the screen, in the person's words. */
export const symptomWords: Record<SymptomCode, string> = {
  redness: 'Redness where the needles were',
  'redness-spreading': 'Redness that spreads beyond that place',
  swelling: 'Swelling of the skin',
  'swelling-face-or-lips': 'Swelling of face, lips or tongue',
  heat: 'The skin feels hot',
  pain: 'Pain or soreness',
  pus: 'Pus, or a yellow crust',
  'red-streaks': 'Red lines that lead away from the place',
  blisters: 'Blisters',
  'itchy-bumps': 'Itchy bumps',
  'firm-bumps': 'Firm bumps',
  'dark-patches': 'Darker patches',
  'light-patches': 'Lighter patches',
  'scar-rows': 'Small scars in rows',
  'raised-scar': 'A raised scar',
  flaking: 'Flaking',
  itching: 'Itching',
  tightness: 'Tightness or dryness',
  bleeding: 'Bleeding',
  bruising: 'Bruises',
  wheeze: 'Wheezing or trouble breathing',
  faint: 'Fainting, or nearly',
  vomiting: 'Vomiting',
  confusion: 'Being confused',
  'fast-pulse': 'A racing pulse at rest',
  seizure: 'A seizure',
  'irregular-heartbeat': 'An irregular heartbeat',
  shivering: 'Shivering',
  'new-patches-in-lines': 'New patches along the needled lines',
  'swollen-glands': 'Swollen glands nearby',
};

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
