import { outcomeCautions, publishedOutcomes, type Range } from '@stria/healing';
import type { SourceId } from '@stria/record';

/**
 * What to expect: the published series as a picture of sessions against improvement, as pure data that a screen draws and a
 * table can say as well. It forecasts nobody.
 */
export interface Axis {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}
export interface ExpectationPoint {
  readonly id: string;
  readonly label: string;
  readonly sessions: { readonly low: number; readonly mid: number; readonly high: number };
  /** Everybody in the series lay in here, in percent. */
  readonly whole: Range;
  /** The person in the middle, or the mean with one standard deviation, lay in here. */
  readonly middle: Range;
  readonly people: number;
  /** The point in a sentence, for a screen reader and the table. */
  readonly says: string;
  readonly sources: readonly SourceId[];
}
export interface ExpectationTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly sources: readonly SourceId[] }[];
}
export interface Expectations {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly ExpectationPoint[];
  /** Every series, those too whose scale does not fit the picture. */
  readonly table: ExpectationTable;
  readonly sentences: readonly { readonly says: string; readonly sources: readonly SourceId[] }[];
}

/** What is said before any plan, and ticked as understood. */
export const notGone = 'Stretch marks may become less visible. They do not disappear, and less visible does not mean gone.';

export function expectations(): Expectations {
  const series = publishedOutcomes();
  return {
    title: 'What studies saw: sessions and improvement',
    x: { label: 'Sessions', min: 0, max: 7, ticks: [1, 2, 3, 4, 5, 6] },
    y: { label: 'Improvement as the graders put it, in percent', min: 0, max: 100, ticks: [0, 25, 50, 75, 100] },
    points: series.flatMap((o) => {
      const { improvementPercent: i } = o;
      if (!i) return [];
      const says = `${o.label}: ${o.people} people, ${sayRange(o.sessions)} sessions. ${o.finding} ${i.reading}`;
      const { id, label, sessions, people, sources } = o;
      return [{ id, label, sessions, people, sources, whole: i.whole, middle: i.middle, says }];
    }),
    table: {
      caption: 'Published series of microneedling on stretch marks',
      head: ['Series', 'People', 'Marks', 'Sessions', 'Rated by, on which scale', 'Found'],
      rows: series.map((o) => ({
        cells: [o.label, String(o.people), o.marks, sayRange(o.sessions), o.scale, o.finding],
        sources: o.sources,
      })),
    },
    sentences: [
      { says: notGone, sources: ['j22'] },
      ...outcomeCautions,
      {
        says: 'The effect came slowly: courses took three to six months, and it still grew for months afterwards.',
        sources: ['a08', 'a40', 'j24'],
      },
      { says: 'This shows other people. It does not say what will happen to you.', sources: ['a18', 'a22'] },
    ],
  };
}

const sayRange = (r: { readonly low: number; readonly high: number }): string =>
  r.low === r.high ? String(r.low) : `${r.low} to ${r.high}`;
