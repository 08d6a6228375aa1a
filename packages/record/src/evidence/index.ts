import { type Day, day } from '../day.ts';
import { convention, type FactId, isFactId, type SourceId } from '../source.ts';
import { type Conflict, literatureConflicts } from './conflicts.ts';
import facts from './facts.json' with { type: 'json' };
import { foundingConflicts } from './founding.ts';
import { type Grade, grades } from './grade.ts';
import sources from './sources.json' with { type: 'json' };

export type { Conflict, Side } from './conflicts.ts';
export { type Grade, gradeFits, grades, gradeWords } from './grade.ts';
export { type Guideline, guidelines } from './guidelines.ts';

/**
 * The evidence as data, in our own words: what was read, where, and how closely. Loaded on demand; no module of the first load
 * of a page imports it. That a fact stands here means that its source says so, not that it is true.
 */
export type Basis = 'full-text' | 'abstract' | 'secondary-report' | 'clinic-page' | 'memory';

export interface Fact {
  readonly id: FactId;
  readonly claim: string;
  readonly value: string;
  readonly unit: string;
  /** On whom or what. */
  readonly population: string;
  /** Id of its source. */
  readonly source: string;
  /** How closely the source was read; `memory` was not read at all and is unverified. */
  readonly basis: Basis;
  /** What kind of statement it is. */
  readonly grade: Grade;
}

/** Grows with every change of a fact, a conflict or a guideline. */
export const evidenceVersion = '2.0.0';

/**
 * The day on which every row was last gone through: its grade given, its contradictions tied. The texts behind the rows were read
 * earlier in the same year, each as closely as its basis says; pages may have changed since, and nobody read them again that day.
 */
export const evidenceReviewedOn: Day = day('2026-11-20');

export interface Source {
  readonly id: string;
  readonly authors: string;
  /** A year, a span of years, or `n.d.` for a page without a date. */
  readonly year: string;
  readonly title: string;
  readonly journal: string;
  readonly doi?: string;
  readonly url?: string;
}

/** What the first letter of a fact's id stands for. */
export const topics = {
  a: 'Trials and meta-analyses of microneedling for striae',
  b: 'Needles, passes, home and clinic, regulators, thickness of the skin',
  c: 'Contraindications and precautions',
  d: 'Aftercare, closing of the channels, recovery of the barrier',
  e: 'Red flags and complications',
  f: 'Tissue, time course, depth of the needles',
  g: 'Grading scales',
  h: 'Measuring, and how repeatable it is',
  i: 'Causes, risk factors, how common',
  j: 'Alternatives',
} as const;
export type Topic = keyof typeof topics;

export const allFacts = facts as readonly Fact[];
export const allSources = sources as readonly Source[];

const factById = new Map<string, Fact>(allFacts.map((f) => [f.id, f]));
const sourceById = new Map<string, Source>(allSources.map((s) => [s.id, s]));

/** The fact with an id, or undefined where there is none. */
export const fact = (id: string): Fact | undefined => factById.get(id);
/** The source with an id, or the source of the fact with that id. */
export const sourceOf = (id: string): Source | undefined => sourceById.get(factById.get(id)?.source ?? id);
export const topicOf = (f: Fact): string => topics[f.id[0] as Topic];

/** `verified` only says that we read it in the source. */
export const statusOf = (f: Fact): 'verified' | 'recalled' => (f.basis === 'memory' ? 'recalled' : 'verified');

/** How closely a source was read, for the end of a citation. */
export const basisWords: Record<Basis, string> = {
  'full-text': 'text read',
  abstract: 'abstract read',
  'secondary-report': 'read about in another report',
  'clinic-page': 'page of a clinic, shop or maker: weak',
  memory: 'from memory, not checked',
};

/**
 * A source in short words for a screen: `Naspolini AP et al. 2019, Am J Clin Dermatol (abstract read)`. An id that is
 * nowhere is our own mistake and throws.
 */
export function citation(id: SourceId): string {
  if (id === convention) return 'Our own convention: it rests on no source';
  const f = isFactId(id) ? fact(id) : undefined;
  const s = sourceOf(id);
  if (!s || (isFactId(id) && !f)) throw new Error(`no fact and no source ${id}`);
  const authors = s.authors.startsWith('(n.r.') ? 'Authors not recorded' : firstAuthor(s.authors);
  const year = s.year === 'n.d.' ? 'no date' : s.year;
  const read = f ? ` (${basisWords[f.basis]})` : '';
  return `${authors} ${year}, ${s.journal}${read}`;
}

/** The first author, with `et al.` where there are more. */
function firstAuthor(authors: string): string {
  const plain = authors.replace(/\s*\([^)]*\)/g, '');
  const [first = plain, ...more] = plain.split(/[,;]/);
  return more.length === 0 || first.includes('et al') ? first.trim() : `${first.trim()} et al.`;
}

/** Every disagreement that we know of: between sources first, then with the founding texts. */
export const conflicts: readonly Conflict[] = [...literatureConflicts, ...foundingConflicts];

export interface Contradiction {
  readonly conflict: Conflict;
  /** Facts and sources of the other sides. */
  readonly against: readonly SourceId[];
}

/** Where a fact, or a source as a whole, stands against others in the ledger; it holds in both directions. */
export function contradictions(id: SourceId): Contradiction[] {
  return conflicts.flatMap((conflict) => {
    if (conflict.agree) return [];
    const own = conflict.sides.filter((s) => s.sources.includes(id));
    const others = conflict.sides.filter((s) => !own.includes(s)).flatMap((s) => s.sources);
    const against = [...new Set(others)].filter((other) => !own.some((s) => s.sources.includes(other)));
    return own.length === 0 || against.length === 0 ? [] : [{ conflict, against }];
  });
}

/** The facts and sources that contradict this one. */
export const contradictedBy = (id: SourceId): SourceId[] => [...new Set(contradictions(id).flatMap((c) => c.against))];

/** The grades behind a list of citations, strongest first; a source without a fact of its own here adds those of its facts. */
export function gradesOf(ids: readonly SourceId[]): Grade[] {
  const found = new Set(ids.flatMap((id) => allFacts.filter((f) => f.id === id || f.source === id).map((f) => f.grade)));
  return grades.filter((g) => found.has(g));
}
