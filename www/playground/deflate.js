// @ts-check
// Deflating and inflating, as the browser does it: in parts, and with a bound on what comes out.

import { pauses } from "./pause.js";

/** Bytes that are deflated at once. */
const DEFLATE_STEP = 1 << 16;
/** Bytes that are inflated at once: a thousand times as much comes out at most. */
const INFLATE_STEP = 1 << 10;

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function deflate(bytes) {
  const packed = await through(new CompressionStream("deflate-raw"), bytes, DEFLATE_STEP, Number.POSITIVE_INFINITY);
  return /** @type {Uint8Array<ArrayBuffer>} */ (packed);
}

/**
 * @param {Uint8Array} packed
 * @param {number} most bytes
 * @returns {Promise<Uint8Array<ArrayBuffer> | null>} null if it holds more than `most` bytes
 * @throws {TypeError} if it is damaged or cut off
 */
export const inflate = (packed, most) => through(new DecompressionStream("deflate-raw"), packed, INFLATE_STEP, most);

/**
 * @param {CompressionStream | DecompressionStream} stream
 * @param {Uint8Array} bytes
 * @param {number} step
 * @param {number} most
 */
async function through({ readable, writable }, bytes, step, most) {
  const feeding = feed(writable.getWriter(), bytes, step);
  // Whoever reads hears of it as well.
  feeding.catch(() => {});
  const reader = readable.getReader();
  /** @type {Uint8Array[]} */
  const chunks = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  await feeding;
  return joined(chunks, length);
}

/**
 * @param {WritableStreamDefaultWriter} writer
 * @param {Uint8Array} bytes
 * @param {number} step
 */
async function feed(writer, bytes, step) {
  const pause = pauses();
  for (let at = 0; at < bytes.length; at += step) {
    await writer.write(bytes.subarray(at, at + step));
    await pause();
  }
  await writer.close();
}

/**
 * @param {Uint8Array[]} chunks
 * @param {number} length of all of them
 */
export function joined(chunks, length) {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
