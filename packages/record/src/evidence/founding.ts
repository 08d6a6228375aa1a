import { type Conflict, side } from './conflicts.ts';

/**
 * What the two texts from which this project was created say, against what was published. Their words are put into ours; a few
 * words of theirs are marked as quoted. They count as claims to be tested, never as evidence.
 */
export const foundingConflicts: readonly Conflict[] = [
  {
    id: 'founding-safety',
    topic: 'Whether guidelines make it safe',
    sides: [
      {
        ...side('Founding texts: follow the guidelines and nothing need worry you; a gentle treatment', 'Seed000', 'Seed003'),
        quoted: 'you can be sure',
      },
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
      side('The face is the best studied place and an authorised one', 'b14', 'a40', 'a41', 'a43'),
    ],
    chosen: 'Face and armpits are refused here.',
    why: 'The product is about stretch marks of the body, and the careful rule costs nothing.',
  },
  {
    id: 'founding-serums',
    topic: 'Serums and creams on open skin',
    sides: [
      side('Founding texts: put serums and creams on, also while needling', 'd35', 'Seed000', 'Seed003'),
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
    topic: 'Removal: whether marks can go altogether',
    sides: [
      {
        ...side('Founding text B: thanks to microneedling, marks are something to be rid of', 'Seed003'),
        quoted: 'you need not keep them',
      },
      { ...side('Founding text A: it lessens them, and some of them stay', 'Seed000'), quoted: 'does not remove all' },
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
      side('Collagen rises; elastin is uncertain', 'f02', 'f10', 'f11', 'f12', 'f14', 'f19'),
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
    id: 'founding-cells',
    topic: 'Cells or protein',
    sides: [
      side('Founding text A: more collagen puts new and better cells in the place of the marks', 'Seed000'),
      side(
        'Collagen is a protein between the cells; what was found is more of it, not a better tissue',
        'f10',
        'f12',
        'f19',
        'f30',
      ),
    ],
    chosen: 'Collagen is called a protein, the skin is called renewed, and nothing is called better before it is measured.',
    why: 'The word better is a judgement, and trials of 10 to 32 people counted fibres.',
  },
  {
    id: 'founding-home-roller',
    topic: 'A roller at home',
    sides: [
      side('Founding text A: needling is not for practitioners only, but it needs knowledge and care', 'Seed000'),
      side(
        'No maker may sell one for the home in the USA; a dermatologist expects no effect on scars; misuse can infect',
        'b13',
        'b15',
        'b20',
      ),
      side('The trials on stretch marks used clinic needles', 'a08', 'a30', 'a41', 'b06'),
    ],
    chosen:
      'At home 0.5 mm at most, after a doctor agreed and a quiz was passed, with the sentence that no trial tested such needles.',
    why: 'People do it anyway; careful rules help more than silence.',
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
    agree: true,
  },
  {
    id: 'founding-white-cells',
    topic: 'White blood cells, then new collagen',
    sides: [
      side('Founding text B: white cells rush in, then collagen grows', 'Seed003'),
      side('Trials and models agree broadly', 'f20', 'f22', 'f23', 'f24'),
    ],
    chosen: 'Told in this order.',
    why: 'Here text and studies agree.',
    agree: true,
  },
];
