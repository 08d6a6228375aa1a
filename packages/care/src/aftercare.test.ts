import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aftercare, builtInPack } from './index.ts';

const allowed = (hours: number) => aftercare(hours).allowed.map((i) => i.id);
const notYet = (hours: number) => aftercare(hours).notYet.map((i) => i.id);
const { items } = builtInPack.aftercare;

describe('aftercare', () => {
  it('at 2 hours allows saline and sterile hydrogel alone', () => {
    expect(allowed(2)).toEqual(['cool-saline', 'sterile-hydrogel']);
  });

  it('at 48 hours allows a bland moisturiser and mineral sunscreen too, and no sport, pool or make-up', () => {
    expect(allowed(48)).toEqual(['cool-saline', 'sterile-hydrogel', 'bland-moisturiser', 'mineral-sunscreen']);
    expect(notYet(48)).toEqual(expect.arrayContaining(['sport', 'pool-sea-sauna', 'make-up']));
  });

  it('at 1 hour keeps gym, pool, sun, shaving and make-up away, and takes each off the list when its time is over', () => {
    expect(notYet(1)).toEqual(expect.arrayContaining(['sport', 'pool-sea-sauna', 'sun', 'scrub-shaving', 'make-up']));
    for (const { id, fromHours } of items.filter((i) => i.fromHours > 0)) {
      expect(notYet(fromHours - 0.01), id).toContain(id);
      expect(notYet(fromHours), id).not.toContain(id);
    }
  });

  it('never lists something to keep away from among what may go on the skin', () => {
    expect(aftercare(10_000).allowed.every((i) => i.kind === 'use')).toBe(true);
    expect(aftercare(10_000).notYet).toEqual([]);
    expect(aftercare(10_000).changesInHours).toBeUndefined();
  });

  it('counts the skin as open for 72 hours, and tells the hours that are left', () => {
    expect(aftercare(0).hoursUntilClosed).toBe(72);
    expect(aftercare(71).hoursUntilClosed).toBe(1);
    expect(aftercare(72).hoursUntilClosed).toBe(0);
    expect(aftercare(1).notYet.find((i) => i.id === 'oil')?.hoursLeft).toBe(71);
  });

  it('reads every time from the pack that it is given', () => {
    const stricter = {
      ...builtInPack,
      openHours: 96,
      aftercare: { ...builtInPack.aftercare, items: items.map((i) => (i.id === 'oil' ? { ...i, fromHours: 500 } : i)) },
    };
    expect(aftercare(90, stricter).hoursUntilClosed).toBe(6);
    expect(aftercare(400, stricter).notYet.map((i) => [i.id, i.hoursLeft])).toEqual([['oil', 100]]);
  });

  it('has a phase for every hour, and forgets nothing that still waits', () => {
    fc.assert(
      fc.property(fc.double({ min: -10, max: 1000, noNaN: true }), (hours) => {
        const { allowed: yes, notYet: no, phase, changesInHours } = aftercare(hours);
        const over = items.filter((i) => i.kind === 'avoid' && i.fromHours <= Math.max(0, hours));
        expect(yes.length + no.length + over.length).toBe(items.length);
        expect(phase.fromHours <= Math.max(0, hours) && Math.max(0, hours) < (phase.toHours ?? Infinity)).toBe(true);
        if (changesInHours !== undefined) expect(changesInHours).toBeGreaterThan(0);
      }),
    );
  });
});
