import { describe, expect, it } from 'vitest';
import { readWords } from './command.ts';
import { commands } from './commands.ts';

describe('the words after a command', () => {
  it.each(commands)('of $name are refused where one is empty, too many, or of no option that it has', (command) => {
    const codes = (...words: string[]) => {
      const read = readWords(command, words);
      return read.ok ? [] : read.problems.map((p) => p.code);
    };
    const right = Array.from({ length: command.positionals }, () => 'x');
    expect(codes(...right)).toEqual([]);
    expect(codes(...right, 'x')).toEqual(['cli.arguments-count']);
    expect(codes(...right, '--nonsense')).toEqual(['cli.option-unknown']);
    // An empty path would be taken as the folder that one stands in (a variable of a script that was not set).
    expect(codes(...right.slice(1), '')).toEqual(['cli.argument-empty']);
    for (const [name, { type }] of Object.entries(command.options)) {
      if (type === 'string') expect(codes(...right, `--${name}=`)).toEqual(['cli.argument-empty']);
    }
  });
});
