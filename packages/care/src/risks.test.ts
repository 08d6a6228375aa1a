import { type Answers, answersSchema, conditions } from '@stria/record';
import { fact } from '@stria/record/evidence';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryOf } from '../../../tools/arbitrary.ts';
import { riskGroups, riskRows, riskSummary, risksFor } from './index.ts';

const answers = (more: Partial<Answers>): Answers => ({ asOf: '2026-03-10' as Answers['asOf'], setting: 'home', ...more });
const ids = (a: Answers | undefined) => risksFor(a).map((r) => r.risk.id);

describe('the risk card', () => {
  it('has each risk once, in all three groups', () => {
    expect(new Set(riskRows.map((r) => r.id)).size).toBe(riskRows.length);
    for (const group of riskGroups) expect(riskRows.filter((r) => r.group === group).length, group).toBeGreaterThanOrEqual(3);
  });

  it('rests every figure, factor and sentence on facts that exist, or openly on a convention', () => {
    const cited = [riskSummary, ...riskRows, ...riskRows.flatMap((r) => [...r.figures, ...r.factors])];
    for (const { says, sources } of cited) {
      expect(sources.length, says).toBeGreaterThan(0);
      expect(
        sources.filter((id) => id !== 'convention' && !fact(id)),
        says,
      ).toEqual([]);
    }
  });

  it('leads with the keloid of somebody who has had one, also beside other risks', () => {
    expect(ids(answers({ conditions: ['keloid-history'] }))[0]).toBe('keloid');
    expect(ids(answers({ conditions: ['psoriasis', 'hiv', 'keloid-history'], skinType: 'V' }))[0]).toBe('keloid');
  });

  it('says which answer raised it', () => {
    const [first] = risksFor(answers({ skinType: 'V' }));
    expect([first?.risk.id, first?.own.map((f) => f.says)]).toEqual([
      'dark-marks',
      ['Dark marks are commoner in skin types IV to VI.'],
    ]);
  });

  it('begins with what is common where nothing is raised or nothing was answered', () => {
    expect(risksFor(undefined)[0]?.risk.group).toBe('common');
    expect(risksFor(answers({}))[0]?.risk.group).toBe('common');
    expect(risksFor(answers({})).every((r) => r.own.length === 0)).toBe(true);
  });

  it('shows all risks to everybody, the own ones first, whatever the answers', () => {
    fc.assert(
      fc.property(arbitraryOf(answersSchema) as fc.Arbitrary<Answers>, (a) => {
        const shown = risksFor(a);
        expect(shown.map((r) => r.risk.id).sort()).toEqual(riskRows.map((r) => r.id).sort());
        const firstOther = shown.findIndex((r) => r.own.length === 0);
        if (firstOther >= 0) expect(shown.slice(firstOther).every((r) => r.own.length === 0)).toBe(true);
      }),
    );
  });

  it('raises a risk for nearly every illness that is asked about', () => {
    const silent = conditions.filter((c) => risksFor(answers({ conditions: [c] })).every((r) => r.own.length === 0));
    expect(silent).toEqual(['scleroderma', 'connective-tissue-disease', 'skin-cancer-now', 'skin-cancer-past']);
  });
});
