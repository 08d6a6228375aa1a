import { zones } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { contraindications } from './contraindications.ts';
import { goalWords, hormoneQuestions, questions, zonePermission } from './index.ts';

/**
 * How hard a text is to read, as the school year that can follow it (Flesch-Kincaid). About 7 is a reader of twelve or
 * thirteen. Names of illnesses and medicines are what they are: each counts as a word of two syllables.
 */
const longNames =
  /isotretinoin|corticosteroids?|cortisol|chlorhexidine|lidocaine|scleroderma|psoriasis|vitiligo|lichen planus|eczema|epilepsy|hepatitis|diabetes|herpes|dermatologists?|chemotherapy|radiotherapy|radiofrequency|microneedling|retinoid|tretinoin|adapalene|retinol|peroxide|antibiotic|biologic|immune system|cushing syndrome|connective-tissue disease|aspirin|nickel|moisturiser|antiseptic|varicose|pregnancy|pacemaker/gi;

/** Groups of vowels, without the silent e at the end; a word has one at least. Within a tenth of a hand count on these texts. */
function syllables(word: string): number {
  const w = word.toLowerCase().replace(/[^a-z]/g, '');
  if (w.length <= 3) return 1;
  const groups = w.replace(/(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g) ?? [];
  return Math.max(1, groups.length);
}

function gradeOf(texts: readonly string[]): number {
  const plain = texts.map((t) => t.replace(longNames, 'naming').replace(/\d+(\.\d+)?( mm)?/g, 'ten'));
  const sentences = plain.flatMap((t) => t.split(/[.!?](?:\s|$)/)).filter((s) => /[a-z]/i.test(s));
  const words = sentences.flatMap((s) => s.split(/[\s/–-]+/)).filter((w) => /[a-z]/i.test(w));
  const total = words.reduce((sum, w) => sum + syllables(w), 0);
  return 0.39 * (words.length / sentences.length) + 11.8 * (total / words.length) - 15.59;
}

const asked = questions.flatMap((q) => [q.title, ...(q.help === undefined ? [] : [q.help])]);
const reasons = [
  ...Object.values(contraindications).map((r) => r.says),
  ...zones.map((z) => zonePermission(z, 'home').says),
  ...hormoneQuestions,
  ...Object.values(goalWords).map((g) => `${g.title}. ${g.says}`),
];

describe('the words of the screening', () => {
  it('can be read at the age of twelve: the questions with their help', () => {
    expect(gradeOf(asked)).toBeLessThan(4);
  });

  it('can be read at the age of twelve: what the rules say, to the person at home', () => {
    expect(reasons.length).toBeGreaterThan(100);
    expect(gradeOf(reasons)).toBeLessThan(5);
  });

  it('has no single text that needs a longer school', () => {
    const hard = [...asked, ...reasons]
      .map((text) => ({ text, grade: Math.round(gradeOf([text]) * 10) / 10 }))
      .filter(({ grade }) => grade > 8)
      .sort((a, b) => b.grade - a.grade);
    expect(hard).toEqual([]);
  });

  it('would be caught if they were harder', () => {
    expect(
      gradeOf([
        'Contraindications necessitating multidisciplinary evaluation preclude initiation of any intervention whatsoever.',
      ]),
    ).toBeGreaterThan(15);
    expect(gradeOf(['The cat sat on the mat.'])).toBeLessThan(2);
    expect(['cat', 'needle', 'marks', 'doctor', 'remember', 'pregnant', 'infection'].map(syllables)).toEqual([
      1, 2, 1, 2, 3, 2, 3,
    ]);
  });
});
