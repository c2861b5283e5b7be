// @ts-check
// The address of a sandbox's document.

import { addressOfPage } from "./foreign.js";

/** @typedef {import("./assets.js").AssetBase} AssetBase */

/**
 * @param {AssetBase} base
 * @param {string} path of the document
 * @returns {Promise<URL>} if it begins with `blob:` it lasts until it is revoked
 */
export async function addressOfFrame(base, path) {
  if ("garterPart" in globalThis) {
    return new URL(URL.createObjectURL(new Blob([await garterPart(path)], { type: "text/html" })));
  }
  const url = base.addressOf(path);
  const cached = await cachedPage(url);
  return cached ? new URL(URL.createObjectURL(cached)) : addressOfPage(url);
}

/**
 * The document from the service worker's cache. Browsers do not ask a service worker for the document of a
 * sandboxed frame, so without a network the page has to hand it over. A document that is handed over is
 * under the page's policy besides its own, so this is not done if the server sends the page with a policy.
 * @param {URL} url
 * @returns {Promise<Blob | null>} null if the frame is to load it by its address
 */
async function cachedPage(url) {
  if (!isOurServiceWorker()) return null;
  const [page, cached] = await Promise.all([caches.match(new URL("./", BASE)), caches.match(url)]);
  return cached && !page?.headers.has("content-security-policy") ? cached.blob() : null;
}

/** Whether this page is loaded by Garter's own service worker. */
function isOurServiceWorker() {
  try {
    const worker = new URL("service-worker.js", BASE).href;
    return navigator.serviceWorker?.controller?.scriptURL === worker;
  } catch {
    // A page without an origin may not read this property.
    return false;
  }
}
