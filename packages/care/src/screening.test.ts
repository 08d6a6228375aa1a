import { type Answers, type Day, day, parseAnswers, type Setting } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { consultStillCounts, type Level, screen, validateAnswers } from './index.ts';

/** A healthy adult without a consult; every property is answered. */
const healthy = (setting: Setting): Answers => ({
  asOf: day('2026-03-10'),
  setting,
  ageYears: 30,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['thigh-outer'],
  marks: { stage: 'alba', widestMm: 4, onsetMonthsAgo: 60, fastGrowing: false, causes: ['growth'] },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: setting === 'home' ? 0.25 : 1.5 },
  ...(setting === 'home' ? { consult: { on: day('2026-02-01'), outcome: 'cleared' as const } } : {}),
});
/** The same without a consult, so that nothing is lifted. At home that leaves `consult-missing`, which is set aside here. */
const bare = (setting: Setting, more: Partial<Answers>): Answers => {
  const { consult: _consult, ...rest } = healthy(setting);
  return { ...rest, ...more };
};
const reasonsOf = (a: Answers) => screen(a).reasons.filter((r) => r.code !== 'consult-missing');

type Row = readonly [
  what: string,
  answers: Partial<Answers>,
  home: Level | 'none',
  professional: Level | 'none',
  code: string,
  sources: readonly string[],
];
const conditions = (...c: NonNullable<Answers['conditions']>) => ({ conditions: c });
const findings = (...f: NonNullable<Answers['zoneFindings']>) => ({ zoneFindings: f });
const allergies = (...f: NonNullable<Answers['allergies']>) => ({ allergies: f });
const signs = (...s: NonNullable<Answers['signs']>) => ({ signs: s });
type Kind = NonNullable<Answers['medicines']>[number]['kind'];
const takes = (kind: Kind) => ({ medicines: [{ kind, status: 'current' as const }] });
const stopped = (kind: Kind, on?: string) => ({
  medicines: [{ kind, status: 'stopped' as const, ...(on ? { lastTaken: day(on) } : {}) }],
});
const had = (kind: NonNullable<Answers['recentProcedures']>[number]['kind'], on: string) => ({
  recentProcedures: [{ kind, on: day(on) }],
});
const marks = (m: NonNullable<Answers['marks']>) => ({
  marks: { stage: 'alba' as const, widestMm: 4, onsetMonthsAgo: 60, fastGrowing: false, causes: ['growth' as const], ...m },
});
const needle = (lengthMm: number, more: Partial<NonNullable<Answers['needle']>> = {}) => ({
  needle: { device: 'roller' as const, lengthMm, ...more },
});
const hormone = ['c27', 'c30', 'c31'];

/** The table of the rules, typed again from the design, row by row; it is not read from the data that it checks. */
const table: readonly Row[] = [
  ['17 years', { ageYears: 17 }, 'do-not', 'do-not', 'age-years-under-18', ['b24', 'b18']],
  ['0 years', { ageYears: 0 }, 'do-not', 'do-not', 'age-years-under-18', ['b24', 'b18']],
  ['18 years', { ageYears: 18 }, 'notice', 'notice', 'age-years-18-to-21', ['b14', 'b18']],
  ['21 years', { ageYears: 21 }, 'notice', 'notice', 'age-years-18-to-21', ['b14', 'b18']],
  ['66 years', { ageYears: 66 }, 'ask-first', 'ask-first', 'age-years-over-65', ['d12', 'convention']],
  ['pregnant', { pregnancy: 'pregnant' }, 'do-not', 'do-not', 'pregnant', ['c03']],
  ['nursing', { pregnancy: 'nursing' }, 'do-not', 'do-not', 'nursing', ['c03']],
  ['pregnancy unsure', { pregnancy: 'unsure' }, 'ask-first', 'ask-first', 'pregnancy-unsure', ['c03']],
  ['infection', findings('infection'), 'do-not', 'do-not', 'infection', ['c03', 'c26']],
  ['open wound', findings('open-wound'), 'do-not', 'do-not', 'open-wound', ['c03', 'c26']],
  ['active herpes', findings('active-herpes'), 'do-not', 'do-not', 'active-herpes', ['c03', 'c26']],
  ['unexplained lesion', findings('unexplained-lesion'), 'do-not', 'do-not', 'unexplained-lesion', ['c03', 'c26']],
  ['skin cancer now', conditions('skin-cancer-now'), 'do-not', 'do-not', 'skin-cancer-now', ['c03', 'c26']],
  ['rash', findings('rash'), 'do-not', 'do-not', 'rash', ['c03']],
  ['keloid history', conditions('keloid-history'), 'do-not', 'do-not', 'keloid-history', ['c21', 'c34']],
  ['bleeding disorder', conditions('bleeding-disorder'), 'do-not', 'do-not', 'bleeding-disorder', ['c03']],
  ['scleroderma', conditions('scleroderma'), 'do-not', 'ask-first', 'scleroderma', ['c03']],
  [
    'connective-tissue disease',
    conditions('connective-tissue-disease'),
    'do-not',
    'ask-first',
    'connective-tissue-disease',
    ['c03'],
  ],
  ['immunosuppression', conditions('immunosuppression'), 'do-not', 'ask-first', 'immunosuppression', ['c22', 'c34']],
  ['chemotherapy now', takes('chemotherapy'), 'do-not', 'ask-first', 'chemotherapy-now', ['c22', 'c34']],
  ['immunosuppressant now', takes('immunosuppressant'), 'do-not', 'ask-first', 'immunosuppressant-now', ['c22', 'c34']],
  [
    'chemotherapy stopped',
    stopped('chemotherapy', '2020-01-01'),
    'ask-first',
    'ask-first',
    'chemotherapy-stopped',
    ['convention'],
  ],
  [
    'immunosuppressant stopped',
    stopped('immunosuppressant', '2020-01-01'),
    'ask-first',
    'ask-first',
    'immunosuppressant-stopped',
    ['convention'],
  ],
  ['biologic now', takes('biologic'), 'ask-first', 'ask-first', 'biologic-now', ['convention']],
  ['radiotherapy, ever', had('radiotherapy', '1999-01-01'), 'do-not', 'ask-first', 'radiotherapy', ['c22', 'c35']],
  ['isotretinoin now', takes('isotretinoin'), 'do-not', 'do-not', 'isotretinoin-now', ['c03', 'c05']],
  [
    'isotretinoin stopped 5 months ago',
    stopped('isotretinoin', '2025-10-10'),
    'wait',
    'wait',
    'isotretinoin-recent',
    ['c04', 'c05', 'c07'],
  ],
  [
    'isotretinoin stopped, no day',
    stopped('isotretinoin'),
    'ask-first',
    'ask-first',
    'isotretinoin-stopped-date-missing',
    ['c04', 'c05', 'c07'],
  ],
  ['steroid tablets now', takes('corticosteroid-tablet'), 'do-not', 'ask-first', 'corticosteroid-tablet-now', ['c34', 'c22']],
  [
    'steroid tablets stopped 2 months ago',
    stopped('corticosteroid-tablet', '2026-01-10'),
    'wait',
    'wait',
    'corticosteroid-tablet-recent',
    ['c34'],
  ],
  [
    'steroid cream on the zone',
    takes('corticosteroid-cream-on-zone'),
    'ask-first',
    'ask-first',
    'corticosteroid-cream-on-zone-now',
    ['c28'],
  ],
  ...(['corticosteroid-tablet', 'corticosteroid-cream', 'corticosteroid-inhaled'] as const).map(
    (c): Row => [`marks caused by ${c}`, marks({ causes: [c] }), 'ask-first', 'ask-first', `cause-${c}`, ['c28']],
  ),
  [
    'marks caused by cortisol excess',
    marks({ causes: ['cortisol-excess'] }),
    'ask-first',
    'ask-first',
    'cause-cortisol-excess',
    ['c27', 'c30'],
  ],
  ['Cushing syndrome', conditions('cushing-syndrome'), 'do-not', 'ask-first', 'cushing-syndrome', ['c27', 'c30']],
  ...(['rubra', 'mixed', 'unsure'] as const).map(
    (stage): Row => [
      `${stage} marks of 10 mm`,
      marks({ stage, widestMm: 10 }),
      'ask-first',
      'ask-first',
      'widest-mm-10-or-more',
      hormone,
    ],
  ),
  ['white marks of 30 mm', marks({ stage: 'alba', widestMm: 30 }), 'none', 'none', 'widest-mm-10-or-more', []],
  ['red marks of 9.9 mm', marks({ stage: 'rubra', widestMm: 9.9 }), 'none', 'none', 'widest-mm-10-or-more', []],
  ['fast-growing marks', marks({ fastGrowing: true }), 'ask-first', 'ask-first', 'fast-growing', hormone],
  ...(['easy-bruising', 'muscle-weakness', 'round-face', 'unexplained-weight-gain'] as const).map(
    (s): Row => [s, signs(s), 'ask-first', 'ask-first', s, hormone],
  ),
  [
    'marks of 11 months, inherited',
    marks({ onsetMonthsAgo: 11, causes: ['genetic'] }),
    'ask-first',
    'ask-first',
    'onset-months-ago-under-12',
    ['c30', 'convention'],
  ],
  [
    'marks of 11 months, no cause said',
    { marks: { stage: 'alba', onsetMonthsAgo: 11 } },
    'ask-first',
    'ask-first',
    'onset-months-ago-under-12',
    ['c30', 'convention'],
  ],
  ...(['pregnancy', 'puberty', 'growth', 'weight-gain', 'weight-loss', 'muscle-gain'] as const).map(
    (c): Row => [
      `marks of 3 months from ${c}`,
      marks({ onsetMonthsAgo: 3, causes: [c] }),
      'none',
      'none',
      'onset-months-ago-under-12',
      [],
    ],
  ),
  [
    'marks of 12 months, inherited',
    marks({ onsetMonthsAgo: 12, causes: ['genetic'] }),
    'none',
    'none',
    'onset-months-ago-under-12',
    [],
  ],
  ['cause not known', marks({ causes: ['unknown'] }), 'notice', 'notice', 'cause-unknown', ['i14']],
  ...(['anticoagulant', 'antiplatelet'] as const).map(
    (m): Row => [m, takes(m), 'ask-first', 'ask-first', m, ['c09', 'c10', 'c11', 'b21']],
  ),
  ['diabetes', conditions('diabetes'), 'ask-first', 'ask-first', 'diabetes', ['c22']],
  ['poor healing', conditions('poor-healing'), 'ask-first', 'ask-first', 'poor-healing', ['b21']],
  ['heart disease', conditions('heart-disease'), 'ask-first', 'ask-first', 'heart-disease', ['c03']],
  ['epilepsy', conditions('epilepsy'), 'ask-first', 'ask-first', 'epilepsy', ['convention']],
  ...(['psoriasis', 'vitiligo', 'lichen-planus'] as const).map(
    (c): Row => [c, conditions(c), 'ask-first', 'ask-first', c, ['c12', 'c13', 'c15']],
  ),
  ['eczema', conditions('eczema'), 'ask-first', 'notice', 'eczema', ['c26']],
  ['HIV', conditions('hiv'), 'ask-first', 'ask-first', 'hiv', ['c22', 'e11']],
  ['hepatitis', conditions('hepatitis-b-or-c'), 'ask-first', 'ask-first', 'hepatitis-b-or-c', ['c22', 'e11']],
  ['cold sores', conditions('cold-sores'), 'ask-first', 'ask-first', 'cold-sores', ['e24', 'e25']],
  ['raised-scar history', conditions('raised-scar-history'), 'ask-first', 'ask-first', 'raised-scar-history', ['c21']],
  ['raised scar in the zone', findings('raised-scar'), 'ask-first', 'ask-first', 'raised-scar', ['c21']],
  ['past skin cancer', conditions('skin-cancer-past'), 'ask-first', 'notice', 'skin-cancer-past', ['convention']],
  [
    'past dark marks',
    conditions('post-inflammatory-pigment-history'),
    'ask-first',
    'notice',
    'post-inflammatory-pigment-history',
    ['e17'],
  ],
  ['a pacemaker alone', conditions('pacemaker'), 'none', 'none', 'pacemaker', []],
  ['skin type I', { skinType: 'I' }, 'none', 'none', 'skin-type-i', []],
  ['skin type IV', { skinType: 'IV' }, 'notice', 'notice', 'skin-type-iv', ['e13', 'e15']],
  ['skin type V', { skinType: 'V' }, 'ask-first', 'notice', 'skin-type-v', ['e13', 'e22', 'e23', 'd11']],
  ['skin type VI', { skinType: 'VI' }, 'ask-first', 'notice', 'skin-type-vi', ['e13', 'e22', 'e23', 'd11']],
  ['skin type unsure', { skinType: 'unsure' }, 'ask-first', 'ask-first', 'skin-type-unsure', ['e13', 'e22']],
  ['steel allergy', allergies('steel'), 'do-not', 'do-not', 'steel-allergy', ['c03']],
  ['nickel allergy', allergies('nickel'), 'ask-first', 'ask-first', 'nickel-allergy', ['c16', 'c17', 'e26']],
  ['lidocaine allergy', allergies('lidocaine'), 'notice', 'ask-first', 'lidocaine-allergy', ['c03']],
  ['latex allergy', allergies('latex'), 'notice', 'notice', 'latex-allergy', ['convention']],
  ['chlorhexidine allergy', allergies('chlorhexidine'), 'notice', 'notice', 'chlorhexidine-allergy', ['convention']],
  ['other allergy', allergies('other'), 'ask-first', 'ask-first', 'other-allergy', ['convention']],
  ['photosensitiser now', takes('photosensitiser'), 'ask-first', 'notice', 'photosensitiser-now', ['convention']],
  ['antibiotic now', takes('antibiotic'), 'notice', 'notice', 'antibiotic-now', ['convention']],
  ['inhaled steroid now', takes('corticosteroid-inhaled'), 'none', 'none', 'corticosteroid-inhaled', []],
  ['sunburn', findings('sunburn'), 'wait', 'wait', 'sunburn', ['c23']],
  ['tan', findings('tan'), 'wait', 'wait', 'tan', ['c23']],
  ...(['chemical-peel', 'laser', 'surgery'] as const).map(
    (p): Row => [`${p} 2 months ago`, had(p, '2026-01-10'), 'wait', 'wait', `${p}-recent`, ['c25', 'c34']],
  ),
  ['laser 3 months ago', had('laser', '2025-12-10'), 'none', 'none', 'laser-recent', []],
  ['filler 2 months ago', had('filler', '2026-01-10'), 'wait', 'wait', 'filler-recent', ['convention']],
  [
    'ablative laser 11 months ago',
    had('ablative-laser', '2025-03-11'),
    'wait',
    'wait',
    'ablative-laser-recent',
    ['c25', 'c34'],
  ],
  ['ablative laser 12 months ago', had('ablative-laser', '2025-03-10'), 'none', 'none', 'ablative-laser-recent', []],
  ['retinoid cream in use', takes('retinoid-cream'), 'wait', 'wait', 'retinoid-cream-recent', ['c24']],
  ['retinoid cream 4 days ago', stopped('retinoid-cream', '2026-03-06'), 'wait', 'wait', 'retinoid-cream-recent', ['c24']],
  ['retinoid cream 5 days ago', stopped('retinoid-cream', '2026-03-05'), 'none', 'none', 'retinoid-cream-recent', []],
  ['acid cream in use', takes('acid-or-peroxide-cream'), 'wait', 'wait', 'acid-or-peroxide-cream-recent', ['convention']],
  ['waxed 6 days ago', had('waxing', '2026-03-04'), 'wait', 'wait', 'waxing-recent', ['convention']],
  ['waxed 7 days ago', had('waxing', '2026-03-03'), 'none', 'none', 'waxing-recent', []],
  [
    'needled 13 days ago',
    had('microneedling', '2026-02-25'),
    'wait',
    'wait',
    'microneedling-recent',
    ['a13', 'a15', 'a16', 'a21', 'a24'],
  ],
  [
    'needled 14 days ago',
    had('microneedling', '2026-02-24'),
    'wait',
    'none',
    'microneedling-recent',
    ['a13', 'a15', 'a16', 'a21', 'a24'],
  ],
  ['needled 28 days ago', had('microneedling', '2026-02-10'), 'none', 'none', 'microneedling-recent', []],
  ['active acne', findings('active-acne'), 'ask-first', 'ask-first', 'active-acne', ['c26']],
  ['wart', findings('wart'), 'do-not', 'do-not', 'wart', ['c22']],
  ...(['mole', 'tattoo', 'varicose-vein', 'numb-area'] as const).map(
    (f): Row => [f, findings(f), 'notice', 'notice', f, ['c22', 'convention']],
  ),
  ...(['chest', 'shoulder', 'upper-back'] as const).map(
    (z): Row => [z, { zones: [z] }, 'ask-first', 'ask-first', `zone-${z}`, ['c21', 'convention']],
  ),
  ['fever', signs('fever'), 'ask-first', 'ask-first', 'fever', ['c03']],
  ['unwell', signs('unwell'), 'ask-first', 'ask-first', 'unwell', ['c03']],
  [
    'a needle of another person',
    needle(0.25, { usedByAnotherPerson: true }),
    'do-not',
    'do-not',
    'needle-used-by-another-person',
    ['e11', 'b02', 'b29'],
  ],
  ['a needle of 0.5 mm', needle(0.5), 'none', 'none', 'needle-length-mm-over-home-limit', []],
  ['a needle of 0.51 mm', needle(0.51), 'do-not', 'none', 'needle-length-mm-over-home-limit', ['b06', 'b07']],
  ...(['breast', 'thigh-inner', 'upper-arm'] as const).map(
    (z): Row => [
      `1.1 mm on ${z}`,
      { zones: [z], ...needle(1.1) },
      'none',
      'ask-first',
      'needle-length-mm-on-thin-skin',
      ['b33', 'b09'],
    ],
  ),
  ['1.0 mm on thin skin', { zones: ['breast'], ...needle(1) }, 'none', 'none', 'needle-length-mm-on-thin-skin', []],
  ['2.0 mm', needle(2), 'none', 'none', 'needle-length-mm-over-2', []],
  ['2.1 mm', needle(2.1), 'none', 'ask-first', 'needle-length-mm-over-2', ['b08', 'b10']],
  ['2.6 mm', needle(2.6), 'none', 'do-not', 'needle-length-mm-over-2-5', ['b08', 'b10']],
  ['radiofrequency', needle(0.5, { device: 'radiofrequency' }), 'do-not', 'ask-first', 'radiofrequency', ['b22']],
  [
    'radiofrequency with a pacemaker',
    { ...needle(0.5, { device: 'radiofrequency' }), conditions: ['pacemaker'] },
    'do-not',
    'do-not',
    'radiofrequency-with-pacemaker',
    ['b22'],
  ],
  ...(['face', 'eyelid', 'lips', 'armpit', 'genitals', 'nipple-areola'] as const).map(
    (z): Row => [`${z} alone`, { zones: [z] }, 'do-not', 'do-not', `zone-not-allowed-${z}`, ['c32']],
  ),
  ...(['neck', 'scalp', 'groin', 'navel', 'hand', 'foot'] as const).map(
    (z): Row => [`${z} alone`, { zones: [z] }, 'do-not', 'do-not', `zone-not-allowed-${z}`, ['convention']],
  ),
];

describe('the table of rules', () => {
  it('was typed in whole', () => expect(table.length).toBeGreaterThanOrEqual(120));

  it.each(
    table.flatMap(([what, answers, home, professional, code, sources]) => [
      [what, 'home', answers, home, code, sources] as const,
      [what, 'professional', answers, professional, code, sources] as const,
    ]),
  )('%s, %s', (_what, setting, more, level, code, sources) => {
    const answers = bare(setting, more);
    expect(parseAnswers(answers).ok).toBe(true);
    const reason = reasonsOf(answers).find((r) => r.code === code);
    expect(reason?.level ?? 'none').toBe(level);
    if (level === 'none') return;
    expect(reason?.sources).toEqual(sources);
    expect(reason?.says.length).toBeGreaterThan(10);
  });

  it.each(['home', 'professional'] as const)('%s: a healthy adult has no reason at all, and goes', (setting) => {
    expect(screen(healthy(setting))).toMatchObject({ decision: 'go', reasons: [], alternatives: [] });
  });
});

describe('what was not answered', () => {
  const keys = [
    ['ageYears', 'age-years-missing'],
    ['pregnancy', 'pregnancy-missing'],
    ['skinType', 'skin-type-missing'],
    ['zones', 'zones-missing'],
    ['marks', 'marks-missing'],
    ['signs', 'signs-missing'],
    ['conditions', 'conditions-missing'],
    ['medicines', 'medicines-missing'],
    ['zoneFindings', 'zone-findings-missing'],
    ['recentProcedures', 'recent-procedures-missing'],
    ['allergies', 'allergies-missing'],
    ['needle', 'needle-missing'],
  ] as const;
  it.each(keys.flatMap((k) => [[...k, 'home'] as const, [...k, 'professional'] as const]))(
    '%s gives %s, %s, and no consult lifts it',
    (key, code, setting) => {
      const { [key]: _gone, ...rest } = {
        ...healthy(setting),
        consult: { on: day('2026-03-01'), outcome: 'cleared' as const },
      };
      const verdict = screen(rest as Answers);
      expect(verdict.decision).toBe('ask-first');
      expect(verdict.reasons.map((r) => [r.code, r.level])).toEqual([[code, 'ask-first']]);
    },
  );

  it('an empty list of zones is missing, an empty list of anything else means none', () => {
    expect(screen({ ...healthy('home'), zones: [] }).reasons.map((r) => r.code)).toEqual(['zones-missing']);
  });

  it('the side and the inner fields of marks may be left out', () => {
    expect(screen({ ...healthy('home'), marks: {} }).decision).toBe('go');
  });

  it('asks first with nothing answered, names all of it, and still gives limits', () => {
    const verdict = screen({ asOf: day('2026-03-10'), setting: 'home' });
    expect(verdict.decision).toBe('ask-first');
    expect(verdict.reasons.length).toBe(13);
    expect(verdict.limits).toEqual({ needleLengthMmMax: 0.5, intervalDaysMin: 28, zones: [], zonesRefused: [] });
  });
});

describe('periods', () => {
  const untilOf = (a: Answers, code: string): Day | undefined => screen(a).reasons.find((r) => r.code === code)?.until;

  it('count calendar months with month ends clamped: 31 August + 6 months is 28 February', () => {
    const asOf = day('2026-02-27');
    const a = { ...healthy('home'), asOf, ...stopped('isotretinoin', '2025-08-31') };
    expect(untilOf(a, 'isotretinoin-recent')).toBe('2026-02-28');
    expect(screen(a).decision).toBe('wait');
  });

  it('no longer hold on the day they end', () => {
    const a = { ...healthy('home'), asOf: day('2026-02-28'), ...stopped('isotretinoin', '2025-08-31') };
    expect(screen(a).decision).toBe('go');
  });

  it('of sunburn, tan and a cream in use count from the day of the answers', () => {
    expect(untilOf({ ...healthy('home'), ...findings('tan') }, 'tan')).toBe('2026-03-24');
    expect(untilOf({ ...healthy('home'), ...takes('retinoid-cream') }, 'retinoid-cream-recent')).toBe('2026-03-15');
  });

  it('are kept at the longest where a thing was done twice', () => {
    const twice = {
      recentProcedures: [
        { kind: 'laser' as const, on: day('2026-02-01') },
        { kind: 'laser' as const, on: day('2026-01-01') },
      ],
    };
    expect(untilOf({ ...healthy('home'), ...twice }, 'laser-recent')).toBe('2026-05-01');
  });

  it('end on the last day of the calendar where they would run beyond it', () => {
    const a = { ...healthy('professional'), asOf: day('9999-12-30'), ...findings('sunburn') };
    expect(untilOf(a, 'sunburn')).toBe('9999-12-31');
  });
});

describe('a consult', () => {
  const consult = (on: string, outcome: 'cleared' | 'cleared-with-limits' | 'advised-against', max?: number) => ({
    consult: { on: day(on), outcome, ...(max === undefined ? {} : { needleLengthMmMax: max }) },
  });
  const withConsult = (setting: Setting, c: Pick<Answers, 'consult'>, more: Partial<Answers> = {}) =>
    screen({ ...bare(setting, more), ...c } as Answers);

  it('is missing at home at best ask-first, and in a clinic not needed', () => {
    expect(screen(bare('home', {})).reasons.map((r) => [r.code, r.level, r.sources])).toEqual([
      ['consult-missing', 'ask-first', ['c33']],
    ]);
    expect(screen(bare('professional', {})).decision).toBe('go');
  });

  it('counts for 12 months and not on the day they end', () => {
    expect(withConsult('home', consult('2025-03-11', 'cleared')).decision).toBe('go');
    expect(withConsult('home', consult('2025-03-10', 'cleared')).reasons[0]?.code).toBe('consult-expired');
  });

  it('of the future counts for nothing', () => {
    expect(withConsult('home', consult('2026-03-11', 'cleared')).reasons[0]?.code).toBe('consult-missing');
  });

  it('that advised against is do-not, whenever it was, at home and in a clinic', () => {
    expect(withConsult('home', consult('2020-01-01', 'advised-against')).decision).toBe('do-not');
    expect(withConsult('professional', consult('2026-01-01', 'advised-against')).decision).toBe('do-not');
  });

  it('with limits and no number is ask-first in both settings', () => {
    for (const setting of ['home', 'professional'] as const) {
      expect(withConsult(setting, consult('2026-03-01', 'cleared-with-limits')).reasons.map((r) => [r.code, r.level])).toEqual([
        ['consult-needle-length-mm-max-missing', 'ask-first'],
      ]);
    }
  });

  it('counts only for the needle that it allowed, and its limit is the limit', () => {
    const limits = consult('2026-03-01', 'cleared-with-limits', 0.3);
    expect(withConsult('home', limits, needle(0.3))).toMatchObject({ decision: 'go', limits: { needleLengthMmMax: 0.3 } });
    const over = withConsult('home', limits, { ...needle(0.5), conditions: ['diabetes'] });
    expect(over.reasons.map((r) => [r.code, r.level])).toEqual([
      ['diabetes', 'ask-first'],
      ['consult-needle-length-mm-max-exceeded', 'ask-first'],
    ]);
    expect(withConsult('professional', limits, needle(1)).decision).toBe('ask-first');
  });

  it('turns ask-first into notices that still name the reason, at home and in a clinic', () => {
    for (const setting of ['home', 'professional'] as const) {
      const verdict = withConsult(setting, consult('2026-03-01', 'cleared'), { conditions: ['diabetes', 'psoriasis'] });
      expect(verdict.decision).toBe('go');
      expect(verdict.reasons.map((r) => [r.code, r.level])).toEqual([
        ['diabetes', 'notice'],
        ['psoriasis', 'notice'],
      ]);
      expect(verdict.reasons[0]?.says).toContain('1 March 2026');
    }
  });

  const never: readonly [string, Partial<Answers>][] = [
    ['easy bruising', signs('easy-bruising')],
    ['muscle weakness', signs('muscle-weakness')],
    ['round face', signs('round-face')],
    ['unexplained weight gain', signs('unexplained-weight-gain')],
    ['wide red marks', marks({ stage: 'rubra', widestMm: 12 })],
    ['fast-growing marks', marks({ fastGrowing: true })],
    ['fever', signs('fever')],
    ['unwell', signs('unwell')],
    ['acne in the zone', findings('active-acne')],
    ['a raised scar in the zone', findings('raised-scar')],
    ['steroid cream on the zone', takes('corticosteroid-cream-on-zone')],
  ];
  it.each(never.flatMap(([w, a]) => [[w, 'home', a] as const, [w, 'professional', a] as const]))(
    'never lifts %s, %s',
    (_what, setting, more) => {
      expect(withConsult(setting, consult('2026-03-09', 'cleared'), more).decision).toBe('ask-first');
    },
  );
  it('never lifts Cushing syndrome in a clinic', () => {
    expect(withConsult('professional', consult('2026-03-09', 'cleared'), conditions('cushing-syndrome')).decision).toBe(
      'ask-first',
    );
  });

  it.each(table.filter(([, , home, professional]) => home === 'do-not' || professional === 'do-not' || home === 'wait'))(
    'never lifts a do-not or a wait: %s',
    (_what, more, home, professional) => {
      for (const [setting, level] of [
        ['home', home],
        ['professional', professional],
      ] as const) {
        if (level !== 'do-not' && level !== 'wait') continue;
        const max =
          level === 'do-not'
            ? { consult: { on: day('2026-03-09'), outcome: 'cleared' as const } }
            : consult('2026-03-09', 'cleared');
        expect(withConsult(setting, max, more).decision, setting).toBe(level);
      }
    },
  );

  it('still counts where nothing became riskier, and no longer where something did', () => {
    const then = healthy('home');
    const now = (more: Partial<Answers>) => consultStillCounts(then, { ...then, asOf: day('2026-05-01'), ...more });
    expect(now({})).toBe(true);
    expect(now({ conditions: ['psoriasis'] })).toBe(false);
    expect(now({ pregnancy: 'pregnant' })).toBe(false);
    expect(now(stopped('isotretinoin', '2026-04-20'))).toBe(false);
    expect(consultStillCounts({ ...then, conditions: ['psoriasis'] }, { ...then, conditions: ['psoriasis'] })).toBe(true);
    expect(consultStillCounts({ ...then, skinType: 'V' }, { ...then, skinType: 'V', signs: ['round-face'] })).toBe(false);
  });

  it('is not voided by what is over by itself: a session, sunburn, a fever', () => {
    const then = healthy('home');
    for (const more of [had('microneedling', '2026-03-01'), findings('sunburn'), signs('fever')]) {
      expect(consultStillCounts(then, { ...then, ...more })).toBe(true);
    }
  });
});

describe('limits and zones', () => {
  it('leave a no-go zone out by name while another is asked for', () => {
    const verdict = screen({ ...healthy('home'), zones: ['armpit', 'thigh-outer', 'face'] });
    expect(verdict.decision).toBe('go');
    expect(verdict.limits.zones).toEqual(['thigh-outer']);
    expect(verdict.limits.zonesRefused).toEqual([
      { zone: 'armpit', code: 'zone-not-allowed-armpit' },
      { zone: 'face', code: 'zone-not-allowed-face' },
    ]);
  });

  it('refuse every zone that a wart may be on', () => {
    const { limits, decision } = screen({ ...healthy('home'), ...findings('wart') });
    expect(decision).toBe('do-not');
    expect(limits).toEqual({ intervalDaysMin: 28, zones: [], zonesRefused: [{ zone: 'thigh-outer', code: 'wart' }] });
  });

  it('are 0.5 mm and 28 days at home, 2.0 mm and 14 days in a clinic, 1.0 mm on thin skin', () => {
    expect(screen(healthy('home')).limits).toMatchObject({ needleLengthMmMax: 0.5, intervalDaysMin: 28 });
    expect(screen(healthy('professional')).limits).toMatchObject({ needleLengthMmMax: 2, intervalDaysMin: 14 });
    expect(screen({ ...healthy('professional'), zones: ['breast', 'hip'] }).limits.needleLengthMmMax).toBe(1);
  });

  it('follow the depth from which a jurisdiction asks for a health setting, where a clinic has set it', () => {
    const scotland = { jurisdictionNeedsHealthSettingFromMm: 1.5 };
    const verdict = screen(healthy('professional'), scotland);
    expect(verdict.reasons.map((r) => [r.code, r.level, r.sources])).toEqual([
      ['needle-length-mm-health-setting', 'ask-first', ['b22']],
    ]);
    expect(verdict.limits.needleLengthMmMax).toBe(1.4);
    expect(screen({ ...healthy('professional'), ...needle(1.4) }, scotland).decision).toBe('go');
    expect(screen(healthy('home'), scotland).decision).toBe('go');
  });
});

describe('a verdict', () => {
  it('sends a person at home to a doctor, and leaves it to the prescriber in a clinic', () => {
    const said = (setting: Setting, more: Partial<Answers>) => reasonsOf(bare(setting, more))[0]?.says;
    expect(said('home', conditions('diabetes'))).toContain('Ask a doctor before you needle');
    for (const more of [conditions('diabetes'), { ageYears: 70 }, takes('corticosteroid-tablet'), needle(2.2)]) {
      expect(said('professional', more)).toContain('prescriber decides and writes down why');
      expect(said('professional', more)).not.toContain('Ask a doctor');
    }
  });

  it('lists the reasons most severe first and whatever the order of the answers', () => {
    const a = {
      ...bare('home', { conditions: ['diabetes', 'keloid-history'], zoneFindings: ['mole', 'tan'], signs: ['fever'] }),
    };
    const b = {
      ...bare('home', { conditions: ['keloid-history', 'diabetes'], zoneFindings: ['tan', 'mole'], signs: ['fever'] }),
    };
    expect(screen(a as Answers)).toEqual(screen(b as Answers));
    expect(screen(a as Answers).reasons.map((r) => r.level)).toEqual([
      'do-not',
      'ask-first',
      'ask-first',
      'ask-first',
      'wait',
      'notice',
    ]);
  });

  it('says the words hormone check with every sign that asks for one', () => {
    const a = {
      ...healthy('home'),
      ...signs('easy-bruising', 'muscle-weakness', 'round-face', 'unexplained-weight-gain'),
      ...marks({ stage: 'unsure', widestMm: 11, fastGrowing: true }),
    };
    const said = screen(a).reasons.filter((r) => r.says.includes('hormone check'));
    expect(said.length).toBe(6);
  });

  it('offers something else unless it is go, and a retinoid only where pregnancy is answered with no', () => {
    const early = { ...bare('home', marks({ stage: 'rubra', widestMm: 4 })) } as Answers;
    const names = (a: Answers) => screen(a).alternatives.map((x) => x.method);
    expect(names(early)).toContain('retinoid-cream');
    for (const pregnancy of ['pregnant', 'nursing', 'unsure'] as const) {
      expect(names({ ...early, pregnancy })).toEqual(['watch-only', 'nothing', 'moisturiser', 'oil']);
    }
    expect(names({ ...early, zoneFindings: ['infection'] })).not.toContain('oil');
    const { pregnancy: _unsaid, ...unsaid } = early;
    expect(names(unsaid)).not.toContain('retinoid-cream');
  });
});

describe('answers that the schema cannot refuse', () => {
  it('have every day after asOf named with its place', () => {
    const problems = validateAnswers(
      {
        ...healthy('home'),
        ...stopped('isotretinoin', '2026-03-11'),
        ...had('laser', '2027-01-01'),
        consult: { on: day('2026-03-11'), outcome: 'cleared' },
      },
      '/answers',
    );
    expect(problems.map((p) => [p.code, p.at])).toEqual([
      ['care.day-after-as-of', '/answers/medicines/0/lastTaken'],
      ['care.day-after-as-of', '/answers/recentProcedures/0/on'],
      ['care.day-after-as-of', '/answers/consult/on'],
    ]);
    expect(validateAnswers({ ...healthy('home'), ...stopped('isotretinoin', '2026-03-10') })).toEqual([]);
  });
});
