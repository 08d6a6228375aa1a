import { convention } from '@stria/record';
import { NEVER, type Rule, rule } from './rule.ts';

/** The needle, and what a doctor said about it. */
export const deviceRules = {
  'needle-used-by-another-person': rule(
    'do-not',
    'do-not',
    ['e11', 'b02', 'b29'],
    'Another person has used this needle: it can carry HIV or hepatitis. Put it into a sharps bin and use a new, sealed, sterile one.',
  ),
  'needle-length-mm-over-home-limit': rule(
    'do-not',
    'none',
    ['b06', 'b07'],
    'At home no needle is longer than 0.5 mm. Choose a shorter one, or ask a clinic.',
  ),
  'needle-length-mm-on-thin-skin': rule(
    'none',
    'ask-first',
    ['b33', 'b09'],
    'Over 1.0 mm on thin skin (breast, inner thigh, upper arm): the prescriber decides and writes down why.',
  ),
  'needle-length-mm-over-2': rule(
    'none',
    'ask-first',
    ['b08', 'b10'],
    'Over 2.0 mm: the prescriber decides and writes down why.',
  ),
  'needle-length-mm-over-2-5': rule('none', 'do-not', ['b08', 'b10'], 'No needle over 2.5 mm. Choose a shorter one.'),
  'needle-length-mm-health-setting': rule(
    'none',
    'ask-first',
    ['b22'],
    'Where this clinic works, needling of this depth belongs in a health setting. The prescriber decides and writes down why.',
  ),
  radiofrequency: rule('do-not', 'ask-first', ['b22'], 'Needles with radiofrequency are not for the home. Ask a clinic.', {
    saysProfessional: 'Radiofrequency: the prescriber decides and writes down why.',
  }),
  'radiofrequency-with-pacemaker': rule('do-not', 'do-not', ['b22'], 'Radiofrequency can disturb a pacemaker: do not use it.'),
  'consult-missing': rule(
    'ask-first',
    'none',
    ['c33'],
    'Before any needle at home a doctor is asked. Print the sheet, show it to a dermatologist or your doctor, and write down here what was said.',
    NEVER,
  ),
  'consult-expired': rule(
    'ask-first',
    'none',
    ['c33', convention],
    'The consult is more than 12 months old. Ask again and write down the new answer.',
    NEVER,
  ),
  'consult-advised-against': rule(
    'do-not',
    'do-not',
    ['c33'],
    'The doctor advised against needling. Do not needle; photos and notes go on.',
  ),
  'consult-needle-length-mm-max-missing': rule(
    'ask-first',
    'ask-first',
    ['c33'],
    'The doctor cleared you with limits, but the longest allowed needle is not written down. Ask for the number.',
    NEVER,
  ),
  'consult-needle-length-mm-max-exceeded': rule(
    'ask-first',
    'ask-first',
    ['c33', convention],
    'This needle is longer than the doctor allowed. Choose a shorter one, or ask again.',
    NEVER,
  ),
} as const satisfies Record<string, Rule>;
