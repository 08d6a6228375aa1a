import { describe, expect, it } from 'vitest';
import { clean, program, stria } from './stage.ts';

const running = program();

interface Verdict {
  readonly decision: Level;
  readonly reasons: readonly { readonly code: string; readonly level: Level | 'notice'; readonly sources: readonly string[] }[];
}
type Level = 'do-not' | 'ask-first' | 'wait' | 'go';

async function screen(answers: object): Promise<Verdict> {
  const answer = await fetch(`${running.address}/api/screen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(answers),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Verdict;
}
const medicine = (kind: string) => ({ medicines: [{ kind, status: 'current' }] });
const { consult: _consult, ...unasked } = clean;
/** With a pen, as a clinic would: a roller is for home. */
const clinic = { ...unasked, setting: 'professional', needle: { ...clean.needle, device: 'pen' } };

/**
 * One risk each, and what is documented of it: its own level at home, before a doctor was asked; the decision at home after a
 * doctor agreed; its own level in a clinic. A level of `go` is a notice, which stops nobody.
 */
const rows: readonly [risk: string, answers: object, home: Level, afterConsult: Level, inClinic: Level][] = [
  ['psoriasis', { conditions: ['psoriasis'] }, 'ask-first', 'go', 'ask-first'],
  ['vitiligo', { conditions: ['vitiligo'] }, 'ask-first', 'go', 'ask-first'],
  ['lichen planus', { conditions: ['lichen-planus'] }, 'ask-first', 'go', 'ask-first'],
  ['eczema', { conditions: ['eczema'] }, 'ask-first', 'go', 'go'],
  ['infection on the skin', { zoneFindings: ['infection'] }, 'do-not', 'do-not', 'do-not'],
  ['active herpes', { zoneFindings: ['active-herpes'] }, 'do-not', 'do-not', 'do-not'],
  ['active acne', { zoneFindings: ['active-acne'] }, 'ask-first', 'ask-first', 'ask-first'],
  ['a lesion that nobody has explained', { zoneFindings: ['unexplained-lesion'] }, 'do-not', 'do-not', 'do-not'],
  ['keloids', { conditions: ['keloid-history'] }, 'do-not', 'do-not', 'do-not'],
  ['a bleeding disorder', { conditions: ['bleeding-disorder'] }, 'do-not', 'do-not', 'do-not'],
  ['a blood thinner', medicine('anticoagulant'), 'ask-first', 'go', 'ask-first'],
  ['isotretinoin now', medicine('isotretinoin'), 'do-not', 'do-not', 'do-not'],
  ['diabetes', { conditions: ['diabetes'] }, 'ask-first', 'go', 'ask-first'],
  ['a weak immune system', { conditions: ['immunosuppression'] }, 'do-not', 'do-not', 'ask-first'],
  ['sunburn', { zoneFindings: ['sunburn'] }, 'wait', 'wait', 'wait'],
  ['pregnancy', { pregnancy: 'pregnant' }, 'do-not', 'do-not', 'do-not'],
  ['nursing', { pregnancy: 'nursing' }, 'do-not', 'do-not', 'do-not'],
  ['steroid tablets', medicine('corticosteroid-tablet'), 'do-not', 'do-not', 'ask-first'],
  ['steroid cream on the zone', medicine('corticosteroid-cream-on-zone'), 'ask-first', 'ask-first', 'ask-first'],
  ['an allergy to steel', { allergies: ['steel'] }, 'do-not', 'do-not', 'do-not'],
  ['an allergy to nickel', { allergies: ['nickel'] }, 'ask-first', 'go', 'ask-first'],
  ['an allergy to lidocaine', { allergies: ['lidocaine'] }, 'go', 'go', 'ask-first'],
];

/** The reasons that a risk adds to a person who has nothing else. */
async function added(base: object, risk: object): Promise<Verdict['reasons']> {
  const known = new Set((await screen(base)).reasons.map((r) => r.code));
  return (await screen({ ...base, ...risk })).reasons.filter((r) => !known.has(r.code));
}
const levelOf = (level: Level): string => (level === 'go' ? 'notice' : level);

describe('screening', () => {
  it.each(rows)(
    'S-28 %s has its documented outcome: before a consult, after it, and in a clinic',
    async (_name, risk, home, afterConsult, inClinic) => {
      for (const [base, level] of [
        [unasked, home],
        [clinic, inClinic],
      ] as const) {
        const own = await added(base, risk);
        expect(own[0]?.level).toBe(levelOf(level));
        for (const reason of own) expect(reason.sources.length, reason.code).toBeGreaterThan(0);
      }
      expect((await screen({ ...clean, ...risk })).decision).toBe(afterConsult);
    },
  );

  it('S-28 somebody with none of these hears go: at home once a doctor agreed, in a clinic at once', async () => {
    expect((await screen(clean)).decision).toBe('go');
    expect((await screen(unasked)).decision).toBe('ask-first');
    expect((await screen(clinic)).decision).toBe('go');
  });

  it('S-28 the command line gives the same verdict as the running program', async () => {
    const answers = { ...clean, conditions: ['psoriasis', 'keloid-history'], zoneFindings: ['sunburn'] };
    const run = stria(['screen', '-'], answers);
    expect(run.status, run.err).toBe(0);
    const verdict = await screen(answers);
    expect(JSON.parse(run.out)).toEqual(verdict);
    expect(verdict.reasons.map((r) => r.level).slice(0, 2)).toEqual(['do-not', 'wait']);
  });
});
