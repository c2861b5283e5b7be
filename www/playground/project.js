// @ts-check
// A project: its files, their names, and how much it may hold. Every project has `MAIN`, the program that
// Run runs.

import { BUDGET, MAIN } from "../client/facts.js";
import { hiddenIn } from "../texts/visible.js";

/** A text, or bytes that are not valid text. @typedef {string | Uint8Array} Content */

/** By path. @typedef {Map<string, Content>} Files */

/**
 * The properties of a project besides its files.
 * @typedef {object} About
 * @property {string} id
 * @property {string} name
 * @property {string[]} tabs the files that stand open, in order
 * @property {string} active the one that is shown
 * @property {number} changed when, in milliseconds since 1970
 * @property {string | null} source the link or program it was made from, so that opening the same link twice finds it
 * @property {number | null} deleted when, unless it is in use
 */

/** The limits of a project. Programs may use twice as many bytes, for the files that they write. */
export const LIMITS = { files: 200, bytes: (BUDGET.filesMB << 20) / 2, path: 120, name: 60 };

/** The file with the project's packages: addresses of wheels and locks. */
export const LIST = "packages.txt";

/** What makes an exercise of a project. */
export const EXERCISE_FILE = "exercise.md";

/** What a person says of a project. A program does not say it in the person's place. */
export const OF_PERSON = [MAIN, LIST, EXERCISE_FILE];

/** Files that stand open by themselves; more would hide one another. */
const MOST_TABS = 12;

/**
 * Why something was not done: `kind` names the sentence in `texts.playground.problems`.
 */
export class Problem extends Error {
  /**
   * @param {string} kind
   * @param {Record<string, string | number | Problem>} [values] that the sentence needs
   */
  constructor(kind, values = {}) {
    super(kind);
    this.kind = kind;
    this.values = values;
  }
}

/**
 * @param {string} name
 * @param {Files} files
 * @param {{ source?: string | null }} [from]
 * @returns {{ about: About, files: Files }} a new project
 */
export function newProject(name, files, { source = null } = {}) {
  const paths = sorted(files);
  return {
    about: {
      id: newId(),
      name: projectName(name),
      tabs: firstTabs(paths, files),
      active: MAIN,
      changed: Date.now(),
      source,
      deleted: null,
    },
    files,
  };
}

/**
 * @param {string[]} paths
 * @param {Files} files
 * @returns {string[]} of those that the editor shows, the first ones: to look at each of 200 texts takes 30 ms
 */
function firstTabs(paths, files) {
  const tabs = [];
  for (const path of paths) {
    if (tabs.length === MOST_TABS) break;
    if (isEditable(files.get(path) ?? "")) tabs.push(path);
  }
  return tabs;
}

/** `crypto.randomUUID` is missing where a page came over plain HTTP. */
const newId = () => Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("");

/**
 * Opens a file's tab, if there is room or it is asked for.
 * @param {About} about
 * @param {string} path
 */
export function openTab(about, path) {
  if (!about.tabs.includes(path)) about.tabs = [...about.tabs, path];
}

/** @param {About} about */
export const hasRoomForTab = (about) => about.tabs.length < MOST_TABS;

/**
 * @param {Files} files
 * @returns {string[]} their paths: the program first, then by name
 */
export const sorted = (files) =>
  [...files.keys()].sort((one, other) => Number(other === MAIN) - Number(one === MAIN) || one.localeCompare(other));

const utf8 = new TextEncoder();

/** @param {Content} content */
export const bytesOf = (content) => (typeof content === "string" ? utf8.encode(content) : content);

/** @param {Content} content @returns {number} in bytes */
export const sizeOf = (content) => bytesOf(content).length;

/**
 * @param {Content} one
 * @param {Content | undefined} other
 */
export function isSame(one, other) {
  if (typeof one === "string" || typeof other === "string") return one === other;
  if (one.length !== other?.length) return false;
  // In a loop: a call for each of eight million bytes takes too long.
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/**
 * @param {Files} one
 * @param {Files} other
 */
export const areSame = (one, other) =>
  one.size === other.size && [...one].every(([path, content]) => isSame(content, other.get(path)));

/**
 * The content of a file: a text if the bytes are valid UTF-8, otherwise bytes. Line ends and a byte order mark stay as they are.
 * @param {Uint8Array} bytes
 * @returns {Content}
 */
export function contentOf(bytes) {
  if (bytes.includes(0)) return bytes;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return bytes;
  }
}

/**
 * What the editor shows: characters, lines, and characters of a line. A text of 500,000 lines, or a line of a million
 * characters, keeps it busy for half a second each time that its tab is opened.
 */
const EDITED = { characters: 1 << 20, lines: 50_000, line: 100_000 };

/** @param {Content} content @returns {content is string} whether it is a text that the editor shows */
export function isEditable(content) {
  if (typeof content !== "string" || content.length > EDITED.characters) return false;
  let lines = 0;
  for (let from = 0; from <= content.length; lines += 1) {
    const end = content.indexOf("\n", from);
    const to = end < 0 ? content.length : end;
    if (to - from > EDITED.line || lines === EDITED.lines) return false;
    from = to + 1;
  }
  return true;
}

/**
 * A file's name as somebody writes it, or a {@link Problem}.
 * @param {string} path
 * @param {Iterable<string>} others the files that there are besides
 * @returns {string}
 */
export function checkedPath(path, others) {
  const clean = path.normalize("NFC").trim();
  if (!clean) throw new Problem("nameEmpty");
  const [odd] = clean.match(/[\\\p{Co}\p{Cs}]/u) ?? [];
  if (odd) throw new Problem("nameOdd", { name: clean, character: odd });
  const hidden = hiddenIn(clean);
  if (hidden) throw new Problem("nameHidden", { name: clean, character: hidden });
  const parts = clean.split("/");
  if (parts.some((part) => part === "" || part === "." || part === ".." || part !== part.trim())) {
    throw new Problem("nameFolders", { name: clean });
  }
  // Windows leaves it out, so that two files become one.
  if (parts.some((part) => part.endsWith("."))) throw new Problem("nameDot", { name: clean });
  return freePath(clean, others);
}

/**
 * A file's name as a program has written it: that of any file it can open, if a project has room for it. What
 * nobody would see in it is shown by `visible`.
 * @param {string} path
 * @param {Iterable<string>} others the files that there are besides
 * @returns {string}
 * @throws {Problem}
 */
export function freePath(path, others) {
  if (path.length > LIMITS.path) throw new Problem("nameLong", { name: path, most: LIMITS.path });
  if (path.includes("\\")) throw new Problem("nameOdd", { name: path, character: "\\" });
  for (const other of others) {
    if (other === path) throw new Problem("nameTaken", { name: path });
    // A folder and a file cannot have the same name.
    if (liesIn(other, path)) throw new Problem("nameIsFolder", { name: path, other });
    if (liesIn(path, other)) throw new Problem("nameIsFolder", { name: other, other: path });
  }
  return path;
}

/** @param {string} path @param {string} folder */
const liesIn = (path, folder) => path[folder.length] === "/" && path.startsWith(folder);

/** The room that is left in a project: its files are counted once, however many come. */
export class Room {
  /** Bytes, by path. @type {Map<string, number>} */
  #sizes;
  #sum;

  /** @param {Files} [files] that are there already */
  constructor(files = new Map()) {
    this.#sizes = new Map([...files].map(([path, content]) => [path, sizeOf(content)]));
    this.#sum = [...this.#sizes.values()].reduce((sum, size) => sum + size, 0);
  }

  /**
   * Counts a file, in the place of the one that has its name.
   * @param {string} path
   * @param {Content | number} content or its size in bytes
   * @throws {Problem} if there is no room for it: then it does not count
   */
  take(path, content) {
    const size = typeof content === "number" ? content : sizeOf(content);
    const before = this.#sizes.get(path);
    if (before === undefined && this.#sizes.size >= LIMITS.files) {
      throw new Problem("tooMany", { name: path, most: LIMITS.files });
    }
    const sum = this.#sum - (before ?? 0) + size;
    if (sum > LIMITS.bytes) {
      throw new Problem("tooLarge", { name: path, size: megabytes(size), most: megabytes(LIMITS.bytes) });
    }
    this.#sizes.set(path, size);
    this.#sum = sum;
  }
}

/**
 * Files that come from elsewhere as a project of their own, with their names checked.
 * @param {Iterable<[path: string, content: Content]>} entries
 * @param {(path: string, problem: Problem) => void} refuse hears of each that a project cannot hold
 * @returns {Files}
 */
export function gathered(entries, refuse) {
  /** @type {Files} */
  const files = new Map();
  const room = new Room();
  for (const [path, content] of entries) {
    try {
      // Each project has a program, also one that comes without: nothing may be in its place.
      const others = path === MAIN ? files.keys() : [MAIN, ...files.keys()];
      const clean = checkedPath(path, others);
      room.take(clean, content);
      files.set(clean, content);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(path, error);
    }
  }
  return files;
}

/** @param {number} bytes */
export const megabytes = (bytes) => (bytes < 1e5 ? `${(bytes / 1e3).toFixed(1)} KB` : `${(bytes / 1e6).toFixed(1)} MB`);

/**
 * @param {string} wanted
 * @returns {string} a name that people can read in a list
 */
export function projectName(wanted) {
  const clean = wanted
    .normalize("NFC")
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}\u2800]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  // Cut at whole characters: half of an emoji cannot be shown.
  return [...clean].slice(0, LIMITS.name).join("") || "Python";
}

/**
 * @param {string} wanted
 * @param {Iterable<string>} taken
 * @returns {string} it, or with a number if there is one of that name: `quiz 2`, `data 2.csv`
 */
export function freeName(wanted, taken) {
  const names = new Set(taken);
  const [, stem, extension] = /** @type {RegExpExecArray} */ (/^(.*?)(\.[^./]+)?$/s.exec(wanted));
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${stem} ${number}${extension ?? ""}`;
    if (!names.has(name)) return name;
  }
}
