// @ts-check
// Replaces the service worker in builds for trying changes: removes a former service worker, which would answer
// with former files.

{
  const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
  const { scope } = worker.registration;

  worker.addEventListener("install", () => worker.skipWaiting());
  worker.addEventListener("activate", (event) => event.waitUntil(leave()));

  async function leave() {
    const prefix = `garter ${new URL(scope).pathname} `;
    for (const name of await caches.keys()) if (name.startsWith(prefix)) await caches.delete(name);
    await worker.registration.unregister();
    for (const page of await worker.clients.matchAll({ type: "window" })) page.navigate(page.url);
  }
}
