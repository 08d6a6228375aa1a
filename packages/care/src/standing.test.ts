import { type Answers, day, type Entry, type EntryOf, fold } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { screen, standingAnswers } from './index.ts';

const answers: Answers = {
  asOf: day('2026-03-10'),
  setting: 'home',
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['hip'],
  marks: {},
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25 },
};
const id = (n: number) => `0190a6c2-7d3e-7000-8000-00000000000${n}`;
const entry = (n: number, kind: string, body: unknown) =>
  ({
    v: 2,
    id: id(n),
    record: id(0),
    at: `2026-03-1${n}T10:00:00.000Z`,
    offsetMinutes: 0,
    by: { role: 'person' },
    kind,
    body,
  }) as unknown as Entry;
const consult = entry(2, 'consult', { on: '2026-03-12', with: 'Dr A', outcome: 'cleared', answers: id(1) } satisfies Partial<
  Record<keyof EntryOf<'consult'>['body'], unknown>
>);
const decisionOf = (...entries: Entry[]) => {
  const standing = standingAnswers(fold(entries));
  return standing && screen(standing).decision;
};

describe('the answers that stand', () => {
  it('carry a consult that came a day after them', () => {
    expect(decisionOf(entry(1, 'answers', answers))).toBe('ask-first');
    expect(decisionOf(entry(1, 'answers', answers), consult)).toBe('go');
  });

  it('drop the consult once an answer has become riskier, and have it again when it was a slip', () => {
    const riskier = entry(3, 'answers', { ...answers, asOf: '2026-03-13', conditions: ['psoriasis'] });
    const slip = entry(4, 'answers', { ...answers, asOf: '2026-03-14' });
    expect(decisionOf(entry(1, 'answers', answers), consult, riskier)).toBe('ask-first');
    expect(decisionOf(entry(1, 'answers', answers), consult, riskier, slip)).toBe('go');
    expect(decisionOf(entry(1, 'answers', answers), consult, entry(3, 'answers', { ...answers, pregnancy: 'pregnant' }))).toBe(
      'do-not',
    );
  });

  it('do without a consult whose answers are not in the chart, save where it advised against', () => {
    expect(decisionOf(entry(3, 'answers', answers), consult)).toBe('ask-first');
    const against = entry(4, 'consult', { on: '2026-03-12', with: 'Dr A', outcome: 'advised-against', answers: id(9) });
    expect(decisionOf(entry(3, 'answers', answers), against)).toBe('do-not');
  });

  it('are none before anything was answered', () => expect(standingAnswers(fold([]))).toBeUndefined());
});
