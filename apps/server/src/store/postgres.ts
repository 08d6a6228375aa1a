import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { isRunning, pidRuns, readHolder, thisProcess } from '../holder.ts';
import { withLock } from '../lock.ts';
import { refuse } from '../refusal.ts';
import { findPrograms } from './programs.ts';
import { canReach, type Unprivileged, unprivilegedUser } from './unprivileged.ts';

/**
 * The embedded PostgreSQL of one data folder. Several programs may use it at the same time (the server, an export): each
 * joins and leaves, the first starts it, the last to leave stops it. It runs detached, because a Ctrl-C in the terminal
 * goes to every process there and the database must outlive the server's last write.
 */
export interface Postgres {
  readonly socketFolder: string;
  /** Starts it again where it has died; nothing where it runs. True where it had to be started. */
  revive(): Promise<boolean>;
  leave(): Promise<void>;
}

/** Name of the role and of the database in it. */
export const DATABASE = 'stria';

/** How often this process has joined a database: each time is a user of its own. */
let joined = 0;

interface Place {
  readonly dataFolder: string;
  /** PGDATA. */
  readonly folder: string;
  readonly socketFolder: string;
  readonly log: string;
  readonly lock: string;
  readonly users: string;
  readonly user: Unprivileged | undefined;
  /** False where the user of the database may not go through a folder above: see `folderArgument`. */
  readonly reachable: boolean;
  /** The database, where this program has started it. */
  child?: ChildProcess;
}

export async function joinPostgres(dataFolder: string): Promise<Postgres> {
  const place = prepare(dataFolder);
  const mine = join(place.users, `${process.pid}-${++joined}`);
  await withLock(place.lock, async () => {
    if (!(await answers(place))) await start(place);
    writeFileSync(mine, JSON.stringify(thisProcess()));
  });
  return {
    socketFolder: place.socketFolder,
    revive: async () => {
      if (runningPid(place) !== undefined) return false;
      return withLock(place.lock, async () => {
        if (runningPid(place) !== undefined) return false;
        await start(place);
        return true;
      });
    },
    leave: () =>
      withLock(place.lock, async () => {
        rmSync(mine, { force: true });
        if (!othersUse(place)) await stop(place);
      }),
  };
}

function prepare(dataFolder: string): Place {
  const folder = join(dataFolder, 'postgres');
  const user = unprivilegedUser(folder);
  makeDataFolder(dataFolder, user !== undefined);
  const reachable = user === undefined || canReach(dataFolder, user);
  const users = join(dataFolder, 'users');
  mkdirSync(users, { recursive: true, mode: 0o700 });
  if (!reachable && process.platform !== 'linux') {
    refuse(
      'server.data-folder-unreachable',
      '',
      'The database cannot run as root, and the user it would run under cannot reach the data folder.',
      'Start stria as an ordinary user, or name a data folder that others may go through in STRIA_DATA.',
    );
  }
  const socketFolder = makeSocketFolder(dataFolder, user, reachable);
  return {
    dataFolder,
    folder,
    socketFolder,
    log: join(dataFolder, 'postgres.log'),
    lock: join(dataFolder, 'postgres.lock'),
    users,
    user,
    reachable,
  };
}

/** The data folder is closed to others; as root, the user of the database may go through it but not look around. */
export function makeDataFolder(dataFolder: string, traversable = process.getuid?.() === 0): void {
  try {
    makeFolders(dataFolder);
    if (statSync(dataFolder).uid === (process.getuid?.() ?? statSync(dataFolder).uid))
      chmodSync(dataFolder, traversable ? 0o711 : 0o700);
    writeFileSync(join(dataFolder, '.writable'), '');
    rmSync(join(dataFolder, '.writable'));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOSPC') throw error;
    refuse(
      'server.data-folder-not-ours',
      '',
      `The data folder cannot be written (${code}).`,
      'Name a folder of your own in STRIA_DATA, or start stria as the user who owns this one.',
    );
  }
}

/**
 * A folder and what it lies in, one by one: Node's own recursive way never ends where a parent is there but takes no folders
 * and says that it is missing, as /proc does.
 */
function makeFolders(folder: string): void {
  if (existsSync(folder)) return;
  makeFolders(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was first
  }
}

/** PostgreSQL allows 107 bytes for the path of a socket, so a deep data folder gets a short private folder elsewhere. */
function makeSocketFolder(dataFolder: string, user: Unprivileged | undefined, reachable: boolean): string {
  const near = join(dataFolder, 'socket');
  const short = Buffer.byteLength(join(near, '.s.PGSQL.5432')) <= 100;
  const id = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 16);
  const folder = short && reachable ? near : join(tmpdir(), `stria-${process.getuid?.() ?? 0}-${id}`);
  const owner = user?.uid ?? process.getuid?.();
  try {
    mkdirSync(folder, { mode: 0o700 });
    if (user) chownSync(folder, user.uid, user.gid);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || (owner !== undefined && found.uid !== owner) || (found.mode & 0o077) !== 0) {
    refuse(
      'server.socket-folder-not-ours',
      '',
      'The private folder for talking to the database belongs to somebody else or is open to others.',
      `Remove the folder ${folder}, then start again.`,
    );
  }
  return folder;
}

async function start(place: Place): Promise<void> {
  const { initdb, postgres } = findPrograms(place.dataFolder, place.user);
  if (!existsSync(join(place.folder, 'PG_VERSION'))) initialise(place, initdb);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { child, from } = launch(place, postgres);
    const end = await untilReady(place, child, from);
    if (end === 'ready') {
      place.child = child;
      return;
    }
    // After a kill -9 the old backends may live on for a moment and hold the shared memory: wait for them, then try again.
    const passing =
      /shared memory block|is still in use|lock file "postmaster\.pid" already exists|is another postmaster/i.test(end);
    if (!passing || Date.now() > deadline) {
      if (/No space left on device/i.test(end)) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
      refuse(
        'server.database-not-started',
        '',
        `The database did not start: ${lastLine(end)}`,
        `Its log is ${place.log}. Your data was not changed.`,
      );
    }
    await wait(250);
  }
}

/** A new, empty database folder: whole or not at all, so that a start that was killed leaves nothing half-made. */
function initialise(place: Place, initdb: string): void {
  for (const left of readdirSync(place.dataFolder).filter((n) => n.startsWith('postgres.new-')))
    rmSync(join(place.dataFolder, left), { recursive: true, force: true });
  const fresh = `${place.folder}.new-${process.pid}`;
  mkdirSync(fresh, { mode: 0o700 });
  if (place.user) chownSync(fresh, place.user.uid, place.user.gid);
  const argument = folderArgument(place, fresh);
  const run = spawnSync(
    initdb,
    ['-D', argument, '-U', DATABASE, '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-instructions'],
    { cwd: fresh, env: childEnvironment(), ...place.user, encoding: 'utf8' },
  );
  if (run.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const said = `${run.error?.message ?? ''}\n${run.stderr}`;
    if (/No space left on device/i.test(said)) throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC' });
    refuse('server.database-not-started', '', `The database could not be made: ${lastLine(said)}`, 'Nothing was left behind.');
  }
  renameSync(fresh, place.folder);
}

/**
 * How the database is told its folder. As root in a home folder closed to others, the database's own user cannot go through
 * the folders above; but root may put a process INTO the folder, and there /proc/self/cwd names it without the way.
 */
const folderArgument = (place: Place, folder: string): string => (place.reachable ? folder : '/proc/self/cwd');

/** The process, and where in the log its own lines begin. */
function launch(place: Place, postgres: string): { child: ChildProcess; from: number } {
  if ((statSync(place.log, { throwIfNoEntry: false })?.size ?? 0) > 5_000_000) rmSync(place.log);
  const log = openSync(place.log, 'a', 0o600);
  const from = statSync(place.log).size;
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${place.socketFolder}`,
    'unix_socket_permissions=0700',
    'max_connections=40',
    'shared_buffers=32MB',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_min_error_statement=panic',
    'log_checkpoints=off',
  ];
  const child = spawn(postgres, ['-D', folderArgument(place, place.folder), ...settings.flatMap((s) => ['-c', s])], {
    cwd: place.folder,
    env: childEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
    ...place.user,
  });
  closeSync(log);
  child.unref();
  return { child, from };
}

/** Nothing of our environment (keys, passphrases, addresses) reaches the database. */
const childEnvironment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' });

/** `ready`, or what the log says about why it ended. A recovery after a crash may take minutes, and is waited for. */
async function untilReady(place: Place, child: ChildProcess, from: number): Promise<string> {
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = error.message;
  });
  child.once('exit', (code, signal) => {
    ended ??= `it ended with ${code ?? signal}`;
  });
  for (const begun = Date.now(); Date.now() - begun < 600_000; ) {
    if (await answers(place)) return 'ready';
    if (ended !== undefined) return `${ended}\n${readFileSync(place.log, 'utf8').slice(from)}`;
    await wait(20);
  }
  return 'it did not answer within ten minutes';
}

/** True where the database of this folder takes connections. */
async function answers(place: Place): Promise<boolean> {
  if (runningPid(place) === undefined) return false;
  const client = new pg.Client({
    host: place.socketFolder,
    user: DATABASE,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const found = await client.query(`select 1 from pg_database where datname = '${DATABASE}'`);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '53100') throw error;
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The postmaster of this folder, where it lives and really is ours. */
function runningPid(place: Place): number | undefined {
  const file = join(place.folder, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !pidRuns(pid)) return undefined;
  if (process.platform !== 'linux') return pid;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place.folder) ? pid : undefined;
  } catch {
    return undefined; // it ended in between, or is somebody else's process under a number used again
  }
}

function othersUse(place: Place): boolean {
  let others = false;
  for (const name of readdirSync(place.users)) {
    const file = join(place.users, name);
    const holder = readHolder(readFileSync(file, 'utf8'));
    if (holder && isRunning(holder)) others = true;
    else rmSync(file, { force: true });
  }
  return others;
}

/** Asks it to end and waits. What was acknowledged is on the disk already, so the harsher signal loses nothing either. */
async function stop(place: Place): Promise<void> {
  const pid = runningPid(place);
  if (pid === undefined) return;
  for (const [signal, patienceMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ] as const) {
    signalTo(pid, signal);
    signalTo(pid, 'SIGCONT');
    for (const begun = Date.now(); Date.now() - begun < patienceMs; await wait(10)) {
      if (runningPid(place) === undefined) {
        await collected(place.child);
        if (dirname(place.socketFolder) !== place.dataFolder) rmSync(place.socketFolder, { recursive: true, force: true });
        return;
      }
    }
  }
  throw new Error(`the database (process ${pid}) did not end`);
}

/** Until our own child's end was heard of: else it would stay in the list of processes as a dead one after us. */
async function collected(child: ChildProcess | undefined): Promise<void> {
  while (child && child.exitCode === null && child.signalCode === null) await wait(5);
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const lastLine = (text: string): string =>
  (
    text
      .trim()
      .split('\n')
      .findLast((line) => /FATAL|ERROR|error|PANIC/.test(line)) ??
    text.trim().split('\n').at(-1) ??
    ''
  )
    .replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '')
    .slice(0, 100);
