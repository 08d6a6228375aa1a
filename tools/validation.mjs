/** Writes docs/validation/care.md anew: `node tools/validation.mjs`. Needed when a rule of care or a test of it changes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const vite = await createServer({
  root,
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null, hmr: false },
});
try {
  const { writeValidation } = await vite.ssrLoadModule('/tools/validation.ts');
  mkdirSync(join(root, 'docs/validation'), { recursive: true });
  writeFileSync(join(root, 'docs/validation/care.md'), writeValidation());
  process.stdout.write('docs/validation/care.md is written\n');
} finally {
  await vite.close();
}
