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
import { hasSides, zonePermission } from './zones.ts';

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
  | { readonly kind: 'zones'; readonly options: readonly Option[] }
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

export interface Question {
  readonly id: string;
  /** Where the answer lives: a property of the answers, or an inner field of `marks`. */
  readonly path: readonly [keyof Answers] | readonly ['marks', keyof NonNullable<Answers['marks']>];
  readonly title: string;
  readonly help?: string;
  readonly answering: Answering;
  readonly notSure?: NotSure;
  /** False where an earlier answer makes the question pointless. */
  readonly isAsked: (answers: Answers) => boolean;
}

const options = <V extends string>(vocabulary: readonly V[], words: Record<V, string>, without: readonly V[] = []): Option[] =>
  vocabulary.filter((v) => !without.includes(v)).map((value) => ({ value, label: words[value] }));
const always = () => true;
const skip: NotSure = { label: 'I do not know', gives: 'absent' };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const questions: readonly Question[] = [
  {
    id: 'setting',
    path: ['setting'],
    title: 'Where would the needling be done?',
    answering: { kind: 'choice', options: options(settings, settingWords) },
    isAsked: always,
  },
  {
    id: 'age',
    path: ['ageYears'],
    title: 'How old are you?',
    help: 'Needling is for adults. Photos and notes are for everybody.',
    answering: { kind: 'number', unit: 'years', min: 0, max: 120, step: 1 },
    isAsked: always,
  },
  {
    id: 'pregnancy',
    path: ['pregnancy'],
    title: 'Are you pregnant or nursing?',
    help: '“No” also means that it cannot apply.',
    answering: { kind: 'choice', options: options(pregnancies, pregnancyWords, ['unsure']) },
    notSure: { label: 'Not sure', gives: { value: 'unsure' } },
    isAsked: always,
  },
  {
    id: 'zones',
    path: ['zones'],
    title: 'Where are the marks that you think of needling?',
    help: 'Choose one or more. Some parts of the body cannot be chosen; each says why.',
    answering: {
      kind: 'zones',
      options: zones.map((z) => ({ value: z, label: capital(zoneNames[z]), help: zonePermission(z, 'home').says })),
    },
    isAsked: always,
  },
  {
    id: 'side',
    path: ['side'],
    title: 'On which side?',
    answering: { kind: 'choice', options: options(sides, sideWords) },
    notSure: { label: 'Leave it open', gives: 'absent' },
    isAsked: (a) => a.zones?.some(hasSides) ?? false,
  },
  {
    id: 'stage',
    path: ['marks', 'stage'],
    title: 'What colour are the marks?',
    help: 'Young marks are red, pink or purple; settled ones are white or paler than the skin around.',
    answering: { kind: 'choice', options: options(stages, stageWords, ['unsure']) },
    notSure: { label: 'Not sure', gives: { value: 'unsure' } },
    isAsked: always,
  },
  {
    id: 'widest',
    path: ['marks', 'widestMm'],
    title: 'How wide is the widest mark?',
    help: 'Across, not along. A pencil is about 7 mm wide, a fingernail of the little finger about 10 mm.',
    answering: { kind: 'number', unit: 'mm', min: 0.5, max: 100, step: 0.5 },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'onset',
    path: ['marks', 'onsetMonthsAgo'],
    title: 'How many months ago did the first of them appear?',
    answering: { kind: 'number', unit: 'months', min: 0, max: 1200, step: 1 },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'fast-growing',
    path: ['marks', 'fastGrowing'],
    title: 'Are they growing fast now?',
    help: 'Clearly longer, wider or more of them within weeks.',
    answering: { kind: 'yes-no' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'causes',
    path: ['marks', 'causes'],
    title: 'What was happening when they came?',
    help: 'Choose all that fit. Not knowing is common and stops nothing.',
    answering: { kind: 'checklist', options: options(causes, causeWords, ['unknown']) },
    notSure: { label: 'Not sure', gives: { value: 'unknown' } },
    isAsked: always,
  },
  {
    id: 'skin-type',
    path: ['skinType'],
    title: 'How does your skin react to the first strong sun of the year?',
    help: 'This tells how likely dark marks are.',
    answering: { kind: 'choice', options: options(skinTypes, skinTypeWords, ['unsure']) },
    notSure: { label: 'Not sure', gives: { value: 'unsure' } },
    isAsked: always,
  },
  {
    id: 'signs',
    path: ['signs'],
    title: 'Have you noticed any of these?',
    answering: { kind: 'checklist', options: options(signs, signWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'conditions',
    path: ['conditions'],
    title: 'Do you have, or have you had, any of these?',
    help: 'Choose all that fit.',
    answering: { kind: 'checklist', options: options(conditions, conditionWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'medicines',
    path: ['medicines'],
    title: 'Do you take or use any of these, or have you stopped one?',
    help: 'Never stop a prescribed medicine for needling. For one that you stopped, give the day on which you last took it.',
    answering: { kind: 'medicines', options: options(medicineKinds, medicineWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'zone-findings',
    path: ['zoneFindings'],
    title: 'What is on this skin today?',
    help: 'Look at it in good light.',
    answering: { kind: 'checklist', options: options(zoneFindings, findingWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'recent-procedures',
    path: ['recentProcedures'],
    title: 'Has anything been done to this skin before?',
    help: 'In the last twelve months; radiotherapy at any time.',
    answering: { kind: 'procedures', options: options(procedureKinds, procedureWords), none: 'Nothing of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'allergies',
    path: ['allergies'],
    title: 'Are you allergic to any of these?',
    answering: { kind: 'checklist', options: options(allergies, allergyWords), none: 'None of these' },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'needle',
    path: ['needle'],
    title: 'Which needle would be used?',
    help: 'At home a roller or a stamp of 0.2 to 0.3 mm; 0.5 mm is the most. A needle is for one person only.',
    answering: { kind: 'needle', options: options(devices, deviceWords), lengthsMm: needleLengthsMm },
    notSure: skip,
    isAsked: always,
  },
  {
    id: 'consult',
    path: ['consult'],
    title: 'What did the doctor say?',
    help: 'Fill this in after you have shown the sheet to a dermatologist or your doctor.',
    answering: { kind: 'choice', options: options(consultOutcomes, outcomeWords) },
    notSure: { label: 'I have not asked yet', gives: 'absent' },
    isAsked: (a) => a.setting === 'home',
  },
];

/** Lengths that are offered; the rules judge any other too. Source: b05, b06, b08, b10. */
function needleLengthsMm(answers: Answers): readonly number[] {
  return answers.setting === 'home' ? [0.2, 0.25, 0.3, 0.5] : [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5];
}

/** The questions that these answers leave to be asked, in order. */
export const questionsFor = (answers: Answers): readonly Question[] => questions.filter((q) => q.isAsked(answers));

/** The answer that stands, or undefined where there is none yet. */
export function answerOf(question: Question, answers: Answers): unknown {
  const [key, inner] = question.path;
  return inner === undefined ? answers[key] : answers.marks?.[inner];
}

/**
 * The answers with one of them given, or taken back with undefined. Asking about the marks at all makes `marks` present, so
 * that “I do not know” to each of its fields is an answer and not a question that was never asked.
 */
export function withAnswer(question: Question, answers: Answers, value: unknown): Answers {
  const [key, inner] = question.path;
  if (inner !== undefined) return { ...answers, marks: put(answers.marks ?? {}, inner, value) };
  return put(answers, key, value);
}

function put<T extends object>(target: T, key: keyof T, value: unknown): T {
  const { [key]: _old, ...rest } = target;
  return (value === undefined ? rest : { ...rest, [key]: value }) as T;
}
