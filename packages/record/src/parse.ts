import type * as z from 'zod/mini';
import { type Answers, answersSchema } from './answers.ts';
import { type CheckInReport, checkInReportSchema } from './checkin.ts';
import { type Body, bodySchemas, type Entry, type EntryKind, entryKinds, entrySchema } from './entry.ts';
import { readJson } from './json.ts';
import { fail, ok, type Problem, pointer, problem, quote, type Result } from './result.ts';
import { upcast } from './upcast.ts';

/**
 * THE border. Whatever comes from outside (a file, the network, the device's store) is `unknown` until one of these
 * functions has let it in; everything behind them may trust its types. All problems are reported, not the first only.
 */

/** JSON text of one entry (a line of a chart) or a value already read -> an entry of today's version. */
export function parseEntry(value: unknown, at = ''): Result<Entry> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return fail(problem('record.not-an-entry', at, 'An entry has to be a JSON object.'));
  }
  const kind = (value as Record<string, unknown>).kind;
  const current = upcast(value as Record<string, unknown>, at);
  if (!current.ok) return current;
  if (typeof kind !== 'string' || !(entryKinds as string[]).includes(kind)) {
    return fail(
      problem(
        'record.entry-kind-unknown',
        `${at}/kind`,
        `There is no entry kind ${quote(String(JSON.stringify(kind)))}.`,
        'Update the program, or leave this entry out.',
      ),
    );
  }
  return check(entrySchema, current.value, at) as Result<Entry>;
}

/** A chart as JSON Lines: one entry a line, blank lines allowed. Problems name the line (`/12/body/zone`, counted from 0). */
export function parseEntryLines(text: string): Result<Entry[]> {
  const entries: Entry[] = [];
  const problems: Problem[] = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '') return;
    const json = readJson(line, `/${i}`);
    const entry = json.ok ? parseEntry(json.value, `/${i}`) : json;
    if (entry.ok) entries.push(entry.value);
    else problems.push(...entry.problems);
  });
  return problems.length > 0 ? fail(...problems) : ok(entries);
}

export const parseAnswers = (value: unknown, at = ''): Result<Answers> => check(answersSchema, value, at);
export const parseCheckInReport = (value: unknown, at = ''): Result<CheckInReport> => check(checkInReportSchema, value, at);

/** The body of an entry of a given kind: what a correction puts in place of an earlier one. */
export const parseBody = <K extends EntryKind>(kind: K, value: unknown, at = ''): Result<Body<K>> =>
  check(bodySchemas[kind] as unknown as z.ZodMiniType<Body<K>>, value, at);

/** Any value against any schema of the house, with every problem as a JSON pointer and a sentence. */
export function check<T>(schema: z.ZodMiniType<T>, value: unknown, at = ''): Result<T> {
  try {
    const read = schema.safeParse(value);
    if (read.success) return ok(read.data);
    return { ok: false, problems: read.error.issues.flatMap((issue) => fromIssue(issue as unknown as Issue, value, at)) };
  } catch (error) {
    // The schema library hands its findings on as arguments of a call: a hundred thousand of them are too many for the stack.
    if (!(error instanceof RangeError)) throw error;
    return fail(
      problem('record.too-many-problems', at, 'More is wrong here than can be listed.', 'Check that this is the right file.'),
    );
  }
}

interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly keys?: readonly string[];
  readonly expected?: string;
  readonly values?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly inclusive?: boolean;
  readonly errors?: readonly (readonly Issue[])[];
}

function fromIssue(issue: Issue, root: unknown, at: string): Problem[] {
  const here = at + pointer(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) =>
      problem(
        'record.key-unknown',
        here + pointer([key]),
        `No such key: ${quote(key)}.`,
        'Take the key out, or mend its name.',
      ),
    );
  }
  const found = valueAt(root, issue.path);
  if (found === undefined) {
    const name = issue.path.at(-1);
    return [
      problem('record.value-missing', here, name === undefined ? 'The input is empty.' : `${quote(String(name))} is missing.`),
    ];
  }
  return [problem('record.value-invalid', here, sentence(issue, found))];
}

function sentence(issue: Issue, found: unknown): string {
  const shown = show(found);
  if (issue.code === 'invalid_value' && issue.values) {
    const list = issue.values.map(String).join(', ');
    return `${shown} is not one of: ${list}.`;
  }
  if (issue.code === 'too_big') return `${shown} is over the limit of ${issue.maximum}.`;
  if (issue.code === 'too_small')
    return `${shown} is under the least allowed, ${issue.minimum}${issue.inclusive === false ? ' (itself not allowed)' : ''}.`;
  if (issue.code === 'invalid_type') return `${shown} should be of type ${issue.expected}.`;
  return `${shown}: ${issue.message}.`;
}

/** A found value in a message; a list or an object is only named, for it may be nested deeper than the stack. */
function show(found: unknown): string {
  if (Array.isArray(found)) return 'A list';
  if (typeof found === 'object' && found !== null) return 'An object';
  return quote(typeof found === 'string' ? JSON.stringify(found.slice(0, 100)) : String(found));
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let v = root;
  for (const step of path) {
    if (typeof v !== 'object' || v === null) return undefined;
    v = (v as Record<string | number, unknown>)[step];
  }
  return v;
}
