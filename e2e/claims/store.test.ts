import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clean, program, stria } from './stage.ts';

/** What the running program takes in and gives out: entries over HTTP, exports by the command line. */
const running = program();

interface Answer {
  readonly status: number;
  readonly codes: readonly string[];
  /** What of the request is wrong, as JSON pointers. */
  readonly at: readonly string[];
}
async function post(path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${running.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: running.address },
    body: JSON.stringify(body),
  });
  const { problems = [] } = (await answer.json()) as { problems?: { code: string; at: string }[] };
  return { status: answer.status, codes: problems.map((p) => p.code), at: problems.map((p) => p.at) };
}

let minute = 0;
const entry = (record: string, kind: string, body: unknown, id = randomUUID()) => ({
  v: 2,
  id,
  record,
  at: new Date(Date.UTC(2026, 2, 2, 10, minute++)).toISOString(),
  offsetMinutes: 60,
  by: { role: 'person' },
  kind,
  body,
});
const append = (...entries: unknown[]) => post('/api/entries', { entries });
const { consult: _consult, ...answered } = clean;

/** A chart with its answers in it; `more` changes them. */
async function chart(more: object = {}) {
  const record = randomUUID();
  const answers = randomUUID();
  const opened = [
    entry(record, 'person', { alias: 'Invented', invented: true }),
    entry(record, 'answers', { ...answered, ...more }, answers),
  ];
  expect((await append(...opened)).status).toBe(200);
  return { record, answers };
}
const started = (answers: string, more: object = {}) => ({
  step: 'started',
  n: 1,
  zones: ['abdomen-lower'],
  device: 'roller',
  needleLengthMm: 0.25,
  needle: 'new-sealed-sterile',
  usesBefore: 0,
  answers,
  ...more,
});
const planOf = (answers: string, zones: readonly string[]) => ({
  answers,
  start: '2026-03-02',
  sessions: [{ n: 1, on: '2026-03-02', needleLengthMm: 0.25, zones }],
  passesPerDirection: 3,
  photosOn: [],
  checkInsAfterHours: [],
  horizonDays: 84,
  notes: [],
});

/** A session of a chart: its start and some steps. */
function session(record: string, answers: string, steps: readonly object[]) {
  const id = randomUUID();
  const event = (e: object, own = randomUUID()) => entry(record, 'session', { session: id, event: e }, own);
  return append(event(started(answers), id), ...steps.map((s) => event(s)));
}

interface Found {
  readonly resourceType: string;
  readonly lotNumber?: string;
  readonly code?: { readonly text?: string; readonly coding: { readonly code: string }[] };
}
function fhir(record: string): Found[] {
  const run = stria(['export', '--record', record, '--format', 'fhir'], undefined, running.environment);
  expect(run.status, run.err).toBe(0);
  return (JSON.parse(run.out) as { entry: { resource: Found }[] }).entry.map((e) => e.resource);
}

/** The entries of a record as they lie in an exported archive: a plain tar with JSON Lines in it. */
function archived(record: string): { kind: string; at: string; body: { event?: Record<string, unknown> } }[] {
  const folder = mkdtempSync(join(tmpdir(), 'stria-export-'));
  try {
    const file = join(folder, 'chart.tar');
    const run = stria(['export', '--record', record, '--format', 'archive', '--out', file], undefined, running.environment);
    expect(run.status, run.err).toBe(0);
    return (readFileSync(file, 'utf8').match(/^\{"v":.*\}$/gm) ?? []).map((line) => JSON.parse(line));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the store', () => {
  it.each(['face', 'armpit', 'eyelid', 'lips', 'genitals', 'nipple-areola'])(
    'S-19 a plan or a session on the %s is refused over HTTP with 422 and care.zone-not-allowed',
    async (zone) => {
      const { record, answers } = await chart();
      const plan = await append(entry(record, 'plan', planOf(answers, [zone])));
      expect([plan.status, plan.codes]).toEqual([422, ['care.zone-not-allowed']]);
      const id = randomUUID();
      const session = await append(entry(record, 'session', { session: id, event: started(answers, { zones: [zone] }) }, id));
      expect([session.status, session.codes]).toEqual([422, ['care.zone-not-allowed']]);
      const wish = await post('/api/plan', { answers: { ...clean, zones: [zone] }, start: clean.asOf });
      expect([wish.status, wish.codes[0]]).toEqual([422, 'care.zone-not-allowed']);
      const allowed = await append(entry(record, 'plan', planOf(answers, ['abdomen-lower'])));
      expect(allowed.status).toBe(200);
    },
  );

  it('S-32 for a person of 15 no plan and no session is taken in, and tracking is', async () => {
    const { record, answers } = await chart({ ageYears: 15 });
    const plan = await append(entry(record, 'plan', planOf(answers, ['abdomen-lower'])));
    expect([plan.status, plan.codes]).toEqual([422, ['care.age-under-18']]);
    const id = randomUUID();
    const session = await append(entry(record, 'session', { session: id, event: started(answers) }, id));
    expect([session.status, session.codes]).toEqual([422, ['care.age-under-18']]);
    const wish = await post('/api/plan', { answers: { ...clean, ageYears: 15 }, start: clean.asOf });
    expect(wish.status).toBe(422);
    const tracked = await append(
      entry(record, 'bother', { score: 6, on: '2026-03-02' }),
      entry(record, 'method', { method: 'watch-only', change: 'begun', on: '2026-03-02' }),
    );
    expect(tracked.status).toBe(200);
  });

  it('S-42 in a clinic a product that is put on open skin needs a lot', async () => {
    const { record, answers } = await chart({ setting: 'professional' });
    const [id, without, traced] = [randomUUID(), randomUUID(), randomUUID()];
    const product = { name: 'Sterile gel', kind: 'hydrogel', inci: ['Aqua'], sterile: true };
    const ready = await append(
      entry(record, 'session', { session: id, event: started(answers, { setting: 'professional' }) }, id),
      entry(record, 'product', product, without),
      entry(record, 'product', { ...product, lot: 'L-77' }, traced),
    );
    expect(ready.status).toBe(200);
    const applied = (p: string) => entry(record, 'session', { session: id, event: { step: 'product-applied', product: p } });
    const refused = await append(applied(without));
    expect([refused.status, refused.codes]).toEqual([422, ['care.product-lot-missing']]);
    expect((await append(applied(traced))).status).toBe(200);
  });

  it('S-09 a registered roller is exported as a FHIR Device with its lot', async () => {
    const { record } = await chart();
    const roller = {
      device: 'roller',
      needleLengthMm: 0.25,
      needleCount: 192,
      material: 'stainless-steel',
      lot: 'LOT-2211',
      usedByAnotherPerson: false,
      usesBefore: 0,
    };
    expect((await append(entry(record, 'device', roller))).status).toBe(200);
    const { needleLengthMm: _length, ...without } = roller;
    const refused = await append(entry(record, 'device', without));
    expect([refused.status, refused.codes]).toEqual([400, ['record.value-missing']]);
    expect(refused.at[0]).toMatch(/needleLengthMm$/);
    const devices = fhir(record).filter((r) => r.resourceType === 'Device');
    expect(devices.map((d) => d.lotNumber)).toEqual(['LOT-2211']);
  });

  it('S-34 steroid cream on the area is exported as a FHIR Condition with its cause and a Flag that asks for a doctor', async () => {
    const { record } = await chart({
      marks: { ...clean.marks, causes: ['corticosteroid-cream'] },
      medicines: [{ kind: 'corticosteroid-cream-on-zone', status: 'current' }],
    });
    const found = fhir(record);
    const condition = found.find((r) => r.resourceType === 'Condition');
    expect(condition?.code?.coding.map((c) => c.code)).toContain('403648001');
    const flags = found.filter((r) => r.resourceType === 'Flag').map((f) => f.code);
    const own = flags.find((f) => f?.coding.some((c) => c.code.includes('corticosteroid-cream')));
    expect(own?.text).toMatch(/doctor/);
  });

  it('S-18 a session is exported with the start, the end and the agent of its disinfection, before and after', async () => {
    const { record, answers } = await chart();
    const wait = { contactSeconds: 600, concentrationPercent: 70 };
    const sent = await session(record, answers, [
      { step: 'disinfection-started', of: 'needle', agent: 'isopropyl-alcohol', ...wait },
      { step: 'disinfection-finished', of: 'needle' },
      { step: 'passes-done', zone: 'abdomen-lower', direction: 2, passes: 3 },
      { step: 'disinfection-started', of: 'needle-after', agent: 'ethanol', ...wait },
      { step: 'disinfection-finished', of: 'needle-after' },
    ]);
    expect([sent.status, sent.at]).toEqual([200, []]);
    const events = archived(record).flatMap(({ at, body }) => (body.event === undefined ? [] : [{ at, ...body.event }]));
    const one = (step: string, of: string) => {
      const [found, ...more] = events.filter((e) => 'step' in e && e.step === step && 'of' in e && e.of === of);
      expect(more).toEqual([]);
      return found as { at: string; agent?: string; contactSeconds?: number };
    };
    for (const [of, agent] of [
      ['needle', 'isopropyl-alcohol'],
      ['needle-after', 'ethanol'],
    ] as const) {
      const start = one('disinfection-started', of);
      expect(start).toMatchObject({ agent, ...wait });
      expect(Date.parse(one('disinfection-finished', of).at)).toBeGreaterThan(Date.parse(start.at));
    }
  });

  it('S-21 a session is exported with the start of its aftercare, or with the reason against it', async () => {
    const { record, answers } = await chart();
    expect((await session(record, answers, [{ step: 'aftercare-started' }])).status).toBe(200);
    const why = 'my doctor does it';
    expect((await session(record, answers, [{ step: 'aftercare-declined', reason: why }])).status).toBe(200);
    const refused = await session(record, answers, [{ step: 'aftercare-declined' }]);
    expect([refused.status, refused.codes]).toEqual([400, ['record.value-missing']]);
    const events = archived(record).flatMap(({ body }) => (body.event === undefined ? [] : [body.event]));
    expect(events).toContainEqual({ step: 'aftercare-started' });
    expect(events).toContainEqual({ step: 'aftercare-declined', reason: why });
  });

  it('S-54 twelve sessions two weeks apart with 1.5 mm are refused over HTTP, and five sessions six weeks apart are not', async () => {
    const needle = { device: 'pen', lengthMm: 1.5, usedByAnotherPerson: false };
    const answers = { ...clean, setting: 'professional', needle };
    const refused = await post('/api/plan', { answers, start: clean.asOf, sessions: 12, intervalDays: 14 });
    expect([refused.status, refused.codes]).toEqual([422, ['care.sessions-too-many']]);
    const soon = await post('/api/plan', { answers: clean, start: clean.asOf, sessions: 4, intervalDays: 14 });
    expect([soon.status, soon.codes]).toEqual([422, ['care.interval-too-short']]);
    expect((await post('/api/plan', { answers, start: clean.asOf, sessions: 5, intervalDays: 42 })).status).toBe(200);
  });
});
