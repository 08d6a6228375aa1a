import { missingAnswers } from './contraindications/missing.ts';
import type { RuleCode } from './contraindications.ts';

/** What a reason is about, where a screen has words of its own for it. */
export type Concern = 'infection' | 'hormone-check' | 'left-open';

const infection: readonly RuleCode[] = ['infection', 'active-herpes', 'open-wound', 'rash'];
/** Signs that belong before a doctor who thinks of hormones; none of them is a diagnosis. Source: c27, c30, c31. */
const hormoneCheck: readonly RuleCode[] = [
  'widest-mm-10-or-more',
  'fast-growing',
  'easy-bruising',
  'muscle-weakness',
  'round-face',
  'unexplained-weight-gain',
  'cause-cortisol-excess',
];

/** `left-open` is a question that was not asked or has no answer: it counts, and one line says so. */
export function concernOf(code: string): Concern | undefined {
  if ((infection as readonly string[]).includes(code)) return 'infection';
  if ((hormoneCheck as readonly string[]).includes(code)) return 'hormone-check';
  return Object.hasOwn(missingAnswers, code) ? 'left-open' : undefined;
}

/** What to ask the doctor where signs for a hormone check were named. Source: c27, c30, c31; the words are ours. */
export const hormoneQuestions = [
  'Could my body make too much cortisol? Is a test worth it?',
  'Does one of my medicines, creams or sprays hold a steroid?',
  'Should these marks be looked at before anything is done to them?',
] as const;
