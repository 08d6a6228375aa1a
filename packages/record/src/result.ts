/**
 * How the house says that something did not work: an expected failure is a value, never an exception.
 * A broken invariant (our own mistake) throws instead.
 */

/** One thing that is wrong with an input, in words that a person can act on. */
export interface Problem {
  /** `package.kebab-case`, stable: screens, HTTP status and tests hang on it. */
  readonly code: string;
  /** JSON pointer (RFC 6901) of the value, or of the missing key; '' is the whole input. */
  readonly at: string;
  /** What is wrong, in plain words; repeats at most 100 characters of the input. */
  readonly says: string;
  /** What to do about it. */
  readonly mend?: string;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** A refusal with as many problems as were found; at least one. */
export function fail(...problems: Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } {
  if (problems.length === 0) throw new Error('a refusal needs at least one problem');
  return { ok: false, problems };
}

/** A problem with its remedy; `mend` is left out when there is none. */
export function problem(code: string, at: string, says: string, mend?: string): Problem {
  return mend === undefined ? { code, at, says } : { code, at, says, mend };
}

/** One step of a JSON pointer, escaped (RFC 6901: ~ is ~0, / is ~1). */
export const pointer = (path: readonly (string | number)[]): string =>
  path.map((p) => `/${String(p).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** The first 100 characters of a piece of input, for a message. */
export const quote = (text: string): string => (text.length <= 100 ? text : `${text.slice(0, 99)}…`);

/** Problems as every program of the house prints them. */
export const writeProblems = (problems: readonly Problem[]): string => JSON.stringify({ problems });
