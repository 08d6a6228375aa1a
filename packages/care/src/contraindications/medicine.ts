import { convention } from '@stria/record';
import { ASK, NEVER, type Rule, rule } from './rule.ts';

/** Medicines now and in the past, and radiotherapy. No row ever tells anyone to stop a prescribed medicine. */
export const medicineRules = {
  'chemotherapy-now': rule(
    'do-not',
    'ask-first',
    ['c22', 'c34'],
    'Do not needle at home during chemotherapy. Ask the doctor who gives it.',
    { saysProfessional: 'Chemotherapy now: the prescriber decides and writes down why.' },
  ),
  'immunosuppressant-now': rule(
    'do-not',
    'ask-first',
    ['c22', 'c34'],
    'Do not needle at home while you take a medicine that holds the immune system down. Ask the doctor who prescribed it, and go on taking it.',
    { saysProfessional: 'Immunosuppressant now: the prescriber decides and writes down why.' },
  ),
  'chemotherapy-stopped': rule(
    'ask-first',
    'ask-first',
    [convention],
    'You have had chemotherapy. Ask the doctor who gave it before you needle.',
  ),
  'immunosuppressant-stopped': rule(
    'ask-first',
    'ask-first',
    [convention],
    'You have taken a medicine that holds the immune system down. Ask a doctor before you needle.',
  ),
  'biologic-now': rule(
    'ask-first',
    'ask-first',
    [convention],
    'You take a biologic medicine. Ask the doctor who prescribed it before you needle, and go on taking it.',
  ),
  'isotretinoin-now': rule(
    'do-not',
    'do-not',
    ['c03', 'c05'],
    'Do not needle while you take isotretinoin, nor in the six months after. Go on taking it as prescribed.',
  ),
  'isotretinoin-recent': rule(
    'wait',
    'wait',
    ['c04', 'c05', 'c07'],
    'You stopped isotretinoin less than six months ago. Wait.',
    {
      saysProfessional:
        'Isotretinoin stopped less than six months ago. Wait; the prescriber may shorten this with a reason in the record.',
    },
  ),
  'corticosteroid-tablet-now': rule(
    'do-not',
    'ask-first',
    ['c34', 'c22'],
    'Steroid tablets slow down how skin closes. Do not needle at home, and do not stop the tablets on your own: ask your doctor.',
    { saysProfessional: 'Steroid tablets now: the prescriber decides and writes down why.' },
  ),
  'corticosteroid-tablet-recent': rule(
    'wait',
    'wait',
    ['c34'],
    'You stopped steroid tablets less than three months ago. Wait.',
  ),
  'corticosteroid-cream-on-zone-now': rule(
    'ask-first',
    'ask-first',
    ['c28'],
    'Steroid cream thins the skin and can itself cause stretch marks. Show the skin to a doctor first; do not stop a prescribed cream on your own.',
    NEVER,
  ),
  anticoagulant: rule(
    'ask-first',
    'ask-first',
    ['c09', 'c10', 'c11', 'b21'],
    `You take, or took, a blood thinner. ${ASK}. Do not stop a prescribed medicine for this.`,
    { saysProfessional: 'Anticoagulant: the prescriber decides. Never ask the person to stop it.' },
  ),
  antiplatelet: rule(
    'ask-first',
    'ask-first',
    ['c09', 'c10', 'c11', 'b21'],
    `You take, or took, a medicine against clots such as aspirin. ${ASK}. Do not stop a prescribed medicine for this.`,
    { saysProfessional: 'Antiplatelet medicine: the prescriber decides. Never ask the person to stop it.' },
  ),
  'photosensitiser-now': rule(
    'ask-first',
    'notice',
    [convention],
    `You take a medicine that makes skin react to light. ${ASK}, and go on taking it.`,
    { saysProfessional: 'Photosensitising medicine: strict cover from the sun afterwards.' },
  ),
  'antibiotic-now': rule(
    'notice',
    'notice',
    [convention],
    'You take an antibiotic. Think about what it is for: with an infection, or if you feel unwell, do not needle.',
  ),
  radiotherapy: rule(
    'do-not',
    'ask-first',
    ['c22', 'c35'],
    'This skin has had radiotherapy. Do not needle it at home; ask a doctor.',
    { saysProfessional: 'Radiotherapy to the zone: the prescriber decides and writes down why.' },
  ),
} as const satisfies Record<string, Rule>;
