// @ts-check
// Wheels for programs: the page fetches them, once for all programs, and the sandbox gets their bytes.

import { loadFromDisk } from "./disk.js";
import { PackageError } from "./errors.js";
import { lockOf } from "./lock.js";

/**
 * @typedef {import("../../target/types/Package.ts").Package} Package
 * @typedef {import("./assets.js").Progress} Progress
 * @typedef {import("./lock.js").Locked} Locked
 */

/**
 * The address of a wheel or of a lock (a `.json` file), or a wheel itself.
 * @typedef {string | URL | { name: string, data: Uint8Array }} PackageSource
 */

/**
 * @typedef {object} Fetching
 * @property {string} [base] what addresses are seen from; without it, the page's own address
 * @property {(progress: Progress) => void} [onProgress] in bytes of all wheels whose size is known
 * @property {(url: URL, onBytes: (bytes: number, total: number) => void) => Promise<Uint8Array>} [bring]
 */

/** The largest file that is fetched. */
const MOST_BYTES = 64 << 20;

const WHEELS = Symbol.for("garter.wheels");
const realm = /** @type {any} */ (globalThis);

/**
 * What was fetched or is under way, by its address, for all scripts of a page.
 * @type {Map<string, Promise<Uint8Array>>}
 */
const fetched = (realm[WHEELS] ??= new Map());

/**
 * A lock alone stands for all wheels in it. Beside wheels it says their hashes, and brings what they require.
 * @param {PackageSource[]} sources
 * @param {Fetching} [fetching]
 * @returns {Promise<Package[]>}
 * @throws {PackageError} names the file, what is wrong with it, and what to do; may be tried again
 */
export async function wheelsOf(sources, { base, onProgress = () => {}, bring = download } = {}) {
  const progress = { loaded: 0, total: 0 };
  /** Progress is that of what this call waits for. @param {URL} url */
  const get = (url) =>
    once(url, () => {
      let known = 0;
      return bring(url, (bytes, total) => {
        progress.loaded += bytes;
        progress.total += total - known;
        known = total;
        onProgress({ ...progress });
      });
    });
  const own = sources.flatMap((source) => (isAddress(source) ? [] : [source]));
  const addresses = sources.filter(isAddress).map(addressIn(base));
  const locks = await Promise.all(
    addresses.filter(isLock).map(async (url) => lockOf(url, new TextDecoder().decode(await get(url)))),
  );
  const locked = locks.flat();
  const wanted = wantedOf(
    addresses.filter((url) => !isLock(url)),
    locked,
    own.length > 0,
  );
  const wheels = await Promise.all(wanted.map(async ({ url, sha256 }) => checked(nameIn(url), await get(url), sha256)));
  const given = own.map(({ name, data }) => {
    const sha256 = locked.find((wheel) => wheel.file === name)?.sha256;
    return checked(name, data, sha256);
  });
  return [...wheels, ...(await Promise.all(given))];
}

/** @param {PackageSource} source @returns {source is string | URL} */
const isAddress = (source) => typeof source === "string" || source instanceof URL;

/**
 * @param {string | undefined} base
 * @returns {(address: string | URL) => URL}
 */
const addressIn = (base) => (address) => {
  let url = null;
  try {
    url = new URL(address, base ?? globalThis.document?.baseURI);
  } catch {
    // It is said below.
  }
  if (url && /\.(whl|json)$/i.test(url.pathname)) return url;
  throw new PackageError((texts) => texts.packageAddress({ value: String(address) }));
};

/** @param {URL} url */
const isLock = (url) => /\.json$/i.test(url.pathname);

/** @param {URL} url @returns {string} the name of the file */
const nameIn = (url) => {
  const path = decodeURIComponent(url.pathname);
  return path.slice(path.lastIndexOf("/") + 1);
};

/**
 * @param {URL[]} named wheels that the page names
 * @param {Locked[]} locked
 * @param {boolean} hasOthers whether there are wheels without an address, too
 * @returns {{ url: URL, sha256?: string }[]}
 */
function wantedOf(named, locked, hasOthers) {
  if (named.length === 0 && !hasOthers) return locked;
  /** @type {Map<string, { url: URL, sha256?: string }>} */
  const wanted = new Map();
  const add = (/** @type {Locked} */ wheel) => {
    if (wanted.has(wheel.file)) return;
    wanted.set(wheel.file, wheel);
    for (const name of wheel.requires) {
      const other = locked.find((one) => one.name === name);
      if (other) add(other);
    }
  };
  for (const url of named) {
    const file = nameIn(url);
    const wheel = locked.find((one) => one.file === file);
    // What the page names is fetched from where the page says.
    if (wheel) add({ ...wheel, url });
    else wanted.set(url.href, { url });
  }
  return [...wanted.values()];
}

/**
 * @param {URL} url
 * @param {() => Promise<Uint8Array>} bring
 * @returns {Promise<Uint8Array>} the file, fetched by the first who asks for it; after a failure, by the next
 */
function once({ href }, bring) {
  const known = fetched.get(href);
  if (known) return known;
  const file = bring();
  fetched.set(href, file);
  file.catch(() => fetched.delete(href));
  return file;
}

/**
 * @param {string} name
 * @param {Uint8Array} data
 * @param {string} [sha256] what it is to be
 * @returns {Promise<Package>}
 */
async function checked(name, data, sha256) {
  // Pages that are not from https or from this machine have no crypto; then the interpreter compares.
  if (!sha256 || !globalThis.crypto?.subtle) return { name, data, sha256 };
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {Uint8Array<ArrayBuffer>} */ (data)));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== sha256.toLowerCase()) {
    throw new PackageError((texts) => texts.packageHash({ file: name, found, expected: sha256 }));
  }
  return { name, data };
}

/**
 * @param {URL} url
 * @param {(bytes: number, total: number) => void} onBytes is told how many more bytes have arrived, of how many
 * @returns {Promise<Uint8Array>}
 */
export async function download(url, onBytes) {
  const body = url.protocol === "file:" ? await fromDisk(url) : await responseOf(url);
  const reader = body.stream.getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new PackageError((texts) => texts.packageUnreachable({ url: url.href }));
    });
    if (done) break;
    loaded += value.length;
    if (loaded > MOST_BYTES) {
      reader.cancel().catch(() => {});
      throw new PackageError((texts) => texts.packageTooLarge({ url: url.href, megabytes: MOST_BYTES >> 20 }));
    }
    parts.push(value);
    onBytes(value.length, Math.max(body.bytes, loaded));
  }
  const data = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return data;
}

/** @typedef {{ stream: ReadableStream<Uint8Array>, bytes: number }} Body `bytes` is 0 where it is not known */

/** @param {URL} url @returns {Promise<Body>} */
async function responseOf(url) {
  const response = await fetch(url.href).catch(() => {
    throw new PackageError((texts) => texts.packageUnreachable({ url: url.href }));
  });
  const { ok, status: code, body, headers } = response;
  if (!ok || !body) throw new PackageError((texts) => texts.packageMissing({ url: url.href, code }));
  // Of a compressed file it is another size.
  const bytes = headers.get("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
  return { stream: body, bytes };
}

/** @param {URL} url @returns {Promise<Body>} */
async function fromDisk(url) {
  const file = nameIn(url);
  const stream = await loadFromDisk(file, url).catch(() => {
    throw new PackageError((texts) => texts.packageOnDisk({ file }));
  });
  return { stream, bytes: 0 };
}
