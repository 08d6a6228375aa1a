import { describe, expect, it } from 'vitest';
import { parseAnswers, parseCheckInReport, parseEntry, parseEntryLines, readJson } from './index.ts';

const codes = (r: { ok: boolean; problems?: readonly { code: string; at: string }[] }) =>
  (r.problems ?? []).map((p) => `${p.code} ${p.at}`);

describe('the border', () => {
  it('reports every problem with its place, not the first only', () => {
    const bad = { asOf: '2026-02-30', setting: 'garage', ageYears: -1, mood: 'fine', marks: { widestMm: 0, shine: 1 } };
    expect(codes(parseAnswers(bad)).sort()).toEqual([
      'record.key-unknown /marks/shine',
      'record.key-unknown /mood',
      'record.value-invalid /ageYears',
      'record.value-invalid /asOf',
      'record.value-invalid /marks/widestMm',
      'record.value-invalid /setting',
    ]);
    expect(codes(parseAnswers({ setting: 'home' }))).toEqual(['record.value-missing /asOf']);
    expect(codes(parseCheckInReport({ hoursSinceSession: 5 }))).toEqual(['record.value-missing /symptoms']);
  });

  it('repeats at most 100 characters of what it was given', () => {
    const long = 'x'.repeat(10_000);
    for (const p of [parseAnswers({ asOf: long, setting: 'home', [long]: 1 }), readJson(long), parseEntry({ v: long })]) {
      if (p.ok) throw new Error('refusal expected');
      for (const { says } of p.problems) expect(says.length).toBeLessThan(400);
    }
  });

  it('escapes keys in pointers', () => {
    expect(codes(parseAnswers({ asOf: '2026-01-01', setting: 'home', 'a/b~c': 1 }))).toEqual(['record.key-unknown /a~1b~0c']);
  });

  it('refuses an entry of a version or kind that it does not know, and says so', () => {
    expect(codes(parseEntry({ v: 99, kind: 'bother' }))).toEqual(['record.entry-version-unknown /v']);
    expect(codes(parseEntry({ kind: 'bother' }))).toEqual(['record.entry-version-unknown /v']);
    expect(codes(parseEntry({ v: 2, kind: 'horoscope' }))).toEqual(['record.entry-kind-unknown /kind']);
    expect(codes(parseEntry([]))).toEqual(['record.not-an-entry ']);
  });

  it('names the line of a chart that does not read, and lets nothing of it in', () => {
    const read = parseEntryLines('{"v":2,"kind":"bother"\n\n[1]\n');
    expect(codes(read)).toEqual(['record.json-invalid /0', 'record.not-an-entry /2']);
  });
});

describe('JSON', () => {
  it('with a key that stands twice is refused at its place, in any depth', () => {
    expect(codes(readJson('{"a":1,"b":[{"c":1},{"c":{"d":1,"d":2},"e":[{}, [1,2]]}],"a":2}'))).toEqual([
      'record.key-twice /b/1/c/d',
      'record.key-twice /a',
    ]);
    expect(codes(readJson('{"a":1,"\\u0061":2}'))).toEqual(['record.key-twice /a']);
    expect(readJson('{"a":{"x":1},"b":{"x":1}, "c":"{\\"x\\":1,\\"x\\":2}"}').ok).toBe(true);
  });

  it('with a number that overflows is refused at its place', () => {
    expect(codes(readJson('{"a":[1,2e308,-1e999]}'))).toEqual(['record.number-overflows /a/1', 'record.number-overflows /a/2']);
    expect(codes(readJson('1e400'))).toEqual(['record.number-overflows ']);
  });

  it('that is none is refused with a remedy', () => {
    for (const text of ['', ' ', '{', '{"a":}', 'nul', '{"a":1}x', "{'a':1}"])
      expect(codes(readJson(text))).toEqual(['record.json-invalid ']);
  });
});
