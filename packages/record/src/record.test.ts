import { describe, expect, it } from 'vitest';
import { answersWithConsult, ENTRY_VERSION, type Entry, type EntryKind, fold } from './index.ts';

const record = '0190a6c2-7d3e-7000-8000-000000000001';
const id = (n: number) => `0190a6c2-7d3e-7000-8000-${String(n).padStart(12, '0')}`;
let next = 100;
const entry = (kind: EntryKind, body: unknown, n = next++): Entry =>
  ({
    v: ENTRY_VERSION,
    id: id(n),
    record,
    at: new Date(1_760_000_000_000 + n * 60_000).toISOString(),
    offsetMinutes: 120,
    by: { role: 'person' },
    kind,
    body,
  }) as Entry;
const answers = { asOf: '2026-01-02', setting: 'home' as const };

describe('today', () => {
  it('is empty for an empty chart', () => {
    expect(fold([])).toMatchObject({ id: undefined, sessions: [], photos: [], invented: false });
  });

  it('takes the newest answers and keeps the older ones as history', () => {
    const state = fold([
      entry('answers', { ...answers, pregnancy: 'no' }, 2),
      entry('answers', { ...answers, pregnancy: 'pregnant' }, 3),
    ]);
    expect(state.answers?.body.pregnancy).toBe('pregnant');
    expect(state.answersHistory.map((a) => a.body.pregnancy)).toEqual(['no', 'pregnant']);
  });

  it('puts the newest consult into the answers that the rules are asked with', () => {
    const state = fold([
      entry('answers', answers, 2),
      entry(
        'consult',
        { on: '2026-01-01', with: 'Dr. Example', outcome: 'cleared-with-limits', needleLengthMmMax: 0.25, answers: id(2) },
        3,
      ),
    ]);
    expect(answersWithConsult(state)?.consult).toEqual({
      on: '2026-01-01',
      outcome: 'cleared-with-limits',
      needleLengthMmMax: 0.25,
    });
  });

  it('gathers the steps of a session, and says when the needle last touched the skin', () => {
    const started = {
      step: 'started',
      n: 1,
      zones: ['thigh-outer'],
      device: 'roller',
      needleLengthMm: 0.25,
      needle: 'new-sealed-sterile',
      usesBefore: 0,
      answers: id(2),
    };
    const steps = [
      started,
      { step: 'hands-washed' },
      { step: 'passes-done', zone: 'thigh-outer', direction: 1, passes: 3 },
      { step: 'closed' },
    ];
    const entries = steps.map((event, i) => entry('session', { session: id(10), event }, 10 + i));
    const [session] = fold(entries).sessions;
    expect(session).toMatchObject({ id: id(10), state: 'closed', started, needledAt: entries[2]?.at });
    expect(fold(entries.slice(0, 2)).sessions[0]).toMatchObject({ state: 'open', needledAt: undefined });
  });

  it('follows a correction, and keeps showing one that points nowhere', () => {
    const bother = entry('bother', { score: 8, on: '2026-01-02' }, 5);
    const mend = entry('correction', { corrects: id(5), reason: 'typed wrongly', body: { score: 3, on: '2026-01-02' } }, 6);
    expect(fold([bother, mend]).bothers[0]?.body.score).toBe(3);
    expect(fold([bother, entry('correction', { corrects: id(5), reason: 'not mine' }, 7)]).bothers).toEqual([]);
    expect(fold([entry('correction', { corrects: id(99), reason: 'x' }, 8)]).problems[0]?.code).toBe(
      'record.correction-without-entry',
    );
    const bad = fold([bother, entry('correction', { corrects: id(5), reason: 'x', body: { score: 30, on: '2026-01-02' } }, 9)]);
    expect(bad.bothers[0]?.body.score).toBe(8);
    expect(bad.problems).toHaveLength(1);
  });
});
