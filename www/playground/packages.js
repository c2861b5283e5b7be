// @ts-check
// The packages of a project: wheels among its files, and addresses of others in a file of its own. They are kept, copied
// and shared with the project. What another site is asked for, a person has allowed.

import { fileOf, folderOf, isWithin } from "../client/package-address.js";
import { LIST } from "./project.js";

/**
 * @typedef {import("./project.js").Files} Files
 * @typedef {import("../client/packages.js").PackageSources} PackageSources
 */

/** Which lists a person has allowed. */
const KEY = "garter.packages";
const MOST_REMEMBERED = 100;

/** @param {string} path */
export const isWheel = (path) => /\.whl$/i.test(path);

/**
 * @param {Files} files
 * @returns {string[]} the lines of the list. Those of one line are a group: wheels, and the lock that they are in
 */
export function linesIn(files) {
  const list = files.get(LIST);
  return typeof list === "string" ? list.split("\n").map(withoutComment).filter(Boolean) : [];
}

/** @param {string} line */
const withoutComment = (line) => line.replace(/(^|\s)#.*$/, "").trim();

/** @param {Files} files @returns {string[][]} */
const groupsIn = (files) => linesIn(files).map((line) => line.split(/\s+/));

/**
 * @param {string} project its id
 * @param {Files} files
 * @returns {{ files: Record<string, string | Uint8Array>, packages: PackageSources }} what a program is given: wheels are no
 *   files of the program
 */
export function given(project, files) {
  const wheels = [...files].filter(([path]) => isWheel(path));
  // Whoever has written the list: it is asked for what lies with the page, and for what was allowed.
  const sites = [folderOf(), ...(isAllowed(project, files) ? foreign(files) : [])];
  return {
    files: Object.fromEntries([...files].filter(([path]) => !isWheel(path))),
    packages: [
      ...groupsIn(files).map((group) => group.map((address) => ({ address, sites }))),
      ...wheels.map(([path, content]) => [
        {
          name: path.slice(path.lastIndexOf("/") + 1),
          data: typeof content === "string" ? new TextEncoder().encode(content) : content,
        },
      ]),
    ],
  };
}

/**
 * @param {Files} files
 * @returns {string[]} the addresses of other sites in the list
 */
export function foreign(files) {
  const own = folderOf();
  const urls = groupsIn(files)
    .flat()
    .flatMap((address) => urlOf(address) ?? [])
    .filter((url) => /^https?:$/.test(url.protocol) && fileOf(url) !== null && !isWithin(url, own));
  return [...new Set(urls.map(({ href }) => href))].sort();
}

/** @param {string} address @returns {URL | null} */
function urlOf(address) {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return null;
  }
}

/**
 * What is allowed is a list as it is, in one project on one page: another one with the same addresses asks anew.
 * @param {string} project its id
 * @param {Files} files
 */
const keyOf = (project, files) => JSON.stringify([folderOf(), project, foreign(files)]);

/**
 * @param {string} project
 * @param {Files} files
 * @returns {boolean} whether other sites may be asked for what the list names
 */
export const isAllowed = (project, files) =>
  foreign(files).length === 0 || [...allowedNow, ...remembered()].includes(keyOf(project, files));

/** A person has seen the list. @param {string} project @param {Files} files */
export function allow(project, files) {
  const key = keyOf(project, files);
  allowedNow.add(key);
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...remembered(), key])].slice(-MOST_REMEMBERED)));
  } catch {
    // It is asked for again.
  }
}

/** What was allowed since the page was opened, where nothing can be kept. @type {Set<string>} */
const allowedNow = new Set();

/** @returns {string[]} */
function remembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}

/**
 * @param {Files} files
 * @param {string} line
 * @returns {string} the list with it
 */
export function withLine(files, line) {
  const list = files.get(LIST);
  const text = typeof list === "string" ? list : "";
  return `${text}${text && !text.endsWith("\n") ? "\n" : ""}${line}\n`;
}

/**
 * @param {Files} files
 * @param {string} line
 * @returns {string} the list without it
 */
export const withoutLine = (files, line) =>
  String(files.get(LIST) ?? "")
    .split("\n")
    .filter((one) => withoutComment(one) !== line)
    .join("\n");
