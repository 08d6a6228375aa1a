import type { SourceId } from '@stria/record';

/**
 * What the skin may meet in the hours after a session. Times are the long end of what device sheets and measurements say,
 * and are counted from the last pass.
 */
export interface AftercareItem {
  readonly id: string;
  readonly says: string;
  /** First hour at which it is allowed; 0 is at once. */
  readonly fromHours: number;
  readonly sources: readonly SourceId[];
}

/** Skin counts as open for this long. Source: d07, d15, d16, d17. */
export const OPEN_HOURS = 72;
const WEEK_HOURS = 168;

export const aftercareItems: readonly AftercareItem[] = [
  { id: 'cool-saline', says: 'Cool saline', fromHours: 0, sources: ['d27'] },
  { id: 'sterile-hydrogel', says: 'Plain sterile hydrogel', fromHours: 0, sources: ['d27'] },
  { id: 'bland-moisturiser', says: 'Bland moisturiser without fragrance', fromHours: 24, sources: ['d24', 'd27'] },
  {
    id: 'mineral-sunscreen',
    says: 'Mineral sunscreen, SPF 30 or more, and clothing over the skin',
    fromHours: 24,
    sources: ['d24', 'd31'],
  },
  { id: 'make-up', says: 'Make-up on the skin', fromHours: OPEN_HOURS, sources: ['d30', 'd24'] },
  { id: 'sport', says: 'Gym and anything that makes you sweat', fromHours: OPEN_HOURS, sources: ['d25'] },
  { id: 'pool-sea-sauna', says: 'Pool, sea and sauna', fromHours: OPEN_HOURS, sources: ['d28'] },
  { id: 'wraps', says: 'Wraps or film over the skin', fromHours: OPEN_HOURS, sources: ['d06', 'd07'] },
  { id: 'oil', says: 'Oil', fromHours: OPEN_HOURS, sources: ['d07', 'e06'] },
  { id: 'retinoid-acid', says: 'Retinoid, acid, vitamin C or peroxide', fromHours: WEEK_HOURS, sources: ['d29', 'e06', 'e09'] },
  { id: 'perfume', says: 'Perfume and perfumed products', fromHours: WEEK_HOURS, sources: ['e06', 'e09'] },
  { id: 'scrub-shaving', says: 'Scrubs and shaving', fromHours: WEEK_HOURS, sources: ['d29'] },
];

export interface AftercarePhase {
  readonly id: 'first-day' | 'open' | 'first-week' | 'after';
  readonly fromHours: number;
  /** Absent for the last phase. */
  readonly toHours?: number;
  readonly title: string;
  readonly says: string;
}

export const aftercarePhases: readonly AftercarePhase[] = [
  {
    id: 'first-day',
    fromHours: 0,
    toHours: 24,
    title: 'First 24 hours',
    says: 'The skin is open. Nothing on it but cool saline and plain sterile hydrogel.',
  },
  {
    id: 'open',
    fromHours: 24,
    toHours: OPEN_HOURS,
    title: '24 to 72 hours',
    says: 'The skin still counts as open. A bland moisturiser is fine; in daylight mineral sunscreen and clothing.',
  },
  {
    id: 'first-week',
    fromHours: OPEN_HOURS,
    toHours: WEEK_HOURS,
    title: 'Day 3 to day 7',
    says: 'The skin counts as closed. Nothing that stings or peels yet, and keep out of the sun.',
  },
  { id: 'after', fromHours: WEEK_HOURS, title: 'After day 7', says: 'Back to your usual care. Go on keeping the sun off.' },
];

export interface Aftercare {
  readonly phase: AftercarePhase;
  /** Hours until the skin counts as closed; 0 from then on. */
  readonly hoursUntilClosed: number;
  readonly allowed: readonly AftercareItem[];
  /** Soonest first, each with the hours that are left. */
  readonly notYet: readonly (AftercareItem & { readonly hoursLeft: number })[];
}

/** Where the skin stands some hours after the last pass. Hours below zero (a clock that was set back) count as zero. */
export function aftercare(hoursSinceSession: number): Aftercare {
  const hours = Math.max(0, hoursSinceSession);
  const phase = aftercarePhases.findLast((p) => p.fromHours <= hours);
  if (!phase) throw new Error('the first phase begins at 0 hours');
  return {
    phase,
    hoursUntilClosed: Math.max(0, OPEN_HOURS - hours),
    allowed: aftercareItems.filter((i) => i.fromHours <= hours),
    notYet: aftercareItems
      .filter((i) => i.fromHours > hours)
      .map((i) => ({ ...i, hoursLeft: i.fromHours - hours }))
      .sort((a, b) => a.hoursLeft - b.hoursLeft),
  };
}
