import { type Answers, addDays, type CourseRequest, type Day, day, daysBetween } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeNeedleNote, mayStart, planCourse, screen } from './index.ts';

const answers: Answers = {
  asOf: day('2026-03-10'),
  setting: 'home',
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['thigh-outer', 'hip'],
  marks: { stage: 'alba' },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25 },
  consult: { on: day('2026-03-01'), outcome: 'cleared' },
};
const clinic: Answers = { ...answers, setting: 'professional', needle: { device: 'pen', lengthMm: 1.5 } };
const request = (more: Partial<CourseRequest> = {}): CourseRequest => ({ answers, start: day('2026-03-15'), ...more });
const plan = (more: Partial<CourseRequest> = {}) => {
  const course = planCourse(request(more));
  if (!course.ok) throw new Error(JSON.stringify(course.problems));
  return course.value;
};
const codes = (more: Partial<CourseRequest>) => {
  const course = planCourse(request(more));
  return course.ok ? [] : course.problems.map((p) => [p.code, p.at]);
};

describe('a course', () => {
  it('has four sessions 28 days apart unless asked otherwise, and the last photo 84 days after the last', () => {
    const course = plan();
    expect(course.sessions.map((s) => [s.n, s.on])).toEqual([
      [1, '2026-03-15'],
      [2, '2026-04-12'],
      [3, '2026-05-10'],
      [4, '2026-06-07'],
    ]);
    expect(course.sessions[0]).toMatchObject({ needleLengthMm: 0.25, zones: ['hip', 'thigh-outer'] });
    expect(course.photosOn).toEqual(['2026-03-15', '2026-04-12', '2026-05-10', '2026-06-07', '2026-08-30']);
    expect(course.checkInsAfterHours).toEqual([6, 24, 72, 168, 336, 672]);
    expect(course.horizonDays).toBe(84 + 84);
    expect(course.verdict).toEqual(screen({ ...answers, asOf: day('2026-03-15') }));
  });

  it('never asks for more than 8 photo dates in any 180 days', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 14, max: 60 }), (sessions, intervalDays) => {
        const { photosOn } = plan({ answers: clinic, sessions, intervalDays });
        expect(new Set(photosOn).size).toBe(photosOn.length);
        for (const from of photosOn) {
          const within = photosOn.filter((d) => daysBetween(from, d) >= 0 && daysBetween(from, d) < 180);
          expect(within.length).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  it('says before any home plan that such needles were not tested on stretch marks', () => {
    expect(plan().notes).toContain(homeNeedleNote);
    expect(plan({ answers: clinic }).notes).not.toContain(homeNeedleNote);
  });

  it.each([1, 2])('of %i says that one session is unlikely to show', (sessions) => {
    expect(plan({ sessions }).notes.join(' ')).toContain('one session is unlikely to show measurable change');
    expect(plan({ sessions: 3, intervalDays: 42 }).notes.join(' ')).not.toContain('unlikely to show');
  });

  it('notes a length outside 84 to 180 days, and none inside', () => {
    const said = (more: Partial<CourseRequest>) => plan(more).notes.some((n) => n.includes('84 to 180 days'));
    expect(said({ sessions: 4, intervalDays: 28 })).toBe(false);
    expect(said({ sessions: 6, intervalDays: 36 })).toBe(false);
    expect(said({ sessions: 6, intervalDays: 37 })).toBe(true);
    expect(said({ sessions: 3, intervalDays: 28 })).toBe(true);
  });

  it('names the zones that it leaves out', () => {
    const course = plan({ answers: { ...answers, zones: ['armpit', 'hip'] } });
    expect(course.sessions[0]?.zones).toEqual(['hip']);
    expect(course.notes.some((n) => n.includes('armpit'))).toBe(true);
  });

  it('says where passes go beyond the density that was measured', () => {
    const said = (passesPerDirection: number) =>
      plan({ answers: clinic, passesPerDirection }).notes.some((n) => n.includes('15 passes'));
    expect([said(3), said(4)]).toEqual([false, true]);
  });

  it('is refused beyond the rules, each with its place', () => {
    expect(codes({ sessions: 7 })).toEqual([['care.sessions-too-many', '/sessions']]);
    expect(codes({ intervalDays: 27 })).toEqual([['care.interval-too-short', '/intervalDays']]);
    expect(codes({ answers: clinic, intervalDays: 13 })).toEqual([['care.interval-too-short', '/intervalDays']]);
    expect(codes({ answers: clinic, intervalDays: 14 })).toEqual([]);
    expect(codes({ passesPerDirection: 5 })).toEqual([['care.passes-too-many', '/passesPerDirection']]);
    expect(codes({ start: day('2026-03-09') })).toContainEqual(['care.start-before-as-of', '/start']);
    expect(codes({ start: day('9999-12-01'), answers: { ...answers, asOf: day('9999-11-01') } })).toContainEqual([
      'care.course-beyond-calendar',
      '/intervalDays',
    ]);
    expect(codes({ sessions: 7, intervalDays: 1, passesPerDirection: 9 }).length).toBe(3);
  });

  it('never fails on a whole number, however large: it is planned, or refused by name', () => {
    const whole = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(
      fc.property(fc.oneof(whole, fc.integer({ min: 1, max: 7 })), whole, (sessions, intervalDays) => {
        const course = planCourse(request({ sessions, intervalDays }));
        if (!course.ok) expect(course.problems.every((p) => p.code.startsWith('care.'))).toBe(true);
        if (sessions > 6 || intervalDays < 28) expect(course.ok).toBe(false);
        if (course.ok) expect(course.value.sessions.length).toBe(sessions);
      }),
    );
  });

  it('refuses by name what is no count at all: nothing, parts, less than one, an empty field', () => {
    for (const strange of [0, -1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])
      for (const field of ['sessions', 'intervalDays', 'passesPerDirection'] as const)
        expect(codes({ [field]: strange }), `${field} ${strange}`).toEqual([['care.not-a-count', `/${field}`]]);
  });

  it('leaves the rest of the rules between any two sessions, whatever is wished, at home and in a clinic', () => {
    let planned = 0;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 }),
        fc.integer({ min: -5, max: 60 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('home', 'professional'),
        (sessions, intervalDays, passes, setting) => {
          const course = planCourse(
            request({ sessions, intervalDays, passesPerDirection: passes, answers: { ...answers, setting } as Answers }),
          );
          if (!course.ok) return;
          planned += 1;
          const least = setting === 'home' ? 28 : 14;
          const days = course.value.sessions.map((s) => s.on);
          expect(days.length).toBeGreaterThan(0);
          days.slice(1).forEach((d, i) => {
            expect(daysBetween(days[i] as Day, d)).toBeGreaterThanOrEqual(least);
          });
        },
      ),
      { numRuns: 2000 },
    );
    expect(planned).toBeGreaterThan(200);
  });

  it('is judged for the day it starts: a wait that has ended by then does not stop it, and one that has not does', () => {
    const recent = {
      ...answers,
      medicines: [{ kind: 'isotretinoin' as const, status: 'stopped' as const, lastTaken: day('2025-10-01') }],
    };
    expect(codes({ answers: recent, start: day('2026-03-31') })).toEqual([['isotretinoin-recent', '/answers/medicines/0']]);
    expect(codes({ answers: recent, start: day('2026-04-01') })).toEqual([]);
  });

  it('is refused with one problem for each reason of the verdict, under its own code', () => {
    const risky: Answers = { ...answers, conditions: ['keloid-history', 'diabetes'], zoneFindings: ['mole'] };
    const { reasons } = screen({ ...risky, asOf: day('2026-03-15') });
    expect(codes({ answers: risky }).map(([code]) => code)).toEqual(reasons.map((r) => r.code));
    expect(codes({ answers: risky })).toContainEqual(['keloid-history', '/answers/conditions/0']);
  });
});

describe('on the day of a session', () => {
  const today = day('2026-04-12');
  const now: Answers = { ...answers, asOf: today };

  it('a session may start on answers of that day alone', () => {
    expect(mayStart({ answers: now, today })).toMatchObject({ may: true, problems: [] });
    expect(mayStart({ answers, today }).problems.map((p) => p.code)).toEqual(['care.answers-not-of-today']);
    expect(mayStart({ answers, today }).may).toBe(false);
  });

  it('the same screening speaks: a plan authorises no needle', () => {
    const { may, verdict } = mayStart({ answers: { ...now, pregnancy: 'pregnant' }, today });
    expect([may, verdict.decision]).toEqual([false, 'do-not']);
  });

  it('a session in the record counts, whether the answers name it or not', () => {
    expect(mayStart({ answers: now, today, lastSessionOn: addDays(today, -27) }).verdict.decision).toBe('wait');
    expect(mayStart({ answers: now, today, lastSessionOn: addDays(today, -28) }).may).toBe(true);
  });

  it('a check-in that paused or ended the course keeps it shut', () => {
    const report = (code: 'dark-patches' | 'pus' | 'redness') => ({ hoursSinceSession: 5, symptoms: [{ code }] });
    const problems = (...r: ReturnType<typeof report>[]) =>
      mayStart({ answers: now, today, checkIns: r }).problems.map((p) => p.code);
    expect(problems(report('dark-patches'))).toEqual(['care.course-paused']);
    expect(problems(report('dark-patches'), report('redness'))).toEqual([]);
    expect(problems(report('pus'), report('redness'))).toEqual(['care.course-ended']);
  });
});
