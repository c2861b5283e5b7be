// Unit tests of www/texts/visible.js: names that strangers have chosen hide nothing and turn nothing around.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hiddenIn, visible, withoutHidden } from "../../www/texts/visible.js";
import { table } from "./table.js";

table(
  [
    ["plain names stay as they are", "data/2026/名前 1.csv", "data/2026/名前 1.csv"],
    ["a turn to the left is written out", "\u202eyp.exe", "\\u202eyp.exe"],
    ["a character of no width is written out", "ma\u200bin.py", "ma\\u200bin.py"],
    ["a control character is written out", "a\u0007\n.py", "a\\x07\\x0a.py"],
    ["a character beyond the first 65,536 is written out", "a\u{e0001}.py", "a\\U000e0001.py"],
    ["blanks at the end are written out", "main.py ", "main.py\\x20"],
    ["blanks that HTML leaves out are written out", "a  b /c", "a \\x20b\\x20/c"],
    ["marks that are not composed are written out", "cafe\u0301.txt", "cafe\\u0301.txt"],
    ["Korean that is not composed is written out", "\u1100\u1161.txt", "\u1100\\u1161.txt"],
    ["piled marks are written out", `a${"\u0316".repeat(6)}`, `a${"\u0316".repeat(4)}\\u0316\\u0316`],
    ["what is written from right to left turns nothing around it", "שלום.txt", "\u2066שלום.txt\u2069"],
    ["emoji and variants of kanji stay", "👨‍👩‍👧 ❤️ 葛\u{e0100}", "👨‍👩‍👧 ❤️ 葛\u{e0100}"],
    [
      "of a long name, the beginning and the end are shown",
      `${"a".repeat(500)}.exe`,
      `${"a".repeat(60)}…${"a".repeat(56)}.exe`,
    ],
  ],
  (name, shown) => assert.equal(visible(name), shown),
);

test("a long name is cut between characters", () => {
  assert.equal(visible(`a${"🐍".repeat(100)}`).match(/\\u/), null);
  assert.equal(visible(`${"🐍".repeat(100)}a`).match(/\\u/), null);
});

test("every character that Unicode lets programs ignore is seen, in any name", () => {
  for (let code = 0; code < 0x110000; code += 1) {
    const character = String.fromCodePoint(code);
    if (!/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}|\p{Cc}/u.test(character)) continue;
    assert.ok(visible(`a${character}b.py`).startsWith("a\\"), code.toString(16));
    assert.ok(hiddenIn(`a${character}b.py`)?.startsWith("\\"), code.toString(16));
  }
});

test("a name for a disk has another character for each that nobody sees", () => {
  assert.equal(withoutHidden("\u202eyp.exe"), "_yp.exe");
  assert.equal(withoutHidden("a\n/b "), "a_/b_");
  assert.equal(hiddenIn(withoutHidden("a\u200b\u2800")), null);
});
