import { spawnSync } from 'node:child_process';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../tools/browser.mjs';
import { checkout } from '../../tools/structure.ts';
import { answerAll, begin, healthyAdult, noteConsult, plan } from '../person.ts';
import { freePort, Program } from '../program.ts';
import { type Site, serveFiles } from '../site.ts';

/**
 * Where a claim is tried: the built app in Chromium, the running program over HTTP, the command line. Nothing of packages/ is
 * imported here or in any test of a claim, so that a test sees what a stranger sees.
 */
export const monday = new Date('2026-03-02T18:00:00+01:00');
export const phone = { width: 360, height: 740 };

export interface Stage {
  /** The person's app as plain files, with no server behind it. */
  readonly address: string;
  /** A device that has never seen the app, or one in a state that was walked to before. */
  visitor(options?: { readonly at?: Date; readonly state?: State; readonly viewport?: typeof phone }): Promise<Page>;
  /** A person who has answered as a healthy adult, asked a doctor and made a plan; walked once, then copied. */
  planned(at?: Date): Promise<Page>;
}
export type State = BrowserContextOptions['storageState'];

/** Everything that a page keeps on the device: hand it to a new visitor to go on from there. */
export const stateOf = (page: Page): Promise<State> => page.context().storageState({ indexedDB: true });

/** Call at the head of a file of claims; the browser and the site live as long as the file's tests. */
export function stage(): Stage {
  let browser: Browser;
  let site: Site;
  let plannedState: State;
  const open: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    site = await serveFiles(await freePort());
  });
  afterAll(async () => {
    for (const context of open) await context.close();
    await browser.close();
    await site.close();
  });
  const visitor: Stage['visitor'] = async ({ at = monday, state, viewport = phone } = {}) => {
    const context = await browser.newContext({
      viewport,
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
      ...(state === undefined ? {} : { storageState: state }),
    });
    open.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    await page.clock.install({ time: at });
    return page;
  };
  return {
    get address() {
      return site.address;
    },
    visitor,
    async planned(at = monday) {
      if (plannedState === undefined) {
        const page = await visitor();
        await begin(page, site.address);
        await answerAll(page, healthyAdult);
        await noteConsult(page, site.address);
        await plan(page, site.address);
        plannedState = await stateOf(page);
      }
      return visitor({ at, state: plannedState });
    },
  };
}

/** The running program with its API, for a file of claims. */
export function program(): { readonly address: string; readonly environment: NodeJS.ProcessEnv } {
  let running: Program;
  beforeAll(async () => {
    running = new Program(await freePort());
    await running.start();
  });
  afterAll(() => running.stop());
  return {
    get address() {
      return running.address;
    },
    get environment() {
      return running.environment;
    },
  };
}

/** The command line with JSON on its standard input. */
export function stria(
  words: readonly string[],
  input?: unknown,
  environment: NodeJS.ProcessEnv = process.env,
): { readonly status: number | null; readonly out: string; readonly err: string } {
  const run = spawnSync(process.execPath, ['apps/cli/bin/stria.mjs', ...words], {
    cwd: checkout,
    env: environment,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input: typeof input === 'string' ? input : JSON.stringify(input) }),
  });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Answers of a healthy adult at home who was cleared by a doctor: the command line says `go`. */
export const clean = {
  asOf: '2026-03-02',
  setting: 'home',
  ageYears: 27,
  pregnancy: 'no',
  skinType: 'II',
  zones: ['abdomen-lower'],
  marks: { stage: 'alba', widestMm: 4, onsetMonthsAgo: 60, fastGrowing: false, causes: ['puberty'] },
  signs: [],
  conditions: [],
  medicines: [],
  zoneFindings: [],
  recentProcedures: [],
  allergies: [],
  needle: { device: 'roller', lengthMm: 0.25, usedByAnotherPerson: false },
  consult: { on: '2026-02-20', outcome: 'cleared' },
} as const;
