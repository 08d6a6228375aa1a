import type { Basis } from './index.ts';

/**
 * How much weight a kind of statement can bear, strongest first. It says what the statement is, not how well we read it: that is
 * its basis. A fact that we did not read is `memory`, whatever its source.
 */
export const grades = [
  'review',
  'trial',
  'guideline-or-regulator',
  'device-label',
  'observational',
  'laboratory',
  'reference',
  'opinion',
  'clinic-page',
  'founding-text',
  'memory',
] as const;
export type Grade = (typeof grades)[number];

export const gradeWords: Record<Grade, { readonly name: string; readonly means: string }> = {
  review: { name: 'Review', means: 'Somebody gathered many studies and looked at them together.' },
  trial: { name: 'Trial', means: 'People were treated by a plan and compared with another treatment or with none.' },
  'guideline-or-regulator': {
    name: 'Guideline or regulator',
    means: 'A society, a health service, a law or an authority says so.',
  },
  'device-label': { name: 'Device or medicine label', means: 'The maker says so on a sheet or label.' },
  observational: {
    name: 'Observed in people',
    means: 'People were looked at, measured or asked, without a group to compare them with.',
  },
  laboratory: { name: 'Laboratory', means: 'Measured on animals, on pieces of tissue or on a bench.' },
  reference: { name: 'Reference book or page', means: 'A textbook, an introduction or a reference page says so.' },
  opinion: { name: 'Opinion', means: 'One expert says so.' },
  'clinic-page': { name: 'Clinic or shop page', means: 'A clinic, a salon, a shop or a maker’s page says so: weak.' },
  'founding-text': {
    name: 'Founding text',
    means: 'A text from which this project was created says so: a claim, not a finding.',
  },
  memory: { name: 'From memory', means: 'Nobody read it for this product. It is waiting to be checked.' },
};

/** What a grade and a basis may never be together: what was not read has no other grade. */
export const gradeFits = (grade: Grade, basis: Basis): boolean => (grade === 'memory') === (basis === 'memory');
