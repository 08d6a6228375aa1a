import { screen } from '@stria/care';
import { type Answers, day } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { answersOfToday } from './answers-of-today.ts';

const before: Answers = {
  asOf: day('2026-03-01'),
  setting: 'home',
  signs: ['fever', 'easy-bruising'],
  zoneFindings: ['sunburn', 'mole'],
  ageYears: 27,
};
const today = day('2026-03-30');

describe('the answers of the day of a session', () => {
  it('are dated today and take today’s word for what is on the skin', () => {
    const now = answersOfToday(before, today, ['none'], ['rash']);
    expect(now).toMatchObject({ asOf: today, ageYears: 27, zoneFindings: ['rash'] });
  });

  it('keep signs that last, drop a fever that is over, and add one of today', () => {
    expect(answersOfToday(before, today, ['none'], ['none']).signs).toEqual(['easy-bruising']);
    expect(answersOfToday({ ...before, signs: [] }, today, ['fever', 'unwell'], ['none']).signs).toEqual(['fever', 'unwell']);
  });

  it('leave signs missing that were never told: neither fever nor health makes them look answered', () => {
    const { signs: _never, ...untold } = before;
    for (const well of [['none'], ['fever']]) {
      const now = answersOfToday(untold, today, well, ['none']);
      expect(now.signs).toBeUndefined();
      expect(screen(now).reasons.map((r) => r.code)).toContain('signs-missing');
    }
  });

  it('say “none of these” as an empty list, which is an answer', () => {
    expect(answersOfToday(before, today, ['none'], ['none']).zoneFindings).toEqual([]);
  });
});
