import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fact, sourceOf } from '@stria/record/evidence';
import { describe, expect, it } from 'vitest';
import { rules } from '../../../tools/rules.ts';
import { checkout } from '../../../tools/structure.ts';
import { contraindications } from './contraindications.ts';
import * as care from './index.ts';
import { findingWaits, medicineWaits, procedureWaits } from './periods.ts';

/** Every string and every list of sources in what care exports. */
function walk(value: unknown, strings: string[], sources: string[]): void {
  if (typeof value === 'string') strings.push(value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'sources' && Array.isArray(inner)) {
      expect(inner.length).toBeGreaterThan(0);
      sources.push(...(inner as string[]));
    } else walk(inner, strings, sources);
  }
}
const strings: string[] = [];
const sources: string[] = [];
walk([contraindications, findingWaits, medicineWaits, procedureWaits, { ...care }], strings, sources);
for (const zone of care.questions.flatMap((q) =>
  'options' in q.answering && q.answering.kind === 'places' ? q.answering.options : [],
))
  walk(care.zonePermission(zone.value as never, 'home'), strings, sources);

describe('what care says', () => {
  it('rests everywhere on facts that exist, or openly on a convention', () => {
    expect(sources.length).toBeGreaterThan(250);
    expect(sources.filter((id) => id !== 'convention' && !fact(id))).toEqual([]);
  });

  it('has a source in every row that speaks: a rule, a wait, a zone, an ingredient, an item of the pack, a sign', () => {
    expect(rules().length).toBeGreaterThan(190);
    expect(
      rules()
        .filter((r) => r.sources.length === 0 || r.says.trim() === '')
        .map((r) => r.code),
    ).toEqual([]);
    const silent: string[] = [];
    const look = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      const row = value as Record<string, unknown>;
      // What is cited elsewhere: an unknown cell says so, the words of a screen and of a choice are names and no advice.
      if (
        typeof row.says === 'string' &&
        ('home' in row || 'fromHours' in row || 'contactSeconds' in row) &&
        !('sources' in row)
      )
        silent.push(place);
      for (const [key, inner] of Object.entries(row)) look(inner, `${place}/${key}`);
    };
    look([contraindications, { ...care, aftercarePhases: [] }], '');
    expect(silent).toEqual([]);
  });

  it('leads from every cited fact to a page about its source', () => {
    const cited = [...new Set(sources)].filter((id) => id !== 'convention');
    const without = cited.filter((id) => !existsSync(join(checkout, 'docs/evidence', `${sourceOf(id)?.id}.md`)));
    expect(without).toEqual([]);
  });

  it('promises nothing, shames nobody and tells nobody to stop a medicine', () => {
    expect(strings.length).toBeGreaterThan(400);
    const banned =
      /\b(removes?|eliminat\w*|cures?|heals?|healing|guarantee\w*|safe(ly)?|clinically proven|medical grade|perfect|flaw|ugly|defect|better skin)\b/i;
    const denied = /\b(not|never|no|nobody|none|without)\b/i;
    expect(strings.filter((text) => banned.test(text) && !denied.test(text) && text !== 'poor-healing')).toEqual([]);
    expect(strings.filter((text) => /\bstop taking\b/i.test(text))).toEqual([]);
  });
});
