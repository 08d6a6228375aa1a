import { fact } from '@stria/record/evidence';
import { describe, expect, it } from 'vitest';
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

  it('promises nothing, shames nobody and tells nobody to stop a medicine', () => {
    expect(strings.length).toBeGreaterThan(400);
    const banned =
      /\b(removes?|eliminat\w*|cures?|heals?|healing|guarantee\w*|safe(ly)?|clinically proven|medical grade|perfect|flaw|ugly|defect|better skin)\b/i;
    const denied = /\b(not|never|no|nobody|none|without)\b/i;
    expect(strings.filter((text) => banned.test(text) && !denied.test(text) && text !== 'poor-healing')).toEqual([]);
    expect(strings.filter((text) => /\bstop taking\b/i.test(text))).toEqual([]);
  });
});
