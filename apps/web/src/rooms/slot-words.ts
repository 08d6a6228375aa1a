import { hoursWords } from '../parts/day-words.ts';

const HOUR_MS = 3_600_000;

/** “after 6 hours”, “on day 7”. */
export const slotWords = (afterHours: number): string =>
  afterHours > 72 ? `on day ${Math.round(afterHours / 24)}` : `after ${afterHours} hours`;

/** “7 hours”, “5 days”: how long ago the session was, in the unit that a person would use. */
export function sinceWords(hours: number): string {
  if (hours >= 72.5) return `${Math.round(hours / 24)} days`;
  return Math.round(hours) === 1 ? '1 hour' : `${Math.round(hours)} hours`;
}

/** How far off an instant is: hours up to two days, then days. */
export function whenWords(atMs: number, nowMs: number): string {
  const hours = (atMs - nowMs) / HOUR_MS;
  if (hours <= 0) return 'now';
  return hours > 48 ? `in ${Math.ceil(hours / 24)} days` : `in ${hoursWords(hours)}`;
}
