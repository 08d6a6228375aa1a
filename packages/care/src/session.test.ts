import { day, type Session, type SessionEvent, type Zone } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canClose,
  checkDisinfection,
  type Direction,
  directions,
  disinfectionRemainingSeconds,
  hygiene,
  isZoneOver,
  mustBinNeedle,
  nextStep,
  passesInAll,
  passesLeft,
} from './index.ts';

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
const looked = [15, { step: 'needle-checked', bentNeedles: false, usedByAnotherPerson: false }] as const;
const ready = [hands, looked, wets(20, 'surface'), dry(80, 'surface'), wets(90, 'skin'), dry(150, 'skin')] as const;
const pass = (direction: number, passes = 3, zone: Zone = 'hip', patch = 1) =>
  [200, { step: 'passes-done', zone, patch, direction, passes }] as const;
const bled = (amount: 'none' | 'pinpoint' | 'more', zone: Zone = 'hip') => [250, { step: 'bleeding', zone, amount }] as const;
const allFour = [pass(1), pass(2), pass(3), pass(4)] as const;
const rolled = [...allFour, bled('none')] as const;
const stepOf = (s: Session, seconds = 100_000) => nextStep(s, START + seconds * 1000, plan);

describe('a session that an answer speaks against', () => {
  const heldUp = [{ code: 'care.answer-changed-in-session', at: '/pregnant', says: 'Pregnant.' }];
  const held = (s: Session) => nextStep(s, START + 100_000_000, { ...plan, heldUp });

  it('ends before the first pass, at whatever step it stands', () => {
    for (const events of [[], [hands], [hands, looked], [hands, looked, wets(20, 'surface')], [...ready]] as const)
      expect(held(session(started(), ...events))).toEqual({ step: 'held-up', problems: heldUp });
  });

  it('has no more passes once the skin was needled, and still looks to the skin, the needle and the aftercare', () => {
    const begun = [...ready, pass(1)] as const;
    expect(held(session(started({ zones: ['hip', 'buttock'] }), ...begun))).toEqual({ step: 'look-at-zone', zone: 'hip' });
    expect(held(session(started({ zones: ['hip', 'buttock'] }), ...begun, bled('none'))).step).toBe('put-needle-away');
    const bin = [300, { step: 'needle-put-away', way: 'sharps-bin' }] as const;
    expect(held(session(started(), ...begun, bled('none'), bin)).step).toBe('aftercare');
  });
});

describe('the steps of a session', () => {
  it('come in their order: hands, needle, surface, skin, passes, a look, needle away, aftercare, close', () => {
    const bin = [300, { step: 'needle-put-away', way: 'sharps-bin' }] as const;
    const care = [310, { step: 'aftercare-started' }] as const;
    expect(stepOf(session(started())).step).toBe('wash-hands');
    expect(stepOf(session(started(), hands)).step).toBe('check-needle');
    expect(stepOf(session(started(), hands, looked))).toMatchObject({ step: 'disinfect', of: 'surface' });
    expect(stepOf(session(started(), hands, looked, wets(20, 'surface'), dry(80, 'surface')))).toMatchObject({
      step: 'disinfect',
      of: 'skin',
    });
    expect(stepOf(session(started(), ...ready))).toEqual({ step: 'pass', zone: 'hip', patch: 1, direction: 1, passesLeft: 3 });
    expect(stepOf(session(started(), ...ready, pass(1, 2)))).toEqual({
      step: 'pass',
      zone: 'hip',
      patch: 1,
      direction: 1,
      passesLeft: 1,
    });
    expect(stepOf(session(started(), ...ready, pass(1)))).toMatchObject({ step: 'pass', direction: 2, passesLeft: 3 });
    expect(stepOf(session(started(), ...ready, ...allFour))).toEqual({ step: 'look-at-zone', zone: 'hip' });
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
    expect(passesLeft(session(two, ...ready, stopped), { zone: 'hip', patch: 1, direction: 2 }, plan)).toBe(0);
  });

  it('of a needle that is used again hold a disinfection of ten minutes, and stop at four uses', () => {
    const own = started({ needle: 'own-reused', usesBefore: 3 });
    expect(stepOf(session(own, hands, looked, wets(20, 'surface'), dry(80, 'surface')))).toMatchObject({
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

describe('the grid of passes', () => {
  const twoPatches = started({ patches: [{ zone: 'hip', count: 2 }] });

  it('goes patch by patch, and a record without patches counts for the first', () => {
    expect(stepOf(session(twoPatches, ...ready, ...allFour))).toMatchObject({ step: 'pass', patch: 2, direction: 1 });
    const old = [200, { step: 'passes-done', zone: 'hip', direction: 1, passes: 3 }] as const;
    expect(stepOf(session(twoPatches, ...ready, old))).toMatchObject({ step: 'pass', patch: 1, direction: 2 });
  });

  it('never calls a field done before its passes are made, whatever was tapped elsewhere', () => {
    const cell = fc.record({ patch: fc.constantFrom(1, 2), direction: fc.constantFrom(...directions) });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), fc.constantFrom(1, 2, 3, 4), (taps, passesPerDirection) => {
        const made = session(twoPatches, ...ready, ...taps.map((t) => pass(t.direction, 1, 'hip', t.patch)));
        const counts = (patch: number, direction: Direction) =>
          taps.filter((t) => t.patch === patch && t.direction === direction).length;
        const open = [1, 2].flatMap((patch) => directions.map((direction) => ({ patch, direction })));
        const first = open.find((c) => counts(c.patch, c.direction) < passesPerDirection);
        const next = nextStep(made, START + 1e8, { passesPerDirection });
        if (first === undefined) expect(next.step).toBe('look-at-zone');
        else {
          const passesToGo = passesPerDirection - counts(first.patch, first.direction);
          expect(next).toEqual({ step: 'pass', zone: 'hip', ...first, passesLeft: passesToGo });
        }
        expect(passesInAll(made)).toBe(taps.length);
      }),
    );
  });
});

describe('blood', () => {
  const two = started({ zones: ['hip', 'calf'], patches: [{ zone: 'hip', count: 4 }] });
  it('ends the zone at home from the first dots on, and the next zone begins', () => {
    for (const amount of ['pinpoint', 'more'] as const) {
      const bleeding = session(two, ...ready, pass(1, 1), bled(amount));
      expect(isZoneOver(bleeding, 'hip')).toBe(true);
      expect(stepOf(bleeding)).toMatchObject({ step: 'pass', zone: 'calf' });
    }
    expect(stepOf(session(two, ...ready, pass(1, 1), bled('none')))).toMatchObject({ step: 'pass', zone: 'hip' });
  });

  it('in a clinic is an endpoint that the clinician judges', () => {
    const clinic = session({ ...two, setting: 'professional' }, ...ready, pass(1, 1), bled('pinpoint'));
    expect(stepOf(clinic)).toMatchObject({ step: 'pass', zone: 'hip' });
  });
});

describe('a look at the needle', () => {
  const bad = (more: object) =>
    [15, { step: 'needle-checked', bentNeedles: false, usedByAnotherPerson: false, ...more }] as const;
  it('that finds it bent, or used by another person, ends it before it touches skin', () => {
    const bent = session(started(), hands, bad({ bentNeedles: true }));
    expect(stepOf(bent)).toMatchObject({ step: 'needle-refused', problems: [{ code: 'care.needle-bent' }] });
    const shared = session(started(), hands, bad({ usedByAnotherPerson: true }));
    expect(stepOf(shared)).toMatchObject({ problems: [{ code: 'care.needle-used-by-another-person' }] });
    expect(mustBinNeedle(bent) && mustBinNeedle(shared)).toBe(true);
  });

  it('in the middle ends the passes and still asks for the look, the bin and the aftercare', () => {
    const middle = [210, { step: 'needle-checked', bentNeedles: true, usedByAnotherPerson: false }] as const;
    expect(stepOf(session(started(), ...ready, pass(1), middle)).step).toBe('look-at-zone');
    expect(stepOf(session(started(), ...ready, pass(1), middle, bled('none'))).step).toBe('put-needle-away');
  });
});

describe('the countdown of a disinfection', () => {
  const wet = session(
    started({ needle: 'own-reused' }),
    hands,
    looked,
    wets(20, 'surface'),
    dry(80, 'surface'),
    wets(100, 'needle'),
  );
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

  it('does not know of time zones: a change of clocks in its middle, or a flight, takes and gives nothing', () => {
    // 02:00 becomes 03:00 in Berlin on 29 March 2026, 03:00 becomes 02:00 on 25 October: instants are UTC and go on evenly.
    for (const change of ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z']) {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 }), (before, after) => {
          const begun = Date.parse(change) - before * 1000;
          const own = started({ needle: 'own-reused' });
          const wetted = session(own, [0, { step: 'hands-washed' }]);
          const events = [
            ...wetted.events,
            { at: new Date(begun).toISOString(), event: wets(0, 'needle')[1] },
          ] as Session['events'];
          const left = disinfectionRemainingSeconds({ ...wetted, events }, 'needle', Date.parse(change) + after * 1000);
          expect(left).toBe(Math.max(0, 600 - before - after));
        }),
      );
    }
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
      looked,
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
