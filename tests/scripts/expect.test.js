// Unit tests of www/snippet/expect.js: what a reader sees of the difference between expected and printed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { compare } from "../../www/snippet/expect.js";
import { table } from "./table.js";

const MARKS = { same: "  ", missing: "- ", extra: "+ " };
const shown = (expected, printed) =>
  compare(expected, printed)?.lines.map(({ kind, text, count }) =>
    kind === "gap" ? `(${count})` : MARKS[kind] + text,
  ) ?? null;
/** As many lines as there are numbers, each with a letter before it. */
const lines = (letter, count) => Array.from({ length: count }, (_, number) => `${letter} ${number}`);
const text = (...parts) => parts.flat().join("\n");

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
  const { lines } = compare(expected, printed);
  const without = (kind) =>
    lines
      .filter((line) => line.kind !== kind)
      .map(({ text }) => text)
      .join("\n");
  assert.equal(without("extra"), expected);
  assert.equal(without("missing"), printed);
});

table(
  [
    [
      "what is the same far from a difference is counted",
      text(lines("a", 500), "b", lines("c", 300)),
      text(lines("a", 500), "x", lines("c", 300)),
      ["(490)", ...lines("  a", 500).slice(-10), "- b", "+ x", ...lines("  c", 10), "(290)"],
    ],
    [
      "between two differences as well",
      text("b", lines("a", 200), "b"),
      text("x", lines("a", 200), "x"),
      ["- b", "+ x", ...lines("  a", 10), "(180)", ...lines("  a", 200).slice(-10), "- b", "+ x"],
    ],
    [
      "a gap of one line is no gap",
      text(lines("a", 11), "b", lines("c", 300)),
      text(lines("a", 11), "x", lines("c", 300)),
      [...lines("  a", 11), "- b", "+ x", ...lines("  c", 10), "(290)"],
    ],
  ],
  (expected, printed, all) => assert.deepEqual(shown(expected, printed), all),
);

test("of many differences the first are shown, and the others counted", () => {
  const between = (letter) => text(lines("same", 250).flatMap((line) => [line, letter]));
  const { lines: first, more, isExact } = compare(between("a"), between("b"));
  assert.equal(first.length, 200);
  assert.equal(isExact, false, "the two are longer than what is compared");
  assert.ok(more + first.filter(({ kind }) => kind !== "same").length >= 500, "so many at most");
  const short = compare(text(lines("a", 150)), text(lines("b", 150)));
  assert.deepEqual([short.lines.length, short.more, short.isExact], [200, 100, true]);
});

test("however long two texts are, a few hundred lines are compared and shown", { timeout: 5000 }, () => {
  const {
    lines: first,
    more,
    isExact,
  } = compare(text("start", lines("a", 150_000), "end"), text("start", lines("b", 150_000), "end"));
  assert.deepEqual(first[0], { kind: "same", text: "start", mark: null });
  assert.equal(first.length, 200);
  assert.equal(more, 300_000 - 199);
  assert.equal(isExact, false);
  assert.equal(compare("\n".repeat(1e6), "\r".repeat(1e6)), null);
});

test("what differs in a line is marked where the rest is the same", () => {
  const marks = (expected, printed) =>
    compare(expected, printed).lines.map(({ text, mark }) => (mark ? text.slice(...mark) : null));
  assert.deepEqual(marks("Hello World", "Hello, World"), ["", ","]);
  assert.deepEqual(marks("total: 12", "total: 21"), ["12", "21"]);
  assert.deepEqual(marks("yes", "no"), [null, null]);
});

test("of a long line the part around the difference is shown", () => {
  const { lines: both } = compare(`${"a".repeat(1e6)}b${"c".repeat(1000)}`, `${"a".repeat(1e6)}d${"c".repeat(1000)}`);
  for (const [{ text, mark }, letter] of both.map((line, at) => [line, "bd"[at]])) {
    assert.ok(text.length <= 402 && text.startsWith("…aaa") && text.endsWith("ccc…"), text);
    assert.equal(text.slice(...mark), letter);
  }
  const [{ text: alone }] = compare("a".repeat(1e6), "").lines;
  assert.equal(alone, `${"a".repeat(400)}…`);
});
