// Unit tests of www/client/needs.js: what a browser lacks, and the interpreter for those that lack exceptions.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { afterEach, test } from "node:test";
import { lackedByPython, lackedByScripts, OLDEST, replacing } from "../../www/client/needs.js";

const original = Object.getOwnPropertyDescriptors(globalThis);
/** A browser that has everything. */
const NEW = { Document: class {}, RegExp };
NEW.Document.prototype.adoptedStyleSheets = [];

const be = (features) => {
  for (const [name, value] of Object.entries({ ...NEW, ...features }))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};
afterEach(() => {
  for (const name of ["Document", "RegExp", "WebAssembly"]) {
    if (name in original) Object.defineProperty(globalThis, name, original[name]);
    else delete globalThis[name];
  }
});

test("a browser that has everything lacks nothing", () => {
  be({});
  assert.equal(lackedByScripts(), null);
  assert.equal(lackedByPython(), null);
});

test("what a browser lacks is said by its name", () => {
  be({ Document: class {} });
  assert.equal(lackedByScripts(), "adoptedStyleSheets");
  be({
    RegExp: class {
      constructor() {
        throw new SyntaxError("Invalid regular expression: invalid group specifier name");
      }
    },
  });
  assert.equal(lackedByScripts(), "lookbehind in regular expressions");
});

test("without WebAssembly scripts work, and Python does not", () => {
  be({ WebAssembly: undefined });
  assert.equal(lackedByScripts(), null);
  assert.equal(lackedByPython(), "WebAssembly");
});

test("bytes are replaced wherever a file is cut into pieces", () => {
  const file = Uint8Array.from({ length: 20 }, (_, at) => at);
  const replacements = [
    { at: 0, bytes: [100] },
    { at: 7, bytes: [101, 102, 103] },
    { at: 19, bytes: [104] },
  ];
  const expected = [100, 1, 2, 3, 4, 5, 6, 101, 102, 103, 10, 11, 12, 13, 14, 15, 16, 17, 18, 104];
  for (const length of [1, 3, 8, 9, 20]) {
    const replace = replacing(replacements);
    const result = [];
    for (let at = 0; at < file.length; at += length) {
      const piece = file.slice(at, at + length);
      replace(piece);
      assert.equal(piece.length, Math.min(length, file.length - at));
      result.push(...piece);
    }
    assert.deepEqual(result, expected, `pieces of ${length}`);
  }
});

test("the book names the oldest browsers as the page does", () => {
  const book = readFileSync(new URL("../../docs/book/src/browsers.md", import.meta.url), "utf8");
  for (const browser of OLDEST.split(", ")) assert.ok(book.includes(browser), browser);
});
