import { type Answers, convention, type SourceId } from '@stria/record';

/** How often, in three groups; the serious ones stand apart because they matter even where they are rare. */
export const riskGroups = ['common', 'uncommon', 'serious'] as const;
export type RiskGroup = (typeof riskGroups)[number];

/** A number with the people it was counted in; a range where two counts differ. */
export interface RiskFigure {
  readonly says: string;
  readonly population: string;
  readonly sources: readonly SourceId[];
}

/** An answer that makes it likelier, or makes it matter more. */
export interface RiskFactor {
  readonly says: string;
  readonly sources: readonly SourceId[];
  readonly holds: (a: Answers) => boolean;
}

export interface Risk {
  readonly id: string;
  readonly group: RiskGroup;
  readonly name: string;
  /** What it is, and what is done about it. */
  readonly says: string;
  readonly sources: readonly SourceId[];
  /** Empty: unknown, and the screen says so. */
  readonly figures: readonly RiskFigure[];
  readonly factors: readonly RiskFactor[];
}

const figure = (says: string, population: string, ...sources: SourceId[]): RiskFigure => ({ says, population, sources });
const factor = (says: string, holds: RiskFactor['holds'], ...sources: SourceId[]): RiskFactor => ({ says, sources, holds });

type Listed = 'conditions' | 'zoneFindings' | 'allergies' | 'zones';
const anyOf = <K extends Listed>(key: K, ...values: NonNullable<Answers[K]>[number][]) => {
  const wanted: readonly string[] = values;
  return (a: Answers): boolean => a[key]?.some((v) => wanted.includes(v)) ?? false;
};
type Medicine = NonNullable<Answers['medicines']>[number]['kind'];
const takes =
  (...kinds: Medicine[]) =>
  (a: Answers): boolean =>
    a.medicines?.some((m) => kinds.includes(m.kind)) ?? false;
const needleFromMm =
  (mm: number) =>
  (a: Answers): boolean =>
    (a.needle?.lengthMm ?? 0) >= mm;

/** What can go wrong with needling. A figure is what a study counted, not what will happen to one person. */
export const riskRows: readonly Risk[] = [
  {
    id: 'keloid',
    group: 'serious',
    name: 'Keloid or raised scar',
    says: 'A scar that grows beyond its edge. People who have had a keloid are left out of trials and devices, so nobody has counted.',
    sources: ['c21', 'c34', 'b17'],
    figures: [],
    factors: [
      factor('You have had a keloid.', anyOf('conditions', 'keloid-history'), 'c21', 'c34'),
      factor('You have had raised scars.', anyOf('conditions', 'raised-scar-history'), 'c21'),
      factor('There is a raised scar in the zone.', anyOf('zoneFindings', 'raised-scar'), 'c21'),
      factor(
        'Scars rise more easily on chest, shoulder and upper back.',
        anyOf('zones', 'chest', 'shoulder', 'upper-back'),
        'c21',
        convention,
      ),
    ],
  },
  {
    id: 'granuloma',
    group: 'serious',
    name: 'Lumps that last (granulomas)',
    says: 'Lumps that come days to weeks later and can stay for months. Most came with something put on open skin, often vitamin C. So: nothing but a bland sterile glide.',
    sources: ['e06', 'e07', 'e09', 'e10'],
    figures: [
      figure('15 people in 13 reports; how many were needled in all is unknown', 'all uses, literature to 2024', 'e06'),
    ],
    factors: [],
  },
  {
    id: 'blood-infection',
    group: 'serious',
    name: 'HIV or hepatitis from a needle',
    says: 'It comes from needles or tools that touched another person’s blood. A needle of your own, new and sealed, keeps it away.',
    sources: ['e11', 'b02', 'b29'],
    figures: [figure('4 clients and a partner of 59 clients listed', 'one spa in New Mexico that did not work sterile', 'e11')],
    factors: [
      factor('Another person has used this needle.', (a) => a.needle?.usedByAnotherPerson === true, 'e11', 'b02'),
      factor(
        'You live with HIV or hepatitis: others must never use your needles.',
        anyOf('conditions', 'hiv', 'hepatitis-b-or-c'),
        'c22',
        'e11',
      ),
    ],
  },
  {
    id: 'scar-rows',
    group: 'serious',
    name: 'Scars in rows',
    says: 'Small scars in the pattern of the needles. They are put down to long needles, pressing and unpractised hands.',
    sources: ['e03', 'e14', 'e16', 'e27'],
    figures: [figure('0 to 7 in 100: none of 25 with stretch marks, 2 of 30 on the face', 'two series', 'a28', 'e14')],
    factors: [factor('The needle is 2 mm or longer.', needleFromMm(2), 'e27')],
  },
  {
    id: 'heat-injury',
    group: 'serious',
    name: 'Burns and nerve damage',
    says: 'With radiofrequency only: the needles carry heat. Never at home.',
    sources: ['b37', 'b22'],
    figures: [],
    factors: [
      factor('You think of needles with radiofrequency.', (a) => a.needle?.device === 'radiofrequency', 'b37'),
      factor('You have a pacemaker.', anyOf('conditions', 'pacemaker'), convention),
    ],
  },
  {
    id: 'numbing',
    group: 'serious',
    name: 'Poisoning by numbing cream',
    says: 'On broken skin, on large areas or under a wrap too much gets into the blood. So: no numbing cream at home.',
    sources: ['c19', 'c20'],
    figures: [figure('2 deaths reported', 'people of 22 and 25 who used it on their legs under a wrap', 'c20')],
    factors: [
      factor('You have epilepsy or heart disease.', anyOf('conditions', 'epilepsy', 'heart-disease'), 'c03', convention),
      factor('You are allergic to a numbing medicine.', anyOf('allergies', 'lidocaine'), 'c03'),
    ],
  },
  {
    id: 'pregnancy',
    group: 'serious',
    name: 'Pregnancy and nursing',
    says: 'Devices leave pregnant and nursing people out, so nobody has looked. Marks can also change by themselves afterwards.',
    sources: ['c03', 'c35'],
    figures: [],
    factors: [
      factor('You are or may be pregnant, or you nurse.', (a) => a.pregnancy !== undefined && a.pregnancy !== 'no', 'c03'),
    ],
  },
  {
    id: 'dark-marks',
    group: 'uncommon',
    name: 'Dark marks',
    says: 'Skin that was needled can stay darker for weeks or months. Sun makes it likelier; covering the skin helps.',
    sources: ['a15', 'a28', 'e13', 'e15', 'd31'],
    figures: [
      figure('0 to 22 in 100: none of 25, and 7 of 32', 'people with stretch marks, two series', 'a28', 'a15'),
      figure('0 to 17 in 100: none of 39, and 5 of 30', 'faces of people with skin types III to V', 'e15', 'e13'),
    ],
    factors: [
      factor(
        'Dark marks are commoner in skin types IV to VI.',
        (a) => a.skinType === 'IV' || a.skinType === 'V' || a.skinType === 'VI',
        'e13',
        'e22',
      ),
      factor(
        'Your skin has kept dark marks before.',
        anyOf('conditions', 'post-inflammatory-pigment-history'),
        'e17',
        convention,
      ),
      factor('The skin is tanned or sunburnt.', anyOf('zoneFindings', 'sunburn', 'tan'), 'c23'),
    ],
  },
  {
    id: 'infection',
    group: 'uncommon',
    name: 'Skin infection',
    says: 'Growing redness, heat, swelling, pain or pus. It needs a doctor the same day.',
    sources: ['a16', 'e18', 'e19'],
    figures: [
      figure('0 to 3 in 100: none of 25, and 1 of 32', 'people with stretch marks, two series', 'a28', 'a16'),
      figure('Unknown at home: nobody counted', 'people who needle themselves', convention),
    ],
    factors: [
      factor(
        'Your body fights germs less well, or closes wounds slowly.',
        (a) =>
          anyOf('conditions', 'diabetes', 'immunosuppression', 'hiv', 'poor-healing', 'cushing-syndrome')(a) ||
          takes('immunosuppressant', 'chemotherapy', 'corticosteroid-tablet', 'biologic')(a),
        'c22',
        'b21',
      ),
      factor(
        'There is an infection, a rash or a wound there now.',
        anyOf('zoneFindings', 'infection', 'rash', 'open-wound'),
        'c03',
        'c26',
      ),
    ],
  },
  {
    id: 'herpes',
    group: 'uncommon',
    name: 'Cold sores that wake and spread',
    says: 'Needling can wake herpes and spread it over the skin. A prescriber can give a medicine first.',
    sources: ['e24', 'e25'],
    figures: [
      figure('1 case of a related virus (varicella) spread by a home roller; not counted otherwise', 'from memory', 'e25'),
    ],
    factors: [
      factor('You have had cold sores.', anyOf('conditions', 'cold-sores'), 'e24'),
      factor('There is active herpes now.', anyOf('zoneFindings', 'active-herpes'), 'c26'),
    ],
  },
  {
    id: 'new-patches',
    group: 'uncommon',
    name: 'New patches of a skin illness',
    says: 'In psoriasis, vitiligo and lichen planus a small injury can bring new patches, days to years later.',
    sources: ['c12', 'c13', 'c15'],
    figures: [
      figure('21 to 62 in 100', 'people with vitiligo, after any injury', 'c13', 'c15'),
      figure('About 25 in 100', 'people with psoriasis, after any injury', 'c12'),
    ],
    factors: [
      factor(
        'You have psoriasis, vitiligo or lichen planus.',
        anyOf('conditions', 'psoriasis', 'vitiligo', 'lichen-planus'),
        'c12',
        'c13',
        'c15',
      ),
    ],
  },
  {
    id: 'allergy',
    group: 'uncommon',
    name: 'Allergy to metal, antiseptic or cream',
    says: 'An itchy rash or small bumps where something touched the skin.',
    sources: ['c17', 'e04', 'e26'],
    figures: [
      figure('Rare; not counted', 'a commentary and single cases', 'c17', 'e26'),
      figure('About 9 in 100 are allergic to nickel', 'general population', 'c18'),
    ],
    factors: [
      factor('You are allergic to steel or nickel.', anyOf('allergies', 'steel', 'nickel'), 'c03', 'c16'),
      factor('You have another allergy.', anyOf('allergies', 'latex', 'chlorhexidine', 'other'), convention),
      factor('You have eczema.', anyOf('conditions', 'eczema'), 'c26'),
    ],
  },
  {
    id: 'bleeding',
    group: 'uncommon',
    name: 'More bleeding or bruising',
    says: 'Usually small. Never stop a prescribed medicine for needling.',
    sources: ['c09', 'c10', 'c11'],
    figures: [figure('About 1 in 100', 'skin surgery in people on blood thinners', 'c09')],
    factors: [
      factor('You take, or took, a blood thinner or aspirin.', takes('anticoagulant', 'antiplatelet'), 'c09', 'b21'),
      factor('You have a bleeding disorder.', anyOf('conditions', 'bleeding-disorder'), 'c03'),
    ],
  },
  {
    id: 'redness',
    group: 'common',
    name: 'Redness, warmth, swelling',
    says: 'The skin’s answer to the needles. It should grow less from day to day.',
    sources: ['d21', 'd22', 'd26'],
    figures: [
      figure('Three days on average', '20 women with stretch marks, clinic needles', 'a11'),
      figure('Up to 7 days', 'a review of 85 articles, all uses', 'd22'),
      figure('One to two days of pink', 'a device sheet', 'd26'),
    ],
    factors: [factor('Skin closes more slowly after 65.', (a) => (a.ageYears ?? 0) > 65, 'd12')],
  },
  {
    id: 'pain',
    group: 'common',
    name: 'Pain during needling',
    says: 'Longer needles hurt more. At home nothing should need numbing.',
    sources: ['a10', 'd18'],
    figures: [figure('5.2 of 10 on average', '20 women with stretch marks, clinic needles', 'a10')],
    factors: [factor('The needle is 1 mm or longer.', needleFromMm(1), 'b06', 'a10')],
  },
  {
    id: 'flaking',
    group: 'common',
    name: 'Dryness, itching, flaking',
    says: 'It passes within a week for most. A bland moisturiser eases it from the second day on.',
    sources: ['e04', 'd21', 'd24'],
    figures: [],
    factors: [],
  },
  {
    id: 'no-effect',
    group: 'common',
    name: 'No change that can be seen',
    says: 'After all the effort the marks may look the same. For short needles at home nobody has tested it.',
    sources: ['a19', 'b13', 'b15'],
    figures: [
      figure('20 in 100 had a minimal response', '15 people with stretch marks, clinic needles', 'a19'),
      figure('Unknown with needles of 0.5 mm or less', 'no trial found', convention),
    ],
    factors: [
      factor('The needle is 0.5 mm or shorter.', (a) => a.needle !== undefined && a.needle.lengthMm <= 0.5, 'b13', 'b33'),
    ],
  },
];
