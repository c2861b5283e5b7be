// @ts-check
// Where a sandbox's document comes from.

import { addressOfPage } from "./foreign.js";

/** @typedef {import("./assets.js").Place} Place */

/**
 * @param {Place} place
 * @param {string} path of the document
 * @returns {Promise<URL>} where it is shown; an address that was made here lasts until it is revoked
 */
export async function addressOfFrame(place, path) {
  if ("garterPart" in globalThis) {
    return new URL(URL.createObjectURL(new Blob([await garterPart(path)], { type: "text/html" })));
  }
  const url = place.addressOf(path);
  const kept = await keptPage(url);
  return kept ? new URL(URL.createObjectURL(kept)) : addressOfPage(url);
}

/**
 * Browsers ask no service worker for a document without an origin, so without a network it has to be
 * handed over. Such a document is under the page's policy besides its own, so it is not done where the
 * server sends the page with one.
 * @param {URL} url
 * @returns {Promise<Blob | null>}
 */
async function keptPage(url) {
  if (!isKept()) return null;
  const [page, kept] = await Promise.all([caches.match(new URL("./", BASE)), caches.match(url)]);
  return kept && !page?.headers.has("content-security-policy") ? kept.blob() : null;
}

/** Whether it is our own service worker that this page is loaded by. */
function isKept() {
  try {
    const worker = new URL("service-worker.js", BASE).href;
    return navigator.serviceWorker?.controller?.scriptURL === worker;
  } catch {
    // A page without an origin may not even ask.
    return false;
  }
}
