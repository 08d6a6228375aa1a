import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Entry } from '@stria/record';
import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../../tools/ensure.mjs';
import { checkoutFolder } from './checkout.ts';
import { canReach, type Unprivileged } from './store/unprivileged.ts';
import { bother, jpeg } from './store.fixture.ts';

/** The built program as people run it, ended in every way that a program can end. Linux tells whose a process is. */
const linux = process.platform === 'linux';
const root = process.getuid?.() === 0;
const program = join(checkoutFolder(), 'apps/cli/bin/stria.mjs');
const folder = mkdtempSync(join(tmpdir(), 'stria-serve-'));
const started: ChildProcess[] = [];

beforeAll(() => ensureBuilt(), 300_000);
afterEach(async () => {
  for (const child of started.splice(0)) if (child.exitCode === null && child.signalCode === null) await end(child, 'SIGTERM');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Place {
  readonly data: string;
  readonly environment: NodeJS.ProcessEnv;
}
let count = 0;
function newPlace(within = folder): Place {
  const own = join(within, `place-${++count}`);
  mkdirSync(own);
  const data = join(own, 'data');
  const { STRIA_DATABASE_URL: _url, STRIA_BLOBS: _blobs, ...rest } = process.env;
  return { data, environment: { ...rest, STRIA_DATA: data, STRIA_KEY_FILE: join(own, 'key') } };
}

interface Running {
  readonly child: ChildProcess;
  readonly address: string;
}

/** Until it prints its address. */
function serve(place: Place, port = 0, as?: { user: Unprivileged; program: string }): Promise<Running> {
  const words = [as?.program ?? program, 'serve', '--port', String(port)];
  const child = spawn(process.execPath, words, { env: place.environment, ...as?.user });
  started.push(child);
  let said = '';
  return new Promise((answers, dies) => {
    const hear = (part: Buffer) => {
      said += part.toString();
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (address) answers({ child, address });
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => dies(new Error(`serve ended with ${code}: ${said}`)));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const gone = new Promise<number | null>((done) => child.once('exit', done));
  child.kill(signal);
  return gone;
}

function run(place: Place, ...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    env: place.environment,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
const codesIn = (stderr: string) => (JSON.parse(stderr) as { problems: { code: string; says: string }[] }).problems;

/** Every process of the database of a data folder, dead ones that wait to be collected left out. */
function databaseProcesses(place: Place): number[] {
  const home = join(realpathSync(place.data), 'postgres');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === home;
      } catch {
        return false;
      }
    });
}

const signal = (pids: readonly number[], how: NodeJS.Signals): void => {
  for (const pid of pids) process.kill(pid, how);
};

const send = (address: string, entries: readonly Entry[]) =>
  fetch(`${address}/api/entries`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entries }),
  });
const sendPhoto = (address: string, record: string, bytes: Buffer) =>
  fetch(`${address}/api/records/${record}/blobs/${createHash('sha256').update(bytes).digest('hex')}`, {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg' },
    body: new Uint8Array(bytes),
  });
const idsOf = async (address: string, record: string) => {
  const answer = await fetch(`${address}/api/records/${record}/entries?limit=1000`);
  return ((await answer.json()) as { entries: Entry[] }).entries.map((e) => e.id);
};

describe('a server that is started', () => {
  it('holds its data folder: a second one on it is refused by name, another folder on its port too', async () => {
    const place = newPlace();
    const { child, address } = await serve(place);
    const second = run(place, 'serve', '--port', '0');
    expect([second.status, second.stdout]).toEqual([2, '']);
    const [problem] = codesIn(second.stderr);
    expect(problem?.code).toBe('server.data-folder-in-use');
    expect(problem?.says).toContain(String(child.pid));
    expect(problem?.says).toContain(place.data);
    const port = new URL(address).port;
    const elsewhere = run(newPlace(), 'serve', '--port', port);
    expect([elsewhere.status, codesIn(elsewhere.stderr)[0]?.code]).toEqual([2, 'server.port-in-use']);
    expect(((await (await fetch(`${address}/api/health`)).json()) as { ok: boolean }).ok).toBe(true);
  });

  it('lets other commands use its database, and they leave it as it was', async () => {
    const place = newPlace();
    const { address } = await serve(place);
    const record = uuid();
    await send(address, [bother(record, 1)]);
    expect(JSON.parse(run(place, 'verify').stdout)).toMatchObject({ whole: true, entries: 1 });
    const file = join(place.data, '..', 'a.tar');
    const exported = run(place, 'export', '--record', record, '--format', 'archive', '--out', file);
    expect(JSON.parse(exported.stdout)).toMatchObject({ written: file, bytes: statSync(file).size });
    expect((await send(address, [bother(record, 2)])).status).toBe(200);
  });

  it('makes a key that only its owner may read, outside the data folder, and never makes another for the same store', async () => {
    const place = newPlace();
    expect(run(place, 'verify').status).toBe(0);
    const key = place.environment.STRIA_KEY_FILE as string;
    expect(statSync(key).mode & 0o777).toBe(0o600);
    rmSync(key);
    expect(codesIn(run(place, 'verify').stderr)[0]?.code).toBe('server.key-missing');
    expect(existsSync(key)).toBe(false);
    writeFileSync(key, `stria-key-1 ${Buffer.alloc(32, 3).toString('base64url')}\n`, { mode: 0o600 });
    expect(codesIn(run(place, 'verify').stderr)[0]?.code).toBe('server.key-wrong');
    chmodSync(key, 0o644);
    expect(codesIn(run(place, 'verify').stderr)[0]?.code).toBe('server.key-file-open');
  });
});

describe.runIf(linux)('a server that is ended', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('by %s leaves no process and no lock behind', async (how) => {
    const place = newPlace();
    const { child, address } = await serve(place);
    await send(address, [bother(uuid(), 1)]);
    const database = databaseProcesses(place);
    expect(database.length).toBeGreaterThan(1);
    expect(await end(child, how)).toBe(0);
    expect(databaseProcesses(place)).toEqual([]);
    expect(
      database.filter((pid) => existsSync(`/proc/${pid}`)),
      'not even as dead ones that nobody has collected',
    ).toEqual([]);
    expect(existsSync(join(place.data, 'serve.lock'))).toBe(false);
    expect(run(place, 'verify').status).toBe(0);
    expect(databaseProcesses(place), 'after a command of its own').toEqual([]);
  });

  it('by kill -9 has lost nothing that it acknowledged, whether its database lives on or dies with it', async () => {
    const place = newPlace();
    const record = uuid();
    const acknowledged: string[] = [];
    const photos: string[] = [];
    for (const round of [1, 2, 3, 4]) {
      const { child, address } = await serve(place);
      for (let i = 0; i < 10; i++) {
        const entry = bother(record, i);
        if ((await send(address, [entry])).status === 200) acknowledged.push(entry.id);
      }
      const bytes = await jpeg(round, 500);
      if ((await sendPhoto(address, record, bytes)).status === 201)
        photos.push(createHash('sha256').update(bytes).digest('hex'));
      const unheard = send(address, [bother(record, 10)]).catch(() => undefined);
      const database = databaseProcesses(place);
      const gone = end(child, 'SIGKILL');
      if (round % 2 === 0) signal(database, 'SIGKILL');
      await Promise.all([gone, unheard]);
    }
    const { child, address } = await serve(place);
    const ids = await idsOf(address, record);
    expect(acknowledged.length).toBe(40);
    expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([]);
    expect(photos.length).toBe(4);
    for (const sha of photos) {
      const bytes = Buffer.from(await (await fetch(`${address}/api/records/${record}/blobs/${sha}`)).arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha);
    }
    expect(JSON.parse(run(place, 'verify').stdout)).toMatchObject({ whole: true, photos: 4 });
    await end(child, 'SIGTERM');
    expect(databaseProcesses(place)).toEqual([]);
  }, 180_000);
});

describe.runIf(linux)('a server whose database goes away', () => {
  const untilStored = async (address: string, entry: Entry) => {
    for (let i = 0; i < 200; i++) {
      if ((await send(address, [entry])).status === 200) return;
      await wait(100);
    }
    throw new Error('the server did not come back');
  };

  it('says that it is kept on the device, starts the database again, and loses nothing', async () => {
    const place = newPlace();
    const { address } = await serve(place);
    const record = uuid();
    const first = bother(record, 1);
    await send(address, [first]);
    signal(databaseProcesses(place), 'SIGKILL');
    const second = bother(record, 2);
    const answer = await send(address, [second]);
    expect(answer.status).toBe(503);
    expect(await answer.json()).toMatchObject({
      problems: [{ code: 'server.database-away', mend: expect.stringContaining('kept on the device and will be sent later') }],
    });
    await untilStored(address, second);
    expect(await idsOf(address, record)).toEqual([first.id, second.id]);
  });

  it('answers in words while the database hangs, and goes on when it is back', async () => {
    const place = newPlace();
    const { address } = await serve(place);
    const record = uuid();
    await send(address, [bother(record, 1)]);
    const hanging = databaseProcesses(place);
    signal(hanging, 'SIGSTOP');
    const entry = bother(record, 2);
    const answer = await send(address, [entry]);
    const health = (await (await fetch(`${address}/api/health`)).json()) as unknown;
    signal(hanging, 'SIGCONT');
    expect([answer.status, health]).toMatchObject([503, { ok: false, product: 'stria', database: 'away' }]);
    await untilStored(address, entry);
    expect(await idsOf(address, record)).toHaveLength(2);
    expect(JSON.parse(run(place, 'verify').stdout)).toMatchObject({ whole: true, entries: 2 });
  }, 120_000);
});

/** A disk of its own, of a few megabytes; undefined where this user may not make one. */
function smallDisk(megabytes: number): string | undefined {
  const disk = join(folder, `disk-${++count}`);
  mkdirSync(disk);
  const made = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', disk]);
  return made.status === 0 ? disk : undefined;
}
const disk = linux && root ? smallDisk(2) : undefined;
afterAll(() => {
  if (disk) spawnSync('/bin/umount', [disk]);
});

describe.runIf(disk)('a server whose disk is full', () => {
  it('refuses the photo in words, keeps nothing half-written, and goes on when there is room', async () => {
    const place = newPlace();
    place.environment.STRIA_BLOBS = disk;
    const { address } = await serve(place);
    const record = uuid();
    await send(address, [bother(record, 1)]);
    const filler = join(disk as string, 'filler');
    writeFileSync(filler, Buffer.alloc(1_990_000));
    const bytes = await jpeg(1, 700);
    const answer = await sendPhoto(address, record, bytes);
    expect(answer.status).toBe(507);
    expect(await answer.json()).toMatchObject({
      problems: [{ code: 'server.disk-full', mend: expect.stringContaining('kept on the device') }],
    });
    const files = () => readdirSync(disk as string, { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    expect(files().map((f) => f.name)).toEqual(['filler']);
    expect((await send(address, [bother(record, 2)])).status, 'entries need no room there').toBe(200);
    rmSync(filler);
    expect((await sendPhoto(address, record, bytes)).status).toBe(201);
    expect(JSON.parse(run(place, 'verify').stdout)).toMatchObject({ whole: true, photos: 1, filesWithoutRow: 0 });
  });
});

/** What runs of a checkout: the built programs and the packages that they need, and nothing of the sources. */
function copyOfPrograms(target: string): string {
  const checkout = checkoutFolder();
  const parts = [
    'package.json',
    ...['cli', 'server', 'web'].flatMap((app) => [`apps/${app}/package.json`, `apps/${app}/dist`]),
  ];
  for (const part of [...parts, 'apps/cli/bin']) cpSync(join(checkout, part), join(target, part), { recursive: true });
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; link?: boolean }>;
  };
  for (const [path, { dev, link }] of Object.entries(lock.packages)) {
    if (!path.includes('node_modules/') || dev || link || !existsSync(join(checkout, path))) continue;
    cpSync(join(checkout, path), join(target, path), { recursive: true, verbatimSymlinks: true });
  }
  return target;
}

function giveTo(folder: string, user: Unprivileged): void {
  lchownSync(folder, user.uid, user.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), user.uid, user.gid);
}

describe.runIf(linux && root)('whoever starts it', () => {
  it('as root: the database runs under another user, in a folder that user could not find its way to, too', async () => {
    for (const mode of [0o700, 0o755]) {
      const home = mkdtempSync(join(tmpdir(), 'stria-home-'));
      chmodSync(home, mode);
      const place = newPlace(home);
      try {
        const { child, address } = await serve(place);
        const owners = databaseProcesses(place).map((pid) => statSync(`/proc/${pid}`).uid);
        expect(owners.length).toBeGreaterThan(1);
        expect(owners.filter((uid) => uid === 0)).toEqual([]);
        expect((await send(address, [bother(uuid(), 1)])).status).toBe(200);
        await end(child, 'SIGTERM');
        expect(databaseProcesses(place)).toEqual([]);
        expect(statSync(home).mode & 0o777, 'nobody’s folder was opened for it').toBe(mode);
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    }
  });

  it('as an ordinary user: the same program in a checkout and a folder of that user', async (context) => {
    const user = { uid: 65534, gid: 65534 };
    if (!canReach(process.execPath, user)) context.skip('this Node lies where no other user may run it');
    const home = mkdtempSync(join(tmpdir(), 'stria-user-'));
    const place = newPlace(home);
    const own = join(place.data, '..');
    place.environment.HOME = own;
    try {
      // This checkout may lie in a home that is closed to others: that user gets the built programs as a checkout of their own.
      const theirs = copyOfPrograms(join(own, 'stria'));
      giveTo(home, user);
      const { child, address } = await serve(place, 0, { user, program: join(theirs, 'apps/cli/bin/stria.mjs') });
      expect(statSync(`/proc/${child.pid}`).uid).toBe(user.uid);
      const owners = databaseProcesses(place).map((pid) => statSync(`/proc/${pid}`).uid);
      expect(new Set(owners)).toEqual(new Set([user.uid]));
      expect((await send(address, [bother(uuid(), 1)])).status).toBe(200);
      await end(child, 'SIGTERM');
      expect(databaseProcesses(place)).toEqual([]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }, 180_000);

  it('a data folder too deep for a socket gets one elsewhere, and takes it away again', async () => {
    const deep = join(folder, 'd'.repeat(60), 'e'.repeat(60));
    mkdirSync(deep, { recursive: true });
    const place = newPlace(deep);
    // Its own folder, by name: other programs start and stop beside this one and have theirs in the same place.
    const elsewhere = () => {
      const id = createHash('sha256').update(realpathSync(place.data)).digest('hex').slice(0, 16);
      return existsSync(join(tmpdir(), `stria-${process.getuid?.() ?? 0}-${id}`));
    };
    const { child } = await serve(place);
    expect(elsewhere()).toBe(true);
    expect(existsSync(join(place.data, 'socket'))).toBe(false);
    await end(child, 'SIGTERM');
    expect(elsewhere()).toBe(false);
  });
});

describe('a port that another program holds', () => {
  it('is named, and the data folder is free again', async () => {
    const other = createServer();
    await new Promise<void>((done) => other.listen(0, 'localhost', done));
    const address = other.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const place = newPlace();
    const refused = run(place, 'serve', '--port', String(port));
    expect([refused.status, refused.stdout, codesIn(refused.stderr)[0]?.code]).toEqual([2, '', 'server.port-in-use']);
    other.close();
    const { child } = await serve(place);
    expect(await end(child, 'SIGTERM')).toBe(0);
  });
});
