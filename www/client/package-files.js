// @ts-check
// Files of packages on their way to a page, each of them once for all who want it.

import { loadFromDisk } from "./disk.js";
import { PackageError } from "./errors.js";
import { lentAt } from "./lent.js";
import { fileOf, isLock } from "./package-address.js";

/**
 * How a file is fetched.
 * @callback Bring
 * @param {URL} url
 * @param {(bytes: number, total: number) => void} onBytes is told how many more bytes have arrived, and of how many
 * @param {{ signal: AbortSignal, isAnew: boolean }} how `isAnew`: what was fetched before was not right
 * @returns {Promise<Uint8Array>}
 */

/** The largest wheel that is fetched. */
const MOST_BYTES = 64 << 20;
/** The largest lock: a wheel takes 200 bytes in it. */
const MOST_LOCK_BYTES = 1 << 20;

const realm = /** @type {any} */ (globalThis);

/** What was fetched or is under way, by its address, for all scripts of a page. @type {Map<string, SharedFile>} */
const shared = (realm[Symbol.for("garter.wheels")] ??= new Map());

/** Addresses at which something else was than what belongs there. @type {Set<string>} */
const wrong = (realm[Symbol.for("garter.wrong-wheels")] ??= new Set());

/** A file that is fetched as long as somebody wants it. */
export class SharedFile {
  /** @type {Set<() => void>} */
  #listeners = new Set();
  #stopping = new AbortController();
  #href;
  #isHere = false;
  loaded = 0;
  total = 0;
  /** @type {Promise<Uint8Array>} */
  bytes;

  /**
   * @param {URL} url
   * @param {Bring} bring
   */
  constructor(url, bring) {
    this.#href = url.href;
    const onBytes = (/** @type {number} */ bytes, /** @type {number} */ total) => {
      this.loaded += bytes;
      this.total = Math.max(total, this.loaded);
      for (const listener of this.#listeners) listener();
    };
    const how = { signal: this.#stopping.signal, isAnew: wrong.has(url.href) };
    this.bytes = bring(url, onBytes, how).then((data) => {
      this.#isHere = true;
      this.loaded = this.total = data.length;
      wrong.delete(url.href);
      for (const listener of this.#listeners) listener();
      return data;
    });
    this.bytes.catch(() => this.#forget());
  }

  /**
   * @param {URL} url
   * @param {Bring} bring
   * @returns {SharedFile} the one that is there or under way; after a failure, another one
   */
  static at(url, bring) {
    let file = shared.get(url.href);
    if (!file) shared.set(url.href, (file = new SharedFile(url, bring)));
    return file;
  }

  /** @param {() => void} listener hears of bytes, and wants the file */
  join(listener) {
    this.#listeners.add(listener);
  }

  /** @param {() => void} listener does not want it any more; what nobody wants is not fetched to its end */
  leave(listener) {
    if (!this.#listeners.delete(listener) || this.#listeners.size > 0 || this.#isHere) return;
    this.#forget();
    this.#stopping.abort();
  }

  #forget() {
    if (shared.get(this.#href) === this) shared.delete(this.#href);
  }
}

/**
 * It is not what belongs there: the next who asks gets it from its server, whatever caches have.
 * @param {URL} url
 */
export function forgetWrong({ href }) {
  if (shared.delete(href)) wrong.add(href);
}

/**
 * Python has said something about wheels, which it reads more closely than a page does.
 * @param {string} message that names those that are not right
 */
export function forgetNamed(message) {
  for (const href of shared.keys()) {
    const file = fileOf(new URL(href));
    if (file !== null && message.includes(file)) forgetWrong(new URL(href));
  }
}

/** @type {Bring} */
export async function download(url, onBytes, { signal, isAnew }) {
  const body = url.protocol === "file:" ? await fromDisk(url) : await responseOf(url, signal, isAnew);
  const most = isLock(url) ? MOST_LOCK_BYTES : MOST_BYTES;
  const reader = body.stream.getReader();
  const cancel = () => reader.cancel().catch(() => {});
  signal.addEventListener("abort", cancel, { once: true });
  /** @type {Uint8Array[]} */
  const parts = [];
  let loaded = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw unreachable(url);
    });
    if (signal.aborted) throw unreachable(url);
    if (done) break;
    loaded += value.length;
    if (loaded > most) {
      cancel();
      throw new PackageError((texts) => texts.packageTooLarge({ url: url.href, megabytes: most >> 20 }));
    }
    parts.push(value);
    onBytes(value.length, Math.max(body.bytes, loaded));
  }
  signal.removeEventListener("abort", cancel);
  const data = new Uint8Array(loaded);
  let at = 0;
  for (const part of parts) {
    data.set(part, at);
    at += part.length;
  }
  return data;
}

/** @param {URL} url */
const unreachable = (url) => new PackageError((texts) => texts.packageUnreachable({ url: url.href }));

/** @typedef {{ stream: ReadableStream<Uint8Array>, bytes: number }} Body `bytes` is 0 where it is not known */

/**
 * @param {URL} url
 * @param {AbortSignal} signal
 * @param {boolean} isAnew
 * @returns {Promise<Body>}
 */
async function responseOf(url, signal, isAnew) {
  const ask = lentAt(url.href);
  /** @type {RequestInit} */
  const how = { credentials: "omit", redirect: "error", cache: isAnew ? "reload" : "default", signal };
  const response = await (ask ? ask() : fetch(url.href, how)).catch(() => {
    throw unreachable(url);
  });
  const { ok, status: code, body, headers } = response;
  if (!ok || !body) throw new PackageError((texts) => texts.packageMissing({ url: url.href, code }));
  // Of a compressed file it is another size, and a server may say what it likes.
  const bytes = headers.get("Content-Encoding") ? 0 : Number(headers.get("Content-Length"));
  return { stream: body, bytes };
}

/** @param {URL} url @returns {Promise<Body>} */
async function fromDisk(url) {
  const file = fileOf(url) ?? "";
  const stream = await loadFromDisk(file, url).catch(() => {
    throw new PackageError((texts) => texts.packageOnDisk({ file }));
  });
  return { stream, bytes: 0 };
}
