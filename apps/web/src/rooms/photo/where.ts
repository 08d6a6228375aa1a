import { hasSides } from '@stria/care';
import { type RecordState, type Side, sides, type Zone, zones } from '@stria/record';

/** The place that a new photo shows. */
export interface Where {
  readonly zone: Zone;
  readonly side?: Side;
  /** An untreated place, photographed to compare with. */
  readonly control?: true;
}

/** Marks of the face are outside this product, and a face tells who somebody is. */
const outside: readonly Zone[] = ['face', 'eyelid', 'lips', 'scalp'];
export const photoZones = zones.filter((zone) => !outside.includes(zone));

/** A zone that exists once has no side; one that exists twice begins with the left one. */
export const whereOf = (zone: Zone, side: Side | undefined, control: boolean | undefined): Where => ({
  zone,
  ...(hasSides(zone) ? { side: side ?? 'left' } : {}),
  ...(control === true ? { control } : {}),
});

/** What the device kept of a choice, or undefined where it is none of today's places. */
export function readWhere(draft: unknown): Where | undefined {
  if (typeof draft !== 'object' || draft === null) return undefined;
  const { zone, side, control } = draft as Record<string, unknown>;
  const known = photoZones.find((z) => z === zone);
  return known === undefined
    ? undefined
    : whereOf(
        known,
        sides.find((s) => s === side),
        control === true,
      );
}

/** Where a person most likely photographs next: the place of the newest photo, else the first zone of the answers. */
export function likelyWhere(state: Pick<RecordState, 'photos' | 'answers'>): Where | undefined {
  const last = state.photos.at(-1)?.body;
  if (last !== undefined && photoZones.includes(last.zone)) return whereOf(last.zone, last.side, last.control);
  const answered = state.answers?.body;
  const zone = answered?.zones?.find((z) => photoZones.includes(z));
  return zone === undefined ? undefined : whereOf(zone, answered?.side, undefined);
}
