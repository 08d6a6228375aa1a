import { fail, problem, quote, type Result, writeProblems } from '@stria/record';
import { type Answer, type Command, readArguments } from './command.ts';
import { commands } from './commands.ts';

/**
 * `stria COMMAND …`: one JSON document on standard output and nothing else there. Exit 0 answered, 2 the input is not
 * valid (standard output stays empty, standard error holds the problems), 1 our own failure.
 */
export async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === '-h') return print(`${help()}\n`);
  const command = commands.find((c) => c.name === name);
  if (!command) {
    return refuse(fail(problem('cli.command-unknown', '', `There is no command ${quote(name)}.`, 'stria --help lists them.')));
  }
  if (rest.includes('--help')) return print(`${command.usage}\n`);
  const input = readArguments(command, rest);
  if (!input.ok) return refuse(input);
  const answer: Result<Answer> = await command.run(input.value);
  if (!answer.ok) return refuse(answer);
  return print('json' in answer.value ? `${JSON.stringify(answer.value.json)}\n` : answer.value.text);
}

function help(): string {
  const row = (c: Command) => `  ${c.name.padEnd(10)} ${c.summary}`;
  return ['stria COMMAND …; stria COMMAND --help tells more.', '', ...commands.map(row)].join('\n');
}

function print(text: string): Promise<number> {
  return new Promise((done) => process.stdout.write(text, () => done(0)));
}

function refuse(refusal: Result<never>): Promise<number> {
  if (refusal.ok) throw new Error('a refusal was expected');
  return new Promise((done) => process.stderr.write(`${writeProblems(refusal.problems)}\n`, () => done(2)));
}
