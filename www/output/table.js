// @ts-check
// A table that a program shows: see src/python/lib/garter/_table.py. A program may say itself what is in it, so its
// shape is checked, and what a browser lays out of it is bounded.

import { isFlat } from "../safe/json.js";

/** @typedef {import("../texts/texts.js").Texts} Texts */

/**
 * @typedef {object} Table
 * @property {{ name: string, isNumeric: boolean }[]} columns
 * @property {(string | null)[][]} rows a cell for each column; null where there is nothing
 * @property {number} moreRows that the program has not sent
 * @property {number} moreColumns that the program has not sent
 */

/** The most that is read, as much as a program shows by default. Empty lists of this length take 20 ms. */
const MOST_BYTES = 1 << 20;
/** A browser takes a stack for each list in a list: a million of them take 100 ms (Firefox 153: 1 s). */
const DEEPEST = 3;
/** And a shape for each new name in an object: a hundred thousand of them take 100 ms. */
const MOST_NAMES = 4;
/** As in _table.py. */
const MOST_ROWS = 1000;
const MOST_COLUMNS = 50;
const LONGEST_CELL = 1000;
/** The browser lays out all cells of a table at once: 2000 take up to 30 ms (Chromium 156, Firefox 153). */
const MOST_CELLS = 2000;
/** And the text in them: as much as this, by weight, takes 15 ms. */
const MOST_WEIGHT = 20_000;
/**
 * What a character takes: other letters than those of ASCII are shaped, Thai and Lao ones are taken apart as well
 * (Chromium), and of line ends each makes a box (Firefox: 4 µs).
 */
const WEIGHTS = { ascii: 1, lineEnd: 8, other: 2, thai: 16 };

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** It has more bytes than a page reads. */
export class TooLongError extends Error {}

/**
 * @param {Uint8Array} data JSON
 * @param {string} alt
 * @param {Texts} texts
 * @returns {HTMLElement} a region of its own, for wide tables scroll
 * @throws {TooLongError}
 * @throws {SyntaxError} if it is no table
 */
export function tableElement(data, alt, texts) {
  const table = tableOf(data);
  const { columns, rows, moreRows, moreColumns } = beginningOf(table);
  const element = make("table");
  const header = element.createTHead().insertRow();
  for (const { name } of columns) {
    const cell = make("th");
    cell.scope = "col";
    cell.textContent = name;
    header.append(cell);
  }
  const body = element.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const [at, text] of row.entries()) {
      const cell = line.insertCell();
      cell.textContent = text;
      if (columns[at].isNumeric) cell.className = "number";
    }
  }
  const more = [
    moreRows > 0 && texts.display.moreRows({ count: moreRows }),
    moreColumns > 0 && texts.display.moreColumns({ count: moreColumns }),
  ];
  if (more.some(Boolean)) element.createCaption().textContent = more.filter(Boolean).join(", ");
  const region = make("div");
  region.tabIndex = 0;
  region.setAttribute("role", "region");
  region.setAttribute("aria-label", alt || texts.display.table);
  region.append(element);
  return region;
}

/**
 * @param {Uint8Array} data
 * @returns {Table}
 * @throws {TooLongError}
 * @throws {SyntaxError} if it is none
 */
export function tableOf(data) {
  if (data.length > MOST_BYTES) throw new TooLongError();
  if (!isFlat(data, DEEPEST, MOST_NAMES)) throw new SyntaxError("this is deeper, or has more names, than a table");
  const table = JSON.parse(utf8.decode(data));
  if (!isTable(table)) throw new SyntaxError("this is no table");
  return table;
}

const utf8 = new TextDecoder();

/**
 * @param {any} table
 * @returns {table is Table}
 */
function isTable(table) {
  if (![table?.columns, table?.rows].every(Array.isArray) || table.columns.length === 0) return false;
  const { columns, rows, moreRows, moreColumns } = table;
  return (
    columns.every((/** @type {any} */ column) => isText(column?.name) && typeof column.isNumeric === "boolean") &&
    rows.every((/** @type {any} */ row) => Array.isArray(row) && row.length === columns.length && row.every(isCell)) &&
    [moreRows, moreColumns].every((count) => Number.isSafeInteger(count) && count >= 0)
  );
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";

/** @param {unknown} value */
const isCell = (value) => value === null || isText(value);

/**
 * @param {Table} table
 * @returns {Table} as much of it as a page can bear, and how much more there is
 */
export function beginningOf({ columns, rows, moreRows, moreColumns }) {
  const shownColumns = columns.slice(0, MOST_COLUMNS);
  // The header and a row have room in any case.
  const heaviestCell = MOST_WEIGHT / 2 / shownColumns.length;
  let left = MOST_WEIGHT;
  const cut = (/** @type {string} */ text) => {
    const { text: shown, weight } = beginningOfCell(text, heaviestCell);
    left -= weight;
    return shown;
  };
  const header = shownColumns.map(({ name, isNumeric }) => ({ name: cut(name), isNumeric }));
  const shownRows = [];
  for (const row of rows.slice(0, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / header.length)))) {
    const cells = row.slice(0, header.length).map((text) => (text === null ? null : cut(text)));
    if (left < 0) break;
    shownRows.push(cells);
  }
  return {
    columns: header,
    rows: shownRows,
    moreRows: moreRows + rows.length - shownRows.length,
    moreColumns: moreColumns + columns.length - header.length,
  };
}

/**
 * @param {string} text
 * @param {number} heaviest
 * @returns {{ text: string, weight: number }} with `…` at the end if it is not all, and its weight
 */
function beginningOfCell(text, heaviest) {
  let weight = 0;
  let end = 0;
  while (end < text.length && end < LONGEST_CELL && weight < heaviest) weight += weightOf(text.charCodeAt(end++));
  if (end === text.length) return { text, weight };
  end -= 1;
  // No half of a character.
  if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end -= 1;
  return { text: `${text.slice(0, end)}…`, weight };
}

/** @param {number} code of a character @returns {number} what it takes to lay it out, in characters of ASCII */
function weightOf(code) {
  if (code < 0x80) return code === LINE_FEED || code === CARRIAGE_RETURN ? WEIGHTS.lineEnd : WEIGHTS.ascii;
  return code >= 0x0e00 && code < 0x0f00 ? WEIGHTS.thai : WEIGHTS.other;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 */
const make = (name) => document.createElement(name);
