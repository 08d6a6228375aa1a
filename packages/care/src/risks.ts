import type { Answers, SourceId } from '@stria/record';
import { type Risk, type RiskFactor, type RiskGroup, riskGroups, riskRows } from './risks-table.ts';

export const riskGroupWords: Record<RiskGroup, { readonly title: string; readonly says: string }> = {
  common: { title: 'Common', says: 'Most people meet some of these.' },
  uncommon: { title: 'Less common', says: 'Some people meet these. They need care, sometimes a doctor.' },
  serious: { title: 'Serious', says: 'Rare, or of unknown frequency. They are why the rules are strict.' },
};

/** The answer to “How safe is it?” in a sentence, with what it rests on. */
export const riskSummary: { readonly says: string; readonly sources: readonly SourceId[] } = {
  says: 'Usually mild, not without risk. In one series of 32 people with stretch marks 8 had a complication; in a trial of 40 nobody had one that mattered.',
  sources: ['a14', 'a32', 'e01', 'e05'],
};

/** A risk with those of its factors that the answers name. */
export interface OwnRisk {
  readonly risk: Risk;
  readonly own: readonly RiskFactor[];
}

/**
 * Every risk, the person's own first: those that an answer raises, serious before uncommon before common; then the others,
 * common first, as a reader expects them. Without answers nothing is raised.
 */
export function risksFor(answers: Answers | undefined): OwnRisk[] {
  const all = riskRows.map((risk) => ({ risk, own: answers ? risk.factors.filter((f) => f.holds(answers)) : [] }));
  const order = (group: RiskGroup): number => riskGroups.indexOf(group);
  const own = all.filter((r) => r.own.length > 0).sort((a, b) => order(b.risk.group) - order(a.risk.group));
  const others = all.filter((r) => r.own.length === 0).sort((a, b) => order(a.risk.group) - order(b.risk.group));
  return [...own, ...others];
}
