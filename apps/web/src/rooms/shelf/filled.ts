import { type Day, type Problem, parseDay, problem } from '@stria/record';

/** A number as a person types it; undefined where nothing was typed, NaN where it is none. */
export const numberOf = (text: string): number | undefined =>
  text.trim() === '' ? undefined : Number(text.trim().replace(',', '.'));

export const textOf = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

export const dayFrom = (text: string): Day | undefined => parseDay(text);

/** Keys that hold nothing are left out: an entry has no empty fields. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** What is wrong with one field, by its pointer, in words to stand beside it. */
export function wrongAt(problems: readonly Problem[], at: string): string | undefined {
  const own = problems.filter((p) => p.at === at || p.at.startsWith(`${at}/`));
  return own.length === 0 ? undefined : own.map((p) => [p.says, p.mend].filter(Boolean).join(' ')).join(' ');
}

/** Dates that cannot be: opened in the future. */
export const notInFuture = (at: string, day: Day | undefined, today: Day): Problem[] =>
  day !== undefined && day > today
    ? [problem('web.day-in-future', at, 'This day is still to come.', 'Choose today or an earlier day.')]
    : [];
