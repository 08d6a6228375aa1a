import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { photoLimits } from '@stria/imaging';
import type { Entry, Problem } from '@stria/record';
import type { FastifyInstance } from 'fastify';
import sharp from 'sharp';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newGauge } from './access.ts';
import { buildServer } from './http.ts';
import type { Store } from './opened-store.ts';
import { problemsOf } from './refusal.ts';
import { routes } from './routes.ts';
import { bother, entryOf, type Fixture, jpeg, openFixture } from './store.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'stria-http-'));
const webFolder = join(folder, 'web');
const logged: string[] = [];
let fixture: Fixture;
let store: Store;
let app: FastifyInstance;
let port: number;

beforeAll(async () => {
  mkdirSync(join(webFolder, 'assets'), { recursive: true });
  mkdirSync(join(webFolder, 'frames'));
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>stria</title>');
  writeFileSync(join(webFolder, 'assets/app-1.js'), 'export {};');
  writeFileSync(join(webFolder, 'frames/frame.pdf'), '%PDF-1.7');
  fixture = await openFixture();
  store = await fixture.newStore();
  const log = (line: string) => logged.push(line);
  app = await buildServer({ store, hosts: ['stria.example'], webFolder, now: () => new Date('2026-03-02T00:00:00Z'), log });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(async () => {
  await app.close();
  await fixture.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly bytes: Buffer;
  readonly json: { problems?: Problem[]; [key: string]: unknown };
}
type Headers = Record<string, string>;

/** A request with exactly these heads: a browser's fetch would not let a test lie about Host and Origin. */
function ask(method: string, path: string, body?: Buffer | string, headers: Headers = {}): Promise<Answer> {
  return new Promise((done, fails) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const all = { host: `localhost:${port}`, ...length, ...headers };
    const sent = request({ host: '127.0.0.1', port, method, path, headers: all, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const bytes = Buffer.concat(parts);
        const json =
          /json/.test(response.headers['content-type'] ?? '') && bytes.length > 0 ? JSON.parse(bytes.toString()) : {};
        done({ status: response.statusCode ?? 0, headers: response.headers, bytes, json });
      });
    });
    sent.on('error', fails);
    sent.end(body);
  });
}
const postJson = (path: string, body: unknown, headers: Headers = {}) =>
  ask('POST', path, typeof body === 'string' ? body : JSON.stringify(body), { 'content-type': 'application/json', ...headers });
const post = (entries: readonly unknown[]) => postJson('/api/entries', { entries });
const codes = (answer: Answer) => [answer.status, ...(answer.json.problems ?? []).map((p) => p.code)];
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const put = (record: string, bytes: Buffer, headers: Headers = {}, name = sha(bytes)) =>
  ask('PUT', `/api/records/${record}/blobs/${name}`, bytes, { 'content-type': 'image/jpeg', ...headers });

describe('who may ask', () => {
  it('only under our own names: a name that was pointed here from outside is refused', async () => {
    for (const host of [`localhost:${port}`, 'localhost', '127.0.0.1:1', '[::1]:4310', 'stria.example', 'LOCALHOST']) {
      expect((await ask('GET', '/api/health', undefined, { host })).status, host).toBe(200);
    }
    for (const host of ['evil.example', `localhost.evil.example:${port}`, '192.168.1.7', 'evil.example:localhost']) {
      expect(codes(await ask('GET', '/', undefined, { host })), host).toEqual([421, 'server.host-refused']);
    }
  });

  it('and for changes only from our own pages', async () => {
    const entries = JSON.stringify({ entries: [] });
    const json = { 'content-type': 'application/json' };
    for (const origin of ['http://evil.example', 'null', `http://localhost:${port + 1}`, 'http://localhost', 'file://']) {
      expect(codes(await ask('POST', '/api/entries', entries, { ...json, origin })), origin).toEqual([
        403,
        'server.origin-refused',
      ]);
      expect(codes(await ask('DELETE', `/api/records/${uuid()}`, undefined, { origin }))).toEqual([
        403,
        'server.origin-refused',
      ]);
    }
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect(codes(await ask('POST', '/api/entries', entries, { ...json, ...foreign }))).toEqual([403, 'server.origin-refused']);
    expect(codes(await ask('GET', '/api/records', undefined, foreign))).toEqual([403, 'server.origin-refused']);
    expect((await ask('GET', '/', undefined, foreign)).status, 'a link from elsewhere to the app').toBe(200);
    const own = { origin: `http://localhost:${port}`, 'sec-fetch-site': 'same-origin' };
    expect((await ask('POST', '/api/entries', entries, { ...json, ...own })).status).toBe(200);
    expect((await ask('POST', '/api/entries', entries, json)).status, 'a program without a browser').toBe(200);
  });

  it('not too often: a burst is let through, a flood is not, and after a pause it goes on', () => {
    const gauge = newGauge();
    const count = (atMs: number, n: number) => {
      for (let i = 0; i < n; i++) gauge.count('a', atMs);
    };
    count(0, 600);
    expect(() => count(0, 1)).toThrow();
    expect(() => gauge.count('b', 0)).not.toThrow();
    expect(() => count(1000, 50)).not.toThrow();
    try {
      count(1000, 600);
      throw new Error('not reached');
    } catch (error) {
      expect(problemsOf(error)?.[0]?.code).toBe('server.too-many-requests');
    }
  });
});

describe('every answer', () => {
  it('carries the heads that close the page to others, errors too, and no leave for other origins', async () => {
    const answers = await Promise.all([
      ask('GET', '/'),
      ask('GET', '/api/health'),
      ask('GET', '/api/none'),
      ask('GET', '/x.js'),
    ]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'");
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers['permissions-policy']).toContain('camera=(self)');
      expect(Object.keys(headers).filter((h) => h.startsWith('access-control'))).toEqual([]);
    }
    expect(answers[1]?.headers['cache-control']).toBe('no-store');
  });

  it('that refuses has the one form, with a code that the table knows', async () => {
    const record = uuid();
    const refused: [Promise<Answer>, (number | string)[]][] = [
      [ask('GET', '/api/nothing'), [404, 'server.path-unknown']],
      [ask('PUT', '/api/records'), [404, 'server.path-unknown']],
      [ask('GET', '/api/records/not-an-id/entries'), [400, 'record.value-invalid']],
      [ask('GET', `/api/records/${record}/entries`), [404, 'server.record-unknown']],
      [ask('GET', `/api/records/${record}/entries?after=-1`), [400, 'record.value-invalid']],
      [ask('GET', `/api/records/${record}/entries?before=1`), [400, 'record.key-unknown']],
      [ask('GET', `/api/records/${record}/blobs/${'a'.repeat(64)}`), [404, 'server.blob-unknown']],
      [ask('GET', `/api/records/${record}/blobs/${'A'.repeat(64)}`), [400, 'record.value-invalid']],
      [ask('DELETE', `/api/records/${record}`), [404, 'server.record-unknown']],
      [postJson('/api/entries', ''), [400, 'record.json-invalid']],
      [postJson('/api/entries', '{"entries": ['), [400, 'record.json-invalid']],
      [postJson('/api/entries', '{"entries": [], "entries": []}'), [400, 'record.key-twice']],
      [postJson('/api/entries', { entries: {} }), [400, 'record.value-invalid']],
      [postJson('/api/entries', {}), [400, 'record.value-missing']],
      [
        ask('POST', '/api/entries', 'entries=1', { 'content-type': 'application/x-www-form-urlencoded' }),
        [415, 'server.media-type'],
      ],
      [postJson('/api/entries', `"${'x'.repeat(5 * 1024 * 1024)}"`), [413, 'server.too-large']],
    ];
    for (const [answer, expected] of refused) {
      const got = await answer;
      expect(codes(got)).toEqual(expected);
      for (const p of got.json.problems ?? []) expect(p.says.length).toBeGreaterThan(10);
    }
    expect(logged).toEqual([]);
  });
});

describe('entries over the network', () => {
  it('are stored once, come back in order, and are listed', async () => {
    const record = uuid();
    const entries = [entryOf('person', record, { alias: 'Ana', invented: true }), bother(record, 0), bother(record, 10)];
    const first = await post(entries);
    expect(first.json.entries).toEqual(entries.map((e, i) => ({ id: e.id, outcome: 'stored', received: i + 1 })));
    expect((await post(entries)).json.entries).toEqual(
      entries.map((e, i) => ({ id: e.id, outcome: 'known', received: i + 1 })),
    );
    const read = await ask('GET', `/api/records/${record}/entries?limit=2`);
    expect(read.json).toEqual({ entries: entries.slice(0, 2), next: 2, more: true });
    const rest = await ask('GET', `/api/records/${record}/entries?after=${String(read.json.next)}`);
    expect(rest.json).toEqual({ entries: entries.slice(2), next: 3, more: false });
    const list = (await ask('GET', '/api/records')).json.records as { id: string }[];
    expect(list.find((r) => r.id === record)).toMatchObject({ alias: 'Ana', invented: true, entries: 3, photos: 0 });
  });

  it('are all refused where one of them cannot be let in, with the place of each problem', async () => {
    const record = uuid();
    const good = bother(record, 1);
    const answer = await post([
      good,
      { ...good, id: uuid(), v: 99 },
      { ...good, id: uuid(), body: { score: 11, on: '2026-02-30' } },
    ]);
    expect(answer.status).toBe(400);
    expect(answer.json.problems?.map((p) => [p.code, p.at])).toEqual([
      ['record.entry-version-unknown', '/entries/1/v'],
      ['record.value-invalid', '/entries/2/body/score'],
      ['record.value-invalid', '/entries/2/body/on'],
    ]);
    expect((await ask('GET', `/api/records/${record}/entries`)).status).toBe(404);
  });

  it('never replace one another: 409', async () => {
    const entry = bother(uuid(), 3);
    await post([entry]);
    expect(codes(await post([{ ...entry, at: '2026-03-01T08:00:01.000Z' }]))).toEqual([409, 'server.entry-differs']);
  });
});

describe('photos over the network', () => {
  it('come back byte for byte, with a head that can be asked for alone', async () => {
    const record = uuid();
    const bytes = await jpeg(1, 900);
    expect((await put(record, bytes)).status).toBe(201);
    expect((await put(record, bytes)).status).toBe(200);
    const path = `/api/records/${record}/blobs/${sha(bytes)}`;
    const read = await ask('GET', path);
    expect(read.bytes.equals(bytes)).toBe(true);
    expect(read.headers).toMatchObject({ 'content-type': 'image/jpeg', 'content-length': String(bytes.length) });
    const head = await ask('HEAD', path);
    expect([head.status, head.headers['content-length'], head.bytes.length]).toEqual([200, String(bytes.length), 0]);
  });

  it('are refused with their own words when they are none, cut, announced wrongly, too large, or carry metadata', async () => {
    const record = uuid();
    const bytes = await jpeg(2, 300);
    const place = await sharp(bytes)
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' } })
      .jpeg()
      .toBuffer();
    const refused: [Promise<Answer>, (number | string)[]][] = [
      [put(record, Buffer.from('<html>')), [422, 'imaging.not-an-image']],
      [put(record, bytes.subarray(0, bytes.length - 20)), [422, 'imaging.truncated']],
      [put(record, place), [422, 'server.photo-has-metadata']],
      [put(record, bytes, { 'content-type': 'image/png' }), [422, 'server.photo-media-type']],
      [put(record, bytes, { 'content-type': 'image/heic' }), [415, 'server.media-type']],
      [put(record, bytes, { 'content-type': 'text/plain' }), [415, 'server.media-type']],
      [put(record, bytes, {}, '0'.repeat(64)), [422, 'server.blob-hash']],
      [put(record, Buffer.alloc(photoLimits.bytes + 1)), [413, 'server.too-large']],
    ];
    for (const [answer, expected] of refused) expect(codes(await answer)).toEqual(expected);
    expect((await ask('GET', `/api/records/${record}/blobs/${sha(bytes)}`)).status).toBe(404);
  });
});

describe('the table of routes', () => {
  const rowsOf = async () =>
    (await store.db.selectFrom('audit').select(['action', 'record_id']).orderBy('seq').execute()).map((r) => r.action);

  it('says which action each route writes into the audit, and that is what it writes', async () => {
    const record = uuid();
    const bytes = await jpeg(3);
    const asked: Record<string, () => Promise<Answer>> = {
      'GET /api/health': () => ask('GET', '/api/health'),
      'GET /api/records': () => ask('GET', '/api/records'),
      'POST /api/entries': () => post([bother(record, 1)] as Entry[]),
      'GET /api/records/:record/entries': () => ask('GET', `/api/records/${record}/entries`),
      'PUT /api/records/:record/blobs/:sha256': () => put(record, bytes),
      'GET /api/records/:record/blobs/:sha256': () => ask('GET', `/api/records/${record}/blobs/${sha(bytes)}`),
      'GET /api/methods': () => ask('GET', '/api/methods'),
      'POST /api/screen': () => postJson('/api/screen', { asOf: '2026-03-01', setting: 'home' }),
      'POST /api/plan': () => postJson('/api/plan', { answers: { asOf: '2026-03-01', setting: 'home' }, start: '2026-03-01' }),
      'DELETE /api/records/:record': () => ask('DELETE', `/api/records/${record}`),
    };
    expect(Object.keys(asked).sort()).toEqual(routes.map((r) => `${r.method} ${r.path}`).sort());
    for (const [name, send] of Object.entries(asked)) {
      const route = routes.find((r) => `${r.method} ${r.path}` === name);
      const before = await rowsOf();
      const { status } = await send();
      expect(status, name).toBeLessThan(name === 'POST /api/plan' ? 500 : 300);
      expect((await rowsOf()).slice(before.length), name).toEqual(route?.audit ? [route.audit] : []);
    }
  });
});

describe('the rules over the network', () => {
  it('give a verdict, and refuse a plan that the rules do not allow with every reason', async () => {
    const answers = { asOf: '2026-03-01', setting: 'home', zones: ['armpit'] };
    const verdict = await postJson('/api/screen', answers);
    expect(verdict.json).toMatchObject({ decision: 'do-not' });
    const plan = await postJson('/api/plan', { answers, start: '2026-03-01' });
    expect(plan.status).toBe(422);
    expect(plan.json.problems?.map((p) => p.code)).toContain('zone-not-allowed-armpit');
    expect(codes(await postJson('/api/screen', { ...answers, mood: 'good' }))).toEqual([400, 'record.key-unknown']);
  });
});

describe('the app as files', () => {
  it('is served with any path of its own, its files kept long, its page never', async () => {
    for (const path of ['/', '/photos/1', '/session?x=1']) {
      const page = await ask('GET', path);
      expect([page.status, page.bytes.toString()], path).toEqual([200, '<!doctype html><title>stria</title>']);
      expect(page.headers['cache-control']).toBe('no-cache');
    }
    expect((await ask('GET', '/assets/app-1.js')).headers['cache-control']).toContain('immutable');
    const frame = await ask('GET', '/frames/frame.pdf');
    expect([frame.status, frame.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('lets nothing out of its folder', async () => {
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    for (const path of [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%5c..%5csecret.txt',
      '/assets/%00.js',
    ]) {
      const answer = await ask('GET', path);
      expect(answer.bytes.toString().includes('secret'), path).toBe(false);
    }
    expect((await ask('GET', '/none.js')).status).toBe(404);
  });

  it('is named as missing where it was not built', async () => {
    const built = buildServer({
      store,
      hosts: [],
      webFolder: join(folder, 'none'),
      now: () => new Date(),
      log: () => undefined,
    });
    expect(await built.catch((error: unknown) => problemsOf(error)?.[0]?.code)).toBe('server.web-app-missing');
  });
});
