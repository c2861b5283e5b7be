// @ts-check
// What is known of a picture before a browser draws it. A kilobyte can be a picture that takes gigabytes
// or hours.

/** @typedef {{ width: number, height: number }} Size in pixels */

/**
 * @param {string} mime
 * @param {Uint8Array} data
 * @returns {Size | null} null if it is no such picture
 */
export function sizeOf(mime, data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  try {
    if (mime === "image/png") return { width: view.getUint32(16), height: view.getUint32(20) };
    if (mime === "image/gif") return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
    return sizeOfJpeg(view);
  } catch {
    // It ends before it has said it.
    return null;
  }
}

/**
 * @param {DataView} view
 * @returns {Size | null}
 */
function sizeOfJpeg(view) {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // A frame header (SOF0 to SOF15) says it; among these numbers are three other segments.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    // Any number of these bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** What can take more than a moment for each pixel, or hide what is in the text. */
const HEAVY =
  /<!(?:DOCTYPE|ENTITY)|<(?:[\w.-]+:)?(?:filter|foreignObject)\b|filter\s*[:=]\s*["']?\s*(?:blur|drop-shadow)\(/i;
/** What draws something else once more: a few of them, one in the other, draw it a million times. */
const REPEATS = /<(?:[\w.-]+:)?(?:use|pattern|marker|mask)\b|url\(\s*["']?data:|href\s*=\s*["']\s*data:image\/svg/gi;
const MOST_REPEATS = 8;

/**
 * @param {string} svg
 * @returns {boolean} whether it could keep the page from drawing
 */
export const isHeavy = (svg) => HEAVY.test(svg) || (svg.match(REPEATS)?.length ?? 0) > MOST_REPEATS;
