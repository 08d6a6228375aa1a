import {
  type Answers,
  type Body,
  type Day,
  day,
  ENTRY_VERSION,
  type Entry,
  type EntryId,
  type EntryKind,
  fold,
  type PersonId,
} from '@stria/record';
import { describe, expect, it } from 'vitest';
import { heldUpBy, holdOf, lastSessionOn, mayStart, standingOf, standingOn } from './index.ts';

const healthy: Answers = {
  asOf: day('2026-03-01'),
  setting: 'home',
  ageYears: 27,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['thigh-outer'],
  marks: { stage: 'alba', widestMm: 4, onsetMonthsAgo: 60, fastGrowing: false, causes: ['puberty'] },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25, usedByAnotherPerson: false },
};

let count = 0;
function entry<K extends EntryKind>(at: string, kind: K, body: Body<K>): Entry {
  count += 1;
  const id = `00000000-0000-7000-8000-${String(count).padStart(12, '0')}` as EntryId;
  const record = '00000000-0000-7000-8000-00000000ffff' as PersonId;
  return { v: ENTRY_VERSION, id, record, at, offsetMinutes: 60, by: { role: 'person' }, kind, body } as unknown as Entry;
}

const answers = entry('2026-03-01T10:00:00.000Z', 'answers', healthy);
const consult = (at: string, outcome: 'cleared' | 'advised-against' = 'cleared') =>
  entry(at, 'consult', { on: at.slice(0, 10) as Day, with: 'a doctor', outcome, answers: answers.id });
const session = entry('2026-03-02T18:00:00.000Z', 'session', {
  session: '00000000-0000-7000-8000-00000000aaaa' as EntryId,
  event: { step: 'passes-done', zone: 'thigh-outer', direction: 1, passes: 1 },
});
const checkIn = (at: string, code: 'pus' | 'redness') =>
  entry(at, 'check-in', {
    session: '00000000-0000-7000-8000-00000000aaaa' as EntryId,
    report: { hoursSinceSession: 30, symptoms: [{ code, severity: 1, trend: 'better' }] },
  });
const on = (entries: Entry[], d: string) => standingOn(fold(entries), day(d));

describe('where a person stands', () => {
  it('needs a consult at home, and the consult may be of a later day than the answers', () => {
    expect(on([answers], '2026-03-05')?.verdict.decision).toBe('ask-first');
    expect(on([answers, consult('2026-03-04T10:00:00.000Z')], '2026-03-05')).toMatchObject({
      consult: 'counts',
      verdict: { decision: 'go' },
    });
  });

  it('drops the consult when an answer has become riskier, and takes it up again when it has not any more', () => {
    const asked = consult('2026-03-04T10:00:00.000Z');
    const riskier = entry('2026-03-06T10:00:00.000Z', 'answers', {
      ...healthy,
      asOf: day('2026-03-06'),
      conditions: ['diabetes'],
    });
    expect(on([answers, asked, riskier], '2026-03-06')).toMatchObject({
      consult: 'voided',
      verdict: { decision: 'ask-first' },
    });
    const back = entry('2026-03-07T10:00:00.000Z', 'answers', { ...healthy, asOf: day('2026-03-07') });
    expect(on([answers, asked, riskier, back], '2026-03-07')?.verdict.decision).toBe('go');
  });

  it('holds on to a doctor’s no, whatever is answered afterwards', () => {
    const again = entry('2026-03-06T10:00:00.000Z', 'answers', {
      ...healthy,
      asOf: day('2026-03-06'),
      conditions: ['diabetes'],
    });
    expect(on([answers, consult('2026-03-04T10:00:00.000Z', 'advised-against'), again], '2026-03-07')?.verdict.decision).toBe(
      'do-not',
    );
  });

  it('counts the chart’s own sessions as needling: 28 days of rest, then no obstacle', () => {
    const chart = [answers, consult('2026-03-01T12:00:00.000Z'), session];
    expect(lastSessionOn(fold(chart))).toBe('2026-03-02');
    expect(on(chart, '2026-03-29')?.verdict.decision).toBe('wait');
    expect(on(chart, '2026-03-30')?.verdict.decision).toBe('go');
  });

  it('judges a check-in for the hour that it describes: a calm first evening written down late ends no pause', () => {
    const report = (at: string, hoursSinceSession: number, flaking: boolean) =>
      entry(at, 'check-in', {
        session: '00000000-0000-7000-8000-00000000aaaa' as EntryId,
        report: { hoursSinceSession, symptoms: flaking ? [{ code: 'flaking', severity: 1, trend: 'same' }] : [] },
      });
    const paused = [answers, session, report('2026-03-11T00:00:00.000Z', 200, true)];
    expect(holdOf(fold(paused))).toBe('paused');
    expect(holdOf(fold([...paused, report('2026-03-11T01:00:00.000Z', 6, false)]))).toBe('paused');
    expect(holdOf(fold([...paused, report('2026-03-12T00:00:00.000Z', 220, false)]))).toBe('open');
  });

  it('ends the course at a sign of infection until a doctor’s word comes after it', () => {
    const ended = [answers, consult('2026-03-01T12:00:00.000Z'), session, checkIn('2026-03-04T00:00:00.000Z', 'pus')];
    expect(holdOf(fold(ended))).toBe('ended');
    expect(holdOf(fold([...ended, checkIn('2026-03-05T00:00:00.000Z', 'redness')]))).toBe('ended');
    expect(holdOf(fold([...ended, consult('2026-03-09T10:00:00.000Z', 'advised-against')]))).toBe('ended');
    expect(holdOf(fold([...ended, consult('2026-03-09T10:00:00.000Z')]))).toBe('open');
  });

  it('is not opened again by a word that was given before the day of the sign, however late it is noted', () => {
    const ended = [answers, session, checkIn('2026-03-04T00:00:00.000Z', 'pus')];
    const noted = (on: string) =>
      entry('2026-03-09T10:00:00.000Z', 'consult', { on: day(on), with: 'a doctor', outcome: 'cleared', answers: answers.id });
    expect(holdOf(fold([...ended, noted('2026-03-01')]))).toBe('ended');
    expect(holdOf(fold([...ended, noted('2026-03-04')]))).toBe('open');
  });

  it('counts a session that seems to lie ahead, because a clock was set back, as one of that day', () => {
    const chart = fold([answers, consult('2026-03-01T12:00:00.000Z'), session]);
    expect(on([answers, consult('2026-03-01T12:00:00.000Z'), session], '2026-03-01')?.verdict.decision).toBe('wait');
    const asked = { answers: standingOf(chart, healthy).answers, today: day('2026-03-01'), lastSessionOn: day('2026-03-02') };
    expect(mayStart(asked).may).toBe(false);
  });

  it('counts a session on the day that it had where the person was, not where the plan was made', () => {
    const far = { ...session, id: '00000000-0000-7000-8000-00000000bbbb', offsetMinutes: 840 } as Entry;
    expect(lastSessionOn(fold([answers, far]))).toBe('2026-03-03');
  });
});

describe('an answer that changes while a session is open', () => {
  const zones: Answers['zones'] = ['thigh-outer'];
  const begun = entry('2026-03-02T17:00:00.000Z', 'session', {
    session: '00000000-0000-7000-8000-00000000aaaa' as EntryId,
    event: {
      step: 'started',
      n: 1,
      zones,
      device: 'roller',
      needleLengthMm: 0.25,
      needle: 'new-sealed-sterile',
      usesBefore: 0,
      answers: answers.id,
    },
  });
  const held = (...more: Entry[]) => {
    const state = fold([answers, consult('2026-03-01T12:00:00.000Z'), begun, session, ...more]);
    const open = state.sessions.find((s) => s.started !== undefined);
    return open === undefined ? undefined : heldUpBy(state, open).map((p) => p.at);
  };
  const now = (more: Partial<Answers>) =>
    entry('2026-03-02T18:30:00.000Z', 'answers', { ...healthy, asOf: day('2026-03-02'), ...more });

  it('holds nothing up where it changes nothing, and needling in this very session is no reason', () => {
    expect(held()).toEqual([]);
    expect(held(now({ skinType: 'IV' }))).toEqual([]);
  });

  it('holds the session up for each reason that came up', () => {
    expect(held(now({ pregnancy: 'pregnant' }))).toContain('/pregnant');
    expect(held(now({ signs: ['fever'] }))).toContain('/fever');
    expect(held(now({ zones: ['hip'] }))).toEqual(['/zones']);
    expect(held(consult('2026-03-02T18:30:00.000Z', 'advised-against'))).toContain('/consult-advised-against');
    expect(held(checkIn('2026-03-02T18:30:00.000Z', 'pus'))).toEqual(['/check-in']);
  });

  it('lets it go on when it was a slip and was put right', () => {
    const slip = now({ pregnancy: 'pregnant' });
    const right = entry('2026-03-02T18:31:00.000Z', 'answers', { ...healthy, asOf: day('2026-03-02') });
    expect(held(slip, right)).toEqual([]);
  });
});
