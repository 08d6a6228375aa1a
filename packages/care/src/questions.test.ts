import { type Answers, answersSchema, check, day, type Zone, zones } from '@stria/record';
import { describe, expect, it } from 'vitest';
import {
  answerOf,
  answerPlaces,
  isNeedled,
  mayPhotograph,
  optionsFor,
  placesOf,
  questions,
  questionsFor,
  refuseZones,
  screen,
  settledBy,
  withAnswer,
  zonePermission,
} from './index.ts';

const empty: Answers = { asOf: day('2026-03-10'), setting: 'home' };
const byId = (id: string) => {
  const q = questions.find((x) => x.id === id);
  if (!q) throw new Error(id);
  return q;
};

describe('the questions', () => {
  it('ask for every property of the answers, and for every field of the marks', () => {
    const asked = new Set(questions.map((q) => q.path[0]));
    const shape = (answersSchema as unknown as { _zod: { def: { shape: Record<string, unknown> } } })._zod.def.shape;
    expect(Object.keys(shape).filter((k) => k !== 'asOf' && !asked.has(k as keyof Answers))).toEqual([]);
    expect(questions.filter((q) => q.path[0] === 'marks').length).toBe(5);
    expect(new Set(questions.map((q) => q.id)).size).toBe(questions.length);
  });

  it('offer only values that the border lets in', () => {
    for (const q of questions) {
      if (!('options' in q.answering)) continue;
      const { kind } = q.answering;
      const extra = q.notSure && q.notSure.gives !== 'absent' ? [q.notSure.gives.value] : [];
      for (const value of [...q.answering.options.map((o) => o.value), ...extra]) {
        const item =
          kind === 'medicines'
            ? [{ kind: value, status: 'current' }]
            : kind === 'procedures'
              ? [{ kind: value, on: '2026-01-01' }]
              : kind === 'needle'
                ? { device: value, lengthMm: 0.25 }
                : kind === 'checklist'
                  ? [value]
                  : kind === 'places'
                    ? placesOf({ zones: [value as Zone], side: 'right' })
                    : q.id === 'consult'
                      ? { on: '2026-01-01', outcome: value }
                      : value;
        const answers = withAnswer(q, empty, item);
        expect(check(answersSchema, answers).ok, `${q.id}: ${value}`).toBe(true);
        expect(answerOf(q, answers)).toEqual(item);
      }
    }
  });

  it('let every answer be taken back, and the careful branch then holds', () => {
    const answered = withAnswer(byId('pregnancy'), empty, 'no');
    expect(screen(answered).reasons.some((r) => r.code.startsWith('pregnancy'))).toBe(false);
    expect(screen(withAnswer(byId('pregnancy'), answered, undefined)).reasons.some((r) => r.code === 'pregnancy-missing')).toBe(
      true,
    );
    expect(withAnswer(byId('stage'), empty, undefined).marks).toEqual({});
  });

  it('are asked where they can decide something', () => {
    const ids = (a: Answers) => questionsFor(a).map((q) => q.id);
    expect(ids({ ...empty, zones: ['thigh-outer'] })).toContain('side');
    expect(ids({ ...empty, zones: ['abdomen-lower'] })).not.toContain('side');
    expect(ids({ ...empty, setting: 'professional' })).not.toContain('consult');
    for (const stage of ['rubra', 'mixed', 'unsure'] as const) expect(ids({ ...empty, marks: { stage } })).toContain('widest');
    expect(ids({ ...empty, marks: { stage: 'alba' } })).not.toContain('widest');
    for (const causes of [[], ['unknown'], ['genetic'], ['corticosteroid-cream']] as const)
      expect(ids({ ...empty, marks: { causes: [...causes] } })).toContain('onset');
    expect(ids({ ...empty, marks: { causes: ['unknown', 'weight-gain'] } })).not.toContain('onset');
  });

  it('name a pacemaker only beside needles that carry current, or where it was named before', () => {
    const rows = (a: Answers) => optionsFor(byId('conditions'), a).map((o) => o.value);
    const needle = { device: 'radiofrequency', lengthMm: 1 } as const;
    expect(rows(empty)).not.toContain('pacemaker');
    expect(rows({ ...empty, needle })).toContain('pacemaker');
    expect(rows({ ...empty, conditions: ['pacemaker'] })).toContain('pacemaker');
    expect(optionsFor(byId('age'), empty)).toEqual([]);
  });

  it('are settled by youth, pregnancy and nursing alone', () => {
    expect(settledBy({ ...empty, ageYears: 17 })?.code).toBe('age-years-under-18');
    expect(settledBy({ ...empty, ageYears: 18, pregnancy: 'nursing' })?.code).toBe('nursing');
    expect(settledBy({ ...empty, ageYears: 30, pregnancy: 'unsure', conditions: ['keloid-history'] })).toBeUndefined();
  });

  it('offer at home no needle over 0.5 mm', () => {
    const { answering } = byId('needle');
    if (answering.kind !== 'needle') throw new Error('needle');
    expect(Math.max(...answering.lengthsMm(empty))).toBe(0.5);
  });
});

describe('the body map', () => {
  it('says of each zone what the screening will say', () => {
    for (const zone of zones) {
      const { permission, code, says, sources } = zonePermission(zone, 'home');
      const reasons = screen({ ...empty, zones: [zone] }).reasons;
      expect(reasons.find((r) => r.code === code)?.level, zone).toBe(
        permission === 'refused' ? 'do-not' : permission === 'ask-first' ? 'ask-first' : undefined,
      );
      expect(says.length && sources.length).toBeGreaterThan(0);
    }
  });

  it('keeps one side for all places, and reads a side that was left open as both', () => {
    const left = { zone: 'hip', side: 'left' } as const;
    const right = { zone: 'calf', side: 'right' } as const;
    const belly = { zone: 'abdomen-lower', side: 'middle' } as const;
    expect(answerPlaces([left, belly])).toEqual({ zones: ['abdomen-lower', 'hip'], side: 'left' });
    expect(answerPlaces([belly])).toEqual({ zones: ['abdomen-lower'] });
    expect(answerPlaces([left, right])).toEqual({ zones: ['hip', 'calf'], side: 'both' });
    expect(placesOf({ zones: ['hip', 'abdomen-lower'] }).map((p) => p.side)).toEqual(['middle', 'left', 'right']);
  });

  it('knows whether a mark lies where needles would go', () => {
    const left: Answers = { ...empty, zones: ['hip', 'abdomen-lower'], side: 'left' };
    expect(isNeedled(left, { zone: 'hip', side: 'left' })).toBe(true);
    expect(isNeedled(left, { zone: 'hip', side: 'right' })).toBe(false);
    expect(isNeedled(left, { zone: 'abdomen-lower', side: 'middle' })).toBe(true);
    expect(isNeedled({ ...left, side: 'both' }, { zone: 'hip', side: 'right' })).toBe(true);
    expect(isNeedled(left, { zone: 'calf', side: 'left' })).toBe(false);
  });

  it('refuses a no-go zone with one code for every program', () => {
    expect(refuseZones(['hip', 'armpit'], '/zones').map((p) => [p.code, p.at])).toEqual([
      ['care.zone-not-allowed', '/zones/1'],
    ]);
  });

  it('lets nobody under 18, or of unknown age, photograph breast, groin, buttock or genitals', () => {
    for (const zone of ['breast', 'groin', 'buttock', 'genitals', 'nipple-areola'] as const) {
      expect([17, undefined, 18].map((age) => mayPhotograph(zone, age))).toEqual([false, false, true]);
    }
    expect(mayPhotograph('thigh-outer', 15)).toBe(true);
  });
});
