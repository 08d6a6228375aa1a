import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allSources, fact, sourceOf } from '@stria/record/evidence';
import { describe, expect, it } from 'vitest';
import { writeEvidence } from './evidence.ts';
import { citations } from './rules.ts';
import { checkout } from './structure.ts';
import { heldRules, writeValidation } from './validation.ts';

const folder = join(checkout, 'docs/evidence');

describe('what the product says', () => {
  const cited = citations();
  it('rests, in every rule and every sentence, on sources that exist', () => {
    expect(cited.length).toBeGreaterThan(350);
    expect(cited.filter((c) => c.sources.length === 0).map((c) => c.place)).toEqual([]);
    const strange = cited.flatMap((c) =>
      c.sources.filter((id) => id !== 'convention' && !fact(id) && !sourceOf(id)).map((id) => `${c.place}: ${id}`),
    );
    expect(strange).toEqual([]);
  });
});

describe('docs/evidence', () => {
  const pages = writeEvidence();
  it('has a page for each source and no page without one', () => {
    const expected = [...allSources.map((s) => `${s.id}.md`), 'README.md'].sort();
    expect(readdirSync(folder).sort()).toEqual(expected);
  });

  it('is not stale: `node tools/evidence.mjs` would change nothing', () => {
    const stale = [...pages].filter(([name, text]) => {
      const file = join(folder, name);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it('says on each page who, when, how closely read, which grade, what says otherwise and what rests on it', () => {
    for (const [name, text] of pages) {
      if (name === 'README.md') continue;
      for (const part of [
        '- Who:',
        '- When:',
        '- What kind:',
        '- How closely read:',
        '## What says otherwise',
        '## What rests on it',
      ])
        expect(text, name).toContain(part);
      expect(text, name).not.toMatch(/undefined|NaN/);
    }
    expect(pages.get('SkinPenList.md')).toContain('Screening: pregnant (c03)');
    expect(pages.get('SA32-2023.md')).toContain('[a28](AlsterLi2020.md)');
  });
});

describe('docs/validation/care.md', () => {
  it('names at least one test for each rule', () => {
    const rules = heldRules();
    expect(rules.length).toBeGreaterThan(190);
    expect(rules.filter((r) => r.proofs.length === 0).map((r) => `${r.group}: ${r.code}`)).toEqual([]);
  });

  it('is not stale: `node tools/validation.mjs` would change nothing', () => {
    expect(readFileSync(join(checkout, 'docs/validation/care.md'), 'utf8')).toBe(writeValidation());
  });
});
