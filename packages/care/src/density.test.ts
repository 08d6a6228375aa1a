import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelDensity, channelsOn, intensities, intensityOf, mostHomePassesPerDirection } from './index.ts';

describe('the density of channels', () => {
  it('is what was counted for the roller that was counted: 250 after 15 passes of 192 needles', () => {
    const counted = channelDensity({ needleCount: 192, passes: 15 });
    expect(counted.channelsPerCm2).toBeCloseTo(250, 9);
    expect(counted).toMatchObject({ basis: 'measured', says: [] });
    expect(counted.band.low).toBeLessThan(250);
    expect(counted.band.high).toBeGreaterThan(250);
  });

  it('for 8 passes on 100 cm2 equals the reckoning by hand: 250 / 15 x 8 x 100', () => {
    const eight = channelDensity({ needleCount: 192, passes: 8 });
    expect(channelsOn(eight, 100)).toBeCloseTo((250 / 15) * 8 * 100, 6);
  });

  it('says so, and widens its band, where it carries the number on', () => {
    const share = (d: ReturnType<typeof channelDensity>) => d.band.high / d.channelsPerCm2;
    const counted = channelDensity({ needleCount: 192, passes: 15 });
    for (const other of [{ needleCount: 540, passes: 8 }, { needleCount: 192, passes: 16 }, { passes: 8 }]) {
      const carried = channelDensity(other);
      expect(carried.basis).toBe('extrapolated');
      expect(carried.says).toHaveLength(1);
      expect(share(carried)).toBeGreaterThan(share(counted));
    }
  });

  it('overlaps as throwing holes at random does', () => {
    const { channelsPerCm2, shareHit, shareHitAgain } = channelDensity({ needleCount: 192, passes: 15 });
    // Poisson by its series instead of by its closed form.
    const mean = channelsPerCm2 * Math.PI * 0.0035 ** 2;
    let term = Math.exp(-mean);
    const chance: number[] = [];
    for (let k = 0; k < 30; k += 1) {
      chance.push(term);
      term *= mean / (k + 1);
    }
    const sum = (from: number) => chance.slice(from).reduce((a, b) => a + b, 0);
    expect(shareHit).toBeCloseTo(sum(1), 12);
    expect(shareHitAgain).toBeCloseTo(sum(2) / sum(1), 9);
    expect(channelDensity({ passes: 0 })).toMatchObject({ channelsPerCm2: 0, shareHit: 0, shareHitAgain: 0 });
  });

  it('grows in proportion, and its shares stay between nothing and everything', () => {
    const needleCount = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(needleCount, fc.integer({ min: 0, max: 500 }), (needles, passes) => {
        const one = channelDensity({ needleCount: needles, passes });
        const two = channelDensity({ needleCount: needles * 2, passes });
        expect(two.channelsPerCm2).toBeCloseTo(one.channelsPerCm2 * 2, 6);
        expect(two.shareHit).toBeGreaterThanOrEqual(one.shareHit);
        for (const share of [one.shareHit, one.shareHitAgain]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('the intensity', () => {
  it('of 0.25 mm and 4 passes is mild, of 1.5 mm and 10 for clinics only', () => {
    expect(intensityOf({ needleLengthMm: 0.25, passes: 4 }).intensity).toBe('mild');
    expect(intensityOf({ needleLengthMm: 1.5, passes: 10 }).intensity).toBe('clinic-only');
  });

  it('of what a home plan asks for stays within the cap: 0.25 mm, 3 or 4 in each direction, up to 540 needles', () => {
    for (const needleCount of [192, 540]) {
      for (const passes of [12, 16]) {
        expect(intensityOf({ needleLengthMm: 0.25, needleCount, passes }).intensity).not.toBe('clinic-only');
      }
    }
    expect(intensityOf({ needleLengthMm: 0.5, passes: 16 }).intensity).toBe('moderate');
  });

  const dose = fc.record({
    needleLengthMm: fc.double({ min: 0.05, max: 5, noNaN: true }),
    needleCount: fc.integer({ min: 1, max: 2000 }),
    passes: fc.integer({ min: 1, max: 60 }),
  });
  it('never becomes milder with a longer needle, more needles or more passes', () => {
    const rank = (d: Parameters<typeof intensityOf>[0]) => intensities.indexOf(intensityOf(d).intensity);
    fc.assert(
      fc.property(dose, dose, (a, b) => {
        for (const factor of ['needleLengthMm', 'needleCount', 'passes'] as const) {
          const more = { ...a, [factor]: Math.max(a[factor], b[factor]) };
          expect(rank(more)).toBeGreaterThanOrEqual(rank(a));
          expect(intensityOf(more).index).toBeGreaterThanOrEqual(intensityOf(a).index);
        }
      }),
    );
  });

  it('says why where it is for clinics only, and how many passes would be left at home', () => {
    expect(intensityOf({ needleLengthMm: 1.5, passes: 10 }).says).toHaveLength(2);
    expect(mostHomePassesPerDirection({ needleLengthMm: 0.25 })).toBe(4);
    expect(mostHomePassesPerDirection({ needleLengthMm: 0.5, needleCount: 540 })).toBe(2);
    expect(mostHomePassesPerDirection({ needleLengthMm: 1.5 })).toBe(0);
  });
});
