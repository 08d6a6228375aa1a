import type { Day, SourceId, Zone } from '@stria/record';

/** How strongly a reason speaks, mildest first: the order is the order of severity. */
export const levels = ['notice', 'wait', 'ask-first', 'do-not'] as const;
export type Level = (typeof levels)[number];

/** The most severe level among the reasons; `go` where there are only notices. */
export const decisions = ['go', 'wait', 'ask-first', 'do-not'] as const;
export type Decision = (typeof decisions)[number];

/** One rule that applies to these answers, in words that end with what to do next. */
export interface Reason {
  /** Stable, kebab case; holds the value or the field of the answer that caused it. */
  readonly code: string;
  readonly level: Level;
  readonly says: string;
  /** The first day on which the reason no longer holds, where a date ends it. */
  readonly until?: Day;
  /** Fact ids, or the word `convention`; at least one. */
  readonly sources: readonly SourceId[];
}

export interface RefusedZone {
  readonly zone: Zone;
  /** Code of the reason that refuses it. */
  readonly code: string;
}

export interface Limits {
  /** Longest needle that these answers allow without a further question; absent where the decision is `do-not`. */
  readonly needleLengthMmMax?: number;
  readonly intervalDaysMin: number;
  readonly zones: readonly Zone[];
  readonly zonesRefused: readonly RefusedZone[];
}

/** Something to do instead, or meanwhile, with what is known about it. */
export interface Alternative {
  readonly method: string;
  readonly evidence: string;
  readonly sources: readonly SourceId[];
}

/** What the rules say to a set of answers. Computed each time it is needed, never stored and believed later. */
export interface Verdict {
  readonly decision: Decision;
  /** Every reason that applies, most severe first; among equals in the order of the table of rules. */
  readonly reasons: readonly Reason[];
  readonly limits: Limits;
  /** Empty only with `go`. */
  readonly alternatives: readonly Alternative[];
}

/** Position in the order of severity: 0 for a notice, 3 for do-not. */
export const severityOf = (level: Level): number => levels.indexOf(level);

/** `go` for no reason or notices only, else the most severe level. */
export function decide(reasons: readonly Pick<Reason, 'level'>[]): Decision {
  const worst = reasons.reduce((max, r) => Math.max(max, severityOf(r.level)), 0);
  return decisions[worst] as Decision;
}
