// @ts-check
// The worker of the page that is one file: unpacks it, and hands on each part as soon as it is there.

import { lzma } from "./lzma.js";

/** @typedef {import("../part.d.ts").Part} Part */

self.onmessage = ({ data }) => {
  /** @type {{ packed: Uint8Array, parts: Part[] }} */
  const { packed, parts } = data;
  const unpack = lzma(
    packed,
    parts.reduce((sum, { bytes }) => sum + bytes, 0),
  );
  let start = 0;
  for (const { path, bytes } of parts) {
    const content = unpack(start + bytes).slice(start);
    start += bytes;
    self.postMessage({ path, content }, { transfer: [content.buffer] });
  }
};
