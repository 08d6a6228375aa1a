/**
 * Keeps the app's own files on the device, so that a reload works when the server or the network is away. It never looks at
 * `api/`: answers and photos are the keeper's business, and nothing of them lies in this cache. One release, one cache; a
 * newer release waits until every tab of the older one is closed, so that no open page loses the files that it still needs.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;
/** The files of this release, filled in by the build (vite.config.ts). */
declare const RELEASE_FILES: readonly string[];
declare const RELEASE: string;

const CACHE = `stria-${RELEASE}`;
const home = new URL('./', worker.location.href).href;
const files = new Set(RELEASE_FILES.map((file) => new URL(file, home).href));

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([home, ...files])));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('stria-') && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname } = new URL(request.url);
  const place = origin + pathname;
  if (place === home || place === `${home}index.html`) event.respondWith(freshPage(request));
  else if (files.has(place)) event.respondWith(kept(request, place));
});

/** The newest page where the host answers, else the one that was kept. */
async function freshPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return kept(request, home);
  }
}

/** A file of this release; its name holds its hash, so the kept one is the right one. */
async function kept(request: Request, place: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(place)) ?? fetch(request);
}
