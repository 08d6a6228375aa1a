import { day, type Session, type SessionEvent, type Zone } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canClose, checkDisinfection, disinfectionRemainingSeconds, hygiene, nextStep, passesLeft } from './index.ts';

const START = Date.parse('2026-04-12T10:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();
const plan = { passesPerDirection: 3 };
type Started = Extract<SessionEvent, { step: 'started' }>;
const started = (more: Partial<Started> = {}): Started =>
  ({
    step: 'started',
    n: 1,
    zones: ['hip'],
    device: 'roller',
    needleLengthMm: 0.25,
    needle: 'new-sealed-sterile',
    usesBefore: 0,
    answers: '0190a6c2-7d3e-7000-8000-000000000001',
    ...more,
  }) as Started;
const session = (first: Started, ...events: readonly (readonly [number, SessionEvent])[]): Session => ({
  id: '0190a6c2-7d3e-7000-8000-000000000002' as Session['id'],
  startedAt: at(0),
  offsetMinutes: 0,
  started: first,
  events: [[0, first] as const, ...events].map(([s, event]) => ({ at: at(s), event })),
  state: events.some(([, e]) => e.step === 'closed') ? 'closed' : 'open',
  needledAt: undefined,
});
type Of = 'needle' | 'skin' | 'surface' | 'needle-after';
const wets = (s: number, of: Of, contactSeconds: number = hygiene[of].contactSeconds) =>
  [s, { step: 'disinfection-started', of, agent: 'alcohol', contactSeconds }] as const;
const dry = (s: number, of: Of) => [s, { step: 'disinfection-finished', of }] as const;
const hands = [10, { step: 'hands-washed' }] as const;
const ready = [hands, wets(20, 'surface'), dry(80, 'surface'), wets(90, 'skin'), dry(150, 'skin')] as const;
const pass = (direction: number, passes = 3, zone: Zone = 'hip') =>
  [200, { step: 'passes-done', zone, direction, passes }] as const;
const rolled = [pass(1), pass(2), pass(3), pass(4)] as const;
const stepOf = (s: Session, seconds = 100_000) => nextStep(s, START + seconds * 1000, plan);

describe('the steps of a session', () => {
  it('come in their order: hands, surface, skin, passes, needle, aftercare, close', () => {
    const bin = [300, { step: 'needle-put-away', way: 'sharps-bin' }] as const;
    const care = [310, { step: 'aftercare-started' }] as const;
    expect(stepOf(session(started())).step).toBe('wash-hands');
    expect(stepOf(session(started(), hands))).toMatchObject({ step: 'disinfect', of: 'surface' });
    expect(stepOf(session(started(), hands, wets(20, 'surface'), dry(80, 'surface')))).toMatchObject({
      step: 'disinfect',
      of: 'skin',
    });
    expect(stepOf(session(started(), ...ready))).toEqual({ step: 'pass', zone: 'hip', direction: 1, passesLeft: 3 });
    expect(stepOf(session(started(), ...ready, pass(1, 2)))).toEqual({
      step: 'pass',
      zone: 'hip',
      direction: 1,
      passesLeft: 1,
    });
    expect(stepOf(session(started(), ...ready, pass(1)))).toEqual({ step: 'pass', zone: 'hip', direction: 2, passesLeft: 3 });
    expect(stepOf(session(started(), ...ready, ...rolled)).step).toBe('put-needle-away');
    expect(stepOf(session(started(), ...ready, ...rolled, bin)).step).toBe('aftercare');
    expect(stepOf(session(started(), ...ready, ...rolled, bin, care)).step).toBe('close');
    expect(canClose(session(started(), ...ready, ...rolled, bin, care), START, plan)).toBe(true);
    expect(stepOf(session(started(), ...ready, ...rolled, bin, care, [320, { step: 'closed' }])).step).toBe('done');
  });

  it('cannot be closed without aftercare, or with a reason against it', () => {
    const bin = [300, { step: 'needle-put-away', way: 'sharps-bin' }] as const;
    const without = session(started(), ...ready, ...rolled, bin);
    expect(canClose(without, START, plan)).toBe(false);
    const declined = session(started(), ...ready, ...rolled, bin, [310, { step: 'aftercare-declined', reason: 'in a hurry' }]);
    expect(canClose(declined, START, plan)).toBe(true);
  });

  it('leave a zone that was stopped, and go on with the next', () => {
    const two = started({ zones: ['hip', 'calf'] });
    const stopped = [190, { step: 'zone-stopped', zone: 'hip', reason: 'even pink' }] as const;
    expect(stepOf(session(two, ...ready, stopped))).toMatchObject({ zone: 'calf', direction: 1 });
    expect(passesLeft(session(two, ...ready, stopped), 'hip', 2, plan)).toBe(0);
  });

  it('of a needle that is used again hold a disinfection of ten minutes, and stop at four uses', () => {
    const own = started({ needle: 'own-reused', usesBefore: 3 });
    expect(stepOf(session(own, hands, wets(20, 'surface'), dry(80, 'surface')))).toMatchObject({
      of: 'needle',
      hygiene: { contactSeconds: 600 },
    });
    const worn = stepOf(session(started({ needle: 'own-reused', usesBefore: 4 })));
    expect(worn).toMatchObject({ step: 'blocked', problems: [{ code: 'care.needle-worn' }] });
  });

  it('ask for a second disinfection before a needle is kept', () => {
    const kept = [300, { step: 'needle-put-away', way: 'disinfected-not-sterile' }] as const;
    const done = session(started(), ...ready, ...rolled, kept);
    expect(stepOf(done)).toMatchObject({ step: 'disinfect', of: 'needle-after' });
    const wet = session(started(), ...ready, ...rolled, wets(400, 'needle-after'));
    expect(stepOf(wet, 500)).toMatchObject({ step: 'wait', of: 'needle-after', remainingSeconds: 500 });
    const finished = session(started(), ...ready, ...rolled, wets(400, 'needle-after'), dry(1000, 'needle-after'));
    expect(stepOf(finished).step).toBe('put-needle-away');
  });
});

describe('the countdown of a disinfection', () => {
  const wet = session(started({ needle: 'own-reused' }), hands, wets(20, 'surface'), dry(80, 'surface'), wets(100, 'needle'));
  const left = (s: Session, seconds: number) => disinfectionRemainingSeconds(s, 'needle', START + seconds * 1000);

  it('blocks the next step at 0:30 of 10:00, and to the last second', () => {
    expect(stepOf(wet, 130)).toEqual({ step: 'wait', of: 'needle', remainingSeconds: 570 });
    expect(stepOf(wet, 699.5)).toEqual({ step: 'wait', of: 'needle', remainingSeconds: 1 });
    expect(stepOf(wet, 700)).toEqual({ step: 'finish-disinfection', of: 'needle' });
  });

  it('is the same after the program was killed: it hangs on the stored instant alone', () => {
    const again = JSON.parse(JSON.stringify(wet)) as Session;
    expect(left(again, 400)).toBe(300);
  });

  it('is never shortened by a clock that goes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100 }), (seconds) => {
        expect(left(wet, seconds)).toBe(600);
      }),
    );
  });

  it('is not shortened by a shorter time in the record', () => {
    const short = session(started({ needle: 'own-reused' }), wets(100, 'needle', 1));
    expect(left(short, 110)).toBe(590);
  });

  it('begins anew when the needle is wetted anew', () => {
    const twice = session(started({ needle: 'own-reused' }), wets(100, 'needle'), wets(500, 'needle'));
    expect(left(twice, 700)).toBe(400);
  });

  it('is not over because somebody recorded its end too early', () => {
    const early = session(
      started({ needle: 'own-reused' }),
      hands,
      wets(20, 'surface'),
      dry(80, 'surface'),
      wets(100, 'needle'),
      dry(200, 'needle'),
    );
    expect(stepOf(early, 300)).toMatchObject({ step: 'wait', remainingSeconds: 400 });
    expect(stepOf(early, 800).step).toBe('finish-disinfection');
  });
});

describe('a disinfectant', () => {
  const event = { step: 'disinfection-started', of: 'needle', agent: 'alcohol', contactSeconds: 600 } as const;
  const codes = (more: object) => checkDisinfection({ ...event, ...more }, day('2026-04-12')).map((p) => p.code);
  it('is refused past its date, too weak, too strong or too short', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ expiresOn: day('2026-04-12'), concentrationPercent: 70 })).toEqual([]);
    expect(codes({ expiresOn: day('2026-04-11') })).toEqual(['care.disinfectant-expired']);
    expect(codes({ concentrationPercent: 59 })).toEqual(['care.disinfectant-strength']);
    expect(codes({ concentrationPercent: 96 })).toEqual(['care.disinfectant-strength']);
    expect(codes({ contactSeconds: 599 })).toEqual(['care.contact-time-short']);
  });
});
