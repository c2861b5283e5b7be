// @ts-check
// Files beside a page that is opened from the disk.

import { LoadError } from "./errors.js";

/** Resolvers of the assets that are being loaded as scripts, by path. @type {Map<string, (base64: string) => void>} */
const awaited = new Map();

/**
 * A page from `file://` may fetch nothing, but it may load scripts: the build writes each asset as one.
 * @param {string} path
 * @param {URL} url
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
export async function loadFromDisk(path, url) {
  globalThis.garterAsset = (name, text) => awaited.get(name)?.(text);
  const script = document.createElement("script");
  script.src = `${url.href}.js`;
  /** @type {string} */
  const base64 = await new Promise((resolve, reject) => {
    awaited.set(path, resolve);
    script.onerror = () => reject(new LoadError((texts) => texts.missingInFolder({ file: `${path}.js` })));
    document.head.append(script);
  });
  awaited.delete(path);
  script.remove();
  const compressed = await fetch(`data:application/octet-stream;base64,${base64}`);
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (compressed.body);
  return body.pipeThrough(new DecompressionStream("gzip"));
}
