// Unit tests of www/playground/zip.js: a project as a zip file, and zip files of others, many of which lie.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { unzipSync, zipSync } from "fflate";
import { inWords } from "../../www/playground/dialog.js";
import { LIMITS, Problem } from "../../www/playground/project.js";
import { pack, unpack } from "../../www/playground/zip.js";
import { visible } from "../../www/texts/visible.js";
import { table } from "./table.js";
import { en, ja } from "./texts.js";
import { zipOf } from "./zips.js";

const utf8 = new TextEncoder();
const main = { name: "main.py", content: "print(1)" };
const filesOf = (entries) => Object.entries(entries).map(([name, content]) => ({ name, content }));

test("a project comes back from its zip file", async () => {
  const files = new Map([
    ["main.py", "print('é')\n"],
    ["data/名前.csv", "1,2"],
    ["empty", ""],
    ["zeros", "0".repeat(1 << 20)],
    ["logo.png", new Uint8Array([0, 255])],
    ["__proto__", "a"],
    ["constructor", "b"],
    ["toString", new Uint8Array([0])],
  ]);
  const bytes = await pack(files);
  assert.deepEqual(await unpack(bytes, "a.zip"), { files, skipped: [] });
  const other = unzipSync(bytes);
  assert.deepEqual(
    Object.keys(other),
    [...files.keys()].filter((path) => path !== "__proto__"),
  );
  assert.equal(new TextDecoder().decode(other["data/名前.csv"]), "1,2");
});

test("a zip file of another tool is read", async () => {
  const bytes = zipSync({ "main.py": utf8.encode("é".repeat(1000)), "b.txt": [utf8.encode("b"), { level: 0 }] });
  assert.deepEqual(
    [...(await unpack(bytes, "a.zip")).files],
    [
      ["main.py", "é".repeat(1000)],
      ["b.txt", "b"],
    ],
  );
});

test("files get names in a zip file that a disk can hold, each its own", async () => {
  const files = new Map([
    ["main.py", ""],
    ["\u202eyp.exe", "1"],
    ["\u200byp.exe", "2"],
    ["a ", "3"],
  ]);
  assert.deepEqual(
    [...(await unpack(await pack(files), "a.zip")).files.keys()],
    ["main.py", "_yp.exe", "_yp 2.exe", "a_"],
  );
});

table(
  [
    ["a folder around everything is dropped", { "quiz/main.py": "a", "quiz/b/c.txt": "b" }, ["main.py", "b/c.txt"]],
    ["folders beside files stay", { "main.py": "a", "b/c.txt": "b" }, ["main.py", "b/c.txt"]],
    ["entries of folders are no files", { "main.py": "a", "b/": "" }, ["main.py"]],
    ["what macOS adds is dropped", { "q/main.py": "a", "__MACOSX/q/._main.py": "b", "q/.DS_Store": "c" }, ["main.py"]],
  ],
  async (entries, paths) => assert.deepEqual([...(await unpack(zipOf(filesOf(entries)), "a.zip")).files.keys()], paths),
);

table(
  [
    [
      "sizes that are not said before the bytes are in the list",
      { local: { size: 0, packed: 0, sum: 0, flags: 8 }, flags: 8 },
    ],
    ["a file may be packed as well as it can be", { content: "0".repeat(LIMITS.bytes) }],
    ["a file may be stored as it is", { method: 0 }],
  ],
  async (entry) => {
    const given = { ...main, ...entry };
    assert.equal((await unpack(zipOf([given]), "a.zip")).files.get("main.py"), given.content);
  },
);

test("a comment may stand at the end", async () => {
  assert.equal((await unpack(zipOf([main], { comment: "made by PK\u0005\u0006" }), "a.zip")).files.size, 1);
});

test("files that a project cannot hold are named, and the others are unpacked", async () => {
  const names = ["../b", "c\\d", "\u202eyp.exe", "f", "main.py", "main.py/x", "end.", "/etc/passwd"];
  const entries = [main, { name: "f/g", content: "g" }, ...names.map((name) => ({ name, content: "x" }))];
  const link = { name: "link", content: "/etc/passwd", mode: 0o120777 };
  const { files, skipped } = await unpack(zipOf([...entries, link]), "a.zip");
  assert.deepEqual(
    [...files],
    [
      ["main.py", "print(1)"],
      ["f/g", "g"],
    ],
  );
  assert.deepEqual(skipped.toSorted(), [...names, "link"].toSorted());
});

/** What a zip file is refused with: its sentence names the file, in every language. */
async function refusal(bytes) {
  try {
    await unpack(bytes, "homework.zip");
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    for (const { playground } of [en, ja]) {
      const sentence = inWords(error, playground);
      assert.match(sentence, /homework\.zip/);
      assert.ok(!error.values.name || sentence.includes(visible(error.values.name)), sentence);
    }
    return error.kind;
  }
  return null;
}

const bomb = deflateRawSync(Buffer.alloc(64 << 20));
const many = (count) => Array.from({ length: count }, (_, number) => ({ name: `${number}`, content: "a" }));

table(
  [
    ["a file that is no zip file is refused", () => utf8.encode("not a zip file"), "zipBroken"],
    ["an empty file is refused", () => new Uint8Array(), "zipBroken"],
    ["a zip file that was cut is refused", () => zipOf([main]).slice(0, -10), "zipBroken"],
    ["a zip file whose beginning is missing is refused", () => zipOf([main]).slice(10), "zipBroken"],
    [
      "what stands before the first file, as in one that unpacks itself, does no harm",
      () => zipOf([main], { before: utf8.encode("MZ") }),
      null,
    ],
    ["what stands behind the end is refused", () => zipOf([main], { after: utf8.encode("more") }), "zipBroken"],
    ["a list with fewer entries than it says is refused", () => zipOf([main], { end: { count: 2 } }), "zipBroken"],
    [
      "a list with more entries than it says is refused",
      () => zipOf([main, { name: "b" }], { end: { count: 1 } }),
      "zipBroken",
    ],
    ["a list that begins elsewhere is refused", () => zipOf([main], { end: { start: 3 } }), "zipBroken"],
    ["a list that is longer than it says is refused", () => zipOf([main], { end: { length: 3 } }), "zipBroken"],
    ["a zip file for huge files is refused", () => zipOf([main], { end: { start: 0xffffffff } }), "zipHuge"],
    ["a file for huge files is refused", () => zipOf([{ ...main, listed: { size: 0xffffffff } }]), "zipHuge"],
    ["a zip file without files is refused", () => zipOf([]), "zipEmpty"],
    ["a zip file with folders only is refused", () => zipOf([{ name: "a/" }]), "zipEmpty"],
    ["a zip file with nothing that can be held is refused", () => zipOf([{ name: "../a" }]), "zipEmpty"],
    ["too many files are refused", () => zipOf(many(LIMITS.files + 1)), "zipMany"],
    [
      "too many folders are refused",
      () =>
        zipOf(
          many(10 * LIMITS.files)
            .map(({ name }) => ({ name: `${name}/` }))
            .concat(main),
        ),
      "zipMany",
    ],
    [
      "too much content is refused before it is unpacked",
      () =>
        zipOf([
          { name: "a", content: new Uint8Array(LIMITS.bytes) },
          { name: "b", content: "0" },
        ]),
      "zipLarge",
    ],
    ["a locked file is refused", () => zipOf([{ ...main, flags: 1 }]), "zipEncrypted"],
    [
      "a file whose header alone says that it is locked is refused",
      () => zipOf([{ ...main, local: { flags: 1 } }]),
      "zipLies",
    ],
    ["a file that is packed in another way is refused", () => zipOf([{ ...main, method: 93 }]), "zipMethod"],
    [
      "a file that unpacks to more than it says is refused",
      () => zipOf([{ ...main, listed: { size: 4 }, local: { size: 4 } }]),
      "zipLies",
    ],
    [
      "a file that unpacks to less than it says is refused",
      () => zipOf([{ ...main, listed: { size: 9 }, local: { size: 9 } }]),
      "zipLies",
    ],
    [
      "a stored file of another size is refused",
      () => zipOf([{ ...main, method: 0, listed: { size: 4 }, local: { size: 4 } }]),
      "zipLies",
    ],
    ["a bomb that claims to be small is refused", () => zipOf([{ ...main, packed: bomb }]), "zipLies"],
    [
      "a bomb that claims to be as large as can be is refused",
      () => zipOf([{ ...main, packed: bomb, listed: { size: LIMITS.bytes }, local: { size: LIMITS.bytes } }]),
      "zipLies",
    ],
    [
      "a bomb that says what it is is refused",
      () => zipOf([{ ...main, packed: bomb, listed: { size: 64 << 20 }, local: { size: 64 << 20 } }]),
      "zipLarge",
    ],
    [
      "a file with a changed content is refused",
      () => zipOf([{ ...main, packed: deflateRawSync("print(2)") }]),
      "zipLies",
    ],
    [
      "a file with a wrong checksum is refused",
      () => zipOf([{ ...main, listed: { sum: 1 }, local: { sum: 1 } }]),
      "zipLies",
    ],
    [
      "a file that is not deflated is refused",
      () => zipOf([{ ...main, packed: utf8.encode("not deflated") }]),
      "zipLies",
    ],
    [
      "a file that is cut off is refused",
      () => zipOf([{ ...main, packed: deflateRawSync("print(1)").subarray(0, -2) }]),
      "zipLies",
    ],
    ["a header with another name is refused", () => zipOf([{ ...main, local: { name: "evil.py" } }]), "zipLies"],
    ["a header with another size is refused", () => zipOf([{ ...main, local: { size: 4 } }]), "zipLies"],
    ["a header with another checksum is refused", () => zipOf([{ ...main, local: { sum: 4 } }]), "zipLies"],
    ["a header with another way of packing is refused", () => zipOf([{ ...main, local: { method: 0 } }]), "zipLies"],
    [
      "a file that reaches into the list is refused",
      () => zipOf([{ ...main, listed: { packed: 60 }, local: { packed: 60 } }]),
      "zipLies",
    ],
    [
      "a file that has another's place is refused",
      () => zipOf([main, { ...main, name: "other.py", at: 0 }]),
      "zipLies",
    ],
    ["a file that has another's place and name is refused", () => zipOf([main, { ...main, at: 0 }]), "zipOverlaps"],
    [
      "a file that lies inside another is refused",
      () => {
        const inner = zipOf([{ name: "in.py", content: "1" }]);
        const outer = { name: "o", content: inner, method: 0 };
        // The second entry begins where the bytes of the first do, behind 30 bytes of header and one of its name.
        return zipOf([outer, { name: "in.py", content: "1", at: 0 }]).map((byte, at, all) =>
          at === all.length - 22 - 5 - 4 ? 31 : byte,
        );
      },
      "zipOverlaps",
    ],
  ],
  async (bytes, kind) => assert.equal(await refusal(bytes()), kind),
);

test("whatever a byte is changed to, a file is what it was or refused", async () => {
  const right = zipOf([main, { name: "b.txt", content: "b".repeat(100) }]);
  const { files } = await unpack(right, "homework.zip");
  const contents = new Set(files.values());
  for (let at = 0; at < right.length; at += 1) {
    for (const change of [1, 0xff]) {
      const bytes = right.slice();
      bytes[at] ^= change;
      if ((await refusal(bytes)) !== null) continue;
      const unpacked = await unpack(bytes, "homework.zip");
      for (const content of unpacked.files.values()) assert.ok(contents.has(content), `byte ${at}`);
      assert.equal(unpacked.files.size + unpacked.skipped.length, 2, `byte ${at}`);
    }
  }
});
