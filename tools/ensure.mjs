/**
 * Brings a checkout up to date with nothing but Node: installs packages and builds what runs, and does neither where it is
 * done already. `npm start` and `npm test` both begin here; installs run with scripts off, so nothing else does it for them.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/**
 * Whoever holds this folder may install and build, others wait. It comes into being with its holder's signature already in
 * it (a rename), and every signature has a name of its own: of two that find a holder dead, neither takes away the other's.
 */
const mutex = join(root, '.ensure.lock');

/** Ends the program with clear words where this Node is too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(`stria needs Node 20.19 or newer; this is ${process.version}. Get it from https://nodejs.org\n`);
  process.exit(1);
}

/** Installs the packages of package-lock.json, unless exactly these are installed for this Node and machine. */
export async function ensureInstalled() {
  checkNode();
  const mark = join(root, 'node_modules/.ensure');
  const wanted = () => hash([read('package-lock.json'), process.version, process.platform, process.arch]);
  if (readMark(mark) === wanted()) return;
  await alone(async () => {
    if (readMark(mark) === wanted()) return;
    await step('installing packages', ...npm('ci', '--include=dev', '--include=optional'));
    mkdirSync(join(root, 'node_modules'), { recursive: true }); // npm makes none where there is nothing to install
    writeFileSync(mark, wanted());
  });
}

/** What each program is made of. The web app's build prints the frames, and that needs the command line. */
const programs = {
  cli: ['packages', 'apps/cli'],
  server: ['packages', 'apps/server'],
  web: ['packages', 'apps/web', 'apps/cli'],
};
const shared = ['tools/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.base.json'];

/** Builds the programs whose sources have changed since they were built. */
export async function ensureBuilt(names = Object.keys(programs)) {
  const stale = () => names.filter((name) => readMark(markOf(name)) !== sourcesOf(name));
  if (stale().length === 0) return;
  await alone(async () => {
    for (const name of stale()) {
      const before = sourcesOf(name);
      rmSync(markOf(name), { force: true });
      await step(`building ${name}`, process.execPath, [join(root, 'tools/build.mjs'), name]);
      // Marked with what it was before: a file that was saved during the build makes the next start build again.
      writeFileSync(markOf(name), before);
    }
  });
}

const markOf = (name) => join(root, 'apps', name, 'dist/.ensure');

function sourcesOf(name) {
  const files = [...programs[name].flatMap((folder) => filesIn(join(root, folder))), ...shared.map((file) => join(root, file))];
  return hash(files.flatMap((file) => [file.slice(root.length), '\0', readFileSync(file), '\0']));
}

function filesIn(folder) {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      if (['node_modules', 'dist'].includes(name) || /\.test\.tsx?$/.test(name)) return [];
      const path = join(folder, name);
      return statSync(path).isDirectory() ? filesIn(path) : [path];
    });
}

function hash(parts) {
  const sum = createHash('sha256');
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}

const read = (file) => readFileSync(join(root, file));

/** The text of a small file, '' where there is none (any more). */
function readMark(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ESRCH'].includes(error.code)) return '';
    throw error;
  }
}

/** The npm that called us, else the one on the path. */
function npm(...args) {
  const self = process.env.npm_execpath;
  return self ? [process.execPath, [self, ...args]] : ['npm', args];
}

/** npm tidies up for many seconds when it is asked to end; whoever pressed Ctrl-C does not wait that long. */
const PATIENCE_MS = 2000;

/** One child to its end; a signal to us is handed on to it, so that none is left behind. */
async function step(what, program, args) {
  const begun = Date.now();
  process.stderr.write(`stria: ${what} …\n`);
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', process.stderr, process.stderr] });
  // Signed by both: where this process is killed outright its child goes on for a while, and nobody may begin beside it.
  const childs = child.pid === undefined ? [] : [signatureOf(child.pid)];
  for (const signature of childs) writeFileSync(join(mutex, signature), '');
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  let stopped = false;
  const hand = (signal) => {
    stopped = true;
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS).unref();
  };
  for (const signal of signals) process.on(signal, hand);
  const end = await new Promise((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (code, signal) => done(code ?? signal));
  });
  for (const signature of childs) rmSync(join(mutex, signature), { force: true });
  for (const signal of signals) process.off(signal, hand);
  if (end !== 0 || stopped) {
    release(signatureOf(process.pid));
    if (!stopped) process.stderr.write(`stria: ${what} failed (${end}); what it said stands above.\n`);
    process.exit(1);
  }
  process.stderr.write(`stria: ${what}: ${((Date.now() - begun) / 1000).toFixed(1)} s\n`);
}

async function alone(work) {
  const waiting = Date.now();
  let told = false;
  while (!take()) {
    const dead = signatures().find(isDead);
    if (dead) release(dead);
    else await wait(200);
    if (!told && Date.now() - waiting > 2000) {
      told = true;
      process.stderr.write(
        `stria: another start is at work here (process ${signatures()
          .map((s) => s.split('-')[0])
          .join(', ')}); waiting for it …\n`,
      );
    }
  }
  try {
    await work();
  } finally {
    release(signatureOf(process.pid));
  }
}

/** A folder can take the place of an empty one but never of one that is signed. */
function take() {
  const signature = signatureOf(process.pid);
  const own = `${mutex}.${signature}`;
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, signature), '');
  try {
    renameSync(own, mutex);
    return true;
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    const held = ['ENOTEMPTY', 'EEXIST', ...(process.platform === 'win32' ? ['EPERM', 'EACCES'] : [])];
    if (!held.includes(error.code)) throw error;
    return false;
  }
}

/** Takes one signature away, and the folder where that was the last in it. */
function release(signature) {
  rmSync(join(mutex, signature), { force: true });
  try {
    rmdirSync(mutex);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(error.code)) throw error; // somebody else's by now
  }
}

function signatures() {
  try {
    return readdirSync(mutex);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return []; // let go in between
  }
}

/** A process, and the moment at which it began where the system tells: after a crash its number may be another's. */
const signatureOf = (pid) => `${pid}-${statOf(pid)[19] ?? ''}`;

/** A process that has ended but that nobody has collected yet counts as dead (Linux tells). */
function isDead(signature) {
  const pid = Number(signature.split('-')[0]);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== 'EPERM') return true;
  }
  return statOf(pid)[0] === 'Z' || signatureOf(pid) !== signature;
}

/** What Linux tells of a process, from its state on; nothing elsewhere, or where it has ended. */
function statOf(pid) {
  const text = readMark(`/proc/${pid}/stat`);
  return text === '' ? [] : text.slice(text.lastIndexOf(')') + 2).split(' ');
}
