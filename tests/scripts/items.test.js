// Unit tests of www/output/turtle/items.js: what a program's canvas draws of the items that it is told of.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Item, isKind, isNumbers, MOST_NUMBERS } from "../../www/output/turtle/items.js";
import { keysym } from "../../www/output/turtle/keysyms.js";
import { table } from "./table.js";

/** What an item draws: the calls on its canvas, and the settings that each call sees. */
function drawn(kind, points, look) {
  const calls = [];
  const settings = {};
  const context = new Proxy(settings, {
    get: (_, name) =>
      name === "measureText"
        ? (text) => ({ width: text.length * 10 })
        : (...values) => void calls.push([name, ...values, { ...settings }]),
  });
  new Item(kind, points, look).draw(context);
  return calls;
}
const names = (calls) => calls.map(([name]) => name);

test("a line is drawn through its points", () => {
  const calls = drawn("line", [0, 0, 10, 0, 10, 5], { fill: "#ff0000", width: 3, cap: "round" });
  assert.deepEqual(names(calls), ["beginPath", "moveTo", "lineTo", "lineTo", "stroke"]);
  assert.deepEqual(calls.at(-1)[1], { strokeStyle: "#ff0000", lineWidth: 3, lineCap: "round" });
});

test("a line of no length is a dot if its ends are round, and nothing otherwise", () => {
  assert.deepEqual(names(drawn("line", [5, 5, 5, 5], { fill: "#000000", cap: "round", width: 4 })), [
    "beginPath",
    "arc",
    "fill",
  ]);
  assert.deepEqual(drawn("line", [5, 5, 5, 5], { fill: "#000000" }), []);
});

test("a polygon is filled and outlined as it says", () => {
  const triangle = [0, 0, 10, 0, 5, 5];
  assert.ok(!names(drawn("polygon", triangle, { fill: "#000000" })).includes("stroke"));
  assert.ok(!names(drawn("polygon", triangle, { outline: "#000000", width: 1 })).includes("fill"));
  assert.ok(!names(drawn("polygon", triangle, { outline: "#000000", width: 0 })).includes("stroke"));
});

table(
  [
    ["text stands in the middle of its point", "center", "center", 0.5],
    ["text stands to the right of its point", "w", "left", 0.5],
    ["text stands to the left of its point", "e", "right", 0.5],
    ["text hangs below its point", "n", "center", 0],
    ["text stands on its point, at its left", "sw", "left", 1],
    ["an unknown anchor is the middle", "west", "center", 0.5],
  ],
  (anchor, align, above) => {
    const [[, text, x, y, settings]] = drawn("text", [100, 100], { fill: "#000000", text: "a", size: 20, anchor });
    assert.deepEqual([text, x, settings.textAlign], ["a", 100, align]);
    assert.equal(Math.round(y), Math.round(100 - above * 23 + 18.4));
  },
);

test("lines of text stand below one another, and are underlined each", () => {
  const calls = drawn("text", [0, 0], {
    fill: "#000000",
    text: "ab\nc",
    size: 10,
    anchor: "nw",
    styles: ["underline"],
  });
  assert.deepEqual(names(calls), ["fillText", "fillRect", "fillText", "fillRect"]);
  assert.ok(calls[2][3] > calls[0][3]);
  assert.deepEqual(calls[1].slice(3, 4), [20]);
});

table(
  [
    [
      "a font with its style and a substitute",
      { family: "Courier New", size: 12, styles: ["bold", "italic"] },
      'italic bold 12px "Courier New", monospace',
    ],
    ["a font with serifs", { family: "Times", size: 8 }, '8px "Times", serif'],
    ["a font without them", { family: "MS Sans Serif", size: 8 }, '8px "MS Sans Serif", sans-serif'],
    ["Tk's own fonts are the browser's", { family: "TkFixedFont", size: 8 }, "8px monospace"],
    ["a name that is no font's is not given to the browser", { family: 'a"; b', size: 8 }, "8px sans-serif"],
    ["a size has a limit", { size: 1e9 }, "2000px sans-serif"],
    ["a size that is no number is one", { size: "12px" }, "1px sans-serif"],
  ],
  (look, font) => assert.equal(new Item("text", [0, 0], look).look.font, font),
);

table(
  [
    ["a colour that is no colour is none", { fill: "url(x)" }, "fill", ""],
    ["a colour of letters is none", { fill: "red" }, "fill", ""],
    ["a width has a limit", { width: 1e9 }, "width", 5000],
    ["an unknown end of a line is flat", { cap: "arrow" }, "cap", "butt"],
    ["a text has a limit", { text: "x".repeat(1e6) }, "text", "x".repeat(10_000)],
    ["a look that is none is the plain one", null, "text", ""],
  ],
  (look, name, value) => assert.equal(new Item("text", [0, 0], look).look[name], value),
);

test("points are pairs of numbers on a canvas, and not without end", () => {
  assert.ok(isNumbers([]));
  assert.ok(isNumbers([0, -1.5]));
  for (const wrong of [
    [1],
    [1, NaN],
    [1, Infinity],
    [1, 1e7],
    ["1", "2"],
    [1, null],
    "12",
    Array(MOST_NUMBERS + 2).fill(0),
  ]) {
    assert.ok(!isNumbers(wrong));
  }
  assert.ok(isKind("line") && !isKind("constructor") && !isKind(["line"]));
});

test("a large filled shape costs more to draw than a small one, and a long text more than a short one", () => {
  const cost = (kind, points, look) => new Item(kind, points, { fill: "#000000", width: 1, size: 10, ...look }).cost;
  assert.ok(cost("polygon", [0, 0, 1000, 0, 1000, 1000]) > 10 * cost("polygon", [0, 0, 10, 0, 10, 10]));
  assert.ok(cost("text", [0, 0], { text: "x".repeat(1000) }) > 10 * cost("text", [0, 0], { text: "x" }));
  const line = new Item("line", [0, 0], { width: 1 });
  const before = line.cost;
  line.extend([1000, 1000]);
  assert.ok(line.cost > before);
});

globalThis.KeyboardEvent ??= { DOM_KEY_LOCATION_RIGHT: 2 };
table(
  [
    ["an arrow", { key: "ArrowUp" }, "Up"],
    ["a letter", { key: "a" }, "a"],
    ["a sign", { key: "?" }, "question"],
    ["the left shift key", { key: "Shift", location: 1 }, "Shift_L"],
    ["the right control key", { key: "Control", location: 2 }, "Control_R"],
    ["a key that is called as a method", { key: "constructor" }, "constructor"],
  ],
  (event, name) => assert.equal(keysym(event), name),
);
