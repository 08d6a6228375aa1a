import type { Entry } from './entry.ts';

/** A chart as JSON Lines, one entry a line, in the order given; `parseEntryLines` reads it back to the same entries. */
export const writeEntryLines = (entries: readonly Entry[]): string => entries.map((e) => `${JSON.stringify(e)}\n`).join('');
