import { type Body, ENTRY_VERSION, type Entry, type EntryKind, type SessionEvent, zones } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { admit } from './admission.ts';
import { isNoGo } from './zones.ts';

const record = '0190a6c2-7d3e-7000-8000-000000000001';
const idOf = (n: number) => `0190a6c2-7d3e-7000-8000-${String(n).padStart(12, '0')}`;
let at = 0;
const entry = <K extends EntryKind>(kind: K, body: unknown, n: number): Entry =>
  ({
    v: ENTRY_VERSION,
    id: idOf(n),
    record,
    at: new Date(Date.UTC(2026, 2, 2) + at++ * 1000).toISOString(),
    offsetMinutes: 0,
    by: { role: 'person' },
    kind,
    body: body as Body<K>,
  }) as unknown as Entry;

const answers = (ageYears: number | undefined, setting: 'home' | 'professional' = 'home', n = 10) =>
  entry('answers', { asOf: '2026-03-02', setting, ...(ageYears === undefined ? {} : { ageYears }) }, n);
const session = (event: SessionEvent, n: number) => entry('session', { session: idOf(20), event }, n);
const started = (more: Partial<Extract<SessionEvent, { step: 'started' }>> = {}) =>
  session(
    {
      step: 'started',
      n: 1,
      zones: ['hip'],
      device: 'roller',
      needleLengthMm: 0.25,
      needle: 'new-sealed-sterile',
      usesBefore: 0,
      answers: idOf(10) as never,
      ...more,
    },
    20,
  );
const plan = (zone: string) =>
  entry(
    'plan',
    { answers: idOf(10), start: '2026-03-02', sessions: [{ n: 1, on: '2026-03-02', needleLengthMm: 0.25, zones: [zone] }] },
    30,
  );
const codes = (fresh: Entry[], known: Entry[] = []) => admit(fresh, { known }).map((p) => [p.code, p.at]);

describe('a chart', () => {
  it('takes in what an honest program writes', () => {
    expect(codes([answers(27), plan('hip'), started(), session({ step: 'closed' }, 21)])).toEqual([]);
    expect(codes([started()], [answers(27)])).toEqual([]);
  });

  it('refuses every no-go zone in a plan, a session and a pass, and no other', () => {
    for (const zone of zones) {
      const refused = isNoGo(zone);
      const found = codes([answers(27), plan(zone), started({ zones: [zone] }), pass(zone)]);
      expect(found.map(([code]) => code)).toEqual(refused ? Array(3).fill('care.zone-not-allowed') : []);
      if (refused)
        expect(found.map(([, place]) => place)).toEqual([
          '/entries/1/body/sessions/0/zones/0',
          '/entries/2/body/event/zones/0',
          '/entries/3/body/event/zone',
        ]);
    }
  });
  const pass = (zone: (typeof zones)[number]) => session({ step: 'passes-done', zone, direction: 1, passes: 1 }, 22);

  it('refuses a plan and a session for somebody of 15, and for somebody whose age nobody knows', () => {
    expect(codes([plan('hip'), started()], [answers(15)])).toEqual([
      ['care.age-under-18', '/entries/0/body/answers'],
      ['care.age-under-18', '/entries/1/body/answers'],
    ]);
    expect(codes([plan('hip')], [answers(undefined)])).toEqual([['care.age-unknown', '/entries/0/body/answers']]);
    expect(codes([started()])).toEqual([['care.age-unknown', '/entries/0/body/answers']]);
  });

  it('refuses a needle over 0.5 mm at home, and lets a clinic use it', () => {
    expect(codes([answers(27), started({ needleLengthMm: 0.75 })])).toEqual([
      ['care.needle-too-long-at-home', '/entries/1/body/event/needleLengthMm'],
    ]);
    expect(codes([answers(27, 'professional'), started({ needleLengthMm: 1.5 })])).toEqual([]);
  });

  it('refuses a product that nobody registered, and in a clinic one without a lot', () => {
    const applied = session({ step: 'product-applied', product: idOf(40) as never }, 23);
    const product = (lot?: string) => entry('product', { name: 'Gel', kind: 'hydrogel', inci: [], sterile: true, lot }, 40);
    const clinic = [answers(27, 'professional'), started()];
    expect(codes([...clinic, applied])).toEqual([['care.product-unknown', '/entries/2/body/event/product']]);
    expect(codes([product(), applied], clinic)).toEqual([['care.product-lot-missing', '/entries/1/body/event/product']]);
    expect(codes([product('L1'), applied], clinic)).toEqual([]);
    expect(codes([product(), applied], [answers(27), started()])).toEqual([]);
  });

  it('lets no plan and no session pass by an age that was put right', () => {
    const chart = [answers(27), answers(15, 'home', 11)];
    expect(codes([plan('hip'), started()], chart)).toEqual([
      ['care.age-under-18', '/entries/0/body/answers'],
      ['care.age-under-18', '/entries/1/body/answers'],
    ]);
    const grownUp = [answers(15), answers(27, 'home', 11)];
    expect(codes([started({ answers: idOf(11) as never })], grownUp)).toEqual([]);
  });

  it('refuses photos that are never kept of minors, until the age that was told has grown to 18', () => {
    const photo = (zone: string, takenOn = '2026-03-02') => entry('photo', { zone, takenOn }, 50);
    expect(codes([photo('breast')], [answers(17)])).toEqual([['care.photo-not-allowed', '/entries/0/body/zone']]);
    expect(codes([photo('breast', '2027-02-01')], [answers(17)]).length).toBe(1);
    expect(codes([photo('breast', '2027-04-02')], [answers(17)])).toEqual([]);
    expect(codes([photo('hip')], [answers(15)])).toEqual([]);
    expect(codes([photo('breast')], [answers(18)])).toEqual([]);
  });

  it('is not led round the rules by a correction', () => {
    const before = plan('hip');
    const correction = entry('correction', { corrects: idOf(30), reason: 'x', body: fullPlan('armpit') }, 60);
    expect(codes([correction], [answers(27), before]).map(([code]) => code)).toEqual(['care.zone-not-allowed']);
  });

  it('refuses a plan that no honest program makes: sessions too close, too many, too many passes, a long needle at home', () => {
    const sessions = (...days: string[]) => days.map((on, n) => ({ n: n + 1, on, needleLengthMm: 0.25, zones: ['hip'] }));
    const wish = (more: object) => entry('plan', { ...fullPlan('hip'), ...more }, 31);
    const close = wish({ sessions: sessions('2026-03-30', '2026-03-02', '2026-04-26') });
    expect(codes([close], [answers(27)])).toEqual([['care.interval-too-short', '/entries/0/body/sessions']]);
    expect(codes([close], [answers(27, 'professional')])).toEqual([]);
    const apart = wish({ sessions: sessions('2026-03-02', '2026-03-30', '2026-04-27') });
    expect(codes([apart], [answers(27)])).toEqual([]);
    const months = ['01', '02', '03', '04', '05', '06', '07'].map((m) => `2027-${m}-15`);
    const long = { n: 1, on: '2026-03-02', needleLengthMm: 0.75, zones: ['hip'] };
    for (const [more, code] of [
      [{ sessions: sessions(...months.map((m) => m.replace('02-15', '02-14'))) }, 'care.sessions-too-many'],
      [{ passesPerDirection: 5 }, 'care.passes-too-many'],
      [{ sessions: [long] }, 'care.needle-too-long-at-home'],
    ] as const)
      expect(
        codes([wish(more)], [answers(27)]).map(([c]) => c),
        code,
      ).toContain(code);
  });

  it('refuses passes and products of a session that never began, or whose start was refused', () => {
    const passes = session({ step: 'passes-done', zone: 'hip', direction: 1, passes: 1 }, 24);
    expect(codes([passes], [answers(27)])).toEqual([['care.session-not-started', '/entries/0/body/session']]);
    expect(codes([started(), passes], [answers(27)])).toEqual([]);
  });

  it('takes neither older answers nor the word of a session for a way round the rules', () => {
    const [then, now] = [answers(19, 'professional', 10), answers(16, 'home', 11)];
    expect(codes([plan('hip')], [then, now]).map(([c]) => c)).toEqual(['care.age-under-18']);
    const atHome = started({ needleLengthMm: 1.5, setting: 'home' });
    expect(codes([atHome], [answers(27, 'professional')]).map(([c]) => c)).toEqual(['care.needle-too-long-at-home']);
    const claimed = started({ needleLengthMm: 1.5, setting: 'professional' });
    expect(codes([claimed], [answers(27, 'home')]).map(([c]) => c)).toEqual(['care.needle-too-long-at-home']);
  });

  it('goes by an age as it was put right', () => {
    const right = (ageYears: number) =>
      entry('correction', { corrects: idOf(10), reason: 'x', body: { asOf: '2026-03-02', setting: 'home', ageYears } }, 61);
    expect(codes([plan('hip')], [answers(15), right(25)])).toEqual([]);
    expect(codes([plan('hip')], [answers(25), right(15)]).map(([c]) => c)).toEqual(['care.age-under-18']);
  });

  it('lets a photo be taken a year after the age of 17 was told to the day, as the device does', () => {
    const photo = (takenOn: string) => entry('photo', { zone: 'breast', takenOn }, 50);
    expect(codes([photo('2027-03-02')], [answers(17)])).toEqual([]);
    expect(codes([photo('2027-03-01')], [answers(17)]).length).toBe(1);
    expect(codes([photo('2024-03-02')], [answers(19)]).length).toBe(1);
  });

  const fullPlan = (zone: string) => ({
    answers: idOf(10),
    start: '2026-03-02',
    sessions: [{ n: 1, on: '2026-03-02', needleLengthMm: 0.25, zones: [zone] }],
    passesPerDirection: 3,
    photosOn: [],
    checkInsAfterHours: [],
    horizonDays: 84,
    notes: [],
  });
});
