/** Draws the invented cast anew into scenarios/: `node tools/cast.mjs [name …]`. Only needed when the cast itself changes. */
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
  const { people } = await vite.ssrLoadModule('/tools/cast-people.ts');
  const wanted = process.argv.slice(2);
  for (const [name, tell] of Object.entries(people)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const chart = await tell();
    chart.write(join(root, 'scenarios', name));
    process.stdout.write(`${name}: ${chart.entries.length} entries, ${chart.files.size} files\n`);
  }
} finally {
  await vite.close();
}
