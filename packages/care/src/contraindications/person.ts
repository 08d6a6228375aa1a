import { convention } from '@stria/record';
import { ASK, type Rule, rule } from './rule.ts';

/** What the person is: age, pregnancy, skin type, allergies. */
export const personRules = {
  'age-years-under-18': rule(
    'do-not',
    'do-not',
    ['b24', 'b18'],
    'Needling is not for people under 18. You can take photos, keep a record and ask a doctor or a parent about the marks.',
  ),
  'age-years-18-to-21': rule(
    'notice',
    'notice',
    ['b14', 'b18'],
    'Authorised needling devices are labelled for people from 22 years on. Tell the doctor your age when you ask.',
  ),
  'age-years-over-65': rule('ask-first', 'ask-first', ['d12', convention], `Skin closes more slowly after 65. ${ASK}.`),
  pregnant: rule(
    'do-not',
    'do-not',
    ['c03'],
    'No needling during pregnancy. Photos, notes and a plain moisturiser are fine; needling can be looked at again later.',
  ),
  nursing: rule(
    'do-not',
    'do-not',
    ['c03'],
    'No needling while nursing. Photos, notes and a plain moisturiser are fine; needling can be looked at again later.',
  ),
  'pregnancy-unsure': rule(
    'ask-first',
    'ask-first',
    ['c03'],
    'Needling is left out in pregnancy. Find out first, with a test or a doctor, then answer again.',
  ),
  'skin-type-iv': rule(
    'notice',
    'notice',
    ['e13', 'e15'],
    'On skin of type IV, dark marks after needling are commoner. Keep out of the sun and stop if patches appear.',
  ),
  'skin-type-v': rule(
    'ask-first',
    'notice',
    ['e13', 'e22', 'e23', 'd11'],
    `On skin of type V, dark marks after needling are commoner and the skin may close later. ${ASK}.`,
    { saysProfessional: 'Skin type V: test patch first, pink as the endpoint.' },
  ),
  'skin-type-vi': rule(
    'ask-first',
    'notice',
    ['e13', 'e22', 'e23', 'd11'],
    `On skin of type VI, dark marks after needling are commoner and the skin may close later. ${ASK}.`,
    { saysProfessional: 'Skin type VI: test patch first, pink as the endpoint.' },
  ),
  'skin-type-unsure': rule(
    'ask-first',
    'ask-first',
    ['e13', 'e22'],
    'The type of your skin tells how likely dark marks are. A doctor or nurse can tell you: ask first.',
  ),
  'steel-allergy': rule('do-not', 'do-not', ['c03'], 'Needles are made of steel. With a steel allergy, do not needle.'),
  'nickel-allergy': rule('ask-first', 'ask-first', ['c16', 'c17', 'e26'], `Needle steel holds nickel. ${ASK}.`),
  'lidocaine-allergy': rule(
    'notice',
    'ask-first',
    ['c03'],
    'You are allergic to lidocaine. No numbing cream is used at home anyway.',
    { saysProfessional: 'Lidocaine allergy: no anaesthetic of that family; the prescriber decides.' },
  ),
  'latex-allergy': rule('notice', 'notice', [convention], 'Use gloves without latex.'),
  'chlorhexidine-allergy': rule(
    'notice',
    'notice',
    [convention],
    'Never use chlorhexidine on your skin; use another antiseptic.',
  ),
  'other-allergy': rule(
    'ask-first',
    'ask-first',
    [convention],
    `You have another allergy. ${ASK} and bring a list of what you react to.`,
  ),
} as const satisfies Record<string, Rule>;
