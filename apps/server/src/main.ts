import { fail, problem, quote, type Result, writeProblems } from '@stria/record';
import { PlainText, readWords } from './command.ts';
import { commands } from './commands.ts';
import { readSettings } from './settings.ts';

/**
 * `stria COMMAND …` for the commands that need the store. Exit 0 answered, 2 refused (standard output stays empty,
 * standard error holds the problems), 1 our own failure. Nothing is ever asked back.
 */
export async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((c) => c.name === name);
  if (!command) {
    return refuse(
      fail(problem('cli.command-unknown', '', `There is no command ${quote(name ?? '')}.`, 'stria --help lists them.')),
    );
  }
  if (rest.includes('--help')) return print(`${command.usage}\n`);
  const read = readWords(command, rest);
  if (!read.ok) return refuse(read);
  const text = (key: string) => (typeof read.value.options[key] === 'string' ? read.value.options[key] : undefined);
  const [data, port] = [text('data'), text('port')];
  const settings = readSettings(process.env, {
    ...(data === undefined ? {} : { data }),
    ...(port === undefined ? {} : { port }),
  });
  if (!settings.ok) return refuse(settings);
  const answer = await command.run({ ...read.value, settings: settings.value, now: () => new Date() });
  if (!answer.ok) return refuse(answer);
  if (answer.value instanceof PlainText) return print(answer.value.text);
  return answer.value === undefined ? 0 : print(`${JSON.stringify(answer.value)}\n`);
}

function print(text: string): Promise<number> {
  return new Promise((done) => process.stdout.write(text, () => done(0)));
}

function refuse(refusal: Result<never>): Promise<number> {
  if (refusal.ok) throw new Error('a refusal was expected');
  return new Promise((done) => process.stderr.write(`${writeProblems(refusal.problems)}\n`, () => done(2)));
}
