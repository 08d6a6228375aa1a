import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay } from '../../../tools/arbitrary.ts';
import { addDays, addMonths, compareDays, day, dayOf, daysBetween, parseDay } from './index.ts';

describe('a day', () => {
  it('that does not exist is none', () => {
    for (const text of [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      '1900-02-29',
    ])
      expect(parseDay(text)).toBeUndefined();
    for (const text of ['2024-02-29', '2000-02-29', '2026-12-31']) expect(parseDay(text)).toBe(text);
  });

  it('plus months clamps at the end of the month', () => {
    expect(addMonths(day('2025-08-31'), 6)).toBe('2026-02-28');
    expect(addMonths(day('2023-08-31'), 6)).toBe('2024-02-29');
    expect(addMonths(day('2026-01-31'), -2)).toBe('2025-11-30');
    expect(addMonths(day('2026-11-15'), 3)).toBe('2027-02-15');
  });

  it('plus days and back is itself, and days between counts them', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (d, n) => {
        const later = addDays(d, n);
        expect(addDays(later, -n)).toBe(d);
        expect(daysBetween(d, later)).toBe(n);
        expect(Math.sign(compareDays(later, d))).toBe(Math.sign(n));
      }),
    );
  });

  it('is that of the clock on the wall', () => {
    const instant = Date.parse('2026-03-29T23:30:00.000Z');
    expect(dayOf(instant, 0)).toBe('2026-03-29');
    expect(dayOf(instant, 120)).toBe('2026-03-30');
    expect(dayOf(instant, -600)).toBe('2026-03-29');
  });
});
