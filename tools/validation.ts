import { careProofs, type Proof } from './proofs.ts';
import { type RuleRow, rules } from './rules.ts';

/** docs/validation/care.md: every rule of care with its sources and the tests that name it, and the properties of all of them. */
export interface HeldRule extends RuleRow {
  readonly proofs: readonly Proof[];
}

/** Each rule with the tests in whose words or tables its code stands. */
export function heldRules(): HeldRule[] {
  const proofs = careProofs();
  return rules().map((rule) => ({ ...rule, proofs: proofs.filter((p) => namesFor(rule).some((name) => p.names.has(name))) }));
}

/** What a test calls a rule: its code; of what carries a prefix here, the name without it, beside its group's own test. */
function namesFor({ code }: RuleRow): string[] {
  const bare = code.replace(/^(item|phase|disinfect)-|-ingredient$/g, '');
  return bare === code ? [code] : [code, bare];
}

export function writeValidation(): string {
  const all = heldRules();
  const groups = [...new Set(all.map((r) => r.group))];
  const properties = careProofs().filter((p) => p.cases > 0);
  const total = properties.reduce((sum, p) => sum + p.cases, 0);
  return `${[
    '# Care: every rule, its sources, its tests',
    '',
    'Written by `node tools/validation.mjs` from the rules and the tests themselves; a test fails when it is stale. “Sources” are facts of',
    '[the evidence](../evidence/README.md) or the word convention, which says that a rule rests on nobody’s finding. A test stands beside a rule',
    'when it names the rule’s code. That a test passes shows that the program does what the rule says; it does not show that the rule is right.',
    'Clinically reviewed by: nobody yet.',
    '',
    `${all.length} rules in ${groups.length} groups; ${properties.length} properties with ${total} random cases in each run.`,
    ...groups.flatMap((group) => [
      '',
      `## ${group}`,
      '',
      '| code | home | clinic | what a person reads | sources | tests |',
      '|---|---|---|---|---|---|',
      ...all.filter((r) => r.group === group).map(row),
    ]),
    '',
    '## Properties',
    '',
    '| file | property | random cases |',
    '|---|---|---|',
    ...properties.map((p) => `| ${p.file} | ${cell(p.title)} | ${p.cases} |`),
    '',
  ].join('\n')}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const most = 3;

function row(r: HeldRule): string {
  const named = r.proofs.slice(0, most).map((p) => `${p.file.split('/').at(-1)}: ${cell(p.title)}`);
  const more = r.proofs.length > most ? [`and ${r.proofs.length - most} more`] : [];
  return `| ${r.code} | ${r.home} | ${r.clinic} | ${cell(r.says)} | ${r.sources.join(' ')} | ${[...named, ...more].join('<br>')} |`;
}
