// @ts-check
// Wheels for programs: the page fetches them, once for all programs, and the sandbox gets their bytes.

import { PackageError } from "./errors.js";
import { MOST_PACKAGES } from "./facts.js";
import { lockOf } from "./lock.js";
import { fileOf, isLock, urlOf } from "./package-address.js";
import { download, forgetWrong, SharedFile } from "./package-files.js";

/**
 * @typedef {import("../../target/types/Package.ts").Package} Package
 * @typedef {import("./assets.js").Progress} Progress
 * @typedef {import("./lock.js").Locked} Locked
 * @typedef {import("./package-address.js").NamedAddress} NamedAddress
 * @typedef {import("./package-files.js").Bring} Bring
 */

/**
 * The address of a wheel or of a lock (a `.json` file), or a wheel itself.
 * @typedef {string | URL | NamedAddress | { name: string, data: Uint8Array }} PackageSource
 */

/**
 * Packages of a program. A list among them is a group: a lock concerns the wheels of its own group. Those that are in no such
 * list are a group, too.
 * @typedef {(PackageSource | PackageSource[])[]} PackageSources
 */

/**
 * @typedef {object} Fetching
 * @property {string} [base] what addresses are seen from; without it, the page's own address
 * @property {(progress: Progress) => void} [onProgress] in bytes of all wheels whose size is known
 * @property {Bring} [bring]
 * @property {number} [mostBytes] of all wheels together
 * @property {AbortSignal} [signal] nobody wants them any more
 */

/** So much is fetched for those who say no limit. */
const MOST_BYTES = 512 << 20;

/** A wheel that is to be there. @typedef {{ url: URL, sha256?: string, size?: number }} Wanted */

/** A wheel's bytes, and the lock's word for them. @typedef {{ name: string, data: Uint8Array, sha256?: string }} Given */

/**
 * A lock alone stands for all wheels in it. Beside wheels it says their hashes, and brings what they require.
 * @param {PackageSources} packages
 * @param {Fetching} [fetching]
 * @returns {Promise<Package[]>}
 * @throws {PackageError} names the file, what is wrong with it, and what to do; may be tried again
 */
export async function wheelsOf(packages, fetching = {}) {
  const order = new Order(fetching);
  try {
    return await order.within(wheelsIn(packages, order, fetching.base));
  } finally {
    order.close();
  }
}

/**
 * What is fetched for a group.
 * @param {PackageSource[]} group
 * @param {Fetching} [fetching]
 * @returns {Promise<URL[]>} of its locks and of its wheels
 * @throws {PackageError}
 */
export async function placesOf(group, fetching = {}) {
  const order = new Order(fetching);
  try {
    const { locks, wanted } = await order.within(wantedIn(group, order, fetching.base));
    return [...locks, ...wanted.map(({ url }) => url)];
  } finally {
    order.close();
  }
}

/**
 * @param {PackageSources} packages
 * @param {Order} order
 * @param {string} [base]
 */
async function wheelsIn(packages, order, base) {
  const groups = groupsOf(packages);
  checkCount(groups.flat().length);
  const lists = await Promise.all(groups.map((group) => wantedIn(group, order, base)));
  /** What two groups name is one wheel; a hash that one of them knows holds for both. @type {Map<string, Wanted>} */
  const wanted = new Map();
  for (const wheel of lists.flatMap(({ wanted }) => wanted)) {
    const { href } = wheel.url;
    const known = wanted.get(href);
    if (known?.sha256 && wheel.sha256 && known.sha256 !== wheel.sha256) {
      throw new PackageError((texts) => texts.packageTwoHashes({ url: href }));
    }
    if (!known?.sha256) wanted.set(href, wheel);
  }
  const given = lists.flatMap(({ given }) => given);
  checkCount(wanted.size + given.length);
  // Before anything is fetched, as far as it is known; while it arrives, whatever was said.
  const sizes = [...wanted.values()].map(({ size = 0 }) => size);
  order.check([...sizes, ...given.map(({ data }) => data.length)].reduce((sum, size) => sum + size, 0));
  for (const { data } of given) order.others += data.length;
  return Promise.all([
    ...[...wanted.values()].map(async ({ url, sha256 }) => {
      const wheel = { name: fileOf(url) ?? "", data: await order.get(url), sha256 };
      return checked(wheel).catch((error) => {
        forgetWrong(url);
        throw error;
      });
    }),
    ...given.map(checked),
  ]);
}

/** @param {PackageSources} packages @returns {PackageSource[][]} */
export function groupsOf(packages) {
  const single = packages.flatMap((one) => (Array.isArray(one) ? [] : [one]));
  return [single, ...packages.flatMap((one) => (Array.isArray(one) ? [one] : []))];
}

/** @param {number} found */
function checkCount(found) {
  if (found <= MOST_PACKAGES) return;
  throw new PackageError((texts) => texts.packagesTooMany({ found, most: MOST_PACKAGES }));
}

/** What one call of {@link wheelsOf} waits for. */
class Order {
  #onProgress;
  #bring;
  #most;
  #signal;
  /** @type {Set<SharedFile>} */
  #files = new Set();
  #isOver = false;
  /** @type {(error: PackageError) => void} */
  #fail = () => {};
  /** Bytes that were not fetched. */
  others = 0;

  /** @param {Fetching} fetching */
  constructor({ onProgress = () => {}, bring = download, mostBytes = MOST_BYTES, signal }) {
    this.#onProgress = onProgress;
    this.#bring = bring;
    this.#most = mostBytes;
    this.#signal = signal;
  }

  /**
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>} fails as soon as there is too much, or nobody wants it any more
   */
  within(work) {
    const end = new Promise((_, reject) => {
      this.#fail = reject;
      const stop = () => reject(new PackageError((texts) => texts.packagesUnwanted));
      if (this.#signal?.aborted) stop();
      else this.#signal?.addEventListener("abort", stop, { once: true });
    });
    return Promise.race([work, /** @type {Promise<never>} */ (end)]);
  }

  /** @param {URL} url */
  get(url) {
    // Something else has failed meanwhile.
    if (this.#isOver) throw new PackageError((texts) => texts.packagesUnwanted);
    const file = SharedFile.at(url, this.#bring);
    file.join(this.#hear);
    this.#files.add(file);
    return file.bytes;
  }

  #hear = () => {
    if (this.#isOver) return;
    const files = [...this.#files];
    const sum = (/** @type {"loaded" | "total"} */ of) => files.reduce((bytes, file) => bytes + file[of], 0);
    const loaded = sum("loaded");
    try {
      this.check(loaded + this.others);
      this.#onProgress({ loaded, total: sum("total") });
    } catch (error) {
      this.#fail(/** @type {PackageError} */ (error));
    }
  };

  /** @param {number} bytes */
  check(bytes) {
    if (bytes <= this.#most) return;
    const found = Math.ceil(bytes / (1 << 20));
    throw new PackageError((texts) => texts.packagesTooLarge({ found, most: Math.floor(this.#most / (1 << 20)) }));
  }

  /** Nothing more is wanted. */
  close() {
    this.#isOver = true;
    for (const file of this.#files) file.leave(this.#hear);
  }
}

/**
 * @param {PackageSource[]} group
 * @param {Order} order
 * @param {string} [base]
 * @returns {Promise<{ locks: URL[], wanted: Wanted[], given: Given[] }>}
 */
async function wantedIn(group, order, base) {
  /** @type {Given[]} */
  const given = group.flatMap((one) => (isWheel(one) ? [one] : []));
  const urls = group.flatMap((one) => (isWheel(one) ? [] : [urlOf(one, base)]));
  const named = urls.filter((url) => !isLock(url));
  const locks = urls.filter(isLock);
  if (locks.length === 0) return { locks, wanted: named.map((url) => ({ url })), given };
  const locked = (await Promise.all(locks.map((url) => lockAt(url, order)))).flat();
  if (named.length + given.length === 0) return { locks, wanted: locked, given };
  const byFile = new Map(locked.map((wheel) => [wheel.file, wheel]));
  const byName = new Map(locked.map((wheel) => [wheel.name, wheel]));
  const inLock = (/** @type {string} */ file) => {
    const wheel = byFile.get(file);
    if (wheel) return wheel;
    const lock = locks.map(({ href }) => href).join(", ");
    throw new PackageError((texts) => texts.packageNotLocked({ file, lock }));
  };
  // What the page names is fetched from where the page says.
  const known = [
    ...named.map((url) => ({ ...inLock(fileOf(url) ?? ""), url })),
    ...given.map(({ name }) => inLock(name)),
  ];
  const wanted = new Map(known.map((wheel) => [wheel.file, wheel]));
  // A map that grows is gone through to its end.
  for (const { requires } of wanted.values()) {
    for (const name of requires) {
      const other = byName.get(name);
      if (other && !wanted.has(other.file)) wanted.set(other.file, other);
    }
  }
  for (const wheel of given) wanted.delete(wheel.name);
  return {
    locks,
    wanted: [...wanted.values()],
    given: given.map((wheel) => ({ ...wheel, sha256: inLock(wheel.name).sha256 })),
  };
}

/** @param {PackageSource} source @returns {source is { name: string, data: Uint8Array }} */
const isWheel = (source) => typeof source === "object" && "data" in source;

/**
 * @param {URL} url
 * @param {Order} order
 */
async function lockAt(url, order) {
  const bytes = await order.get(url);
  try {
    return lockOf(url, new TextDecoder().decode(bytes));
  } catch (error) {
    forgetWrong(url);
    throw error;
  }
}

/**
 * @param {Given} wheel
 * @returns {Promise<Package>}
 */
async function checked({ name, data, sha256 }) {
  // Pages that are not from https or from this machine have no crypto; then the interpreter compares.
  if (!sha256 || !globalThis.crypto?.subtle) return { name, data, sha256 };
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", /** @type {Uint8Array<ArrayBuffer>} */ (data)));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== sha256.toLowerCase()) {
    throw new PackageError((texts) => texts.packageHash({ file: name, found, expected: sha256 }));
  }
  return { name, data };
}
