import { answerOf, questions } from '@stria/care';
import { type Answers, answersSchema } from '@stria/record';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../../../../tools/arbitrary.ts';
import { answered, asked, draftOf, emptyDraft, handIn, nextUnanswered, readDraft } from './draft.ts';
import { givenOf, readGiven } from './given.ts';

const anyAnswers = arbitraryOf(answersSchema) as fc.Arbitrary<Answers>;
/** What the page cannot show: one row twice, a day for a medicine still taken, a needle of which nobody said whose it was. */
const shownOnPage = (a: Answers): boolean => {
  const once = (list: readonly unknown[] | undefined) => list === undefined || new Set(list).size === list.length;
  return (
    [a.zones, a.signs, a.conditions, a.zoneFindings, a.allergies, a.marks?.causes].every(once) &&
    once(a.medicines?.map((m) => m.kind)) &&
    once(a.recentProcedures?.map((p) => p.kind)) &&
    (a.medicines ?? []).every((m) => m.status === 'stopped' || m.lastTaken === undefined) &&
    a.needle?.usedByAnotherPerson !== undefined
  );
};
const entryOf = (body: Answers) => ({ id: 'a', body }) as Parameters<typeof draftOf>[0];

describe('a question’s page', () => {
  it('shows any earlier answer so that going on without a change gives the same answer', () => {
    let compared = 0;
    void fc.assert(
      fc.property(anyAnswers.filter(shownOnPage), (answers) => {
        const { done } = draftOf(entryOf(answers));
        for (const question of asked(answers).filter((q) => done.includes(q.id))) {
          const value = answerOf(question, answers);
          const outOfRange =
            question.answering.kind === 'number' &&
            typeof value === 'number' &&
            (value < question.answering.min ||
              value > question.answering.max ||
              (question.answering.step === 1 && !Number.isInteger(value)));
          // A cause that is told beside “not sure”, or no place at all, is asked again.
          const asksAgain =
            outOfRange || (question.answering.kind === 'places' && (value as string[] | undefined)?.length === 0);
          const read = readGiven(question, givenOf(question, value, true));
          if (asksAgain) expect(read.ok).toBe(false);
          else expect(read).toEqual({ ok: true, value });
          compared += 1;
        }
      }),
    );
    expect(compared).toBeGreaterThan(200);
  });

  it('takes no empty page for an answer', () => {
    for (const question of questions)
      expect(readGiven(question, givenOf(question, undefined, false)).ok, question.id).toBe(false);
  });
});

describe('a draft of the answers', () => {
  it('is read back from the store as it was written', () => {
    void fc.assert(
      fc.property(anyAnswers, (answers) => {
        const draft = draftOf(entryOf(answers));
        expect(readDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
      }),
    );
    expect(readDraft(undefined)).toBeUndefined();
    expect(readDraft({ answers: { setting: 'moon' }, done: [] })).toBeUndefined();
  });

  it('tells “I do not know” from a question that was not reached', () => {
    const start = emptyDraft('2026-03-02' as Answers['asOf']);
    const signs = questions.find((q) => q.id === 'signs');
    if (signs === undefined) throw new Error('there is a question about signs');
    const unsure = answered(start, signs, undefined);
    expect(unsure.answers.signs).toBeUndefined();
    expect(unsure.done).toContain('signs');
    expect(nextUnanswered(start)?.id).toBe('age');
  });

  it('begins with earlier answers: asks nothing twice that was told or not known, and what was left out again', () => {
    const told = draftOf(entryOf({ asOf: '2026-03-02' as Answers['asOf'], setting: 'home', conditions: [] }));
    for (const id of ['setting', 'conditions', 'signs', 'widest']) expect(told.done, id).toContain(id);
    for (const id of ['pregnancy', 'stage', 'medicines']) expect(told.done, id).not.toContain(id);
    expect(nextUnanswered(told)?.id).toBe('pregnancy');
  });

  it('takes what a person never reached for a question that is still to come', () => {
    const stopped = draftOf(
      entryOf({ asOf: '2026-03-02' as Answers['asOf'], setting: 'home', ageYears: 30, pregnancy: 'pregnant' }),
    );
    expect(stopped.done).toEqual(['age', 'pregnancy']);
  });

  it('asks a list again to which another answer has given a row', () => {
    const needle = questions.find((q) => q.id === 'needle');
    if (needle === undefined) throw new Error('there is a question about the needle');
    const before = draftOf(
      entryOf({
        asOf: '2026-03-02' as Answers['asOf'],
        setting: 'professional',
        needle: { device: 'pen', lengthMm: 1 },
        conditions: [],
      }),
    );
    expect(before.done).toContain('conditions');
    const now = answered(before, needle, { device: 'radiofrequency', lengthMm: 1, usedByAnotherPerson: false });
    expect(now.done).not.toContain('conditions');
    expect(answered(before, needle, { device: 'pen', lengthMm: 1.5, usedByAnotherPerson: false }).done).toContain('conditions');
  });

  it('hands in no answer to a question that another answer has made pointless, and never a consult', () => {
    const today = '2026-03-02' as Answers['asOf'];
    const handed = handIn(
      {
        answers: {
          asOf: today,
          setting: 'home',
          zones: ['abdomen-upper'],
          side: 'left',
          consult: { on: today, outcome: 'cleared' },
        },
        done: [],
        basedOn: undefined,
      },
      today,
    );
    expect(handed).toEqual({ asOf: today, setting: 'home', zones: ['abdomen-upper'] });
  });
});
