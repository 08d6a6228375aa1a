import {
  type Answers,
  addDays,
  addMonths,
  compareDays,
  convention,
  type Day,
  day,
  type procedureKinds,
  type Setting,
  type SourceId,
} from '@stria/record';
import { leastIntervalDays } from './bounds.ts';

/**
 * Waits that end on a date. A period counts calendar months or days to the day; on the day it ends it no longer holds.
 * Nothing here is ever lifted by a consult.
 */
export interface Period {
  readonly months?: number;
  readonly days?: number;
}
export interface Wait {
  readonly period: Period | Record<Setting, Period>;
  readonly sources: readonly SourceId[];
  /** What it waits for; the day is added to it. */
  readonly says: string;
  /** Over by itself: an earlier consult stays standing. */
  readonly passing?: true;
}

type MedicineKind = NonNullable<Answers['medicines']>[number]['kind'];
type ProcedureKind = (typeof procedureKinds)[number];

const threeMonths = { months: 3 } as const;

/** After the last day on which it was taken. A cream that is still in use counts from the day of the answers. */
export const medicineWaits: Partial<Record<MedicineKind, Wait>> = {
  isotretinoin: {
    period: { months: 6 },
    sources: ['c04', 'c05', 'c07'],
    says: 'You stopped isotretinoin less than six months ago.',
  },
  'corticosteroid-tablet': {
    period: threeMonths,
    sources: ['c34'],
    says: 'You stopped steroid tablets less than three months ago.',
  },
  'retinoid-cream': {
    period: { days: 5 },
    sources: ['c24'],
    says: 'A retinoid cream has to be left off the skin for five days before needling.',
    passing: true,
  },
  'acid-or-peroxide-cream': {
    period: { days: 5 },
    sources: [convention],
    says: 'A cream with acid or peroxide has to be left off the skin for five days before needling.',
    passing: true,
  },
};

/** What is on the zone today and fades; counted from the day of the answers. Source: c23. */
export const findingWaits = {
  sunburn: {
    period: { days: 14 },
    sources: ['c23'],
    says: 'The skin is sunburnt. Let it settle and keep it out of the sun.',
    passing: true,
  },
  tan: { period: { days: 14 }, sources: ['c23'], says: 'The skin is tanned. Keep it out of the sun.', passing: true },
} as const satisfies Record<string, Wait>;

/** After a procedure on the zone; radiotherapy has no end and stands among the contraindications. */
export const procedureWaits: Record<Exclude<ProcedureKind, 'radiotherapy'>, Wait> = {
  'chemical-peel': {
    period: threeMonths,
    sources: ['c25', 'c34'],
    says: 'The skin had a chemical peel in the last three months.',
  },
  laser: { period: threeMonths, sources: ['c25', 'c34'], says: 'The skin had laser treatment in the last three months.' },
  'ablative-laser': {
    period: { months: 12 },
    sources: ['c25', 'c34'],
    says: 'The skin had a laser treatment that takes skin off in the last twelve months.',
  },
  surgery: { period: threeMonths, sources: ['c25', 'c34'], says: 'The skin had surgery in the last three months.' },
  filler: { period: threeMonths, sources: [convention], says: 'The skin had a filler in the last three months.' },
  microneedling: {
    period: { home: { days: leastIntervalDays.home }, professional: { days: leastIntervalDays.professional } },
    sources: ['a13', 'a15', 'a16', 'a21', 'a24'],
    says: 'The skin was needled a short while ago. Too soon again does harm.',
    passing: true,
  },
  waxing: { period: { days: 7 }, sources: [convention], says: 'The skin was waxed in the last seven days.', passing: true },
};

const LAST_DAY = day('9999-12-31');

/** First day on which a period that began on `from` no longer holds; the calendar's last day where it could run beyond. */
export function endOf(from: Day, wait: Wait, setting: Setting): Day {
  if (from >= '9998-01-01') return LAST_DAY;
  const period: Period = 'home' in wait.period ? wait.period[setting] : wait.period;
  return period.months !== undefined ? addMonths(from, period.months) : addDays(from, period.days ?? 0);
}

/** True while the period still holds on a day. */
export const holds = (on: Day, until: Day): boolean => compareDays(on, until) < 0;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `2026-04-01` -> `1 April 2026`. */
export function sayDay(d: Day): string {
  const [year, month, date] = d.split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1]} ${year}`;
}
