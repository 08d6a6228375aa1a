import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The root of the checkout: the nearest folder above this program whose package.json is stria's own. The program runs from
 * dist/ and its tests from src/, so a fixed number of steps up would be wrong for one of the two.
 */
export function checkoutFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'stria')
      return folder;
    if (folder === dirname(folder)) throw new Error('the program does not lie in a checkout of stria');
  }
}

/** The version that package.json of the checkout states. */
export const productVersion = (): string =>
  (JSON.parse(readFileSync(join(checkoutFolder(), 'package.json'), 'utf8')) as { version: string }).version;
