import { NEVER, type Rule, rule } from './rule.ts';

/** A property of the answers that is absent: the careful branch. Cited are the rules that the answer would have decided. */
export const missingAnswers = {
  'age-years-missing': rule('ask-first', 'ask-first', ['b18', 'b24'], 'Your age is missing. Fill it in.', NEVER),
  'pregnancy-missing': rule(
    'ask-first',
    'ask-first',
    ['c03'],
    'The question about pregnancy and nursing has no answer. Fill it in; “no” also means that it cannot apply.',
    NEVER,
  ),
  'skin-type-missing': rule('ask-first', 'ask-first', ['e13', 'e22'], 'The type of your skin is missing. Fill it in.', NEVER),
  'zones-missing': rule('ask-first', 'ask-first', ['c32'], 'No part of the body has been chosen. Choose at least one.', NEVER),
  'marks-missing': rule(
    'ask-first',
    'ask-first',
    ['c27', 'c30'],
    'Nothing is known about the marks yet. Describe them.',
    NEVER,
  ),
  'signs-missing': rule(
    'ask-first',
    'ask-first',
    ['c27', 'c31'],
    'The question about signs in the body has no answer. Fill it in, also if there are none.',
    NEVER,
  ),
  'conditions-missing': rule(
    'ask-first',
    'ask-first',
    ['c03', 'c22'],
    'The question about illnesses has no answer. Fill it in, also if there are none.',
    NEVER,
  ),
  'medicines-missing': rule(
    'ask-first',
    'ask-first',
    ['c03', 'c05'],
    'The question about medicines has no answer. Fill it in, also if there are none.',
    NEVER,
  ),
  'zone-findings-missing': rule(
    'ask-first',
    'ask-first',
    ['c03', 'c26'],
    'The question about what is on the skin today has no answer. Fill it in, also if there is nothing.',
    NEVER,
  ),
  'recent-procedures-missing': rule(
    'ask-first',
    'ask-first',
    ['c25', 'c34'],
    'The question about earlier procedures has no answer. Fill it in, also if there were none.',
    NEVER,
  ),
  'allergies-missing': rule(
    'ask-first',
    'ask-first',
    ['c03'],
    'The question about allergies has no answer. Fill it in, also if there are none.',
    NEVER,
  ),
  'needle-missing': rule(
    'ask-first',
    'ask-first',
    ['b06', 'b07'],
    'The needle is missing: its kind and length. Fill it in.',
    NEVER,
  ),
} as const satisfies Record<string, Rule>;
