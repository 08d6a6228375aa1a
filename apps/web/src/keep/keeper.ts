import {
  type BlobRef,
  type Body,
  ENTRY_VERSION,
  type Entry,
  type EntryId,
  type EntryKind,
  type EntryOf,
  fail,
  fold,
  ok,
  type PersonId,
  type Problem,
  parseEntry,
  type RecordState,
  type Result,
  readJson,
} from '@stria/record';
import { newId } from './chance.ts';
import { instantAt, nextInstantOf, now, offsetMinutesAt } from './clock.ts';
import {
  allEntries,
  countBlobs,
  type Database,
  eraseAll,
  getBlob,
  getEntry,
  getSetting,
  openDatabase,
  putBlob,
  putEntries,
  putEntryIfCount,
  putSetting,
  type StoredEntry,
} from './database.ts';
import { sha256Of } from './digest.ts';
import { type HostChart, hostBlob, hostCharts, hostEntries } from './host.ts';
import { openBytes, openText, sealBytes, sealText } from './seal.ts';
import { Sending, type SendingView } from './sending.ts';
import { blobMissingProblem, goneOnProblem, hashMismatchProblem, noSubtleProblem, storageProblem } from './trouble.ts';

/** A chart that lies on this device, as the switcher shows it. */
export interface ChartName {
  readonly id: PersonId;
  readonly alias: string;
  readonly invented: boolean;
  readonly entries: number;
}

/** What the screens see of the keeper: one immutable picture, a new one after every change. */
export interface KeepView extends SendingView {
  readonly phase: 'opening' | 'open' | 'failed';
  /** Why the store could not be opened. */
  readonly failure: readonly Problem[];
  readonly charts: readonly ChartName[];
  readonly record: PersonId | undefined;
  readonly entries: readonly Entry[];
  readonly state: RecordState;
  /** Entries that lie in the store and cannot be read: shown, never dropped. */
  readonly unreadable: readonly { readonly id: string; readonly problems: readonly Problem[] }[];
}

const RECORD = 'record';
const pulledKey = (record: PersonId): string => `pulled:${record}`;

/**
 * The keeper of the device's charts. Every write is on the disk before its promise resolves; only then does the view
 * change and the screen move. Sending to a host comes after, and nothing waits for it.
 */
export class Keeper {
  #db: Database | undefined;
  #byRecord = new Map<PersonId, Entry[]>();
  #byId = new Map<string, Entry>();
  #listeners = new Set<() => void>();
  #sending: Sending | undefined;
  #tabs = new BroadcastChannel('stria');
  #writing: Promise<unknown> = Promise.resolve();
  #view: KeepView = {
    phase: 'opening',
    failure: [],
    charts: [],
    record: undefined,
    entries: [],
    state: fold([]),
    unreadable: [],
    host: 'unknown',
    waiting: 0,
    refusals: [],
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): KeepView => this.#view;

  async open(): Promise<void> {
    try {
      this.#db = await openDatabase(() => undefined);
      await this.#load();
      this.#show({ phase: 'open' });
    } catch (error) {
      this.#show({ phase: 'failed', failure: [storageProblem(error)] });
      return;
    }
    this.#tabs.onmessage = () => void this.#load();
    this.#sending = new Sending(
      this.#db,
      async (id) => {
        // From the store and not from this tab's memory: another tab may have written it a moment ago.
        const row = await getEntry(this.#need(), id);
        return row && readStored(await openText(row.sealed));
      },
      (sending) => this.#show(sending),
      () => void this.#pull(),
    );
    this.#sending.nudge();
  }

  /** Writes one entry into the chosen chart. */
  async append<K extends EntryKind>(kind: K, body: Body<K>): Promise<Result<EntryOf<K>>> {
    const record = this.#view.record;
    if (record === undefined) throw new Error('no chart is open: begin or choose one first');
    return this.#append(record, kind, body);
  }

  /**
   * Writes one entry only while the chart stands as `stands` says; what another tab wrote a moment ago counts. For steps that
   * two windows could otherwise take twice. A body that names its own entry (the first one of a session) is a function of its id.
   */
  async appendIf<K extends EntryKind>(
    kind: K,
    body: Body<K> | ((id: EntryId) => Body<K>),
    stands: (state: RecordState) => boolean,
  ): Promise<Result<EntryOf<K>>> {
    const record = this.#view.record;
    if (record === undefined) throw new Error('no chart is open: begin or choose one first');
    const turn = this.#writing.then(async (): Promise<Result<EntryOf<K>>> => {
      for (;;) {
        if (!stands(this.#view.state)) return fail(goneOnProblem());
        const written = await this.#write(record, kind, body, this.#byId.size + this.#view.unreadable.length);
        if (written !== 'behind') return written;
        await this.#readAll();
      }
    });
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** Opens a new chart for a person and makes it the chosen one. */
  async begin(alias: string): Promise<Result<PersonId>> {
    const record = newId(now()) as PersonId;
    const opening = await this.#append(record, 'person', { alias, invented: false });
    if (!opening.ok) return opening;
    // The browser may ask the person, or say no: then the settings page says so.
    if (isSecureContext) await navigator.storage.persist();
    const chosen = await this.choose(record);
    return chosen.ok ? ok(record) : chosen;
  }

  /** Whose chart the screens show; remembered over reloads. A chart that only the host has is fetched first. */
  async choose(record: PersonId): Promise<Result<PersonId>> {
    try {
      if (!this.#byRecord.has(record)) {
        const pulled = await this.#pullChart(record);
        if (!pulled.ok) return pulled;
      }
      await putSetting(this.#need(), RECORD, record);
      await this.#load();
      this.#tabs.postMessage('changed');
      return ok(record);
    } catch (error) {
      return fail(storageProblem(error));
    }
  }

  /** Keeps the bytes of a photo or mask exactly as they are, named by their SHA-256. */
  async saveBlob(bytes: ArrayBuffer, mediaType: BlobRef['mediaType']): Promise<Result<BlobRef>> {
    const record = this.#view.record;
    if (record === undefined) throw new Error('no chart is open: begin or choose one first');
    const sha256 = await sha256Of(bytes);
    if (sha256 === undefined) return fail(noSubtleProblem());
    try {
      await putBlob(this.#need(), { sha256, record, mediaType, sealed: await sealBytes(bytes) }, true);
      this.#sending?.nudge();
      return ok({ sha256, bytes: bytes.byteLength, mediaType });
    } catch (error) {
      return fail(storageProblem(error));
    }
  }

  /** The bytes behind a reference: from the device, else from the host (then kept here too), checked against their hash. */
  async readBlob(ref: BlobRef): Promise<Result<ArrayBuffer>> {
    try {
      const here = await getBlob(this.#need(), ref.sha256);
      if (here) {
        const bytes = await openBytes(here.sealed);
        const same = (await sha256Of(bytes)) === ref.sha256;
        return same ? ok(bytes) : fail(hashMismatchProblem());
      }
      const record = this.#view.record;
      if (record === undefined || this.#view.host !== 'there') return fail(blobMissingProblem());
      const fetched = await hostBlob(record, ref.sha256);
      if (fetched === undefined) return fail(blobMissingProblem());
      if ((await sha256Of(fetched)) !== ref.sha256) return fail(hashMismatchProblem());
      await putBlob(
        this.#need(),
        { sha256: ref.sha256, record, mediaType: ref.mediaType, sealed: await sealBytes(fetched) },
        false,
      );
      return ok(fetched);
    } catch (error) {
      return fail(storageProblem(error));
    }
  }

  /** Half-done work of a room (answers not yet handed in), so that a reload loses nothing. undefined takes it away. */
  async saveDraft(room: string, draft: unknown): Promise<Result<true>> {
    try {
      await putSetting(this.#need(), this.#draftKey(room), draft);
      return ok(true);
    } catch (error) {
      return fail(storageProblem(error));
    }
  }

  /** A draft as it was saved: unknown, to be parsed by its room. */
  readDraft(room: string): Promise<unknown> {
    return getSetting(this.#need(), this.#draftKey(room));
  }

  async countPhotos(): Promise<number> {
    return countBlobs(this.#need());
  }

  /** Whether the browser promised not to clear the store by itself; undefined where it cannot say. */
  async isPersistent(): Promise<boolean | undefined> {
    return isSecureContext ? navigator.storage.persisted() : undefined;
  }

  /** Charts that the host keeps; the invented cast is there too. */
  hostCharts(): Promise<Result<readonly HostChart[]>> {
    return hostCharts();
  }

  /** Takes everything of stria off this device. Copies that a host has stay there. */
  async erase(): Promise<Result<true>> {
    try {
      await eraseAll(this.#need());
      this.#tabs.postMessage('changed');
      await this.#load();
      return ok(true);
    } catch (error) {
      return fail(storageProblem(error));
    }
  }

  async #append<K extends EntryKind>(record: PersonId, kind: K, body: Body<K>): Promise<Result<EntryOf<K>>> {
    // One after another: two taps must get two instants, in their order.
    const turn = this.#writing.then(async () => {
      const written = await this.#write(record, kind, body);
      if (written === 'behind') throw new Error('only a write that asked for it can be behind');
      return written;
    });
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  /** `ifCount`: entries of the store as this tab knows it; where there are others, nothing is written and it is `behind`. */
  async #write<K extends EntryKind>(
    record: PersonId,
    kind: K,
    body: Body<K> | ((id: EntryId) => Body<K>),
    ifCount?: number,
  ): Promise<Result<EntryOf<K>> | 'behind'> {
    const atMs = nextInstantOf(kind, now(), this.#byRecord.get(record) ?? []);
    const id = newId(atMs) as EntryId;
    const parsed = parseEntry({
      v: ENTRY_VERSION,
      id,
      record,
      at: instantAt(atMs),
      offsetMinutes: offsetMinutesAt(atMs),
      by: { role: 'person' },
      kind,
      body: typeof body === 'function' ? body(id) : body,
    });
    if (!parsed.ok) return parsed;
    try {
      const row = await stored(parsed.value);
      if (ifCount === undefined) await putEntries(this.#need(), [row], true);
      else if (!(await putEntryIfCount(this.#need(), row, ifCount))) return 'behind';
    } catch (error) {
      return fail(storageProblem(error));
    }
    this.#admit(parsed.value);
    this.#refresh(this.#view.record);
    this.#tabs.postMessage('changed');
    this.#sending?.nudge();
    return ok(parsed.value as unknown as EntryOf<K>);
  }

  /** Reads the whole store anew. Loads take turns with writes, so that none of them sees half a chart. */
  async #load(): Promise<void> {
    const turn = this.#writing.then(() => this.#readAll());
    this.#writing = turn.catch(() => undefined);
    return turn;
  }

  async #readAll(): Promise<void> {
    const db = this.#need();
    const rows = await allEntries(db);
    const read = await Promise.all(rows.map(async (row) => ({ row, entry: readStored(await openText(row.sealed)) })));
    const remembered = await getSetting(db, RECORD);
    this.#byRecord.clear();
    this.#byId.clear();
    for (const { entry } of read) if (entry.ok) this.#admit(entry.value);
    const unreadable = read.flatMap(({ row, entry }) => (entry.ok ? [] : [{ id: row.id, problems: entry.problems }]));
    const known = [...this.#byRecord.keys()];
    this.#view = { ...this.#view, unreadable };
    this.#refresh(known.find((id) => id === remembered) ?? known[0]);
  }

  #admit(entry: Entry): void {
    if (this.#byId.has(entry.id)) return;
    this.#byId.set(entry.id, entry);
    const chart = [...(this.#byRecord.get(entry.record) ?? []), entry];
    chart.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
    this.#byRecord.set(entry.record, chart);
  }

  #refresh(record: PersonId | undefined): void {
    const entries = record === undefined ? [] : (this.#byRecord.get(record) ?? []);
    const charts = [...this.#byRecord].map(([id, of]): ChartName => {
      const state = fold(of);
      return { id, alias: state.alias ?? 'Chart without a name', invented: state.invented, entries: of.length };
    });
    this.#show({ record, entries, charts, state: fold(entries) });
  }

  /** What the host has of the chosen chart and this device lacks; quiet, because nothing here waits for it. */
  async #pull(): Promise<void> {
    const record = this.#view.record;
    if (record === undefined) return;
    const pulled = await this.#pullChart(record);
    if (pulled.ok && pulled.value > 0) await this.#load();
  }

  async #pullChart(record: PersonId): Promise<Result<number>> {
    const db = this.#need();
    const cursor = await getSetting(db, pulledKey(record));
    let after = typeof cursor === 'string' ? cursor : undefined;
    let count = 0;
    for (;;) {
      const page = await hostEntries(record, after);
      if (!page.ok) return page;
      const lacking = page.value.entries.filter((e) => e.record === record && !this.#byId.has(e.id));
      await putEntries(db, await Promise.all(lacking.map(stored)), false);
      for (const entry of lacking) this.#admit(entry);
      count += lacking.length;
      if (page.value.unreadable.length > 0) return fail(...(page.value.unreadable as [Problem, ...Problem[]]));
      after = page.value.cursor;
      if (!page.value.more) break;
    }
    if (after !== undefined) await putSetting(db, pulledKey(record), after);
    return ok(count);
  }

  #draftKey(room: string): string {
    return `draft:${this.#view.record ?? 'nobody'}:${room}`;
  }

  #need(): Database {
    if (this.#db === undefined) throw new Error('the store is not open yet');
    return this.#db;
  }

  #show(change: Partial<KeepView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function readStored(text: string): Result<Entry> {
  const json = readJson(text);
  return json.ok ? parseEntry(json.value) : json;
}

async function stored(entry: Entry): Promise<StoredEntry> {
  return { id: entry.id, record: entry.record, at: entry.at, sealed: await sealText(JSON.stringify(entry)) };
}
