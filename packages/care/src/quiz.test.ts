import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayStartHome, QUIZ_ID, quizItems, quizStanding } from './index.ts';

const wrongOf = (item: (typeof quizItems)[number]) => item.choices.find((c) => c.id !== item.right)?.id ?? '';
const attempt = (wrong: readonly string[], quiz = QUIZ_ID) => ({
  quiz,
  given: quizItems.map((i) => ({ item: i.id, choice: wrong.includes(i.id) ? wrongOf(i) : i.right })),
});
const critical = quizItems.filter((i) => i.critical).map((i) => i.id);
const mild = quizItems.filter((i) => !i.critical).map((i) => i.id);

describe('the quiz before the first home session', () => {
  it('has eight questions, each with one right choice that is there, and some that are critical', () => {
    expect(quizItems).toHaveLength(8);
    expect(quizItems.filter((i) => i.choices.filter((c) => c.id === i.right).length !== 1)).toEqual([]);
    expect(new Set(quizItems.map((i) => i.right && i.choices.findIndex((c) => c.id === i.right))).size).toBeGreaterThan(1);
    expect(critical.length).toBeGreaterThanOrEqual(2);
    expect(mild.length).toBeGreaterThanOrEqual(2);
  });

  it('keeps needling at home shut until it was passed, and nothing in a clinic', () => {
    expect(mayStartHome([], 'home')).toMatchObject([{ code: 'care.quiz-not-taken' }]);
    expect(mayStartHome([attempt(critical.slice(0, 2))], 'home')).toMatchObject([{ code: 'care.quiz-failed' }]);
    expect(mayStartHome([attempt([])], 'home')).toEqual([]);
    expect(mayStartHome([], 'professional')).toEqual([]);
  });

  it('is passed when nothing critical is wrong and one other at most', () => {
    fc.assert(
      fc.property(fc.subarray(quizItems.map((i) => i.id)), (wrong) => {
        const passes = wrong.every((w) => mild.includes(w)) && wrong.length <= 1;
        expect(quizStanding([attempt(wrong)]).state).toBe(passes ? 'passed' : 'failed');
      }),
    );
  });

  it('names what was wrong, so that a retry can explain it', () => {
    expect(quizStanding([attempt(critical.slice(0, 2))]).wrong.map((i) => i.id)).toEqual(critical.slice(0, 2));
  });

  it('goes by the newest attempt at this version; what was left out, or answered both ways, is wrong', () => {
    expect(quizStanding([attempt(critical), attempt([])]).state).toBe('passed');
    expect(quizStanding([attempt([]), attempt(critical)]).state).toBe('failed');
    expect(quizStanding([attempt([], 'home-needling/0')]).state).toBe('not-taken');
    const { given } = attempt([]);
    expect(quizStanding([{ quiz: QUIZ_ID, given: given.slice(1) }]).state).toBe('failed');
    const [first] = quizItems;
    if (!first) throw new Error('no items');
    const both = { quiz: QUIZ_ID, given: [...given, { item: first.id, choice: wrongOf(first) }] };
    expect(quizStanding([both]).state).toBe('failed');
  });
});
