import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkout } from './structure.ts';

/** A checkout without packages, whose build writes down what it was asked to build: the bootstrap itself is the real one. */
const folders: string[] = [];
let root: string;
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stria-ensure-'));
  folders.push(root);
  const manifest = { name: 'bare', version: '1.0.0' };
  put('package.json', JSON.stringify(manifest));
  put('package-lock.json', JSON.stringify({ ...manifest, lockfileVersion: 3, packages: { '': manifest } }));
  put('tsconfig.base.json', '{}');
  for (const path of ['packages/care/src/a.ts', 'apps/cli/src/a.ts', 'apps/server/src/a.ts', 'apps/web/src/a.ts'])
    put(path, '1');
  put(
    'tools/build.mjs',
    `import { appendFileSync, existsSync, mkdirSync } from 'node:fs';
const name = process.argv[2];
mkdirSync('apps/' + name + '/dist', { recursive: true });
appendFileSync('built', name + '\\n');
appendFileSync('log', name + ' begins\\n');
const until = process.env.UNTIL; // the test says when, and no clock does
while (until && !existsSync(until)) await new Promise((done) => setTimeout(done, 20));
appendFileSync('log', name + ' ends\\n');`,
  );
  cpSync(join(checkout, 'tools/ensure.mjs'), join(root, 'tools/ensure.mjs'));
  put(
    'tools/go.mjs',
    "import { ensureBuilt, ensureInstalled } from './ensure.mjs';\nawait ensureInstalled();\nawait ensureBuilt();",
  );
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const begin = (environment: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, ['tools/go.mjs'], { cwd: root, stdio: 'ignore', env: { ...process.env, ...environment } });
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) =>
    child.exitCode === null && child.signalCode === null ? child.once('exit', done) : done(child.exitCode),
  );
const go = () => ended(begin());
const lines = (file: string) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8').trim().split('\n') : []);

const built = () => lines('built');
const locks = () => readdirSync(root).filter((name) => name.startsWith('.ensure.lock'));

const untilBuilding = async (child: ChildProcess): Promise<void> => {
  while (built().length === 0) {
    if (child.exitCode !== null) throw new Error('it ended before it built anything');
    await wait(50);
  }
};

describe('the bootstrap', () => {
  it('installs and builds once, and then only what has changed', async () => {
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'server', 'web']);
    expect(existsSync(join(root, 'node_modules/.ensure'))).toBe(true);
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'server', 'web']);
    put('apps/server/src/a.ts', '2');
    put('apps/server/src/a.test.ts', 'a test changes no program');
    expect(await go()).toBe(0);
    expect(built().slice(3)).toEqual(['server']);
    put('packages/care/src/a.ts', '2');
    expect(await go()).toBe(0);
    expect(built().slice(4)).toEqual(['cli', 'server', 'web']);
  });

  it('lets one of many that start at once do the work, and the others find it done', async () => {
    const many = [1, 2, 3, 4].map(() => begin({ UNTIL: 'go-on' }));
    await untilBuilding(many[0] as ChildProcess);
    put('go-on', '');
    expect(await Promise.all(many.map(ended))).toEqual([0, 0, 0, 0]);
    expect(built()).toEqual(['cli', 'server', 'web']);
    expect(locks()).toEqual([]);
  });

  it('ends with its child when it is asked to, and the next one begins where it stood', async () => {
    const child = begin({ UNTIL: 'never' });
    await untilBuilding(child);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(1);
    expect(locks()).toEqual([]);
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'cli', 'server', 'web']);
  });

  it('takes over from one that was killed, once what that one had begun has come to its end', async () => {
    const child = begin({ UNTIL: 'go-on' });
    await untilBuilding(child);
    child.kill('SIGKILL');
    await ended(child);
    expect(locks()).toEqual(['.ensure.lock']);
    const next = [1, 2, 3].map(() => begin());
    await wait(500); // time enough to go wrong in; the claim below holds for any
    put('go-on', '');
    expect(await Promise.all(next.map(ended))).toEqual([0, 0, 0]);
    expect(lines('log')).toEqual(['cli', 'cli', 'server', 'web'].flatMap((name) => [`${name} begins`, `${name} ends`]));
    expect(locks()).toEqual([]);
  });

  it('takes over a lock of which only a name is left, or the number of a process that is another by now', async () => {
    put(`.ensure.lock/${process.pid}-1`, '');
    put('.ensure.lock/pid', '');
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'server', 'web']);
  });

  it('ends with a failure where the build fails, and builds again the next time', async () => {
    const good = readFileSync(join(root, 'tools/build.mjs'), 'utf8');
    put('tools/build.mjs', 'process.exit(3);');
    expect(await go()).toBe(1);
    put('tools/build.mjs', good);
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'server', 'web']);
  });
});
