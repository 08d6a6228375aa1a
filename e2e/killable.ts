import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../tools/browser.mjs';

/** A browser with a profile on disk that can be killed like a phone whose battery dies, and opened again on the same profile. */
export class KillableBrowser {
  readonly #profile = mkdtempSync(join(tmpdir(), 'stria-profile-'));
  #child: ChildProcess | undefined;
  #browser: Browser | undefined;

  /** A phone's page whose clock stands at `time` and goes on from there. */
  async open(time: Date): Promise<Page> {
    const { executablePath, env } = await findChromium();
    const port = join(this.#profile, 'DevToolsActivePort');
    rmSync(port, { force: true });
    const quiet = [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
    ];
    this.#child = spawn(
      executablePath,
      ['--headless', '--no-sandbox', ...quiet, '--remote-debugging-port=0', `--user-data-dir=${this.#profile}`, 'about:blank'],
      { env: { ...process.env, ...env }, stdio: 'ignore', detached: true },
    );
    const endpoint = await until(
      () => (existsSync(port) ? readFileSync(port, 'utf8').split('\n') : undefined),
      (lines) => lines.length >= 2,
    );
    this.#browser = await chromium.connectOverCDP(`http://127.0.0.1:${endpoint[0]}`);
    const context = this.#browser.contexts()[0];
    if (!context) throw new Error('the browser opened without a context');
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.clock.install({ time });
    return page;
  }

  /** All its processes at once, with no chance to write anything more. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined) return;
    const gone = new Promise((done) => child.once('exit', done));
    process.kill(-child.pid, 'SIGKILL');
    await gone;
    this.#child = undefined;
    this.#browser = undefined;
    rmSync(join(this.#profile, 'SingletonLock'), { force: true });
  }

  async close(): Promise<void> {
    await this.kill();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function until<T>(look: () => T | undefined, good: (value: T) => boolean): Promise<T> {
  for (let i = 0; i < 300; i += 1) {
    const value = look();
    if (value !== undefined && good(value)) return value;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('waited 30 seconds in vain');
}
