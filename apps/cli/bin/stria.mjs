#!/usr/bin/env node
/**
 * `stria COMMAND …` hands over to the program that answers it: commands that need the store (and the archive) belong to
 * the server's program, all others to the command line's own. No app imports another; this starts one of the two.
 */
import { existsSync } from 'node:fs';

const ofTheServer = new Set(['serve', 'demo', 'export', 'import', 'backup', 'restore', 'verify', 'report']);
const words = process.argv.slice(2);
const program = new URL(ofTheServer.has(words[0]) ? '../../server/dist/main.js' : '../dist/main.js', import.meta.url);
if (!existsSync(program)) {
  process.stderr.write('stria is not built yet: run `npm start` or `npm test` once, then call it again.\n');
  process.exit(1);
}
try {
  const { main } = await import(program.href);
  process.exitCode = await main(words);
} catch (error) {
  process.stderr.write(`stria failed by its own fault: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
