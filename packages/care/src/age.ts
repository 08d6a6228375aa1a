import { type Answers, addMonths, compareDays, type Day } from '@stria/record';

/** An age as it was told, and when. The birthday itself is never asked. */
export type Aged = Pick<Answers, 'asOf' | 'ageYears'>;

/**
 * The age that the person had reached for certain on a day: the last age in the list and the whole years since. Somebody who
 * said 17 is taken for 18 a year later, not before; on a day before it was said, each year begun counts as a year younger.
 */
export function ageAtLeast(answered: readonly Aged[], on: Day): number | undefined {
  const told = newest(answered);
  if (told === undefined) return undefined;
  return told.ageYears + (compareDays(on, told.asOf) < 0 ? -yearsBegun(on, told.asOf) : wholeYears(told.asOf, on));
}

/** The same with whole years only, before and after: what a store goes by, which must not refuse what the device had reason to allow. */
export function ageAsTold(answered: readonly Aged[], on: Day): number | undefined {
  const told = newest(answered);
  if (told === undefined) return undefined;
  return told.ageYears + (compareDays(on, told.asOf) < 0 ? -wholeYears(on, told.asOf) : wholeYears(told.asOf, on));
}

function newest(answered: readonly Aged[]): { readonly asOf: Day; readonly ageYears: number } | undefined {
  const found = answered.findLast((a) => a.ageYears !== undefined);
  return found?.ageYears === undefined ? undefined : { asOf: found.asOf, ageYears: found.ageYears };
}

/** From an earlier day to a later one. */
function wholeYears(from: Day, to: Day): number {
  let years = Math.max(0, Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - 1);
  while (to.slice(0, 4) < '9999' && compareDays(addMonths(from, 12 * (years + 1)), to) <= 0) years += 1;
  return years;
}

function yearsBegun(from: Day, to: Day): number {
  const whole = wholeYears(from, to);
  return compareDays(addMonths(from, 12 * whole), to) < 0 ? whole + 1 : whole;
}
