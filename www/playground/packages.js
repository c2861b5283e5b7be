// @ts-check
// The packages of a project: wheels among its files, and addresses of others in a file of its own. They are kept, copied
// and shared with the project. What another site is asked for, a person has allowed.

/**
 * @typedef {import("./project.js").Files} Files
 * @typedef {import("../client/packages.js").PackageSource} PackageSource
 */

/** The file with addresses of wheels and locks, one in a line. */
export const LIST = "packages.txt";

/** Which sites may be asked by which lists: a list from a stranger's link asks anew. */
const KEY = "garter.packages";
const MOST_REMEMBERED = 100;

/** @param {string} path */
export const isWheel = (path) => /\.whl$/i.test(path);

/**
 * @param {Files} files
 * @returns {string[]} the addresses in the list
 */
export function addressesIn(files) {
  const list = files.get(LIST);
  if (typeof list !== "string") return [];
  return list
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter(Boolean);
}

/**
 * @param {Files} files
 * @returns {{ files: Record<string, string | Uint8Array>, packages: PackageSource[] }} what a program is given: wheels are no
 *   files of the program
 */
export function given(files) {
  const wheels = [...files].filter(([path]) => isWheel(path));
  return {
    files: Object.fromEntries([...files].filter(([path]) => !isWheel(path))),
    packages: [
      ...addressesIn(files),
      ...wheels.map(([path, content]) => ({
        name: path.slice(path.lastIndexOf("/") + 1),
        data: typeof content === "string" ? new TextEncoder().encode(content) : content,
      })),
    ],
  };
}

/**
 * @param {string} address
 * @returns {URL | null} null if it is none, or one that no page fetches from
 */
export function urlOf(address) {
  try {
    const url = new URL(address, document.baseURI);
    return ["http:", "https:", "file:"].includes(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/**
 * @param {Files} files
 * @param {string[]} others addresses that the project asks for as well
 * @returns {string[]} the addresses of other sites that nobody has allowed
 */
export function foreign(files, others) {
  const own = new URL(document.baseURI).origin;
  const allowed = new Set(remembered());
  return [...addressesIn(files), ...others].filter((address) => {
    const url = urlOf(address);
    return url && url.origin !== own && !allowed.has(url.href);
  });
}

/** @param {string[]} addresses may be fetched from now on */
export function allow(addresses) {
  const all = [...new Set([...remembered(), ...addresses.map((one) => urlOf(one)?.href ?? one)])];
  try {
    localStorage.setItem(KEY, JSON.stringify(all.slice(-MOST_REMEMBERED)));
  } catch {
    // They are asked for again.
  }
  for (const address of addresses) allowedNow.add(urlOf(address)?.href ?? address);
}

/** What was allowed since the page was opened, where nothing can be kept. @type {Set<string>} */
const allowedNow = new Set();

/** @returns {string[]} */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    const known = Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
    return [...known, ...allowedNow];
  } catch {
    return [...allowedNow];
  }
}

/**
 * @param {Files} files
 * @param {string} address
 * @returns {string} the list with it
 */
export function withAddress(files, address) {
  const list = files.get(LIST);
  const text = typeof list === "string" ? list : "";
  return `${text}${text && !text.endsWith("\n") ? "\n" : ""}${address}\n`;
}

/**
 * @param {Files} files
 * @param {string} address
 * @returns {string} the list without it
 */
export function withoutAddress(files, address) {
  const list = String(files.get(LIST) ?? "");
  return list
    .split("\n")
    .filter((line) => line.replace(/(^|\s)#.*$/, "").trim() !== address)
    .join("\n");
}
