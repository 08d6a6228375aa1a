import { addDays, addMonths, compareDays, type Day, day } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageAsTold, ageAtLeast } from './age.ts';

const told = (ageYears: number, asOf = '2026-11-20') => [{ asOf: day(asOf), ageYears }];
const on = (text: string): Day => day(text);

describe('the age on a day', () => {
  it('grows by the whole years since it was told: 17 is 18 a year later and not a day before', () => {
    expect(ageAtLeast(told(17), on('2027-11-19'))).toBe(17);
    expect(ageAtLeast(told(17), on('2027-11-20'))).toBe(18);
    expect(ageAtLeast(told(17, '2024-02-29'), on('2025-02-28'))).toBe(18);
  });

  it('is a year less for each year begun before it was told: an older photo may be of somebody younger', () => {
    expect(ageAtLeast(told(19), on('2026-11-19'))).toBe(18);
    expect(ageAtLeast(told(19), on('2025-11-20'))).toBe(18);
    expect(ageAtLeast(told(19), on('2025-11-19'))).toBe(17);
  });

  it('for a store is never less than for the device', () => {
    const someDay = fc.integer({ min: -9000, max: 9000 }).map((n) => addDays(day('2026-11-20'), n));
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), someDay, (age, d) => {
        const [least, asTold] = [ageAtLeast(told(age), d) as number, ageAsTold(told(age), d) as number];
        expect(asTold - least).toBeGreaterThanOrEqual(0);
        expect(asTold - least).toBeLessThanOrEqual(1);
        // Nobody who is taken for 18 can be younger: the birthday is at the latest on the day the age was told.
        if (compareDays(d, day('2026-11-20')) >= 0)
          expect(compareDays(addMonths(day('2026-11-20'), 12 * (least - age)), d)).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('is not known where nobody told it, and stays within the calendar', () => {
    expect(ageAtLeast([{ asOf: day('2026-11-20') }], on('2026-11-20'))).toBeUndefined();
    expect(ageAtLeast(told(20, '9999-01-01'), on('9999-12-31'))).toBe(20);
  });
});
