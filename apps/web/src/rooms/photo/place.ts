import {
  type Body,
  compareDays,
  type Day,
  type EntryOf,
  type RecordState,
  type Side,
  type Zone,
  zoneNames,
} from '@stria/record';

/** One place on the body with all its photos: only photos of one place are ever set side by side. */
export interface Place {
  readonly key: string;
  /** For the middle of a sentence: “left hip”. */
  readonly name: string;
  /** Oldest day first; within a day in the order in which they were added. */
  readonly photos: readonly Photo[];
}
export type Photo = EntryOf<'photo'>;
type Where = Pick<Body<'photo'>, 'zone' | 'side' | 'control'>;

export const placeKey = ({ zone, side, control }: Where): string =>
  `${zone}/${side ?? ''}/${control === true ? 'control' : ''}`;

export function placeName({ zone, side, control }: Where): string {
  const place = sided(zone, side);
  return control === true ? `${place}, untreated place` : place;
}

function sided(zone: Zone, side: Side | undefined): string {
  if (side === 'left' || side === 'right') return `${side} ${zoneNames[zone]}`;
  if (side === 'both') return `${zoneNames[zone]}, both sides`;
  return side === 'middle' ? `${zoneNames[zone]}, middle` : zoneNames[zone];
}

/** Places in the order in which they were first photographed. */
export function placesOf(photos: readonly Photo[]): Place[] {
  const groups = new Map<string, Photo[]>();
  for (const photo of photos) {
    const key = placeKey(photo.body);
    groups.set(key, [...(groups.get(key) ?? []), photo]);
  }
  return [...groups].map(([key, group]) => {
    const ordered = [...group].sort((a, b) => compareDays(a.body.takenOn as Day, b.body.takenOn as Day));
    return { key, name: group[0] === undefined ? '' : placeName(group[0].body), photos: ordered };
  });
}

/** The first photo of a place is what later ones are compared with. */
export const purposeOfNext = (photos: readonly Photo[], where: Where): 'baseline' | 'follow-up' =>
  photos.some((p) => placeKey(p.body) === placeKey(where) && p.body.purpose === 'baseline') ? 'follow-up' : 'baseline';

export const purposeWords: Record<Body<'photo'>['purpose'], string> = {
  baseline: 'First photo (baseline)',
  'follow-up': 'Later photo',
  extra: 'Extra photo',
};

export type PhotoMeasurement = EntryOf<'measurement'> & { readonly body: Extract<Body<'measurement'>, { of: 'photo' }> };
export type PairMeasurement = EntryOf<'measurement'> & { readonly body: Extract<Body<'measurement'>, { of: 'pair' }> };

/** The newest measurement of a photo: it may have been painted or scaled anew. */
export const measurementOf = (state: RecordState, photo: string): PhotoMeasurement | undefined =>
  state.measurements.findLast((m): m is PhotoMeasurement => m.body.of === 'photo' && m.body.photo === photo);

/** The comparison of two photos, where it was made from the newest measurement of both. */
export function comparisonOf(state: RecordState, baseline: string, followup: string): PairMeasurement | undefined {
  const pair = state.measurements.findLast(
    (m): m is PairMeasurement => m.body.of === 'pair' && m.body.baseline === baseline && m.body.followup === followup,
  );
  const measured = [measurementOf(state, baseline), measurementOf(state, followup)];
  return pair !== undefined && measured.every((m) => m !== undefined && m.at < pair.at) ? pair : undefined;
}

/** How much the marks bothered the person when a photo was taken: asked with the photo, or on its day. */
export const botherOf = (state: RecordState, photo: Photo): EntryOf<'bother'> | undefined =>
  state.bothers.findLast((b) => b.body.photo === photo.id) ??
  state.bothers.findLast((b) => b.body.photo === undefined && b.body.on === photo.body.takenOn);

/** The baseline and the newest later photo of a place, or undefined where there is only one. */
export function pairOf(place: Place): { readonly baseline: Photo; readonly followup: Photo } | undefined {
  const baseline = place.photos.find((p) => p.body.purpose === 'baseline') ?? place.photos[0];
  const later = place.photos.filter((p) => p !== baseline);
  const followup = later.findLast((p) => p.body.purpose === 'follow-up') ?? later.at(-1);
  return baseline === undefined || followup === undefined ? undefined : { baseline, followup };
}
