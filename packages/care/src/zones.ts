import {
  type Answers,
  convention,
  type Problem,
  pointer,
  problem,
  type Setting,
  type SourceId,
  type Zone,
  zoneNames,
  zones,
} from '@stria/record';
import { type BodyView, type Place, zoneAt } from '@stria/record/body';

/** Where needles never go, at home or in a clinic, and why. A breast is a ring without nipple and areola. */
const noGo: Partial<Record<Zone, { readonly sources: readonly SourceId[]; readonly why: string }>> = {
  face: { sources: ['c32'], why: 'marks of the face are outside this product' },
  eyelid: { sources: ['c32'], why: 'the eye lies right beneath' },
  lips: { sources: ['c32'], why: 'this is not ordinary skin' },
  armpit: { sources: ['c32'], why: 'the skin is thin, damp and easily infected' },
  genitals: { sources: ['c32'], why: 'this is not ordinary skin' },
  'nipple-areola': { sources: ['c32'], why: 'this is not ordinary skin' },
  scalp: { sources: [convention], why: 'hair and bone leave no room for needles' },
  neck: { sources: [convention], why: 'the skin is thin and large vessels lie close' },
  groin: { sources: [convention], why: 'large vessels lie close and the skin is damp' },
  navel: { sources: [convention], why: 'it cannot be cleaned well' },
  hand: { sources: [convention], why: 'tendons and bone lie close' },
  foot: { sources: [convention], why: 'tendons and bone lie close' },
};

/** Where a scar rises more easily: a doctor is asked first. Source: c21. */
const scarProne = ['chest', 'shoulder', 'upper-back'] as const satisfies readonly Zone[];
type ScarProne = (typeof scarProne)[number];

/** Thin skin: no needle over 1.0 mm without a further question. Source: b33, b09. */
const thinSkin: readonly Zone[] = ['breast', 'thigh-inner', 'upper-arm'];

export const isNoGo = (zone: Zone): boolean => noGo[zone] !== undefined;
export const isThin = (zone: Zone): boolean => thinSkin.includes(zone);
export const isScarProne = (zone: Zone): zone is ScarProne => (scarProne as readonly Zone[]).includes(zone);

export interface ZonePermission {
  readonly permission: 'allowed' | 'ask-first' | 'refused';
  /** Code of the reason that a verdict would give; absent where the zone is allowed. */
  readonly code?: string;
  readonly says: string;
  readonly sources: readonly SourceId[];
}

/** What the body map says before anything is asked. The setting changes no zone today; the rule table allows it to. */
export function zonePermission(zone: Zone, _setting: Setting): ZonePermission {
  const name = zoneNames[zone];
  const refused = noGo[zone];
  if (refused) {
    return {
      permission: 'refused',
      code: noGoCode(zone),
      says: `No needles on the ${name}: ${refused.why}. You can still keep photos and notes where photos are allowed.`,
      sources: refused.sources,
    };
  }
  if (isScarProne(zone)) {
    return {
      permission: 'ask-first',
      code: `zone-${zone}`,
      says: `Scars rise more easily on the ${name}: a doctor is asked first.`,
      sources: ['c21', convention],
    };
  }
  return { permission: 'allowed', says: `The ${name} can be chosen.`, sources: ['c32'] };
}

/** Code of the reason that refuses a no-go zone: `zone-not-allowed-armpit`. */
export const noGoCode = (zone: Zone): string => `zone-not-allowed-${zone}`;

/** A problem for every no-go zone in a list, for programs that refuse the request as a whole. */
export function refuseZones(zones: readonly Zone[], at = ''): Problem[] {
  return zones.flatMap((zone, i) =>
    isNoGo(zone)
      ? [
          problem(
            'care.zone-not-allowed',
            at + pointer([i]),
            zonePermission(zone, 'home').says,
            'Choose another part of the body.',
          ),
        ]
      : [],
  );
}

/** Zones that exist once on each side: only for these does the question about the side make sense. */
const single: readonly Zone[] = [
  'abdomen-upper',
  'abdomen-lower',
  'lower-back',
  'upper-back',
  'chest',
  'genitals',
  'navel',
  'neck',
  'face',
  'lips',
  'scalp',
];
export const hasSides = (zone: Zone): boolean => !single.includes(zone);

/** Whether a point of the body map may be chosen: it lies on a zone, and needles may go there. Zones: no-go ones win over all. */
export function mayChoosePoint(view: BodyView, x: number, y: number): boolean {
  const place = zoneAt(view, x, y);
  return place !== undefined && !isNoGo(place.zone);
}

/** The places that answers name. A side that was left open counts as both, which is the careful reading. */
export function placesOf(answers: Pick<Answers, 'zones' | 'side'>): Place[] {
  const { side } = answers;
  return zones
    .filter((z) => answers.zones?.includes(z))
    .flatMap((zone): Place[] => {
      if (!hasSides(zone)) return [{ zone, side: 'middle' }];
      if (side === 'left' || side === 'right') return [{ zone, side }];
      return [
        { zone, side: 'left' },
        { zone, side: 'right' },
      ];
    });
}

/** Places as answers hold them: one side for all of them, so that left here and right there reads as both everywhere. */
export function answerPlaces(places: readonly Place[]): Pick<Answers, 'zones' | 'side'> {
  const sides = new Set(places.map((p) => p.side).filter((s) => s !== 'middle'));
  const [one] = sides;
  return {
    zones: zones.filter((z) => places.some((p) => p.zone === z)),
    ...(one === undefined ? {} : { side: sides.size === 2 ? 'both' : one }),
  };
}

/** Whether a place is among those that would be needled: such a mark cannot be the untreated one to compare with. */
export const isNeedled = (answers: Pick<Answers, 'zones' | 'side'>, place: Place): boolean =>
  placesOf(answers).some((p) => p.zone === place.zone && (p.side === place.side || place.side === 'middle'));

/**
 * Under 18, no photograph of breast, groin, buttock or genitals (nipple and areola with them) is taken or stored. An age
 * that is not known takes the careful branch.
 */
const notUnder18: readonly Zone[] = ['breast', 'nipple-areola', 'groin', 'buttock', 'genitals'];
export const mayPhotograph = (zone: Zone, ageYears: number | undefined): boolean =>
  !notUnder18.includes(zone) || (ageYears !== undefined && ageYears >= 18);
