/** `npm test`: brings everything that is needed (packages, build, a browser) and runs every test there is. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
await ensureInstalled();
await ensureBuilt();
const { findChromium } = await import('./browser.mjs');
await findChromium();
const run = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = run.status ?? 1;
