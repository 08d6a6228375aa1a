import { type Body, type Problem, problem, type Setting, type SourceId } from '@stria/record';

/**
 * Eight questions before the first home session. Needling is nothing for professionals only, and it is nothing for somebody
 * who has not read how it is done: who does not know what matters would learn it on their own skin. Creams have no quiz.
 */
export interface QuizChoice {
  readonly id: string;
  readonly says: string;
}

export interface QuizItem {
  readonly id: string;
  readonly asks: string;
  readonly choices: readonly QuizChoice[];
  /** The id of the choice that is right. */
  readonly right: string;
  /** A wrong answer here can end in an infection or a wound that stays: one of these is enough to wait. */
  readonly critical: boolean;
  /** Why it is so, shown after an answer that was wrong. */
  readonly explains: string;
  readonly sources: readonly SourceId[];
}

/** Named with its version: answers to another version do not count for this one. */
export const QUIZ_ID = 'home-needling/1';
/** Wrong answers to items that are not critical, with which the quiz still counts as passed. Source: convention. */
const MOST_MILD_WRONG = 1;

export const quizItems: readonly QuizItem[] = [
  {
    id: 'which-needle',
    asks: 'Which needle does a session begin with?',
    choices: [
      { id: 'boiled', says: 'An old one, boiled in water for some minutes' },
      { id: 'new-sealed', says: 'A new, sealed, sterile one' },
      { id: 'rinsed', says: 'Any that was rinsed and looks clean' },
    ],
    right: 'new-sealed',
    critical: true,
    explains:
      'Rollers are made for one use. Their plastic cannot be boiled, so at home a used one can be disinfected but never made sterile again.',
    sources: ['b02', 'b29', 'b31'],
  },
  {
    id: 'sharing',
    asks: 'A friend asks for your roller. You have disinfected it well. What now?',
    choices: [
      { id: 'lend', says: 'Lend it, it is disinfected' },
      { id: 'lend-family', says: 'Lend it only within the family' },
      { id: 'never', says: 'Say no. A needle is for one person only' },
    ],
    right: 'never',
    critical: true,
    explains:
      'A trace of blood is enough to pass on HIV or hepatitis, and disinfecting at home does not rule it out. Microneedling with dirty needles has infected people.',
    sources: ['e11', 'b02', 'b31'],
  },
  {
    id: 'contact-time',
    asks: 'You disinfect your own roller again. When does the alcohol have worked?',
    choices: [
      { id: 'ten-minutes', says: 'When the washed needles have been wet with it for 10 minutes' },
      { id: 'sprayed', says: 'As soon as it is sprayed on' },
      { id: 'dirty', says: 'After 10 minutes, washing it first is not needed' },
    ],
    right: 'ten-minutes',
    critical: true,
    explains:
      'Dried blood and oil shield germs, so wash first. Then the whole time counts: while the needles stay wet, alcohol goes on working.',
    sources: ['b30', 'b32', 'convention'],
  },
  {
    id: 'where-never',
    asks: 'Where do needles never go?',
    choices: [
      { id: 'outer-thigh', says: 'The outer thigh' },
      { id: 'armpit-face-nipple', says: 'Armpit, face, nipple and groin, and skin with a rash or a wound' },
      { id: 'nowhere', says: 'They can go anywhere, if the needles are short' },
    ],
    right: 'armpit-face-nipple',
    critical: true,
    explains:
      'That skin is thin, damp or close to something that must not be hurt. And over a rash, a spot or a wound, needles spread germs.',
    sources: ['c32', 'c03', 'c22'],
  },
  {
    id: 'open-how-long',
    asks: 'For how long does needled skin count as open?',
    choices: [
      { id: 'one-hour', says: 'One hour' },
      { id: 'three-days', says: 'Three days (72 hours)' },
      { id: 'three-weeks', says: 'Three weeks' },
    ],
    right: 'three-days',
    critical: false,
    explains: 'Water loss through the skin was back to normal within 72 hours in most people. We count the long end.',
    sources: ['d07', 'd15', 'd16', 'd17'],
  },
  {
    id: 'not-on-skin',
    asks: 'What may go on the skin during the session and on the first day?',
    choices: [
      { id: 'vitamin-c', says: 'Vitamin C serum, because it goes in well now' },
      { id: 'oil', says: 'A plant oil, because it is natural' },
      { id: 'saline', says: 'Nothing, or cool saline or a plain sterile hydrogel' },
    ],
    right: 'saline',
    critical: true,
    explains:
      'What goes in through the channels can stay there. Serums, most with vitamin C, have left lumps that lasted for months.',
    sources: ['e06', 'e09', 'd27'],
  },
  {
    id: 'get-help',
    asks: 'Two days later the redness spreads and you have a fever. What now?',
    choices: [
      { id: 'cream', says: 'Put on a cream and wait a week' },
      { id: 'needle-again', says: 'Needle again, more lightly' },
      { id: 'help-now', says: 'Get medical help now' },
    ],
    right: 'help-now',
    critical: true,
    explains: 'Redness that spreads, with a fever, can be an infection that moves fast. That is never for waiting.',
    sources: ['e20', 'convention'],
  },
  {
    id: 'when-to-stop',
    asks: 'When is a place done?',
    choices: [
      { id: 'even-pink', says: 'When it is evenly pink, even if passes are left' },
      { id: 'bleeds', says: 'When it bleeds a little' },
      { id: 'burns', says: 'When it burns strongly' },
    ],
    right: 'even-pink',
    critical: false,
    explains: 'At home, evenly pink is where to stop. Blood is an endpoint for clinics only.',
    sources: ['b09', 'b11', 'convention'],
  },
];

type Quiz = Body<'quiz'>;

export interface QuizStanding {
  readonly state: 'not-taken' | 'passed' | 'failed';
  /** Items of the newest attempt that were wrong or left out, in the order of the quiz. */
  readonly wrong: readonly QuizItem[];
}

/** Where the quiz stands: the newest attempt at this version decides. Oldest first, as the chart has them. */
export function quizStanding(quizzes: readonly Quiz[]): QuizStanding {
  const newest = quizzes.findLast((q) => q.quiz === QUIZ_ID);
  if (newest === undefined) return { state: 'not-taken', wrong: [] };
  // Of an item that was answered twice, both answers have to be right.
  const wrong = quizItems.filter((item) => {
    const given = newest.given.filter((g) => g.item === item.id);
    return given.length === 0 || given.some((g) => g.choice !== item.right);
  });
  const mild = wrong.filter((item) => !item.critical).length;
  const passed = wrong.length === mild && mild <= MOST_MILD_WRONG;
  return { state: passed ? 'passed' : 'failed', wrong };
}

/** What the quiz still keeps shut: needling at home, and nothing else. Empty in a clinic and once it was passed. */
export function mayStartHome(quizzes: readonly Quiz[], setting: Setting): Problem[] {
  if (setting !== 'home') return [];
  const { state } = quizStanding(quizzes);
  if (state === 'passed') return [];
  if (state === 'not-taken') {
    const says = 'Before the first session at home there are eight questions about what matters.';
    return [problem('care.quiz-not-taken', '', says, 'Answer them; it takes about two minutes.')];
  }
  const says = 'Needling at home waits until the questions about what matters are answered right.';
  return [problem('care.quiz-failed', '', says, 'Read the explanations, then try again. Creams and photos stay open.')];
}
