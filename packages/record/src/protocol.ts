import * as z from 'zod/mini';
import { settings } from './answers.ts';
import { productKinds } from './register.ts';
import { daySchema, textSchema } from './schema.ts';
import { zones } from './zone.ts';

/**
 * A protocol pack: how sessions and the days after them are done, as versioned data that a clinic can replace. The rules of
 * care stand above every pack: a pack may be stricter, never looser (care refuses it then).
 */
const sources = z.array(textSchema(40)).check(z.minLength(1));
const hours = z.number().check(z.minimum(0), z.maximum(8760));
const passes = z.int().check(z.minimum(1), z.maximum(15));

const zoneProtocolSchema = z.strictObject({
  setting: z.enum(settings),
  zones: z.array(z.enum(zones)).check(z.minLength(1)),
  needleLengthMmMax: z.number().check(z.gt(0), z.maximum(5)),
  passesPerDirection: passes,
  passesPerDirectionMax: passes,
  intervalDaysMin: z.int().check(z.minimum(1)),
  intervalDays: z.int().check(z.minimum(1)),
  endpoint: z.enum(['even-pink', 'pinpoint-bleeding']),
  /** What may go on the skin during the session. */
  glides: z.array(z.enum(productKinds)),
  sources,
});

const aftercareItemSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'not a name in kebab case')),
  /** `use`: something that may go on the skin from then on; `avoid`: something to keep away from until then. */
  kind: z.enum(['use', 'avoid']),
  says: textSchema(200).check(z.minLength(1)),
  why: textSchema(300).check(z.minLength(1)),
  fromHours: hours,
  products: z.array(z.enum(productKinds)),
  sources,
});

const aftercarePhaseSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/, 'not a name in kebab case')),
  fromHours: hours,
  toHours: z.optional(hours),
  title: textSchema(80).check(z.minLength(1)),
  says: textSchema(400).check(z.minLength(1)),
  sources,
});

const contactSchema = z.strictObject({
  agent: textSchema(80).check(z.minLength(1)),
  concentrationPercent: z.optional(z.number().check(z.gt(0), z.maximum(100))),
  contactSeconds: z.int().check(z.minimum(1), z.maximum(7200)),
  says: textSchema(400).check(z.minLength(1)),
  sources,
});

export const protocolPackSchema = z.strictObject({
  format: z.literal('stria-protocol/1'),
  id: z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, 'not a name in kebab case')),
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+$/, 'not a version (1.2.3)')),
  title: textSchema(120).check(z.minLength(1)),
  writtenOn: daySchema,
  /** Who looked at it with a clinician's eyes; empty until somebody has. */
  reviewedBy: z.array(textSchema(120)),
  zones: z.array(zoneProtocolSchema).check(z.minLength(1)),
  hygiene: z.strictObject({
    surface: contactSchema,
    needle: contactSchema,
    skin: contactSchema,
    'needle-after': contactSchema,
  }),
  mostNeedleUses: z.int().check(z.minimum(1), z.maximum(4)),
  openHours: hours,
  aftercare: z.strictObject({
    phases: z.array(aftercarePhaseSchema).check(z.minLength(1)),
    items: z.array(aftercareItemSchema),
  }),
  checkInsAfterHours: z.array(hours).check(z.minLength(1)),
  diaryAfterHours: z.array(hours).check(z.minLength(1)),
});
export type ProtocolPack = z.infer<typeof protocolPackSchema>;
