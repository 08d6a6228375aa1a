import type { PersonId, Problem } from '@stria/record';
import type { OutboxItem } from './database.ts';

/** What goes to the host next: some entries of one chart in their order, or one photo. */
export type Parcel =
  | { readonly what: 'entries'; readonly items: readonly OutboxItem[] }
  | { readonly what: 'blob'; readonly items: readonly [OutboxItem] };

/** Small enough to be sent again cheaply when the line drops. */
const ENTRIES_A_PARCEL = 50;

/**
 * The next parcel, in the order in which things were made: entries that follow one another in one chart go together, a
 * photo goes alone. What the host has refused is stepped over, so that one bad item does not hold up the rest, and so is all
 * of a chart that was erased there; undefined when nothing else is left.
 */
export function nextParcel(
  items: readonly OutboxItem[],
  refused: ReadonlySet<number>,
  erased: ReadonlySet<PersonId>,
): Parcel | undefined {
  const open = items.filter((i) => !refused.has(i.seq) && !erased.has(i.record)).sort((a, b) => a.seq - b.seq);
  const first = open[0];
  if (first === undefined) return undefined;
  if (first.what === 'blob') return { what: 'blob', items: [first] };
  const run: OutboxItem[] = [];
  for (const item of open) {
    if (item.what !== 'entry' || item.record !== first.record || run.length === ENTRIES_A_PARCEL) break;
    run.push(item);
  }
  return { what: 'entries', items: run };
}

/**
 * Which entries of a refused parcel are at fault, by their place in it: the host names them by `/entries/N`. Empty where a
 * problem names none of them: then nobody knows, and they have to be sent singly.
 */
export function blamed(problems: readonly Problem[], count: number): ReadonlyMap<number, readonly Problem[]> {
  const byPlace = new Map<number, Problem[]>();
  for (const problem of problems) {
    const digits = /^\/entries\/(0|[1-9]\d*)(?:\/|$)/.exec(problem.at)?.[1];
    const place = Number(digits);
    if (digits === undefined || place >= count) return new Map();
    byPlace.set(place, [...(byPlace.get(place) ?? []), problem]);
  }
  return byPlace;
}

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** How long to wait before the next try after so many failures in a row: 5 s, doubling, 5 minutes at most. */
export const waitMs = (failures: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
