import { type Answers, answersSchema, check, day, zones } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { answerOf, mayPhotograph, questions, questionsFor, refuseZones, screen, withAnswer, zonePermission } from './index.ts';

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
                : kind === 'checklist' || kind === 'zones'
                  ? [value]
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

  it('are asked where they make sense: a side only where there are two, a consult only at home', () => {
    const ids = (a: Answers) => questionsFor(a).map((q) => q.id);
    expect(ids({ ...empty, zones: ['thigh-outer'] })).toContain('side');
    expect(ids({ ...empty, zones: ['abdomen-lower'] })).not.toContain('side');
    expect(ids({ ...empty, setting: 'professional' })).not.toContain('consult');
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
