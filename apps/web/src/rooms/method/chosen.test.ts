import { type Body, day, ENTRY_VERSION, type Entry, type EntryId, type EntryKind, fold, type PersonId } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { FORTNIGHT_DAYS, fortnight, likelyZones, runningMethods } from './chosen.ts';

let count = 0;
function entry<K extends EntryKind>(kind: K, body: Body<K>): Entry {
  count += 1;
  return {
    v: ENTRY_VERSION,
    id: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}` as EntryId,
    record: '00000000-0000-7000-8000-00000000ffff' as PersonId,
    at: new Date(Date.parse('2026-03-02T18:00:00.000Z') + count * 1000).toISOString(),
    offsetMinutes: 60,
    by: { role: 'person' },
    kind,
    body,
  } as unknown as Entry;
}
const on = day('2026-03-02');
const change = (method: 'oil' | 'watch-only', what: 'begun' | 'stopped') =>
  entry('method', { method, change: what, on, zones: ['hip'] });

describe('what a person does now', () => {
  it('is what was begun and not stopped since; watching only counts like anything else', () => {
    const chart = [change('oil', 'begun'), change('watch-only', 'begun'), change('oil', 'stopped')];
    expect(runningMethods(fold(chart)).map((r) => r.id)).toEqual(['watch-only']);
    expect(runningMethods(fold([...chart, change('oil', 'begun')])).map((r) => r.id)).toEqual(['watch-only', 'oil']);
  });

  it('puts a cream where it was put the last time, else where the method is used', () => {
    const begun = change('oil', 'begun');
    expect(likelyZones(fold([begun]), 'oil')).toEqual(['hip']);
    const once = entry('application', { what: 'oil', zones: ['calf'] });
    expect(likelyZones(fold([begun, once]), 'oil')).toEqual(['calf']);
    expect(likelyZones(fold([]), 'oil')).toEqual([]);
  });

  it('shows fourteen days, today last, and counts a day once however often it was logged', () => {
    const days = fortnight([on, on, day('2026-02-17'), day('2026-02-16')], on);
    expect(days.length).toBe(FORTNIGHT_DAYS);
    expect(days.at(-1)).toEqual({ day: on, done: true });
    expect(days[0]).toEqual({ day: '2026-02-17', done: true });
    expect(days.filter((d) => d.done).length).toBe(2);
  });
});
