import type { Day } from '@stria/record';
import { describe, expect, it } from 'vitest';
import { type GuardedProduct, judgeProduct, readLabel, sayHours, type WhenApplied } from './index.ts';

const today = '2026-03-10' as Day;
const day = (text: string) => text as Day;
const product = (kind: GuardedProduct['kind'], more: Partial<GuardedProduct> = {}): GuardedProduct => ({
  kind,
  inci: [],
  sterile: true,
  ...more,
});
const during = (setting: WhenApplied['setting'], more: Partial<WhenApplied> = {}): WhenApplied => ({
  setting,
  stage: 'during-session',
  today,
  ...more,
});
const after = (hoursSinceSession: number): WhenApplied => ({
  setting: 'home',
  stage: 'after-session',
  hoursSinceSession,
  today,
});
const codes = (of: { problems: readonly { code: string }[] }) => of.problems.map((p) => p.code);

describe('during a session at home', () => {
  it.each(['saline', 'hydrogel'] as const)('sterile %s may go on', (kind) => {
    const verdict = judgeProduct(
      product(kind, { inci: ['Aqua', 'Sodium Chloride', 'Glycerin', 'Citric Acid'] }),
      during('home'),
    );
    expect(verdict).toMatchObject({ may: 'yes', problems: [] });
    expect(verdict.reasons[0]?.sources).toContain('d27');
  });

  it.each([
    ['the kind', product('vitamin-c')],
    ['a serum whose label names it', product('serum', { inci: ['Aqua', 'Ascorbic Acid', 'Tocopherol'] })],
    ['a gel whose label names it', product('hydrogel', { inci: ['Aqua', '3-O-Ethyl Ascorbic Acid'] })],
  ])('refuses vitamin C, known by %s, with the reports of granulomas', (_by, it) => {
    const verdict = judgeProduct(it, during('home'));
    expect(verdict.may).toBe('no');
    expect(verdict.says).toMatch(/granulomas/);
    expect(verdict.reasons.flatMap((r) => r.sources)).toEqual(expect.arrayContaining(['e06', 'e09']));
    expect(codes(verdict)).toContain('care.product-not-allowed');
  });

  it('refuses every kind but the two, whatever a patch test said', () => {
    for (const kind of ['moisturiser', 'sunscreen', 'oil', 'cream', 'serum', 'numbing-cream', 'other'] as const)
      expect(judgeProduct(product(kind, { patchTestOn: day('2026-01-01') }), during('home')).may, kind).toBe('no');
  });

  it.each([
    'Hyaluronic Acid',
    'Sodium Hyaluronate',
    'Snail Secretion Filtrate',
    'PDRN',
    'Minoxidil',
    'Vitamin A',
    'Tocopherol',
    'Aloe Barbadensis Leaf Juice',
    'Cocos Nucifera (Coconut) Oil',
    'Salix Alba (Willow) Bark Extract',
    'Phenoxyethanol',
    'Aqua, Sodium Chloride, Arnica Montana',
    'Water of Life',
    'Carbomer with Retinal',
  ])('refuses a gel with %s: only what is known to be plain goes on', (more) => {
    const verdict = judgeProduct(product('hydrogel', { inci: ['Aqua', more] }), during('home'));
    expect(verdict.may).toBe('no');
    expect(verdict.problems.map((p) => p.at)).toContain('/inci/1');
  });

  it.each([
    ['Aqua', 'Sodium Chloride'],
    ['Water (Aqua)', 'Glycerin', 'Carbomer', 'Sodium Hydroxide'],
    ['AQUA/WATER/EAU', 'Propylene Glycol', 'Hydroxyethylcellulose', 'Disodium EDTA', 'Disodium Phosphate'],
    ['Purified water, Sodium carboxymethylcellulose, Propylene glycol.'],
    ['Water for injection', 'Sodium chloride'],
  ])('lets a plain gel go on: %s', (...inci) => {
    expect(judgeProduct(product('hydrogel', { inci }), during('home'))).toMatchObject({ may: 'yes', problems: [] });
  });

  it('refuses a gel that is not sterile', () => {
    expect(codes(judgeProduct(product('hydrogel', { sterile: false }), during('home')))).toEqual(['care.product-not-sterile']);
  });

  it('names the ingredient and its place on the label', () => {
    const verdict = judgeProduct(product('hydrogel', { inci: ['Aqua', 'Parfum', 'Limonene'] }), during('home'));
    expect(verdict.reasons.map((r) => r.ingredient)).toEqual(['Parfum', 'Limonene']);
    expect(verdict.problems.map((p) => p.at)).toEqual(['/inci/1', '/inci/2']);
  });
});

describe('during a session in a clinic', () => {
  const serum = product('serum', {
    inci: ['Aqua', 'Sodium Hyaluronate', 'Niacinamide'],
    lot: 'A1',
    patchTestOn: day('2026-03-08'),
    expiresOn: today,
  });

  it('lets through what the pack allows, with lot, in date and after a calm patch, and asks for the reason', () => {
    const verdict = judgeProduct(serum, during('professional'));
    expect(verdict).toMatchObject({ may: 'yes', problems: [] });
    expect(verdict.says).toMatch(/why/);
  });

  it('asks for the lot', () => {
    const { lot: _lot, ...without } = serum;
    const verdict = judgeProduct(without, during('professional'));
    expect([verdict.may, codes(verdict)]).toEqual(['no', ['care.product-lot-missing']]);
    expect(codes(judgeProduct(product('saline'), during('professional')))).toEqual(['care.product-lot-missing']);
  });

  it('asks for a test patch that had two days, unless somebody says that none is needed', () => {
    const fresh = { ...serum, patchTestOn: day('2026-03-09') };
    expect(codes(judgeProduct(fresh, during('professional')))).toEqual(['care.product-patch-test-missing']);
    expect(judgeProduct(fresh, during('professional', { patchTestAsked: false })).may).toBe('yes');
    const gel = product('hydrogel', { lot: 'B' });
    expect(codes(judgeProduct(gel, during('professional', { patchTestAsked: true })))).toEqual([
      'care.product-patch-test-missing',
    ]);
  });

  it('refuses vitamin C there too', () => {
    expect(judgeProduct({ ...serum, inci: ['Ascorbic Acid'] }, during('professional')).may).toBe('no');
    expect(judgeProduct({ ...serum, kind: 'vitamin-c' }, during('professional')).may).toBe('no');
  });

  it('refuses on the day after the last good day', () => {
    const verdict = judgeProduct({ ...serum, expiresOn: day('2026-03-09') }, during('professional'));
    expect([verdict.may, codes(verdict)]).toEqual(['no', ['care.product-expired']]);
  });

  it('allows nothing on a zone of which the pack says nothing', () => {
    expect(judgeProduct(serum, during('professional', { zone: 'face' })).may).toBe('no');
    expect(judgeProduct(serum, during('professional', { zone: 'hip' })).may).toBe('yes');
  });
});

describe('after a session', () => {
  it('keeps oil off for 72 hours and says how many are left', () => {
    const verdict = judgeProduct(product('oil'), after(1));
    expect(verdict).toMatchObject({ may: 'not-yet', hoursLeft: 71 });
    expect(verdict.says).toMatch(/wait 2 days and 23 hours/);
    expect(codes(verdict)).toEqual(['care.product-not-yet']);
    expect(judgeProduct(product('oil'), after(71.99)).may).toBe('not-yet');
    expect(judgeProduct(product('oil'), after(72)).may).toBe('yes');
  });

  it.each(['retinoid', 'acid', 'vitamin-c', 'peroxide', 'serum', 'perfumed'] as const)('keeps %s off for a week', (kind) => {
    expect(judgeProduct(product(kind), after(0)).hoursLeft).toBe(168);
    expect(judgeProduct(product(kind), after(168)).may).toBe('yes');
  });

  it('lets the strictest ingredient decide', () => {
    const at30 = (...inci: string[]) => judgeProduct(product('moisturiser', { inci }), after(30));
    expect(at30('Aqua', 'Glycerin').may).toBe('yes');
    expect(at30('Aqua', 'Butyrospermum Parkii Butter').hoursLeft).toBe(42);
    expect(at30('Aqua', 'Butyrospermum Parkii Butter', 'Linalool').hoursLeft).toBe(138);
    expect(at30('Aqua', 'Linalool').reasons[0]).toMatchObject({ code: 'fragrance-ingredient', ingredient: 'Linalool' });
  });

  it('tells a mineral sunscreen from the others', () => {
    expect(judgeProduct(product('sunscreen', { inci: ['Zinc Oxide', 'Titanium Dioxide', 'CI 77891'] }), after(24)).may).toBe(
      'yes',
    );
    expect(judgeProduct(product('sunscreen', { inci: ['Zinc Oxide', 'Octocrylene'] }), after(24)).hoursLeft).toBe(48);
    expect(judgeProduct(product('sunscreen', { inci: ['Zinc Oxide', 'CI 77491'] }), after(24)).hoursLeft).toBe(48);
  });

  it('judges creams and sunscreens as they are sold', () => {
    const at = (hours: number, kind: GuardedProduct['kind'], ...inci: string[]) =>
      judgeProduct(product(kind, { inci, sterile: false }), after(hours));
    // A wound cream of lanolin, paraffin and panthenol lies on the skin as a film.
    expect(at(25, 'moisturiser', 'Aqua', 'Lanolin', 'Paraffinum Liquidum', 'Panthenol').hoursLeft).toBe(47);
    expect(at(25, 'moisturiser', 'Petrolatum').hoursLeft).toBe(47);
    expect(at(25, 'moisturiser', 'Aqua', 'Glycerin', 'Panthenol', 'Citric Acid', 'Tocopherol').may).toBe('yes');
    expect(at(25, 'sunscreen', 'Aqua', 'Zinc Oxide', 'Octocrylene').may).toBe('not-yet');
    expect(at(25, 'moisturiser', 'Aqua', 'Sodium Ascorbyl Phosphate').hoursLeft).toBe(143);
    expect(at(25, 'moisturiser', 'Aqua', 'Vitamin A Palmitate').hoursLeft).toBe(143);
  });

  it('takes a gel that is not sterile for a moisturiser, and unknown hours for none', () => {
    expect(judgeProduct(product('hydrogel'), after(0)).may).toBe('yes');
    expect(judgeProduct(product('hydrogel', { sterile: false }), after(0)).hoursLeft).toBe(24);
    expect(judgeProduct(product('oil'), { setting: 'home', stage: 'after-session', today }).hoursLeft).toBe(72);
    expect(judgeProduct(product('oil'), after(-5)).hoursLeft).toBe(72);
  });
});

describe('between sessions', () => {
  const between: WhenApplied = { setting: 'home', stage: 'no-session', today };
  it('lets everything in date go on, and says what has to be off again before a session', () => {
    expect(judgeProduct(product('oil'), between).may).toBe('yes');
    const retinoid = judgeProduct(product('cream', { inci: ['Retinol'] }), between);
    expect([retinoid.may, retinoid.reasons[0]?.code, retinoid.reasons[0]?.ingredient]).toEqual([
      'yes',
      'retinoid-before-session',
      'Retinol',
    ]);
    expect(judgeProduct(product('oil', { expiresOn: day('2026-03-09') }), between).may).toBe('no');
  });
});

describe('the label', () => {
  const classes = (...inci: string[]) => [...new Set(readLabel(inci).map((f) => f.of))].sort();
  it.each([
    ['retinoid', ['Retinyl Palmitate', 'Hydroxypinacolone Retinoate', 'Tretinoin', 'Adapalene']],
    [
      'acid',
      ['Glycolic Acid', 'Lactic Acid', 'Gluconolactone', 'Salix Alba (Willow) Bark Extract', 'Potassium Azeloyl Diglycinate'],
    ],
    ['vitamin-c', ['Ascorbic Acid', 'Ascorbyl Glucoside', 'Sodium Ascorbyl Phosphate', 'Tetrahexyldecyl Ascorbate']],
    ['peroxide', ['Benzoyl Peroxide', 'Hydrogen Peroxide']],
    ['fragrance', ['Parfum', 'Fragrance', 'Limonene', 'Linalool', 'Geraniol', 'Benzyl Salicylate']],
    ['essential-oil', ['Lavandula Angustifolia Oil', 'Melaleuca Alternifolia Leaf Oil', 'Menthol']],
    ['exfoliant', ['Prunus Armeniaca Seed Powder', 'Papain', 'Urea']],
    [
      'plant-oil',
      ['Cocos Nucifera (Coconut) Oil', 'Olea Europaea Fruit Oil', 'Theobroma Cacao Seed Butter', 'Helianthus Annuus Seed Oil'],
    ],
    ['film', ['Petrolatum', 'Paraffinum Liquidum']],
    ['anaesthetic', ['Lidocaine', 'Prilocaine HCl']],
    ['sensitiser', ['Methylisothiazolinone', 'DMDM Hydantoin', 'Diazolidinyl Urea']],
    [
      'chemical-filter',
      ['Tris-Biphenyl Triazine', 'Octyl Methoxycinnamate', 'Homosalate', 'Butyl Methoxydibenzoylmethane', 'Benzophenone-3'],
    ],
    ['mineral-filter', ['Zinc Oxide', 'Titanium Dioxide (nano)', 'CI 77947']],
    ['tint', ['CI 77491', 'Iron Oxides', 'Mica']],
    ['other-active', ['Niacinamide', 'Copper Tripeptide-1', 'Palmitoyl Pentapeptide-4']],
    ['steroid', ['Hydrocortisone Acetate', 'Clobetasol Propionate']],
    ['alcohol', ['Alcohol Denat.', 'ALCOHOL']],
  ])('knows %s by its names', (of, names) => {
    for (const name of names) expect(classes(name), name).toContain(of);
  });

  it('leaves alone what only sounds like it', () => {
    const harmless = ['Aqua', 'Glycerin', 'Sodium Hyaluronate', 'Hyaluronic Acid', 'Citric Acid', 'Stearic Acid', 'Carbomer'];
    expect(classes(...harmless, 'Cetyl Alcohol', 'Cetearyl Alcohol', 'Sodium Chloride', 'Panthenol', 'Phenoxyethanol')).toEqual(
      [],
    );
  });

  it('reads accents, capitals, footnote marks and a whole label pasted into one line', () => {
    expect(classes('LINALOOL*')).toEqual(['fragrance']);
    expect(classes('Rétinol')).toEqual(['retinoid']);
    expect(classes('Aqua, Glycerin, Parfum, Limonene')).toEqual(['fragrance']);
  });
});

it('says hours as a person would', () => {
  expect([0.2, 1, 17, 47.5, 71, 72, 168].map(sayHours)).toEqual([
    '1 hour',
    '1 hour',
    '17 hours',
    '2 days',
    '2 days and 23 hours',
    '3 days',
    '7 days',
  ]);
});
