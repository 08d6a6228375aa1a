import { describe, expect, it } from 'vitest';
import { readJson, readJsonAs } from './json.ts';
import { parseAnswers, parseCheckInReport } from './parse.ts';

const problemsOf = (text: string) => {
  const read = readJsonAs(text, (value) => parseAnswers(value));
  return read.ok ? [] : read.problems.map((p) => `${p.code} ${p.at}`);
};

describe('JSON at the border', () => {
  it('names a key that stands twice together with what the schema says of the rest', () => {
    expect(problemsOf('{"asOf":"2026-02-30","setting":"home","setting":"home","colour":1}')).toEqual([
      'record.key-twice /setting',
      'record.value-invalid /asOf',
      'record.key-unknown /colour',
    ]);
  });

  it('names a number that overflows once, not a second time as a value of the wrong kind', () => {
    expect(problemsOf('{"asOf":"2026-02-03","setting":"home","ageYears":1e999}')).toEqual([
      'record.number-overflows /ageYears',
    ]);
  });

  it('reads a string of twenty million characters or ten million escapes', () => {
    for (const long of ['x'.repeat(20_000_000), '\\n'.repeat(5_000_000)]) {
      expect(readJson(`{"a":"${long}","b":"\\"","b":1}`)).toMatchObject({ ok: false, problems: [{ at: '/b' }] });
    }
  });

  it('refuses a list nested a hundred thousand deep in words', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expect(problemsOf(deep)).toEqual(['record.value-invalid ']);
    expect(problemsOf(`{"asOf":"2026-02-03","setting":"home","ageYears":${deep}}`)).toEqual(['record.value-invalid /ageYears']);
  });

  it('refuses two hundred thousand wrong items or keys in words', () => {
    const wrong = { hoursSinceSession: 3, symptoms: Array.from({ length: 200_000 }, () => ({ code: 'x' })) };
    expect(parseCheckInReport(wrong).ok).toBe(false);
    expect(problemsOf(`{"asOf":"2026-02-03"${',"k":1'.repeat(200_000)}}`).length).toBeGreaterThan(199_000);
  });
});
