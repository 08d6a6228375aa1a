import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aftercare, aftercareItems } from './index.ts';

const allowed = (hours: number) => aftercare(hours).allowed.map((i) => i.id);

describe('aftercare', () => {
  it('at 2 hours allows saline and sterile hydrogel alone', () => {
    expect(allowed(2)).toEqual(['cool-saline', 'sterile-hydrogel']);
  });

  it('at 48 hours allows a bland moisturiser and mineral sunscreen too, and no sport, pool or make-up', () => {
    expect(allowed(48)).toEqual(['cool-saline', 'sterile-hydrogel', 'bland-moisturiser', 'mineral-sunscreen']);
  });

  it('keeps retinoid, acid, perfume, scrub and shaving shut to day 7', () => {
    const late = aftercare(167).notYet.map((i) => i.id);
    expect(late).toEqual(['retinoid-acid', 'perfume', 'scrub-shaving']);
    expect(aftercare(168).notYet).toEqual([]);
  });

  it('counts the skin as open for 72 hours, and tells the hours that are left', () => {
    expect(aftercare(0).hoursUntilClosed).toBe(72);
    expect(aftercare(71).hoursUntilClosed).toBe(1);
    expect(aftercare(72).hoursUntilClosed).toBe(0);
    expect(aftercare(1).notYet.find((i) => i.id === 'oil')?.hoursLeft).toBe(71);
  });

  it('has a phase for every hour, and each thing is either allowed or not yet', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 1000, noNaN: true }), (hours) => {
        const { allowed: yes, notYet, phase } = aftercare(hours);
        expect(yes.length + notYet.length).toBe(aftercareItems.length);
        expect(phase.fromHours <= Math.max(0, hours) && Math.max(0, hours) < (phase.toHours ?? Infinity)).toBe(true);
      }),
    );
  });
});
