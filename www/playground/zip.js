// @ts-check
// A project as a zip file, and back. Sizes are checked before anything is unpacked.

import { unzipSync, zipSync } from "fflate";
import { bytesOf, checkedPath, contentOf, LIMITS, megabytes, Problem } from "./project.js";

/** @typedef {import("./project.js").Files} Files */

/** The highest ratio of a file's content to its packed size: texts reach 20, files made to harm 1000. */
const MOST_RATIO = 100;
/** Files that small are let through, however well they are packed. */
const HARMLESS = 1 << 16;

/**
 * @param {Files} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function pack(files) {
  const entries = Object.fromEntries([...files].map(([path, content]) => [path, bytesOf(content)]));
  return new Uint8Array(zipSync(entries, { level: 6 }));
}

/**
 * @param {Uint8Array} bytes
 * @returns {{ files: Files, skipped: string[] }} `skipped` names the entries that a project cannot hold
 * @throws {Problem}
 */
export function unpack(bytes) {
  let count = 0;
  let sum = 0;
  const filter = (/** @type {import("fflate").UnzipFileInfo} */ { name, size, originalSize }) => {
    if (isFolder(name)) return false;
    count += 1;
    sum += originalSize;
    if (count > LIMITS.files) throw new Problem("zipMany", { most: LIMITS.files });
    if (sum > LIMITS.bytes) throw new Problem("zipLarge", { most: megabytes(LIMITS.bytes) });
    if (originalSize > HARMLESS && originalSize > size * MOST_RATIO) throw new Problem("zipBomb");
    return true;
  };
  try {
    return named(unzipSync(bytes, { filter }));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("zipBroken");
  }
}

/** Folders, and what macOS adds of its own. @param {string} name */
const isFolder = (name) => name.endsWith("/") || /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name);

/** @param {Record<string, Uint8Array>} entries */
function named(entries) {
  /** @type {Files} */
  const files = new Map();
  const skipped = [];
  const root = commonFolder(Object.keys(entries));
  for (const [name, bytes] of Object.entries(entries)) {
    try {
      files.set(checkedPath(name.slice(root.length), files.keys()), contentOf(bytes));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      skipped.push(name);
    }
  }
  return { files, skipped };
}

/**
 * @param {string[]} names
 * @returns {string} the one folder that all lie in, as in a zip file that was made of a folder
 */
function commonFolder(names) {
  const [first = ""] = names;
  const folder = first.slice(0, first.indexOf("/") + 1);
  return folder && names.every((name) => name.startsWith(folder)) ? folder : "";
}
