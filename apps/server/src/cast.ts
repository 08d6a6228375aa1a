import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BlobRef, fold, parseEntryLines } from '@stria/record';
import { type Chart, extensions, namedBlobs } from './archive.ts';
import { checkPhoto } from './photo.ts';
import { must, refuse } from './refusal.ts';

/** One invented person of scenarios/: `record.jsonl`, and `photos/<sha256>.jpg` for every photo that it names. */
export interface Scenario {
  readonly name: string;
  readonly folder: string;
  readonly alias: string;
  readonly chart: Chart;
}

/** The whole cast. Only charts that say of themselves that they are invented are let in. */
export async function readScenarios(folder: string): Promise<Scenario[]> {
  const names = (await readdir(folder)).filter((name) => existsSync(join(folder, name, 'record.jsonl'))).sort();
  return Promise.all(names.map((name) => readScenario(name, join(folder, name))));
}

async function readScenario(name: string, folder: string): Promise<Scenario> {
  const entries = must(parseEntryLines(await readFile(join(folder, 'record.jsonl'), 'utf8')));
  const today = fold(entries);
  const record = today.id;
  if (record === undefined || !today.invented || entries.some((e) => e.record !== record)) {
    refuse('server.scenario-not-invented', `/${name}`, 'A chart of the cast has to be one chart, marked as invented.');
  }
  const originals = namedBlobs(entries).filter((blob) => existsSync(photoFile(folder, blob)));
  return { name, folder, alias: today.alias ?? name, chart: { record, entries, originals } };
}

const photoFile = (folder: string, blob: BlobRef): string =>
  join(folder, 'photos', `${blob.sha256}.${extensions[blob.mediaType]}`);

export async function originalsOf(
  cast: readonly Scenario[],
  see: (record: string, blob: BlobRef, bytes: Buffer) => Promise<void>,
): Promise<void> {
  for (const { folder, chart, name } of cast) {
    for (const blob of chart.originals) {
      const bytes = await readFile(photoFile(folder, blob));
      if (createHash('sha256').update(bytes).digest('hex') !== blob.sha256) {
        refuse('server.blob-hash', `/${name}/${blob.sha256}`, 'A photo of the cast is not the one that its chart names.');
      }
      checkPhoto(bytes, blob.mediaType);
      await see(chart.record, blob, bytes);
    }
  }
}
