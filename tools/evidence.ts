import {
  allFacts,
  allSources,
  basisWords,
  conflicts,
  contradictions,
  evidenceReviewedOn,
  evidenceVersion,
  type Fact,
  fact,
  gradesOf,
  gradeWords,
  guidelines,
  type Source,
  sourceOf,
} from '@stria/record/evidence';
import { type Citation, citations } from './rules.ts';

/** docs/evidence: a page for each source, and an index. Path under docs/evidence -> text. */
export function writeEvidence(): Map<string, string> {
  const cited = [...citations(), ...libraryCitations()];
  const pages = new Map(allSources.map((s) => [`${s.id}.md`, page(s, cited)]));
  pages.set('README.md', index(cited));
  return pages;
}

/** The ledger and the library cite sources too. */
const libraryCitations = (): Citation[] => [
  ...conflicts.flatMap((c) =>
    c.sides.map((side) => ({ place: `Disagreement: ${c.id}`, says: side.says, sources: side.sources })),
  ),
  ...guidelines.map((g) => ({ place: `Guideline: ${g.id}`, says: g.says, sources: g.sources })),
];

const factsOf = (s: Source): Fact[] => allFacts.filter((f) => f.source === s.id);
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function page(s: Source, cited: readonly Citation[]): string {
  const facts = factsOf(s);
  const ids = new Set<string>([s.id, ...facts.map((f) => f.id)]);
  const users = cited.filter((c) => c.sources.some((id) => ids.has(id)));
  const against = [...ids].flatMap((id) => contradictions(id).map((c) => ({ id, ...c })));
  return `${[
    `# ${s.id}: ${s.title}`,
    '',
    `- Who: ${s.authors}`,
    `- When: ${s.year === 'n.d.' ? 'no date' : s.year}`,
    `- Where: ${s.journal}`,
    ...(s.doi === undefined ? [] : [`- DOI: ${s.doi}`]),
    ...(s.url === undefined ? [] : [`- Address: <${s.url}>`]),
    `- What kind: ${gradesOf([s.id])
      .map((g) => gradeWords[g].name)
      .join(', ')}`,
    `- How closely read: ${[...new Set(facts.map((f) => basisWords[f.basis]))].join(', ')}`,
    `- Last looked at: ${evidenceReviewedOn}`,
    '',
    '## What we took from it',
    '',
    '| fact | what it says | value | unit | on whom or what | grade | how read |',
    '|---|---|---|---|---|---|---|',
    ...facts.map(
      (f) =>
        `| ${f.id} | ${cell(f.claim)} | ${cell(f.value)} | ${cell(f.unit)} | ${cell(f.population)} | ${gradeWords[f.grade].name} | ${basisWords[f.basis]} |`,
    ),
    '',
    '## What says otherwise',
    '',
    ...(against.length === 0
      ? ['Nothing that we know of.']
      : against.map(
          ({ id, conflict, against: others }) =>
            `- ${id}: ${conflict.topic}. Against it: ${others.map(linked).join(', ')}. What stria does: ${conflict.chosen}`,
        )),
    '',
    '## What rests on it',
    '',
    ...(users.length === 0
      ? ['No rule and no sentence of advice. It is kept as background.']
      : unique(users.map((c) => `- ${c.place} (${c.sources.filter((id) => ids.has(id)).join(', ')}): ${cell(c.says)}`))),
    '',
  ].join('\n')}`;
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];

/** `[a15](SA32-2023.md)`. */
function linked(id: string): string {
  const source = sourceOf(id);
  if (source === undefined) throw new Error(`no source ${id}`);
  return `[${fact(id) === undefined ? source.id : id}](${source.id}.md)`;
}

function index(cited: readonly Citation[]): string {
  const used = new Set(cited.flatMap((c) => c.sources));
  const silent = allFacts.filter((f) => !used.has(f.id) && !used.has(f.source));
  return `${[
    '# Evidence: what was read, and what rests on it',
    '',
    `${allFacts.length} facts from ${allSources.length} sources, ${conflicts.length} disagreements, ${guidelines.length} guidelines; version ${evidenceVersion}. Written by`,
    '`node tools/evidence.mjs` from packages/record/src/evidence and from the rules of packages/care; a test fails when it is stale.',
    `That a fact stands here means that its source says so, not that it is true. Every row was last gone through on ${evidenceReviewedOn}: its grade`,
    'given, its contradictions tied. The texts behind the rows were read earlier in that year, as closely as each row says.',
    `${allFacts.length - silent.length} facts carry a rule, a sentence, a guideline or a side of a disagreement; the others are background.`,
    '',
    '## Grades, strongest first',
    '',
    '| grade | what it means | facts |',
    '|---|---|---|',
    ...Object.entries(gradeWords).map(
      ([grade, { name, means }]) => `| ${name} | ${means} | ${allFacts.filter((f) => f.grade === grade).length} |`,
    ),
    '',
    '## Sources',
    '',
    '| source | who | when | what kind | facts |',
    '|---|---|---|---|---|',
    ...allSources.map(
      (s) =>
        `| [${s.id}](${s.id}.md) | ${cell(s.authors)} | ${s.year === 'n.d.' ? 'no date' : s.year} | ${gradesOf([s.id])
          .map((g) => gradeWords[g].name)
          .join(', ')} | ${factsOf(s)
          .map((f) => f.id)
          .join(' ')} |`,
    ),
    '',
    '## Disagreements',
    '',
    ...conflicts.flatMap((c) => [
      `### ${c.topic}`,
      '',
      ...c.sides.map(
        (s) => `- ${s.quoted === undefined ? '' : `“${s.quoted}”: `}${s.says} (${s.sources.map(linked).join(', ')})`,
      ),
      `- **What stria does:** ${c.chosen}`,
      `- **Why:** ${c.why}`,
      '',
    ]),
  ].join('\n')}`;
}
