/**
 * All calendar arithmetic of the house. A Day is a date without a time or a zone (`yyyy-mm-dd`, proleptic Gregorian):
 * the rules of care count calendar days and months, never hours across a change of clocks.
 */
declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day that the text names, or undefined where there is no such day (2026-02-30, 2026-1-1). */
export function parseDay(text: string): Day | undefined {
  const m = shape.exec(text);
  if (!m) return undefined;
  const [year, month, date] = [Number(m[1]), Number(m[2]), Number(m[3])];
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return undefined;
  return text as Day;
}

/** The day that the text names; throws where there is none. For text that was parsed before. */
export function day(text: string): Day {
  const d = parseDay(text);
  if (d === undefined) throw new RangeError(`not a day: ${text.slice(0, 40)}`);
  return d;
}

/** Calendar day of an instant, seen at an offset from UTC in minutes (east positive). */
export function dayOf(epochMs: number, offsetMinutes: number): Day {
  return day(new Date(epochMs + offsetMinutes * 60_000).toISOString().slice(0, 10));
}

export const addDays = (from: Day, days: number): Day => fromNumber(toNumber(from) + days);

/** Month ends are clamped: 31 August + 6 months is the last day of February. */
export function addMonths(from: Day, months: number): Day {
  const [year, month, date] = parts(from);
  const count = year * 12 + (month - 1) + months;
  const y = Math.floor(count / 12);
  const m = (((count % 12) + 12) % 12) + 1;
  return write(y, m, Math.min(date, daysInMonth(y, m)));
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => toNumber(to) - toNumber(from);

/** Below zero when a lies before b, zero on the same day: `days.sort(compareDays)`. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0);

const DAY_MS = 86_400_000;
const toNumber = (d: Day): number => Math.round(Date.parse(`${d}T00:00:00Z`) / DAY_MS);
const fromNumber = (n: number): Day => day(new Date(n * DAY_MS).toISOString().slice(0, 10));
const parts = (d: Day): [number, number, number] => [Number(d.slice(0, 4)), Number(d.slice(5, 7)), Number(d.slice(8, 10))];
const write = (y: number, m: number, d: number): Day =>
  day(`${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
