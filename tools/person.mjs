/** `npm run build:person`: the person's app as static files in dist/person, for any HTTPS host and no server behind it. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ensureInstalled } from './ensure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
await ensureInstalled();
await ensureBuilt();
const out = join(root, 'dist/person');
rmSync(out, { recursive: true, force: true });
cpSync(join(root, 'apps/web/dist'), out, { recursive: true, filter: (path) => !path.endsWith('.ensure') });
process.stdout.write('The person’s app lies in dist/person.\n');
