import type { Day } from '@stria/record';
import { addDays } from '@stria/record';

/**
 * The days of a plan as an iCalendar file (RFC 5545). A calendar is often shared or shown on a locked phone: nothing in it, the
 * product id included, names the body, the skin or the treatment.
 */
export interface CalendarDays {
  readonly sessions: readonly { readonly n: number; readonly on: Day }[];
  readonly photosOn: readonly Day[];
}

/**
 * The same days and the same stamp give the same bytes; `stampedOn` is the day on which the plan was asked for. Every line is
 * plain ASCII, holds nothing to escape and stays under the 75 octets from which lines are folded.
 */
export function writeCalendar(plan: CalendarDays, stampedOn: Day): string {
  const sessionDays = new Set(plan.sessions.map((s) => s.on));
  const events = [
    ...plan.sessions.map((s) => ({ on: s.on, summary: `Appointment ${s.n} of ${plan.sessions.length}` })),
    ...plan.photosOn.filter((on) => !sessionDays.has(on)).map((on) => ({ on, summary: 'Reminder' })),
  ];
  const key = hash(JSON.stringify([events, stampedOn]));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Days//Plan 1//EN',
    'CALSCALE:GREGORIAN',
    ...events.flatMap(({ on, summary }, i) => [
      'BEGIN:VEVENT',
      `UID:${key}-${i + 1}@days.invalid`,
      `DTSTAMP:${compact(stampedOn)}T000000Z`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${summary}`,
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}

const compact = (day: Day): string => day.replaceAll('-', '');

/** FNV-1a, 64 bits as hex: a stable name for the same plan; it hides nothing and need not. */
function hash(text: string): string {
  let h = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) h = ((h ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & 0xffffffffffffffffn;
  return h.toString(16).padStart(16, '0');
}
