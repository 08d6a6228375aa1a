import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { referencePath } from '../../../../tools/reference.ts';
import { modules } from '../../../../tools/structure.ts';
import { isFactId } from '../source.ts';
import {
  allFacts,
  allSources,
  citation,
  conflicts,
  contradictedBy,
  contradictions,
  fact,
  gradeFits,
  grades,
  gradesOf,
  gradeWords,
  guidelines,
  sourceOf,
  statusOf,
  topicOf,
} from './index.ts';

/** Facts that were read after the review that the product began with. */
const addedSince: readonly string[] = ['b37'];

describe('the evidence', () => {
  it('holds 294 facts of 177 sources, each once', () => {
    expect(allFacts.length).toBe(294);
    expect(new Set(allFacts.map((f) => f.id)).size).toBe(294);
    expect(allSources.length).toBe(177);
    expect(new Set(allSources.map((s) => s.id)).size).toBe(177);
  });

  it('says of 20 facts that they come from memory', () => {
    expect(allFacts.filter((f) => statusOf(f) === 'recalled').length).toBe(20);
  });

  it('gives every fact a source and a topic, and every source a fact', () => {
    expect(allFacts.filter((f) => !sourceOf(f.id) || !topicOf(f) || !isFactId(f.id)).map((f) => f.id)).toEqual([]);
    const cited = new Set(allFacts.map((f) => f.source));
    expect(allSources.filter((s) => !cited.has(s.id)).map((s) => s.id)).toEqual([]);
  });

  it('has no empty field', () => {
    const empty = [...allFacts, ...allSources].filter((row) => Object.values(row).some((v) => String(v).trim() === ''));
    expect(empty.map((row) => row.id)).toEqual([]);
  });

  it('leads to another site by an address that opens, or by none', () => {
    const addresses = allSources.flatMap((s) => (s.url === undefined ? [] : [s.url]));
    expect(addresses.length).toBeGreaterThan(150);
    expect(addresses.filter((a) => !/^https?:\/\/[^\s()]+$/.test(a))).toEqual([]);
  });

  it('puts a source into short words, and a convention into open ones', () => {
    expect(citation('a08')).toBe('Naspolini AP et al. 2019, Am J Clin Dermatol (abstract read)');
    expect(citation('Sun2024')).toBe('Sun X et al. 2024, Aesthetic Plast Surg');
    expect(citation('convention')).toMatch(/no source/);
    expect(() => citation('a99')).toThrow();
    for (const { id } of allFacts) expect(citation(id).length, id).toBeLessThanOrEqual(160);
  });

  it('gives every conflict two sides, a choice, a reason, and ids that exist', () => {
    expect(conflicts.length).toBe(32);
    expect(new Set(conflicts.map((c) => c.id)).size).toBe(conflicts.length);
    for (const c of conflicts) {
      expect(c.sides.length, c.id).toBeGreaterThanOrEqual(2);
      expect(Boolean(c.chosen && c.why), c.id).toBe(true);
      for (const id of c.sides.flatMap((s) => s.sources))
        expect(Boolean(fact(id) ?? sourceOf(id)), `${c.id}: ${id}`).toBe(true);
    }
  });

  it('gives every fact a grade of the closed list, each of which is used, and none but memory to what nobody read', () => {
    expect(allFacts.filter((f) => !grades.includes(f.grade) || !gradeFits(f.grade, f.basis)).map((f) => f.id)).toEqual([]);
    expect(grades.filter((g) => !allFacts.some((f) => f.grade === g))).toEqual([]);
    expect(Object.keys(gradeWords).sort()).toEqual([...grades].sort());
    expect(gradesOf(['c33', 'j12', 'a08', 'convention'])).toEqual(['review', 'trial', 'founding-text']);
    expect(gradesOf(['FDA-page'])).toEqual(['guideline-or-regulator', 'memory']);
  });

  it('ties contradicting facts in both directions, and none where the ledger says that they agree', () => {
    expect(contradictedBy('e15')).toEqual(['a15', 'e13']);
    expect(contradictedBy('e13')).toEqual(expect.arrayContaining(['a28', 'e15']));
    expect(contradictedBy('j24')).toEqual([]);
    expect(contradictedBy('h08')).toEqual([]);
    const all = [...allFacts.map((f) => f.id), ...allSources.map((s) => s.id)];
    const oneWay = all.flatMap((id) =>
      contradictedBy(id)
        .filter((other) => other === id || !contradictedBy(other).includes(id))
        .map((other) => `${id} against ${other}`),
    );
    expect(oneWay).toEqual([]);
    expect(all.filter((id) => contradictions(id).length > 0).length).toBeGreaterThan(80);
  });

  it('shows words of the founding texts as theirs, and only of these texts', () => {
    const quoted = conflicts.flatMap((c) => c.sides).filter((s) => s.quoted !== undefined);
    expect(quoted.length).toBeGreaterThanOrEqual(3);
    for (const s of quoted)
      expect(
        s.sources.every((id) => id.startsWith('Seed')),
        s.quoted,
      ).toBe(true);
  });

  it('gives every row of the library a source that exists and a grade', () => {
    expect(guidelines.length).toBeGreaterThanOrEqual(20);
    expect(new Set(guidelines.map((g) => g.id)).size).toBe(guidelines.length);
    for (const g of guidelines) {
      expect(g.sources.length, g.id).toBeGreaterThan(0);
      expect(
        g.sources.filter((id) => !fact(id)),
        g.id,
      ).toEqual([]);
      expect(gradesOf(g.sources).length, g.id).toBeGreaterThan(0);
    }
  });

  it('is loaded on demand alone: no module imports it at its head', () => {
    const heads = modules().filter(
      (m) => !m.path.includes('/evidence/') && /^(import|export) (?!type)[^;]*evidence(\/index\.ts)?';/m.test(m.text),
    );
    expect(heads.filter((m) => m.room === 'packages/record' || m.room === 'packages/care').map((m) => m.path)).toEqual([]);
    expect(modules().some((m) => m.path === 'packages/record/src/evidence/index.ts')).toBe(true);
  });

  const reference = referencePath('evidence/evidence.json');
  it.skipIf(!reference)('has the ids, values and sources of the reviewed evidence, and what was added since', () => {
    const rows = JSON.parse(readFileSync(reference as string, 'utf8')) as {
      id: string;
      source_id: string;
      status: string;
      source: { doi: string };
    }[];
    expect(rows.map((r) => [r.id, r.source_id, r.status, r.source.doi])).toEqual(
      allFacts.filter((f) => !addedSince.includes(f.id)).map((f) => [f.id, f.source, statusOf(f), sourceOf(f.id)?.doi ?? '']),
    );
  });
});
