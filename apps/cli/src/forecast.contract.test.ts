import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../bin/stria.mjs', import.meta.url));

describe('stria forecast', () => {
  it('is not built yet and says so: a problem, exit 2, nothing on standard output', () => {
    const run = spawnSync(
      process.execPath,
      [program, 'forecast', 'course.json', '--members', '2000', '--seed', '1', '--days', '365'],
      {
        encoding: 'utf8',
      },
    );
    expect([run.status, run.stdout]).toEqual([2, '']);
    expect(JSON.parse(run.stderr).problems).toMatchObject([
      { code: 'cli.not-built-yet', mend: expect.stringContaining('What to expect') },
    ]);
  });
});
