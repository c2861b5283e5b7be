// @ts-check
// Which addresses wheels are fetched from.

import { PackageError } from "./errors.js";

/**
 * An address in a file that may be anybody's: a project that somebody has opened, an exercise. Nothing is asked but what is
 * named with it.
 * @typedef {object} NamedAddress
 * @property {string} address seen from `base`
 * @property {string} [base] the address of the file; without it, the page's
 * @property {string[]} sites addresses: of `https://…` that origin may be asked, of `file:///…/` what lies below that folder
 */

/**
 * @param {string | URL | NamedAddress} source
 * @param {string} [base] what an address is seen from that says nothing of it
 * @returns {URL} of a wheel or of a lock
 * @throws {PackageError} it is none, or it lies where nothing may be fetched
 */
export function urlOf(source, base) {
  /** @type {Partial<NamedAddress> & { address: string }} */
  const named = typeof source === "string" || source instanceof URL ? { address: String(source) } : source;
  const { sites } = named;
  const seenFrom = named.base ?? base ?? globalThis.document?.baseURI;
  const url = parsed(named.address, seenFrom);
  if (!url || fileOf(url) === null || url.username || url.password) {
    throw new PackageError((texts) => texts.packageAddress({ value: named.address }));
  }
  if (url.protocol === "file:") {
    // A page of a site reads no disk. And what is asked for there is a file, and nothing that a server makes.
    const isOfSite = seenFrom !== undefined && parsed(seenFrom)?.protocol !== "file:";
    if (isOfSite || url.host || url.search || url.hash || /%(?:2f|5c|00)/i.test(url.pathname)) {
      throw new PackageError((texts) => texts.packageNoFile({ url: url.href }));
    }
  }
  url.hash = "";
  if (sites && !sites.some((site) => isWithin(url, site))) {
    throw new PackageError((texts) => texts.packageElsewhere({ url: url.href, sites: sites.join(", ") }));
  }
  return url;
}

/**
 * @param {URL} url
 * @param {string} site see {@link NamedAddress}
 */
export function isWithin(url, site) {
  const other = parsed(site);
  if (other?.protocol !== "file:") return url.origin === other?.origin;
  return url.protocol === "file:" && url.host === other.host && url.pathname.startsWith(other.pathname);
}

/**
 * @param {string} [address] of a file
 * @returns {string} its folder; without an address, the page's
 */
export const folderOf = (address = globalThis.document?.baseURI) => new URL(".", address).href;

/** @param {URL} url @returns {string | null} the name of the wheel or of the lock; null if it is that of neither */
export function fileOf(url) {
  try {
    const name = decodeURIComponent(url.pathname.slice(url.pathname.lastIndexOf("/") + 1));
    return /^[^/\\\u0000-\u001f]+\.(?:whl|json)$/i.test(name) ? name : null;
  } catch {
    return null;
  }
}

/** @param {URL} url */
export const isLock = (url) => /\.json$/i.test(url.pathname);

/**
 * @param {string} address
 * @param {string} [base]
 * @returns {URL | null} null if nothing is fetched from there, whatever it is
 */
function parsed(address, base) {
  try {
    const url = new URL(address, base);
    return ["http:", "https:", "file:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
