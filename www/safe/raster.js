// @ts-check
// What is known of a picture of pixels before a browser decodes it, from its bytes. Browsers believe the bytes and
// not the type that is declared, and a kilobyte can be a picture that takes gigabytes.

import { Refusal } from "./refusal.js";

/**
 * @typedef {"image/png" | "image/jpeg" | "image/gif" | "image/webp"} Kind
 * @typedef {{ width: number, height: number, frames: number }} Raster size in pixels; a still picture has one frame
 */

/** Browsers keep four bytes of each pixel. */
export const MOST_PIXELS = 32e6;
/** What moves is drawn again and again: each of its frames, and all of them together. */
const MOST_MOVING_PIXELS = 4e6;
const MOST_PIXELS_OF_FRAMES = 64e6;
/** A progressive JPEG is decoded once more for each scan; cameras and tools write a dozen at most. */
const MOST_SCANS = 64;

/** How files of each kind begin. @type {[kind: string, start: string, at: number][]} */
const STARTS = [
  ["image/png", "\x89PNG\r\n\x1a\n", 0],
  ["image/jpeg", "\xff\xd8\xff", 0],
  ["image/gif", "GIF87a", 0],
  ["image/gif", "GIF89a", 0],
  ["image/webp", "WEBP", 8],
  ["image/bmp", "BM", 0],
  ["image/avif", "ftypavif", 4],
  ["image/avif", "ftypavis", 4],
  ["image/tiff", "II*\0", 0],
  ["image/tiff", "MM\0*", 0],
  ["image/x-icon", "\0\0\x01\0", 0],
  ["image/x-icon", "\0\0\x02\0", 0],
];

/**
 * @param {Uint8Array} data
 * @returns {string | null} what it is by its first bytes, as a MIME type
 */
export function kindOf(data) {
  const begins = (/** @type {string} */ start, /** @type {number} */ at) =>
    [...start].every((char, index) => data[at + index] === char.charCodeAt(0));
  return STARTS.find(([, start, at]) => begins(start, at))?.[0] ?? null;
}

/** @type {Record<Kind, (view: DataView) => Raster | null>} */
const READERS = { "image/png": ofPng, "image/jpeg": ofJpeg, "image/gif": ofGif, "image/webp": ofWebp };

/**
 * Reads a file from its beginning to its end.
 * @param {Kind} kind
 * @param {Uint8Array} data
 * @returns {Raster | null} null if it is no such picture, or not all of it
 */
export function rasterOf(kind, data) {
  if (kindOf(data) !== kind) return null;
  try {
    const raster = READERS[kind](new DataView(data.buffer, data.byteOffset, data.byteLength));
    return raster && raster.width > 0 && raster.height > 0 && raster.frames > 0 ? raster : null;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // It ends before it has said it.
    return null;
  }
}

/**
 * Refuses a picture that takes more than a page can bear.
 * @param {Raster} raster
 * @returns {number} the pixels of all its frames
 */
export function weigh({ width, height, frames }) {
  const pixels = width * height;
  if (pixels > MOST_PIXELS) throw new Refusal("size", pixels, MOST_PIXELS);
  if (frames > 1 && pixels > MOST_MOVING_PIXELS) throw new Refusal("frames", pixels, MOST_MOVING_PIXELS);
  if (frames > 1 && pixels * frames > MOST_PIXELS_OF_FRAMES) {
    throw new Refusal("frames", pixels * frames, MOST_PIXELS_OF_FRAMES);
  }
  return pixels * frames;
}

/**
 * @param {DataView} view
 * @param {number} at
 */
const word = (view, at) => String.fromCharCode(...new Uint8Array(view.buffer, view.byteOffset + at, 4));

/** @param {DataView} view */
function ofPng(view) {
  let raster = null;
  let frames = 0;
  let hasData = false;
  for (let at = 8; ; ) {
    const length = view.getUint32(at);
    const kind = word(view, at + 4);
    // It has to be there up to the checksum.
    view.getUint32(at + 8 + length);
    if ((kind === "IHDR") !== (raster === null)) return null;
    if (kind === "IHDR") raster = { width: view.getUint32(at + 8), height: view.getUint32(at + 12), frames: 1 };
    if (kind === "IDAT") hasData = true;
    // Whatever an animation says of itself, these are its frames.
    if (kind === "fcTL") frames += 1;
    if (kind === "IEND") return hasData && raster ? { ...raster, frames: Math.max(frames, 1) } : null;
    at += 12 + length;
  }
}

/** @param {DataView} view */
function ofJpeg(view) {
  let raster = null;
  let scans = 0;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Any number of these bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return scans > 0 ? raster : null;
    // A frame header (SOF0 to SOF15) says the size; among these numbers are three other segments.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      // Of two of them one would lie.
      if (raster) return null;
      raster = { width: view.getUint16(at + 7), height: view.getUint16(at + 5), frames: 1 };
    }
    at += 2 + view.getUint16(at + 2);
    if (marker !== 0xda) continue;
    scans += 1;
    if (!raster) return null;
    if (scans > MOST_SCANS) throw new Refusal("frames", scans * raster.width * raster.height, MOST_PIXELS_OF_FRAMES);
    at = endOfScan(view, at);
  }
}

/**
 * @param {DataView} view
 * @param {number} at where the compressed data begins
 * @returns {number} where the next marker stands
 */
function endOfScan(view, at) {
  const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) throw new RangeError("the data of a scan has no end");
    const next = view.getUint8(at + 1);
    // A byte of the data, or a mark that a decoder may begin anew at.
    if (next !== 0 && (next < 0xd0 || next > 0xd7) && next !== 0xff) return at;
    at += next === 0xff ? 1 : 2;
  }
}

/** @param {DataView} view */
function ofGif(view) {
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let frames = 0;
  const colours = (/** @type {number} */ flags) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + colours(view.getUint8(10));
  // Some files lack the last byte; browsers draw them.
  while (at < view.byteLength && view.getUint8(at) !== 0x3b) {
    const block = view.getUint8(at);
    if (block === 0x21) at += 2;
    else if (block === 0x2c) {
      frames += 1;
      // Browsers make room for what is larger than the picture says.
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
      at += 11 + colours(view.getUint8(at + 9));
    } else return null;
    // Parts with their lengths, up to an empty one.
    for (let length = -1; length !== 0; at += 1 + length) {
      length = view.getUint8(at);
      if (at + length >= view.byteLength) return null;
    }
  }
  return { width, height, frames };
}

/** @param {DataView} view */
function ofWebp(view) {
  const size24 = (/** @type {number} */ at) => 1 + (view.getUint16(at, true) | (view.getUint8(at + 2) << 16));
  const end = 8 + view.getUint32(4, true);
  if (word(view, 0) !== "RIFF" || end > view.byteLength) return null;
  let raster = null;
  let stills = 0;
  let frames = 0;
  for (let at = 12; at + 8 <= end; ) {
    const kind = word(view, at);
    const length = view.getUint32(at + 4, true);
    if (at + 8 + length > end) return null;
    if (kind === "VP8X") raster ??= { width: size24(at + 12), height: size24(at + 15) };
    if (kind === "VP8L") {
      const bits = view.getUint32(at + 9, true);
      raster ??= { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
    }
    if (kind === "VP8 ") {
      raster ??= { width: view.getUint16(at + 14, true) & 0x3fff, height: view.getUint16(at + 16, true) & 0x3fff };
    }
    if (kind === "VP8L" || kind === "VP8 ") stills += 1;
    if (kind === "ANMF") frames += 1;
    at += 8 + length + (length & 1);
  }
  return raster && { ...raster, frames: Math.max(frames, Math.min(stills, 1)) };
}

const ADDRESS = /^data:(image\/(?:png|jpeg|jpg|gif|webp))\s*;\s*base64\s*,/i;

/**
 * A picture that is part of a text.
 * @param {string} address `data:image/png;base64,…`
 * @returns {{ address: string, pixels: number } | null} null if it is anything else, or is damaged; the address
 *   is written anew and holds what was looked at
 */
export function nestedPicture(address) {
  const found = address.trim().match(ADDRESS);
  if (!found) return null;
  const kind = /** @type {Kind} */ (found[1].toLowerCase().replace("jpg", "jpeg"));
  const encoded = address.trim().slice(found[0].length).replace(/\s+/g, "");
  const data = decoded(encoded);
  const raster = data && rasterOf(kind, data);
  return raster && { address: `data:${kind};base64,${encoded}`, pixels: weigh(raster) };
}

/** @param {string} base64 */
function decoded(base64) {
  try {
    const text = atob(base64);
    const data = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) data[at] = text.charCodeAt(at);
    return data;
  } catch {
    return null;
  }
}
