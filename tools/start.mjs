/** `npm start`: brings everything that is needed, then serves the app on this computer until it is asked to end. */
import { checkNode, ensureBuilt, ensureInstalled } from './ensure.mjs';

checkNode();
await ensureInstalled();
await ensureBuilt();
// Imported here and not started as a child: a signal to npm or to this process then has one receiver, which ends all.
const { main } = await import('../apps/server/dist/main.js');
process.exitCode = await main(['serve', ...process.argv.slice(2)]);
