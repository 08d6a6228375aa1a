import type {
  allergies,
  causes,
  conditions,
  consultOutcomes,
  devices,
  medicineKinds,
  pregnancies,
  procedureKinds,
  Setting,
  Side,
  signs,
  skinTypes,
  stages,
  zoneFindings,
} from '@stria/record';

/** What each answer is called, on a screen and on the sheet for the doctor. One table a vocabulary, so that none is left out. */
type Words<T extends readonly string[]> = Record<T[number], string>;

export const settingWords: Record<Setting, string> = {
  home: 'At home, by myself',
  professional: 'In a clinic, by a professional',
};
export const pregnancyWords: Words<typeof pregnancies> = {
  no: 'No, or it cannot apply',
  pregnant: 'Pregnant',
  nursing: 'Nursing',
  unsure: 'Not sure',
};
export const skinTypeWords: Words<typeof skinTypes> = {
  I: 'I: always burns, never tans',
  II: 'II: burns easily, tans little',
  III: 'III: sometimes burns, tans slowly',
  IV: 'IV: burns little, tans easily (light brown)',
  V: 'V: rarely burns (brown)',
  VI: 'VI: never burns (dark brown or black)',
  unsure: 'Not sure',
};
export const sideWords: Record<Side, string> = { left: 'Left', right: 'Right', both: 'Both', middle: 'Middle' };
export const stageWords: Words<typeof stages> = {
  rubra: 'Red, pink or purple',
  alba: 'White, or paler than the skin around',
  mixed: 'Some of each',
  unsure: 'Not sure',
};
export const causeWords: Words<typeof causes> = {
  pregnancy: 'Pregnancy',
  puberty: 'Puberty',
  growth: 'Growing fast',
  'weight-gain': 'Gaining weight',
  'weight-loss': 'Losing weight',
  'muscle-gain': 'Building muscle',
  'breast-implant': 'Breast implants',
  'corticosteroid-tablet': 'Steroid tablets',
  'corticosteroid-cream': 'Steroid cream',
  'corticosteroid-inhaled': 'Inhaled steroid',
  'cortisol-excess': 'Too much cortisol made by the body',
  genetic: 'It runs in the family',
  unknown: 'Not sure',
};
export const signWords: Words<typeof signs> = {
  'easy-bruising': 'Bruising easily',
  'muscle-weakness': 'Weak muscles, for example on stairs',
  'round-face': 'A face that has become round and red',
  'unexplained-weight-gain': 'Weight gain that nothing explains',
  fever: 'A fever today',
  unwell: 'Feeling unwell today',
};
export const conditionWords: Words<typeof conditions> = {
  'keloid-history': 'A keloid (a scar that grew beyond its edge), ever',
  'raised-scar-history': 'Raised scars, ever',
  'bleeding-disorder': 'A bleeding disorder',
  diabetes: 'Diabetes',
  immunosuppression: 'A weak immune system',
  hiv: 'HIV',
  'hepatitis-b-or-c': 'Hepatitis B or C',
  psoriasis: 'Psoriasis',
  vitiligo: 'Vitiligo',
  'lichen-planus': 'Lichen planus',
  eczema: 'Eczema',
  scleroderma: 'Scleroderma',
  'connective-tissue-disease': 'Another connective-tissue disease',
  'cold-sores': 'Cold sores (herpes), ever',
  'skin-cancer-now': 'Skin cancer now',
  'skin-cancer-past': 'Skin cancer in the past',
  'poor-healing': 'Wounds that close slowly',
  'heart-disease': 'Heart disease',
  epilepsy: 'Epilepsy',
  pacemaker: 'A pacemaker',
  'post-inflammatory-pigment-history': 'Dark marks after spots or injuries',
  'cushing-syndrome': 'Cushing syndrome',
};
export const medicineWords: Words<typeof medicineKinds> = {
  isotretinoin: 'Isotretinoin (for acne)',
  anticoagulant: 'A blood thinner',
  antiplatelet: 'Aspirin or another medicine against clots',
  'corticosteroid-tablet': 'Steroid tablets',
  'corticosteroid-cream-on-zone': 'Steroid cream on this skin',
  'corticosteroid-inhaled': 'An inhaled steroid',
  immunosuppressant: 'A medicine that holds the immune system down',
  chemotherapy: 'Chemotherapy',
  'retinoid-cream': 'Retinoid cream on this skin (tretinoin, adapalene, retinol)',
  'acid-or-peroxide-cream': 'A cream with acid or benzoyl peroxide on this skin',
  photosensitiser: 'A medicine that makes skin react to light',
  antibiotic: 'An antibiotic',
  biologic: 'A biologic (an injection for psoriasis, joints or bowel)',
};
export const findingWords: Words<typeof zoneFindings> = {
  infection: 'An infection',
  rash: 'A rash',
  'open-wound': 'An open wound',
  'active-herpes': 'Active herpes (blisters or crusts)',
  'active-acne': 'Active acne',
  sunburn: 'Sunburn',
  tan: 'A fresh tan',
  'unexplained-lesion': 'A spot or change that nobody has explained yet',
  mole: 'A mole',
  wart: 'A wart',
  tattoo: 'A tattoo',
  'varicose-vein': 'Varicose veins',
  'raised-scar': 'A raised scar',
  'numb-area': 'A numb area',
};
export const procedureWords: Words<typeof procedureKinds> = {
  'chemical-peel': 'A chemical peel',
  laser: 'A laser that leaves the skin closed',
  'ablative-laser': 'A laser that takes skin off (carbon dioxide, erbium)',
  surgery: 'Surgery',
  radiotherapy: 'Radiotherapy',
  filler: 'A filler',
  microneedling: 'Microneedling',
  waxing: 'Waxing',
};
export const allergyWords: Words<typeof allergies> = {
  steel: 'Steel',
  nickel: 'Nickel',
  lidocaine: 'Lidocaine or another numbing medicine',
  latex: 'Latex',
  chlorhexidine: 'Chlorhexidine',
  other: 'Something else',
};
export const deviceWords: Words<typeof devices> = {
  roller: 'Roller',
  pen: 'Pen',
  stamp: 'Stamp',
  radiofrequency: 'Needles with radiofrequency',
};
export const outcomeWords: Words<typeof consultOutcomes> = {
  cleared: 'Cleared',
  'cleared-with-limits': 'Cleared with limits',
  'advised-against': 'Advised against',
};
