// Unit tests of www/playground/zip.js: a project as a zip file, and zip files of others.

import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { LIMITS, Problem } from "../../www/playground/project.js";
import { pack, unpack } from "../../www/playground/zip.js";
import { table } from "./table.js";

const zip = (entries, options) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])), options);

test("a project comes back from its zip file", () => {
  const files = new Map([
    ["main.py", "print('é')\n"],
    ["data/a.csv", "1,2"],
    ["logo.png", new Uint8Array([0, 255])],
  ]);
  assert.deepEqual(unpack(pack(files)), { files, skipped: [] });
});

table(
  [
    ["a folder around everything is dropped", { "quiz/main.py": "a", "quiz/b/c.txt": "b" }, ["main.py", "b/c.txt"]],
    ["folders beside files stay", { "main.py": "a", "b/c.txt": "b" }, ["main.py", "b/c.txt"]],
    ["entries of folders are no files", { "main.py": "a", "b/": "" }, ["main.py"]],
    ["what macOS adds is dropped", { "q/main.py": "a", "__MACOSX/q/._main.py": "b", "q/.DS_Store": "c" }, ["main.py"]],
  ],
  (entries, paths) => assert.deepEqual([...unpack(zip(entries)).files.keys()], paths),
);

test("files whose names cannot be are named, and the others are unpacked", () => {
  const { files, skipped } = unpack(zip({ "main.py": "a", "../b": "b", "c\\d": "c" }));
  assert.deepEqual([...files], [["main.py", "a"]]);
  assert.deepEqual(skipped, ["../b", "c\\d"]);
});

table(
  [
    ["a file that is no zip file is refused", () => strToU8("not a zip file"), "zipBroken"],
    ["a zip file that was cut is refused", () => zip({ "main.py": "a" }).slice(0, -10), "zipBroken"],
    [
      "too many files are refused",
      () => zip(Object.fromEntries(Array.from({ length: LIMITS.files + 1 }, (_, n) => [`${n}`, "a"]))),
      "zipMany",
    ],
    ["a bomb is refused before it is unpacked", () => zip({ "main.py": "0".repeat(1 << 20) }), "zipBomb"],
    [
      "too much content is refused before it is unpacked",
      () => zip({ a: "0".repeat(LIMITS.bytes), b: "0" }, { level: 0 }),
      "zipLarge",
    ],
  ],
  (bytes, kind) =>
    assert.throws(
      () => unpack(bytes()),
      (error) => error instanceof Problem && error.kind === kind,
    ),
);

test("a small file may be packed as well as it can be", () => {
  assert.equal(unpack(zip({ "main.py": "0".repeat(60_000) })).files.size, 1);
});
