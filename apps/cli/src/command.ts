import { readFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, type Problem, problem, quote, type Result, readJsonAs } from '@stria/record';

/** What a command prints on standard output: one JSON document, or text that is the export itself (a calendar). */
export type Answer = { readonly json: unknown } | { readonly text: string };

/** One file a command. `run` never prints and never ends the process: main.ts does both, in one way for all. */
export interface Command {
  readonly name: string;
  /** One line for the list of `stria --help`. */
  readonly summary: string;
  /** The text of `stria NAME --help`. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many positional arguments it takes. */
  readonly positionals: number;
  run(input: Input): Promise<Result<Answer>>;
}

export interface Input {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

/** The words after the command's name -> its positionals and options, or problems that name what is off. */
export function readArguments(command: Command, words: readonly string[]): Result<Input> {
  try {
    const read = parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true });
    if (read.positionals.length !== command.positionals) {
      return fail(
        problem(
          'cli.arguments-count',
          '',
          `stria ${command.name} takes ${command.positionals} argument(s); ${read.positionals.length} given.`,
          command.usage,
        ),
      );
    }
    return ok({ positionals: read.positionals, options: read.values });
  } catch (error) {
    return fail(problem('cli.option-unknown', '', quote((error as Error).message), command.usage));
  }
}

/** A JSON file, or standard input for `-`, as what `read` makes of it; the problems of the text and of what it says come together. */
export async function readJsonFileAs<T>(path: string, read: (value: unknown) => Result<T>): Promise<Result<T>> {
  const text = await readText(path);
  return text.ok ? readJsonAs(text.value, read) : text;
}

/** What the schema says of a value and what only the rules can say of it, as one list. */
export function checkedWith<T>(read: Result<T>, further: readonly Problem[]): Result<T> {
  if (further.length === 0) return read;
  return { ok: false, problems: read.ok ? further : read.problems.concat(further) };
}

async function readText(path: string): Promise<Result<string>> {
  try {
    const bytes = path === '-' ? await readStandardInput() : await readFile(path);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return fail(fileProblem(path, error));
  }
}

/** Why a file could not be read, with what to do. */
export function fileProblem(path: string, error: unknown) {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return problem('cli.file-missing', '', `There is no file ${quote(path)}.`, 'Check the path.');
  if (code === 'EISDIR') return problem('cli.file-is-folder', '', `${quote(path)} is a folder.`, 'Name a file.');
  if (error instanceof TypeError)
    return problem('cli.file-not-text', '', `${quote(path)} is not text in UTF-8.`, 'Save it as UTF-8.');
  return problem(
    'cli.file-unreadable',
    '',
    `${quote(path)} cannot be read (${code ?? (error as Error).name}).`,
    'Check that you may read it.',
  );
}

async function readStandardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
