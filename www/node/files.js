// @ts-check
// Files of this machine, read for programs. What cannot be read is said by name, with the reason.

import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Complaint } from "./complaint.js";

/** What the system's codes mean. @type {Record<string, string>} */
const REASONS = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
  EPERM: "you may not read it",
  ENOTDIR: "a part of its path is a file, not a folder",
  ELOOP: "its links go round in a circle",
  ENAMETOOLONG: "its name is too long",
  EISDIR: "it is a folder",
};

/** More than this is not read into memory. */
const MOST_BYTES = 256 << 20;
/** More files than this are not collected from one folder. */
const MOST_FILES = 100_000;

/**
 * @param {string} file
 * @returns {Uint8Array}
 * @throws {Complaint}
 */
export function bytesOf(file) {
  try {
    const { size } = statSync(file);
    if (statSync(file).isDirectory()) throw new Complaint(`${file} is a folder; a file is needed here`);
    if (size > MOST_BYTES)
      throw new Complaint(`${file} has ${megabytes(size)} MB; ${megabytes(MOST_BYTES)} are the most`);
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw asComplaint(error, file);
  }
}

/**
 * @param {string} file
 * @returns {string} without the mark that some editors put before UTF-8
 * @throws {Complaint} names the line that is no UTF-8
 */
export function textOf(file) {
  return decoded(bytesOf(file), file);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name for the message
 * @returns {string}
 */
export function decoded(bytes, name) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const [line, byte] = firstWrong(bytes);
    throw new Complaint(
      `${name} is not UTF-8: line ${line} has the byte 0x${byte.toString(16).padStart(2, "0")}. Save it as UTF-8.`,
    );
  }
}

/**
 * @param {Uint8Array} bytes that are not UTF-8
 * @returns {[line: number, byte: number]} the first that belongs to no character
 */
function firstWrong(bytes) {
  // What is right is the longest beginning that can be decoded; `stream` lets a character be unfinished.
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isText(bytes.subarray(0, middle), true)) low = middle;
    else high = middle - 1;
  }
  let at = low;
  // A character that is begun and not ended is what is wrong.
  if (!isText(bytes.subarray(0, at), false)) {
    at -= 1;
    while (at > 0 && (bytes[at] & 0xc0) === 0x80) at -= 1;
  }
  return [bytes.subarray(0, at).filter((byte) => byte === 10).length + 1, bytes[at]];
}

/**
 * @param {Uint8Array} bytes
 * @param {boolean} isBeginning whether the last character may be unfinished
 */
function isText(bytes, isBeginning) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isBeginning });
    return true;
  } catch {
    return false;
  }
}

/**
 * @param {string} file
 * @returns {"file" | "folder" | "other"}
 * @throws {Complaint} if there is nothing
 */
export function kindOf(file) {
  try {
    const found = statSync(file);
    if (found.isDirectory()) return "folder";
    return found.isFile() ? "file" : "other";
  } catch (error) {
    throw asComplaint(error, file);
  }
}

/**
 * @param {string} folder
 * @returns {string[]} the paths of the files below it, in the order of their names. What begins with a dot belongs
 *   to tools; links to folders may lead anywhere. Both are left out.
 * @throws {Complaint}
 */
export function filesBelow(folder) {
  /** @type {string[]} */
  const found = [];
  const visit = (/** @type {string} */ inside) => {
    let names;
    try {
      names = readdirSync(path.join(folder, inside)).toSorted();
    } catch (error) {
      throw asComplaint(error, path.join(folder, inside));
    }
    for (const name of names) {
      if (name.startsWith(".")) continue;
      const relative = path.join(inside, name);
      const full = path.join(folder, relative);
      const kind = lstatSync(full);
      if (kind.isDirectory()) visit(relative);
      else if (kind.isFile() || (kind.isSymbolicLink() && isFile(full))) found.push(relative);
      if (found.length > MOST_FILES) throw new Complaint(`${folder} holds more than ${MOST_FILES} files`);
    }
  };
  visit("");
  return found;
}

/** @param {string} file */
function isFile(file) {
  try {
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} folder
 * @returns {Record<string, Uint8Array>} what is in it, for a program
 * @throws {Complaint}
 */
export function contentOf(folder) {
  if (kindOf(folder) !== "folder") throw new Complaint(`${folder} is no folder`);
  let total = 0;
  return Object.fromEntries(
    filesBelow(folder).map((file) => {
      const bytes = bytesOf(path.join(folder, file));
      total += bytes.length;
      if (total > MOST_BYTES) throw new Complaint(`${folder} holds more than ${megabytes(MOST_BYTES)} MB`);
      return [file.split(path.sep).join("/"), bytes];
    }),
  );
}

/**
 * Writes what a program has written. It cannot leave the folder: a program's paths have no `..`, and a link in the
 * folder is not followed.
 * @param {string} folder
 * @param {Record<string, Uint8Array>} files
 * @throws {Complaint}
 */
export function writeInto(folder, files) {
  for (const [name, content] of Object.entries(files)) {
    const parts = name.split("/");
    const target = path.join(folder, ...parts);
    if (parts.includes("..") || path.relative(folder, target).startsWith("..")) {
      throw new Complaint(`${name} lies outside of ${folder}; it is not written`);
    }
    for (let depth = 1; depth <= parts.length; depth += 1) {
      const link = path.join(folder, ...parts.slice(0, depth));
      if (isLink(link)) throw new Complaint(`${link} is a link; nothing is written through it`);
    }
    write(target, content);
  }
}

/**
 * @param {string} file
 * @param {string | Uint8Array} content
 * @throws {Complaint}
 */
export function write(file, content) {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  } catch (error) {
    throw new Complaint(`${file} cannot be written: ${reasonOf(error)}`);
  }
}

/** @param {string} file */
function isLink(file) {
  try {
    return lstatSync(file).isSymbolicLink();
  } catch {
    return false;
  }
}

/**
 * @param {unknown} error
 * @param {string} file
 */
export function asComplaint(error, file) {
  return error instanceof Complaint ? error : new Complaint(`${file} cannot be read: ${reasonOf(error)}`);
}

/** @param {unknown} error */
function reasonOf(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  return (code && REASONS[code]) ?? message;
}

/** @param {number} bytes */
const megabytes = (bytes) => Math.ceil(bytes / (1 << 20));
