import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    `import { appendFileSync, mkdirSync } from 'node:fs';
const name = process.argv[2];
appendFileSync('built', name + '\\n');
mkdirSync('apps/' + name + '/dist', { recursive: true });
await new Promise((done) => setTimeout(done, Number(process.env.SLOW ?? 0)));`,
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
const built = () => (existsSync(join(root, 'built')) ? readFileSync(join(root, 'built'), 'utf8').trim().split('\n') : []);

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

  it('lets one of two that start at once do the work, and the other find it done', async () => {
    const both = [begin({ SLOW: '300' }), begin({ SLOW: '300' })];
    expect(await Promise.all(both.map(ended))).toEqual([0, 0]);
    expect(built()).toEqual(['cli', 'server', 'web']);
    expect(existsSync(join(root, '.ensure.lock'))).toBe(false);
  });

  it('ends with its child when it is asked to, and the next one begins where it stood', async () => {
    const child = begin({ SLOW: '60000' });
    await untilBuilding(child);
    child.kill('SIGTERM');
    expect(await ended(child)).toBe(1);
    expect(existsSync(join(root, '.ensure.lock'))).toBe(false);
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'cli', 'server', 'web']);
  });

  it('takes over from one that was killed', async () => {
    const child = begin({ SLOW: '1500' });
    await untilBuilding(child);
    child.kill('SIGKILL');
    await ended(child);
    expect(existsSync(join(root, '.ensure.lock'))).toBe(true);
    expect(await go()).toBe(0);
    expect(built()).toEqual(['cli', 'cli', 'server', 'web']);
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
