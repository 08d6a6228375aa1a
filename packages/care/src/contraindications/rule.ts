import type { Setting, SourceId } from '@stria/record';
import type { Level } from '../verdict.ts';

/**
 * One row of the table of rules: a fact about the person with its level at home and in a clinic, the facts it rests on, and
 * words that end with what to do next. A row that cites `convention` rests on no finding and says so.
 */
export interface Rule {
  readonly home: Level | 'none';
  readonly professional: Level | 'none';
  readonly sources: readonly SourceId[];
  /** For the person at home. */
  readonly says: string;
  /** For the person who treats; absent where the words are the same. */
  readonly saysProfessional?: string;
  /** A consult that cleared the person turns `ask-first` into a notice, save where this says never. */
  readonly lifted?: 'never';
  /** True of today only and over by itself: it blocks while it lasts and leaves an earlier consult standing. */
  readonly passing?: true;
}

export const rule = (
  home: Rule['home'],
  professional: Rule['professional'],
  sources: readonly SourceId[],
  says: string,
  more?: Pick<Rule, 'saysProfessional' | 'lifted' | 'passing'>,
): Rule => ({ home, professional, sources, says, ...more });

export const NEVER = { lifted: 'never' } as const;
/** The facts behind every sign that asks for a hormone check. Source: c27, c30, c31. */
export const HORMONE: readonly SourceId[] = ['c27', 'c30', 'c31'];
export const ASK = 'Ask a doctor before you needle';

const PRESCRIBER = 'The prescriber decides and writes down why';

/** The words of a rule in a setting: where a person at home is sent to a doctor, in a clinic the prescriber decides. */
export function wordsOf(r: Rule, setting: Setting): string {
  if (setting === 'home') return r.says;
  if (r.saysProfessional !== undefined) return r.saysProfessional;
  if (r.professional !== 'ask-first' || r.lifted === 'never' || r.says.includes(PRESCRIBER)) return r.says;
  return r.says.includes(ASK) ? r.says.replace(ASK, PRESCRIBER) : `${r.says} ${PRESCRIBER}.`;
}
