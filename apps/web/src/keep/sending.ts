import type { Entry, PersonId, Problem, Result } from '@stria/record';
import { type Database, getBlob, getSetting, type OutboxItem, outboxItems, putSetting, removeFromOutbox } from './database.ts';
import { askHost, type Sent, sendBlob, sendEntries } from './host.ts';
import { blamed, nextParcel, waitMs } from './outbox.ts';
import { openBytes } from './seal.ts';
import { erasedThereProblem } from './trouble.ts';

/**
 * `unknown` before the first answer; `none`: these are static files, nobody keeps a copy and nobody is asked again in this
 * load; `away`: a host that keeps copies was there before and does not answer now.
 */
export type HostState = 'unknown' | 'none' | 'there' | 'away';

export interface Refusal {
  readonly item: OutboxItem;
  readonly problems: readonly Problem[];
}

export interface SendingView {
  readonly host: HostState;
  readonly waiting: number;
  readonly refusals: readonly Refusal[];
}

/** An entry as it lies in the store; undefined where it was taken off this device. */
type ReadEntry = (id: string) => Promise<Result<Entry> | undefined>;

const HOST_KNOWN = 'host-known';

/** Carries the outbox to the page's own host, in order, and keeps trying quietly; the device never waits for it. */
export class Sending {
  #db: Database;
  #readEntry: ReadEntry;
  #onChange: (view: SendingView) => void;
  #onHostThere: () => void;
  #host: HostState = 'unknown';
  #waiting = 0;
  #refusals = new Map<number, Refusal>();
  /** Charts that were erased on the host: nothing of them is sent again in this load. */
  #erased = new Set<PersonId>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;

  constructor(db: Database, readEntry: ReadEntry, onChange: (view: SendingView) => void, onHostThere: () => void) {
    this.#db = db;
    this.#readEntry = readEntry;
    this.#onChange = onChange;
    this.#onHostThere = onHostThere;
    addEventListener('online', () => this.nudge());
  }

  /** Something new lies in the outbox, or the line is back: try now. Static hosting is left alone. */
  nudge(): void {
    if (this.#host === 'none') {
      void this.#recount();
      return;
    }
    if (this.#busy) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    void this.#run();
  }

  async #run(): Promise<void> {
    this.#busy = true;
    try {
      do {
        this.#again = false;
        await this.#recount();
        if (this.#host !== 'there' && !(await this.#findHost())) break;
        await this.#empty();
      } while (this.#again);
    } finally {
      this.#busy = false;
    }
  }

  /** True when the host is there. A host that never was there and does not answer is not waited for. */
  async #findHost(): Promise<boolean> {
    const known = (await getSetting(this.#db, HOST_KNOWN)) === true;
    const answer = await askHost();
    if (answer === 'there') {
      if (!known) await putSetting(this.#db, HOST_KNOWN, true);
      this.#failures = 0;
      this.#become('there');
      this.#onHostThere();
      return true;
    }
    if (answer === 'none' || !known) {
      this.#become('none');
      return false;
    }
    this.#away();
    return false;
  }

  async #empty(): Promise<void> {
    for (;;) {
      const parcel = nextParcel(await outboxItems(this.#db), new Set(this.#refusals.keys()), this.#erased);
      if (parcel === undefined) return;
      const sent = parcel.what === 'blob' ? await this.#sendBlob(parcel.items[0]) : await this.#sendEntries(parcel.items);
      if (sent === 'away') {
        this.#away();
        return;
      }
      await this.#recount();
    }
  }

  async #sendEntries(items: readonly OutboxItem[]): Promise<'on' | 'away'> {
    const ready: { readonly item: OutboxItem; readonly entry: Entry }[] = [];
    const gone: OutboxItem[] = [];
    for (const item of items) {
      const entry = await this.#readEntry(item.key);
      if (entry === undefined) gone.push(item);
      else if (entry.ok) ready.push({ item, entry: entry.value });
      else this.#refuse(item, entry.problems);
    }
    await this.#done(gone);
    const [first] = ready;
    if (first === undefined) return 'on';
    const sent = await sendEntries(ready.map((r) => r.entry));
    if (sent.outcome === 'refused' && ready.length > 1) {
      const atFault = blamed(sent.problems, ready.length);
      ready.forEach(({ item }, place) => {
        const problems = atFault.get(place);
        if (problems) this.#refuse(item, problems);
      });
      if (atFault.size > 0) return 'on'; // the others come again in the next parcel
      for (const { item } of ready) {
        if (this.#erased.has(item.record)) return 'on';
        if ((await this.#sendEntries([item])) === 'away') return 'away';
      }
      return 'on';
    }
    return this.#settle(
      ready.map((r) => r.item),
      first.item,
      sent,
    );
  }

  async #sendBlob(item: OutboxItem): Promise<'on' | 'away'> {
    const blob = await getBlob(this.#db, item.key);
    const sent: Sent = blob
      ? await sendBlob(item.record, blob.sha256, blob.mediaType, await openBytes(blob.sealed))
      : { outcome: 'kept' };
    return this.#settle([item], item, sent);
  }

  async #settle(items: readonly OutboxItem[], first: OutboxItem, sent: Sent): Promise<'on' | 'away'> {
    if (sent.outcome === 'away') return 'away';
    if (sent.outcome === 'kept') await this.#done(items);
    else if (sent.outcome === 'refused') this.#refuse(first, sent.problems);
    else {
      this.#erased.add(first.record);
      this.#refuse(first, [erasedThereProblem()]); // said once for the whole chart
    }
    return 'on';
  }

  #refuse(item: OutboxItem, problems: readonly Problem[]): void {
    this.#refusals.set(item.seq, { item, problems });
  }

  #done(items: readonly OutboxItem[]): Promise<void> {
    return removeFromOutbox(
      this.#db,
      items.map((i) => i.seq),
    );
  }

  #away(): void {
    this.#failures += 1;
    this.#become('away');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.nudge(), waitMs(this.#failures));
  }

  #become(host: HostState): void {
    this.#host = host;
    this.#tell();
  }

  async #recount(): Promise<void> {
    this.#waiting = (await outboxItems(this.#db)).length;
    this.#tell();
  }

  #tell(): void {
    this.#onChange({ host: this.#host, waiting: this.#waiting, refusals: [...this.#refusals.values()] });
  }
}
