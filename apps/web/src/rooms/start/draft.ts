import { answerOf, optionsFor, type Question, questions, questionsFor, withAnswer } from '@stria/care';
import { type Answers, type Day, type EntryOf, parseAnswers } from '@stria/record';

/**
 * Answers on their way: kept after every question, so that a reload loses nothing, and made into an entry when the person
 * says that they are right. `done` tells “I do not know” (answered, property absent) from “not reached yet”.
 */
export interface Draft {
  readonly answers: Answers;
  readonly done: readonly string[];
  /** Id of the answers it began with; when newer ones are in the chart, the draft has had its day. */
  readonly basedOn: string | undefined;
}

/** Questions that get a page in this room; what the doctor said is recorded elsewhere. */
export const asked = (answers: Answers): readonly Question[] =>
  questionsFor(answers).filter((q) => q.id !== 'consult' && q.onPageOf === undefined);

export const emptyDraft = (today: Day): Draft => ({ answers: { asOf: today, setting: 'home' }, done: [], basedOn: undefined });

/**
 * A draft that begins with answers given before: nothing is asked twice that has not changed. A property that is absent was
 * “I do not know” where a later question was answered; where the person had stopped before, it was not reached.
 */
export function draftOf(entry: EntryOf<'answers'>): Draft {
  const all = asked(entry.body);
  const told = (q: Question) => answerOf(q, entry.body) !== undefined && q.id !== 'setting';
  const reached = all.findLastIndex(told);
  const given = all.filter((q, i) => i <= reached && (answerOf(q, entry.body) !== undefined || q.notSure?.gives === 'absent'));
  return { answers: entry.body, done: given.map((q) => q.id), basedOn: entry.id };
}

/** What lay in the store, parsed again; undefined where there was none or it cannot be read. */
export function readDraft(stored: unknown): Draft | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { answers, done, basedOn } = stored as Record<string, unknown>;
  const read = parseAnswers(answers);
  if (!read.ok || !Array.isArray(done)) return undefined;
  return {
    answers: read.value,
    done: done.filter((id): id is string => typeof id === 'string'),
    basedOn: typeof basedOn === 'string' ? basedOn : undefined,
  };
}

export const nextUnanswered = (draft: Draft): Question | undefined =>
  asked(draft.answers).find((q) => !draft.done.includes(q.id));

/**
 * The draft with one question answered; `undefined` is “I do not know” where the property is left out. A list that another
 * answer has given a new row is asked again.
 */
export function answered(draft: Draft, question: Question, value: unknown): Draft {
  const answers = withAnswer(question, draft.answers, value);
  const rows = (q: Question, a: Answers) => optionsFor(q, a).length;
  const grown = asked(answers).filter((q) => q.id !== question.id && rows(q, answers) > rows(q, draft.answers));
  const done = [...draft.done.filter((id) => id !== question.id && !grown.some((q) => q.id === id)), question.id];
  return { ...draft, answers, done };
}

/** What goes into the chart: dated today, without answers to questions that other answers have made pointless. */
export function handIn(draft: Draft, today: Day): Answers {
  const { consult: _recordedApart, ...mine } = draft.answers;
  const open = questionsFor(mine);
  const pointless = questions.filter((q) => q.id !== 'consult' && !open.includes(q));
  return { ...pointless.reduce((answers: Answers, q) => withAnswer(q, answers, undefined), mine), asOf: today };
}
