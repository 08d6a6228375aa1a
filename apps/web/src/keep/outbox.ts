import type { OutboxItem } from './database.ts';

/** What goes to the host next: some entries of one chart in their order, or one photo. */
export type Parcel =
  | { readonly what: 'entries'; readonly items: readonly OutboxItem[] }
  | { readonly what: 'blob'; readonly items: readonly [OutboxItem] };

/** Small enough to be sent again cheaply when the line drops. */
const ENTRIES_A_PARCEL = 50;

/**
 * The next parcel, in the order in which things were made: entries that follow one another in one chart go together, a
 * photo goes alone. What the host has refused is stepped over, so that one bad item does not hold up the rest; undefined
 * when nothing else is left.
 */
export function nextParcel(items: readonly OutboxItem[], refused: ReadonlySet<number>): Parcel | undefined {
  const open = items.filter((i) => !refused.has(i.seq)).sort((a, b) => a.seq - b.seq);
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

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** How long to wait before the next try after so many failures in a row: 5 s, doubling, 5 minutes at most. */
export const waitMs = (failures: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
