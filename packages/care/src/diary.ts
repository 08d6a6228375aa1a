import type { Irritation, SourceId } from '@stria/record';
import type { Advice } from './checkin.ts';

/**
 * The irritation diary: four things that usually rise and fade after a session, graded 0 none to 4 very strong, and the
 * range that is usual at an hour. The times are read: redness, swelling and flaking settle by 72 hours (d21), pain and
 * redness of the first hours (d23), pink for a day or two (d26), three days on average on stretch marks (a11), seven at
 * most (d22). How strong a grade is usual is ours: no source that we read grades it so.
 */
export const diarySigns = ['redness', 'sting', 'swelling', 'flaking'] as const;
export type DiarySign = (typeof diarySigns)[number];
export const diarySignNames: Record<DiarySign, string> = {
  redness: 'Redness',
  sting: 'Sting or soreness',
  swelling: 'Swelling',
  flaking: 'Flaking',
};
/** 0 to 4 in words. */
export const diaryGrades = ['none', 'a little', 'clear', 'strong', 'very strong'] as const;

/** Usual from `low` to `high`, both grades from 0 to 4. */
export interface UsualRange {
  readonly low: number;
  readonly high: number;
}
interface BandPoint extends UsualRange {
  readonly atHours: number;
}
interface DiaryBand {
  readonly points: readonly BandPoint[];
  readonly sources: readonly SourceId[];
}

/** Hours after which nothing of the session should be seen any more. Source: d22. */
const ALL_GONE_HOURS = 168;
const at = (atHours: number, low: number, high: number): BandPoint => ({ atHours, low, high });

export const diaryBands: Record<DiarySign, DiaryBand> = {
  redness: {
    points: [at(0, 1, 3), at(6, 0, 3), at(24, 0, 2), at(48, 0, 2), at(72, 0, 1), at(ALL_GONE_HOURS, 0, 0)],
    sources: ['d21', 'd22', 'd26', 'a11', 'convention'],
  },
  sting: {
    points: [at(0, 0, 3), at(6, 0, 2), at(24, 0, 1), at(72, 0, 1), at(ALL_GONE_HOURS, 0, 0)],
    sources: ['d22', 'd23', 'convention'],
  },
  swelling: {
    points: [at(0, 0, 3), at(6, 0, 2), at(24, 0, 1), at(72, 0, 1), at(ALL_GONE_HOURS, 0, 0)],
    sources: ['d21', 'd22', 'd23', 'convention'],
  },
  flaking: {
    points: [at(0, 0, 1), at(24, 0, 2), at(72, 0, 2), at(ALL_GONE_HOURS, 0, 1)],
    sources: ['d21', 'd22', 'convention'],
  },
};

/** The usual range at an hour, a straight line between the hours of the band. Hours below zero count as zero. */
export function usualAt(sign: DiarySign, hours: number): UsualRange {
  const { points } = diaryBands[sign];
  const after = points.findIndex((p) => p.atHours >= Math.max(0, hours));
  const [from, to] = [points[after - 1], points[after]];
  if (to === undefined) return lastOf(points);
  if (from === undefined) return to;
  const share = (Math.max(0, hours) - from.atHours) / (to.atHours - from.atHours);
  return { low: from.low + share * (to.low - from.low), high: from.high + share * (to.high - from.high) };
}

function lastOf(points: readonly BandPoint[]): UsualRange {
  const last = points.at(-1);
  if (last === undefined) throw new Error('a band has points');
  return last;
}

export type DiaryPlace = 'below' | 'inside' | 'above';

/** Where a grade lies. Grades are whole, so a range that ends between two grades holds the upper one. */
export function placeIn({ low, high }: UsualRange, grade: number): DiaryPlace {
  if (grade > Math.ceil(high)) return 'above';
  return grade < Math.floor(low) ? 'below' : 'inside';
}

export interface DiaryJudgement {
  readonly places: Record<DiarySign, DiaryPlace>;
  readonly above: readonly DiarySign[];
  /** `caution` where anything is above what is usual. A diary holds no fever and no trend: urgency is the check-in's to say. */
  readonly advice: Extract<Advice, 'expected' | 'caution'>;
  readonly says: string;
  readonly sources: readonly SourceId[];
}

/** One page of the diary against the usual ranges of its hour. A stronger grade never makes it milder. */
export function judgeIrritation(page: Omit<Irritation, 'session'>): DiaryJudgement {
  const place = (sign: DiarySign): DiaryPlace => placeIn(usualAt(sign, page.hoursSinceSession), page[sign]);
  const places = { redness: place('redness'), sting: place('sting'), swelling: place('swelling'), flaking: place('flaking') };
  const above = diarySigns.filter((s) => places[s] === 'above');
  if (above.length === 0) {
    const says = 'Inside what is usual at this hour.';
    return { places, above, advice: 'expected', says, sources: ['d21', 'd22', 'convention'] };
  }
  return {
    places,
    above,
    advice: 'caution',
    says: `More than usual at this hour: ${above.map((s) => diarySignNames[s].toLowerCase()).join(', ')}. Put nothing on the skin but what is listed as fine now, keep it cool and covered from sun, and do a check-in: it asks for the signs that need a doctor.`,
    sources: [...new Set(above.flatMap((s) => diaryBands[s].sources))],
  };
}
