import { type Day, productKinds, settings } from '@stria/record';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuardedProduct, judgeProduct, notPlain, type ProductVerdict, type WhenApplied } from './index.ts';

const active = [
  'Retinol',
  'Glycolic Acid',
  'Ascorbic Acid',
  'Benzoyl Peroxide',
  'Parfum',
  'Limonene',
  'Papain',
  'Niacinamide',
  'Methylisothiazolinone',
  'Olea Europaea Fruit Oil',
  'Petrolatum',
  'Octocrylene',
  'CI 77491',
  'Lidocaine',
  'Hydrocortisone',
  'Alcohol Denat.',
];
const plain = ['Aqua', 'Glycerin', 'Carbomer', 'Sodium Chloride', 'Zinc Oxide', 'Panthenol'];
const days = fc.constantFrom(...(['2026-01-01', '2026-03-08', '2026-03-09', '2026-03-10', '2027-01-01'] as Day[]));
const products: fc.Arbitrary<GuardedProduct> = fc.record(
  {
    kind: fc.constantFrom(...productKinds),
    inci: fc.array(fc.constantFrom(...active, ...plain), { maxLength: 5 }),
    sterile: fc.boolean(),
    lot: fc.constantFrom('', 'A1'),
    openedOn: days,
    expiresOn: days,
    patchTestOn: days,
  },
  { requiredKeys: ['kind', 'inci', 'sterile'] },
) as fc.Arbitrary<GuardedProduct>;
const moments: fc.Arbitrary<WhenApplied> = fc.record(
  {
    setting: fc.constantFrom(...settings),
    stage: fc.constantFrom('during-session', 'after-session', 'no-session'),
    hoursSinceSession: fc.double({ min: 0, max: 400, noNaN: true }),
    today: fc.constant('2026-03-10' as Day),
    patchTestAsked: fc.boolean(),
  },
  { requiredKeys: ['setting', 'stage', 'today'] },
) as fc.Arbitrary<WhenApplied>;

/** How strict a verdict is: a longer wait is stricter than a shorter one, and no is the strictest. */
const strictness = (v: ProductVerdict): number => (v.may === 'no' ? 1e9 : (v.hoursLeft ?? 0));

describe('the product guard', () => {
  it('never becomes milder by an active ingredient more', () => {
    fc.assert(
      fc.property(products, moments, fc.constantFrom(...active), fc.nat(5), (product, when, more, at) => {
        const inci = [...product.inci];
        inci.splice(at, 0, more);
        expect(strictness(judgeProduct({ ...product, inci }, when))).toBeGreaterThanOrEqual(
          strictness(judgeProduct(product, when)),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('never becomes stricter by waiting', () => {
    fc.assert(
      fc.property(products, moments, fc.double({ min: 0, max: 300, noNaN: true }), (product, when, longer) => {
        const later = { ...when, hoursSinceSession: (when.hoursSinceSession ?? 0) + longer };
        expect(strictness(judgeProduct(product, later))).toBeLessThanOrEqual(strictness(judgeProduct(product, when)));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a reason with a source and a sentence with every answer, and a problem with every refusal', () => {
    fc.assert(
      fc.property(products, moments, (product, when) => {
        const verdict = judgeProduct(product, when);
        expect(verdict.says).not.toBe('');
        for (const reason of verdict.reasons) expect(reason.sources.length).toBeGreaterThan(0);
        expect(verdict.problems.length > 0).toBe(verdict.may !== 'yes');
        if (verdict.may !== 'yes') expect(verdict.reasons.length).toBeGreaterThan(0);
        expect(verdict.hoursLeft !== undefined).toBe(verdict.may === 'not-yet');
      }),
      { numRuns: 2000 },
    );
  });

  it('lets nothing onto skin that is being needled at home that it does not know to be plain', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdefghilmnoprstuy -1'), minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom('saline', 'hydrogel'), letters, (kind, unknown) => {
        fc.pre(notPlain([unknown]).length > 0 && unknown.trim() !== '');
        const when: WhenApplied = { setting: 'home', stage: 'during-session', today: '2026-03-10' as Day };
        expect(judgeProduct({ kind, inci: ['Aqua', unknown], sterile: true }, when).may).toBe('no');
      }),
      { numRuns: 1000 },
    );
    // Known to be plain is a short list: no name of anything that acts is on it.
    for (const name of active) expect(notPlain([name]).length, name).toBe(1);
  });

  it('lets nothing active onto skin that is being needled at home', () => {
    fc.assert(
      fc.property(products, fc.constantFrom(...active), (product, more) => {
        const when: WhenApplied = { setting: 'home', stage: 'during-session', today: '2026-03-10' as Day };
        expect(judgeProduct({ ...product, inci: [...product.inci, more] }, when).may).toBe('no');
      }),
      { numRuns: 1000 },
    );
  });
});
