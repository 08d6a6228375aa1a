import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAt, instantAt, instantOf, nextInstant, nextInstantOf, timeOfDay } from './clock.ts';

const noon = Date.parse('2026-03-01T12:00:00.000Z');

describe('the instant of the next entry', () => {
  it('is the clock’s, where the clock has moved on', () => {
    expect(nextInstant(noon, undefined)).toBe(noon);
    expect(nextInstant(noon + 5, instantAt(noon))).toBe(noon + 5);
  });

  it('is one millisecond later where two taps fall into one tick, so that they cannot swap places', () => {
    expect(nextInstant(noon, instantAt(noon))).toBe(noon + 1);
    expect(nextInstant(noon, instantAt(noon + 1))).toBe(noon + 2);
  });

  it('believes a clock that was set back by a minute or more', () => {
    expect(nextInstant(noon, instantAt(noon + 59_999))).toBe(noon + 60_000);
    expect(nextInstant(noon, instantAt(noon + 60_000))).toBe(noon);
  });

  it('grows strictly over any run of taps on a clock that does not go back', () => {
    void fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 2, maxLength: 60 }), (steps) => {
        let clock = noon;
        let last: string | undefined;
        for (const step of steps) {
          clock += step;
          const next = nextInstant(clock, last);
          if (last !== undefined) expect(next).toBeGreaterThan(Date.parse(last));
          last = instantAt(next);
        }
      }),
    );
  });
});

describe('after a clock was set back', () => {
  const day = 86_400_000;
  const chart = [
    { kind: 'answers' as const, at: instantAt(noon) },
    { kind: 'consult' as const, at: instantAt(noon + 10) },
    { kind: 'session' as const, at: instantAt(noon + 20) },
  ];

  it('an answer and a sign still come after what was written before them, however far it went', () => {
    expect(nextInstantOf('answers', noon - day, chart)).toBe(noon + 11);
    expect(nextInstantOf('check-in', noon - 400 * day, chart)).toBe(noon + 11);
    expect(nextInstantOf('answers', noon + day, chart)).toBe(noon + day);
  });

  it('a step of a session believes the clock, so that no countdown waits for a day that was never there', () => {
    expect(nextInstantOf('session', noon - day, chart)).toBe(noon - day);
    expect(nextInstantOf('session', noon, [])).toBe(noon);
  });
});

describe('a day and a time of day', () => {
  it('name the instant from which they were read, to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (ms) => {
        const minute = Math.floor(ms / 60_000) * 60_000;
        const read = instantOf(dayAt(ms), timeOfDay(ms));
        // When clocks go back an hour comes twice, and its first coming is meant.
        expect([0, 3_600_000, 1_800_000]).toContain(minute - (read ?? Number.NaN));
      }),
    );
  });

  it('that do not exist name none', () => {
    expect(instantOf('2026-13-01', '10:00')).toBeUndefined();
    expect(instantOf('', '')).toBeUndefined();
  });
});
