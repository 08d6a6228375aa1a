import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { launchChromium } from '../tools/browser.mjs';
import { checkout } from '../tools/structure.ts';
import { answerAll, begin, disinfect, heading, noteConsult, plan, press, startSession, visit } from './person.ts';
import { freePort, Program } from './program.ts';

/** The pictures of the documents: the real app in a real browser, with invented people only. */
const phone = { width: 360, height: 740 } as const;
const density = 2;

export async function drawPictures(): Promise<string> {
  const folder = join(checkout, 'docs', 'pictures');
  mkdirSync(folder, { recursive: true });
  const shots = [...(await ofNewcomer()), await ofCast()];
  const gap = 28 * density;
  const [w, h] = [phone.width * density, phone.height * density];
  const corners = Buffer.from(`<svg width="${w}" height="${h}"><rect width="${w}" height="${h}" rx="${22 * density}"/></svg>`);
  const round = (png: Buffer) =>
    sharp(png)
      .composite([{ input: corners, blend: 'dest-in' }])
      .png()
      .toBuffer();
  const layers = await Promise.all(shots.map(async (s, i) => ({ input: await round(s), left: gap + i * (w + gap), top: gap })));
  const file = join(folder, 'app.png');
  await sharp({ create: { width: gap + shots.length * (w + gap), height: h + 2 * gap, channels: 3, background: '#d9d2c7' } })
    .composite(layers)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(file);
  return file;
}

/** A healthy adult at home: asked to see a doctor first; later, in the countdown of a session. */
async function ofNewcomer(): Promise<Buffer[]> {
  return withApp(new Date('2026-03-02T17:00:00Z'), async (page, program) => {
    await begin(page, program.address);
    await answerAll(page);
    await heading(page, 'Ask a doctor first').waitFor();
    const verdict = await shot(page);
    await noteConsult(page, program.address);
    await plan(page, program.address);
    await startSession(page, program.address, 'own');
    await press(page, 'My hands are washed');
    await disinfect(page, 'Clean the surface', 60);
    await heading(page, 'Disinfect the needle').waitFor();
    await press(page, 'It is wet: start the clock');
    await page.getByRole('timer').waitFor();
    await page.clock.fastForward(194_000);
    return [verdict, await shot(page)];
  });
}

/** Amara of the cast: what her two photos say. */
async function ofCast(): Promise<Buffer> {
  return withApp(
    new Date('2026-08-04T10:00:00Z'),
    async (page, program) => {
      await page.goto(`${program.address}/#/settings`);
      await page.getByLabel(/Amara/).check();
      await page.getByText('72 entries on this device').waitFor();
      await visit(page, program.address, '/compare', /Compare/);
      await page.locator('[data-verdict]').waitFor();
      await page.locator('[data-verdict]').evaluate((node) => node.scrollIntoView({ block: 'start' }));
      await page.mouse.wheel(0, -90);
      return shot(page);
    },
    'demo',
  );
}

async function withApp<T>(time: Date, look: (page: Page, program: Program) => Promise<T>, cast?: 'demo'): Promise<T> {
  const program = new Program(await freePort());
  const browser = await launchChromium();
  try {
    if (cast) execFileSync(process.execPath, ['apps/cli/bin/stria.mjs', 'demo'], { cwd: checkout, env: program.environment });
    await program.start();
    const context = await browser.newContext({
      viewport: phone,
      deviceScaleFactor: density,
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    });
    const page = await context.newPage();
    await page.clock.install({ time });
    return await look(page, program);
  } finally {
    await browser.close();
    await program.stop();
  }
}

async function shot(page: Page): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  await new Promise((settled) => setTimeout(settled, 600));
  return page.screenshot();
}
