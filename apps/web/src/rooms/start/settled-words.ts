import type { SourceId } from '@stria/record';

/** The words for what settles the question for everybody: calm, with who can be asked. The reasons themselves stand in care. */
export interface SettledWords {
  readonly title: string;
  readonly short: string;
  readonly lead: string;
  readonly ask: string;
  readonly sources: readonly SourceId[];
}

export const settledWords: Readonly<Record<string, SettledWords>> = {
  'age-years-under-18': {
    title: 'Needling is for adults',
    short: 'No needling under 18',
    lead: 'Under 18, stria does not guide needling. Many people your age have such marks, and you have done nothing wrong.',
    ask: 'If the marks bother you, talk with a parent or another adult you trust. A doctor can look at them with you.',
    sources: ['b24', 'b18', 'i12'],
  },
  pregnant: {
    title: 'Needling can wait until later',
    short: 'No needling while you are pregnant',
    lead: 'In pregnancy, stria does not guide needling. Nothing is wrong: marks are common now, and there is no hurry.',
    ask: 'Your midwife or doctor can tell you what is fine on your skin now.',
    sources: ['c03', 'i02'],
  },
  nursing: {
    title: 'Needling can wait until later',
    short: 'No needling while you are nursing',
    lead: 'While you are nursing, stria does not guide needling. Nothing is wrong, and there is no hurry.',
    ask: 'Your midwife or doctor can tell you what is fine on your skin now. Answer again when you no longer nurse.',
    sources: ['c03', 'c35'],
  },
};

/** What anybody may do now. */
export const openNow = [
  'Photos, to see how the marks change with time.',
  'A plain moisturiser or an oil, for comfort.',
  'Notes, and a sheet with your answers for a doctor.',
] as const;
