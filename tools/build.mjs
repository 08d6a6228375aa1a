/**
 * Builds what runs: the two programs (bundles for Node; libraries stay in node_modules) and the web app.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));
const only = process.argv.slice(2);
const wanted = (name) => only.length === 0 || only.includes(name);

/** One program of apps/NAME as a single file dist/main.js; packages of the house are bundled, all else is imported. */
async function program(name) {
  await build({
    root: join(root, 'apps', name),
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: [/^@stria\//] },
    build: {
      ssr: 'src/main.ts',
      outDir: 'dist',
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'main.js' } },
    },
  });
}

/** The printable frames lie beside the app as files, so that a phone without a server can print them too. */
function frames(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [size, paper] of [
    ['large', 'a4'],
    ['large', 'letter'],
    ['large', 'a5'],
    ['small', 'a4'],
    ['small', 'letter'],
    ['small', 'a5'],
  ]) {
    const file = join(folder, `frame-${size}-${paper}.pdf`);
    const run = spawnSync(process.execPath, [
      join(root, 'apps/cli/bin/stria.mjs'),
      'frame',
      '--paper',
      paper,
      '--size',
      size,
      '--out',
      file,
    ]);
    if (run.status !== 0) throw new Error(`the frame ${size}/${paper} was not written: ${run.stderr}`);
  }
}

if (wanted('cli')) await program('cli');
if (wanted('server')) await program('server');
if (wanted('web')) {
  await build({ root: join(root, 'apps/web'), configFile: join(root, 'apps/web/vite.config.ts'), logLevel: 'warn' });
  frames(join(root, 'apps/web/dist/frames'));
}
