import { convention, type MethodId, type SourceId } from '@stria/record';

/** How much a method has been shown to change stretch marks, in trials that we read. */
export const evidenceGrades = ['some-effect', 'mixed', 'no-effect-shown', 'not-tested'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];
export const evidenceGradeWords: Record<EvidenceGrade, string> = {
  'some-effect': 'some effect in small trials',
  mixed: 'mixed results',
  'no-effect-shown': 'no effect shown',
  'not-tested': 'not tested on stretch marks',
};

/** What each method is asked, in the order of the table. */
export const methodColumns = ['mechanism', 'evidence', 'place', 'downtime', 'pain', 'cost', 'who', 'mind'] as const;
export type MethodColumn = (typeof methodColumns)[number];
export const methodColumnWords: Record<MethodColumn, string> = {
  mechanism: 'How it is thought to act',
  evidence: 'What was found',
  place: 'At home?',
  downtime: 'Afterwards',
  pain: 'Pain',
  cost: 'Cost',
  who: 'For whom',
  mind: 'Mind',
};

/** A cell says where it comes from, or says openly that nothing was found. */
export type MethodCell =
  | { readonly says: string; readonly sources: readonly SourceId[] }
  | { readonly says: string; readonly unknown: true };

export interface MethodRow {
  readonly id: MethodId;
  readonly name: string;
  readonly grade: EvidenceGrade;
  readonly home: boolean;
  readonly clinic: boolean;
  readonly cells: Readonly<Record<MethodColumn, MethodCell>>;
}

const cell = (says: string, ...sources: SourceId[]): MethodCell => ({ says, sources });
const unknown = (says = 'Unknown: we found no figure.'): MethodCell => ({ says, unknown: true });
const nothingSpent = cell('None.', convention);

/** The comparison as data; `radiofrequency` is needles that carry heat. Numbers are those of the trials that are cited. */
export const methodRows: readonly MethodRow[] = [
  {
    id: 'watch-only',
    name: 'Photos and patience',
    grade: 'not-tested',
    home: true,
    clinic: true,
    cells: {
      mechanism: cell('Nothing is done to the skin. Early marks are red and turn pale over time on their own.', 'g19'),
      evidence: cell(
        'A review found no fully effective treatment and weak evidence overall. Leaving the skin alone and keeping a record is a choice like any other.',
        'j22',
      ),
      place: cell('At home.', convention),
      downtime: nothingSpent,
      pain: nothingSpent,
      cost: nothingSpent,
      who: cell('Everybody, at any age and in pregnancy. Photos of some places are for adults only.', convention),
      mind: cell('Take photos in the same way each time, so that they can be compared.', 'h17', 'h18'),
    },
  },
  {
    id: 'nothing',
    name: 'Nothing',
    grade: 'not-tested',
    home: true,
    clinic: false,
    cells: {
      mechanism: cell('The skin is left alone. Red marks turn pale over time; the mark stays.', 'g19'),
      evidence: cell('Marks are a common kind of skin, and no treatment was found fully effective.', 'i01', 'j22'),
      place: cell('At home.', convention),
      downtime: nothingSpent,
      pain: nothingSpent,
      cost: nothingSpent,
      who: cell('Everybody. Stretch marks do no harm to the body, so nothing has to be done.', convention),
      mind: cell(
        'Show a doctor marks that are wide, purple and growing fast, or that came with easy bruising or weak muscles.',
        'c27',
        'c30',
        'c31',
      ),
    },
  },
  {
    id: 'moisturiser',
    name: 'Moisturiser',
    grade: 'no-effect-shown',
    home: true,
    clinic: true,
    cells: {
      mechanism: cell('Keeps water in the top layer of the skin. It does not reach the layer that holds the mark.', convention),
      evidence: cell(
        'For comfort only. In pregnancy creams made no clear difference to new marks (risk ratio 0.74, from 0.53 to 1.03; 474 women) or to how strong they were.',
        'j04',
        'j05',
      ),
      place: cell('At home.', convention),
      downtime: nothingSpent,
      pain: unknown(),
      cost: unknown(),
      who: cell('Everybody, in pregnancy too.', convention),
      mind: cell('Fragrance-free. Not in the first 24 hours after needling.', 'd24', 'd27'),
    },
  },
  {
    id: 'oil',
    name: 'Oil',
    grade: 'no-effect-shown',
    home: true,
    clinic: false,
    cells: {
      mechanism: cell(
        'Softens the surface. A founding text of this project says that oils feed the skin; trials do not show it.',
        'j23',
        'j07',
      ),
      evidence: cell('No effect shown: cocoa butter and olive oil made no difference in a review of 11 studies.', 'j07'),
      place: cell('At home.', convention),
      downtime: nothingSpent,
      pain: unknown(),
      cost: unknown(),
      who: cell('Everybody who likes how it feels.', convention),
      mind: cell('Never on skin that has just been needled: wait until it counts as closed, after 72 hours.', 'd07', 'e06'),
    },
  },
  {
    id: 'cream',
    name: 'Creams sold for stretch marks',
    grade: 'mixed',
    home: true,
    clinic: true,
    cells: {
      mechanism: cell('Differs from cream to cream; most work as moisturisers.', convention),
      evidence: cell(
        'Mixed. Pooled trials in pregnancy showed no clear difference. With one cream with centella 34 in 100 women had new marks, with placebo 56 in 100 (80 women).',
        'j04',
        'j06',
        'j07',
      ),
      place: cell('At home.', convention),
      downtime: nothingSpent,
      pain: unknown(),
      cost: unknown(),
      who: cell('Adults. In pregnancy ask the midwife or doctor about each cream.', convention),
      mind: cell('Never on skin that has just been needled.', 'c02', 'd29'),
    },
  },
  {
    id: 'retinoid-cream',
    name: 'Retinoid cream, on prescription',
    grade: 'mixed',
    home: false,
    clinic: true,
    cells: {
      mechanism: cell('Makes skin cells renew faster and build collagen.', convention),
      evidence: cell(
        'Mixed. In one trial 8 of 10 people with early marks improved, against 1 of 12; length fell by 14 in 100. In a comparison of 14 trials it came last.',
        'j01',
        'j02',
        'j12',
      ),
      place: cell('Not without a prescriber.', convention),
      downtime: cell('Irritation in 11 of 20 women; it can last as long as the cream is used.', 'j03'),
      pain: cell('Stinging and redness are common.', 'j03'),
      cost: unknown(),
      who: cell('Adults with early, red marks. Never in pregnancy or nursing.', 'j01', convention),
      mind: cell('Never on needled skin: five days off before, seven days off after.', 'c24', 'd29'),
    },
  },
  {
    id: 'peel',
    name: 'Chemical peel',
    grade: 'not-tested',
    home: false,
    clinic: true,
    cells: {
      mechanism: cell('An acid loosens the top layers, which then renew.', convention),
      evidence: cell(
        'No trial of a peel alone was read. Added to a roller, an acid of 15 to 30 % changed length and width more than the roller alone (30 women, red marks).',
        'a37',
      ),
      place: cell('Not at home.', convention),
      downtime: unknown(),
      pain: unknown(),
      cost: unknown(),
      who: cell('On darker skin a review thinks that needles carry less risk than peels.', 'e23'),
      mind: cell('No needles on the same skin for three months.', 'c25'),
    },
  },
  {
    id: 'home-roller',
    name: 'Roller or stamp at home, 0.5 mm at most',
    grade: 'not-tested',
    home: true,
    clinic: false,
    cells: {
      mechanism: cell(
        'Very short needles prick the top layer of the skin; at 20 to 70 % of their length they may not reach the layer that holds the mark.',
        'b33',
        'f28',
        'f29',
      ),
      evidence: cell(
        'No trial that we found tested needles of 0.5 mm or less on stretch marks. A dermatologist expects no effect on scars.',
        'b13',
        'b15',
      ),
      place: cell(
        'At home, after a doctor agreed. The US regulator has authorised none for sale for the home (from memory).',
        'c33',
        'b20',
      ),
      downtime: cell('Pink for one to two days; the skin counts as open for 72 hours.', 'd26', 'd07'),
      pain: unknown('Unknown for short needles; at home no numbing cream is used.'),
      cost: cell('A new sterile roller for each session, and a sharps bin.', 'b02', 'b29'),
      who: cell('Adults with no reason against it, once a doctor agreed.', 'c33', 'b24'),
      mind: cell('Infection, if it is not clean; torn skin, if the needles are blunt or bent.', 'b13', 'b15'),
    },
  },
  {
    id: 'professional-microneedling',
    name: 'Microneedling in a clinic',
    grade: 'some-effect',
    home: false,
    clinic: true,
    cells: {
      mechanism: cell(
        'Needles of about 1.5 mm reach the layer below. While the small wounds close, the skin’s own repair builds new collagen.',
        'a41',
        'f10',
        'f19',
      ),
      evidence: cell(
        'Some effect in 11 small studies: better than treatments other than laser (standardised difference 1.01, from 0.51 to 1.51), equal to laser. More than 75 % better in 28 of 100 people. Rated by eye; it does not make marks go away.',
        'a01',
        'a03',
        'a04',
        'a27',
      ),
      place: cell('Not at home: these needles are for trained hands.', 'b06', 'b15'),
      downtime: cell('Redness and other passing effects for about three days; up to seven.', 'a11', 'd22'),
      pain: cell('5.2 of 10 on average, against 2.4 for a laser (20 women).', 'a10'),
      cost: cell('Three to six sessions to pay for; we found no figure.', 'a24', 'a30'),
      who: cell('Adults whom a clinician has screened. Authorised devices are labelled from 22 years.', 'b14', 'c03'),
      mind: cell('Dark marks came in 0 of 25 people in one series and in 7 of 32 in another.', 'a15', 'a28'),
    },
  },
  {
    id: 'serum-assisted',
    name: 'Microneedling with serum or platelet plasma',
    grade: 'mixed',
    home: false,
    clinic: true,
    cells: {
      mechanism: cell('Something is put on while the channels are open, and goes in.', 'c02', 'e16'),
      evidence: cell(
        'Plasma from the own blood did better than needles alone in one trial of 40. In another, 87 against 73 of 100 were content (15 people each).',
        'a33',
        'a35',
      ),
      place: cell('Not at home: there nothing but a bland sterile glide.', 'e06', 'e09'),
      downtime: unknown('Unknown: expect what follows needling without it.'),
      pain: unknown(),
      cost: unknown(),
      who: cell('Adults in a clinic that writes down lot and label, and tests a patch first.', 'e12', 'e07'),
      mind: cell('Lumps that last for months: 15 people in reports, vitamin C in most.', 'e06'),
    },
  },
  {
    id: 'laser',
    name: 'Laser',
    grade: 'some-effect',
    home: false,
    clinic: true,
    cells: {
      mechanism: cell('Light heats the skin in small columns, or the blood in red marks.', 'j20', convention),
      evidence: cell(
        'About equal to microneedling in small trials. A dye laser helped the redness of red marks only (from memory); devices did not differ in width.',
        'a03',
        'a31',
        'j13',
        'j20',
      ),
      place: cell('Not at home.', convention),
      downtime: cell('Side effects lasted four days on average (20 women).', 'a11'),
      pain: cell('2.4 of 10 on average with a gentle laser, against 5.2 for needles.', 'a10'),
      cost: unknown(),
      who: cell('Adults. Skin types V and VI need a doctor who knows lasers on dark skin.', 'j20', 'e23'),
      mind: cell('Dark marks are commoner with carbon dioxide lasers, above all on darker skin.', 'j15', 'j19'),
    },
  },
  {
    id: 'radiofrequency',
    name: 'Needles with radiofrequency',
    grade: 'some-effect',
    home: false,
    clinic: true,
    cells: {
      mechanism: cell('Needles carry heat into the lower layer.', convention),
      evidence: cell(
        'Some effect: standardised difference 0.57 (0.20 to 0.94). About equal to a carbon dioxide laser, with fewer dark marks (odds ratio 0.24, 0.08 to 0.70).',
        'a02',
        'j14',
        'j15',
      ),
      place: cell(
        'Not at home. The US regulator (FDA) warned on 15 October 2025 of burns, scars, loss of fat and nerve damage, and called it no procedure for the home. Scotland’s Act of 2026 puts it into a health setting at any depth.',
        'b37',
        'b22',
      ),
      downtime: unknown(),
      pain: unknown(),
      cost: unknown(),
      who: cell('Adults in a health setting. Never with a pacemaker.', 'b22', convention),
      mind: cell('Burns, scars, loss of fat and nerve damage were reported.', 'b37'),
    },
  },
];
