// @ts-check
// A project as a zip file, and back. A stranger's zip file may lie: what its list says of a file is compared with what
// stands before the file's bytes, and with what comes out of them. The format:
// https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT

import { withoutHidden } from "../texts/visible.js";
import { deflate, inflate, joined } from "./deflate.js";
import { pauses } from "./pause.js";
import { bytesOf, contentOf, freeName, gathered, LIMITS, megabytes, Problem } from "./project.js";

/** @typedef {import("./project.js").Files} Files */

/**
 * What the list of a zip file says of a file in it.
 * @typedef {object} Entry
 * @property {string} name
 * @property {Uint8Array} path the name's bytes
 * @property {number} flags
 * @property {number} method
 * @property {number} sum CRC-32 of the content
 * @property {number} packed bytes in the zip file
 * @property {number} size bytes of the content
 * @property {number} at where its header begins
 * @property {boolean} isLink on Unix, a name for another file
 */

/** What its headers begin with. */
const LOCAL = 0x04034b50;
const LISTED = 0x02014b50;
const END = 0x06054b50;
/** Their lengths, without what has a length of its own. */
const LOCAL_BYTES = 30;
const LISTED_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** Methods of packing: the others are rare. */
const STORED = 0;
const DEFLATED = 8;
/** Flags. Of an encrypted file there are three kinds. */
const ENCRYPTED = 0x2041;
const SIZES_FOLLOW = 0x0008;
const UTF8 = 0x0800;
/** In a field for a size, this says that the size stands in an extra field, as only files of 4 GB need it. */
const ZIP64 = 0xffffffff;
/** Entries: files, and folders, which a project does not have. */
const MOST_ENTRIES = 10 * LIMITS.files;

/**
 * @param {Files} files
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function pack(files) {
  const pause = pauses();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const list = [];
  /** @type {string[]} */
  const names = [];
  let at = 0;
  for (const [path, content] of files) {
    const bytes = bytesOf(content);
    const deflated = await deflate(bytes);
    const isSmaller = deflated.length < bytes.length;
    const data = isSmaller ? deflated : bytes;
    // A name that a program has made of what nobody sees would lie on the disk of whoever unpacks it.
    names.push(freeName(withoutHidden(path.normalize("NFC")), names));
    const name = bytesOf(/** @type {string} */ (names.at(-1)));
    const sum = await checksum(bytes, pause);
    const common = fields(
      [2, UTF8],
      [2, isSmaller ? DEFLATED : STORED],
      [4, now()],
      [4, sum],
      [4, data.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    );
    const local = [fields([4, LOCAL], [2, 20]), common, name, data];
    list.push(fields([4, LISTED], [4, 20 | (20 << 16)]), common, fields([2, 0], [4, 0], [4, 0], [4, at]), name);
    parts.push(...local);
    at += lengthOf(local);
  }
  const listed = lengthOf(list);
  const end = fields([4, END], [4, 0], [2, files.size], [2, files.size], [4, listed], [4, at], [2, 0]);
  return joined([...parts, ...list, end], at + listed + end.length);
}

/** @param {...[bytes: number, value: number]} values */
function fields(...values) {
  const bytes = new Uint8Array(values.reduce((sum, [size]) => sum + size, 0));
  let at = 0;
  for (const [size, value] of values) {
    for (let byte = 0; byte < size; byte += 1) bytes[at++] = value >>> (8 * byte);
  }
  return bytes;
}

/** @param {Uint8Array[]} parts */
const lengthOf = (parts) => parts.reduce((sum, { length }) => sum + length, 0);

/** The time as MS-DOS had it: two seconds are its smallest unit. */
function now() {
  const date = new Date();
  const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
  return (day << 16) | (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} zip its name, for sentences
 * @returns {Promise<{ files: Files, skipped: string[] }>} `skipped` names the entries that a project cannot hold
 * @throws {Problem} names what is wrong, and with which file
 */
export async function unpack(bytes, zip) {
  const { listed, start } = listOf(bytes, zip);
  const entries = listed.filter(({ name }) => !isFolder(name));
  if (entries.length > LIMITS.files) throw new Problem("zipMany", { zip, most: LIMITS.files });
  if (entries.reduce((sum, { size }) => sum + size, 0) > LIMITS.bytes) {
    throw new Problem("zipLarge", { zip, most: megabytes(LIMITS.bytes) });
  }
  const places = placesOf(bytes.subarray(0, start), entries, zip);
  const root = commonFolder(entries.map(({ name }) => name));
  const skipped = [];
  /** @type {[string, import("./project.js").Content][]} */
  const contents = [];
  const pause = pauses();
  for (const [at, entry] of entries.entries()) {
    const content = await contentIn(places[at], entry, { zip, pause });
    if (entry.isLink) skipped.push(entry.name);
    else contents.push([entry.name.slice(root.length), contentOf(content)]);
  }
  const files = gathered(contents, (name) => skipped.push(root + name));
  if (files.size === 0) throw new Problem("zipEmpty", { zip });
  return { files, skipped };
}

/** Folders, and what macOS adds of its own. @param {string} name */
const isFolder = (name) => name.endsWith("/") || /(^|\/)(__MACOSX\/|\.DS_Store$)/.test(name);

/**
 * @param {Uint8Array} bytes
 * @param {string} zip
 * @returns {{ listed: Entry[], start: number }} the list at its end, which says what there is, and where it begins
 */
function listOf(bytes, zip) {
  const broken = () => new Problem("zipBroken", { zip });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = endOf(view);
  if (end === null) throw broken();
  const [disks, here, count] = [
    view.getUint32(end + 4, true),
    view.getUint16(end + 8, true),
    view.getUint16(end + 10, true),
  ];
  const [length, start] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
  if (start === ZIP64 || length === ZIP64 || count === 0xffff) throw new Problem("zipHuge", { zip });
  if (count > MOST_ENTRIES) throw new Problem("zipMany", { zip, most: LIMITS.files });
  // Of several disks, or with something before or behind: no tool of today makes it.
  if (disks !== 0 || here !== count || start + length !== end) throw broken();
  const listed = [];
  let at = start;
  for (let number = 0; number < count; number += 1) {
    if (at + LISTED_BYTES > end || view.getUint32(at, true) !== LISTED) throw broken();
    const after = (/** @type {number} */ field) => view.getUint16(at + field, true);
    const next = at + LISTED_BYTES + after(28) + after(30) + after(32);
    if (next > end) throw broken();
    const path = bytes.subarray(at + LISTED_BYTES, at + LISTED_BYTES + after(28));
    const flags = after(8);
    const entry = {
      name: nameOf(path, Boolean(flags & UTF8)),
      path,
      flags,
      method: after(10),
      sum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      // The type of the file, of which 0xa is a symbolic link, if the list was made on Unix.
      isLink: view.getUint8(at + 5) === 3 && view.getUint32(at + 38, true) >>> 28 === 0xa,
    };
    if ([entry.packed, entry.size, entry.at].includes(ZIP64)) throw new Problem("zipHuge", { zip });
    listed.push(entry);
    at = next;
  }
  if (at !== end) throw broken();
  return { listed, start };
}

/**
 * @param {DataView} view
 * @returns {number | null} where the end of the list is, behind which there may be a comment
 */
function endOf(view) {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END && at + END_BYTES + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  return null;
}

/**
 * Tools that do not say how names are encoded mean UTF-8, or a code page of DOS that cannot be known.
 * @param {Uint8Array} path
 * @param {boolean} isUtf8 as the list says
 */
function nameOf(path, isUtf8) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(path);
  } catch {
    return new TextDecoder(isUtf8 ? "utf-8" : "latin1").decode(path);
  }
}

/**
 * Compares what the list says with what stands before each file.
 * @param {Uint8Array} bytes before the list
 * @param {Entry[]} entries
 * @param {string} zip
 * @returns {Uint8Array[]} the packed bytes of each
 */
function placesOf(bytes, entries, zip) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const places = entries.map((entry) => {
    const problem = (/** @type {string} */ kind) => new Problem(kind, { zip, name: entry.name });
    if (entry.flags & ENCRYPTED) throw problem("zipEncrypted");
    if (entry.method !== STORED && entry.method !== DEFLATED) throw problem("zipMethod");
    const { at } = entry;
    if (at + LOCAL_BYTES > bytes.length || view.getUint32(at, true) !== LOCAL) throw problem("zipLies");
    const start = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
    const end = start + entry.packed;
    const path = bytes.subarray(at + LOCAL_BYTES, at + LOCAL_BYTES + view.getUint16(at + 26, true));
    // Tools that pack what they do not know yet write these behind the file.
    const unknown = view.getUint16(at + 6, true) & SIZES_FOLLOW ? [0, ZIP64] : [];
    const areSame = [entry.sum, entry.packed, entry.size].every((value, field) =>
      [value, ...unknown].includes(view.getUint32(at + 14 + 4 * field, true)),
    );
    if (
      end > bytes.length ||
      view.getUint16(at + 8, true) !== entry.method ||
      view.getUint16(at + 6, true) & ENCRYPTED ||
      path.length !== entry.path.length ||
      !path.every((byte, index) => byte === entry.path[index]) ||
      !areSame
    ) {
      throw problem("zipLies");
    }
    return { entry, start, end };
  });
  // A few bytes that are unpacked as a thousand files.
  const sorted = places.toSorted((one, other) => one.entry.at - other.entry.at);
  for (const [index, { entry }] of sorted.entries()) {
    if (index > 0 && entry.at < sorted[index - 1].end) throw new Problem("zipOverlaps", { zip, name: entry.name });
  }
  return places.map(({ start, end }) => bytes.subarray(start, end));
}

/**
 * @param {Uint8Array} data as it is packed
 * @param {Entry} entry
 * @param {{ zip: string, pause: () => Promise<void> }} work
 * @returns {Promise<Uint8Array>} the content, which is what the list says of it
 */
async function contentIn(data, { name, method, size, sum }, { zip, pause }) {
  const lies = () => new Problem("zipLies", { zip, name });
  // However much would come out: no more is inflated than the list says.
  const content = method === STORED ? data.slice() : await inflate(data, size).catch(() => null);
  if (content?.length !== size || (await checksum(content, pause)) !== sum) throw lies();
  return content;
}

/**
 * @param {string[]} names
 * @returns {string} the one folder that all lie in, as in a zip file that was made of a folder
 */
function commonFolder(names) {
  const [first = ""] = names;
  const folder = first.slice(0, first.indexOf("/") + 1);
  // Up, and from the root, is no folder.
  return !["", "/", "../"].includes(folder) && names.every((name) => name.startsWith(folder)) ? folder : "";
}

/** CRC-32, of each byte. */
const SUMS = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** Bytes that are summed up at once: a fraction of a millisecond. */
const SUM_STEP = 1 << 16;

/**
 * @param {Uint8Array} bytes
 * @param {() => Promise<void>} pause
 * @returns {Promise<number>} their CRC-32
 */
async function checksum(bytes, pause) {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at += SUM_STEP) {
    for (const byte of bytes.subarray(at, at + SUM_STEP)) sum = SUMS[(sum ^ byte) & 0xff] ^ (sum >>> 8);
    await pause();
  }
  return ~sum >>> 0;
}
