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
import { agenda } from './agenda.ts';

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

const planId = '00000000-0000-7000-8000-0000000000aa' as EntryId;
const plan = entry(
  start - HOUR,
  'plan',
  {
    answers: planId,
    start: day('2026-03-02'),
    sessions: ['2026-03-02', '2026-03-30', '2026-04-27'].map((on, i) => ({
      n: i + 1,
      on: day(on),
      needleLengthMm: 0.25,
      zones: ['thigh-outer'],
    })),
    passesPerDirection: 3,
    photosOn: ['2026-03-02', '2026-03-30', '2026-04-27', '2026-07-20'].map(day),
    checkInsAfterHours: [6, 24, 72],
    horizonDays: 140,
    notes: [],
  },
  planId,
);

function session(n: number, atMs: number, events: readonly SessionEvent[]): Entry[] {
  const id = `00000000-0000-7000-8000-00000000b00${n}` as EntryId;
  const started: SessionEvent = {
    step: 'started',
    plan: planId,
    n,
    zones: ['thigh-outer'],
    device: 'roller',
    needleLengthMm: 0.25,
    needle: 'new-sealed-sterile',
    usesBefore: 0,
    answers: planId,
  };
  return [started, ...events].map((event, i) => entry(atMs + i, 'session', { session: id, event }, i === 0 ? id : undefined));
}

const pass: SessionEvent = { step: 'passes-done', zone: 'thigh-outer', direction: 1, passes: 3 };
const at = (entries: Entry[], nowMs: number) => agenda(fold(entries), day(new Date(nowMs).toISOString().slice(0, 10)), nowMs);

describe('the agenda of a day', () => {
  it('puts a session that was begun first', () => {
    const today = at([plan, ...session(1, start, [{ step: 'hands-washed' }])], start + HOUR);
    expect(today.openSession?.started?.n).toBe(1);
    expect(today.nextSession?.n).toBe(1);
  });

  it('goes on to the next planned session when one is closed, or broken off after the needle touched the skin', () => {
    expect(at([plan, ...session(1, start, [pass, { step: 'closed' }])], start + HOUR).nextSession?.n).toBe(2);
    expect(at([plan, ...session(1, start, [pass, { step: 'broken-off', reason: 'pain' }])], start + HOUR).nextSession?.n).toBe(
      2,
    );
    expect(at([plan, ...session(1, start, [{ step: 'broken-off', reason: 'phone rang' }])], start + HOUR).nextSession?.n).toBe(
      1,
    );
  });

  it('asks for a look at each planned hour until it was answered, and never for a missed one as well', () => {
    const chart = [plan, ...session(1, start, [pass, { step: 'closed' }])];
    expect(at(chart, start + 5 * HOUR).checkInDue).toBeUndefined();
    expect(at(chart, start + 7 * HOUR).checkInDue?.afterHours).toBe(6);
    expect(at(chart, start + 80 * HOUR).checkInDue?.afterHours).toBe(72);
    const id = chart.find((e) => e.kind === 'session')?.body as Body<'session'>;
    const answered = entry(start + 7 * HOUR, 'check-in', {
      session: id.session,
      report: { hoursSinceSession: 7, symptoms: [] },
    });
    expect(at([...chart, answered], start + 8 * HOUR).checkInDue).toBeUndefined();
    expect(at([...chart, answered], start + 25 * HOUR).checkInDue?.afterHours).toBe(24);
  });

  it('stops asking for the last look after two weeks', () => {
    const chart = [plan, ...session(1, start, [pass, { step: 'closed' }])];
    expect(at(chart, start + (72 + 13 * 24) * HOUR).checkInDue?.afterHours).toBe(72);
    expect(at(chart, start + (72 + 15 * 24) * HOUR).checkInDue).toBeUndefined();
  });

  it('counts no open hours where no needle touched the skin', () => {
    expect(at([plan, ...session(1, start, [{ step: 'hands-washed' }])], start + HOUR).lastNeedled).toBeUndefined();
  });

  it('asks for a page of the diary at its hours, and no longer than a day after the last', () => {
    const chart = [plan, ...session(1, start, [pass, { step: 'closed' }])];
    expect(at(chart, start + HOUR).diaryDue?.afterHours).toBe(0);
    expect(at(chart, start + 50 * HOUR).diaryDue?.afterHours).toBe(48);
    expect(at(chart, start + 97 * HOUR).diaryDue).toBeUndefined();
    const id = (chart[1]?.body as Body<'session'> | undefined)?.session as EntryId;
    const page = { session: id, hoursSinceSession: 48, redness: 1, sting: 0, swelling: 0, flaking: 0 };
    expect(at([...chart, entry(start + 50 * HOUR, 'irritation', page)], start + 51 * HOUR).diaryDue).toBeUndefined();
  });

  it('takes a look that is written down late for the hour that it describes', () => {
    const chart = [plan, ...session(1, start, [pass, { step: 'closed' }])];
    const id = (chart[1]?.body as Body<'session'> | undefined)?.session as EntryId;
    const late = entry(start + 80 * HOUR, 'check-in', { session: id, report: { hoursSinceSession: 24, symptoms: [] } });
    const now = at([...chart, late], start + 81 * HOUR);
    expect(now.checkIns.filter((s) => s.answered).map((s) => s.afterHours)).toEqual([24]);
    expect(now.checkInDue?.afterHours).toBe(72);
  });

  it('asks for a photo on the planned day alone, taken or not', () => {
    const asked = Array.from({ length: 200 }, (_, d) => at([plan], start + d * 24 * HOUR).photoDueFor).filter(Boolean);
    expect(asked).toEqual(['2026-03-02', '2026-03-30', '2026-04-27', '2026-07-20']);
  });

  it('counts a photo of the week before', () => {
    expect(at([plan], start).photoDueFor).toBe('2026-03-02');
    const photo = entry(start - 48 * HOUR, 'photo', {
      original: { sha256: 'a'.repeat(64), bytes: 1, mediaType: 'image/jpeg' },
      widthPx: 1,
      heightPx: 1,
      orientation: 1,
      colourSpace: 'srgb',
      takenOn: day('2026-02-27'),
      zone: 'thigh-outer',
      purpose: 'baseline',
    });
    expect(at([plan, photo], start).photoDueFor).toBeUndefined();
    expect(at([plan, photo], start + 10 * 24 * HOUR).photoDueFor).toBeUndefined();
    expect(at([plan, photo], start + 28 * 24 * HOUR).photoDueFor).toBe('2026-03-30');
    expect(at([], start).photoDueFor).toBeUndefined();
  });

  it('asks for no photo “before” once the needle has touched the skin', () => {
    const chart = [plan, ...session(1, start, [pass])];
    expect(at(chart, start + HOUR).photoDueFor).toBeUndefined();
    expect(at(chart, start + 28 * 24 * HOUR).photoDueFor).toBe('2026-03-30');
  });
});
