import { fail, problem } from '@stria/record';
import type { Command } from './command.ts';

/** What to expect of a course, with bands. The model behind it is not there yet, and no guess stands in for it. */
export const forecastCommand: Command = {
  name: 'forecast',
  summary: 'what a course may bring (not built yet)',
  usage: [
    'stria forecast COURSE --members 2000 --seed 1 --days 365',
    '',
    'Not built yet: the answer is the problem not-built-yet. What trials have published stands in the app under What to expect.',
  ].join('\n'),
  options: { members: { type: 'string' }, seed: { type: 'string' }, days: { type: 'string' } },
  positionals: 1,
  run: async () =>
    fail(
      problem(
        'cli.not-built-yet',
        '',
        'stria does not forecast yet.',
        'What trials have published stands in the app under What to expect; it says nothing about one person.',
      ),
    ),
};
