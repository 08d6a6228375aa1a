import { type Problem, problem, type Result } from '@stria/record';

/**
 * A refusal under way out of a transaction or a stream: thrown so that everything begun is rolled back, and turned into
 * problems again at the edge (`settle`, the HTTP error handler). Nothing else of the server is an exception on purpose.
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[], cause?: unknown) {
    super(problems.map((p) => `${p.code}: ${p.says}`).join(' · '), { cause });
    this.problems = problems;
  }
}

export function refuse(code: string, at: string, says: string, mend?: string): never {
  throw new Refusal([problem(code, at, says, mend)]);
}

/** The value, or its problems as a Refusal. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Refusal(result.problems);
  return result.value;
}

/** Runs the work; a refusal or a failure of disk or database becomes problems, any other error stays an error. */
export async function settle<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const problems = problemsOf(error);
    if (problems) return { ok: false, problems };
    throw error;
  }
}

/** Problems for the failures that the world causes (full disk, database away), undefined for our own mistakes. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof Refusal) return error.problems;
  if (isDiskFull(error)) {
    return [
      problem(
        'server.disk-full',
        '',
        'The disk of the server is full. Nothing of this was stored there; what came before is untouched.',
        'It is kept on the device and will be sent later. Make room on the disk of the server.',
      ),
    ];
  }
  if (isDatabaseAway(error)) {
    return [
      problem(
        'server.database-away',
        '',
        'The database does not answer at the moment, so nothing could be confirmed as stored.',
        'It is kept on the device and will be sent later; the server tries again by itself.',
      ),
    ];
  }
  return undefined;
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string } | null)?.code;

/** ENOSPC, EDQUOT of the file system; 53100 disk_full of PostgreSQL, also where it is told as a failed write of its log. */
const isDiskFull = (error: unknown): boolean => ['ENOSPC', 'EDQUOT', '53100'].includes(codeOf(error) ?? '');

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTCONN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ERR_STREAM_PREMATURE_CLOSE',
]);
const awayStates = new Set(['57P01', '57P02', '57P03', '57P05', '53300', '25006']);

function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  const code = codeOf(error);
  return code !== undefined && (awayStates.has(code) || /^08...$/.test(code));
}

/** The connection to the database failed or did not answer in time: the outcome of what was asked is not known. */
export class DatabaseAway extends Error {}

/** True where an error of the driver says that the connection is gone or hangs, not that the question was wrong. */
export function saysConnectionLost(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && (awayCodes.has(code) || code === 'ENOENT' || awayStates.has(code) || /^08...$/.test(code)))
    return true;
  const message = error instanceof Error ? error.message : '';
  return /Connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|connection error/i.test(
    message,
  );
}
