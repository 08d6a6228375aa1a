import { directionNames, sayDay } from '@stria/care';
import { type RecordState, type Session, type SessionEvent, zoneNames } from '@stria/record';
import { type Block, heading } from './page.ts';

/**
 * What was done in the sessions, step by step, with times and agents: a record of what was done, never a statement that it was
 * free of risk.
 */
export function sessionBlocks(state: RecordState): Block[] {
  if (state.sessions.length === 0) return [];
  return [
    heading(2, 'Sessions'),
    {
      type: 'table',
      caption: 'What was done',
      head: ['Day', 'Where', 'Needle', 'Passes', 'Aftercare', 'State'],
      rows: state.sessions.map((s) => summary(s, state)),
    },
    ...state.sessions.flatMap((s): Block[] => [
      {
        type: 'table',
        caption: `Steps of session ${s.started?.n ?? ''} on ${dayAt(s)}`.replace('  ', ' '),
        head: ['Time', 'Step'],
        rows: s.events.map(({ at, event }) => [clock(at, s.offsetMinutes), sayEvent(event, state)]),
      },
    ]),
  ];
}

const stateWords = { open: 'not finished', closed: 'checklist complete', 'broken-off': 'broken off' } as const;

function summary(s: Session, state: RecordState): string[] {
  const passes = s.events.reduce((sum, { event: e }) => sum + (e.step === 'passes-done' ? e.passes : 0), 0);
  const declined = s.events.map((e) => e.event).find((e) => e.step === 'aftercare-declined');
  const started = s.events.some((e) => e.event.step === 'aftercare-started');
  const device = state.devices.find((d) => d.entry.id === s.started?.registered)?.entry.body;
  const lot = s.started?.lot ?? device?.cartridge?.lot ?? device?.lot;
  return [
    dayAt(s),
    s.started?.zones.map((z) => zoneNames[z]).join(', ') ?? 'not recorded',
    s.started
      ? `${s.started.device}, ${s.started.needleLengthMm} mm${lot === undefined ? '' : `, lot ${lot}`}`
      : 'not recorded',
    String(passes),
    started ? 'started' : declined ? `declined: ${declined.reason}` : 'not recorded',
    stateWords[s.state],
  ];
}

const dayAt = (s: Session): string => sayDay(local(s.startedAt, s.offsetMinutes).slice(0, 10) as Parameters<typeof sayDay>[0]);
const clock = (at: string, offsetMinutes: number): string => local(at, offsetMinutes).slice(11, 16);
/** The instant as the clock of the place showed it. */
const local = (at: string, offsetMinutes: number): string => new Date(Date.parse(at) + offsetMinutes * 60_000).toISOString();

const things = { needle: 'needle', skin: 'skin', surface: 'surface', 'needle-after': 'needle after use' } as const;
const blood = { none: 'no blood', pinpoint: 'pinpoints of blood', more: 'more than pinpoints of blood' } as const;

/** One step in words. */
function sayEvent(e: SessionEvent, state: RecordState): string {
  switch (e.step) {
    case 'started':
      return `Started; needle ${e.needle === 'new-sealed-sterile' ? 'new, sealed, sterile' : `own, used ${e.usesBefore === 1 ? 'once' : `${e.usesBefore} times`} before`}`;
    case 'hands-washed':
      return 'Hands washed';
    case 'needle-checked':
      return e.bentNeedles || e.usedByAnotherPerson ? 'Needles looked at: not fit to be used' : 'Needles looked at: none bent';
    case 'disinfection-started':
      return `Disinfection started: ${things[e.of]}, ${agent(e)}, ${e.contactSeconds} s`;
    case 'disinfection-finished':
      return `Disinfection finished: ${things[e.of]}`;
    case 'passes-done':
      return `${place(e)}, ${directionNames[e.direction as 1 | 2 | 3 | 4]}: ${e.passes}`;
    case 'bleeding':
      return `${zoneNames[e.zone]}: ${blood[e.amount]}`;
    case 'product-applied': {
      const product = state.products.find((p) => p.id === e.product)?.body;
      const lot = product?.lot === undefined ? '' : `, lot ${product.lot}`;
      return `Put on: ${product === undefined ? 'a product that is not in the register' : `${product.name}${lot}`}${e.reason === undefined ? '' : ` (${e.reason})`}`;
    }
    case 'zone-stopped':
      return `${zoneNames[e.zone]} stopped: ${e.reason}`;
    case 'needle-put-away':
      return e.way === 'sharps-bin' ? 'Needle into the sharps bin' : 'Needle kept: disinfected, not sterile';
    case 'aftercare-started':
      return 'Aftercare started';
    case 'aftercare-declined':
      return `Aftercare declined: ${e.reason}`;
    case 'closed':
      return 'Checklist complete';
    case 'broken-off':
      return `Broken off: ${e.reason}`;
  }
}

type Disinfection = Extract<SessionEvent, { step: 'disinfection-started' }>;
function agent({ agent: name, concentrationPercent, expiresOn }: Disinfection): string {
  const strength = concentrationPercent === undefined ? '' : ` ${concentrationPercent} %`;
  return `${name}${strength}${expiresOn === undefined ? '' : `, in date until ${expiresOn}`}`;
}

type Passes = Extract<SessionEvent, { step: 'passes-done' }>;
const place = ({ zone, patch }: Passes): string =>
  patch === undefined ? zoneNames[zone] : `${zoneNames[zone]}, patch ${patch}`;
