import { type Entry, fail, ok, type PersonId, type Problem, parseEntry, problem, type Result } from '@stria/record';

/**
 * The page's own host, asked by paths relative to the page and by nothing else: no other host is ever reached. A static
 * host has no `api/health`, and then nothing more is asked of it.
 */
export type HostAnswer = 'there' | 'none' | 'away';

export interface HostChart {
  readonly id: PersonId;
  readonly alias: string;
  readonly invented: boolean;
}

/**
 * What became of something that was sent: kept there, refused for a reason that sending again will not mend, refused because
 * the whole chart was erased there, or not reached.
 */
export type Sent =
  | { readonly outcome: 'kept' }
  | { readonly outcome: 'refused'; readonly problems: readonly Problem[] }
  | { readonly outcome: 'erased' }
  | { readonly outcome: 'away' };

const at = (path: string): URL => new URL(`api/${path}`, document.baseURI);
/** A host that takes longer than this to answer a small question counts as away. */
const PATIENCE_MS = 20_000;

export async function askHost(): Promise<HostAnswer> {
  try {
    const answer = await fetch(at('health'), { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status >= 502) return 'away';
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    if (!isJson) return 'none';
    const body: unknown = await answer.json();
    const health = asObject(body);
    if (health === undefined || typeof health.version !== 'string') return 'none';
    return answer.ok && health.ok === true ? 'there' : 'away';
  } catch {
    return 'away';
  }
}

export function sendEntries(entries: readonly Entry[]): Promise<Sent> {
  return send('entries', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ entries }),
  });
}

export function sendBlob(record: PersonId, sha256: string, mediaType: string, bytes: ArrayBuffer): Promise<Sent> {
  return send(`records/${record}/blobs/${sha256}`, { method: 'PUT', headers: { 'content-type': mediaType }, body: bytes });
}

async function send(path: string, init: RequestInit): Promise<Sent> {
  try {
    const answer = await fetch(at(path), { ...init, cache: 'no-store' });
    if (answer.ok) return { outcome: 'kept' };
    // 408, 429 and 5xx say "not now"; the rest says "not like this".
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return { outcome: 'away' };
    if (answer.status === 410) return { outcome: 'erased' };
    return { outcome: 'refused', problems: await problemsOf(answer) };
  } catch {
    return { outcome: 'away' };
  }
}

export async function hostCharts(): Promise<Result<readonly HostChart[]>> {
  const body = await getJson('records');
  if (!body.ok) return body;
  const list = asObject(body.value)?.records;
  if (!Array.isArray(list)) return fail(unexpected('/records'));
  const charts: HostChart[] = [];
  for (const item of list as unknown[]) {
    const chart = asObject(item);
    if (chart === undefined || typeof chart.id !== 'string') return fail(unexpected('/records'));
    charts.push({
      id: chart.id as PersonId,
      alias: typeof chart.alias === 'string' && chart.alias !== '' ? chart.alias : 'Chart without a name',
      invented: chart.invented === true,
    });
  }
  return ok(charts);
}

export interface EntryPage {
  readonly entries: readonly Entry[];
  /** Entries that this app cannot read (written by a newer one, say): counted and said, never kept half-read. */
  readonly unreadable: readonly Problem[];
  /** The place after the last entry of this page: where the next question begins. */
  readonly cursor: string | undefined;
  readonly more: boolean;
}

/** Entries of a chart that the host has, in the order in which it received them, a page at a time. */
export async function hostEntries(record: PersonId, after: string | undefined): Promise<Result<EntryPage>> {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  const body = await getJson(`records/${record}/entries${query}`);
  if (!body.ok) return body;
  const page = asObject(body.value);
  if (page === undefined || !Array.isArray(page.entries)) return fail(unexpected('/entries'));
  const entries: Entry[] = [];
  const unreadable: Problem[] = [];
  (page.entries as unknown[]).forEach((raw, i) => {
    const entry = parseEntry(raw, `/entries/${i}`);
    if (entry.ok) entries.push(entry.value);
    else unreadable.push(...entry.problems);
  });
  const cursor = typeof page.next === 'number' ? String(page.next) : undefined;
  return ok({ entries, unreadable, cursor, more: page.more === true });
}

/** A photo or mask that this device lacks, or undefined where the host has none or does not answer. */
export async function hostBlob(record: PersonId, sha256: string): Promise<ArrayBuffer | undefined> {
  try {
    const answer = await fetch(at(`records/${record}/blobs/${sha256}`));
    return answer.ok ? await answer.arrayBuffer() : undefined;
  } catch {
    return undefined;
  }
}

async function getJson(path: string): Promise<Result<unknown>> {
  try {
    const answer = await fetch(at(path), { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return fail(...(await problemsOf(answer)));
    return ok(await answer.json());
  } catch {
    return fail(
      problem(
        'web.host-away',
        '',
        'The computer that keeps the copies does not answer.',
        'Everything here works without it. Try again later.',
      ),
    );
  }
}

async function problemsOf(answer: Response): Promise<[Problem, ...Problem[]]> {
  const fallback = problem(
    'web.host-refused',
    '',
    `The computer that keeps the copies answered ${answer.status} without saying why.`,
  );
  try {
    const body: unknown = await answer.json();
    const list = asObject(body)?.problems;
    if (!Array.isArray(list)) return [fallback];
    const read = (list as unknown[]).flatMap((item) => {
      const p = asObject(item);
      if (p === undefined || typeof p.code !== 'string' || typeof p.says !== 'string') return [];
      return [problem(p.code, typeof p.at === 'string' ? p.at : '', p.says, typeof p.mend === 'string' ? p.mend : undefined)];
    });
    const [first, ...rest] = read;
    return first === undefined ? [fallback] : [first, ...rest];
  } catch {
    return [fallback];
  }
}

const unexpected = (where: string): Problem =>
  problem(
    'web.host-not-understood',
    where,
    'The computer that keeps the copies gave an answer that this page does not understand.',
    'Update both to the same release of stria.',
  );

function asObject(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
}
