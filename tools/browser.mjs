/**
 * A real Chromium for the tests, on any machine: the one that STRIA_CHROMIUM names, else the system's, else the one that
 * an npm package carries (Linux x64). The last needs three things that it does not do by itself outside its usual home:
 * its own libraries unpacked, a private folder to unpack into (it would run whatever already lies in the shared temporary
 * folder), and a font list that names where its fonts really are.
 */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const ofTheSystem = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser'];
const unpacked = fileURLToPath(new URL('../node_modules/.chromium', import.meta.url));

/** Starts the browser, headless. `args` are added to the ones that keep it from calling anywhere by itself. */
export async function launchChromium({ args = [], ...options } = {}) {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    // Root has no user namespace to sandbox in; the pages that tests open are our own.
    chromiumSandbox: false,
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      ...args,
    ],
    ...options,
  });
}

/** Where the browser is and what its environment needs. STRIA_CHROMIUM_NPM=1 passes the system's over. */
export async function findChromium() {
  const named = process.env.STRIA_CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`STRIA_CHROMIUM names ${named}, and there is no such file`);
    return { executablePath: named, env: {} };
  }
  const system = process.env.STRIA_CHROMIUM_NPM ? undefined : ofTheSystem.find((p) => existsSync(p));
  if (system) return { executablePath: system, env: {} };
  if (!existsSync(join(unpacked, 'whole'))) await unpack();
  const libraries = [join(unpacked, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  return {
    executablePath: join(unpacked, 'chromium'),
    env: { FONTCONFIG_FILE: join(unpacked, 'fonts.conf'), LD_LIBRARY_PATH: libraries },
  };
}

/** Into a folder of this process, then renamed: two test runs at once cannot see half a browser. */
async function unpack() {
  const part = `${unpacked}.${process.pid}`;
  mkdirSync(part, { recursive: true });
  const wanted = { TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  const touched = [...Object.keys(wanted), 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
  const before = Object.fromEntries(touched.map((k) => [k, process.env[k]]));
  Object.assign(process.env, wanted);
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    for (const k of touched) {
      if (before[k] === undefined) delete process.env[k];
      else process.env[k] = before[k];
    }
  }
  const dirs = [join(unpacked, 'fonts'), '/usr/share/fonts'].map((d) => `<dir>${d}</dir>`).join('');
  const cache = `<cachedir>${join(unpacked, 'fonts-cache')}</cachedir>`;
  writeFileSync(
    join(part, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${cache}</fontconfig>\n`,
  );
  writeFileSync(join(part, 'whole'), '');
  try {
    renameSync(part, unpacked);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(join(unpacked, 'whole'))) throw error; // otherwise another run was first, and its browser is as good
  }
}
