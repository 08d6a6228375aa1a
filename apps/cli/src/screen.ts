import { screen, validateAnswers } from '@stria/care';
import { ok, parseAnswers } from '@stria/record';
import { type Command, checkedWith, readJsonFileAs } from './command.ts';

/** `stria screen ANSWERS`: may this person be needled? A refusal is an answer. */
export const screenCommand: Command = {
  name: 'screen',
  summary: 'answers -> verdict with every reason',
  usage: 'stria screen ANSWERS   (a file of answers as JSON, or - for standard input) prints the verdict.',
  options: {},
  positionals: 1,
  async run({ positionals: [path = '-'] }) {
    const answers = await readJsonFileAs(path, (value) => checkedWith(parseAnswers(value), validateAnswers(value)));
    return answers.ok ? ok({ json: screen(answers.value) }) : answers;
  },
};
