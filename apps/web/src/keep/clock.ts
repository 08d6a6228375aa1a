import { type Day, dayOf } from '@stria/record';

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

/** The instant of a day and a time (`hh:mm`) where the person is, in ms; undefined where the text names none. */
export function instantOf(day: string, time: string): number | undefined {
  const ms = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(ms) ? undefined : ms;
}

/** The time of day where the person is, `hh:mm`. */
export function timeOfDay(epochMs: number): string {
  return new Date(epochMs + offsetMinutesAt(epochMs) * 60_000).toISOString().slice(11, 16);
}
