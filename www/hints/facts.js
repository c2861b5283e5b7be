// @ts-check
// What an error report says of the place where it happened.

import { MAIN } from "../../target/types/facts.js";

/**
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 */

/**
 * @typedef {object} Facts
 * @property {string} message without the place and the suggestion that tracebacks add to it
 * @property {string | null} suggestion the name in "Did you mean: '…'?"
 * @property {string | null} forgottenImport the name in "Did you forget to import '…'?"
 * @property {number | null} line
 * @property {string | null} file which is not the main one
 * @property {string} code the line, without its indentation; empty where it is not known
 * @property {string} bare the line without what stands in its quotes and in its comment
 * @property {Marked} marked the part of it that the traceback marks
 * @property {string} function the innermost function of the program
 */

/**
 * A marked part of a line. In `~~^~~` the middle is an operator, in `~~~^^^` a call's or an index's
 * brackets with what is in them.
 * @typedef {{ before: string, left: string, middle: string, right: string }} Marked
 */

/** Longer messages and lines are nobody's first programs. */
const MOST_LENGTH = 1000;

/** A line in a traceback, and the marks below it; the standard library's are not of the program. */
const QUOTED = /^ {2}File "(?!\/lib\/|<)([^"]+)", line (\d+)(?:, in .*)?\n {4}(.*)\n(?: {4}([ ~^]*[~^])\n)?/gm;

/** What takes two columns (https://www.unicode.org/reports/tr11/). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/**
 * @param {ErrorReport} error
 * @returns {Facts}
 */
export function factsOf({ type, message, position, frames, text }) {
  const [, file = MAIN, line = position?.line ?? null, quoted = "", marks = ""] =
    [...text.matchAll(QUOTED)].at(-1) ?? [];
  const code = quoted.length <= MOST_LENGTH ? quoted : "";
  // Only below syntax errors does a mark stand for a character, however wide.
  const isSyntax = !text.includes("\nTraceback (") && !text.startsWith("Traceback (");
  const plain = message.slice(0, MOST_LENGTH).replace(/ \([^()]*, line \d+\)$/, "");
  const lastLine = text.slice(text.lastIndexOf(`${type}: ${plain}`));
  const [, suggestion = null] = /^.*\. Did you mean:? '([^']+)'\?/.exec(lastLine) ?? [];
  const [, forgottenImport = null] = /\bforget to import '([^']+)'\?/.exec(lastLine) ?? [];
  return {
    message: plain,
    suggestion,
    forgottenImport,
    line: line === null ? null : Number(line),
    file: file === MAIN ? null : file.replace(/^.*\//, ""),
    code,
    bare: withoutTexts(code),
    marked: marked(code, marks, isSyntax),
    function: frames.findLast(({ file: name }) => name === file)?.function ?? "",
  };
}

/**
 * @param {string} code
 * @param {string} marks
 * @param {boolean} isSyntax
 * @returns {Marked}
 */
function marked(code, marks, isSyntax) {
  const parts = { before: "", left: "", middle: "", right: "" };
  if (!marks.trim()) return { ...parts, ...bracketed(code) };
  /** @type {keyof Marked} */
  let part = "before";
  let column = 0;
  for (const char of code) {
    const mark = marks[column] ?? " ";
    if (mark === "^") part = "middle";
    else if (mark === "~") part = parts.middle ? "right" : "left";
    else if (part !== "before") break;
    parts[part] += char;
    column += !isSyntax && WIDE.test(char) ? 2 : char.length;
  }
  return parts.left || isSyntax ? parts : { ...parts, ...bracketed(parts.middle) };
}

/** @param {string} code */
const withoutTexts = (code) =>
  code.replace(/(["'])(?:\\.|(?!\1).)*\1|#.*$/g, (text) => (text.startsWith("#") ? "" : '""')).trim();

/**
 * Where a whole line is meant, or a whole call, no operator is marked.
 * @param {string} code
 * @returns {Partial<Marked>}
 */
function bracketed(code) {
  const [, left, middle] = /^([\w.]+)([([].*[)\]])$/u.exec(code) ?? [];
  return middle ? { left, middle } : { middle: code };
}
