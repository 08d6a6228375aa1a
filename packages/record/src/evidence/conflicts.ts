import type { SourceId } from '../source.ts';

/**
 * Where sources disagree, or where the texts from which this project was created say more than was ever shown: both sides, what
 * the product does, and why. It defaults to the more careful one.
 */
export interface Conflict {
  readonly id: string;
  readonly topic: string;
  readonly sides: readonly { readonly says: string; readonly sources: readonly SourceId[] }[];
  readonly chosen: string;
  readonly why: string;
}

const side = (says: string, ...sources: SourceId[]) => ({ says, sources });

export const conflicts: readonly Conflict[] = [
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
    sides: [
      side('Red marks respond more', 'a22', 'h04'),
      side('White marks respond clearly too', 'a08', 'a09', 'a12', 'a30', 'a31'),
    ],
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
      side('Six months, device sheet and label', 'c04', 'c05', 'c34'),
      side('No reason to delay superficial procedures', 'c07'),
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
    sides: [side('Two weeks', 'a13', 'a21', 'a40'), side('Four weeks', 'a08', 'a24', 'a30', 'a41')],
    chosen: 'Four weeks; never under two, and at home never under four.',
    why: 'The one striae series with many dark marks and an infection used two weeks, which is a hint and no proof.',
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
      side('24 hours, on some sheets', 'c24', 'd24', 'd30'),
      side('Up to 5 or 7 days, on others', 'c24', 'd28', 'd29', 'd32'),
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
    id: 'founding-safety',
    topic: 'Whether guidelines make it safe',
    sides: [
      side('Founding texts: follow the guidelines and you can be sure; a gentle treatment', 'Seed000', 'Seed003'),
      side(
        'Complications in 8 of 32 people; lumps, scar rows and HIV in case reports; striae are no authorised use',
        'a14',
        'a15',
        'a16',
        'e03',
        'e06',
        'e11',
        'b14',
        'b20',
      ),
    ],
    chosen:
      '“Usually mild, not without risk”; a consult comes first; a finished checklist is called complete and nothing more.',
    why: 'A record of what was done is no proof of what will happen.',
  },
  {
    id: 'founding-face',
    topic: 'Face and armpits',
    sides: [
      side('Founding text: never there', 'c32'),
      side('The face is the best studied place and an authorised one', 'b14', 'a40', 'a41'),
    ],
    chosen: 'Face and armpits are refused here.',
    why: 'The product is about stretch marks of the body, and the careful rule costs nothing.',
  },
  {
    id: 'founding-serums',
    topic: 'Serums and creams on open skin',
    sides: [
      side('Founding texts: put serums and creams on, also during', 'd35', 'Seed003'),
      side('What enters open channels can cause lumps that last, even a hyaluronic serum', 'c02', 'e06', 'e07', 'e09', 'e10'),
    ],
    chosen: 'Only a bland sterile glide during the session; nothing active for seven days.',
    why: 'The harm is rare but can last for months.',
  },
  {
    id: 'founding-raised',
    topic: 'Raised and harder marks',
    sides: [
      side('Founding text: marks are raised and harder', 'Seed003'),
      side('True of early red ones only; white ones are thin and sunken', 'g19', 'h02', 'f32'),
    ],
    chosen: 'Explained by stage.',
    why: 'Both are right, at different times.',
  },
  {
    id: 'founding-pigment',
    topic: 'Whether the difference in colour goes',
    sides: [
      side('Founding text: reduced or gone', 'Seed003'),
      side('Redness falls; a lasting return of colour in white marks was not shown', 'a09', 'j11', 'j20'),
    ],
    chosen: '“Less visible” at most; below the error of the photos it reads “no longer measurable here”.',
    why: 'A difference that cannot be measured is not a difference that is gone.',
  },
  {
    id: 'founding-removal',
    topic: 'Whether marks can go altogether',
    sides: [
      side('Founding text B: thanks to microneedling nobody need keep them', 'Seed003'),
      side('Founding text A: it lessens them and never takes all away', 'Seed000'),
      side('A review: no fully effective treatment', 'j22'),
    ],
    chosen: 'The weaker one: marks may become less visible; they do not disappear.',
    why: 'The texts contradict each other, and the evidence backs the weaker.',
  },
  {
    id: 'founding-layers',
    topic: 'Which layers a roller reaches',
    sides: [
      side('Founding text B: the top layer', 'Seed003'),
      side('Founding text A: the first and the second layer', 'Seed000'),
      side('Short rollers stay in or near the top layer; clinic needles pass it', 'b13', 'b33', 'f26', 'f28'),
    ],
    chosen: 'By needle length: at home perhaps only the top layer, in a clinic the second too.',
    why: 'Both texts are right for different needles.',
  },
  {
    id: 'founding-collagen',
    topic: 'A large gain of collagen and elastin',
    sides: [
      side('Founding texts: both rise strongly', 'Seed000', 'Seed003'),
      side('Collagen rises; elastin is uncertain', 'f02', 'f10', 'f11', 'f14', 'f19'),
    ],
    chosen: 'Collagen is said, elastin is called uncertain.',
    why: 'See the conflict about elastin.',
  },
  {
    id: 'founding-cause',
    topic: 'What makes a stretch mark',
    sides: [
      side('Founding text B: stretched beyond its limit, skin stops making collagen', 'Seed003'),
      side(
        'Scar-like change that begins in the elastic fibres; no sign of tearing; hormones, genes and steroids count',
        'f30',
        'f31',
        'i05',
        'i14',
      ),
    ],
    chosen: 'Several causes are explained, and steroids are asked about.',
    why: 'The simple story would miss the people who need a doctor.',
  },
  {
    id: 'founding-oils',
    topic: 'Oils',
    sides: [
      side('Founding text A: oils feed the skin and speed recovery', 'j23'),
      side('No significant prevention; cocoa butter and olive oil without effect', 'j04', 'j05', 'j07'),
    ],
    chosen: 'Oil and moisturiser for comfort only, never on open skin.',
    why: 'No trial shows more.',
  },
  {
    id: 'founding-duration',
    topic: 'How long a course takes',
    sides: [
      side('Founding text B: three to six months, several sessions, gradual', 'j24'),
      side('Trials agree: 3 to 6 sessions; the effect still grows afterwards', 'a08', 'a24', 'a30', 'a40', 'f02'),
    ],
    chosen: 'Courses of 84 to 180 days, judged 12 weeks after the last session.',
    why: 'Here text and trials agree.',
  },
  {
    id: 'founding-white-cells',
    topic: 'White blood cells, then new collagen',
    sides: [
      side('Founding text B: white cells rush in, then collagen grows', 'Seed003'),
      side('Trials and models agree broadly', 'f20', 'f22', 'f24'),
    ],
    chosen: 'Told in this order.',
    why: 'Here text and studies agree.',
  },
];
