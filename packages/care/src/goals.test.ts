import { goals } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { answerWish, goalWords } from './goals.ts';

describe('a wish in own words', () => {
  it('that hopes for more than skin can do hears that no method takes marks away, and what is possible', () => {
    for (const wish of [
      'remove all',
      'flawless skin',
      'I want them GONE',
      'perfect skin',
      'make them disappear please',
      'smooth skin without marks',
      'like before the baby',
      'get rid of it',
      'no more stripes',
    ]) {
      const answer = answerWish(wish);
      expect(answer?.beyond, wish).toBe(true);
      expect(answer?.says).toMatch(/No method .* makes stretch marks go away/);
      expect(answer?.sources.length).toBeGreaterThan(0);
    }
  });

  it('that is within reach hears what people in studies saw, and silence hears nothing', () => {
    expect(answerWish('a bit less red')?.beyond).toBe(false);
    expect(answerWish('softer')?.says).toContain('months');
    expect(answerWish('  ')).toBeUndefined();
  });
});

describe('the goals', () => {
  it('name nothing that is gone', () => {
    for (const goal of goals)
      expect(`${goalWords[goal].title} ${goalWords[goal].says}`).not.toMatch(/gone|disappear|vanish|remove/i);
  });
});
