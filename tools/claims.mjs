/**
 * `npm run claims`: what the product claims of itself, row by row. A row holds when at least one acceptance test whose title
 * begins with its id (`S-18 …`) passed and none of them failed or was skipped; a row without a test does not hold.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

const ROWS = 59;
process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await ensureInstalled();
await ensureBuilt();
const { findChromium } = await import('./browser.mjs');
await findChromium();

const folder = mkdtempSync(join(tmpdir(), 'stria-claims-'));
const report = join(folder, 'report.json');
const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'claims',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
);
const files = JSON.parse(readFileSync(report, 'utf8')).testResults;
rmSync(folder, { recursive: true, force: true });

const tests = files.flatMap((file) => file.assertionResults);
const rows = Array.from({ length: ROWS }, (_, i) => `S-${String(i + 1).padStart(2, '0')}`);
const strangers = tests.filter((t) => !rows.includes(t.title.slice(0, 4)));
const states = rows.map((id) => {
  const own = tests.filter((t) => t.title.startsWith(`${id} `));
  if (own.length === 0) return { id, holds: false, why: 'has no test' };
  const bad = own.filter((t) => t.status !== 'passed');
  return { id, holds: bad.length === 0, why: bad.map((t) => `${t.status}: ${t.title}`).join('; ') };
});

process.stdout.write('\n');
for (const t of strangers) process.stdout.write(`names no row: ${t.title}\n`);
for (const s of states.filter((row) => !row.holds)) process.stdout.write(`${s.id} does not hold: ${s.why}\n`);
const broken = states.some((s) => !s.holds && s.why !== 'has no test') || strangers.length > 0;
process.exitCode = broken || (run.status ?? 1) !== 0 ? 1 : 0;
process.stdout.write(`claims: ${states.filter((s) => s.holds).length} of ${ROWS} hold\n`);
