// @ts-check
// The lock: which wheels belong together, as `garter packages lock` writes it.

import { PackageError } from "./errors.js";
import { fileOf, isLock } from "./package-address.js";

/**
 * One wheel.
 * @typedef {object} Locked
 * @property {string} name of the package, as names are compared (PEP 503)
 * @property {string} version
 * @property {string} file its name, beside the lock
 * @property {string} sha256 in hexadecimal
 * @property {number} size in bytes
 * @property {string[]} requires the names of other packages in the lock
 * @property {URL} url where it lies
 */

/**
 * The file.
 * @typedef {object} Lock
 * @property {number} format {@link LOCK_FORMAT}
 * @property {string} garter which version has written it
 * @property {Omit<Locked, "url">[]} packages
 */

/** The format that is read and written here. */
export const LOCK_FORMAT = 1;

/**
 * @param {URL} url of the lock
 * @param {string} text
 * @returns {Locked[]}
 * @throws {PackageError} says what is wrong with the lock
 */
export function lockOf(url, text) {
  const broken = (/** @type {string} */ reason) =>
    new PackageError((texts) => texts.lockBroken({ url: url.href, reason }));
  /** @type {Partial<Lock> | null} */
  let lock;
  try {
    lock = JSON.parse(text);
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error));
  }
  const found = lock?.format;
  if (typeof found !== "number" || !Array.isArray(lock?.packages)) throw broken("format, packages");
  if (found !== LOCK_FORMAT) {
    throw new PackageError((texts) => texts.lockOther({ url: url.href, found, known: LOCK_FORMAT }));
  }
  return lock.packages.map((wheel, at) => {
    const isText = [wheel?.name, wheel?.version, wheel?.file, wheel?.sha256].every((one) => typeof one === "string");
    if (!isText || !/^[0-9a-f]{64}$/i.test(wheel.sha256) || !Array.isArray(wheel.requires)) {
      throw broken(`packages[${at}]`);
    }
    const { name, version, file, sha256, size = 0, requires } = wheel;
    const place = placeOf(file, url);
    if (!place) throw broken(`packages[${at}].file: ${JSON.stringify(file)}`);
    if (!Number.isSafeInteger(size) || size < 0) throw broken(`packages[${at}].size: ${JSON.stringify(size)}`);
    if (!requires.every((one) => typeof one === "string")) throw broken(`packages[${at}].requires`);
    return { name, version, file, sha256: sha256.toLowerCase(), size, requires, url: place };
  });
}

/**
 * @param {string} file
 * @param {URL} lock
 * @returns {URL | null} where the wheel lies: beside the lock, whatever its name is; null if it is not that of a wheel
 */
function placeOf(file, lock) {
  try {
    const url = new URL(encodeURIComponent(file), lock);
    return fileOf(url) === file && !isLock(url) ? url : null;
  } catch {
    // Half a character has no address.
    return null;
  }
}
