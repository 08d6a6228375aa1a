import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { advise, screen } from '@stria/care';
import { answersWithConsult, type BlobRef, fold, parseEntryLines } from '@stria/record';
import { describe, expect, it } from 'vitest';

/** The cast is what tests, documents and the demo share: what its stories say has to be what the rules and the engine say. */
interface Expected {
  readonly decision: string;
  readonly codes: readonly string[];
  readonly pair: string | null;
  readonly lastCheckIn: string | null;
  readonly sessions: number;
  readonly photos: number;
}

const here = fileURLToPath(new URL('.', import.meta.url));
const cast = readdirSync(here, { withFileTypes: true })
  .filter((d) => d.isDirectory())
  .map((d) => d.name);

function chartOf(name: string) {
  const read = parseEntryLines(readFileSync(join(here, name, 'record.jsonl'), 'utf8'));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const expected = JSON.parse(readFileSync(join(here, name, 'expected.json'), 'utf8')) as Expected;
  return { entries: read.value, state: fold(read.value), expected };
}

describe('the invented cast', () => {
  it('has at least five people, each with a story', () => {
    expect(cast.length).toBeGreaterThanOrEqual(5);
    for (const name of cast) expect(readFileSync(join(here, name, 'story.md'), 'utf8')).toContain('Invented.');
  });

  it.each(cast)('%s: the chart reads whole and is marked as invented', (name) => {
    const { entries, state, expected } = chartOf(name);
    expect(state.problems).toEqual([]);
    expect(state.invented).toBe(true);
    expect(new Set(entries.map((e) => e.record)).size).toBe(1);
    expect([state.sessions.length, state.photos.length]).toEqual([expected.sessions, expected.photos]);
  });

  it.each(cast)('%s: the rules say what the story says', (name) => {
    const { state, expected } = chartOf(name);
    const answers = answersWithConsult(state);
    if (!answers) throw new Error('no answers');
    const verdict = screen(answers);
    expect(verdict.decision).toBe(expected.decision);
    for (const code of expected.codes) expect(verdict.reasons.map((r) => r.code).join(' ')).toContain(code);
    const last = state.checkIns.at(-1);
    expect(last ? advise(last.body.report).advice : null).toBe(expected.lastCheckIn);
  });

  it.each(cast)('%s: the engine says what the story says, and no number is without its error', (name) => {
    const { state, expected } = chartOf(name);
    const pair = state.measurements.map((m) => m.body).find((m) => m.of === 'pair');
    expect(pair?.of === 'pair' ? pair.comparison.verdict : null).toBe(expected.pair);
    const single = state.measurements.map((m) => m.body).filter((m) => m.of === 'photo');
    expect(single.length).toBe(expected.photos);
    for (const m of single) expect(m.of === 'photo' && m.examination.marks.contrastDeltaE00?.sd).toBeGreaterThan(0);
  });

  it.each(cast)('%s: every photo and mask lies there under its own hash, and nothing else', (name) => {
    const { state } = chartOf(name);
    const masks = state.measurements.flatMap((m) => (m.body.of === 'photo' ? [m.body.mask] : []));
    const wanted = [...state.photos.map((p) => p.body.original), ...masks].map(
      (b: BlobRef) => `${b.sha256}.${b.mediaType === 'image/jpeg' ? 'jpg' : 'png'}`,
    );
    const folder = join(here, name, 'photos');
    expect(readdirSync(folder).sort()).toEqual([...new Set(wanted)].sort());
    for (const file of wanted) {
      const path = join(folder, file);
      expect(existsSync(path)).toBe(true);
      expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(file.slice(0, 64));
      expect(readFileSync(path).length).toBeLessThan(400_000);
    }
  });
});
