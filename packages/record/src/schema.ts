import * as z from 'zod/mini';
import { type Day, parseDay } from './day.ts';

/** A day that exists, as a schema. */
export const daySchema = z.custom<Day>((v) => typeof v === 'string' && parseDay(v) !== undefined, {
  error: 'not a day that exists (yyyy-mm-dd)',
});
/** An instant in UTC with milliseconds, as Date.prototype.toISOString writes it. */
export const instantSchema = z
  .string()
  .check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/, 'not an instant in UTC'));
export const uuidSchema = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'not a UUID in lower case'));
export const sha256Schema = z.string().check(z.regex(/^[0-9a-f]{64}$/, 'not a SHA-256 in lower-case hex'));
export const textSchema = (max: number) => z.string().check(z.maxLength(max));
export const countSchema = z.int().check(z.minimum(0));
