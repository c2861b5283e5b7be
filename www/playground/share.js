// @ts-check
// A project in a link. It stands behind the `#`, which browsers do not send to the server.
//
// `#share/1/` and then, in Base64 for addresses: four bytes of checksum, and a deflated JSON text
// `[name, { path: text, … }, { path: base64, … }]`, the last part for files that are not text.

import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
import { MAIN } from "../client/facts.js";
import { checkedPath, checkRoom, LIMITS, Problem } from "./project.js";

/**
 * @typedef {import("./project.js").Files} Files
 */

const VERSION = "1";
const START = "#share/";
/** Characters. Browsers take more, but mail programs and chats cut links long before. */
const MOST_LENGTH = 64_000;
/** How much is inflated at once: a thousand times as much comes out at most. */
const STEP = 1024;

/**
 * @param {string} name
 * @param {Files} files
 * @returns {string} the part of a link behind the page's address
 * @throws {Problem} if it would be too long
 */
export function toFragment(name, files) {
  const texts = Object.create(null);
  const others = Object.create(null);
  for (const [path, content] of files) {
    if (typeof content === "string") texts[path] = content;
    else others[path] = toBase64(content);
  }
  const parts = Object.keys(others).length > 0 ? [name, texts, others] : [name, texts];
  const json = strToU8(JSON.stringify(parts));
  const packed = deflateSync(json, { level: 9 });
  const bytes = new Uint8Array(4 + packed.length);
  new DataView(bytes.buffer).setUint32(0, checksum(json));
  bytes.set(packed, 4);
  const fragment = `${START}${VERSION}/${toBase64(bytes)}`;
  if (fragment.length > MOST_LENGTH) throw new Problem("linkLong");
  return fragment;
}

/** @param {string} fragment @returns {string} a short name for it, the same each time */
export const nameOfLink = (fragment) => `link:${checksum(strToU8(fragment)).toString(36)}:${fragment.length}`;

/** @param {string} fragment */
export const isShared = (fragment) => fragment.startsWith(START);

/**
 * @param {string} fragment of the page's address
 * @returns {{ name: string, files: Files }}
 * @throws {Problem} if it is no project
 */
export function fromFragment(fragment) {
  const [version, data = ""] = fragment.slice(START.length).split("/");
  if (/^\d+$/.test(version) && Number(version) > Number(VERSION)) throw new Problem("linkLater");
  if (version !== VERSION) throw new Problem("linkBroken");
  if (data.length > MOST_LENGTH) throw new Problem("linkTooLarge");
  try {
    return parse(inflate(fromBase64(data)));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem("linkBroken");
  }
}

/** @param {Uint8Array} bytes @returns {string} */
function inflate(bytes) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  let isWhole = false;
  const stream = new Inflate((chunk, isLast) => {
    chunks.push(chunk);
    length += chunk.length;
    isWhole = isLast;
    if (length > LIMITS.bytes) throw new Problem("linkTooLarge");
  });
  for (let at = 4; at < bytes.length; at += STEP) {
    stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  }
  const json = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    json.set(chunk, at);
    at += chunk.length;
  }
  const sum = new DataView(bytes.buffer).getUint32(0);
  if (!isWhole || sum !== checksum(json)) throw new Problem("linkBroken");
  return strFromU8(json);
}

/** @param {string} json @returns {{ name: string, files: Files }} */
function parse(json) {
  const [name, texts, others = {}] = JSON.parse(json);
  if (typeof name !== "string") throw new Problem("linkBroken");
  /** @type {Files} */
  const files = new Map();
  for (const [part, read] of /** @type {const} */ ([
    [texts, String],
    [others, fromBase64],
  ])) {
    for (const [path, content] of Object.entries(part)) {
      if (typeof content !== "string") throw new Problem("linkBroken");
      const clean = checkedPath(path, files.keys());
      const value = read(content);
      checkRoom(files, clean, value);
      files.set(clean, value);
    }
  }
  if (!files.has(MAIN)) throw new Problem("linkBroken");
  return { name, files };
}

/** FNV-1a: whether a link has arrived as it was sent. @param {Uint8Array} bytes */
function checksum(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** @param {Uint8Array} bytes */
function toBase64(bytes) {
  return btoa(strFromU8(bytes, true)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @param {string} text */
function fromBase64(text) {
  return strToU8(atob(text.replaceAll("-", "+").replaceAll("_", "/")), true);
}
