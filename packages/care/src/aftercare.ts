import type { ProtocolPack, SourceId } from '@stria/record';
import { builtInPack } from './protocol.ts';

/**
 * What the skin may meet in the hours after a session, read from a protocol pack. Hours are counted from the last pass; times
 * are the long end of what device sheets and measurements say.
 */
export type AftercareItem = ProtocolPack['aftercare']['items'][number];
export type AftercarePhase = ProtocolPack['aftercare']['phases'][number];
/** Something that has to wait, and for how many hours more. */
export type Waiting = AftercareItem & { readonly hoursLeft: number };

/** Why skin counts as open for as long as it does. */
export const openSources: readonly SourceId[] = ['d07', 'd15', 'd16', 'd17'];

export interface Aftercare {
  readonly phase: AftercarePhase;
  /** How long skin counts as open by this pack. */
  readonly openHours: number;
  /** Hours until the skin counts as closed; 0 from then on. */
  readonly hoursUntilClosed: number;
  /** What may go on the skin now. */
  readonly allowed: readonly AftercareItem[];
  /** What may go on later, and what to keep away from until then; soonest first. What is over is in neither list. */
  readonly notYet: readonly Waiting[];
  /** Hours until this picture changes; undefined when nothing waits any more. */
  readonly changesInHours: number | undefined;
}

/** Where the skin stands some hours after the last pass. Hours below zero (a clock that was set back) count as zero. */
export function aftercare(hoursSinceSession: number, pack: ProtocolPack = builtInPack): Aftercare {
  const hours = Math.max(0, hoursSinceSession);
  const { phases, items } = pack.aftercare;
  const phase = phases.findLast((p) => p.fromHours <= hours);
  if (!phase) throw new Error('the first phase begins at 0 hours');
  const notYet = items
    .filter((i) => i.fromHours > hours)
    .map((i) => ({ ...i, hoursLeft: i.fromHours - hours }))
    .sort((a, b) => a.hoursLeft - b.hoursLeft);
  return {
    phase,
    openHours: pack.openHours,
    hoursUntilClosed: Math.max(0, pack.openHours - hours),
    allowed: items.filter((i) => i.kind === 'use' && i.fromHours <= hours),
    notYet,
    changesInHours: notYet[0]?.hoursLeft,
  };
}
