import * as z from 'zod/mini';
import { causes } from './answers.ts';
import { goals, methodIds } from './method.ts';
import { productKinds } from './register.ts';
import { daySchema, textSchema, uuidSchema } from './schema.ts';
import { sides, zones } from './zone.ts';

/** What a person writes down beside the sessions: what they want, what they chose, what they put on, how it goes. */
const monthSchema = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month (yyyy-mm)'));
const grade = z.int().check(z.minimum(0), z.maximum(4));

export const goalSchema = z.strictObject({ goals: z.array(z.enum(goals)).check(z.minLength(1)) });

/** A method that was begun or stopped. Watching only and doing nothing are choices like any other. */
export const methodChoiceSchema = z.strictObject({
  method: z.enum(methodIds),
  change: z.enum(['begun', 'stopped']),
  on: daySchema,
  zones: z.optional(z.array(z.enum(zones)).check(z.minLength(1))),
  note: z.optional(textSchema(500)),
});

/** The answers to the quiz before the first home session. Whether it was passed is computed by care, never stored. */
export const quizSchema = z.strictObject({
  quiz: textSchema(40),
  given: z.array(z.strictObject({ item: textSchema(60), choice: textSchema(60) })).check(z.minLength(1)),
});

/** Something put on the skin between sessions. */
export const applicationSchema = z.strictObject({
  what: z.enum(productKinds),
  product: z.optional(uuidSchema),
  zones: z.array(z.enum(zones)),
  side: z.optional(z.enum(sides)),
  /** Where the guard spoke against it and the person did it all the same: what it said. */
  warned: z.optional(textSchema(500)),
});

/** Irritation after a session, 0 none to 4 very strong. Source: d21, d22. */
export const irritationSchema = z.strictObject({
  session: uuidSchema,
  hoursSinceSession: z.number().check(z.minimum(0)),
  redness: grade,
  sting: grade,
  swelling: grade,
  flaking: grade,
});
export type Irritation = z.infer<typeof irritationSchema>;

/** A mark that is left alone, to compare the treated ones with. Taken back with a correction. */
export const controlRegionSchema = z.strictObject({
  zone: z.enum(zones),
  side: z.optional(z.enum(sides)),
  /** How the person finds it again: third mark from the navel … */
  says: textSchema(300).check(z.minLength(1)),
});

/** When the marks came and what was happening then. Everything may be left out: not knowing is common. */
export const onsetSchema = z.strictObject({
  marksFirstSeen: z.optional(monthSchema),
  events: z.array(z.strictObject({ cause: z.enum(causes), from: z.optional(monthSchema), to: z.optional(monthSchema) })),
});
export type Onset = z.infer<typeof onsetSchema>;

/** A word a week, without a photo: how the waiting goes. */
export const weekNoteSchema = z.strictObject({
  on: daySchema,
  going: z.enum(['well', 'so-so', 'hard']),
  text: z.optional(textSchema(500)),
});
