import { addDays, day } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { goingAnswers, meanwhile, meanwhileRows, weekNoteDue } from './index.ts';

describe('the wait', () => {
  it('has a line with a source for every day of the year after a session, and none before or after', () => {
    for (let d = 0; d < 366; d += 1) expect(meanwhile(d)?.sources.length, `day ${d}`).toBeGreaterThan(0);
    expect(meanwhile(-1)).toBeUndefined();
    expect(meanwhile(366)).toBeUndefined();
    expect(new Set(meanwhileRows.map((r) => meanwhile(r.untilDay - 1)?.says)).size).toBe(meanwhileRows.length);
  });

  it('asks for a word once a week, from a week after the wait began', () => {
    const from = day('2026-03-02');
    const on = (days: number) => addDays(from, days);
    expect(weekNoteDue(from, [], on(6))).toBe(false);
    expect(weekNoteDue(from, [], on(7))).toBe(true);
    expect(weekNoteDue(from, [on(9)], on(15))).toBe(false);
    expect(weekNoteDue(from, [on(9), on(7)], on(16))).toBe(true);
    expect(weekNoteDue(undefined, [], on(50))).toBe(false);
    // A year without a word is one word due, not fifty.
    expect(weekNoteDue(from, [on(350)], on(351))).toBe(false);
  });

  it('offers somebody who finds it hard to stop, without a word of blame', () => {
    expect(goingAnswers.hard.says).toMatch(/pause or stop/);
    for (const { says } of Object.values(goingAnswers)) expect(says).not.toMatch(/should|must|streak|missed|only/i);
  });
});
