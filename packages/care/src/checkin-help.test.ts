import { type CheckInReport, type SymptomCode, symptomCodes } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { advices, advise, helpLists } from './index.ts';

/** The strongest form of a sign: what the lists mean by it. */
const reportOf = (code: SymptomCode | 'fever', hoursSinceSession: number): CheckInReport =>
  code === 'fever'
    ? { hoursSinceSession, temperatureC: 38, symptoms: [] }
    : { hoursSinceSession, symptoms: [{ code, severity: 4, trend: 'worse' }] };

/** Signs of which one alone is usual and two that grow together are not. */
const growing = ['redness', 'heat', 'swelling', 'pain'];
const all = [...symptomCodes, 'fever'] as const;
const listed = (advice: string) => helpLists.filter((l) => l.advice === advice).flatMap((l) => l.signs.flatMap((s) => s.codes));

describe('get help now', () => {
  it('names every sign that a check-in answers with the emergency number, and no other', () => {
    const urgent = all.filter((code) => advise(reportOf(code, 30)).advice === 'emergency');
    expect([...listed('emergency')].sort()).toEqual([...urgent].sort());
    expect(urgent.length).toBeGreaterThan(8);
  });

  it('names every sign that asks for a doctor today or within 24 hours', () => {
    for (const advice of ['doctor-same-day', 'doctor-24h'] as const) {
      const asked = all.filter((code) => advise(reportOf(code, 30)).advice === advice);
      for (const code of asked) expect(listed(advice), code).toContain(code);
    }
  });

  it('calls nothing more or less urgent than a check-in does', () => {
    for (const { advice, signs } of helpLists)
      for (const code of signs.flatMap((s) => s.codes)) {
        const alone = advise(reportOf(code, 30)).advice;
        if (code === 'redness-spreading') expect(['emergency', 'doctor-same-day']).toContain(advice);
        else if (growing.includes(code) && advice === 'doctor-same-day') {
          const two = growing.map((c) => ({ code: c as 'heat', severity: 2, trend: 'worse' as const }));
          expect(advise({ hoursSinceSession: 30, symptoms: two }).advice).toBe('doctor-same-day');
        } else expect(advices.indexOf(advice), code).toBe(advices.indexOf(alone));
      }
  });
});
