/**
 * Where on the body: anatomy only. What may be needled where is a rule of care, not of the map.
 * The order is the order in which lists show them.
 */
export const zones = [
  'abdomen-upper',
  'abdomen-lower',
  'flank',
  'lower-back',
  'upper-back',
  'hip',
  'buttock',
  'thigh-outer',
  'thigh-inner',
  'thigh-front',
  'thigh-back',
  'knee',
  'calf',
  'upper-arm',
  'forearm',
  'shoulder',
  'chest',
  'breast',
  'armpit',
  'groin',
  'genitals',
  'nipple-areola',
  'navel',
  'neck',
  'face',
  'eyelid',
  'lips',
  'scalp',
  'hand',
  'foot',
] as const;
export type Zone = (typeof zones)[number];

export const sides = ['left', 'right', 'both', 'middle'] as const;
export type Side = (typeof sides)[number];

/** What a person calls the zone, in English, lower case, for the middle of a sentence. */
export const zoneNames: Record<Zone, string> = {
  'abdomen-upper': 'upper belly',
  'abdomen-lower': 'lower belly',
  flank: 'side of the waist',
  'lower-back': 'lower back',
  'upper-back': 'upper back',
  hip: 'hip',
  buttock: 'buttock',
  'thigh-outer': 'outer thigh',
  'thigh-inner': 'inner thigh',
  'thigh-front': 'front of the thigh',
  'thigh-back': 'back of the thigh',
  knee: 'knee',
  calf: 'lower leg',
  'upper-arm': 'upper arm',
  forearm: 'forearm',
  shoulder: 'shoulder',
  chest: 'chest',
  breast: 'breast around the nipple',
  armpit: 'armpit',
  groin: 'groin',
  genitals: 'genitals',
  'nipple-areola': 'nipple and the darker skin around it',
  navel: 'navel',
  neck: 'neck',
  face: 'face',
  eyelid: 'eyelid',
  lips: 'lips',
  scalp: 'scalp',
  hand: 'hand',
  foot: 'foot',
};

/** A zone with its side as a person says it: `left hip`, `back of the right thigh`, `lower belly`. */
export function placeName(zone: Zone, side: Side | undefined): string {
  const name = zoneNames[zone];
  if (side === 'both') return `${name}, both sides`;
  if (side !== 'left' && side !== 'right') return name;
  return name.includes(' of the thigh') ? name.replace('the thigh', `the ${side} thigh`) : `${side} ${name}`;
}
