import { mayPhotograph } from '@stria/care';
import { type Answers, addMonths, compareDays, type Day, type Zone } from '@stria/record';

/** May this place be photographed: yes, not before the age was asked, or no. Asked before a file is even chosen. */
export type Ruling = 'allowed' | 'ask-age' | 'refused';

export type Aged = Pick<Answers, 'asOf' | 'ageYears'>;

/** The rule of care for photographs, asked with what is known of the person's age on a day. */
export function ruleOnPhoto(zone: Zone, answered: readonly Aged[], today: Day): Ruling {
  const ageYears = ageAtLeast(answered, today);
  if (mayPhotograph(zone, ageYears)) return 'allowed';
  return ageYears === undefined ? 'ask-age' : 'refused';
}

/**
 * The age that the person has reached for certain: the last age in the list, plus the whole years since. Somebody who
 * said 17 is taken for 18 a year later, not before; the true birthday is never asked.
 */
export function ageAtLeast(answered: readonly Aged[], today: Day): number | undefined {
  const newest = answered.findLast((a) => a.ageYears !== undefined);
  if (newest?.ageYears === undefined) return undefined;
  let years = 0;
  while (compareDays(addMonths(newest.asOf, 12 * (years + 1)), today) <= 0) years += 1;
  return newest.ageYears + years;
}
