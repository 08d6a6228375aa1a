import * as z from 'zod/mini';
import { answersSchema } from './answers.ts';
import { daySchema } from './schema.ts';

/** A wish for a course of sessions, as contracts/README has it: whole numbers from 1; what is left out takes its default. */
const whole = z.int().check(z.minimum(1));
export const courseRequestSchema = z.strictObject({
  answers: answersSchema,
  /** Day of the first session. */
  start: daySchema,
  sessions: z.optional(whole),
  intervalDays: z.optional(whole),
  passesPerDirection: z.optional(whole),
});
export type CourseRequest = z.infer<typeof courseRequestSchema>;
