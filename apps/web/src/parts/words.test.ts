import { day } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { clockText, spokenRemaining } from './clock-words.ts';
import { dayFromToday, hoursWords } from './day-words.ts';
import { statusWords } from './keep-words.ts';

describe('a countdown in words', () => {
  it('shows 0:00 only when nothing is left', () => {
    expect([600, 599.2, 60, 59.5, 0.2, 0, -5].map(clockText)).toEqual([
      '10:00',
      '10:00',
      '1:00',
      '1:00',
      '0:01',
      '0:00',
      '0:00',
    ]);
  });

  it('speaks in whole minutes, so that a screen reader is not flooded', () => {
    expect(new Set([600, 590, 571, 541].map(spokenRemaining))).toEqual(new Set(['About 10 minutes left.']));
    expect(spokenRemaining(30)).toBe('Less than 1 minute left.');
    expect(spokenRemaining(0)).toContain('go on');
  });
});

describe('days and hours in words', () => {
  const today = day('2026-03-01');
  it('counts from today', () => {
    expect(
      ['2026-03-01', '2026-03-02', '2026-02-28', '2026-03-13', '2026-02-20'].map((d) => dayFromToday(day(d), today)),
    ).toEqual(['today', 'tomorrow', 'yesterday', 'in 12 days', '9 days ago']);
  });

  it('rounds hours up, so that skin is never called closed early', () => {
    expect([0.4, 1, 1.01, 71.2].map(hoursWords)).toEqual(['less than an hour', '1 hour', '2 hours', '72 hours']);
  });
});

describe('the line that says where the record lies', () => {
  const at = (host: 'none' | 'there' | 'away', waiting: number) => statusWords({ host, waiting, refusals: [] });
  it('does not nag where there is no server', () => {
    expect(at('none', 40)).toBe('Kept on this device.');
  });
  it('says copied only when nothing waits', () => {
    expect(at('there', 0)).toContain('copied to the server');
    expect(at('there', 1)).not.toContain('copied to the server');
    expect(at('away', 3)).toBe('Kept on this device. Not yet copied to the server.');
  });
});
