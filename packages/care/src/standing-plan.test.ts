import { addDays, type CheckInReport, type Day, day, daysBetween, ENTRY_VERSION, type Entry, fold } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSession, standingPlan } from './standing-plan.ts';

const record = '0190a6c2-7d3e-7000-8000-000000000001';
let made = 0;
const id = () => `0190a6c2-7d3e-7000-8000-${String(++made + 1000).padStart(12, '0')}`;
const entry = (kind: string, body: unknown, at: string, own = id()): Entry =>
  ({ v: ENTRY_VERSION, id: own, record, at, offsetMinutes: 60, by: { role: 'person' }, kind, body }) as unknown as Entry;
const noon = (on: Day) => `${on}T11:00:00.000Z`;

const start = day('2026-03-02');
const planId = '0190a6c2-7d3e-7000-8000-000000000002';
const planEntry = (sessions: number, intervalDays: number): Entry =>
  entry(
    'plan',
    {
      answers: record,
      start,
      sessions: Array.from({ length: sessions }, (_, i) => ({
        n: i + 1,
        on: addDays(start, i * intervalDays),
        needleLengthMm: 0.25,
        zones: ['hip'],
      })),
      passesPerDirection: 3,
      photosOn: [start],
      checkInsAfterHours: [6, 24],
      horizonDays: 0,
      notes: [],
    },
    noon(addDays(start, -3)),
    planId,
  );

/** A session done on a day: started, one pass, closed. */
function done(n: number, on: Day): Entry[] {
  const session = id();
  const event = (event: unknown) => entry('session', { session, event }, noon(on));
  return [
    entry(
      'session',
      {
        session,
        event: {
          step: 'started',
          plan: planId,
          n,
          zones: ['hip'],
          device: 'roller',
          needleLengthMm: 0.25,
          needle: 'new-sealed-sterile',
          usesBefore: 0,
          answers: record,
        },
      },
      noon(on),
      session,
    ),
    event({ step: 'passes-done', zone: 'hip', direction: 1, passes: 1 }),
    event({ step: 'closed' }),
  ];
}
const checkIn = (report: CheckInReport, on: Day) => entry('check-in', { session: record, report }, noon(on));

describe('the plan as it stands', () => {
  it('is the plan that was made while nothing is late', () => {
    const plan = standingPlan(fold([planEntry(4, 28)]), addDays(start, -1));
    expect(plan?.sessions.map((s) => s.on)).toEqual(['2026-03-02', '2026-03-30', '2026-04-27', '2026-05-25']);
    expect(plan?.photosOn).toEqual(['2026-03-02', '2026-03-30', '2026-04-27', '2026-05-25', '2026-08-17']);
    expect([plan?.movedDays, plan?.says, plan?.hold]).toEqual([0, undefined, 'open']);
  });

  it('moves what follows when a session was done late, and says so', () => {
    const plan = standingPlan(fold([planEntry(4, 28), ...done(1, addDays(start, 5))]), addDays(start, 6));
    expect(plan?.sessions.map((s) => s.on)).toEqual(['2026-03-07', '2026-04-04', '2026-05-02', '2026-05-30']);
    expect(plan?.movedDays).toBe(5);
    expect(plan?.says).toContain('5 days');
    expect(plan && nextSession(plan)?.n).toBe(2);
  });

  it('lets an overdue session stand on today', () => {
    const plan = standingPlan(fold([planEntry(3, 28)]), addDays(start, 10));
    expect(plan?.sessions.map((s) => s.on)).toEqual(['2026-03-12', '2026-04-09', '2026-05-07']);
  });

  it('waits while a check-in pauses the course, and moves by the days that it waited', () => {
    const paused = [
      planEntry(3, 28),
      ...done(1, start),
      checkIn({ hoursSinceSession: 100, symptoms: [{ code: 'redness', severity: 1, trend: 'same' }] }, addDays(start, 4)),
    ];
    const late = addDays(start, 40);
    const plan = standingPlan(fold(paused), late);
    expect(plan?.hold).toBe('paused');
    expect(plan?.says).toMatch(/paused/);
    const calm = checkIn({ hoursSinceSession: 960, symptoms: [] }, late);
    const after = standingPlan(fold([...paused, calm]), late);
    expect(after?.hold).toBe('open');
    expect(after?.sessions.map((s) => s.on)).toEqual([start, late, addDays(late, 28)]);
  });

  it('keeps what was done and plans nothing more once a sign has ended the course', () => {
    const ended = checkIn({ hoursSinceSession: 30, symptoms: [{ code: 'pus', severity: 2 }] }, addDays(start, 1));
    const plan = standingPlan(fold([planEntry(4, 28), ...done(1, start), ended]), addDays(start, 2));
    expect(plan?.sessions.map((s) => s.state)).toEqual(['done']);
    expect(plan && nextSession(plan)).toBeUndefined();
    expect(plan?.hold).toBe('ended');
  });

  it('counts the day of a session where the person was, over a change of clocks too', () => {
    const [started, pass, closed] = done(1, start) as [Entry, Entry, Entry];
    const lateEvening = [started, pass, closed].map((e) => ({ ...e, at: '2026-03-28T23:30:00.000Z', offsetMinutes: 60 }));
    const plan = standingPlan(fold([planEntry(2, 28), ...lateEvening]), day('2026-03-30'));
    expect(plan?.sessions[0]?.on).toBe('2026-03-29');
    expect(plan?.sessions[1]?.on).toBe('2026-04-26');
  });

  it('never brings two sessions closer than planned, nor one before today, whatever is late', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 28, max: 60 }),
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 6 }),
        fc.integer({ min: 0, max: 30 }),
        (count, interval, delays, wait) => {
          let on = start;
          const entries = [planEntry(count, interval)];
          for (const [i, delay] of delays.slice(0, count).entries()) {
            on = addDays(i === 0 ? start : addDays(on, interval), delay);
            entries.push(...done(i + 1, on));
          }
          const today = addDays(on, wait);
          const plan = standingPlan(fold(entries), today);
          expect(plan?.sessions.length).toBe(count);
          for (const [i, s] of (plan?.sessions ?? []).entries()) {
            const before = plan?.sessions[i - 1];
            if (before) expect(daysBetween(before.on, s.on)).toBeGreaterThanOrEqual(interval);
            if (s.state !== 'done') expect(s.on >= today).toBe(true);
          }
          expect(plan?.photosOn.length).toBeLessThanOrEqual(8);
        },
      ),
    );
  });
});
