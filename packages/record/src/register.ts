import * as z from 'zod/mini';
import { devices } from './answers.ts';
import { daySchema, textSchema } from './schema.ts';

/**
 * What touches the skin, as a register: the needle device, the antiseptic, what is put on. A register entry says what a thing
 * IS; how often it was used is read from the sessions that name it, never counted by hand.
 */
export const needleMaterials = ['stainless-steel', 'titanium', 'other', 'unknown'] as const;
const lot = z.optional(textSchema(80).check(z.minLength(1)));
const whole = z.int().check(z.minimum(1));

/** A roller, stamp or pen with its needles. Of a pen, the cartridge is what is counted and thrown away. Source: b01, b18. */
export const deviceSchema = z.strictObject({
  device: z.enum(devices),
  /** What the person calls it. */
  name: z.optional(textSchema(80)),
  needleLengthMm: z.number().check(z.gt(0), z.maximum(5)),
  needleCount: z.optional(whole.check(z.maximum(2000))),
  /** Area that one stamp covers, or the width of a roller's drum times the way of one needle row. */
  headAreaCm2: z.optional(z.number().check(z.gt(0), z.maximum(100))),
  material: z.enum(needleMaterials),
  lot,
  openedOn: z.optional(daySchema),
  expiresOn: z.optional(daySchema),
  /** Whether another person has ever used these needles: then they are refused. Source: e11, b02. */
  usedByAnotherPerson: z.boolean(),
  /** Uses before it came into the register. */
  usesBefore: z.int().check(z.minimum(0), z.maximum(1000)),
  /** A pen's needles, which are changed for each session. */
  cartridge: z.optional(
    z.strictObject({ lot, expiresOn: z.optional(daySchema), needleCount: z.optional(whole.check(z.maximum(200))) }),
  ),
});
export type Device = z.infer<typeof deviceSchema>;

export const retiredWays = ['sharps-bin', 'given-back', 'lost'] as const;

export const disinfectedThings = ['needle', 'skin', 'surface', 'needle-after'] as const;
export const antisepticSchema = z.strictObject({
  name: textSchema(80).check(z.minLength(1)),
  /** The active agent: isopropyl alcohol, chlorhexidine … */
  agent: textSchema(80).check(z.minLength(1)),
  concentrationPercent: z.optional(z.number().check(z.gt(0), z.maximum(100))),
  meantFor: z.array(z.enum(['needle', 'skin', 'surface'])).check(z.minLength(1)),
  lot,
  openedOn: z.optional(daySchema),
  expiresOn: z.optional(daySchema),
});
export type Antiseptic = z.infer<typeof antisepticSchema>;

/** What a thing that goes on the skin is, by what it does to open skin rather than by its marketing. */
export const productKinds = [
  'saline',
  'hydrogel',
  'moisturiser',
  'sunscreen',
  'oil',
  'cream',
  'serum',
  'retinoid',
  'acid',
  'vitamin-c',
  'peroxide',
  'numbing-cream',
  'make-up',
  'perfumed',
  'other',
] as const;
export type ProductKind = (typeof productKinds)[number];

export const productSchema = z.strictObject({
  name: textSchema(120).check(z.minLength(1)),
  kind: z.enum(productKinds),
  /** Ingredients by their INCI names, in the order of the label; empty where the label was not copied. */
  inci: z.array(textSchema(120)).check(z.maxLength(200)),
  sterile: z.boolean(),
  lot,
  openedOn: z.optional(daySchema),
  expiresOn: z.optional(daySchema),
  /** Day of a test patch that stayed calm for two days. */
  patchTestOn: z.optional(daySchema),
});
export type Product = z.infer<typeof productSchema>;
