import * as z from 'zod/mini';
import { answersSchema, consultOutcomes, devices, settings } from './answers.ts';
import { checkInReportSchema } from './checkin.ts';
import {
  applicationSchema,
  controlRegionSchema,
  goalSchema,
  irritationSchema,
  methodChoiceSchema,
  onsetSchema,
  quizSchema,
  weekNoteSchema,
} from './journal.ts';
import { comparisonSchema, examinationSchema } from './measurement.ts';
import { antisepticSchema, deviceSchema, disinfectedThings, productSchema, retiredWays } from './register.ts';
import { countSchema, daySchema, instantSchema, sha256Schema, textSchema, uuidSchema } from './schema.ts';
import { sides, zones } from './zone.ts';

/**
 * Every kind of entry that a chart can hold. Entries are appended and never edited; what is true today is read from them
 * (record.ts). A correction is an entry too. `v` is the version of the envelope and body together (upcast.ts).
 */
export const ENTRY_VERSION = 2;

declare const personBrand: unique symbol;
declare const entryBrand: unique symbol;
export type PersonId = string & { readonly [personBrand]?: true };
export type EntryId = string & { readonly [entryBrand]?: true };

const id = z.pipe(
  uuidSchema,
  z.transform((v) => v as EntryId),
);
const person = z.pipe(
  uuidSchema,
  z.transform((v) => v as PersonId),
);

/** Bytes that the chart points at: a photo as it was taken (metadata stripped) or a mask that a person painted. */
export const blobSchema = z.strictObject({
  sha256: sha256Schema,
  bytes: countSchema,
  mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
});
export type BlobRef = z.infer<typeof blobSchema>;

const consentPurposes = ['expectations', 'home-needling', 'treatment', 'clinical-photo'] as const;

/** More palms than the largest zone takes. Source: convention. */
export const MOST_PATCHES = 24;

/** The steps of a session, in the order in which the room asks for them; each is an entry of its own, so a crash loses none. */
export const sessionEventSchema = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('started'),
    plan: z.optional(id),
    n: z.int().check(z.minimum(1)),
    zones: z.array(z.enum(zones)).check(z.minLength(1)),
    side: z.optional(z.enum(sides)),
    device: z.enum(devices),
    needleLengthMm: z.number().check(z.gt(0), z.maximum(5)),
    needle: z.enum(['new-sealed-sterile', 'own-reused']),
    usesBefore: countSchema,
    lot: z.optional(textSchema(80)),
    /** The device of the register: the id of its entry. */
    registered: z.optional(id),
    /** Absent: at home. */
    setting: z.optional(z.enum(settings)),
    /** Palm-sized patches that each zone is done in; absent: one. */
    patches: z.optional(
      z.array(z.strictObject({ zone: z.enum(zones), count: z.int().check(z.minimum(1), z.maximum(MOST_PATCHES)) })),
    ),
    /** The screening of the day itself: the answers on which `mayStart` was asked. */
    answers: id,
  }),
  z.strictObject({ step: z.literal('hands-washed') }),
  /** Looked at under a bright light: a bent needle ends it, and so does one that another person has used. */
  z.strictObject({ step: z.literal('needle-checked'), bentNeedles: z.boolean(), usedByAnotherPerson: z.boolean() }),
  z.strictObject({
    step: z.literal('disinfection-started'),
    of: z.enum(disinfectedThings),
    /** The antiseptic of the register: the id of its entry. */
    registered: z.optional(id),
    agent: textSchema(80),
    concentrationPercent: z.optional(z.number().check(z.gt(0), z.maximum(100))),
    expiresOn: z.optional(daySchema),
    /** How long it has to stay wet before the next step opens. */
    contactSeconds: z.int().check(z.minimum(1)),
  }),
  z.strictObject({ step: z.literal('disinfection-finished'), of: z.enum(disinfectedThings) }),
  z.strictObject({
    step: z.literal('passes-done'),
    zone: z.enum(zones),
    /** Which patch of the zone, from 1; absent: the first. */
    patch: z.optional(z.int().check(z.minimum(1), z.maximum(MOST_PATCHES))),
    /** 1 up-down, 2 left-right, 3 and 4 the two diagonals. */
    direction: z.int().check(z.minimum(1), z.maximum(4)),
    passes: z.int().check(z.minimum(1), z.maximum(15)),
  }),
  /** What the skin of a zone shows after its passes: at home even pink is where to stop. Source: b09, d11. */
  z.strictObject({ step: z.literal('bleeding'), zone: z.enum(zones), amount: z.enum(['none', 'pinpoint', 'more']) }),
  /** Something put on the skin during the session; in a clinic with a reason. */
  z.strictObject({ step: z.literal('product-applied'), product: id, reason: z.optional(textSchema(300)) }),
  z.strictObject({ step: z.literal('zone-stopped'), zone: z.enum(zones), reason: textSchema(500) }),
  z.strictObject({ step: z.literal('needle-put-away'), way: z.enum(['sharps-bin', 'disinfected-not-sterile']) }),
  z.strictObject({ step: z.literal('aftercare-started') }),
  z.strictObject({ step: z.literal('aftercare-declined'), reason: textSchema(500).check(z.minLength(1)) }),
  z.strictObject({ step: z.literal('closed') }),
  z.strictObject({ step: z.literal('broken-off'), reason: textSchema(500) }),
]);
export type SessionEvent = z.infer<typeof sessionEventSchema>;

const bodies = {
  /** Opens a chart. `invented` marks the cast of the demo: shown as such on every screen. */
  person: z.strictObject({ alias: textSchema(80), invented: z.boolean() }),
  answers: answersSchema,
  consent: z.strictObject({
    purpose: z.enum(consentPurposes),
    agreed: z.boolean(),
    textVersion: textSchema(40),
    text: textSchema(5000),
  }),
  consult: z.strictObject({
    on: daySchema,
    with: textSchema(120),
    outcome: z.enum(consultOutcomes),
    needleLengthMmMax: z.optional(z.number().check(z.gt(0))),
    /** The answers that the doctor was shown: a riskier answer later voids the consult. */
    answers: id,
    note: z.optional(textSchema(2000)),
  }),
  plan: z.strictObject({
    answers: id,
    start: daySchema,
    sessions: z.array(
      z.strictObject({
        n: z.int().check(z.minimum(1)),
        on: daySchema,
        needleLengthMm: z.number().check(z.gt(0), z.maximum(5)),
        zones: z.array(z.enum(zones)),
      }),
    ),
    passesPerDirection: z.int().check(z.minimum(1)),
    photosOn: z.array(daySchema),
    checkInsAfterHours: z.array(z.number().check(z.minimum(0))),
    horizonDays: countSchema,
    notes: z.array(z.string()),
  }),
  /** `session` names the whole session: the id of its `started` entry. */
  session: z.strictObject({ session: id, event: sessionEventSchema }),
  'check-in': z.strictObject({ session: id, report: checkInReportSchema }),
  photo: z.strictObject({
    original: blobSchema,
    /** As the file stores them, before orientation. */
    widthPx: z.int().check(z.minimum(1)),
    heightPx: z.int().check(z.minimum(1)),
    /** EXIF orientation 1 to 8, kept as our own field because the metadata is gone. */
    orientation: z.int().check(z.minimum(1), z.maximum(8)),
    /** What the file's colour profile said, kept for the same reason. */
    colourSpace: z.enum(['srgb', 'display-p3', 'other', 'unstated']),
    takenOn: daySchema,
    zone: z.enum(zones),
    side: z.optional(z.enum(sides)),
    purpose: z.enum(['baseline', 'follow-up', 'extra']),
    /** An untreated mark to compare with. */
    control: z.optional(z.boolean()),
    /** Only where no frame is in view: what the person says of the scale, and the measured check bar of 50 mm. */
    scalePxPerMm: z.optional(z.number().check(z.gt(0))),
    checkBarMm: z.optional(z.number().check(z.gt(0))),
  }),
  /** What one photo says with the marks that the person painted, or what two say. */
  measurement: z.discriminatedUnion('of', [
    z.strictObject({ of: z.literal('photo'), photo: id, mask: blobSchema, examination: examinationSchema }),
    z.strictObject({ of: z.literal('pair'), baseline: id, followup: id, comparison: comparisonSchema }),
  ]),
  /** How much the marks bother the person, 0 not at all, 10 as much as can be. Source: a09. */
  bother: z.strictObject({ score: z.int().check(z.minimum(0), z.maximum(10)), on: daySchema, photo: z.optional(id) }),
  goal: goalSchema,
  method: methodChoiceSchema,
  quiz: quizSchema,
  device: deviceSchema,
  'device-retired': z.strictObject({
    device: id,
    on: daySchema,
    way: z.enum(retiredWays),
    reason: z.optional(textSchema(300)),
  }),
  antiseptic: antisepticSchema,
  product: productSchema,
  application: applicationSchema,
  irritation: irritationSchema,
  'control-region': controlRegionSchema,
  onset: onsetSchema,
  'week-note': weekNoteSchema,
  /** Puts another body in the place of an earlier entry's, or takes it back. The earlier entry stays readable. */
  correction: z.strictObject({
    corrects: id,
    reason: textSchema(500),
    /** The new body, of the corrected entry's kind; absent: the entry is taken back. Checked against that kind by the fold. */
    body: z.optional(z.record(z.string(), z.unknown())),
  }),
} as const;

export const entryKinds = Object.keys(bodies) as EntryKind[];
export type EntryKind = keyof typeof bodies;
export type Body<K extends EntryKind> = z.infer<(typeof bodies)[K]>;
export const bodySchemas = bodies;

const authorSchema = z.strictObject({
  role: z.enum(['person', 'owner', 'prescriber', 'nurse', 'assistant', 'program']),
  name: z.optional(textSchema(120)),
});
export type Author = z.infer<typeof authorSchema>;

const envelope = <K extends EntryKind>(kind: K) =>
  z.strictObject({
    v: z.literal(ENTRY_VERSION),
    id,
    record: person,
    at: instantSchema,
    /** Offset of the author's clock from UTC, in minutes, east positive: tells the calendar day of the entry. */
    offsetMinutes: z.int().check(z.minimum(-840), z.maximum(840)),
    by: authorSchema,
    kind: z.literal(kind),
    body: bodies[kind],
  });

export const entrySchema = z.discriminatedUnion('kind', [
  envelope('person'),
  envelope('answers'),
  envelope('consent'),
  envelope('consult'),
  envelope('plan'),
  envelope('session'),
  envelope('check-in'),
  envelope('photo'),
  envelope('measurement'),
  envelope('bother'),
  envelope('goal'),
  envelope('method'),
  envelope('quiz'),
  envelope('device'),
  envelope('device-retired'),
  envelope('antiseptic'),
  envelope('product'),
  envelope('application'),
  envelope('irritation'),
  envelope('control-region'),
  envelope('onset'),
  envelope('week-note'),
  envelope('correction'),
]);

export interface EntryOf<K extends EntryKind> {
  readonly v: typeof ENTRY_VERSION;
  readonly id: EntryId;
  readonly record: PersonId;
  readonly at: string;
  readonly offsetMinutes: number;
  readonly by: Author;
  readonly kind: K;
  readonly body: Body<K>;
}
export type Entry = { [K in EntryKind]: EntryOf<K> }[EntryKind];
