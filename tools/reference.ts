import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Where reference data is found: STRIA_REFERENCE, else a folder `shared` beside the checkout. This is the only file that
 * knows. Tests that need data which is not at hand are skipped, and counted as skipped.
 */
const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const root = process.env.STRIA_REFERENCE ?? join(dirname(checkout), 'shared');

/** Absolute path of a reference file or folder (`data/colour/sharma34.csv`), or undefined where it is not at hand. */
export function referencePath(path: string): string | undefined {
  const full = join(root, path);
  return existsSync(full) ? full : undefined;
}
