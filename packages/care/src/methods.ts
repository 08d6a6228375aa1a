import type { MethodId, SourceId } from '@stria/record';

/** How much a method has been shown to change stretch marks, in trials that we read. */
export const evidenceGrades = ['some-effect', 'mixed', 'no-effect-shown', 'not-tested'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];
export const evidenceGradeWords: Record<EvidenceGrade, string> = {
  'some-effect': 'some effect in small trials',
  mixed: 'mixed results',
  'no-effect-shown': 'no effect shown',
  'not-tested': 'not tested on stretch marks',
};

export interface Method {
  readonly id: MethodId;
  readonly name: string;
  /** How it is thought to act. */
  readonly mechanism: string;
  readonly grade: EvidenceGrade;
  /** What the evidence says, in a sentence. */
  readonly evidence: string;
  /** How long the skin needs afterwards. */
  readonly downtime: string;
  readonly home: boolean;
  readonly clinic: boolean;
  /** What to mind. */
  readonly mind: string;
  readonly sources: readonly SourceId[];
}

const unknown = 'Unknown: we found no figure.';

/**
 * What people do about stretch marks, side by side: how it is thought to act, what the evidence says, where it may be done.
 * Nothing in this list makes a mark disappear. Cells that rest on nothing we read say so.
 */
export const methods: readonly Method[] = [
  {
    id: 'watch-only',
    name: 'Photos and patience',
    mechanism: 'Nothing is done to the skin. Red marks pale on their own over time.',
    grade: 'not-tested',
    evidence:
      'A review found no fully effective treatment and weak evidence overall. Leaving the skin alone and keeping a record is a choice like any other.',
    downtime: 'None.',
    home: true,
    clinic: true,
    mind: 'Take photos in the same way each time, so that they can be compared.',
    sources: ['j22', 'g19'],
  },
  {
    id: 'moisturiser',
    name: 'Moisturiser',
    mechanism: 'Keeps water in the top layer of the skin. It does not reach the layer that holds the mark.',
    grade: 'no-effect-shown',
    evidence: 'For comfort only: in trials, creams made no clear difference to whether marks came or how strong they were.',
    downtime: 'None.',
    home: true,
    clinic: true,
    mind: 'Fragrance-free. Not in the first 24 hours after needling.',
    sources: ['j04', 'j05', 'd24'],
  },
  {
    id: 'oil',
    name: 'Oil',
    mechanism: 'Softens the surface. A founding text of this project says that oils feed the skin; trials do not show it.',
    grade: 'no-effect-shown',
    evidence: 'No effect shown: cocoa butter and olive oil made no difference in trials.',
    downtime: 'None.',
    home: true,
    clinic: false,
    mind: 'Never on skin that has just been needled: wait until it counts as closed, after 72 hours.',
    sources: ['j07', 'j23', 'd07'],
  },
  {
    id: 'cream',
    name: 'Creams sold for stretch marks',
    mechanism: 'Differs from cream to cream; most work as moisturisers.',
    grade: 'mixed',
    evidence:
      'Mixed: pooled trials in pregnancy showed no clear difference; one cream with centella had fewer new marks than placebo.',
    downtime: 'None.',
    home: true,
    clinic: true,
    mind: 'Never on skin that has just been needled.',
    sources: ['j04', 'j06', 'j07'],
  },
  {
    id: 'retinoid-cream',
    name: 'Retinoid cream, on prescription',
    mechanism: 'Makes skin cells renew faster and build collagen.',
    grade: 'mixed',
    evidence:
      'Mixed: in one small trial 8 of 10 people with early, red marks improved; in a comparison of 14 trials it came last. Irritation is common.',
    downtime: 'Redness and peeling for weeks are common.',
    home: false,
    clinic: true,
    mind: 'Only through a prescriber, for early red marks, never in pregnancy or nursing, never on needled skin.',
    sources: ['j01', 'j02', 'j03', 'j12'],
  },
  {
    id: 'home-roller',
    name: 'Roller or stamp at home, 0.5 mm at most',
    mechanism: 'Very short needles prick the top layer of the skin.',
    grade: 'not-tested',
    evidence:
      'No trial that we found tested needles of 0.5 mm or less on stretch marks. They may not reach the layer that holds the mark.',
    downtime: 'Pink for one to two days; the skin counts as open for 72 hours.',
    home: true,
    clinic: false,
    mind: 'Only after a doctor agreed, with a new sterile roller for each session.',
    sources: ['b13', 'b33', 'f28', 'd26', 'c33'],
  },
  {
    id: 'professional-microneedling',
    name: 'Microneedling in a clinic',
    mechanism: 'Needles of about 1.5 mm reach the layer below; while the small wounds close, the skin builds new collagen.',
    grade: 'some-effect',
    evidence:
      'Some effect in small trials of 20 to 40 people, rated by eye. Graders differ widely. It makes marks less visible; it does not make them go away.',
    downtime: 'Redness for one to three days; up to seven.',
    home: false,
    clinic: true,
    mind: 'Dark marks came in 0 of 25 people in one series and in 7 of 32 in another.',
    sources: ['a01', 'a04', 'a17', 'a19', 'a26', 'a15', 'a28', 'd22'],
  },
  {
    id: 'serum-assisted',
    name: 'Microneedling with serum or platelet plasma',
    mechanism: 'Something is put on while the channels are open.',
    grade: 'mixed',
    evidence:
      'Plasma from the own blood helped in one trial of 40. What goes into open channels can also cause lumps that last: 15 people in the reports.',
    downtime: 'Like microneedling.',
    home: false,
    clinic: true,
    mind: 'Never at home: during a session nothing but a bland sterile glide, and nothing active for seven days.',
    sources: ['a33', 'a36', 'c02', 'e06', 'e09'],
  },
  {
    id: 'laser',
    name: 'Laser',
    mechanism: 'Light heats the skin in small columns, or the blood in red marks.',
    grade: 'some-effect',
    evidence: 'About as effective as microneedling in small trials. Dark marks were commoner with carbon dioxide lasers.',
    downtime: 'About four days in one trial.',
    home: false,
    clinic: true,
    mind: 'Skin types V and VI need a doctor who knows lasers on dark skin.',
    sources: ['a03', 'a11', 'j13', 'j15', 'j20'],
  },
  {
    id: 'radiofrequency',
    name: 'Needles with radiofrequency',
    mechanism: 'Needles carry heat into the lower layer.',
    grade: 'some-effect',
    evidence: 'Some effect in small trials, about equal to carbon dioxide laser, with fewer dark marks.',
    downtime: unknown,
    home: false,
    clinic: true,
    mind: 'Never at home; never with a pacemaker.',
    sources: ['a02', 'j12', 'j14', 'j15', 'b22'],
  },
];

/** A method by its name; the list holds every one. */
export function method(id: MethodId): Method {
  const row = methods.find((m) => m.id === id);
  if (!row) throw new Error(`no method ${id}`);
  return row;
}
