import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * What imports what, read from every source file of packages/ and apps/ (type-only imports and re-exports included).
 * The tests beside this file hold the direction of the arrows against it.
 */
export const checkout = dirname(dirname(fileURLToPath(import.meta.url)));

export interface Module {
  /** Path from the checkout, with forward slashes. */
  readonly path: string;
  /** `packages/care`, `apps/web`. */
  readonly room: string;
  /** What stands in its import and export … from statements and import() calls. */
  readonly imports: readonly string[];
  /** Those of them that are files of the same room, as paths from the checkout. */
  readonly files: readonly string[];
  readonly lines: number;
  readonly text: string;
}

/** Every .ts and .tsx file under src of every package and app; tests only when asked for. */
export function modules(withTests = false): Module[] {
  return ['packages', 'apps'].flatMap((floor) =>
    readdirSync(join(checkout, floor)).flatMap((name) => {
      const room = `${floor}/${name}`;
      return sources(join(checkout, room, 'src'))
        .filter((file) => withTests || !/\.test\.tsx?$/.test(file))
        .map((file) => readModule(file, room));
    }),
  );
}

/** The package.json of a room. */
export function manifest(room: string): {
  name: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
} {
  return JSON.parse(readFileSync(join(checkout, room, 'package.json'), 'utf8'));
}

/** `@stria/record/evidence` -> `@stria/record`; `react-dom/client` -> `react-dom`. */
export const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Circles of modules: each strongly connected group of more than one, or a module that imports itself. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (v: string): void => {
    index.set(v, index.size);
    low.set(v, index.get(v) as number);
    stack.push(v);
    for (const w of graph.get(v) ?? []) {
      if (!index.has(w)) {
        visit(w);
        low.set(v, Math.min(low.get(v) as number, low.get(w) as number));
      } else if (stack.includes(w)) low.set(v, Math.min(low.get(v) as number, index.get(w) as number));
    }
    if (low.get(v) !== index.get(v)) return;
    const group = stack.splice(stack.indexOf(v));
    if (group.length > 1 || (graph.get(v) ?? []).includes(v)) found.push(group);
  };
  for (const v of graph.keys()) if (!index.has(v)) visit(v);
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sources(path);
    return /\.tsx?$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

function readModule(file: string, room: string): Module {
  const text = readFileSync(file, 'utf8');
  const imports = specifiers(text, file);
  const files = imports
    .filter((i) => i.startsWith('.'))
    .map((i) => slash(relative(checkout, resolve(dirname(file), i.replace(/\?.*$/, '')))));
  return { path: slash(relative(checkout, file)), room, imports, files, lines: text.split('\n').length - 1, text };
}

/** preProcessFile leaves out type-only imports, so the tree itself is walked. */
function specifiers(text: string, file: string): string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    const from = (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier;
    if (from && ts.isStringLiteral(from)) found.push(from.text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0]) {
      const arg = node.arguments[0];
      if (ts.isStringLiteral(arg)) found.push(arg.text);
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push(node.argument.literal.text);
    }
    ts.forEachChild(node, walk);
  };
  walk(
    ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS),
  );
  return found;
}

const slash = (path: string): string => path.replaceAll('\\', '/');
