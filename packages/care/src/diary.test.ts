import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diaryBands, diarySigns, judgeIrritation, placeIn, usualAt } from './index.ts';

const page = (hoursSinceSession: number, more: Partial<Record<(typeof diarySigns)[number], number>> = {}) => ({
  hoursSinceSession,
  redness: 0,
  sting: 0,
  swelling: 0,
  flaking: 0,
  ...more,
});

describe('the irritation diary', () => {
  it('calls redness 4 at 72 hours more than usual, and redness 1 usual', () => {
    const strong = judgeIrritation(page(72, { redness: 4 }));
    expect([strong.places.redness, strong.advice, strong.above]).toEqual(['above', 'caution', ['redness']]);
    expect(strong.says).toContain('check-in');
    const light = judgeIrritation(page(72, { redness: 1 }));
    expect([light.places.redness, light.advice]).toEqual(['inside', 'expected']);
  });

  it('expects some redness right after a session, and calls none of it less than usual, with nothing to do', () => {
    expect(judgeIrritation(page(0, { redness: 2 })).places.redness).toBe('inside');
    expect(judgeIrritation(page(0)).places.redness).toBe('below');
    expect(judgeIrritation(page(0)).advice).toBe('expected');
  });

  it('calls grade 4 more than usual for every sign at every hour', () => {
    for (const sign of diarySigns)
      for (let h = 0; h <= 400; h += 1) expect(placeIn(usualAt(sign, h), 4), `${sign} ${h}`).toBe('above');
  });

  it('expects no redness, sting or swelling after a week, however late', () => {
    for (const hours of [169, 2000]) {
      expect(judgeIrritation(page(hours, { redness: 1 })).advice).toBe('caution');
      expect(judgeIrritation(page(hours)).advice).toBe('expected');
    }
  });

  it('never gets milder by a stronger grade, nor gets stricter the earlier a grade is seen', () => {
    const hours = fc.double({ min: -5, max: 800, noNaN: true });
    const grade = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(hours, hours, grade, fc.constantFrom(...diarySigns), (a, b, g, sign) => {
        const weight = (h: number, n: number) => (judgeIrritation(page(h, { [sign]: n })).advice === 'caution' ? 1 : 0);
        expect(weight(a, g + 1)).toBeGreaterThanOrEqual(weight(a, g));
        // Flaking comes a day later than the rest, so its range rises first.
        if (sign !== 'flaking') expect(weight(Math.max(a, b), g)).toBeGreaterThanOrEqual(weight(Math.min(a, b), g));
      }),
    );
  });

  it('says of every band where its times come from, and that the grades are ours', () => {
    for (const band of Object.values(diaryBands)) {
      expect(band.sources).toContain('convention');
      expect(band.sources.length).toBeGreaterThan(1);
    }
  });
});
