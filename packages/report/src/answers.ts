import {
  allergyWords,
  causeWords,
  conditionWords,
  deviceWords,
  findingWords,
  hasSides,
  medicineWords,
  outcomeWords,
  pregnancyWords,
  procedureWords,
  questions,
  sayDay,
  settingWords,
  signWords,
  skinTypeWords,
  stageWords,
} from '@stria/care';
import { type Answers, zoneNames } from '@stria/record';

/** One question with its answer in words: for a review before sending, and for the sheet for the doctor. */
export interface AnsweredQuestion {
  /** Id of the question, so that a screen can link back to it. */
  readonly id: string;
  readonly question: string;
  readonly answer: string;
}

const NONE = 'None';
export const NOT_ANSWERED = 'Not answered';

/** Every question that these answers leave to be asked, with what was answered. */
export const sayAnswers = (answers: Answers): readonly AnsweredQuestion[] =>
  questions
    .filter((q) => q.isAsked(answers) && q.onPageOf === undefined)
    .map((q) => ({ id: q.id, question: q.title, answer: sayings[q.id]?.(answers) ?? NOT_ANSWERED }));

const list = <V extends string>(values: readonly V[] | undefined, words: Record<V, string>): string | undefined =>
  values && (values.length === 0 ? NONE : values.map((v) => words[v]).join(', '));

const sayings: Readonly<Record<string, (a: Answers) => string | undefined>> = {
  setting: (a) => settingWords[a.setting],
  age: (a) => (a.ageYears === undefined ? undefined : `${a.ageYears} years`),
  pregnancy: (a) => a.pregnancy && pregnancyWords[a.pregnancy],
  zones: sayPlaces,
  stage: (a) => a.marks?.stage && stageWords[a.marks.stage],
  widest: (a) => (a.marks?.widestMm === undefined ? undefined : `${a.marks.widestMm} mm`),
  onset: (a) => (a.marks?.onsetMonthsAgo === undefined ? undefined : `${a.marks.onsetMonthsAgo} months ago`),
  'fast-growing': (a) => (a.marks?.fastGrowing === undefined ? undefined : a.marks.fastGrowing ? 'Yes' : 'No'),
  causes: (a) => list(a.marks?.causes, { ...causeWords, unknown: 'Cause not known' }),
  'skin-type': (a) => a.skinType && skinTypeWords[a.skinType],
  signs: (a) => list(a.signs, signWords),
  conditions: (a) => list(a.conditions, conditionWords),
  medicines: sayMedicines,
  'zone-findings': (a) => list(a.zoneFindings, findingWords),
  'recent-procedures': sayProcedures,
  allergies: (a) => list(a.allergies, allergyWords),
  needle: sayNeedle,
  consult: sayConsult,
};

/** Places with the side that holds for all of them: `hip, outer thigh (both sides)`. */
export function sayPlaces(a: Pick<Answers, 'zones' | 'side'>): string | undefined {
  if (!a.zones || a.zones.length === 0) return undefined;
  const names = a.zones.map((z) => zoneNames[z]).join(', ');
  if (!a.zones.some(hasSides) || a.side === undefined || a.side === 'middle') return names;
  return `${names} (${a.side === 'both' ? 'both sides' : `${a.side} side`})`;
}

function sayMedicines({ medicines }: Answers): string | undefined {
  if (!medicines) return undefined;
  if (medicines.length === 0) return NONE;
  return medicines
    .map((m) => {
      const day = m.lastTaken ? `, last on ${sayDay(m.lastTaken)}` : '';
      return `${medicineWords[m.kind]} (${m.status === 'current' ? 'now' : 'stopped'}${day})`;
    })
    .join(', ');
}

function sayProcedures({ recentProcedures }: Answers): string | undefined {
  if (!recentProcedures) return undefined;
  if (recentProcedures.length === 0) return NONE;
  return recentProcedures.map((p) => `${procedureWords[p.kind]} (${sayDay(p.on)})`).join(', ');
}

function sayNeedle({ needle }: Answers): string | undefined {
  if (!needle) return undefined;
  const shared = needle.usedByAnotherPerson ? ', used by another person' : '';
  return `${deviceWords[needle.device]}, ${needle.lengthMm} mm${shared}`;
}

function sayConsult({ consult }: Answers): string | undefined {
  if (!consult) return undefined;
  const limit = consult.needleLengthMmMax === undefined ? '' : `, needle up to ${consult.needleLengthMmMax} mm`;
  return `${outcomeWords[consult.outcome]} on ${sayDay(consult.on)}${limit}`;
}
