// @ts-check
// Files beside a page that is opened from the disk.

import { LoadError } from "./errors.js";

const realm = /** @type {any} */ (globalThis);

/**
 * Who waits for the content of a script, for all scripts of a page: names of files may be the same in several folders, and
 * the function that the scripts call is one.
 * @type {Map<unknown, (base64: string) => void>}
 */
const awaited = (realm[Symbol.for("garter.disk")] ??= new Map());

/**
 * A page from `file://` may fetch nothing, but it may load scripts: the build writes each asset as one.
 * @param {string} path
 * @param {URL} url
 * @returns {Promise<ReadableStream<Uint8Array>>}
 */
export async function loadFromDisk(path, url) {
  globalThis.garterAsset = (_name, text) => awaited.get(document.currentScript)?.(text);
  const script = document.createElement("script");
  script.src = `${url.href}.js`;
  /** @type {string} */
  const base64 = await new Promise((resolve, reject) => {
    awaited.set(script, resolve);
    const fail = () => reject(new LoadError((texts) => texts.missingInFolder({ file: `${path}.js` })));
    script.onerror = fail;
    // Another script than one of ours has said nothing until then.
    script.onload = fail;
    document.head.append(script);
  }).finally(() => {
    awaited.delete(script);
    script.remove();
  });
  const compressed = await fetch(`data:application/octet-stream;base64,${base64}`);
  const body = /** @type {ReadableStream<Uint8Array<ArrayBuffer>>} */ (compressed.body);
  return body.pipeThrough(new DecompressionStream("gzip"));
}
