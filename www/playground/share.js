// @ts-check
// A project in a link. It stands behind the `#`, which browsers do not send to the server.
//
// `#share/1/` and then, in Base64 for addresses: four bytes of checksum, and a deflated JSON text
// `[name, { path: text, … }, { path: base64, … }]`, the last part for files that are not text.

import { MAIN } from "../client/facts.js";
import { isFlat } from "../safe/json.js";
import { deflate, inflate } from "./deflate.js";
import { checkedPath, gathered, Problem } from "./project.js";

/**
 * @typedef {import("./project.js").Content} Content
 * @typedef {import("./project.js").Files} Files
 */

const VERSION = "1";
const START = "#share";
/** Characters. Browsers take more, but mail programs and chats cut links long before. */
const MOST_LENGTH = 64_000;
/** Bytes of JSON, which is read in one go: programs and tables of a link's length are a tenth of it. */
const MOST_JSON = 2 << 20;
/** Bytes of the checksum. */
const SUM_BYTES = 4;

const utf8 = new TextEncoder();

/**
 * @param {string} name
 * @param {Files} files
 * @returns {Promise<string>} the part of a link behind the page's address
 * @throws {Problem} if it would be too long, or whoever gets it could not open it
 */
export async function toFragment(name, files) {
  const texts = Object.create(null);
  const others = Object.create(null);
  let length = 0;
  /** @type {string[]} */
  const paths = [];
  for (const [path, content] of files) {
    // A program may give a file a name that nobody can write.
    paths.push(checkedPath(path, paths));
    length += content.length;
    if (length > MOST_JSON) throw new Problem("linkLong");
    if (typeof content === "string") texts[path] = content;
    else others[path] = toBase64(content);
  }
  const parts = Object.keys(others).length > 0 ? [name, texts, others] : [name, texts];
  const json = utf8.encode(JSON.stringify(parts));
  if (json.length > MOST_JSON) throw new Problem("linkLong");
  const packed = await deflate(json);
  const bytes = new Uint8Array(SUM_BYTES + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksum(json));
  bytes.set(packed, SUM_BYTES);
  const fragment = `${START}/${VERSION}/${toBase64(bytes)}`;
  if (fragment.length > MOST_LENGTH) throw new Problem("linkLong");
  return fragment;
}

/** @param {string} fragment @returns {string} a short name for it, the same each time */
export const nameOfLink = (fragment) => `link:${checksum(utf8.encode(fragment)).toString(36)}:${fragment.length}`;

/** @param {string} fragment */
export const isShared = (fragment) => fragment === START || fragment.startsWith(`${START}/`);

/**
 * @param {string} fragment of the page's address
 * @returns {Promise<{ name: string, files: Files }>}
 * @throws {Problem} if it is no project
 */
export async function fromFragment(fragment) {
  const [version, data = ""] = fragment.slice(START.length + 1).split("/");
  if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) throw new Problem("linkLater");
  if (version !== VERSION) throw new Problem("linkBroken");
  if (data.length > MOST_LENGTH) throw new Problem("linkTooLarge");
  try {
    return parse(await textIn(fromBase64(data)));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("linkBroken");
  }
}

/** @param {Uint8Array} bytes @returns {Promise<string>} */
async function textIn(bytes) {
  const sum = new DataView(bytes.buffer).getUint32(0);
  const json = await inflate(bytes.subarray(SUM_BYTES), MOST_JSON);
  if (!json) throw new Problem("linkTooLarge");
  if (sum !== checksum(json) || !isFlat(json, DEPTH)) throw new Problem("linkBroken");
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(json);
}

/** Lists and objects in one another: the list of all, and in it the files. */
const DEPTH = 2;

/** @param {string} json @returns {{ name: string, files: Files }} */
function parse(json) {
  const [name, texts, others = {}] = JSON.parse(json);
  const isRight = [texts, others].every((part) => part !== null && typeof part === "object" && !Array.isArray(part));
  if (typeof name !== "string" || !isRight) throw new Problem("linkBroken");
  /** @type {[string, Content][]} */
  const contents = [
    ...Object.entries(texts).map(read(textOf)),
    ...Object.entries(others).map(read((content) => fromBase64(textOf(content)))),
  ];
  const files = gathered(contents, (_, reason) => {
    throw new Problem("linkRefused", { reason });
  });
  if (!files.has(MAIN)) throw new Problem("linkBroken");
  return { name, files };
}

/** @param {(content: unknown) => Content} convert @returns {(file: [string, unknown]) => [string, Content]} */
const read =
  (convert) =>
  ([path, content]) => [path, convert(content)];

/** @param {unknown} content */
function textOf(content) {
  if (typeof content !== "string") throw new Problem("linkBroken");
  return content;
}

/** FNV-1a: whether a link has arrived as it was sent. @param {Uint8Array} bytes */
function checksum(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  let characters = "";
  // A function takes so many arguments in each browser.
  for (let at = 0; at < bytes.length; at += 8192) characters += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
const fromBase64 = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
