/** Takes the pictures of the documents anew: `npm run pictures`. Needs a build (npm start or npm test once). */
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
  const { drawPictures } = await vite.ssrLoadModule('/e2e/pictures.ts');
  process.stdout.write(`${await drawPictures()}\n`);
} finally {
  await vite.close();
}
