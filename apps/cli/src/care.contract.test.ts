import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { referencePath } from '../../../tools/reference.ts';

/** The built program, called as a person calls it. */
const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'stria-care-'));
beforeAll(() => {
  // `npm test` has built it; a second build beside running tests would pull the program away from under them.
  if (existsSync(join(root, 'apps/cli/dist/main.js'))) return;
  const build = spawnSync(process.execPath, ['tools/build.mjs', 'cli'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(build.stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function stria(words: readonly string[], input = ''): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ['apps/cli/bin/stria.mjs', ...words], { cwd: root, encoding: 'utf8', input });
  return { status: run.status, out: run.stdout, err: run.stderr };
}
const ask = (command: string, value: unknown, ...more: string[]) =>
  stria([command, '-', ...more], typeof value === 'string' ? value : JSON.stringify(value));
const problemsOf = (run: ReturnType<typeof stria>): { code: string; at: string; says: string }[] => {
  expect(run.status).toBe(2);
  expect(run.out).toBe('');
  expect(run.err).not.toMatch(/\n\s+at /);
  const { problems } = JSON.parse(run.err);
  for (const p of problems) expect(p.says.length).toBeLessThan(400);
  return problems;
};

const answers = {
  asOf: '2026-03-10',
  setting: 'home',
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['thigh-outer'],
  marks: { stage: 'alba' },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25 },
};
const cleared = { ...answers, consult: { on: '2026-03-01', outcome: 'cleared' } };

const contract = (name: string) => referencePath(`contracts/${name}.schema.json`);
const validator = (name: string) => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(JSON.parse(readFileSync(contract(name) as string, 'utf8')));
};

describe('stria screen', () => {
  it('answers a file and standard input alike, a refusal included', () => {
    const file = join(folder, 'answers.json');
    writeFileSync(file, JSON.stringify({ ...answers, pregnancy: 'pregnant' }));
    const run = stria(['screen', file]);
    expect([run.status, run.err]).toEqual([0, '']);
    expect(JSON.parse(run.out).decision).toBe('do-not');
    expect(ask('screen', { ...answers, pregnancy: 'pregnant' }).out).toBe(run.out);
  });

  it.skipIf(!contract('verdict'))('prints what the contract describes', () => {
    const validate = validator('verdict');
    const cases = [
      answers,
      cleared,
      { asOf: '2026-03-10', setting: 'professional' },
      { ...answers, zones: ['armpit'] },
      { ...answers, zoneFindings: ['tan', 'wart'] },
    ];
    for (const a of cases) {
      expect(validator('answers')(a)).toBe(true);
      const verdict = JSON.parse(ask('screen', a).out);
      expect(validate(verdict), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('goes from ask-first to go with a consult, and to do-not with one answer changed', () => {
    const decision = (a: object) => JSON.parse(ask('screen', a).out).decision;
    expect([decision(answers), decision(cleared), decision({ ...cleared, pregnancy: 'pregnant' })]).toEqual([
      'ask-first',
      'go',
      'do-not',
    ]);
  });

  const bad: readonly (readonly [string, unknown, readonly (readonly [string, string])[]])[] = [
    ['no JSON', '{"asOf":', [['record.json-invalid', '']]],
    ['nothing', '', [['record.json-invalid', '']]],
    ['a key twice', JSON.stringify(answers).replace('{', '{"setting":"home",'), [['record.key-twice', '/setting']]],
    ['a number that overflows', JSON.stringify(answers).replace('30', '1e999'), [['record.number-overflows', '/ageYears']]],
    ['an unknown key', { ...answers, sex: 'f' }, [['record.key-unknown', '/sex']]],
    [
      'a missing key and a bad value',
      { setting: 'home', ageYears: 1.5 },
      [
        ['record.value-missing', '/asOf'],
        ['record.value-invalid', '/ageYears'],
      ],
    ],
    ['a day that does not exist', { ...answers, asOf: '2026-02-30' }, [['record.value-invalid', '/asOf']]],
    [
      'days after asOf',
      {
        ...answers,
        consult: { on: '2026-03-11', outcome: 'cleared' },
        recentProcedures: [{ kind: 'laser', on: '2026-04-01' }],
      },
      [
        ['care.day-after-as-of', '/recentProcedures/0/on'],
        ['care.day-after-as-of', '/consult/on'],
      ],
    ],
  ];
  it.each(bad)('refuses %s by its place', (_what, input, expected) => {
    expect(problemsOf(ask('screen', input)).map((p) => [p.code, p.at])).toEqual(expected);
  });

  it('says which file is missing, and shows its usage', () => {
    expect(problemsOf(stria(['screen', join(folder, 'none.json')]))[0]?.code).toBe('cli.file-missing');
    expect(stria(['screen', '--help']).status).toBe(0);
  });
});

describe('stria plan', () => {
  const request = { answers: cleared, start: '2026-03-15' };
  it('prints the days of the course', () => {
    const run = ask('plan', request);
    expect(run.status).toBe(0);
    const plan = JSON.parse(run.out);
    expect(Object.keys(plan)).toEqual(['sessions', 'photosOn', 'checkInsAfterHours', 'horizonDays', 'notes', 'verdict']);
    expect(plan.sessions.map((s: { on: string }) => s.on)).toEqual(['2026-03-15', '2026-04-12', '2026-05-10', '2026-06-07']);
    expect(plan.sessions[0]).toEqual({ n: 1, on: '2026-03-15', needleLengthMm: 0.25, zones: ['thigh-outer'] });
    expect(plan.photosOn.at(-1)).toBe('2026-08-30');
    expect(plan.verdict.decision).toBe('go');
  });

  it('refuses a verdict other than go with the reasons under their own codes', () => {
    expect(problemsOf(ask('plan', { ...request, answers }))).toMatchObject([
      { code: 'consult-missing', at: '/answers/consult' },
    ]);
    const verdict = JSON.parse(
      ask('screen', { ...cleared, asOf: '2026-03-15', conditions: ['keloid-history'], zoneFindings: ['mole'] }).out,
    );
    const problems = problemsOf(
      ask('plan', { ...request, answers: { ...cleared, conditions: ['keloid-history'], zoneFindings: ['mole'] } }),
    );
    expect(problems.map((p) => p.code)).toEqual(verdict.reasons.map((r: { code: string }) => r.code));
  });

  const bad: readonly (readonly [string, object, readonly (readonly [string, string])[]])[] = [
    ['a start before the answers', { start: '2026-03-09' }, [['care.start-before-as-of', '/start']]],
    ['half a session', { sessions: 2.5 }, [['record.value-invalid', '/sessions']]],
    ['no session', { sessions: 0 }, [['record.value-invalid', '/sessions']]],
    [
      'twelve sessions every two weeks',
      { sessions: 12, intervalDays: 14 },
      [
        ['care.sessions-too-many', '/sessions'],
        ['care.interval-too-short', '/intervalDays'],
      ],
    ],
    ['an unknown key', { needle: 1 }, [['record.key-unknown', '/needle']]],
    ['a bad answer', { answers: { ...cleared, ageYears: -1 } }, [['record.value-invalid', '/answers/ageYears']]],
    ['a course beyond the calendar', { intervalDays: 9007199254740991 }, [['care.course-beyond-calendar', '/intervalDays']]],
  ];
  it.each(bad)('refuses %s by its place', (_what, more, expected) => {
    expect(problemsOf(ask('plan', { ...request, ...more })).map((p) => [p.code, p.at])).toEqual(expected);
  });

  it('as a calendar is read by another program and names no body', () => {
    const run = ask('plan', request, '--ics');
    expect(run.status).toBe(0);
    const events = new ICAL.Component(ICAL.parse(run.out)).getAllSubcomponents('vevent');
    expect(events.length).toBe(5);
    expect(run.out).not.toMatch(/stria|skin|needl|thigh|photo/i);
  });
});

describe('stria checkin', () => {
  it('prints advice, reasons and what becomes of the plan', () => {
    const run = ask('checkin', {
      hoursSinceSession: 48,
      symptoms: [{ code: 'redness-spreading', severity: 2, trend: 'worse' }],
      temperatureC: 38.4,
    });
    expect(run.status).toBe(0);
    const said = JSON.parse(run.out);
    expect(Object.keys(said)).toEqual(['advice', 'reasons', 'pausePlan', 'endPlan']);
    expect(said).toMatchObject({ advice: 'emergency', pausePlan: true, endPlan: true });
    expect(said.reasons.map((r: { code: string }) => r.code)).toEqual(['fever', 'redness-spreading']);
    expect(JSON.parse(ask('checkin', { hoursSinceSession: 0, symptoms: [] }).out)).toEqual({
      advice: 'expected',
      reasons: [],
      pausePlan: false,
      endPlan: false,
    });
  });

  it('refuses a sign that does not exist and hours before the session', () => {
    expect(problemsOf(ask('checkin', { hoursSinceSession: -1, symptoms: [{ code: 'ache' }] })).map((p) => p.at)).toEqual([
      '/hoursSinceSession',
      '/symptoms/0/code',
    ]);
  });
});

describe('everything that is wrong is named in one answer', () => {
  const badDays = { ...answers, ageYears: 300, consult: { on: '2026-04-01', outcome: 'cleared' } };

  it('screen: a value that the schema refuses, and a consult after the day of the answers', () => {
    expect(problemsOf(ask('screen', badDays)).map((p) => p.at)).toEqual(['/ageYears', '/consult/on']);
  });

  it('plan: the same, and a start before the day of the answers', () => {
    const at = problemsOf(ask('plan', { answers: badDays, start: '2026-03-09' })).map((p) => p.at);
    expect(at).toEqual(['/answers/ageYears', '/answers/consult/on', '/start']);
  });

  it('plan: a start before the day of the answers is the only problem of answers that are otherwise sound', () => {
    const given = { ...cleared, consult: { on: answers.asOf, outcome: 'cleared' } };
    expect(problemsOf(ask('plan', { answers: given, start: '2026-03-09' })).map((p) => p.code)).toEqual([
      'care.start-before-as-of',
    ]);
  });

  it('a path that cannot be read is repeated by at most 100 characters', () => {
    const [problem] = problemsOf(stria(['screen', 'x'.repeat(5000)]));
    expect(problem?.says.match(/x/g)?.length).toBeLessThanOrEqual(100);
  });
});
