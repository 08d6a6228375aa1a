import { mkdirSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { sweepLeftovers } from '../blobs.ts';
import type { Command, Input } from '../command.ts';
import { buildServer, builtWebFolder } from '../http.ts';
import { openStore, type Store } from '../opened-store.ts';
import { refuse, settle } from '../refusal.ts';
import { holdFolder } from '../serving.ts';
import { makeDataFolder } from '../store/postgres.ts';

/** Longer than a slow disk needs, shorter than a person waits: then the device is told to keep it and try again. */
const PATIENCE_MS = 8000;
/** How often the server looks whether its database still runs. */
const WATCH_MS = 500;
/** How long requests under way may take when the server is asked to end. */
const GRACE_MS = 5000;

export const serve: Command = {
  name: 'serve',
  summary: 'the web app and the API, on this computer',
  usage: 'stria serve [--port 4310] [--data FOLDER]',
  options: { port: { type: 'string' }, data: { type: 'string' } },
  positionals: 0,
  run: (input) => settle(() => run(input)),
};

async function run({ settings, now }: Input): Promise<unknown> {
  const asked = untilAskedToEnd();
  makeDataFolder(settings.dataFolder);
  mkdirSync(settings.blobsFolder, { recursive: true, mode: 0o700 });
  const lock = holdFolder(settings.dataFolder);
  try {
    const store = await openStore(settings, PATIENCE_MS);
    try {
      await sweepLeftovers(store, now());
      const app = await buildServer({ store, hosts: settings.hosts, webFolder: builtWebFolder(), now, log });
      const address = await listen(app, settings.port);
      const watch = watchDatabase(store);
      process.stdout.write(`stria answers at ${address}\n`);
      await asked;
      watch.end();
      await close(app);
    } finally {
      await store.close();
    }
  } finally {
    lock.release();
  }
  return undefined;
}

/** Resolves when the person or the system asks the program to end. A second Ctrl-C changes nothing: ending is under way. */
function untilAskedToEnd(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => done());
  });
}

/** The address of this computer only: never another's. */
async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    await app.listen({ host: 'localhost', port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    refuse(
      'server.port-in-use',
      '',
      code === 'EADDRINUSE' ? `Another program uses port ${port}.` : `This user may not use port ${port}.`,
      'Name another with --port or STRIA_PORT.',
    );
  }
  const bound = app.server.address();
  return `http://localhost:${typeof bound === 'object' && bound ? bound.port : port}`;
}

/** Starts the embedded database again where it has died; meanwhile requests are answered with `server.database-away`. */
function watchDatabase({ postgres }: Store): { end(): void } {
  let ended = false;
  let timer: NodeJS.Timeout;
  let told = '';
  const look = async (): Promise<void> => {
    try {
      if (await postgres?.revive()) log('the database had ended and was started again');
      told = '';
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      if (why !== told) log(`the database cannot be started again yet: ${why}`);
      told = why;
    }
    if (!ended) timer = setTimeout(() => void look(), WATCH_MS);
  };
  timer = setTimeout(() => void look(), WATCH_MS);
  return {
    end: () => {
      ended = true;
      clearTimeout(timer);
    },
  };
}

async function close(app: FastifyInstance): Promise<void> {
  const force = setTimeout(() => app.server.closeAllConnections(), GRACE_MS);
  await app.close();
  clearTimeout(force);
}

const log = (line: string): void => {
  process.stderr.write(`stria: ${line}\n`);
};
