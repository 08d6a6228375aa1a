import { convention, type ProductKind, type SourceId } from '@stria/record';

/**
 * What stands on a label, sorted by what it does to skin that is open. Names are matched as INCI writes them; a class counts as
 * soon as one of its names is on the label, because a label never says how much. Citric and hyaluronic acid, tocopherol and
 * glycerin are not in any class: on nearly every bland label they only hold water or set the pH. What may go on skin that is
 * being needled at home is told the other way round, by what is known to be plain (`notPlain`).
 */
export const ingredientClasses = [
  'retinoid',
  'acid',
  'vitamin-c',
  'peroxide',
  'fragrance',
  'essential-oil',
  'exfoliant',
  'other-active',
  'sensitiser',
  'steroid',
  'plant-oil',
  'film',
  'chemical-filter',
  'tint',
  'alcohol',
  'anaesthetic',
  'mineral-filter',
] as const;
export type IngredientClass = (typeof ingredientClasses)[number];

export interface IngredientRow {
  readonly name: string;
  /** After a session it waits as long as this kind of product does. */
  readonly waitsLike: ProductKind;
  /** A clinic's protocol may let it be put on during a session; everything else stays off open channels everywhere. */
  readonly clinicMayAllow: boolean;
  /** Why it does not go on open skin; of the one class that may, what it is good for. */
  readonly says: string;
  readonly sources: readonly SourceId[];
  readonly names: RegExp;
}

const LUMPS = 'pushed into open skin it has led to lumps (granulomas) that lasted for months';

export const ingredients: Readonly<Record<IngredientClass, IngredientRow>> = {
  retinoid: {
    name: 'a retinoid',
    waitsLike: 'retinoid',
    clinicMayAllow: false,
    says: 'A retinoid irritates and peels; care sheets keep it off for four to seven days, and stria for the longer time.',
    sources: ['d29', 'j03', 'c02'],
    names:
      /\b(vitamin a|retinol|retinal|retinaldehyde|retinyl\b|retinoic|retinoate|retinoxy\w*|tretinoin|isotretinoin|adapalene|tazarotene|trifarotene)/,
  },
  acid: {
    name: 'a peeling acid',
    waitsLike: 'acid',
    clinicMayAllow: false,
    says: 'An acid that peels stings and takes off the layer that is closing; care sheets keep it off for four to seven days.',
    sources: ['d29', 'c02'],
    names:
      /\b(glycolic|lactic|mandelic|malic|tartaric|salicylic|salicyloyl|azelaic|pyruvic|trichloroacetic|phytic|lactobionic|kojic)\b|\b(gluconolactone|glycolate|betaine salicylate|salix (alba|nigra|\w+ (bark|extract))|azelo?yl|azelaoyl|hydroxyacetic|polyhydroxy acid|succinic acid)/,
  },
  'vitamin-c': {
    name: 'vitamin C',
    waitsLike: 'vitamin-c',
    clinicMayAllow: false,
    says: `Vitamin C: ${LUMPS}. It was in the product in most of the 15 people who were reported.`,
    sources: ['e06', 'e07', 'e09', 'c02', 'b11', 'd29'],
    names: /ascorb(ic|yl|ate)|\b(sodium|magnesium) ascorb|\bethyl ascorbic|\bvitamin c\b/,
  },
  peroxide: {
    name: 'a peroxide',
    waitsLike: 'peroxide',
    clinicMayAllow: false,
    says: 'A peroxide irritates and dries; care sheets keep it off for four to seven days.',
    sources: ['d29'],
    names: /\b(benzoyl|hydrogen|carbamide|urea) peroxide\b/,
  },
  fragrance: {
    name: 'perfume',
    waitsLike: 'perfumed',
    clinicMayAllow: false,
    says: 'Perfume can make skin allergic, more so when it gets in through open channels.',
    sources: ['e04', 'e06', 'e07', convention],
    names:
      /\b(parfum|perfume|fragrance|aroma|limonene|linalool|linalyl acetate|citral|citronellol|geraniol|eugenol|isoeugenol|coumarin|cinnamal|cinnamyl alcohol|farnesol|hydroxycitronellal|hexyl cinnamal|amyl ?cinnam\w+|benzyl (salicylate|benzoate|cinnamate|alcohol)|anise alcohol|methyl 2-octynoate|butylphenyl methylpropional|hydroxyisohexyl 3-cyclohexene carboxaldehyde|alpha-isomethyl ionone|evernia \w+|vanillin|terpineol|pinene)\b/,
  },
  'essential-oil': {
    name: 'an essential oil',
    waitsLike: 'perfumed',
    clinicMayAllow: false,
    says: 'An essential oil is perfume in strong form: it stings and can make skin allergic.',
    sources: ['e04', 'e06', convention],
    names:
      /\b(lavandula|melaleuca|mentha|rosmarinus|eucalyptus|cananga|pelargonium|pogostemon|santalum|cymbopogon|thymus|origanum|ocimum|citrus|juniperus|cupressus|cedrus|boswellia|salvia|anthemis|vetiveria|syzygium|eugenia caryophyllus|cinnamomum|rosa \w+ flower)\b|\b(menthol|camphor|thymol|tea tree)\b/,
  },
  exfoliant: {
    name: 'something that scrubs or loosens skin',
    waitsLike: 'acid',
    clinicMayAllow: false,
    says: 'Grains, enzymes and urea loosen the top layer, which is the one that is closing.',
    sources: ['d29', convention],
    names:
      /\b(shell powder|seed powder|kernel powder|pumice|polyethylene|papain|bromelain|ficin|subtilisin|urea|jojoba esters beads|sodium bicarbonate)\b/,
  },
  'other-active': {
    name: 'an active ingredient',
    waitsLike: 'serum',
    clinicMayAllow: true,
    says: 'It is meant to act inside the skin. Reviewers advise caution with everything that was not made to be put into the skin.',
    sources: ['c02', 'e10', 'e16'],
    names:
      /\b(niacinamide|nicotinamide|hydroquinone|arbutin|tranexamic acid|ferulic acid|resorcinol|phenylethyl resorcinol|caffeine|copper|zinc (pca|gluconate|sulfate)|\w*peptide(-\d+)?|sh-\w+|egf|exosomes?|growth factors?|bakuchiol|centella|asiaticoside|madecassoside|resveratrol|ubiquinone|thioctic acid|snail secretion filtrate|pdrn|polydeoxyribonucleotide|sodium dna|minoxidil|clindamycin|azithromycin)\b/,
  },
  sensitiser: {
    name: 'a preservative that often makes skin allergic',
    waitsLike: 'perfumed',
    clinicMayAllow: false,
    says: 'This preservative is a common cause of contact allergy, and open skin lets more of it in.',
    sources: ['e04', 'e07', convention],
    names:
      /\b(methyl(chloro)?isothiazolinone|benzisothiazolinone|dmdm hydantoin|(imid|diazol)\w*idinyl urea|quaternium-15|bronopol|2-bromo-2-nitropropane|methyldibromo glutaronitrile|iodopropynyl butylcarbamate|formaldehyde)\b/,
  },
  steroid: {
    name: 'a steroid',
    waitsLike: 'other',
    clinicMayAllow: false,
    says: 'A steroid cream thins skin. Ask whoever prescribed it when to go on; do not stop a prescribed cream on your own.',
    sources: ['c28', 'i15'],
    names:
      /\b(hydrocortisone|prednisolone|methylprednisolone|betamethasone|clobetasol|clobetasone|mometasone|fluticasone|fluocinolone|fluocinonide|triamcinolone|dexamethasone)\b/,
  },
  'plant-oil': {
    name: 'an oil or butter',
    waitsLike: 'oil',
    clinicMayAllow: false,
    says: 'An oil is not sterile and is not meant for open skin. No trial shows that it does anything for the marks.',
    sources: ['d07', 'c02', 'j07'],
    names: /\b(oil|butter)\b|\bbutyrospermum\b|\btheobroma\b|\bolus\b|\blanolin\b/,
  },
  film: {
    name: 'a film over the skin',
    waitsLike: 'oil',
    clinicMayAllow: false,
    says: 'It lies on the skin as a film, and under a film the channels stay open for longer.',
    sources: ['d06', 'd12'],
    names: /\b(petrolatum|paraffinum|paraffin|cera microcristallina|ozokerite|mineral oil|vaseline)\b/,
  },
  'chemical-filter': {
    name: 'a sun filter that goes into the skin',
    waitsLike: 'make-up',
    clinicMayAllow: false,
    says: 'This sun filter is not a mineral. The first sunscreen after needling is a mineral one, with zinc or titanium.',
    sources: ['d31', convention],
    names:
      /\b(avobenzone|butyl methoxydibenzoylmethane|octocrylene|homosalate|octisalate|octinoxate|(ethylhexyl|octyl) (salicylate|methoxycinnamate|triazone|dimethyl paba)|butyloctyl salicylate|tris-biphenyl triazine|diethylhexyl butamido triazone|phenylene bis-diphenyltriazine|polysilicone-15|menthyl anthranilate|bemotrizinol|bisoctrizole|ecamsule|meradimate|padimate o|oxybenzone|benzophenone-\d|bis-ethylhexyloxyphenol methoxyphenyl triazine|diethylamino hydroxybenzoyl hexyl benzoate|drometrizole trisiloxane|terephthalylidene dicamphor sulfonic acid|phenylbenzimidazole sulfonic acid|methylene bis-benzotriazolyl tetramethylbutylphenol|isoamyl p-methoxycinnamate)\b/,
  },
  tint: {
    name: 'a colour',
    waitsLike: 'make-up',
    clinicMayAllow: false,
    says: 'Colour can stay in open channels; a tinted sunscreen was part of one reported case of lumps.',
    sources: ['e09', 'd30'],
    names: /\b(iron oxides?|ci (?!77891\b|77947\b)\d{5}|mica|carmine|ultramarines?)\b/,
  },
  alcohol: {
    name: 'drying alcohol',
    waitsLike: 'make-up',
    clinicMayAllow: false,
    says: 'Alcohol stings and dries on skin that is open.',
    sources: ['e04', convention],
    names: /(^|, ?)(alcohol|alcohol denat\.?|sd alcohol.*|ethanol|isopropyl alcohol|denatured alcohol)(,|$)/,
  },
  anaesthetic: {
    name: 'a numbing medicine',
    waitsLike: 'numbing-cream',
    clinicMayAllow: true,
    says: 'Through broken skin more of it gets into the blood. A regulator warns against it on broken or irritated skin; two people died who wore it under a wrap.',
    sources: ['c19', 'c20'],
    names: /\b(lidocaine|lignocaine|prilocaine|benzocaine|tetracaine|amethocaine|pramocaine|pramoxine|articaine|bupivacaine)\b/,
  },
  'mineral-filter': {
    name: 'a mineral sun filter',
    waitsLike: 'sunscreen',
    clinicMayAllow: false,
    says: 'Zinc and titanium are the filters to begin with once sunscreen may go on.',
    sources: ['d24', 'd31'],
    names: /\b(zinc oxide|titanium dioxide|ci 77891|ci 77947)\b/,
  },
};

/** A name of a label as the table spells it: small letters, no accents, no footnote marks. */
const plain = (inci: string): string =>
  inci
    .normalize('NFKD')
    .replace(/[\u0300-\u036f*†‡]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export interface IngredientFound {
  readonly of: IngredientClass;
  /** As the label has it. */
  readonly ingredient: string;
  /** Its place in the list that was handed in. */
  readonly index: number;
}

/** Every class that the label touches, once for each name that touches it, in the order of the label. */
export function readLabel(inci: readonly string[]): IngredientFound[] {
  return inci.flatMap((ingredient, index) => {
    const name = plain(ingredient);
    return ingredientClasses.filter((of) => ingredients[of].names.test(name)).map((of) => ({ of, ingredient, index }));
  });
}

/**
 * What a plain saline or hydrogel is made of: water, salts, what thickens it and what sets its pH. At home nothing else goes on
 * skin that is being needled: a list of what is forbidden is never complete, and what is not known goes in all the same.
 * Source: c02, d27, convention.
 */
const plainParts: readonly RegExp[] = [
  /^((purified|sterile|distilled|deionized|demineralized) )?(water|aqua|eau)( \(?(aqua|water|eau)\)?)*( for injections?)?$/,
  /^aqua\s?\/\s?(water|eau)(\s?\/\s?(water|eau))?$/,
  /^(sodium|potassium|calcium|magnesium) chloride$/,
  /^(glycerin|glycerine|glycerol|propylene glycol)$/,
  /^(sodium )?(carbomer|polyacrylate)( homopolymer)?( \d+)?$/,
  /^(sodium carboxymethylcellulose|carmellose sodium|cellulose gum|hydroxyethylcellulose|hydroxypropyl methylcellulose|hypromellose|xanthan gum|agar|sodium alginate|calcium alginate|poloxamer \d+)$/,
  /^(sodium hydroxide|potassium hydroxide|hydrochloric acid|citric acid|(tri)?sodium citrate|tromethamine)$/,
  /^((mono|di|tri)?(sodium|potassium) |(mono|di)basic )*(phosphate|dihydrogen phosphate|hydrogen phosphate)$/,
  /^((di|tetra)sodium )?edta$/,
];

/** Every name of a label that is not known to be part of a plain saline or hydrogel, with its place in the list. */
export function notPlain(inci: readonly string[]): { readonly ingredient: string; readonly index: number }[] {
  return inci.flatMap((ingredient, index) => {
    const names = plain(ingredient)
      .replace(/\.$/, '')
      .split(/[,;]/)
      .map((n) => n.trim())
      .filter((n) => n !== '');
    return names.every((n) => plainParts.some((p) => p.test(n))) ? [] : [{ ingredient, index }];
  });
}
