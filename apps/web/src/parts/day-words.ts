import { type Day, daysBetween } from '@stria/record';

const long = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
const withYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** “Tuesday 3 March”. */
export const dayWords = (day: Day): string => long.format(new Date(`${day}T00:00:00Z`));

/** “3 March 2026”. */
export const dayWithYear = (day: Day): string => withYear.format(new Date(`${day}T00:00:00Z`));

/** “today”, “tomorrow”, “in 12 days”, “3 days ago”. */
export function dayFromToday(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** “5 hours”, “1 hour”, “less than an hour”; hours rounded up, so that nothing is called done early. */
export function hoursWords(hours: number): string {
  const whole = Math.ceil(hours);
  if (hours < 1) return 'less than an hour';
  return whole === 1 ? '1 hour' : `${whole} hours`;
}
