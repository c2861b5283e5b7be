// @ts-check
// Rows for people and for spreadsheets. What stands in them may be a stranger's.

/** Characters of a remark that a table shows; the CSV has all. */
const LONGEST = 100;

/**
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string} aligned; a last column that is too long is cut off
 */
export function table(head, rows) {
  const all = [head, ...rows].map((row) => row.map((cell) => shortened(printable(cell))));
  const widths = head.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]))));
  return all
    .map(
      (row) =>
        row
          .map((cell, column) => cell + " ".repeat(widths[column] - widthOf(cell)))
          .join("  ")
          .trimEnd() + "\n",
    )
    .join("");
}

/**
 * @param {string[]} head
 * @param {(string | number)[][]} rows
 * @returns {string} as RFC 4180 has it, with a mark by which spreadsheets know that it is UTF-8
 */
export const csv = (head, rows) =>
  `\ufeff${[head, ...rows].map((row) => `${row.map((cell) => (typeof cell === "number" ? cell : field(cell))).join(",")}\r\n`).join("")}`;

/** @param {string} text */
function field(text) {
  // A spreadsheet would compute what begins so: the text of a stranger becomes one that does nothing.
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** What a terminal would obey. @param {string} text */
const printable = (text) => text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, " ");

/** @param {string} text */
const shortened = (text) => ([...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join("")}…` : text);

/** Of a terminal: characters of East Asia take two places. @param {string} text */
const widthOf = (text) =>
  [...text].reduce(
    (sum, character) =>
      sum + (/[\u1100-\u115f\u2e80-\u303e\u3041-\uffe6]|\p{Emoji_Presentation}/u.test(character) ? 2 : 1),
    0,
  );
