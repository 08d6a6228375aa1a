import {
  type Body,
  day,
  ENTRY_VERSION,
  type Entry,
  type EntryId,
  type EntryKind,
  fold,
  type PersonId,
  type SessionEvent,
} from '@stria/record';
import { describe, expect, it } from 'vitest';
import { helpNote } from './note.ts';

const start = Date.parse('2026-03-02T18:00:00.000Z');
const HOUR = 3_600_000;
let count = 0;
function entry<K extends EntryKind>(atMs: number, kind: K, body: Body<K>, id?: EntryId): Entry {
  count += 1;
  return {
    v: ENTRY_VERSION,
    id: id ?? (`00000000-0000-7000-8000-${String(count).padStart(12, '0')}` as EntryId),
    record: '00000000-0000-7000-8000-00000000ffff' as PersonId,
    at: new Date(atMs).toISOString(),
    offsetMinutes: 0,
    by: { role: 'person' },
    kind,
    body,
  } as unknown as Entry;
}
const id = '00000000-0000-7000-8000-0000000000bb' as EntryId;
const session = (...events: SessionEvent[]): Entry[] => [
  entry(
    start,
    'session',
    {
      session: id,
      event: {
        step: 'started',
        n: 1,
        zones: ['hip', 'calf'],
        side: 'both',
        device: 'roller',
        needleLengthMm: 0.25,
        needle: 'own-reused',
        usesBefore: 2,
        lot: 'L-77',
        answers: id,
      },
    },
    id,
  ),
  ...events.map((event, i) => entry(start + i, 'session', { session: id, event })),
];
const pass: SessionEvent = { step: 'passes-done', zone: 'hip', direction: 1, passes: 3 };
const disinfection: SessionEvent = {
  step: 'disinfection-started',
  of: 'skin',
  agent: 'octenidine',
  contactSeconds: 60,
};

describe('what to tell the doctor', () => {
  it('says when, where, with what, with what it was cleaned, and what was put on since then', () => {
    const before = entry(start - HOUR, 'application', { what: 'perfumed', zones: [] });
    const after = entry(start + HOUR, 'application', { what: 'vitamin-c', zones: [] });
    const note = helpNote(fold([before, ...session(disinfection, pass), after]), start + 26 * HOUR);
    for (const words of ['2 March 2026', 'about 26 hours ago', 'hip (both)', '0.25 mm', 'used 2 times', 'L-77', 'octenidine'])
      expect(note).toContain(words);
    // Only what was needled, and only what came after it.
    expect(note).not.toContain('calf');
    expect(note).toContain('since then: vitamin c');
    expect(note).not.toContain('perfumed');
  });

  it('names the signs of a check-in, the temperature, and what a stranger has to know of the person', () => {
    const answers = entry(start - HOUR, 'answers', {
      asOf: day('2026-03-02'),
      setting: 'home',
      ageYears: 27,
      pregnancy: 'nursing',
      allergies: ['latex'],
      medicines: [{ kind: 'anticoagulant', status: 'current' }],
      conditions: [],
    });
    const report = {
      hoursSinceSession: 20,
      temperatureC: 38.6,
      symptoms: [{ code: 'pus' as const }, { code: 'wheeze' as const, severity: 0 }],
    };
    const note = helpNote(fold([answers, ...session(pass)]), start + 20 * HOUR, report);
    for (const words of [
      'pus',
      '38.6 °C',
      'Age: 27',
      'I am nursing',
      'latex',
      'anticoagulant (current)',
      'Conditions: none noted',
    ])
      expect(note).toContain(words);
    expect(note).not.toContain('wheezing');
  });

  it('leaves gaps to fill in where there is no chart, or no needle touched the skin', () => {
    expect(helpNote(fold([]), start)).toContain('on: ____');
    expect(helpNote(fold(session(disinfection)), start)).toContain('on: ____');
  });
});
