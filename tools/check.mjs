/** The tools that refuse: types (each room with only the globals it may know), format and lint, dead code. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Title as a claim, and the tool with its arguments. */
export const checks = [
  ['packages type-check without DOM and Node types', 'typescript/bin/tsc', '-p', 'tsconfig.packages.json'],
  ['the web app type-checks without Node types', 'typescript/bin/tsc', '-p', 'apps/web'],
  ['the server type-checks', 'typescript/bin/tsc', '-p', 'apps/server'],
  ['the command line type-checks', 'typescript/bin/tsc', '-p', 'apps/cli'],
  ['the tests type-check', 'typescript/bin/tsc', '-p', 'tsconfig.tests.json'],
  ['format and lint hold', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['nothing is dead: every file, export and dependency is used', 'knip/bin/knip.js', '--no-progress'],
];

/** Runs one of the checks; its output is what the tool printed. */
export function runCheck([, program, ...args]) {
  const run = spawnSync(process.execPath, [fileURLToPath(new URL(`../node_modules/${program}`, import.meta.url)), ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const check of checks) {
    const { status, output } = runCheck(check);
    process.stdout.write(`${status === 0 ? 'holds ' : 'BROKEN'} ${check[0]}\n${status === 0 ? '' : output}`);
    if (status !== 0) process.exitCode = 1;
  }
}
