import { type Day, dayOf, type Entry, type EntryKind } from '@stria/record';

/** The app's only clock: milliseconds since 1970 (UTC). Everything below takes the instant as an argument. */
export const now = (): number => Date.now();

/** Minutes that this device's clock is ahead of UTC at an instant; Date counts them the other way round. */
export const offsetMinutesAt = (epochMs: number): number => -new Date(epochMs).getTimezoneOffset();

/** The calendar day where the person is. */
export const dayAt = (epochMs: number): Day => dayOf(epochMs, offsetMinutesAt(epochMs));

/** The calendar day of now. */
export const today = (): Day => dayAt(now());

/** An instant as entries write it. */
export const instantAt = (epochMs: number): string => new Date(epochMs).toISOString();

/**
 * The instant of the next entry of a chart. Today is read from entries in the order of their time, so two taps within one
 * tick, or a clock that was set back by less than a minute between them, must not swap places: the later one is dated one
 * millisecond after the earlier. A clock that was set back further is believed.
 */
export function nextInstant(clockMs: number, lastAt: string | undefined): number {
  if (lastAt === undefined) return clockMs;
  const last = Date.parse(lastAt);
  return clockMs <= last && last - clockMs < SMALL_STEP_BACK_MS ? last + 1 : clockMs;
}

const SMALL_STEP_BACK_MS = 60_000;

/**
 * Kinds of which the newest word decides what is allowed. A clock that was set back must not put “I am pregnant” behind
 * yesterday's “no”, or a sign of today before the doctor's word that opened the course: among these the order in which they
 * were written counts, whatever the clock says. Their instant only orders them; no countdown and no wait is reckoned from it.
 */
const ordered: readonly EntryKind[] = ['answers', 'consult', 'consent', 'check-in', 'plan', 'quiz', 'goal', 'correction'];

/** The instant of the next entry of a kind, after all entries that have to lie before it. */
export function nextInstantOf(kind: EntryKind, clockMs: number, chart: readonly Pick<Entry, 'kind' | 'at'>[]): number {
  const atMs = nextInstant(clockMs, chart.at(-1)?.at);
  if (!ordered.includes(kind)) return atMs;
  const last = chart.findLast((e) => ordered.includes(e.kind));
  return last === undefined ? atMs : Math.max(atMs, Date.parse(last.at) + 1);
}

/** The instant of a day and a time (`hh:mm`) where the person is, in ms; undefined where the text names none. */
export function instantOf(day: string, time: string): number | undefined {
  const ms = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(ms) ? undefined : ms;
}

/** The time of day where the person is, `hh:mm`. */
export function timeOfDay(epochMs: number): string {
  return new Date(epochMs + offsetMinutesAt(epochMs) * 60_000).toISOString().slice(11, 16);
}
