import { answerOf, type Question, questions, questionsFor, withAnswer } from '@stria/care';
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

/** Questions that this room asks; what the doctor said has a page of its own. */
export const asked = (answers: Answers): readonly Question[] => questionsFor(answers).filter((q) => q.id !== 'consult');

export const emptyDraft = (today: Day): Draft => ({ answers: { asOf: today, setting: 'home' }, done: [], basedOn: undefined });

/** A draft that begins with answers given before: nothing is asked twice that has not changed. */
export function draftOf(entry: EntryOf<'answers'>): Draft {
  const given = asked(entry.body).filter((q) => answerOf(q, entry.body) !== undefined || q.notSure?.gives === 'absent');
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

/** The draft with one question answered; `undefined` is “I do not know” where the property is left out. */
export function answered(draft: Draft, question: Question, value: unknown): Draft {
  return {
    ...draft,
    answers: withAnswer(question, draft.answers, value),
    done: draft.done.includes(question.id) ? draft.done : [...draft.done, question.id],
  };
}

/** What goes into the chart: dated today, without answers to questions that other answers have made pointless. */
export function handIn(draft: Draft, today: Day): Answers {
  const { consult: _recordedApart, ...mine } = draft.answers;
  const open = asked(mine);
  const pointless = questions.filter((q) => q.id !== 'consult' && !open.includes(q));
  return { ...pointless.reduce((answers: Answers, q) => withAnswer(q, answers, undefined), mine), asOf: today };
}
