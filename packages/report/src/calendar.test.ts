import { day } from '@stria/record';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from './index.ts';

const plan = {
  sessions: [
    { n: 1, on: day('2026-03-15') },
    { n: 2, on: day('2026-12-31') },
  ],
  photosOn: [day('2026-03-15'), day('2026-12-31'), day('2027-03-25')],
};
const text = writeCalendar(plan, day('2026-03-10'));

describe('the calendar', () => {
  it('is read by another program: one event a session, one for the last photo', () => {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((v) => new ICAL.Event(v));
    expect(events.map((e) => [e.summary, e.startDate.toString(), e.endDate.toString(), e.startDate.isDate])).toEqual([
      ['Appointment 1 of 2', '2026-03-15', '2026-03-16', true],
      ['Appointment 2 of 2', '2026-12-31', '2027-01-01', true],
      ['Reminder', '2027-03-25', '2027-03-26', true],
    ]);
    expect(new Set(events.map((e) => e.uid)).size).toBe(3);
    for (const e of events) expect(e.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-10T00:00:00Z');
  });

  it('is written as RFC 5545 wants it: CRLF, lines under 75 octets, ASCII', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(lines.filter((l) => l.length > 75 || /[^ -~]/.test(l))).toEqual([]);
  });

  it('names neither body, skin, treatment nor the product', () => {
    expect(text).not.toMatch(/stria|skin|needl|mark|session|derma|treat|photo|body|hip|care/i);
  });

  it('is the same for the same days, and otherwise has other names', () => {
    expect(writeCalendar(plan, day('2026-03-10'))).toBe(text);
    expect(writeCalendar({ ...plan, photosOn: [] }, day('2026-03-10'))).not.toContain(text.match(/UID:(\w+)/)?.[1] as string);
  });
});
