import {
  convention,
  type Day,
  daysBetween,
  type Problem,
  type Product,
  type ProductKind,
  type ProtocolPack,
  problem,
  productKinds,
  type Setting,
  type SourceId,
  type Zone,
} from '@stria/record';
import { type IngredientFound, ingredients, notPlain, readLabel } from './products-ingredients.ts';
import { builtInPack } from './protocol.ts';

/**
 * The product guard: whether something may go on the skin now. During a session the channels are open, and what is put on goes
 * in; most of the lumps that last came that way. Source: c02, e06, e07, e16.
 */
export type GuardedProduct = Pick<Product, 'kind' | 'inci' | 'sterile' | 'lot' | 'openedOn' | 'expiresOn' | 'patchTestOn'>;

export interface WhenApplied {
  readonly setting: Setting;
  readonly stage: 'during-session' | 'after-session' | 'no-session';
  /** From the last pass on. Absent after a session counts as 0, the careful end. */
  readonly hoursSinceSession?: number;
  readonly today: Day;
  /** Whether a test patch is asked for; absent: in a clinic, for everything that is not saline or hydrogel. */
  readonly patchTestAsked?: boolean;
  /** Where: the pack may allow a glide on one zone only. Absent: what it allows on every zone. */
  readonly zone?: Zone;
}

export interface ProductReason {
  readonly code: string;
  /** As the label has it. */
  readonly ingredient?: string;
  readonly says: string;
  readonly sources: readonly SourceId[];
  /** Hours after the last pass from which this reason is over. */
  readonly fromHours?: number;
}

export interface ProductVerdict {
  readonly may: 'yes' | 'not-yet' | 'no';
  /** Only with `not-yet`. */
  readonly hoursLeft?: number;
  readonly says: string;
  readonly reasons: readonly ProductReason[];
  /** The same refusal for an API, one for each thing that would have to change; empty with `yes`. */
  readonly problems: readonly Problem[];
}

/** Plain enough for open skin, if sterile. Source: d27, b11. */
const bland: readonly ProductKind[] = ['saline', 'hydrogel'];
/** A test patch has to stay calm this long. Source: convention; that such a test shows an allergy: e07. */
export const PATCH_TEST_DAYS = 2;

/** Why a kind of product stays off skin that is being needled, where its label was not copied or says nothing. */
const kindReasons: Readonly<Partial<Record<ProductKind, Omit<ProductReason, 'code'>>>> = {
  serum: {
    says: 'What a serum holds is pushed in by the needles. Lumps (granulomas) that lasted for months came that way, also after a serum of hyaluronic acid, glycerin, zinc and copper.',
    sources: ['c02', 'e06', 'e07', 'e09', 'e10'],
  },
  'vitamin-c': { says: ingredients['vitamin-c'].says, sources: ingredients['vitamin-c'].sources },
  retinoid: { says: ingredients.retinoid.says, sources: ingredients.retinoid.sources },
  acid: { says: ingredients.acid.says, sources: ingredients.acid.sources },
  peroxide: { says: ingredients.peroxide.says, sources: ingredients.peroxide.sources },
  oil: { says: ingredients['plant-oil'].says, sources: ingredients['plant-oil'].sources },
  perfumed: { says: ingredients.fragrance.says, sources: ingredients.fragrance.sources },
  'numbing-cream': { says: ingredients.anaesthetic.says, sources: ingredients.anaesthetic.sources },
  'make-up': { says: ingredients.tint.says, sources: ingredients.tint.sources },
};
const anyKind: Omit<ProductReason, 'code'> = {
  says: 'It is not made for open skin. Only plain sterile saline or hydrogel goes there.',
  sources: ['c02', 'd27', 'e06'],
};

/** Kinds that never go on open channels, whatever a pack says. Source: c02, e06, e07, e09, d29. */
const neverDuring: readonly ProductKind[] = [
  'retinoid',
  'acid',
  'vitamin-c',
  'peroxide',
  'perfumed',
  'oil',
  'make-up',
  'sunscreen',
];

/** May this go on the skin now? Every reason is listed; a reason that only informs leaves `may` as it is. */
export function judgeProduct(product: GuardedProduct, when: WhenApplied, pack: ProtocolPack = builtInPack): ProductVerdict {
  const label = readLabel(product.inci);
  const judged =
    when.stage === 'during-session'
      ? during(product, when, pack, label)
      : when.stage === 'after-session'
        ? after(product, Math.max(0, when.hoursSinceSession ?? 0), pack, label)
        : between(product, label);
  if (product.expiresOn === undefined || daysBetween(product.expiresOn, when.today) <= 0) return judged;
  const says = `It was good until ${product.expiresOn}. Do not put it on.`;
  return {
    may: 'no',
    says,
    reasons: [{ code: 'expired', says, sources: [convention] }, ...judged.reasons],
    problems: [problem('care.product-expired', '/expiresOn', says, 'Take one that is in date.'), ...judged.problems],
  };
}

function during(
  product: GuardedProduct,
  when: WhenApplied,
  pack: ProtocolPack,
  label: readonly IngredientFound[],
): ProductVerdict {
  const home = when.setting === 'home';
  const reasons: ProductReason[] = [];
  const problems: Problem[] = [];
  const refuse = (reason: ProductReason, code: string, at: string, mend?: string) => {
    reasons.push(reason);
    problems.push(problem(code, at, reason.says, mend));
  };
  if (!glides(pack, when).includes(product.kind)) {
    const mend = home
      ? 'Use nothing, sterile saline or a plain sterile hydrogel.'
      : 'Choose something that the protocol allows.';
    refuse(
      { code: 'kind-not-during-session', ...(kindReasons[product.kind] ?? anyKind) },
      'care.product-not-allowed',
      '/kind',
      mend,
    );
  }
  for (const { of, ingredient, index } of label) {
    const row = ingredients[of];
    if (!home && row.clinicMayAllow && glides(pack, when).includes(row.waitsLike)) continue;
    refuse(
      { code: `${of}-ingredient`, ingredient, says: row.says, sources: row.sources },
      'care.product-not-allowed',
      `/inci/${index}`,
    );
  }
  for (const { ingredient, index } of home ? notPlain(product.inci) : []) {
    if (label.some((l) => l.index === index)) continue;
    const says = `${ingredient.slice(0, 60)} is not known as part of plain saline or hydrogel. What goes on skin that is being needled goes in.`;
    refuse(
      { code: 'not-plain', ingredient, says, sources: ['c02', 'd27', 'e10', convention] },
      'care.product-not-allowed',
      `/inci/${index}`,
    );
  }
  if (!product.sterile) {
    const says = 'It is not sterile. Only something sterile goes on skin that is being needled.';
    refuse({ code: 'not-sterile', says, sources: ['d27', 'e11'] }, 'care.product-not-sterile', '/sterile');
  }
  if (!home && (product.lot ?? '') === '') {
    const says = 'The lot number is missing. With it, a person who was treated can be found again if something goes wrong.';
    refuse({ code: 'lot-missing', says, sources: ['e12'] }, 'care.product-lot-missing', '/lot', 'Copy the lot from the pack.');
  }
  if ((when.patchTestAsked ?? (!home && !bland.includes(product.kind))) && !patchStayedCalm(product, when.today)) {
    const says = 'A test patch that stayed calm for two days is missing.';
    refuse(
      { code: 'patch-test-missing', says, sources: ['e07', convention] },
      'care.product-patch-test-missing',
      '/patchTestOn',
    );
  }
  const [first] = reasons;
  if (first !== undefined) return { may: 'no', says: `Not during a session. ${first.says}`, reasons, problems };
  return {
    may: 'yes',
    says: home ? 'This may go on during the session, thinly.' : 'The protocol allows this. Write down why it is used.',
    reasons: [
      ...labelUnread(product),
      { code: 'bland-glide', says: 'Plain and sterile, so that nothing active goes in.', sources: ['d27', 'b11'] },
    ],
    problems: [],
  };
}

/** What the pack lets on the skin during a session: where no zone is named, only what it allows on all of them. */
function glides(pack: ProtocolPack, when: WhenApplied): ProductKind[] {
  const rows = pack.zones.filter((r) => r.setting === when.setting && (when.zone === undefined || r.zones.includes(when.zone)));
  if (rows.length === 0) return [];
  return productKinds.filter(
    (kind) =>
      rows.every((r) => r.glides.includes(kind)) &&
      !neverDuring.includes(kind) &&
      (when.setting === 'professional' || bland.includes(kind)),
  );
}

const patchStayedCalm = (product: GuardedProduct, today: Day): boolean =>
  product.patchTestOn !== undefined && daysBetween(product.patchTestOn, today) >= PATCH_TEST_DAYS;

function after(product: GuardedProduct, hours: number, pack: ProtocolPack, label: readonly IngredientFound[]): ProductVerdict {
  const unsterile = bland.includes(product.kind) && !product.sterile;
  const kindHours = hoursOf(unsterile ? 'moisturiser' : product.kind, pack);
  const all: ProductReason[] = [
    {
      ...(kindReasons[product.kind] ?? kindAfter(product.kind, unsterile)),
      code: unsterile ? 'not-sterile' : 'kind-after-session',
      fromHours: kindHours.fromHours,
      sources: kindHours.sources,
    },
    ...label.map(({ of, ingredient }) => {
      const { says, sources, waitsLike } = ingredients[of];
      return { code: `${of}-ingredient`, ingredient, says, sources, fromHours: hoursOf(waitsLike, pack).fromHours };
    }),
  ];
  const waiting = all.filter((r) => (r.fromHours ?? 0) > hours).sort((a, b) => (b.fromHours ?? 0) - (a.fromHours ?? 0));
  const hoursLeft = Math.max(0, ...waiting.map((r) => (r.fromHours ?? 0) - hours));
  const [first] = waiting;
  if (first === undefined) {
    return { may: 'yes', says: 'This may go on now.', reasons: [waitIsOver(all), ...labelUnread(product)], problems: [] };
  }
  const says = `Not yet: wait ${sayHours(hoursLeft)}. ${first.says}`;
  return {
    may: 'not-yet',
    hoursLeft,
    says,
    reasons: waiting,
    problems: [problem('care.product-not-yet', '/kind', says)],
  };
}

/** What stood in the way the longest, now that it is over. */
function waitIsOver(all: readonly ProductReason[]): ProductReason {
  const fromHours = Math.max(...all.map((r) => r.fromHours ?? 0));
  const sources = [...new Set(all.filter((r) => r.fromHours === fromHours).flatMap((r) => r.sources))];
  const says =
    fromHours === 0 ? 'It may go on at once.' : `It waits for ${sayHours(fromHours)} after a session; that time is over.`;
  return { code: 'time-over', says, sources, fromHours };
}

const kindAfter = (kind: ProductKind, unsterile: boolean): Pick<ProductReason, 'says'> => ({
  says: unsterile
    ? 'It is not sterile; on the first day only something sterile goes on.'
    : bland.includes(kind)
      ? 'Plain and sterile: it may go on at once.'
      : 'The skin is still open. What goes on now goes in.',
});

/**
 * When a kind may go on again: the latest of the pack's items that name it. A kind that no item names waits as long as the
 * strictest item of all, since nobody has said that it may go on earlier.
 */
function hoursOf(kind: ProductKind, pack: ProtocolPack): { readonly fromHours: number; readonly sources: readonly SourceId[] } {
  const naming = pack.aftercare.items.filter((item) => item.products.includes(kind));
  if (naming.length === 0) {
    return {
      fromHours: Math.max(pack.openHours, ...pack.aftercare.items.map((i) => i.fromHours)),
      sources: [convention, 'c02'],
    };
  }
  const latest = Math.max(...naming.map((i) => i.fromHours));
  return { fromHours: latest, sources: naming.filter((i) => i.fromHours === latest).flatMap((i) => i.sources) };
}

/** Nothing was needled: anything may go on. What has to be off again before a session is said. Source: c24. */
function between(product: GuardedProduct, label: readonly IngredientFound[]): ProductVerdict {
  const strong = ['retinoid', 'acid', 'peroxide'] as const;
  const named = strong.flatMap((of) => {
    const found = label.find((l) => l.of === of);
    return found === undefined && product.kind !== of ? [] : [{ of, ingredient: found?.ingredient }];
  });
  return {
    may: 'yes',
    says: 'This may go on: no session was near.',
    reasons: [
      ...named.map(({ of, ingredient }) => ({
        code: `${of}-before-session`,
        ...(ingredient === undefined ? {} : { ingredient }),
        says: 'Leave it off for five days before a session. Of a prescribed cream, ask whoever prescribed it.',
        sources: of === 'retinoid' ? ['c24'] : ['c24', convention],
      })),
      ...labelUnread(product),
    ],
    problems: [],
  };
}

/** An empty list of ingredients is a label that nobody copied: then the kind alone decides, and that is said. */
const labelUnread = (product: GuardedProduct): ProductReason[] =>
  product.inci.length > 0
    ? []
    : [
        {
          code: 'ingredients-unknown',
          says: 'The ingredients were not copied from the label, so only the kind was looked at.',
          sources: [convention],
        },
      ];

/** Whole hours, rounded up; days from two days on: `17 hours`, `3 days`. */
export function sayHours(hours: number): string {
  const whole = Math.max(1, Math.ceil(hours));
  if (whole < 48) return whole === 1 ? '1 hour' : `${whole} hours`;
  const days = Math.floor(whole / 24);
  const rest = whole % 24;
  return rest === 0 ? `${days} days` : `${days} days and ${rest === 1 ? '1 hour' : `${rest} hours`}`;
}
