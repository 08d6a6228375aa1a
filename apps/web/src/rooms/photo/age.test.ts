import { day, zones } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { ruleOnPhoto } from './age.ts';

const today = day('2026-11-20');
const said = (ageYears: number | undefined, asOf = '2026-11-20') =>
  ageYears === undefined ? { asOf: day(asOf) } : { asOf: day(asOf), ageYears };

describe('photos of people under 18', () => {
  it('are refused for breast, nipple and areola, groin, buttock and genitals, and for no other place', () => {
    const refused = zones.filter((zone) => ruleOnPhoto(zone, [said(17)], today) !== 'allowed');
    expect(refused.sort()).toEqual(['breast', 'buttock', 'genitals', 'groin', 'nipple-areola']);
    expect(ruleOnPhoto('breast', [said(17)], today)).toBe('refused');
    expect(ruleOnPhoto('breast', [said(18)], today)).toBe('allowed');
  });

  it('ask for the age first where nobody has given it', () => {
    expect(ruleOnPhoto('groin', [], today)).toBe('ask-age');
    expect(ruleOnPhoto('groin', [said(undefined)], today)).toBe('ask-age');
    expect(ruleOnPhoto('flank', [], today)).toBe('allowed');
  });

  it('count from the day the age was given: 17 is 18 a year later and not a day before', () => {
    expect(ruleOnPhoto('buttock', [said(17, '2025-11-21')], today)).toBe('refused');
    expect(ruleOnPhoto('buttock', [said(17, '2025-11-20')], today)).toBe('allowed');
  });

  it('are judged for the day on which they were taken: at 19, one of two years ago shows somebody under 18', () => {
    expect(ruleOnPhoto('breast', [said(19)], day('2025-11-20'))).toBe('allowed');
    expect(ruleOnPhoto('breast', [said(19)], day('2025-11-19'))).toBe('refused');
    expect(ruleOnPhoto('flank', [said(19)], day('2020-11-19'))).toBe('allowed');
  });

  it('go by the newest age that was given, also where a later answer leaves it out', () => {
    expect(ruleOnPhoto('breast', [said(19, '2026-01-01'), said(16, '2026-02-01'), said(undefined)], today)).toBe('refused');
  });
});
