import { type Level, screen, standingAnswers } from '@stria/care';
import { type Answers, type EntryOf, type RecordState, type RegisteredDevice, zoneNames } from '@stria/record';

/**
 * What a chart says, as FHIR R4 (4.0.1): the person, the needle devices of the register, the marks as a condition, and one
 * flag for each reason of the screening that speaks against needling or asks for a doctor. Everything in it is what the person
 * said; nothing was diagnosed, and the condition says so.
 */
export interface Bundle {
  readonly resourceType: 'Bundle';
  readonly type: 'collection';
  readonly timestamp: string;
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Resource }[];
}
/** JSON of one resource; the shapes stand in the functions below and are held by the tests beside this file. */
export type Resource = { readonly resourceType: string; readonly id: string } & Readonly<Record<string, unknown>>;

/** Names of our own live under a host that can never belong to anybody (RFC 2606). */
const BASE = 'https://stria.invalid/fhir';
const UCUM = 'http://unitsofmeasure.org';
const SNOMED = 'http://snomed.info/sct';

/** `writtenAt` is an instant in UTC, handed in because nothing here knows a clock. */
export function toFhir(states: readonly RecordState[], writtenAt: string): Bundle {
  const resources = states.flatMap((state) => (state.id === undefined ? [] : chartResources(state, state.id)));
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: writtenAt,
    entry: resources.map((resource) => ({ fullUrl: `${BASE}/${resource.resourceType}/${resource.id}`, resource })),
  };
}

function chartResources(state: RecordState, person: string): Resource[] {
  const subject = { reference: `Patient/${person}` };
  return [
    patient(state, person),
    ...state.devices.map((d) => device(d, subject)),
    ...condition(state, subject),
    ...flags(state, subject),
  ];
}

type Subject = { readonly reference: string };

/** An alias is enough: the chart asks for no name, no birthday and no sex. */
const patient = (state: RecordState, person: string): Resource => ({
  resourceType: 'Patient',
  id: person,
  ...(state.invented ? { meta: { tag: [{ system: `${BASE}/CodeSystem/origin`, code: 'invented' }] } } : {}),
  identifier: [{ system: `${BASE}/record`, value: person }],
  ...(state.alias === undefined || state.alias.trim() === '' ? {} : { name: [{ use: 'nickname', text: state.alias.trim() }] }),
});

const deviceNames = {
  roller: 'Derma roller',
  stamp: 'Derma stamp',
  pen: 'Microneedling pen',
  radiofrequency: 'Radiofrequency needling device',
} as const;

/** A needle device of the register; of a pen, the lot and date are those of the cartridge that touches the skin. */
function device({ entry, uses, retired }: RegisteredDevice, subject: Subject): Resource {
  const { body } = entry;
  const lot = body.cartridge?.lot ?? body.lot;
  const expiresOn = body.cartridge?.expiresOn ?? body.expiresOn;
  const needles = body.cartridge?.needleCount ?? body.needleCount;
  return {
    resourceType: 'Device',
    id: entry.id,
    status: retired ? 'inactive' : 'active',
    ...(lot === undefined ? {} : { lotNumber: lot }),
    ...(expiresOn === undefined ? {} : { expirationDate: expiresOn }),
    deviceName: [{ name: body.name ?? deviceNames[body.device], type: 'user-friendly-name' }],
    type: { coding: [{ system: `${BASE}/CodeSystem/device`, code: body.device }], text: deviceNames[body.device] },
    property: [
      property('needle-length', body.needleLengthMm, 'mm'),
      property('uses', uses, '1'),
      ...(needles === undefined ? [] : [property('needle-count', needles, '1')]),
      ...(body.headAreaCm2 === undefined ? [] : [property('head-area', body.headAreaCm2, 'cm2')]),
      { type: ownCode('device-property', 'material'), valueCode: [ownCode('needle-material', body.material)] },
    ],
    patient: subject,
  };
}

const property = (code: string, value: number, unit: 'mm' | 'cm2' | '1') => ({
  type: ownCode('device-property', code),
  valueQuantity: [{ value, ...(unit === '1' ? {} : { unit }), system: UCUM, code: unit }],
});
const ownCode = (system: string, code: string) => ({ coding: [{ system: `${BASE}/CodeSystem/${system}`, code }] });

/**
 * Stretch marks as the person describes them: ICD-10 L90.6, SNOMED CT 201066002, and 403648001 where steroids are named as the
 * cause. `unconfirmed`, because nobody examined anybody.
 */
function condition(state: RecordState, subject: Subject): Resource[] {
  const entry = state.answers;
  if (!entry) return [];
  const { marks, zones = [] } = entry.body;
  const causes = marks?.causes ?? [];
  const months = state.onset?.body.marksFirstSeen;
  return [
    {
      resourceType: 'Condition',
      id: entry.id,
      clinicalStatus: terminology('condition-clinical', 'active'),
      verificationStatus: terminology('condition-ver-status', 'unconfirmed'),
      code: {
        coding: [
          { system: 'http://hl7.org/fhir/sid/icd-10', code: 'L90.6' },
          { system: SNOMED, code: '201066002' },
          ...(causes.some(isSteroid) ? [{ system: SNOMED, code: '403648001' }] : []),
        ],
        text: 'Stretch marks, as the person describes them',
      },
      ...(zones.length === 0 ? {} : { bodySite: zones.map((z) => ({ ...ownCode('zone', z), text: zoneNames[z] })) }),
      subject,
      ...(months === undefined ? {} : { onsetDateTime: months }),
      recordedDate: entry.at,
      ...(marks?.stage === undefined ? {} : { stage: [{ summary: ownCode('stria-stage', marks.stage) }] }),
      ...(causes.length === 0 ? {} : { note: [{ text: `Cause, as the person says: ${sayCauses(causes)}.` }] }),
    },
  ];
}

type Cause = NonNullable<NonNullable<Answers['marks']>['causes']>[number];
const isSteroid = (cause: Cause): boolean => cause.startsWith('corticosteroid');
const sayCauses = (causes: readonly Cause[]): string =>
  causes.includes('unknown') ? 'not known' : causes.map((c) => c.replaceAll('-', ' ')).join(', ');
const terminology = (system: string, code: string) => ({
  coding: [{ system: `http://terminology.hl7.org/CodeSystem/${system}`, code }],
});

const flagged: readonly Level[] = ['do-not', 'ask-first', 'wait'];

/** The screening of today, a flag a reason: the rules are asked now, no stored verdict is believed. */
function flags(state: RecordState, subject: Subject): Resource[] {
  const answers = standingAnswers(state);
  if (!answers || !state.answers) return [];
  const from = state.answers as EntryOf<'answers'>;
  return screen(answers)
    .reasons.filter((r) => flagged.includes(r.level))
    .map((reason, i) => ({
      resourceType: 'Flag',
      id: `${from.id}-${i + 1}`,
      status: 'active',
      category: [terminology('flag-category', 'safety'), ownCode('level', reason.level)],
      code: { ...ownCode('reason', reason.code), text: reason.says },
      subject,
      period: { start: from.at, ...(reason.until === undefined ? {} : { end: reason.until }) },
    }));
}
