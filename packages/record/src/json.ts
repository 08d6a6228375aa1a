import { fail, ok, type Problem, pointer, problem, quote, type Result } from './result.ts';

/**
 * JSON as the border wants it. JSON.parse takes the last of two equal keys in silence and turns 1e999 into Infinity;
 * in health answers both mean that somebody's word is lost, so here both are problems with their place.
 */
export function readJson(text: string, at = ''): Result<unknown> {
  return readJsonAs(text, ok, at);
}

/** JSON text -> what `read` makes of its value, with the problems of the text and those of the value reported together. */
export function readJsonAs<T>(text: string, read: (value: unknown) => Result<T>, at = ''): Result<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(
      problem(
        'record.json-invalid',
        at,
        `This is not JSON: ${quote(text.trim() === '' ? 'it is empty' : text.trim())}`,
        'Check that the file is whole and was saved as JSON (UTF-8).',
      ),
    );
  }
  const found = scan(text, at);
  const result = read(value);
  if (found.length === 0) return result;
  const overflows = new Set(found.filter((p) => p.code === 'record.number-overflows').map((p) => p.at));
  const ofValue = result.ok ? [] : result.problems.filter((p) => !overflows.has(p.at));
  return { ok: false, problems: found.concat(ofValue) };
}

/** One walk over text that JSON.parse has accepted, so the grammar need not be checked again. */
function scan(text: string, at: string): Problem[] {
  const problems: Problem[] = [];
  const token = /"|-?\d[\d.eE+-]*|[[\]{},:]|true|false|null/g;
  type Level = { readonly keys: Set<string> | null; key: string | number; expectKey: boolean };
  const stack: Level[] = [];
  const here = () => at + pointer(stack.map((l) => l.key));
  for (let m = token.exec(text); m; m = token.exec(text)) {
    const end = m[0] === '"' ? endOfString(text, m.index) : token.lastIndex;
    token.lastIndex = end;
    const t = text.slice(m.index, end);
    const top = stack.at(-1);
    if (t === '{') stack.push({ keys: new Set(), key: '', expectKey: true });
    else if (t === '[') stack.push({ keys: null, key: 0, expectKey: false });
    else if (t === '}' || t === ']') stack.pop();
    else if (t === ',' && top) {
      if (top.keys) top.expectKey = true;
      else top.key = (top.key as number) + 1;
    } else if (t.startsWith('"') && top?.keys && top.expectKey) {
      top.key = JSON.parse(t) as string;
      top.expectKey = false;
      if (top.keys.has(top.key)) {
        problems.push(
          problem('record.key-twice', here(), `The key ${quote(top.key)} stands twice in one object.`, 'Keep one of the two.'),
        );
      }
      top.keys.add(top.key);
    } else if (/^[-\d]/.test(t) && !Number.isFinite(Number(t))) {
      problems.push(problem('record.number-overflows', here(), `The number ${quote(t)} is too large to be held.`));
    }
  }
  return problems;
}

/** Where the string that opens at `from` ends. By hand: a pattern would run out of stack over millions of escapes. */
function endOfString(text: string, from: number): number {
  let i = from + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}
