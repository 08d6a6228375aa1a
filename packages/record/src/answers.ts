import * as z from 'zod/mini';
import { daySchema } from './schema.ts';
import { sides, zones } from './zone.ts';

/**
 * The answers to the screening questions: contracts/answers.schema.json as a schema. A property that is absent was not
 * answered, and the rules of care then take the careful branch; an empty list means "none of these".
 */
export const settings = ['home', 'professional'] as const;
export type Setting = (typeof settings)[number];
export const pregnancies = ['no', 'pregnant', 'nursing', 'unsure'] as const;
/** Fitzpatrick, as the person says. */
export const skinTypes = ['I', 'II', 'III', 'IV', 'V', 'VI', 'unsure'] as const;
export const stages = ['rubra', 'alba', 'mixed', 'unsure'] as const;
export const causes = [
  'pregnancy',
  'puberty',
  'growth',
  'weight-gain',
  'weight-loss',
  'muscle-gain',
  'breast-implant',
  'corticosteroid-tablet',
  'corticosteroid-cream',
  'corticosteroid-inhaled',
  'cortisol-excess',
  'genetic',
  'unknown',
] as const;
export const signs = ['easy-bruising', 'muscle-weakness', 'round-face', 'unexplained-weight-gain', 'fever', 'unwell'] as const;
export const conditions = [
  'keloid-history',
  'raised-scar-history',
  'bleeding-disorder',
  'diabetes',
  'immunosuppression',
  'hiv',
  'hepatitis-b-or-c',
  'psoriasis',
  'vitiligo',
  'lichen-planus',
  'eczema',
  'scleroderma',
  'connective-tissue-disease',
  'cold-sores',
  'skin-cancer-now',
  'skin-cancer-past',
  'poor-healing',
  'heart-disease',
  'epilepsy',
  'pacemaker',
  'post-inflammatory-pigment-history',
  'cushing-syndrome',
] as const;
export const medicineKinds = [
  'isotretinoin',
  'anticoagulant',
  'antiplatelet',
  'corticosteroid-tablet',
  'corticosteroid-cream-on-zone',
  'corticosteroid-inhaled',
  'immunosuppressant',
  'chemotherapy',
  'retinoid-cream',
  'acid-or-peroxide-cream',
  'photosensitiser',
  'antibiotic',
  'biologic',
] as const;
export const zoneFindings = [
  'infection',
  'rash',
  'open-wound',
  'active-herpes',
  'active-acne',
  'sunburn',
  'tan',
  'unexplained-lesion',
  'mole',
  'wart',
  'tattoo',
  'varicose-vein',
  'raised-scar',
  'numb-area',
] as const;
export const procedureKinds = [
  'chemical-peel',
  'laser',
  'ablative-laser',
  'surgery',
  'radiotherapy',
  'filler',
  'microneedling',
  'waxing',
] as const;
export const allergies = ['steel', 'nickel', 'lidocaine', 'latex', 'chlorhexidine', 'other'] as const;
export const devices = ['roller', 'pen', 'stamp', 'radiofrequency'] as const;
export const consultOutcomes = ['cleared', 'cleared-with-limits', 'advised-against'] as const;

const count = (max?: number) => (max === undefined ? z.int().check(z.minimum(0)) : z.int().check(z.minimum(0), z.maximum(max)));

export const answersSchema = z.strictObject({
  asOf: daySchema,
  setting: z.enum(settings),
  ageYears: z.optional(count(120)),
  pregnancy: z.optional(z.enum(pregnancies)),
  skinType: z.optional(z.enum(skinTypes)),
  zones: z.optional(z.array(z.enum(zones))),
  side: z.optional(z.enum(sides)),
  marks: z.optional(
    z.strictObject({
      stage: z.optional(z.enum(stages)),
      widestMm: z.optional(z.number().check(z.gt(0), z.maximum(100))),
      onsetMonthsAgo: z.optional(count()),
      fastGrowing: z.optional(z.boolean()),
      causes: z.optional(z.array(z.enum(causes))),
    }),
  ),
  signs: z.optional(z.array(z.enum(signs))),
  conditions: z.optional(z.array(z.enum(conditions))),
  medicines: z.optional(
    z.array(
      z.strictObject({
        kind: z.enum(medicineKinds),
        status: z.enum(['current', 'stopped']),
        lastTaken: z.optional(daySchema),
      }),
    ),
  ),
  zoneFindings: z.optional(z.array(z.enum(zoneFindings))),
  recentProcedures: z.optional(z.array(z.strictObject({ kind: z.enum(procedureKinds), on: daySchema }))),
  allergies: z.optional(z.array(z.enum(allergies))),
  needle: z.optional(
    z.strictObject({
      device: z.enum(devices),
      lengthMm: z.number().check(z.gt(0), z.maximum(5)),
      usedByAnotherPerson: z.optional(z.boolean()),
    }),
  ),
  consult: z.optional(
    z.strictObject({
      on: daySchema,
      outcome: z.enum(consultOutcomes),
      needleLengthMmMax: z.optional(z.number().check(z.gt(0))),
    }),
  ),
});
export type Answers = z.infer<typeof answersSchema>;
