// Unit tests of www/single/worker/lzma.js: what is packed in the page that is one file.

import assert from "node:assert/strict";
import { test } from "node:test";
import { lzma } from "../../www/single/worker/lzma.js";

const text = "garter ".repeat(20);
/** The text, packed by xz with `lc` of 4, `lp` and `pb` of 0, without a header: one word, and a repetition of it. */
const packed = Uint8Array.from(atob("ADOZDhAlpCH5ynExjh///93+AAA="), (char) => char.charCodeAt(0));

test("each part ends where it ends, also within a repetition", () => {
  for (const size of [1, 5, 10, 13, 139, 140]) {
    const unpack = lzma(packed, text.length);
    let start = 0;
    for (let end = Math.min(size, text.length); start < text.length; end = Math.min(end + size, text.length)) {
      const part = unpack(end).slice(start);
      assert.equal(new TextDecoder().decode(part), text.slice(start, end));
      start = end;
    }
  }
});
