// Unit tests of www/playground/project.js: the files of a project, their names and limits.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areSame,
  checkedPath,
  contentOf,
  freeName,
  freePath,
  gathered,
  hasRoomForTab,
  isEditable,
  isSame,
  LIMITS,
  megabytes,
  newProject,
  openTab,
  Problem,
  projectName,
  Room,
  sorted,
} from "../../www/playground/project.js";
import { table } from "./table.js";
import { en } from "./texts.js";

/** The kind of the problem that a function fails with; each kind has a sentence. */
function problemOf(act) {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    assert.ok(Object.hasOwn(en.playground.problems, error.kind), `${error.kind} has a sentence`);
    return error.kind;
  }
  return null;
}

table(
  [
    ["a plain name is taken as it is", "data.csv", "data.csv"],
    ["a file may lie in folders", "data/2026/a.csv", "data/2026/a.csv"],
    ["blanks around a name are dropped", "  a.py ", "a.py"],
    ["a name is written in one way, however it was typed", "cafe\u0301.txt", "caf\u00e9.txt"],
    ["names of all languages are taken", "データ 1.txt", "データ 1.txt"],
    ["a wide space between words is taken", "データ　1.txt", "データ　1.txt"],
    ["Persian, which has a joiner of no width, is taken", "می‌خواهم.txt", "می‌خواهم.txt"],
    ["a variant of a kanji is taken", "葛\u{e0100}.txt", "葛\u{e0100}.txt"],
    ["a family of emoji is taken", "👨‍👩‍👧 ❤️.txt", "👨‍👩‍👧 ❤️.txt"],
    ["a hidden file is taken", ".env", ".env"],
  ],
  (wanted, path) => assert.equal(checkedPath(wanted, []), path),
);

table(
  [
    ["an empty name is refused", "  ", "nameEmpty"],
    ["a long name is refused", "x".repeat(LIMITS.path + 1), "nameLong"],
    ["a backslash is refused", "a\\b", "nameOdd"],
    ["control characters are refused", "a\nb", "nameHidden"],
    ["a mark of direction is refused", "\u202eyp.exe", "nameHidden"],
    ["an isolate is refused", "a\u2066b", "nameHidden"],
    ["the Arabic letter mark is refused", "\u061ca.py", "nameHidden"],
    ["a space of no width is refused", "ma\u200bin.py", "nameHidden"],
    ["a joiner between Latin letters is refused", "ma\u200din.py", "nameHidden"],
    ["a soft hyphen is refused", "ma\u00adin.py", "nameHidden"],
    ["a letter without a shape is refused", "\u3164.py", "nameHidden"],
    ["a variant of what has none is refused", "main\ufe0f.py", "nameHidden"],
    ["the blank of Braille is refused", "a\u2800.py", "nameHidden"],
    ["a dot that is no full stop is refused", "a\u2024py", "nameHidden"],
    ["a space of another width is refused", "a\u00a0b.py", "nameHidden"],
    ["marks that are piled up are refused", `a${"\u0316".repeat(20)}.py`, "nameHidden"],
    ["a dot at the end is refused", "main.py.", "nameDot"],
    ["a dot at the end of a folder is refused", "data./x", "nameDot"],
    ["half of an emoji is refused", "\ud83d.txt", "nameOdd"],
    ["an absolute path is refused", "/a", "nameFolders"],
    ["a way out of the folder is refused", "../a", "nameFolders"],
    ["a folder without a name is refused", "a//b", "nameFolders"],
    ["a folder is no file", "a/", "nameFolders"],
    ["blanks around a folder's name are refused", "a /b", "nameFolders"],
    ["a taken name is refused", "main.py", "nameTaken"],
    ["a file cannot be called as a folder", "data", "nameIsFolder"],
    ["a folder cannot be called as a file", "main.py/a", "nameIsFolder"],
  ],
  (wanted, kind) =>
    assert.equal(
      problemOf(() => checkedPath(wanted, ["main.py", "data/a.csv"])),
      kind,
    ),
);

test("a program may write a file whose name nobody can type, if a project can hold it", () => {
  for (const name of ["\u202eyp.exe", "a\nb", "main.py ", "cafe\u0301", "end."])
    assert.equal(freePath(name, ["main.py"]), name);
  for (const [name, kind] of [
    ["x".repeat(LIMITS.path + 1), "nameLong"],
    ["a\\b", "nameOdd"],
    ["main.py", "nameTaken"],
    ["main.py/a", "nameIsFolder"],
  ]) {
    assert.equal(
      problemOf(() => freePath(name, ["main.py"])),
      kind,
    );
  }
});

test("a project holds so many files and bytes, and a file may be replaced in a full one", () => {
  const full = new Room(new Map(Array.from({ length: LIMITS.files }, (_, number) => [`${number}.txt`, ""])));
  const take = (room, path, content) => problemOf(() => room.take(path, content));
  assert.equal(take(full, "one more.txt", ""), "tooMany");
  assert.equal(take(full, "0.txt", "a"), null);
  const large = new Room(new Map([["a", new Uint8Array(LIMITS.bytes - 2)]]));
  assert.equal(take(large, "b", "éa"), "tooLarge");
  assert.equal(take(large, "b", "é"), null);
  assert.equal(take(large, "c", "a"), "tooLarge", "what was taken before counts");
  assert.equal(take(large, "a", "short"), null);
  assert.equal(take(large, "c", LIMITS.bytes - 100), null, "what was replaced does not count");
});

test("files from elsewhere are taken, and each that cannot be is told with its reason", () => {
  const told = [];
  const files = gathered(
    [
      ["a/b", "1"],
      ["a", "2"],
      ["__proto__", "3"],
      ["main.py/x", "4"],
      ["../out", "5"],
      ["toString", "6"],
      ["large", new Uint8Array(LIMITS.bytes)],
    ],
    (path, problem) => told.push([path, problem.kind]),
  );
  assert.deepEqual(
    [...files],
    [
      ["a/b", "1"],
      ["__proto__", "3"],
      ["toString", "6"],
    ],
  );
  assert.deepEqual(told, [
    ["a", "nameIsFolder"],
    ["main.py/x", "nameIsFolder"],
    ["../out", "nameFolders"],
    ["large", "tooLarge"],
  ]);
});

test("the program comes first, the other files by name", () => {
  const files = new Map(["z.txt", "b.py", "main.py", "a.csv"].map((path) => [path, ""]));
  assert.deepEqual(sorted(files), ["main.py", "a.csv", "b.py", "z.txt"]);
});

test("a new project opens its texts, and only as many as there is room for", () => {
  const files = new Map([
    ["picture.png", new Uint8Array(1)],
    ["main.py", ""],
    ...Array.from({ length: 30 }, (_, number) => [`${number}.txt`, ""]),
  ]);
  const { about } = newProject("  My\tproject ", files);
  assert.equal(about.name, "My project");
  assert.equal(about.active, "main.py");
  assert.equal(about.tabs[0], "main.py");
  assert.equal(about.tabs.length, 12);
  assert.ok(!about.tabs.includes("picture.png"));
  assert.ok(!hasRoomForTab(about));
  openTab(about, "20.txt");
  openTab(about, "20.txt");
  assert.equal(about.tabs.filter((path) => path === "20.txt").length, 1);
  assert.notEqual(newProject("a", files).about.id, about.id);
});

table(
  [
    ["a text is a text", "é\r\n", "string"],
    ["a byte order mark stays", "\ufeffa", "string"],
  ],
  (text, type) => {
    const content = contentOf(new TextEncoder().encode(text));
    assert.equal(typeof content, type);
    assert.equal(content, text);
  },
);

test("bytes that are no UTF-8, or hold a zero, stay bytes", () => {
  for (const bytes of [
    [0xff, 0xfe],
    [0x61, 0],
  ]) {
    assert.deepEqual(contentOf(new Uint8Array(bytes)), new Uint8Array(bytes));
  }
});

table(
  [
    ["an empty text is edited", "", true],
    ["a program is edited", "print(1)\n".repeat(10_000), true],
    ["a text of very many characters is not", `${"x".repeat(1000)}\n`.repeat(1100), false],
    ["a text of very many lines is not", "\n".repeat(50_000), false],
    ["a text with a very long line is not", `a\n${"x".repeat(100_001)}\nb`, false],
    ["bytes are not edited", new Uint8Array([0]), false],
  ],
  (content, is) => assert.equal(isEditable(content), is),
);

test("files are the same if their contents are", () => {
  assert.ok(isSame(new Uint8Array([1, 2]), new Uint8Array([1, 2])));
  assert.ok(!isSame(new Uint8Array([1, 2]), new Uint8Array([1, 3])));
  assert.ok(!isSame(new Uint8Array([97]), "a"));
  assert.ok(!isSame(new Uint8Array([97]), undefined));
  assert.ok(
    areSame(
      new Map([
        ["a", "1"],
        ["b", "2"],
      ]),
      new Map([
        ["b", "2"],
        ["a", "1"],
      ]),
    ),
  );
  assert.ok(!areSame(new Map([["a", "1"]]), new Map([["b", "1"]])));
});

table(
  [
    ["a project without a name is called Python", " \n", "Python"],
    ["a name is one line", "a\nb\u0000c", "a b c"],
    ["a name that nobody sees is none", "\u3164\u200b\u2800", "Python"],
    ["a long name is cut at a whole character", "🐍".repeat(100), "🐍".repeat(LIMITS.name)],
  ],
  (wanted, name) => assert.equal(projectName(wanted), name),
);

table(
  [
    ["a free name is kept", "quiz", ["main"], "quiz"],
    ["a taken name gets a number", "quiz", ["quiz"], "quiz 2"],
    ["the first free number is taken", "quiz", ["quiz", "quiz 2"], "quiz 3"],
    ["the number stands before the extension", "data/a.csv", ["data/a.csv"], "data/a 2.csv"],
    ["a folder's dot is no extension", "a.b/c", ["a.b/c"], "a.b/c 2"],
  ],
  (wanted, taken, name) => assert.equal(freeName(wanted, taken), name),
);

table(
  [
    ["small sizes are in kilobytes", 1500, "1.5 KB"],
    ["large sizes are in megabytes", 2_340_000, "2.3 MB"],
  ],
  (bytes, text) => assert.equal(megabytes(bytes), text),
);
