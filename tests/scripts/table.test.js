// Unit tests of www/output/table.js: what is read as a table, and how much of it is shown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beginningOf, TooLongError, tableOf } from "../../www/output/table.js";
import { table } from "./table.js";

const bytes = (text) => new TextEncoder().encode(text);
const read = (value) => tableOf(bytes(JSON.stringify(value)));
const column = (name = "a") => ({ name, isNumeric: false });
const right = { columns: [column()], rows: [["1"], [null]], moreRows: 2, moreColumns: 0 };

test("a table is read as it was written", () => assert.deepEqual(read(right), right));

table(
  [
    ["null", null],
    ["a number", 3],
    ["a list", []],
    ["a table without columns", { ...right, columns: [], rows: Array(9).fill([]) }],
    ["columns that are no list", { ...right, columns: { length: 1, 0: column() } }],
    ["a column that is null", { ...right, columns: [null] }],
    ["a column without a name", { ...right, columns: [{ isNumeric: true }] }],
    ["a column whose name is a list", { ...right, columns: [{ name: ["a"], isNumeric: false }] }],
    ["rows that are no list", { ...right, rows: "ab" }],
    ["a row that is no list", { ...right, rows: [["1"], "2"] }],
    ["a row that is too short", { ...right, rows: [[]] }],
    ["a row that is too long", { ...right, rows: [["1", "2"]] }],
    ["a cell that is a number", { ...right, rows: [[1]] }],
    ["a cell that is a list", { ...right, rows: [[[]]] }],
    ["more rows than can be counted", { ...right, moreRows: 1e308 }],
    ["less than no rows", { ...right, moreRows: -1 }],
    ["a part of a row", { ...right, moreRows: 0.5 }],
    ["rows in words", { ...right, moreRows: "2" }],
    ["no number of columns", { ...right, moreColumns: undefined }],
  ],
  (value) => assert.throws(() => read(value), SyntaxError),
);

table(
  [
    ["lists in lists are refused before they are read", `${"[".repeat(500_000)}${"]".repeat(500_000)}`, SyntaxError],
    ["so are objects with many names", `{${Array.from({ length: 9 }, (_, at) => `"k${at}":0`)}}`, SyntaxError],
    ["what is closed more often than opened is refused", `]]]:${"]".repeat(9)}`, SyntaxError],
    ["text that is no JSON is refused", "{", SyntaxError],
    ["more than a page reads is refused", " ".repeat((1 << 20) + 1), TooLongError],
  ],
  (text, kind) => assert.throws(() => tableOf(bytes(text)), kind),
);

test("brackets and quotation marks in a cell are no lists", () => {
  const text = '[[[[{{{{ "quoted" \\ [[[[';
  assert.equal(read({ ...right, rows: [[text]] }).rows[0][0], text);
});

/** A table of so many columns and rows with this in each cell. */
const tableWith = (columns, rows, text) => ({
  columns: Array.from({ length: columns }, (_, at) => column(`c${at}`)),
  rows: Array.from({ length: rows }, () => Array(columns).fill(text)),
  moreRows: 5,
  moreColumns: 7,
});

table(
  [
    ["a thousand rows of two columns are shown", [2, 1000, "1234567"], { columns: 2, rows: 1000 }],
    ["of more rows a thousand are shown", [1, 340_000, ""], { columns: 1, rows: 1000 }],
    ["of more columns fifty are shown", [50_000, 1, ""], { columns: 50, rows: 1 }],
    ["no more cells are shown than a browser lays out quickly", [50, 1000, ""], { columns: 50, rows: 40 }],
    ["long cells leave room for fewer rows", [1, 1000, "a".repeat(1000)], { columns: 1, rows: 19 }],
    ["of cells with many line ends fewer are shown", [1, 1000, "\n".repeat(100)], { columns: 1, rows: 24 }],
    ["a row of long cells is shown", [50, 10, "a".repeat(1e6)], { columns: 50, rows: 1 }],
    ["a row of the heaviest cells is shown", [50, 10, "\u0e33".repeat(1000)], { columns: 50, rows: 1 }],
  ],
  (of, shown) => {
    const whole = tableWith(...of);
    const { columns, rows, moreRows, moreColumns } = beginningOf(whole);
    assert.deepEqual({ columns: columns.length, rows: rows.length }, shown);
    // What is not shown is counted.
    assert.equal(rows.length + moreRows, whole.rows.length + 5);
    assert.equal(columns.length + moreColumns, whole.columns.length + 7);
    const length = [columns.map(({ name }) => name), ...rows].flat().join("").length;
    assert.ok(length <= 20_000, `${length} characters`);
  },
);

test("a cell that is cut ends with a whole character", () => {
  const [[text]] = beginningOf(tableWith(1, 1, `${"a".repeat(998)}😀😀`)).rows;
  assert.equal(text, `${"a".repeat(998)}…`);
});
