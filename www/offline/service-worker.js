// @ts-check
// Caches the playground for visits without a network. RELEASE, which the build writes before this script, lists
// its files.

{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const { scope } = worker.registration;

  // Caches belong to all that is served from this origin.
  const PREFIX = `garter ${new URL(scope).pathname} `;
  const CACHE = PREFIX + RELEASE.version;

  const FILES = [...RELEASE.page, ...RELEASE.assets];
  const ADDRESSES = new Set(FILES.map(({ path }) => new URL(path, scope).href));

  /**
   * Puts files into this release's cache.
   * @param {ReleaseFile[]} files
   * @param {RequestCache} how
   */
  async function keep(files, how) {
    const cache = await caches.open(CACHE);
    for (const { path, integrity } of files) {
      const url = new URL(path, scope).href;
      if (await cache.match(url)) continue;
      // A file whose name holds its hash is the same in all releases.
      const former = how === "force-cache" && (await caches.match(url));
      const response = former || (await fetch(url, { integrity, cache: how }));
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      await cache.put(url, asIfAskedFor(response));
    }
  }

  /**
   * Browsers refuse to show a page that came by a redirection.
   * @param {Response} response
   */
  function asIfAskedFor(response) {
    const { body, status, headers } = response;
    return response.redirected ? new Response(body, { status, headers }) : response;
  }

  /** Former releases go when no other page is open that may still need them. */
  async function removeFormer() {
    const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
    if (pages.filter(({ url }) => url.startsWith(scope)).length > 1) return;
    const names = await caches.keys();
    // A cache that this worker does not know may be that of the next release.
    const { installing, waiting } = worker.registration;
    if (installing || waiting) return;
    await Promise.all(
      names.filter((name) => name.startsWith(PREFIX) && name !== CACHE).map((name) => caches.delete(name)),
    );
  }

  /** @param {MessagePort} port hears whether everything is there */
  async function complete(port) {
    try {
      await keep(RELEASE.assets, "force-cache");
      await removeFormer();
      port.postMessage({ isKept: true });
    } catch {
      // No room, or no network: the next visit goes on with it.
      port.postMessage({ isKept: false });
    }
  }

  /**
   * @param {string} url
   * @param {Request} request
   */
  async function answer(url, request) {
    const own = await (await caches.open(CACHE)).match(url);
    // A page of the former release may ask for a file that only that release has.
    return own ?? (await caches.match(url)) ?? fetch(request);
  }

  // The small files of the page first; the large ones when the page asks for them.
  worker.addEventListener("install", (event) => event.waitUntil(keep(RELEASE.page, "no-cache")));
  worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));

  worker.addEventListener("message", (event) => {
    if (event.data?.type === "complete") event.waitUntil(complete(event.ports[0]));
    if (event.data?.type === "replace") worker.skipWaiting();
  });

  worker.addEventListener("fetch", (event) => {
    const { request } = event;
    const url = new URL(request.url);
    url.search = "";
    url.hash = "";
    if (url.href === new URL("index.html", scope).href) url.href = scope;
    const isOurs = ADDRESSES.has(url.href) || url.href.startsWith(new URL("assets/", scope).href);
    if (request.method === "GET" && isOurs) event.respondWith(answer(url.href, request));
  });
}
