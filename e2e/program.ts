import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../tools/structure.ts';

/** The whole product as a newcomer starts it: the program, its database, its data folder, its key. */
export class Program {
  readonly folder = mkdtempSync(join(tmpdir(), 'stria-e2e-'));
  readonly address: string;
  readonly #port: number;
  #child: ChildProcess | undefined;

  constructor(port: number) {
    this.#port = port;
    this.address = `http://localhost:${port}`;
  }

  get environment(): NodeJS.ProcessEnv {
    return { ...process.env, STRIA_DATA: join(this.folder, 'data'), STRIA_KEY_FILE: join(this.folder, 'key') };
  }

  /** Until it prints its address; throws with what it said when it ends before that. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['apps/cli/bin/stria.mjs', 'serve', '--port', String(this.#port)], {
      cwd: checkout,
      env: this.environment,
    });
    this.#child = child;
    let said = '';
    await new Promise<void>((answers, dies) => {
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        if (said.includes(this.address)) answers();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => dies(new Error(`serve ended with ${code}: ${said}`)));
    });
  }

  /** As a power cut would: no chance to tidy up. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await gone;
    this.#child = undefined;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
      this.#child = undefined;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A port that nobody holds at this moment. */
export const freePort = (): Promise<number> =>
  new Promise((found, fails) => {
    const probe = createServer();
    probe.once('error', fails);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : fails(new Error('no port'))));
    });
  });
