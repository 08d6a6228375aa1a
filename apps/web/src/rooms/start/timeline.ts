import type { Onset } from '@stria/record';

/** Months as whole numbers, so that they can be counted: 2026-03 is 2026 × 12 + 2. */
export const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export interface TimelineBar {
  readonly cause: Onset['events'][number]['cause'];
  /** 0 at the left end, 1 today. */
  readonly from: number;
  readonly to: number;
  /** Only one end is known: drawn as a point. */
  readonly point: boolean;
}
export interface Timeline {
  readonly bars: readonly TimelineBar[];
  readonly seen: number | undefined;
  /** Years to write below the line, with their place. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

/** Lays what is known on a line that ends today; undefined where no month is known. Half a year of room at the left. */
export function layTimeline(onset: Onset, today: string): Timeline | undefined {
  const months = [
    ...(onset.marksFirstSeen === undefined ? [] : [onset.marksFirstSeen]),
    ...onset.events.flatMap((e) => [e.from, e.to].filter((m) => m !== undefined)),
  ].map(monthNumber);
  if (months.length === 0) return undefined;
  const end = monthNumber(today);
  const start = Math.min(...months, end - 12) - 6;
  const at = (month: number) => Math.min(1, (month - start) / (end - start));
  const [firstYear, lastYear] = [Math.ceil(start / 12), Math.floor(end / 12)];
  const every = Math.max(1, Math.ceil((lastYear - firstYear) / 5));
  return {
    bars: onset.events.flatMap((e): TimelineBar[] => {
      const [from, to] = [e.from ?? e.to, e.to ?? e.from];
      if (from === undefined || to === undefined) return [];
      return [
        {
          cause: e.cause,
          from: at(monthNumber(from)),
          to: at(monthNumber(to)),
          point: e.from === undefined || e.to === undefined,
        },
      ];
    }),
    seen: onset.marksFirstSeen === undefined ? undefined : at(monthNumber(onset.marksFirstSeen)),
    years: Array.from({ length: Math.max(0, lastYear - firstYear + 1) }, (_, i) => firstYear + i)
      .filter((year) => (lastYear - year) % every === 0)
      .map((year) => ({ year, at: at(year * 12) })),
  };
}

/** “5 months”, “2 years”, “2 years and 1 month”. */
export function monthsWords(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  if (years === 0) return months === 0 ? 'less than a month' : count(rest, 'month');
  return rest === 0 ? count(years, 'year') : `${count(years, 'year')} and ${count(rest, 'month')}`;
}
