import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { planCourse } from '@stria/care';
import { change, examine, orient, type Raster, readPhotoFile } from '@stria/imaging';
import {
  type Answers,
  type Author,
  type Body,
  type Day,
  dayOf,
  ENTRY_VERSION,
  type Entry,
  type EntryId,
  type EntryKind,
  type PersonId,
  parseEntry,
  type Result,
  type SessionEvent,
  writeEntryLines,
} from '@stria/record';
import sharp from 'sharp';

/**
 * Writes one invented person's chart the way the app would: entry by entry, each through the border, photos drawn by our
 * own generator, every measurement made by the product's own engine. Nothing in it is typed in that could be computed.
 */
export interface Drawing {
  readonly jpeg: Uint8Array;
  /** PNG, 8-bit grey, 255 = mark, the size of the upright photo. */
  readonly mask: Uint8Array;
}

export class Chart {
  readonly entries: Entry[] = [];
  readonly files = new Map<string, Uint8Array>();
  readonly #person: PersonId;
  readonly #number: number;
  #count = 0;

  constructor(number: number, alias: string, openedAt: string) {
    this.#number = number;
    this.#person = this.#uuid(openedAt) as PersonId;
    this.append('person', openedAt, { alias, invented: true });
  }

  /** Appends an entry at an instant; throws on what the border refuses, for then the cast itself is wrong. */
  append<K extends EntryKind>(kind: K, at: string, body: Body<K>, by: Author = { role: 'person' }): EntryId {
    const id = this.#uuid(at) as EntryId;
    const entry = must(parseEntry({ v: ENTRY_VERSION, id, record: this.#person, at, offsetMinutes: 60, by, kind, body }));
    this.entries.push(entry);
    return entry.id;
  }

  /** A session from the first step to the last, a minute apart, in the order in which the room asks for them. */
  session(
    at: string,
    started: Omit<Extract<SessionEvent, { step: 'started' }>, 'step'>,
    rest: readonly SessionEvent[],
    by?: Author,
  ): EntryId {
    const id = this.#uuid(at) as EntryId;
    [{ step: 'started' as const, ...started }, ...rest].forEach((event, i) => {
      const when = new Date(Date.parse(at) + i * 60_000).toISOString();
      const entry = {
        v: ENTRY_VERSION,
        id: i === 0 ? id : this.#uuid(when),
        record: this.#person,
        at: when,
        offsetMinutes: 60,
        by: by ?? { role: 'person' },
        kind: 'session',
        body: { session: id, event },
      };
      this.entries.push(must(parseEntry(entry)));
    });
    return id;
  }

  /** A drawn photo: file and mask kept by their hash, the photo entry, and what the engine measures in it. */
  async photo(at: string, drawing: Drawing, how: Pick<Body<'photo'>, 'zone' | 'side' | 'purpose'>, by?: Author) {
    const file = must(readPhotoFile(drawing.jpeg));
    const body: Body<'photo'> = {
      original: this.#keep(file.stripped, 'image/jpeg'),
      widthPx: file.widthPx,
      heightPx: file.heightPx,
      orientation: file.orientation,
      colourSpace: file.colourSpace,
      takenOn: dayOf(Date.parse(at), 60),
      ...how,
    };
    const id = this.append('photo', at, body, by);
    const raster = orient(await decode(file.stripped), file.orientation);
    const measured = must(examine({ raster, mask: await decodeMask(drawing.mask), colourSpace: file.colourSpace }));
    const mask = this.#keep(must(readPhotoFile(drawing.mask)).stripped, 'image/png');
    this.append('measurement', at, { of: 'photo', photo: id, mask, examination: measured.examination }, { role: 'program' });
    return { id, measured };
  }

  /** Two photos of this chart compared by the engine. */
  compare(at: string, baseline: Measured, followup: Measured): void {
    const comparison = change(baseline.measured.examination, followup.measured.examination);
    this.append(
      'measurement',
      at,
      { of: 'pair', baseline: baseline.id, followup: followup.id, comparison },
      { role: 'program' },
    );
  }

  /** The course that care plans on those answers; throws where care refuses. */
  plan(at: string, answers: EntryId, body: Answers, start: Day, by?: Author): EntryId {
    const course = must(planCourse({ answers: { ...body, asOf: start }, start }));
    const { verdict: _computedAgainWhenNeeded, ...rest } = course;
    return this.append('plan', at, { answers, start, passesPerDirection: 3, ...rest } as Body<'plan'>, by);
  }

  /** record.jsonl and photos/<sha256>.<ext> under the folder; what lay there of an earlier drawing goes. */
  write(folder: string): void {
    rmSync(join(folder, 'photos'), { recursive: true, force: true });
    mkdirSync(join(folder, 'photos'), { recursive: true });
    writeFileSync(join(folder, 'record.jsonl'), writeEntryLines(this.entries));
    for (const [name, bytes] of this.files) writeFileSync(join(folder, 'photos', name), bytes);
  }

  #keep(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png') {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.files.set(`${sha256}.${mediaType === 'image/jpeg' ? 'jpg' : 'png'}`, bytes);
    return { sha256, bytes: bytes.length, mediaType };
  }

  /** UUIDv7 of an instant whose random part is the number of the person and of the entry: the same at every drawing. */
  #uuid(at: string): string {
    const time = Date.parse(at).toString(16).padStart(12, '0');
    const rest = (this.#number * 65_536 + this.#count++).toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`;
  }
}

type Measured = Awaited<ReturnType<Chart['photo']>>;

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.code} at ${p.at}: ${p.says}`).join('\n'));
  return result.value;
}

async function decode(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, channels: info.channels as 3, data: new Uint8Array(data) };
}

async function decodeMask(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, data: new Uint8Array(data) };
}
