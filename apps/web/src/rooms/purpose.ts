/** What stria is for, word for word the same here, in the README and in SAFETY.md; and who has looked at the rules. */
export const intendedPurpose = [
  'stria helps people and clinics keep records of skin-care sessions, take comparable photographs and describe changes in the appearance of stretch marks.',
  'It informs, and it is careful: it can refuse to guide a session.',
  'It does not diagnose, treat, cure or prevent any disease, and nothing it says replaces a doctor’s word.',
] as const;

export const clinicallyReviewedBy = 'Clinically reviewed by: nobody yet.';
export const notAdvice = 'Nothing in stria is medical advice.';

/** The consent that stands before any plan. A new wording gets a new version; what was agreed to stays in the entry. */
export const expectationsText = {
  version: '2026-1',
  text: 'I understand that stretch marks stay: they may fade or feel softer, and they will not disappear.',
} as const;
