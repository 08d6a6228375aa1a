import { type Day, parseDay } from '@stria/record';

/** Looks into input that a schema has not let in, or has refused: what is not there, or is of another kind, is undefined. */
export const valueIn = (holder: unknown, key: string): unknown =>
  typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
    ? (holder as Record<string, unknown>)[key]
    : undefined;

export function dayIn(holder: unknown, key: string): Day | undefined {
  const value = valueIn(holder, key);
  return typeof value === 'string' ? parseDay(value) : undefined;
}

export function listIn(holder: unknown, key: string): readonly unknown[] {
  const value = valueIn(holder, key);
  return Array.isArray(value) ? value : [];
}
