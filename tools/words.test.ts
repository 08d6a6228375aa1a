import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { checkout, modules } from './structure.ts';

/**
 * No text promises removal, cure or safety, shames a body, or speaks as if the product healed. Allowed: the word denied in
 * its own sentence ("does not remove"), and quotations, which carry a mark of their own (<q>, or an entry of the conflict
 * ledger). What a sentence is: text between full stops of one string, template or JSX text.
 */
const banned =
  /\b(remov(es?|al|ing) (of )?(stretch ?marks|the marks?|striae|scars?)|eliminat(es?|ed|ing)|cures?|cured|guarantee[sd]?|clinically proven|medical[- ]grade|perfect(ly)?|flaw(s|less)?|ugly|unsightly|defects?|better skin|scar[- ]free|risk[- ]free|safe start|perfectly safe|is safe|are safe|safely|stria heals|we heal)\b/i;
const denied = /\b(not|never|no|nobody|none|cannot|can't|don't|doesn't|isn't|without|nothing|neither|nor)\b/i;

const offends = (sentence: string): boolean => banned.test(sentence) && !denied.test(sentence);

const sentences = (text: string): string[] => text.replaceAll(/\s+/g, ' ').split(/(?<=[.!?:;])\s/);

function strings(path: string, text: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map((s) => s.literal.text)].join(' … '));
    if (ts.isJsxText(node)) found.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(
    ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS),
  );
  return found;
}

function documents(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (['node_modules', 'dist', '.git', '.stria'].includes(name)) return [];
    if (statSync(path).isDirectory()) return documents(path);
    return name.endsWith('.md') || name.endsWith('.html') ? [path] : [];
  });
}

describe('the words of the product', () => {
  it('promise nothing and shame nobody, in every string of every room', () => {
    const read = modules().flatMap((m) =>
      strings(m.path, m.text)
        .flatMap(sentences)
        .map((s) => ({ path: m.path, s })),
    );
    expect(read.length).toBeGreaterThan(1500);
    expect(read.filter(({ s }) => offends(s)).map(({ path, s }) => `${path}: ${s}`)).toEqual([]);
  });

  it('promise nothing and shame nobody, in every document', () => {
    const files = documents(checkout).filter((f) => !f.includes(`${join('docs', 'evidence')}`));
    expect(files.length).toBeGreaterThanOrEqual(6);
    // Words between typographic quotation marks are named, not said: a document has to be able to list what it will not say.
    const read = files.flatMap((f) =>
      sentences(readFileSync(f, 'utf8').replaceAll(/“[^”]*”/g, '')).map((s) => `${relative(checkout, f)}: ${s}`),
    );
    expect(read.filter(offends)).toEqual([]);
  });

  it('would be caught if they did', () => {
    for (const s of [
      'Removes stretch marks in weeks.',
      'This is safe.',
      'Clinically proven.',
      'Hide your flaws',
      'It cures scars',
      'You get better skin',
    ])
      expect(offends(s), s).toBe(true);
    for (const s of [
      'It does not remove stretch marks.',
      'Never says that anything is safe.',
      'Remove the roller from its pack.',
    ])
      expect(offends(s), s).toBe(false);
  });
});
