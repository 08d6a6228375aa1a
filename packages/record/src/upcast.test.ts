import { describe, expect, it } from 'vitest';
import { parseEntry } from './index.ts';

const entry = {
  id: '0190a6c2-7d3e-7000-8000-000000000002',
  record: '0190a6c2-7d3e-7000-8000-000000000001',
  at: '2026-01-02T10:00:00.000Z',
  by: { role: 'person' },
  kind: 'bother',
  body: { score: 0, on: '2026-01-02' },
};

describe('an entry of an earlier version', () => {
  it('entry/1 becomes entry/2: its clock is read as UTC and nothing else changes', () => {
    expect(parseEntry({ v: 1, ...entry })).toEqual({ ok: true, value: { v: 2, ...entry, offsetMinutes: 0 } });
  });

  it('entry/2 stays as it is', () => {
    expect(parseEntry({ v: 2, offsetMinutes: 120, ...entry })).toEqual({
      ok: true,
      value: { v: 2, offsetMinutes: 120, ...entry },
    });
  });
});
