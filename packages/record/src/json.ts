import { fail, ok, type Problem, pointer, problem, quote, type Result } from './result.ts';

/**
 * JSON as the border wants it. JSON.parse takes the last of two equal keys in silence and turns 1e999 into Infinity;
 * in health answers both mean that somebody's word is lost, so here both are problems with their place.
 */
export function readJson(text: string, at = ''): Result<unknown> {
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
  const problems = scan(text, at);
  return problems.length > 0 ? fail(...problems) : ok(value);
}

/** One walk over text that JSON.parse has accepted, so the grammar need not be checked again. */
function scan(text: string, at: string): Problem[] {
  const problems: Problem[] = [];
  const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[[\]{},:]|true|false|null/g;
  type Level = { readonly keys: Set<string> | null; key: string | number; expectKey: boolean };
  const stack: Level[] = [];
  const here = () => at + pointer(stack.map((l) => l.key));
  for (const [t] of text.matchAll(token)) {
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
