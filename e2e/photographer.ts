import type { Page } from 'playwright-core';
import type { Point } from './brush-lines.ts';
import { press, visit } from './person.ts';

/** How a person adds a photo, paints the marks with a finger, and has them measured. */
export interface Said {
  readonly zone?: string;
  readonly on?: string;
  readonly bother?: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Chooses a file as a person would; `what` is its bytes or a path. */
export async function choose(page: Page, address: string, what: Buffer | string, zone = 'hip'): Promise<void> {
  await visit(page, address, '/photos/new', 'Add a photo');
  await page.getByLabel('Part of the body').selectOption(zone);
  await page
    .getByLabel('Choose a photo')
    .setInputFiles(typeof what === 'string' ? what : { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: what });
}

/** Adds a photo; ends on its own page and answers with the page's place. */
export async function add(page: Page, address: string, what: Buffer | string, said: Said = {}): Promise<string> {
  await choose(page, address, what, said.zone);
  await page.getByLabel('Taken on').waitFor();
  if (said.on !== undefined) await page.getByLabel('Taken on').fill(said.on);
  if (said.bother !== undefined) await page.getByRole('radio', { name: String(said.bother), exact: true }).check();
  await press(page, 'Keep this photo');
  await page.getByRole('link', { name: 'Paint the marks' }).waitFor();
  return new URL(page.url()).hash.slice(1);
}

/** Where a pixel of the photo lies on the screen while the whole photo is on the stage. */
export async function onStage(page: Page, upright: Size) {
  const stage = page.getByRole('application');
  await stage.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const box = await stage.evaluate((node) => {
    const { left, top } = node.getBoundingClientRect();
    return { left: left + node.clientLeft, top: top + node.clientTop, width: node.clientWidth, height: node.clientHeight };
  });
  const k = Math.min(box.width / upright.width, box.height / upright.height);
  const left = box.left + (box.width - upright.width * k) / 2;
  const top = box.top + (box.height - upright.height * k) / 2;
  return (x: number, y: number) => [left + x * k, top + y * k] as const;
}

/** Follows lines of the photo with the mouse, one stroke each; `share` is the brush's width over the photo's. */
export async function paintLines(
  page: Page,
  lines: readonly (readonly Point[])[],
  share: number,
  upright: Size,
): Promise<void> {
  const at = await onStage(page, upright);
  // The slider's steps are factors of the width.
  await page.getByLabel('Brush size').fill(String(Math.round((100 * Math.log(share / 0.0008)) / Math.log(50))));
  for (const line of lines) {
    for (const [i, [x, y]] of line.entries()) {
      await page.mouse.move(...at(x, y), { steps: 4 });
      if (i === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

export async function measure(page: Page): Promise<void> {
  await press(page, 'Measure');
  await page.getByRole('heading', { name: 'What this photo says' }).waitFor({ timeout: 90_000 });
}
