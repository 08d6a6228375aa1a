import type { Entry, Problem } from '@stria/record';
import { type Database, getBlob, getSetting, type OutboxItem, outboxItems, putSetting, removeFromOutbox } from './database.ts';
import { askHost, type Sent, sendBlob, sendEntries } from './host.ts';
import { nextParcel, waitMs } from './outbox.ts';
import { openBytes } from './seal.ts';

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

const HOST_KNOWN = 'host-known';

/** Carries the outbox to the page's own host, in order, and keeps trying quietly; the device never waits for it. */
export class Sending {
  #db: Database;
  #readEntry: (id: string) => Entry | undefined;
  #onChange: (view: SendingView) => void;
  #onHostThere: () => void;
  #host: HostState = 'unknown';
  #waiting = 0;
  #refusals = new Map<number, Refusal>();
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #again = false;

  constructor(
    db: Database,
    readEntry: (id: string) => Entry | undefined,
    onChange: (view: SendingView) => void,
    onHostThere: () => void,
  ) {
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
      const parcel = nextParcel(await outboxItems(this.#db), new Set(this.#refusals.keys()));
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
    const entries = items.map((i) => this.#readEntry(i.key)).filter((e) => e !== undefined);
    const sent: Sent = entries.length === 0 ? { outcome: 'kept' } : await sendEntries(entries);
    if (sent.outcome === 'away') return 'away';
    if (sent.outcome === 'kept') {
      await removeFromOutbox(
        this.#db,
        items.map((i) => i.seq),
      );
      return 'on';
    }
    const [only] = items;
    if (items.length === 1 && only) {
      this.#refusals.set(only.seq, { item: only, problems: sent.problems });
      return 'on';
    }
    // One of them is refused: send them singly, so that the others are kept.
    for (const item of items) if ((await this.#sendEntries([item])) === 'away') return 'away';
    return 'on';
  }

  async #sendBlob(item: OutboxItem): Promise<'on' | 'away'> {
    const blob = await getBlob(this.#db, item.key);
    const sent: Sent = blob
      ? await sendBlob(item.record, blob.sha256, blob.mediaType, await openBytes(blob.sealed))
      : { outcome: 'kept' };
    if (sent.outcome === 'away') return 'away';
    if (sent.outcome === 'kept') await removeFromOutbox(this.#db, [item.seq]);
    else this.#refusals.set(item.seq, { item, problems: sent.problems });
    return 'on';
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
