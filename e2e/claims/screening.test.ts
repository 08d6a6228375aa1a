import { describe, expect, it } from 'vitest';
import { clean, stria } from './stage.ts';

const screen = (more: object) => {
  const run = stria(['screen', '-'], { ...clean, ...more });
  expect(run.err).toBe('');
  return JSON.parse(run.out) as { decision: string; reasons: { code: string; level: string; sources: string[] }[] };
};
const medicine = (kind: string) => ({ medicines: [{ kind, status: 'current' }] });

/** One risk each, alone, at home and with a consult that cleared: what is documented of it. */
const rows: readonly [string, object, 'do-not' | 'ask-first' | 'wait' | 'go'][] = [
  ['psoriasis', { conditions: ['psoriasis'] }, 'ask-first'],
  ['vitiligo', { conditions: ['vitiligo'] }, 'ask-first'],
  ['lichen planus', { conditions: ['lichen-planus'] }, 'ask-first'],
  ['eczema', { conditions: ['eczema'] }, 'ask-first'],
  ['infection on the skin', { zoneFindings: ['infection'] }, 'do-not'],
  ['active herpes', { zoneFindings: ['active-herpes'] }, 'do-not'],
  ['active acne', { zoneFindings: ['active-acne'] }, 'ask-first'],
  ['a lesion that nobody has explained', { zoneFindings: ['unexplained-lesion'] }, 'do-not'],
  ['keloids', { conditions: ['keloid-history'] }, 'do-not'],
  ['a bleeding disorder', { conditions: ['bleeding-disorder'] }, 'do-not'],
  ['a blood thinner', medicine('anticoagulant'), 'ask-first'],
  ['isotretinoin now', medicine('isotretinoin'), 'do-not'],
  ['diabetes', { conditions: ['diabetes'] }, 'ask-first'],
  ['a weak immune system', { conditions: ['immunosuppression'] }, 'do-not'],
  ['sunburn', { zoneFindings: ['sunburn'] }, 'wait'],
  ['pregnancy', { pregnancy: 'pregnant' }, 'do-not'],
  ['nursing', { pregnancy: 'nursing' }, 'do-not'],
  ['steroid tablets', medicine('corticosteroid-tablet'), 'do-not'],
  ['steroid cream on the zone', medicine('corticosteroid-cream-on-zone'), 'ask-first'],
  ['an allergy to steel', { allergies: ['steel'] }, 'do-not'],
  ['an allergy to nickel', { allergies: ['nickel'] }, 'ask-first'],
  ['an allergy to lidocaine', { allergies: ['lidocaine'] }, 'go'],
];

describe('screening', () => {
  it.each(rows)('S-28 %s, alone and before a consult, has its documented outcome', (_name, risk, level) => {
    const { consult: _consult, ...asked } = clean;
    const run = stria(['screen', '-'], { ...asked, ...risk });
    const verdict = JSON.parse(run.out) as { reasons: { code: string; level: string; sources: string[] }[] };
    const known = new Set((JSON.parse(stria(['screen', '-'], asked).out) as typeof verdict).reasons.map((r) => r.code));
    const own = verdict.reasons.filter((r) => !known.has(r.code));
    expect(own.length).toBeGreaterThan(0);
    expect(own[0]?.level).toBe(level === 'go' ? 'notice' : level);
    for (const reason of own) expect(reason.sources.length).toBeGreaterThan(0);
  });

  it('S-28 somebody with none of these, cleared by a doctor, hears go', () => {
    expect(screen({}).decision).toBe('go');
  });
});
