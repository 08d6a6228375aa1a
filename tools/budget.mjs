/**
 * `npm run budget`: what a phone has to load before the person's app shows its first screen. Opens the built app in a real
 * browser with an empty cache, counts every script that it asks for by itself, and adds up their gzip. Exit 1 above 120 kB.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { launchChromium } from './browser.mjs';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

const limitKb = 120;
await ensureInstalled();
await ensureBuilt();
const folder = fileURLToPath(new URL('../apps/web/dist', import.meta.url));
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};
const server = createServer((request, response) => {
  const path = join(folder, normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)));
  const file = path.startsWith(folder) && existsSync(path) && statSync(path).isFile() ? path : join(folder, 'index.html');
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  createReadStream(file).pipe(response);
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  const scripts = new Set();
  page.on('request', (request) => request.resourceType() === 'script' && scripts.add(new URL(request.url()).pathname));
  await page.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'networkidle' });
  let total = 0;
  for (const path of scripts) {
    const bytes = gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
    total += bytes;
    process.stdout.write(`${(bytes / 1000).toFixed(1).padStart(8)} kB ${path}\n`);
  }
  process.stdout.write(`first load ${(total / 1000).toFixed(1)} kB of ${limitKb}\n`);
  if (scripts.size === 0 || total > limitKb * 1000) process.exitCode = 1;
} finally {
  await browser.close();
  server.close();
}
