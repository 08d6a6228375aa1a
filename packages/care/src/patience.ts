import { type Body, type Day, daysBetween, type SourceId } from '@stria/record';

/**
 * The long wait between two dates: what skin is doing meanwhile, and a word a week without a photo. Photos are asked for on
 * planned days alone: looking every day shows nothing but light, and makes the wait harder (convention).
 */
export interface Meanwhile {
  readonly says: string;
  readonly sources: readonly SourceId[];
}
interface MeanwhileRow extends Meanwhile {
  /** Up to and without this day after a session. */
  readonly untilDay: number;
}

/** What was measured in skin after needling, most of it on faces and on scars: what skin does, not what a mark will do. */
export const meanwhileRows: readonly MeanwhileRow[] = [
  {
    untilDay: 3,
    says: 'Now the small channels close: on the belly that took about 63 hours, give or take 13.',
    sources: ['d07'],
  },
  {
    untilDay: 7,
    says: 'Now the outermost layer is being renewed: in a skin model that took about 5 days.',
    sources: ['d33'],
  },
  {
    untilDay: 21,
    says: 'Now the deeper layer lays down its first scaffold, if the needle reached it. Nothing of that can be seen yet.',
    sources: ['f23', 'f24'],
  },
  {
    untilDay: 56,
    says: 'Now collagen is made and put in order, out of sight. Measurements found more of it about 8 weeks after a course.',
    sources: ['f22', 'f19'],
  },
  {
    untilDay: 366,
    says: 'Now collagen is slowly being rebuilt. In scars, what was seen at 3 months had grown further by 6.',
    sources: ['f22', 'a40'],
  },
];

/** What skin does this many days after a needle touched it; undefined before day 0 and after a year. */
export function meanwhile(daysSinceSession: number): Meanwhile | undefined {
  if (daysSinceSession < 0) return undefined;
  const row = meanwhileRows.find((r) => daysSinceSession < r.untilDay);
  return row && { says: row.says, sources: row.sources };
}

export type Going = Body<'week-note'>['going'];
export const goings = ['well', 'so-so', 'hard'] as const satisfies readonly Going[];
export const goingNames: Record<Going, string> = { well: 'Well', 'so-so': 'So-so', hard: 'It is hard' };

/** What is said back to a word of the week: no praise, no push. Source: convention. */
export const goingAnswers: Record<Going, Meanwhile> = {
  well: { says: 'Noted. There is nothing else to do.', sources: ['convention'] },
  'so-so': {
    says: 'Noted. Waiting is most of it, and nothing that you do today makes it faster.',
    sources: ['convention', 'f24'],
  },
  hard: {
    says: 'Noted. You may pause or stop at any time, and nothing is lost by it. If the marks weigh on most of your days, tell somebody whom you trust, or a doctor.',
    sources: ['convention'],
  },
};

const WEEK_DAYS = 7;

/** Whether a word of the week is due: a week after the wait began, and a week after the last word. Source: convention. */
export function weekNoteDue(waitingSince: Day | undefined, notedOn: readonly Day[], today: Day): boolean {
  if (waitingSince === undefined) return false;
  const last = [waitingSince, ...notedOn].reduce((a, b) => (b > a ? b : a));
  return daysBetween(last, today) >= WEEK_DAYS;
}
