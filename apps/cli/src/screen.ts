import { screen, validateAnswers } from '@stria/care';
import { fail, ok, parseAnswers } from '@stria/record';
import { type Command, readJsonFile } from './command.ts';

/** `stria screen ANSWERS`: may this person be needled? A refusal is an answer. */
export const screenCommand: Command = {
  name: 'screen',
  summary: 'answers -> verdict with every reason',
  usage: 'stria screen ANSWERS   (a file of answers as JSON, or - for standard input) prints the verdict.',
  options: {},
  positionals: 1,
  async run({ positionals: [path = '-'] }) {
    const json = await readJsonFile(path);
    if (!json.ok) return json;
    const answers = parseAnswers(json.value);
    if (!answers.ok) return answers;
    const problems = validateAnswers(answers.value);
    return problems.length > 0 ? fail(...problems) : ok({ json: screen(answers.value) });
  },
};
