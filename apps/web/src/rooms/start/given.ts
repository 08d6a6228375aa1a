import type { NotSure, Question } from '@stria/care';
import { type Answers, fail, ok, parseDay, problem, type Result } from '@stria/record';
import type { Place } from '@stria/record/body';

/** What is ticked and typed on a question's page, before it is an answer. */
export interface Given {
  /** Ticked values; NOT_SURE and NONE are values of their own. */
  readonly ticked: readonly string[];
  readonly places: readonly Place[];
  /** A number as it was typed. */
  readonly typed: string;
  /** What a ticked row asks besides, by the row's value. */
  readonly details: Readonly<Record<string, Detail>>;
  readonly needle: NeedleGiven;
}

export interface Detail {
  readonly status?: 'current' | 'stopped';
  /** A day as it was typed. */
  readonly on?: string;
}

export interface NeedleGiven {
  readonly device?: string;
  readonly lengthMm?: string;
  readonly shared?: 'yes' | 'no';
}

export const NOT_SURE = '(not sure)';
export const NONE = '(none)';

type Medicine = NonNullable<Answers['medicines']>[number];
type Procedure = NonNullable<Answers['recentProcedures']>[number];
type Needle = NonNullable<Answers['needle']>;

const blank: Given = { ticked: [], places: [], typed: '', details: {}, needle: {} };

/** The page as it looks for an answer that was given before; empty where the question was not reached yet. */
export function givenOf(question: Question, value: unknown, known: boolean): Given {
  if (!known) return blank;
  const { answering } = question;
  if (saysNotSure(question, value)) return { ...blank, ticked: [NOT_SURE] };
  if (value === undefined) return blank;
  switch (answering.kind) {
    case 'number':
      return { ...blank, typed: String(value) };
    case 'yes-no':
      return { ...blank, ticked: [value === true ? 'yes' : 'no'] };
    case 'choice':
      return { ...blank, ticked: [String(value)] };
    case 'checklist': {
      const list = value as readonly string[];
      return { ...blank, ticked: list.length === 0 ? [NONE] : list };
    }
    case 'places':
      return { ...blank, places: value as readonly Place[] };
    case 'medicines': {
      const list = value as readonly Medicine[];
      const details = Object.fromEntries(
        list.map((m) => [m.kind, m.lastTaken === undefined ? { status: m.status } : { status: m.status, on: m.lastTaken }]),
      );
      return { ...blank, ticked: list.length === 0 ? [NONE] : list.map((m) => m.kind), details };
    }
    case 'procedures': {
      const list = value as readonly Procedure[];
      const details = Object.fromEntries(list.map((p) => [p.kind, { on: p.on }]));
      return { ...blank, ticked: list.length === 0 ? [NONE] : list.map((p) => p.kind), details };
    }
    case 'needle': {
      const needle = value as Needle;
      const shared = needle.usedByAnotherPerson;
      return {
        ...blank,
        needle: {
          device: needle.device,
          lengthMm: String(needle.lengthMm),
          ...(shared === undefined ? {} : { shared: shared ? 'yes' : 'no' }),
        },
      };
    }
  }
}

function saysNotSure({ notSure, answering }: Question, value: unknown): boolean {
  if (notSure === undefined) return false;
  if (notSure.gives === 'absent') return value === undefined;
  const { value: unsure } = notSure.gives;
  // Where “not sure” counts as one of the rows, that row is what shows.
  if ('options' in answering && answering.options.some((o) => o.value === unsure)) return false;
  return value === unsure || (Array.isArray(value) && value.length === 1 && value[0] === unsure);
}

/** What the page says -> the answer for the record (undefined: left out on purpose), or what is still missing. */
export function readGiven(question: Question, given: Given): Result<unknown> {
  const { answering, notSure } = question;
  if (notSure !== undefined && given.ticked.includes(NOT_SURE)) return ok(unsureValue(question, notSure));
  const orNotSure = notSure === undefined ? '' : ` “${notSure.label}” is an answer too.`;
  const missing = (says: string) => fail(problem('web.answer-missing', '', `${says}${orNotSure}`));
  const ticked = given.ticked.filter((v) => v !== NONE);
  switch (answering.kind) {
    case 'choice':
      return ticked[0] === undefined ? missing('Choose an answer.') : ok(ticked[0]);
    case 'yes-no':
      return ticked[0] === undefined ? missing('Choose yes or no.') : ok(ticked[0] === 'yes');
    case 'checklist':
      return given.ticked.length === 0 ? missing('Choose what fits, or the row that says none.') : ok(ticked);
    case 'places':
      return given.places.length === 0 ? missing('Choose at least one place.') : ok(given.places);
    case 'number':
      return numberOf(given.typed, answering, missing);
    case 'medicines':
      return given.ticked.length === 0
        ? missing('Choose what fits, or the row that says none.')
        : medicines(ticked, given, missing);
    case 'procedures':
      return given.ticked.length === 0
        ? missing('Choose what fits, or the row that says none.')
        : procedures(ticked, given, missing);
    case 'needle':
      return needleOf(given.needle, missing);
  }
}

type Missing = (says: string) => Result<never>;

function unsureValue(question: Question, notSure: NotSure): unknown {
  if (notSure.gives === 'absent') return undefined;
  return question.answering.kind === 'checklist' ? [notSure.gives.value] : notSure.gives.value;
}

function numberOf(
  typed: string,
  range: { min: number; max: number; step: number; unit: string },
  missing: Missing,
): Result<number> {
  const text = typed.trim().replace(',', '.');
  if (text === '') return missing(`Write a number of ${range.unit}.`);
  const value = Number(text);
  if (!Number.isFinite(value) || value < range.min || value > range.max) {
    return missing(`Write a number from ${range.min} to ${range.max}.`);
  }
  if (range.step === 1 && !Number.isInteger(value)) return missing('Write a whole number.');
  return ok(value);
}

function medicines(ticked: readonly string[], given: Given, missing: Missing): Result<Medicine[]> {
  const list: Medicine[] = [];
  for (const kind of ticked as Medicine['kind'][]) {
    const { status, on } = given.details[kind] ?? {};
    if (status === undefined) return missing('Say for each one whether you take it now or have stopped.');
    const day = on === undefined || on === '' ? undefined : parseDay(on);
    list.push(status === 'stopped' && day !== undefined ? { kind, status, lastTaken: day } : { kind, status });
  }
  return ok(list);
}

function procedures(ticked: readonly string[], given: Given, missing: Missing): Result<Procedure[]> {
  const list: Procedure[] = [];
  for (const kind of ticked as Procedure['kind'][]) {
    const on = parseDay(given.details[kind]?.on ?? '');
    if (on === undefined) return missing('Give a day for each one. If you are not sure, take the latest day it can have been.');
    list.push({ kind, on });
  }
  return ok(list);
}

function needleOf(given: NeedleGiven, missing: Missing): Result<Needle> {
  if (given.device === undefined) return missing('Choose what it is.');
  const lengthMm = Number((given.lengthMm ?? '').replace(',', '.'));
  if (!(lengthMm > 0 && lengthMm <= 5)) return missing('Choose the length of the needles.');
  if (given.shared === undefined) return missing('Say whether another person has used it.');
  return ok({ device: given.device as Needle['device'], lengthMm, usedByAnotherPerson: given.shared === 'yes' });
}
