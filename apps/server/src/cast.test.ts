import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entry, writeEntryLines } from '@stria/record';
import { v7 as uuid } from 'uuid';
import { afterAll, describe, expect, it } from 'vitest';
import { originalsOf, readScenarios } from './cast.ts';
import { problemsOf } from './refusal.ts';
import { entryOf, jpeg } from './store.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'stria-cast-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, entries: readonly Entry[], photos: Record<string, Buffer> = {}): string {
  const place = join(folder, name);
  mkdirSync(join(place, 'case/photos'), { recursive: true });
  writeFileSync(join(place, 'case/record.jsonl'), writeEntryLines(entries));
  for (const [file, bytes] of Object.entries(photos)) writeFileSync(join(place, 'case/photos', file), bytes);
  return place;
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => problemsOf(error)?.[0]?.code,
  );

describe('the invented cast', () => {
  const record = uuid();
  const person = (invented: boolean) => entryOf('person', record, { alias: 'Amara', invented });

  it('is read with the photos that are there, and a story without a chart is left out', async () => {
    const bytes = await jpeg(1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const photo = entryOf('photo', record, {
      original: { sha256, bytes: bytes.length, mediaType: 'image/jpeg' },
      widthPx: 64,
      heightPx: 64,
      orientation: 1,
      colourSpace: 'unstated',
      takenOn: '2026-03-01' as never,
      zone: 'hip',
      purpose: 'baseline',
    });
    const place = write('good', [person(true), photo], { [`${sha256}.jpg`]: bytes });
    mkdirSync(join(place, 'only-a-story'));
    const cast = await readScenarios(place);
    expect(cast.map((c) => [c.name, c.alias, c.chart.entries.length, c.chart.originals.length])).toEqual([
      ['case', 'Amara', 2, 1],
    ]);
    const seen: string[] = [];
    await originalsOf(cast, async (of, blob, read) => {
      seen.push(`${of} ${blob.sha256} ${read.length}`);
    });
    expect(seen).toEqual([`${record} ${sha256} ${bytes.length}`]);
    writeFileSync(join(place, 'case/photos', `${sha256}.jpg`), await jpeg(2));
    expect(await codeOf(originalsOf(cast, async () => undefined))).toBe('server.blob-hash');
  });

  it('is refused where a chart does not say that it is invented, or is two', async () => {
    expect(await codeOf(readScenarios(write('real', [person(false)])))).toBe('server.scenario-not-invented');
    const two = [person(true), entryOf('bother', uuid(), { score: 1, on: '2026-03-01' as never })];
    expect(await codeOf(readScenarios(write('two', two)))).toBe('server.scenario-not-invented');
  });
});
