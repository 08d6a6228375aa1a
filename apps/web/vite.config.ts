import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * The person's app as static files. The base is relative and the routes live behind `#`, so the same files work at the
 * root of a host, in any sub-folder, and on hosts that cannot be told to answer an unknown path with index.html.
 */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined data: URLs would need a wider content policy than the server gives.
    assetsInlineLimit: 0,
    // No module of packages/ does anything when it is only loaded, so a room carries just what it uses of them.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => !/[\\/]packages[\\/]\w+[\\/]src[\\/]/.test(id) } },
  },
  worker: { format: 'es' },
});
