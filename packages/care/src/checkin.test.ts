import { type CheckInReport, checkInReportSchema, type SymptomCode, symptomCodes } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../../tools/arbitrary.ts';
import { type Advice, advices, adviceWords, advise } from './index.ts';

type Symptom = CheckInReport['symptoms'][number];
const report = (hoursSinceSession: number, ...symptoms: Symptom[]): CheckInReport => ({ hoursSinceSession, symptoms });
const s = (code: SymptomCode, severity?: number, trend?: Symptom['trend']): Symptom => ({
  code,
  ...(severity === undefined ? {} : { severity }),
  ...(trend ? { trend } : {}),
});
const WEEK = 168;

/** Each sign alone, with its hour: what it asks for and whether it ends the plan. Typed from the triage table. */
const alone: readonly (readonly [Symptom, number, Advice, boolean])[] = [
  ...(
    [
      'confusion',
      'fast-pulse',
      'vomiting',
      'wheeze',
      'faint',
      'swelling-face-or-lips',
      'seizure',
      'irregular-heartbeat',
    ] as const
  ).flatMap((c) => [1, 5000].map((h) => [s(c), h, 'emergency', false] as const)),
  [s('redness-spreading', 3, 'worse'), 1, 'emergency', true],
  [s('redness-spreading', 4, 'worse'), 100, 'emergency', true],
  [s('redness-spreading', undefined, 'worse'), 100, 'emergency', true],
  [s('redness-spreading', 2, 'worse'), 100, 'doctor-same-day', true],
  [s('redness-spreading', 4, 'same'), 100, 'doctor-same-day', true],
  [s('redness-spreading'), 2, 'doctor-same-day', true],
  [s('pus'), 2, 'doctor-same-day', true],
  [s('red-streaks'), 2, 'doctor-same-day', true],
  [s('swollen-glands'), 30, 'doctor-same-day', true],
  [s('shivering'), 3, 'doctor-same-day', true],
  [s('redness', 2, 'worse'), 72, 'doctor-same-day', true],
  [s('redness', 2, 'worse'), 71, 'expected', false],
  [s('redness', 2, 'same'), 72, 'caution', false],
  [s('redness', 2), 80, 'caution', false],
  [s('redness', 2, 'better'), 80, 'expected', false],
  [s('redness', 4), 6, 'expected', false],
  [s('swelling', 3, 'worse'), 30, 'expected', false],
  [s('heat', 3, 'worse'), 30, 'expected', false],
  [s('pain', 3, 'worse'), 30, 'doctor-24h', false],
  [s('pain', 3, 'worse'), 23, 'expected', false],
  [s('pain', 2, 'worse'), 30, 'expected', false],
  [s('pain', 4, 'same'), 30, 'expected', false],
  [s('blisters'), 50, 'doctor-24h', false],
  [s('bleeding', 3), 12, 'doctor-24h', false],
  [s('bleeding', 3), 11, 'expected', false],
  [s('bleeding', 2), 20, 'expected', false],
  [s('itchy-bumps'), 100, 'dermatologist', true],
  [s('firm-bumps'), 100, 'dermatologist', true],
  [s('scar-rows'), 800, 'dermatologist', true],
  [s('raised-scar'), 800, 'dermatologist', true],
  [s('new-patches-in-lines'), 400, 'dermatologist', true],
  [s('dark-patches'), 8 * WEEK, 'dermatologist', false],
  [s('dark-patches'), 8 * WEEK - 1, 'caution', false],
  [s('light-patches'), 8 * WEEK, 'dermatologist', false],
  [s('light-patches'), 100, 'caution', false],
  [s('flaking', 2), WEEK, 'expected', false],
  [s('flaking', 2), WEEK + 1, 'caution', false],
  [s('itching', 2), WEEK, 'expected', false],
  [s('itching', 2), WEEK + 1, 'caution', false],
  [s('tightness', 2), 30, 'expected', false],
  [s('bruising', 2), 30, 'expected', false],
];

describe('a check-in', () => {
  it('was tried with every sign', () => {
    expect(new Set(alone.map(([x]) => x.code))).toEqual(new Set(symptomCodes));
  });

  it.each(alone)('%j at %i hours: %s', (symptom, hours, advice, ends) => {
    const said = advise(report(hours, symptom));
    expect(said.advice).toBe(advice);
    expect(said.reasons.map((r) => r.code)).toEqual(advice === 'expected' ? [] : [symptom.code]);
    expect(said.pausePlan).toBe(advice !== 'expected');
    expect(said.endPlan).toBe(ends);
    for (const r of said.reasons) expect(r.sources.length).toBeGreaterThan(0);
    expect(adviceWords[said.advice].title).toBeTruthy();
  });

  it.each(symptomCodes)('%s of severity 0 is absent', (code) => {
    expect(advise(report(5000, s(code, 0, 'worse')))).toEqual({
      advice: 'expected',
      reasons: [],
      pausePlan: false,
      endPlan: false,
    });
  });

  const four = ['redness', 'heat', 'swelling', 'pain'] as const;
  const pairs = four.flatMap((a, i) => four.slice(i + 1).map((b) => [a, b] as const));
  it.each(pairs)('%s and %s that both grow after 24 hours: a doctor today', (a, b) => {
    const at = (hours: number, ...x: Symptom[]) => advise(report(hours, ...x));
    expect(at(24, s(a, 1, 'worse'), s(b, 1, 'worse'))).toMatchObject({ advice: 'doctor-same-day', endPlan: true });
    expect(
      at(30, s(a, 1, 'worse'), s(b, 1, 'worse'))
        .reasons.map((r) => r.code)
        .sort(),
    ).toEqual([a, b].sort());
    expect(at(23, s(a, 1, 'worse'), s(b, 1, 'worse')).advice).toBe('expected');
    expect(at(30, s(a, 1, 'worse'), s(b, 1, 'better')).advice).toBe('expected');
    expect(at(30, s(a, 1), s(b, 1)).advice).toBe('expected');
    expect(at(30, s(a), s(b)).advice).toBe('doctor-same-day');
  });

  it('takes heat and pain as seriously on any skin type', () => {
    for (const skinType of ['I', 'VI', 'unsure'] as const) {
      expect(advise({ ...report(30, s('heat', 2, 'worse'), s('pain', 2, 'worse')), skinType }).advice).toBe('doctor-same-day');
    }
  });

  it('calls 38 °C an emergency and 37.9 °C nothing', () => {
    const fever = advise({ ...report(10), temperatureC: 38 });
    expect(fever).toMatchObject({ advice: 'emergency', pausePlan: true, endPlan: true });
    expect(fever.reasons.map((r) => [r.code, r.sources])).toEqual([['fever', ['e18']]]);
    expect(advise({ ...report(10), temperatureC: 37.9 }).advice).toBe('expected');
  });

  it('calls a seizure or an irregular heartbeat an emergency, with and without a numbing cream', () => {
    for (const numbingCreamUsed of [true, false]) {
      expect(advise({ ...report(1, s('seizure')), numbingCreamUsed }).advice).toBe('emergency');
    }
  });

  it('names every sign that applies, the most urgent first', () => {
    const said = advise({
      ...report(80, s('itchy-bumps'), s('pus'), s('tightness', 2), s('redness', 1, 'same')),
      temperatureC: 39,
    });
    expect(said.reasons.map((r) => r.code)).toEqual(['fever', 'pus', 'itchy-bumps', 'redness']);
  });

  const anyReport = arbitraryOf(checkInReportSchema) as fc.Arbitrary<CheckInReport>;
  const rank = (r: CheckInReport) => advices.indexOf(advise(r).advice);
  it('never becomes milder when a sign is added', () => {
    const anySymptom = arbitraryOf(
      (checkInReportSchema as unknown as { _zod: { def: { shape: { symptoms: { _zod: { def: { element: unknown } } } } } } })
        ._zod.def.shape.symptoms._zod.def.element,
    ) as fc.Arbitrary<Symptom>;
    fc.assert(
      fc.property(anyReport, anySymptom, (r, more) => {
        const worse = { ...r, symptoms: [...r.symptoms, more] };
        expect(rank(worse)).toBeGreaterThanOrEqual(rank(r));
        if (advise(r).endPlan) expect(advise(worse).endPlan).toBe(true);
        expect(rank({ ...r, temperatureC: 40 })).toBe(advices.indexOf('emergency'));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives reasons with anything but expected, and a pause exactly then', () => {
    fc.assert(
      fc.property(anyReport, (r) => {
        const { advice, reasons, pausePlan, endPlan } = advise(r);
        expect(reasons.length === 0).toBe(advice === 'expected');
        expect(pausePlan).toBe(advice !== 'expected');
        if (endPlan) expect(pausePlan).toBe(true);
      }),
    );
  });
});

it('strong pain a day after the session, whose trend was not said, takes the careful branch', () => {
  const pain = (more: object) => advise({ hoursSinceSession: 48, symptoms: [{ code: 'pain', ...more }] }).advice;
  expect(pain({ severity: 3 })).toBe('doctor-24h');
  expect(pain({ severity: 3, trend: 'same' })).toBe('expected');
  expect(pain({ severity: 2 })).toBe('expected');
});
