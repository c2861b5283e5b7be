// @ts-check
// What is no Python is underlined while it is typed: the interpreter's own parser says so.

import { linter } from "@codemirror/lint";

/**
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {import("@codemirror/state").Text} Text
 */

/** Milliseconds after the last key: who is still typing knows that the line is not finished. */
const DELAY = 600;

/**
 * @param {(source: string) => Promise<ErrorReport | null>} check
 * @returns {import("@codemirror/state").Extension}
 */
export const checking = (check) =>
  linter(
    async ({ state: { doc } }) => {
      const error = await check(doc.toString());
      if (!error?.position) return [];
      return [{ ...rangeOf(error.position, doc), severity: "error", message: `${error.type}: ${error.message}` }];
    },
    { delay: DELAY },
  );

/**
 * @param {import("../../target/types/Position.ts").Position} position
 * @param {Text} doc
 * @returns {{ from: number, to: number }} at least a character, where there is one
 */
function rangeOf({ line, column, endLine, endColumn }, doc) {
  const at = (/** @type {number} */ number, /** @type {number} */ column) => {
    const { from, to, text } = doc.line(Math.min(Math.max(1, number), doc.lines));
    // Columns count characters; CodeMirror counts units of UTF-16.
    const units = [...text].slice(0, Math.max(0, column - 1)).join("").length;
    return Math.min(from + units, to);
  };
  const from = at(line, column ?? 1);
  const to = endLine === null ? from : at(endLine, endColumn ?? 1);
  if (to > from) return { from, to };
  const { from: start, to: end } = doc.lineAt(from);
  // At the end of a line there is nothing to underline but what stands before.
  return from < end ? { from, to: from + 1 } : { from: Math.max(start, from - 1), to: from };
}
