/** Writes docs/evidence anew, a page for each source: `node tools/evidence.mjs`. Needed when a fact or a rule changes. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs/evidence');
const vite = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false },
});
try {
  const { writeEvidence } = await vite.ssrLoadModule('/tools/evidence.ts');
  const pages = writeEvidence();
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name));
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
  process.stdout.write(`docs/evidence: ${pages.size} pages\n`);
} finally {
  await vite.close();
}
