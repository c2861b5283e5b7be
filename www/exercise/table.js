// @ts-check
// Reads a table of tests: what the program reads, and what it has to print.

/** @typedef {import("./split.js").Say} Say */

/**
 * One case.
 * @typedef {object} Row
 * @property {string} name empty if it has none
 * @property {string} input what the program reads
 * @property {string | null} output what it has to print; null where there is a pattern
 * @property {string | null} pattern a regular expression of Python that has to be found in what it prints
 * @property {"ends" | "forgive" | "strict"} blanks
 * @property {boolean} prompts whether what `input()` asks is a part of the output
 * @property {number | null} tolerance by how much numbers may differ
 * @property {Record<string, string>} files
 * @property {string} hint empty if there is none
 * @property {number | null} line
 */

/**
 * @param {unknown} value as YAML understands it, for numbers and flags
 * @param {any} written the same as it is written: `1.0` is a text here
 * @param {(path: string) => number | null} lineOf
 * @param {(path: string, message: string) => void} complain
 * @param {Say} say
 * @returns {Row[]}
 */
export function readTable(value, written, lineOf, complain, say) {
  if (!Array.isArray(value)) return [];
  return value.map((row, at) => {
    const text = isObject(written?.[at]) ? written[at] : {};
    const typed = isObject(row) ? row : {};
    if (isObject(row) && (row.output === undefined) === (row.pattern === undefined))
      complain(String(at), say.outputOrPattern({ number: at + 1 }));
    if (typed.pattern !== undefined && (typed.blanks !== undefined || typed.tolerance !== undefined))
      complain(`${at}/pattern`, say.patternAlone({ number: at + 1 }));
    return {
      name: String(text.name ?? ""),
      input: withBreak(textOf(text.input)),
      output: text.output === undefined ? null : textOf(text.output),
      pattern: text.pattern === undefined ? null : String(text.pattern),
      blanks: typed.blanks ?? "ends",
      prompts: typed.prompts ?? false,
      tolerance: typed.tolerance ?? null,
      files: isObject(text.files) ? text.files : {},
      hint: String(text.hint ?? ""),
      line: lineOf(String(at)),
    };
  });
}

/** A list is lines. @param {unknown} value */
const textOf = (value) => (Array.isArray(value) ? value.map((line) => `${line}\n`).join("") : String(value ?? ""));

/** A program's input is lines, and each of them ends. @param {string} text */
const withBreak = (text) => (text && !text.endsWith("\n") ? `${text}\n` : text);

/** @param {unknown} value @returns {value is Record<string, any>} */
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
