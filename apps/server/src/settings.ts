import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve, sep } from 'node:path';
import { fail, ok, problem, quote, type Result } from '@stria/record';
import { checkoutFolder } from './checkout.ts';

/** Where this store lies and how it is reached: read once from the environment and the options, then handed down. */
export interface Settings {
  readonly dataFolder: string;
  readonly keyFile: string;
  readonly blobsFolder: string;
  /** An own PostgreSQL (15 or newer); absent: the embedded one. */
  readonly databaseUrl?: string;
  readonly port: number;
  /** Names under which the server may be asked for, beside the loopback ones. */
  readonly hosts: readonly string[];
  /** Wraps an archive in age. */
  readonly archivePassphrase?: string;
}

export interface Given {
  readonly data?: string;
  readonly port?: string;
}

/** The environment and the options of the command -> settings, or every problem with them. */
export function readSettings(environment: NodeJS.ProcessEnv, given: Given = {}): Result<Settings> {
  const set = (name: string): string | undefined => (environment[name] === '' ? undefined : environment[name]);
  const dataFolder = resolve(given.data ?? set('STRIA_DATA') ?? join(checkoutFolder(), '.stria'));
  const config = set('XDG_CONFIG_HOME') ?? join(homedir(), '.config');
  const keyFile = resolve(set('STRIA_KEY_FILE') ?? join(config, 'stria', 'key'));
  const blobs = set('STRIA_BLOBS');
  const databaseUrl = set('STRIA_DATABASE_URL');
  const portText = given.port ?? set('STRIA_PORT') ?? '4310';
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  const problems = [
    ...(blobs?.startsWith('s3://')
      ? [
          problem(
            'cli.not-built-yet',
            '',
            'Photos in an S3 bucket (STRIA_BLOBS=s3://…) are not built yet.',
            'Name a folder in STRIA_BLOBS, or leave it out.',
          ),
        ]
      : []),
    ...(Number.isInteger(port) && port <= 65535
      ? []
      : [problem('cli.option-invalid', '', `${quote(portText)} is not a port.`, 'Name a whole number from 1 to 65535.')]),
    ...(databaseUrl === undefined || (/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl))
      ? []
      : [
          problem(
            'cli.option-invalid',
            '',
            'STRIA_DATABASE_URL is not the address of a PostgreSQL.',
            'Write it as postgresql://USER:PASSWORD@HOST/DATABASE.',
          ),
        ]),
    ...(liesWithin(keyFile, dataFolder)
      ? [
          problem(
            'server.key-file-in-data-folder',
            '',
            'The key file lies inside the data folder: whoever copies the folder would have the key to it.',
            'Name another place in STRIA_KEY_FILE.',
          ),
        ]
      : []),
  ];
  if (problems.length > 0) return fail(...problems);
  const archivePassphrase = set('STRIA_ARCHIVE_PASSPHRASE');
  return ok({
    dataFolder,
    keyFile,
    blobsFolder: blobs === undefined ? join(dataFolder, 'blobs') : resolve(blobs),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    port,
    hosts: (set('STRIA_HOSTS') ?? '')
      .split(',')
      .map((h) => h.trim().toLowerCase())
      .filter((h) => h !== ''),
    ...(archivePassphrase === undefined ? {} : { archivePassphrase }),
  });
}

/** True where the file would lie in the folder, links followed as far as the path exists. */
function liesWithin(file: string, folder: string): boolean {
  return `${real(file)}${sep}`.startsWith(`${real(folder)}${sep}`);
}

function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  return path === dirname(path) ? path : join(real(dirname(path)), path.slice(dirname(path).length).replace(/^[/\\]/, ''));
}
