import * as z from 'zod/mini';

/**
 * Numbers that were measured or forecast never travel alone: an Estimate carries its standard deviation, a Band its
 * 5th, 50th and 95th percentile. The unit is the last part of the NAME that holds them (`widthMm`).
 */
export const estimateSchema = z.strictObject({ value: z.number(), sd: z.number().check(z.nonnegative()) });
export type Estimate = z.infer<typeof estimateSchema>;

export const bandSchema = z.strictObject({ low: z.number(), mid: z.number(), high: z.number() });
export type Band = z.infer<typeof bandSchema>;
