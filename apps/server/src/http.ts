import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fastifyStatic from '@fastify/static';
import { check, type Problem, problem, readJson } from '@stria/record';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { checkAccess, isApi, newGauge, protect } from './access.ts';
import { checkoutFolder } from './checkout.ts';
import type { Store } from './opened-store.ts';
import { PHOTO_BYTES_MAX } from './photo.ts';
import { must, problemsOf, Refusal, refuse } from './refusal.ts';
import { type Asked, type Reply, type Route, routes } from './routes.ts';
import { statusFor } from './status.ts';

export interface Serving {
  readonly store: Store;
  /** Names under which the server may be asked for, beside the loopback ones. */
  readonly hosts: readonly string[];
  /** The built web app. */
  readonly webFolder: string;
  readonly now: () => Date;
  /** Where our own failures are told; never to the one who asked. */
  readonly log: (line: string) => void;
}

const JSON_BYTES_MAX = 4 * 1024 * 1024;

/** Where `tools/build.mjs web` puts the app. */
export const builtWebFolder = (): string => join(checkoutFolder(), 'apps/web/dist');

/** The web app and the API, not yet listening. */
export async function buildServer(serving: Serving): Promise<FastifyInstance> {
  if (!existsSync(join(serving.webFolder, 'index.html'))) {
    refuse('server.web-app-missing', '', 'The web app is not built.', 'Run `npm start`, or `npm run build`, and start again.');
  }
  const app = Fastify({
    bodyLimit: JSON_BYTES_MAX,
    requestTimeout: 120_000,
    connectionTimeout: 120_000,
    forceCloseConnections: 'idle',
    logger: false,
  });
  const gauge = newGauge();
  app.addHook('onRequest', async (request, reply) => {
    protect(request, reply);
    checkAccess(request, serving.hosts);
    if (isApi(request.url)) gauge.count(request.ip, serving.now().getTime());
  });
  app.setErrorHandler((error, request, reply) => answerError(serving, error, request, reply));
  readBodies(app);
  for (const route of routes) addRoute(app, serving, route);
  await app.register(fastifyStatic, {
    root: serving.webFolder,
    wildcard: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      const named = /[\\/]assets[\\/]/.test(path); // names of these files change with their content
      response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = (request.method === 'GET' || request.method === 'HEAD') && !isApi(request.url);
    if (page && !/\.[a-z0-9]{2,5}$/i.test(request.url.split('?')[0] ?? '')) return reply.sendFile('index.html');
    refuse('server.path-unknown', '', 'There is nothing at this address.');
  });
  return app;
}

function readBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) => {
    const read = readJson(text as string);
    if (read.ok) done(null, read.value);
    else done(new Refusal(read.problems));
  });
  app.addContentTypeParser(/^image\//, (_request, payload, done) => done(null, payload));
}

function addRoute(app: FastifyInstance, serving: Serving, route: Route): void {
  app.route({
    method: route.method,
    url: route.path,
    ...(route.body === 'photo' ? { bodyLimit: PHOTO_BYTES_MAX } : {}),
    handler: async (request, reply) => send(reply, request, await route.handle(readAsked(serving, route, request))),
  });
}

/** The one place where what was asked is checked against the route's schemas. */
function readAsked(serving: Serving, route: Route, request: FastifyRequest): Asked {
  const empty = {};
  const read = (schema: Route['params'], value: unknown, at: string) =>
    schema === undefined ? empty : must(check(schema, value, at));
  const base = {
    store: serving.store,
    now: serving.now(),
    params: read(route.params, request.params, '') as Record<string, string>,
    query: read(route.query, request.query, '') as Record<string, unknown>,
  };
  if (route.body === 'photo') return { ...base, body: undefined, photo: readPhotoHead(request) };
  return { ...base, body: route.body === undefined ? undefined : must(check(route.body, request.body)) };
}

function readPhotoHead(request: FastifyRequest): NonNullable<Asked['photo']> {
  const length = request.headers['content-length'];
  if (length === undefined || !/^\d+$/.test(length)) {
    refuse('server.length-missing', '', 'The length of the photo was not announced.', 'Send a Content-Length.');
  }
  if (Number(length) > PHOTO_BYTES_MAX) throw new Refusal([tooLarge(PHOTO_BYTES_MAX)]);
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return { mediaType, bytes: Number(length), source: request.body as AsyncIterable<Uint8Array> };
}

async function send(reply: FastifyReply, request: FastifyRequest, answer: Reply): Promise<unknown> {
  if ('json' in answer) return reply.code(answer.status ?? 200).send(answer.json);
  reply.headers({ 'content-type': answer.mediaType, 'content-length': answer.bytes, etag: `"${answer.sha256}"` });
  if (request.method === 'HEAD') return reply.send(Readable.from([])); // a stream, so that the length stays as announced
  const stream = answer.source()[Symbol.asyncIterator]();
  const first = await stream.next(); // a broken seal shows in the first chunk of most photos: then the answer is words
  const rest = async function* () {
    if (!first.done) yield first.value;
    for (let next = await stream.next(); !next.done; next = await stream.next()) yield next.value;
  };
  return reply.send(Readable.from(rest()));
}

/** Every refusal has one form: `{problems: […]}`. */
function answerError(serving: Serving, error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problems = problemsOf(error) ?? ofFramework(error, request.routeOptions.bodyLimit);
  if (!problems) {
    serving.log(
      `${request.method} ${request.routeOptions.url ?? '?'} failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
  }
  const told = problems ?? [
    problem(
      'server.failed',
      '',
      'The server failed by its own fault; nothing was stored.',
      'It is kept on the device. Try again.',
    ),
  ];
  const status = statusFor(told);
  // The rest of a body that is too large is read and thrown away, or the sender, still sending, would never see the answer.
  if (status === 413) request.raw.resume();
  if (status === 411) reply.header('connection', 'close');
  if (status === 429) reply.header('retry-after', '5');
  for (const name of ['content-length', 'etag']) reply.removeHeader(name);
  return reply.code(status).type('application/json; charset=utf-8').send({ problems: told });
}

const tooLarge = (limit: number): Problem =>
  problem(
    'server.too-large',
    '',
    `This is larger than the server takes (${Math.floor(limit / 1024 / 1024)} MB).`,
    'Send fewer entries at once, or a smaller photo. What is on the device is untouched.',
  );

function ofFramework(error: unknown, bodyBytesMax = JSON_BYTES_MAX): Problem[] | undefined {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return [tooLarge(bodyBytesMax)];
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
    return [problem('server.media-type', '', 'The server does not take this kind of content here.', 'Send application/json.')];
  if (code?.startsWith('FST_ERR_CTP') || (statusCode !== undefined && statusCode >= 400 && statusCode < 500))
    return [problem('record.request-invalid', '', 'The request cannot be read.', 'Check its form.')];
  return undefined;
}
