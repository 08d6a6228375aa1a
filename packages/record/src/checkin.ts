import * as z from 'zod/mini';
import { settings, skinTypes } from './answers.ts';

/** How the skin is doing after a session: contracts/checkin.schema.json as a schema. */
export const symptomCodes = [
  'redness',
  'redness-spreading',
  'swelling',
  'swelling-face-or-lips',
  'heat',
  'pain',
  'pus',
  'red-streaks',
  'blisters',
  'itchy-bumps',
  'firm-bumps',
  'dark-patches',
  'light-patches',
  'scar-rows',
  'raised-scar',
  'flaking',
  'itching',
  'tightness',
  'bleeding',
  'bruising',
  'wheeze',
  'faint',
  'vomiting',
  'confusion',
  'fast-pulse',
  'seizure',
  'irregular-heartbeat',
  'shivering',
  'new-patches-in-lines',
  'swollen-glands',
] as const;
export type SymptomCode = (typeof symptomCodes)[number];

export const checkInReportSchema = z.strictObject({
  hoursSinceSession: z.number().check(z.minimum(0)),
  setting: z.optional(z.enum(settings)),
  needleLengthMm: z.optional(z.number().check(z.gt(0), z.maximum(5))),
  skinType: z.optional(z.enum(skinTypes)),
  temperatureC: z.optional(z.number().check(z.minimum(30), z.maximum(45))),
  numbingCreamUsed: z.optional(z.boolean()),
  symptoms: z.array(
    z.strictObject({
      code: z.enum(symptomCodes),
      /** 0 none, 4 very strong. */
      severity: z.optional(z.int().check(z.minimum(0), z.maximum(4))),
      trend: z.optional(z.enum(['better', 'same', 'worse'])),
    }),
  ),
});
export type CheckInReport = z.infer<typeof checkInReportSchema>;
