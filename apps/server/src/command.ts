import { type ParseArgsConfig, parseArgs } from 'node:util';
import { fail, ok, problem, quote, type Result } from '@stria/record';
import type { Settings } from './settings.ts';

/** An answer that is not JSON but the export itself: printed as it is. */
export class PlainText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** One file a command. `run` prints nothing on standard output and never ends the process: main.ts does both. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The text of `stria NAME --help`. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many positional arguments it takes. */
  readonly positionals: number;
  run(input: Input): Promise<Result<unknown>>;
}

export interface Input {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly settings: Settings;
  readonly now: () => Date;
}

export type Words = Pick<Input, 'positionals' | 'options'>;

/** The words after the command's name -> its positionals and options, or what is off. */
export function readWords(command: Command, words: readonly string[]): Result<Words> {
  try {
    const read = parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true });
    const empty = Object.keys(read.values).find((key) => read.values[key] === '');
    if (empty !== undefined || read.positionals.includes('')) {
      const which = empty === undefined ? 'An argument' : `--${empty}`;
      return fail(problem('cli.argument-empty', '', `${which} of stria ${command.name} is empty.`, command.usage));
    }
    if (read.positionals.length === command.positionals) return ok({ positionals: read.positionals, options: read.values });
    return fail(
      problem(
        'cli.arguments-count',
        '',
        `stria ${command.name} takes ${command.positionals} argument(s); ${read.positionals.length} given.`,
        command.usage,
      ),
    );
  } catch (error) {
    return fail(problem('cli.option-unknown', '', quote((error as Error).message), command.usage));
  }
}
