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
}
async function post(path: string, body: unknown): Promise<Answer> {
  const answer = await fetch(`${running.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: running.address },
    body: JSON.stringify(body),
  });
  const text = (await answer.json()) as { problems?: { code: string }[] };
  return { status: answer.status, codes: (text.problems ?? []).map((p) => p.code) };
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
function archived(record: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'stria-export-'));
  try {
    const file = join(folder, 'chart.tar');
    const run = stria(['export', '--record', record, '--format', 'archive', '--out', file], undefined, running.environment);
    expect(run.status, run.err).toBe(0);
    return readFileSync(file, 'utf8');
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

  it('S-18 a session is exported with the start, the end and the agent of its disinfection', async () => {
    const { record, answers } = await chart();
    const sent = await session(record, answers, [
      { step: 'disinfection-started', of: 'skin', agent: 'octenidine', contactSeconds: 60 },
      { step: 'disinfection-finished', of: 'skin' },
    ]);
    expect(sent.status).toBe(200);
    const text = archived(record);
    for (const part of ['disinfection-started', 'octenidine', 'disinfection-finished']) expect(text).toContain(part);
  });

  it('S-21 a session is exported with the start of its aftercare, or with the reason against it', async () => {
    const { record, answers } = await chart();
    expect((await session(record, answers, [{ step: 'aftercare-started' }])).status).toBe(200);
    const why = 'my doctor does it';
    expect((await session(record, answers, [{ step: 'aftercare-declined', reason: why }])).status).toBe(200);
    const refused = await session(record, answers, [{ step: 'aftercare-declined' }]);
    expect([refused.status, refused.codes]).toEqual([400, ['record.value-missing']]);
    const text = archived(record);
    for (const part of ['aftercare-started', why]) expect(text).toContain(part);
  });
});
