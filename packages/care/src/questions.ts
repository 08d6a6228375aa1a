import {
  type Answers,
  allergies,
  causes,
  conditions,
  consultOutcomes,
  devices,
  medicineKinds,
  pregnancies,
  procedureKinds,
  settings,
  sides,
  signs,
  skinTypes,
  stages,
  zoneFindings,
  zoneNames,
  zones,
} from '@stria/record';
import type { Place } from '@stria/record/body';
import { isExplained } from './findings.ts';
import { screen } from './screening.ts';
import type { Reason } from './verdict.ts';
import {
  allergyWords,
  causeWords,
  conditionWords,
  deviceWords,
  findingWords,
  medicineWords,
  outcomeWords,
  pregnancyWords,
  procedureWords,
  settingWords,
  sideWords,
  signWords,
  skinTypeWords,
  stageWords,
} from './wording.ts';
import { answerPlaces, hasSides, placesOf, zonePermission } from './zones.ts';

/** Every question of the screening in its natural order, one to a page; a screen renders this list and knows no rule. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/**
 * How an answer is given. `checklist` is a list in which none at all is an answer of its own (the empty list); `medicines`
 * and `procedures` are lists whose items carry more than a name.
 */
export type Answering =
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'checklist'; readonly options: readonly Option[]; readonly none?: string }
  /** Places of the body with their sides: the answer is a list of places (zones.ts), kept as zones and side. */
  | { readonly kind: 'places'; readonly options: readonly Option[] }
  | { readonly kind: 'number'; readonly unit: string; readonly min: number; readonly max: number; readonly step: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'medicines'; readonly options: readonly Option[]; readonly none: string }
  | { readonly kind: 'procedures'; readonly options: readonly Option[]; readonly none: string }
  | {
      readonly kind: 'needle';
      readonly options: readonly Option[];
      readonly lengthsMm: (answers: Answers) => readonly number[];
    };

/**
 * `value` gives the answer that says so (in a checklist, a list of that one value); `absent` leaves the property out, and the
 * rules take the careful branch.
 */
export type NotSure = { readonly label: string; readonly gives: 'absent' | { readonly value: string } };

/** The parts of the conversation, in their order: who you are, the marks, what is planned, your health, the skin today. */
export const questionParts = {
  you: 'About you',
  marks: 'The marks',
  needling: 'What you think of doing',
  health: 'Your health',
  skin: 'This skin',
  doctor: 'The doctor',
} as const;

export interface Question {
  readonly id: string;
  readonly part: keyof typeof questionParts;
  /** Where the answer lives: a property of the answers, or an inner field of `marks`. */
  readonly path: readonly [keyof Answers] | readonly ['marks', keyof NonNullable<Answers['marks']>];
  readonly title: string;
  readonly help?: string;
  readonly answering: Answering;
  readonly notSure?: NotSure;
  /** The question on whose page it is answered too; absent: it has a page of its own. */
  readonly onPageOf?: string;
  /** False where earlier answers leave nothing for it to decide: whatever was answered, the verdict would be the same. */
  readonly isAsked: (answers: Answers) => boolean;
  /** Rows that say nothing beside these answers, and are left out. */
  readonly leavesOut?: (answers: Answers) => readonly string[];
}

const options = <V extends string>(vocabulary: readonly V[], words: Record<V, string>, without: readonly V[] = []): Option[] =>
  vocabulary.filter((v) => !without.includes(v)).map((value) => ({ value, label: words[value] }));
const always = () => true;
const skip: NotSure = { label: 'I do not know', gives: 'absent' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const questions: readonly Question[] = [
  {
    id: 'age',
    part: 'you',
    path: ['ageYears'],
    title: 'How old are you?',
    help: 'Needling is for adults. Photos and notes are for all ages.',
    answering: { kind: 'number', unit: 'years', min: 0, max: 120, step: 1 },
    notSure: { label: 'I would rather not say', gives: 'absent' },
    isAsked: always,
  },
  {
    id: 'pregnancy',
    part: 'you',
    path: ['pregnancy'],
    title: 'Are you pregnant or nursing?',
    help: '“No” is also the answer if it does not apply to you.',
    answering: { kind: 'choice', options: options(pregnancies, pregnancyWords, ['unsure']) },
    notSure: { label: 'Not sure', gives: { value: 'unsure' } },
    isAsked: always,
  },
  {
    id: 'zones',
    part: 'marks',
    path: ['zones'],
    title: 'Where are the marks that you think of needling?',
    help: 'Tap the body, or tick the list below it. You can choose more than one place.',
    answering: {
      kind: 'places',
      options: zones.map((z) => ({ value: z, label: capital(zoneNames[z]), help: zonePermission(z, 'home').says })),
    },
    notSure: { label: 'None of these places, or not sure', gives: 'absent' },
    isAsked: always,
  },
  {
    id: 'side',
    part: 'marks',
    path: ['side'],
    title: 'On which side?',
    answering: { kind: 'choice', options: options(sides, sideWords) },
    onPageOf: 'zones',
    isAsked: (a) => a.zones?.some(hasSides) ?? false,
  },
  {
    id: 'stage',
    part: 'marks',
    path: ['marks', 'stage'],
    title: 'What colour are the marks?',
    help: 'Young marks are red, pink or purple. Older ones turn white, or paler than your skin.',
    answering: { kind: 'choice', options: options(stages, stageWords, ['unsure']) },
    notSure: { label: 'Not sure', gives: { value: 'unsure' } },
    isAsked: always,
  },
  {
    id: 'widest',
    part: 'marks',
    path: ['marks', 'widestMm'],
    title: 'How wide is the widest mark?',
    help: 'Across, not along. A pencil is about 7 mm wide. The nail of the little finger is about 10 mm.',
    answering: { kind: 'number', unit: 'mm', min: 0.5, max: 100, step: 0.5 },
    notSure: skip,
    // Only wide marks that may be red or purple are a sign. Source: c27.
    isAsked: (a) => a.marks?.stage !== 'alba',
  },
  {
    id: 'causes',
    part: 'marks',
    path: ['marks', 'causes'],
    title: 'What was happening when they came?',
    help: 'Choose all that fit. Many people do not know. That is fine and stops nothing.',
    answering: { kind: 'checklist', options: options(causes, causeWords, ['unknown']) },
    notSure: { label: 'Not sure', gives: { value: 'unknown' } },
    isAsked: always,
  },
  {
    id: 'onset',
    part: 'marks',
    path: ['marks', 'onsetMonthsAgo'],
    title: 'How many months ago did the first of them appear?',
    help: 'A rough number is fine.',
    answering: { kind: 'number', unit: 'months', min: 0, max: 1200, step: 1 },
    notSure: skip,
    // Young marks are looked at only where no change of the body explains them. Source: c30.
    isAsked: (a) => !isExplained(a),
  },
  {
    id: 'fast-growing',
    part: 'marks',
    path: ['marks', 'fastGrowing'],
    title: 'Are they growing fast now?',
    help: 'Longer, wider or more of them, and you can see it within weeks.',
    answering: { kind: 'yes-no' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'setting',
    part: 'needling',
    path: ['setting'],
    title: 'Where would the needling be done?',
    answering: { kind: 'choice', options: options(settings, settingWords) },
    // What is not known is read as at home: the stricter of the two.
    notSure: { label: 'Not sure yet: count it as at home', gives: { value: 'home' } },
    isAsked: always,
  },
  {
    id: 'needle',
    part: 'needling',
    path: ['needle'],
    title: 'Which needle would be used?',
    help: 'At home: a roller or a stamp of 0.2 to 0.3 mm. More than 0.5 mm is too long. A needle is for one person only.',
    answering: { kind: 'needle', options: options(devices, deviceWords), lengthsMm: needleLengthsMm },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'signs',
    part: 'health',
    path: ['signs'],
    title: 'Have you noticed any of these?',
    answering: { kind: 'checklist', options: options(signs, signWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'conditions',
    part: 'health',
    path: ['conditions'],
    title: 'Do you have, or have you had, any of these?',
    help: 'Choose all that fit.',
    answering: { kind: 'checklist', options: options(conditions, conditionWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
    // A pacemaker speaks only together with needles that carry current. Source: b22.
    leavesOut: (a) => (a.needle?.device === 'radiofrequency' ? [] : ['pacemaker']),
  },
  {
    id: 'medicines',
    part: 'health',
    path: ['medicines'],
    title: 'Do you take or use any of these, or have you stopped one?',
    help: 'Never stop a medicine that a doctor gave you for the sake of needling. If you have stopped one, give the last day.',
    answering: { kind: 'medicines', options: options(medicineKinds, medicineWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'allergies',
    part: 'health',
    path: ['allergies'],
    title: 'Are you allergic to any of these?',
    answering: { kind: 'checklist', options: options(allergies, allergyWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'skin-type',
    part: 'skin',
    path: ['skinType'],
    title: 'How does your skin react to the first strong sun of the year?',
    help: 'This tells how likely dark marks are.',
    answering: { kind: 'choice', options: options(skinTypes, skinTypeWords, ['unsure']) },
    notSure: { label: 'Not sure', gives: { value: 'unsure' } },
    isAsked: always,
  },
  {
    id: 'zone-findings',
    part: 'skin',
    path: ['zoneFindings'],
    title: 'What is on this skin today?',
    help: 'Look at it in good light.',
    answering: { kind: 'checklist', options: options(zoneFindings, findingWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'recent-procedures',
    part: 'skin',
    path: ['recentProcedures'],
    title: 'Has anything been done to this skin before?',
    help: 'In the last twelve months. For radiation: at any time.',
    answering: { kind: 'procedures', options: options(procedureKinds, procedureWords), none: 'Nothing of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'consult',
    part: 'doctor',
    path: ['consult'],
    title: 'What did the doctor say?',
    help: 'Fill this in after you have shown the sheet to a skin doctor or your own doctor.',
    answering: { kind: 'choice', options: options(consultOutcomes, outcomeWords) },
    notSure: { label: 'I have not asked yet', gives: 'absent' },
    // It has a page of its own (what a doctor said is recorded apart); in a clinic none is needed.
    isAsked: (a) => a.setting === 'home',
  },
];

/** Lengths that are offered; the rules judge any other too. Source: b05, b06, b08, b10. */
function needleLengthsMm(answers: Answers): readonly number[] {
  return answers.setting === 'home' ? [0.2, 0.25, 0.3, 0.5] : [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5];
}

/** The questions that these answers leave to be asked, in order. */
export const questionsFor = (answers: Answers): readonly Question[] => questions.filter((q) => q.isAsked(answers));

/** The rows of a question that say something beside these answers; one that is ticked already stays. */
export function optionsFor(question: Question, answers: Answers): readonly Option[] {
  if (!('options' in question.answering)) return [];
  const given = answerOf(question, answers);
  const out = (question.leavesOut?.(answers) ?? []).filter((v) => !(Array.isArray(given) && given.includes(v)));
  return question.answering.options.filter((o) => !out.includes(o.value));
}

/** Refusals that no other answer can change, for anybody: the person is told at once and need not answer more. Source: b24, c03. */
const settling: readonly string[] = ['age-years-under-18', 'pregnant', 'nursing'];
export const settledBy = (answers: Answers): Reason | undefined =>
  screen(answers).reasons.find((r) => settling.includes(r.code));

/** The answer that stands, or undefined where there is none yet. Places come with their sides. */
export function answerOf(question: Question, answers: Answers): unknown {
  if (question.answering.kind === 'places') return answers.zones && placesOf(answers);
  const [key, inner] = question.path;
  return inner === undefined ? answers[key] : answers.marks?.[inner];
}

/**
 * The answers with one of them given, or taken back with undefined. Asking about the marks at all makes `marks` present, so
 * that “I do not know” to each of its fields is an answer and not a question that was never asked.
 */
export function withAnswer(question: Question, answers: Answers, value: unknown): Answers {
  if (question.answering.kind === 'places') {
    const { zones: _zones, side: _side, ...rest } = answers;
    return value === undefined ? rest : { ...rest, ...answerPlaces(value as readonly Place[]) };
  }
  const [key, inner] = question.path;
  if (inner !== undefined) return { ...answers, marks: put(answers.marks ?? {}, inner, value) };
  return put(answers, key, value);
}

function put<T extends object>(target: T, key: keyof T, value: unknown): T {
  const { [key]: _old, ...rest } = target;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}
