import {
  type Answers,
  allergies,
  answersSchema,
  conditions,
  devices,
  medicineKinds,
  procedureKinds,
  signs,
  zoneFindings,
} from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../../tools/arbitrary.ts';
import { decide, decisions, isNoGo, screen, severityOf, validateAnswers } from './index.ts';

const anyAnswers = arbitraryOf(answersSchema) as fc.Arbitrary<Answers>;
/** A healthy adult with any few answers replaced: verdicts that are not all do-not. */
const calm: Answers = {
  asOf: '2026-03-10' as Answers['asOf'],
  setting: 'home',
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['hip'],
  marks: { stage: 'alba' },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25 },
  consult: { on: '2026-01-10' as Answers['asOf'], outcome: 'cleared' },
};
const mostlyCalm = fc
  .tuple(anyAnswers, fc.subarray(Object.keys(calm) as (keyof Answers)[], { maxLength: 4 }))
  .map(
    ([wild, keys]) =>
      ({ ...calm, ...Object.fromEntries(keys.filter((k) => wild[k] !== undefined).map((k) => [k, wild[k]])) }) as Answers,
  );
const people = fc.oneof(anyAnswers, mostlyCalm);

const rank = (a: Answers) => decisions.indexOf(screen(a).decision);
const more =
  <K extends keyof Answers>(key: K, item: unknown) =>
  (a: Answers): Answers =>
    a[key] === undefined ? a : { ...a, [key]: [...(a[key] as unknown[]), item] };
const unless = (when: (a: Answers) => boolean, change: Partial<Answers>) => (a: Answers) => (when(a) ? a : { ...a, ...change });

/** Every way of adding a risk to given answers. */
const risks: readonly ((a: Answers) => Answers)[] = [
  ...signs.map((s) => more('signs', s)),
  ...conditions.map((c) => more('conditions', c)),
  ...zoneFindings.map((f) => more('zoneFindings', f)),
  ...allergies.map((x) => more('allergies', x)),
  ...medicineKinds.flatMap((kind) => [
    more('medicines', { kind, status: 'current' }),
    more('medicines', { kind, status: 'stopped' }),
  ]),
  ...procedureKinds.map((kind) => (a: Answers) => more('recentProcedures', { kind, on: a.asOf })(a)),
  unless((a) => a.pregnancy === undefined || a.pregnancy === 'unsure', { pregnancy: 'pregnant' }),
  unless((a) => a.pregnancy !== 'no', { pregnancy: 'unsure' }),
  unless((a) => a.pregnancy === undefined, { pregnancy: 'nursing' }),
  (a) => (a.ageYears === undefined ? a : { ...a, ageYears: 17 }),
  (a) => (a.skinType === 'I' || a.skinType === 'IV' ? { ...a, skinType: 'VI' } : a),
  (a) => (a.needle ? { ...a, needle: { ...a.needle, lengthMm: Math.max(a.needle.lengthMm, 3) } } : a),
  (a) => (a.needle ? { ...a, needle: { ...a.needle, usedByAnotherPerson: true } } : a),
  (a) => (a.needle ? { ...a, needle: { ...a.needle, device: devices[3] } } : a),
  (a) => (a.marks ? { ...a, marks: { ...a.marks, fastGrowing: true } } : a),
  (a) => (a.marks ? { ...a, marks: { ...a.marks, stage: 'rubra', widestMm: Math.max(a.marks.widestMm ?? 0, 15) } } : a),
  (a) => (a.marks?.causes ? { ...a, marks: { ...a.marks, causes: [...a.marks.causes, 'cortisol-excess'] } } : a),
  (a) => {
    const { consult, ...rest } = a;
    return consult?.outcome === 'advised-against' ? a : rest;
  },
  (a) => ({ ...a, consult: { on: a.asOf, outcome: 'advised-against' } }),
  (a) => (a.zones?.some((z) => !isNoGo(z)) ? { ...a, zones: [...a.zones, 'chest', 'armpit', 'breast'] } : a),
];

describe('screening any answers', () => {
  it('never fails, decides by the most severe reason, and lists reasons in order with words and sources', () => {
    fc.assert(
      fc.property(people, (a) => {
        const { decision, reasons, limits, alternatives } = screen(a);
        expect(decision).toBe(decide(reasons));
        const ranks = reasons.map((r) => severityOf(r.level));
        expect(ranks).toEqual([...ranks].sort((x, y) => y - x));
        expect(new Set(reasons.map((r) => r.code)).size).toBe(reasons.length);
        for (const r of reasons) {
          expect(r.sources.length).toBeGreaterThan(0);
          expect(r.code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          if (r.until) expect(r.until > a.asOf || r.until === '9999-12-31').toBe(true);
        }
        expect(limits.needleLengthMmMax === undefined).toBe(decision === 'do-not');
        expect(alternatives.length === 0).toBe(decision === 'go');
        expect(validateAnswers(a)).toEqual(expect.any(Array));
      }),
      { numRuns: 500 },
    );
  });

  it('never becomes milder when a risk is added', () => {
    fc.assert(
      fc.property(people, fc.constantFrom(...risks), (a, risk) => {
        expect(rank(risk(a))).toBeGreaterThanOrEqual(rank(a));
      }),
      { numRuns: 3000 },
    );
  });

  it('is at least ask-first when any answer is taken away', () => {
    const keys = Object.keys(calm).filter((k) => !['asOf', 'setting', 'consult'].includes(k)) as (keyof Answers)[];
    fc.assert(
      fc.property(people, fc.constantFrom(...keys), (a, key) => {
        const { [key]: _gone, ...rest } = a;
        expect(rank(rest as Answers)).toBeGreaterThanOrEqual(decisions.indexOf('ask-first'));
      }),
    );
  });

  it('at home never goes without a consult that cleared the person', () => {
    fc.assert(
      fc.property(people, (a) => {
        const home: Answers = { ...a, setting: 'home' };
        if (screen(home).decision === 'go') expect(home.consult?.outcome).toMatch(/^cleared/);
      }),
    );
  });

  it('never names a retinoid unless pregnancy is answered with no', () => {
    fc.assert(
      fc.property(people, (a) => {
        if (a.pregnancy !== 'no') expect(JSON.stringify(screen(a).alternatives)).not.toMatch(/retino|tretino/i);
      }),
    );
  });

  it('says the same whatever the order of the lists', () => {
    fc.assert(
      fc.property(people, (a) => {
        const turned = Object.fromEntries(
          Object.entries(a).map(([k, v]) => [k, Array.isArray(v) ? [...v].reverse() : v]),
        ) as unknown as Answers;
        expect(screen(turned)).toEqual(screen(a));
      }),
    );
  });
});
