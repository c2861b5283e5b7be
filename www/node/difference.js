// @ts-check
// Two texts, and where they differ, in lines for a terminal.

import { compare } from "../snippet/expect.js";
import en from "../texts/en/page.js";

/** What of a difference is told. */
const MOST_LINES = 40;

/**
 * @param {string} expected
 * @param {string} printed
 * @returns {string[]} none if they are the same
 */
export function told(expected, printed) {
  const found = compare(expected, printed);
  if (!found) return [];
  const { difference } = en.snippet;
  const shown = found.lines.slice(0, MOST_LINES).map((line) => {
    if (line.kind === "gap") return `    (${difference.same({ count: line.count })})`;
    return `${{ same: " ", missing: "-", extra: "+" }[line.kind]} ${line.text}`;
  });
  const left = found.more + found.lines.length - shown.length;
  const rest = left > 0 ? [difference.more({ count: left, isExact: found.isExact })] : [];
  return [`- ${difference.missing}, + ${difference.extra}:`, ...shown, ...rest];
}
