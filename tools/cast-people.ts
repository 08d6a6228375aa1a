import { type Answers, type Author, type Body, day, type SessionEvent, type Zone } from '@stria/record';
import { Chart, type Drawing } from './cast.ts';
import { drawPhotograph } from './photographs.ts';

/** The invented people, one function each: what happened to them, told as entries. Their stories stand in scenarios/. */
export const people: Record<string, () => Promise<Chart>> = {
  'amara-goes': amara,
  'jonas-tracks': jonas,
  'mei-no-change': mei,
  'sofia-red-flag': sofia,
  'lea-clinic': lea,
  'sam-under-18': sam,
};

/** Answers in which nothing speaks against a home course but the missing consult. */
const clear = {
  setting: 'home',
  pregnancy: 'no',
  skinType: 'III',
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25, usedByAnotherPerson: false },
} as const satisfies Partial<Answers>;

const answersOf = (asOf: string, rest: Partial<Answers>): Answers =>
  ({ ...structuredClone(clear), ...rest, asOf: day(asOf) }) as Answers;
const at = (on: string, time = '18:00') => `${on}T${time}:00.000Z`;
const expectations: Body<'consent'> = {
  purpose: 'expectations',
  agreed: true,
  textVersion: '1',
  text: 'I understand they will not disappear.',
};

/** The steps of a home session with a new sealed roller after `started`. */
function homeSteps(zone: Zone): SessionEvent[] {
  const passes = [1, 2, 3, 4].map((direction) => ({ step: 'passes-done' as const, zone, direction, passes: 3 }));
  return [
    { step: 'hands-washed' },
    { step: 'disinfection-started', of: 'skin', agent: 'chlorhexidine 2 % in alcohol 70 %', contactSeconds: 60 },
    { step: 'disinfection-finished', of: 'skin' },
    ...passes,
    { step: 'needle-put-away', way: 'sharps-bin' },
    { step: 'aftercare-started' },
    { step: 'closed' },
  ];
}

const draw = (how: Parameters<typeof drawPhotograph>[0]): Promise<Drawing> => drawPhotograph(how);
const expected = (hours: number, severity: number) => ({
  hoursSinceSession: hours,
  setting: 'home' as const,
  needleLengthMm: 0.25,
  symptoms: severity === 0 ? [] : [{ code: 'redness' as const, severity, trend: 'better' as const }],
});

async function amara(): Promise<Chart> {
  const chart = new Chart(1, 'Amara', at('2026-02-02'));
  const zone = 'thigh-outer';
  const body = answersOf('2026-02-02', {
    ageYears: 27,
    zones: [zone],
    side: 'left',
    marks: { stage: 'alba', widestMm: 4, onsetMonthsAgo: 60, fastGrowing: false, causes: ['growth'] },
  });
  const answers = chart.append('answers', at('2026-02-02', '18:10'), body);
  chart.append('consent', at('2026-02-02', '18:12'), expectations);
  const outcome = { on: day('2026-02-09'), outcome: 'cleared-with-limits' as const, needleLengthMmMax: 0.3 };
  chart.append('consult', at('2026-02-09'), { ...outcome, with: 'dermatology practice', answers });
  const plan = chart.plan(at('2026-02-10'), answers, { ...body, consult: outcome }, day('2026-02-16'));
  const place = { zone, side: 'left' } as const;
  const before = await chart.photo(at('2026-02-16'), await draw({ seed: 11, kind: 'alba', tone: 'light', shot: 1 }), {
    ...place,
    purpose: 'baseline',
  });
  chart.append('bother', at('2026-02-16', '18:05'), { score: 7, on: day('2026-02-16'), photo: before.id });
  for (const [i, on] of ['2026-02-16', '2026-03-16', '2026-04-13', '2026-05-11'].entries()) {
    const today = chart.append('answers', at(on, '18:10'), { ...body, asOf: day(on) });
    const session = chart.session(
      at(on, '18:15'),
      {
        plan,
        n: i + 1,
        zones: [zone],
        side: 'left',
        device: 'roller',
        needleLengthMm: 0.25,
        needle: 'new-sealed-sterile',
        usesBefore: 0,
        answers: today,
      },
      homeSteps(zone),
    );
    for (const [hours, severity] of [
      [6, 2],
      [24, 1],
      [72, 0],
    ] as const) {
      const when = new Date(Date.parse(at(on, '18:22')) + hours * 3_600_000).toISOString();
      chart.append('check-in', when, { session, report: expected(hours, severity) });
    }
  }
  const after = await chart.photo(
    at('2026-08-03'),
    await draw({ seed: 11, kind: 'alba', tone: 'light', contrastFactor: 0.6, shot: 2 }),
    { ...place, purpose: 'follow-up' },
  );
  chart.append('bother', at('2026-08-03', '18:05'), { score: 5, on: day('2026-08-03'), photo: after.id });
  chart.compare(at('2026-08-03', '18:06'), before, after);
  return chart;
}

async function jonas(): Promise<Chart> {
  const chart = new Chart(2, 'Jonas', at('2026-03-01'));
  const body = answersOf('2026-03-01', {
    ageYears: 24,
    skinType: 'II',
    zones: ['upper-arm'],
    side: 'right',
    marks: { stage: 'rubra', widestMm: 3, onsetMonthsAgo: 6, fastGrowing: false, causes: ['muscle-gain'] },
    medicines: [{ kind: 'isotretinoin', status: 'current' }],
  });
  chart.append('answers', at('2026-03-01', '18:10'), body);
  const place = { zone: 'upper-arm', side: 'right' } as const;
  const before = await chart.photo(at('2026-03-01', '18:20'), await draw({ seed: 22, kind: 'rubra', tone: 'light', shot: 1 }), {
    ...place,
    purpose: 'baseline',
  });
  chart.append('bother', at('2026-03-01', '18:21'), { score: 4, on: day('2026-03-01'), photo: before.id });
  const after = await chart.photo(
    at('2026-06-07'),
    await draw({ seed: 22, kind: 'rubra', tone: 'light', contrastFactor: 0.7, shot: 2 }),
    { ...place, purpose: 'follow-up' },
  );
  chart.append('bother', at('2026-06-07', '18:05'), { score: 4, on: day('2026-06-07'), photo: after.id });
  chart.compare(at('2026-06-07', '18:06'), before, after);
  return chart;
}

async function mei(): Promise<Chart> {
  const chart = new Chart(3, 'Mei', at('2026-01-05'));
  const zone = 'abdomen-lower';
  const body = answersOf('2026-01-05', {
    ageYears: 34,
    zones: [zone],
    side: 'middle',
    marks: { stage: 'alba', widestMm: 5, onsetMonthsAgo: 40, fastGrowing: false, causes: ['pregnancy'] },
  });
  const answers = chart.append('answers', at('2026-01-05', '18:10'), body);
  chart.append('consent', at('2026-01-05', '18:12'), expectations);
  const outcome = { on: day('2026-01-08'), outcome: 'cleared' as const };
  chart.append('consult', at('2026-01-08'), { ...outcome, with: 'family doctor', answers });
  const plan = chart.plan(at('2026-01-08', '18:30'), answers, { ...body, consult: outcome }, day('2026-01-12'));
  const place = { zone, side: 'middle' } as const;
  const before = await chart.photo(at('2026-01-12'), await draw({ seed: 33, kind: 'alba', tone: 'mid', shot: 1 }), {
    ...place,
    purpose: 'baseline',
  });
  chart.append('bother', at('2026-01-12', '18:05'), { score: 8, on: day('2026-01-12'), photo: before.id });
  for (const [i, on] of ['2026-01-12', '2026-02-09', '2026-03-09'].entries()) {
    const today = chart.append('answers', at(on, '18:10'), { ...body, asOf: day(on) });
    chart.session(
      at(on, '18:15'),
      {
        plan,
        n: i + 1,
        zones: [zone],
        side: 'middle',
        device: 'roller',
        needleLengthMm: 0.25,
        needle: 'new-sealed-sterile',
        usesBefore: 0,
        answers: today,
      },
      homeSteps(zone),
    );
  }
  const after = await chart.photo(at('2026-06-01'), await draw({ seed: 33, kind: 'alba', tone: 'mid', shot: 2 }), {
    ...place,
    purpose: 'follow-up',
  });
  chart.append('bother', at('2026-06-01', '18:05'), { score: 5, on: day('2026-06-01'), photo: after.id });
  chart.compare(at('2026-06-01', '18:06'), before, after);
  return chart;
}

async function sofia(): Promise<Chart> {
  const chart = new Chart(4, 'Sofia', at('2026-04-01'));
  const zone = 'hip';
  const body = answersOf('2026-04-01', {
    ageYears: 22,
    skinType: 'IV',
    zones: [zone],
    side: 'both',
    marks: { stage: 'mixed', widestMm: 3, onsetMonthsAgo: 30, fastGrowing: false, causes: ['weight-gain'] },
  });
  const answers = chart.append('answers', at('2026-04-01', '18:10'), body);
  chart.append('consent', at('2026-04-01', '18:12'), expectations);
  const outcome = { on: day('2026-04-03'), outcome: 'cleared' as const };
  chart.append('consult', at('2026-04-03'), { ...outcome, with: 'dermatology practice', answers });
  const plan = chart.plan(at('2026-04-04'), answers, { ...body, consult: outcome }, day('2026-04-06'));
  const baseline = await chart.photo(at('2026-04-06'), await draw({ seed: 44, kind: 'alba', tone: 'dark', shot: 1 }), {
    zone,
    side: 'left',
    purpose: 'baseline',
  });
  chart.append('bother', at('2026-04-06', '18:05'), { score: 6, on: day('2026-04-06'), photo: baseline.id });
  const today = chart.append('answers', at('2026-04-06', '18:10'), { ...body, asOf: day('2026-04-06') });
  const session = chart.session(
    at('2026-04-06', '18:15'),
    {
      plan,
      n: 1,
      zones: [zone],
      side: 'both',
      device: 'roller',
      needleLengthMm: 0.25,
      needle: 'new-sealed-sterile',
      usesBefore: 0,
      answers: today,
    },
    homeSteps(zone),
  );
  chart.append('check-in', at('2026-04-07', '18:22'), { session, report: { ...expected(24, 2), skinType: 'IV' } });
  chart.append('check-in', at('2026-04-08', '18:22'), {
    session,
    report: {
      hoursSinceSession: 48,
      setting: 'home',
      needleLengthMm: 0.25,
      skinType: 'IV',
      temperatureC: 38.4,
      symptoms: [
        { code: 'redness-spreading', severity: 3, trend: 'worse' },
        { code: 'heat', severity: 3, trend: 'worse' },
      ],
    },
  });
  return chart;
}

async function lea(): Promise<Chart> {
  const nurse: Author = { role: 'nurse', name: 'N. Ortega (invented)' };
  const prescriber: Author = { role: 'prescriber', name: 'Dr. H. Brandt (invented)' };
  const chart = new Chart(5, 'Lea', at('2026-05-04', '08:00'));
  const zone = 'buttock';
  const body = answersOf('2026-05-04', {
    setting: 'professional',
    ageYears: 41,
    zones: [zone],
    side: 'both',
    marks: { stage: 'alba', widestMm: 6, onsetMonthsAgo: 120, fastGrowing: false, causes: ['weight-loss'] },
    needle: { device: 'pen', lengthMm: 1.5, usedByAnotherPerson: false },
  });
  const answers = chart.append('answers', at('2026-05-04', '08:10'), body, nurse);
  chart.append('consent', at('2026-05-04', '08:15'), {
    ...expectations,
    purpose: 'treatment',
    text: 'I have read the sheet on microneedling and could ask my questions.',
  });
  const plan = chart.plan(at('2026-05-04', '08:20'), answers, body, day('2026-05-04'), prescriber);
  const baseline = await chart.photo(
    at('2026-05-04', '08:25'),
    await draw({ seed: 55, kind: 'alba', tone: 'light', shot: 1 }),
    { zone, side: 'left', purpose: 'baseline' },
    nurse,
  );
  chart.append('bother', at('2026-05-04', '08:26'), { score: 5, on: day('2026-05-04'), photo: baseline.id });
  chart.session(
    at('2026-05-04', '08:30'),
    {
      plan,
      n: 1,
      zones: [zone],
      side: 'both',
      device: 'pen',
      needleLengthMm: 1.5,
      needle: 'new-sealed-sterile',
      usesBefore: 0,
      lot: 'LOT-2291',
      answers,
    },
    homeSteps(zone),
    nurse,
  );
  return chart;
}

async function sam(): Promise<Chart> {
  const chart = new Chart(6, 'Sam', at('2026-06-15'));
  const body = answersOf('2026-06-15', {
    ageYears: 16,
    zones: ['calf'],
    side: 'left',
    marks: { stage: 'rubra', widestMm: 2, onsetMonthsAgo: 8, fastGrowing: false, causes: ['puberty', 'growth'] },
  });
  chart.append('answers', at('2026-06-15', '18:10'), body);
  await chart.photo(at('2026-06-15', '18:20'), await draw({ seed: 66, kind: 'rubra', tone: 'mid', shot: 1 }), {
    zone: 'calf',
    side: 'left',
    purpose: 'baseline',
  });
  return chart;
}
