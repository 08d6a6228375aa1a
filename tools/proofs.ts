import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { checkout } from './structure.ts';

/** A test, as it stands in a file: what it claims, the words it names, how many random cases its properties are tried with. */
export interface Proof {
  readonly file: string;
  readonly title: string;
  /** Every string in it, and in the tables of the file that it uses. */
  readonly names: ReadonlySet<string>;
  /** 0 where it is no property. */
  readonly cases: number;
}

/** What fast-check tries where a property names no number. */
const USUAL_CASES = 100;

/** The tests of care, and those of the claims that are made of the product. */
export function careProofs(): Proof[] {
  return ['packages/care/src', 'e2e/claims'].flatMap((folder) =>
    readdirSync(join(checkout, folder))
      .filter((name) => name.endsWith('.test.ts') && !name.startsWith('sources.'))
      .sort()
      .flatMap((name) => proofsOf(`${folder}/${name}`)),
  );
}

function proofsOf(file: string): Proof[] {
  const source = ts.createSourceFile(file, readFileSync(join(checkout, file), 'utf8'), ts.ScriptTarget.Latest, true);
  const tables = new Map<string, ts.Node>();
  for (const statement of source.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const d of statement.declarationList.declarations)
      if (ts.isIdentifier(d.name) && d.initializer) tables.set(d.name.text, d.initializer);
  }
  const proofs: Proof[] = [];
  const walk = (node: ts.Node): void => {
    const title = ts.isCallExpression(node) ? titleOf(node) : undefined;
    if (title === undefined) {
      ts.forEachChild(node, walk);
      return;
    }
    proofs.push({ file, title, names: namesIn(node, tables), cases: casesIn(node) });
  };
  walk(source);
  return proofs;
}

/** The title of `it('…')`, `it.each(table)('…')`; undefined for any other call. */
function titleOf(call: ts.CallExpression): string | undefined {
  let callee: ts.Expression = call.expression;
  while (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee)) callee = callee.expression;
  const [first] = call.arguments;
  return ts.isIdentifier(callee) && callee.text === 'it' && first && ts.isStringLiteralLike(first) ? first.text : undefined;
}

/** Strings and keys in a piece of code, following the names of the file's own tables. */
function namesIn(node: ts.Node, tables: ReadonlyMap<string, ts.Node>): Set<string> {
  const names = new Set<string>();
  const seen = new Set<string>();
  const walk = (n: ts.Node): void => {
    if (ts.isStringLiteralLike(n)) names.add(n.text);
    if (ts.isIdentifier(n)) {
      if (ts.isPropertyAssignment(n.parent) && n.parent.name === n) names.add(n.text);
      const table = tables.get(n.text);
      if (table && !seen.has(n.text)) {
        seen.add(n.text);
        walk(table);
      }
    }
    ts.forEachChild(n, walk);
  };
  walk(node);
  return names;
}

function casesIn(node: ts.Node): number {
  let cases = 0;
  const walk = (n: ts.Node): void => {
    if (ts.isCallExpression(n) && n.expression.getText() === 'fc.assert') {
      const runs = n.arguments[1]?.getText().match(/numRuns: ([\d_]+)/)?.[1];
      cases += runs === undefined ? USUAL_CASES : Number(runs.replaceAll('_', ''));
    }
    ts.forEachChild(n, walk);
  };
  walk(node);
  return cases;
}
