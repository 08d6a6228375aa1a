import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const OFFLINE_WORKER = 'offline.js';
/** Icons and manifest, copied as they are. */
const PUBLIC = fileURLToPath(new URL('./public/', import.meta.url));

/** Tells the offline worker the names of the release's files, which are only known at the end of the build. */
function releaseFiles(): Plugin {
  return {
    name: 'stria-release-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle[OFFLINE_WORKER];
      if (worker?.type !== 'chunk') throw new Error('the offline worker was not built');
      const built = Object.keys(bundle).filter((f) => f !== OFFLINE_WORKER && f !== 'index.html');
      const files = [...readdirSync(PUBLIC), ...built].sort();
      // Built files carry their own hash in their names; the public ones (icons, manifest) are read.
      const names = built.sort().map((f) => f.replace(/^.*-([\w-]{8})\.\w+$/, '$1'));
      const contents = readdirSync(PUBLIC)
        .sort()
        .map((f) => hash(readFileSync(`${PUBLIC}${f}`, 'latin1')));
      const release = [...names, ...contents].join('.');
      worker.code = `const RELEASE_FILES=${JSON.stringify(files)},RELEASE=${JSON.stringify(hash(release))};${worker.code}`;
    },
  };
}

/** FNV-1a, 32 bits: names a release, guards nothing. */
function hash(text: string): string {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h.toString(16);
}

/**
 * The person's app as static files. The base is relative and the routes live behind `#`, so the same files work at the
 * root of a host, in any sub-folder, and on hosts that cannot be told to answer an unknown path with index.html.
 */
export default defineConfig({
  base: './',
  plugins: [react(), releaseFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined data: URLs would need a wider content policy than the server gives.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: 'index.html', offline: 'src/keep/offline-worker.ts' },
      // A worker rules over the folder that it lies in, so it stands at the root and keeps its name.
      output: { entryFileNames: (chunk) => (chunk.name === 'offline' ? OFFLINE_WORKER : 'assets/[name]-[hash].js') },
      // No module of packages/ does anything when it is only loaded, so a room carries just what it uses of them.
      treeshake: { moduleSideEffects: (id) => !/[\\/]packages[\\/]\w+[\\/]src[\\/]/.test(id) },
    },
  },
  worker: { format: 'es' },
});
