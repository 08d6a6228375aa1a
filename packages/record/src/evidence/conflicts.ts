import type { SourceId } from '../source.ts';

/**
 * Where sources disagree, or where the texts from which this project was created (founding.ts) say more than was ever shown: both
 * sides, what the product does, and why. It defaults to the more careful one.
 */
export interface Side {
  readonly says: string;
  readonly sources: readonly SourceId[];
  /** A few words of the source itself. They are shown as its words, never as ours. */
  readonly quoted?: string;
}
export interface Conflict {
  readonly id: string;
  readonly topic: string;
  readonly sides: readonly Side[];
  readonly chosen: string;
  readonly why: string;
  /** The sides stand here to be seen together; they do not contradict each other. */
  readonly agree?: true;
}

export const side = (says: string, ...sources: SourceId[]): Side => ({ says, sources });

export const literatureConflicts: readonly Conflict[] = [
  {
    id: 'channel-closing',
    topic: 'How long needled skin stays open',
    sides: [
      side('Under 2 hours by electrical measurement, without a cover', 'd01'),
      side('4 to 5 hours by water loss, 12 to 18 hours to the eye, in rats', 'd03', 'd04', 'd05'),
      side('58 to 63 hours to complete closing in people, the abdomen longest', 'd07', 'd08', 'd09', 'd10'),
      side('Water loss still raised at 48 hours after 0.5 to 1.5 mm', 'd13', 'd15', 'd16', 'd17'),
    ],
    chosen: 'The skin counts as open for 72 hours, with no film over it.',
    why: 'Methods, needle lengths and covers differ; the longest is the careful one.',
  },
  {
    id: 'dark-marks',
    topic: 'How often dark marks follow',
    sides: [side('None of 25 and none of 39 people', 'a28', 'e15'), side('7 of 32 and 5 of 30 people', 'a15', 'e13')],
    chosen: 'The range is shown, 0 to 22 in 100, higher for skin types IV to VI.',
    why: 'Operator, interval and skin type differ; the series with 7 of 32 used two weeks between sessions.',
  },
  {
    id: 'elastin',
    topic: 'Whether elastin is built',
    sides: [
      side('Elastic fibres rose', 'a12', 'f02'),
      side('Total elastin fell', 'f10', 'f11'),
      side('The gene rose, the protein did not change', 'f14'),
    ],
    chosen: 'No gain in elastin is assumed.',
    why: 'Three careful studies point three ways.',
  },
  {
    id: 'collagen-iii',
    topic: 'Collagen III after needling',
    sides: [side('Up, in people', 'f10', 'f14', 'f20'), side('Down, in rats', 'f09')],
    chosen: 'The direction seen in people.',
    why: 'Rats serve for the shape over time only.',
  },
  {
    id: 'epidermal-thickness',
    topic: 'How much thicker the top layer becomes',
    sides: [side('19 to 50 % in people', 'f03', 'f12', 'f18'), side('140 % and 658 % in rats', 'f05', 'f08')],
    chosen: 'Values from people only.',
    why: 'The values from rats do not carry over.',
  },
  {
    id: 'needle-depth',
    topic: 'How deep a needle really goes',
    sides: [
      side('About its whole length, clinic device, skin outside the body', 'f26'),
      side('20 % of its length, roller, rat', 'f28'),
      side('50 to 70 % of its length, from memory', 'f29'),
    ],
    chosen: 'Separate depths: a pen 90 to 100 %, a roller 20 to 70 %.',
    why: 'A roller enters at an angle and presses the skin down.',
  },
  {
    id: 'red-or-white',
    topic: 'Whether white marks respond',
    sides: [side('Red marks respond more', 'a22', 'h04'), side('White marks respond clearly too', 'a09', 'a12', 'a31')],
    chosen: 'Both may be treated; a larger change is expected in red ones, and no return of colour in white ones is promised.',
    why: 'Both findings come from small trials with different scales.',
  },
  {
    id: 'tretinoin',
    topic: 'Tretinoin cream',
    sides: [side('8 of 10 people with early marks improved', 'j01', 'j02'), side('Last in a comparison of 14 trials', 'j12')],
    chosen: 'Named only for early marks, through a prescriber, never in pregnancy, never on needled skin.',
    why: 'The stage of the mark seems to decide.',
  },
  {
    id: 'isotretinoin',
    topic: 'Waiting after isotretinoin',
    sides: [
      side('Six months, device sheet and label', 'c04', 'c05', 'c08', 'c34'),
      side('No reason to delay superficial procedures', 'c06', 'c07'),
    ],
    chosen: 'Six months. In a clinic the prescriber may shorten it with a recorded reason.',
    why: 'Nobody at home can judge the exception.',
  },
  {
    id: 'blood-thinners',
    topic: 'Blood thinners',
    sides: [
      side('Device and spa lists leave people who take them out', 'c03', 'b21'),
      side('Skin surgeons say: do not stop them', 'c09', 'c10', 'c11'),
    ],
    chosen: 'A doctor is asked first, and nobody is ever told to stop a medicine.',
    why: 'Stopping can do far more harm than a small bleed.',
  },
  {
    id: 'interval',
    topic: 'Two or four weeks between sessions',
    sides: [side('Two weeks', 'a13', 'a21', 'a40', 'f10'), side('Four weeks', 'a08', 'a24', 'a30', 'a41', 'e13')],
    chosen: 'Four weeks; never under two, and at home never under four.',
    why: 'The one striae series with many dark marks and an infection used two weeks. A face series with five dark marks in 30 used four, so this is a hint and no proof.',
  },
  {
    id: 'body-site',
    topic: 'Whether some places respond more',
    sides: [side('Thick and thin skin alike', 'a29'), side('The breast more', 'a18')],
    chosen: 'No difference is assumed.',
    why: 'The person’s own photos will tell.',
  },
  {
    id: 'eye-or-meter',
    topic: 'Eye against instrument',
    sides: [
      side('68 % of the colour of the skin around, by eye', 'h08'),
      side('102 % on the same marks, by instrument', 'h08'),
    ],
    chosen: 'What is measured and what is felt stand side by side and are never merged.',
    why: 'They are different things.',
  },
  {
    id: 'aftercare-times',
    topic: 'When sunscreen, retinoid or an antibiotic cream',
    sides: [
      side('Sunscreen and make-up again after 24 hours', 'd24', 'd30'),
      side('Pool, sea, acids and retinoids only after 3 to 7 days', 'd25', 'd28', 'd29'),
      side('An antibiotic cream for 4 to 5 days, in one clinic', 'd32'),
      side('Retinoids off for 24 hours before, or for 5 days', 'c24'),
    ],
    chosen: 'The longer, simpler rule where sheets differ; no antibiotic cream on its own account.',
    why: 'A short list that is kept beats an exact one that is not.',
  },
  {
    id: 'jurisdiction',
    topic: 'Who may needle how deep',
    sides: [
      side('England: lowest tier, licensed practitioners', 'b25', 'b26'),
      side('Scotland: from 1.5 mm in a health setting', 'b22'),
    ],
    chosen: 'A clinic can set the depth from which its law asks for a health setting.',
    why: 'Law differs by place.',
  },
  {
    id: 'side-effects',
    topic: 'How often something goes wrong',
    sides: [
      side('None that mattered, in 25 and 40 people with stretch marks and in reviews of scars', 'a28', 'a32', 'a42', 'a43'),
      side('8 of 32 people with stretch marks had one, an infection among them', 'a14', 'a16'),
      side('Case reports: lumps, rows of scars, HIV', 'e03', 'e06', 'e11', 'e14'),
    ],
    chosen: 'The whole range is shown, and what was only seen in single cases is called so.',
    why: 'Small trials miss what is rare, and case reports do not tell how rare it is.',
  },
  {
    id: 'laser-or-needles',
    topic: 'Laser or needles',
    sides: [
      side('No difference in improvement, pooled and in the largest trial', 'a03', 'a31'),
      side('90 in 100 against 50 in 100 in favour of needles, from memory', 'a39'),
    ],
    chosen: 'Called about equal.',
    why: 'The trial that says otherwise had 20 women and was not read for this product.',
  },
  {
    id: 'preventing-creams',
    topic: 'Whether a cream can keep marks from coming in pregnancy',
    sides: [
      side('No significant difference, five trials together', 'j04', 'j05'),
      side('Fewer women with new marks in one trial of a cream with centella', 'j06'),
    ],
    chosen: 'Called mixed.',
    why: 'One trial of 80 women does not outweigh five.',
  },
];
