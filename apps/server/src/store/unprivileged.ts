import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * PostgreSQL refuses to run as root, rightly. Where stria was started as root, the database runs under the user
 * `postgres` where there is one, else under `nobody`.
 */
export interface Unprivileged {
  readonly uid: number;
  readonly gid: number;
}

/** The user for the database, undefined where we are not root and it simply runs as ourselves. */
export function unprivilegedUser(databaseFolder: string): Unprivileged | undefined {
  if (process.getuid?.() !== 0) return undefined;
  // A folder that exists keeps its owner: a user `postgres` that was added later must not lock us out of it.
  const owner = statSync(databaseFolder, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const of = (name: string) => users.find((fields) => fields[0] === name);
  const fields = of('postgres') ?? of('nobody');
  return fields ? { uid: Number(fields[2]), gid: Number(fields[3]) } : { uid: 65534, gid: 65534 };
}

/** True where that user can go through every folder on the way to the path, as far as the mode bits tell. */
export function canReach(path: string, user: Unprivileged): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const found = statSync(folder, { throwIfNoEntry: false });
    if (found) {
      const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (folder === dirname(folder)) return true;
  }
}
