import { type Answers, answersSchema } from '@stria/record';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../../tools/arbitrary.ts';
import { answerOf, optionsFor, questions, screen, settledBy, withAnswer } from './index.ts';

const anyAnswers = arbitraryOf(answersSchema) as fc.Arbitrary<Answers>;
/** A healthy adult, cleared: a skip that mattered would show here first. */
const calm: Answers = {
  asOf: '2026-03-10' as Answers['asOf'],
  setting: 'professional',
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['hip'],
  marks: { stage: 'alba', causes: ['puberty'], widestMm: 3, fastGrowing: false },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25 },
  consult: { on: '2026-01-10' as Answers['asOf'], outcome: 'cleared' },
};
const people = fc.oneof(
  anyAnswers,
  fc
    .tuple(anyAnswers, fc.subarray(Object.keys(calm) as (keyof Answers)[], { maxLength: 3 }))
    .map(
      ([wild, keys]) =>
        ({ ...calm, ...Object.fromEntries(keys.flatMap((k) => (wild[k] === undefined ? [] : [[k, wild[k]]]))) }) as Answers,
    ),
);
/** What the doctor said has a page of its own, which is open in both settings. */
const inRoom = questions.filter((q) => q.id !== 'consult');

describe('a question that is skipped', () => {
  it('could not have changed the decision, whatever the answer would have been', () => {
    let skipped = 0;
    void fc.assert(
      fc.property(people, anyAnswers, (mine, other) => {
        for (const question of inRoom.filter((q) => !q.isAsked(mine))) {
          const without = withAnswer(question, mine, undefined);
          // Side is asked beside zones; its own path is what is skipped.
          const answered = withAnswer(question, mine, answerOf(question, other));
          expect(screen(answered).decision, question.id).toBe(screen(without).decision);
          skipped += 1;
        }
      }),
      { numRuns: 2000 },
    );
    expect(skipped).toBeGreaterThan(1000);
  });

  it('has rows left out that could not have changed the decision either', () => {
    let left = 0;
    void fc.assert(
      fc.property(people, (mine) => {
        for (const question of inRoom) {
          const given = answerOf(question, mine);
          if (!Array.isArray(given) || !('options' in question.answering)) continue;
          const shown = optionsFor(question, mine).map((o) => o.value);
          for (const { value } of question.answering.options.filter((o) => !shown.includes(o.value))) {
            expect(screen(withAnswer(question, mine, [...given, value])).decision).toBe(screen(mine).decision);
            left += 1;
          }
        }
      }),
      { numRuns: 1000 },
    );
    expect(left).toBeGreaterThan(300);
  });

  it('after a refusal for everybody: no later answer opens it again', () => {
    void fc.assert(
      fc.property(
        anyAnswers,
        fc.constantFrom<Partial<Answers>>({ ageYears: 17 }, { pregnancy: 'pregnant' }, { pregnancy: 'nursing' }),
        (rest, why) => {
          const settled = { ...rest, ...why };
          expect(settledBy(settled)).toBeDefined();
          expect(screen(settled).decision).toBe('do-not');
        },
      ),
    );
  });
});
