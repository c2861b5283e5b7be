// Unit tests of www/snippet/expect.js: what a reader sees of the difference between expected and printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../www/snippet/expect.js";
import { table } from "./table.js";

const MARKS = { same: "  ", missing: "- ", extra: "+ " };
const shown = (expected, printed) => compare(expected, printed)?.map(({ kind, text }) => MARKS[kind] + text) ?? null;

table(
  [
    ["the same text is right", "a\nb\n", "a\nb\n"],
    ["blanks and line breaks at the end make no difference", "a  \nb\n\n", "a\nb \t"],
    ["line ends of Windows make no difference", "a\r\nb", "a\nb"],
    ["nothing is nothing", "", "\n"],
  ],
  (expected, printed) => assert.equal(compare(expected, printed), null),
);

table(
  [
    ["blanks at the beginning make a difference", "a", " a", ["- a", "+  a"]],
    ["an empty line in the middle makes a difference", "a\nb", "a\n\nb", ["  a", "+ ", "  b"]],
    ["capital letters make a difference", "Hello", "hello", ["- Hello", "+ hello"]],
    ["a line that is missing is marked", "a\nb\nc", "a\nc", ["  a", "- b", "  c"]],
    ["a line that is too much is marked", "a\nc", "a\nb\nc", ["  a", "+ b", "  c"]],
    ["a changed line is missing and too much", "a\nb\nc", "a\nx\nc", ["  a", "- b", "+ x", "  c"]],
    ["a moved line is marked twice, the others stay", "a\nb\nc", "b\nc\na", ["- a", "  b", "  c", "+ a"]],
    ["repeated lines are counted", "a\na", "a\na\na", ["  a", "  a", "+ a"]],
    ["no output at all", "a\nb", "", ["- a", "- b", "+ "]],
  ],
  (expected, printed, lines) => assert.deepEqual(shown(expected, printed), lines),
);

test("both texts can be read from the difference", () => {
  const [expected, printed] = ["a\nb\nc\nd\ne", "b\nx\nd\ny\ne"];
  const changes = compare(expected, printed);
  const without = (kind) =>
    changes
      .filter((change) => change.kind !== kind)
      .map(({ text }) => text)
      .join("\n");
  assert.equal(without("extra"), expected);
  assert.equal(without("missing"), printed);
});

test("long texts show the whole difference, without the search for common lines", { timeout: 5000 }, () => {
  const lines = (letter) => Array.from({ length: 20_000 }, (_, number) => `${letter} ${number}`);
  const changes = compare(["start", ...lines("a"), "end"].join("\n"), ["start", ...lines("b"), "end"].join("\n"));
  assert.deepEqual(changes[0], { kind: "same", text: "start" });
  assert.deepEqual(changes.at(-1), { kind: "same", text: "end" });
  assert.equal(changes.length, 40_002);
});
