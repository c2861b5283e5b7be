// @ts-check
// Whether a program has printed what was expected, and where not.

/** @typedef {{ kind: "same" | "missing" | "extra", text: string }} Change */

/** Beyond this many lines only what differs between the common beginning and end is shown as it is. */
const MOST_LINES = 300;

/** Blanks at the ends of lines and of the text are not compared, because they are invisible. @param {string} text */
const linesOf = (text) =>
  text
    .replace(/\r\n?/g, "\n")
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());

/**
 * @param {string} expected
 * @param {string} printed
 * @returns {Change[] | null} the lines, with what is missing and what is too much; null if there is no difference
 */
export function compare(expected, printed) {
  const [wanted, found] = [linesOf(expected), linesOf(printed)];
  let start = 0;
  while (start < wanted.length && wanted[start] === found[start]) start += 1;
  if (start === wanted.length && start === found.length) return null;
  let end = 0;
  while (end < Math.min(wanted.length, found.length) - start && wanted.at(-1 - end) === found.at(-1 - end)) end += 1;
  const same = (/** @type {string} */ text) => /** @type {Change} */ ({ kind: "same", text });
  return [
    ...wanted.slice(0, start).map(same),
    ...changes(wanted.slice(start, wanted.length - end), found.slice(start, found.length - end)),
    ...wanted.slice(wanted.length - end).map(same),
  ];
}

/**
 * @param {string[]} wanted
 * @param {string[]} found
 * @returns {Change[]} by the longest common subsequence
 */
function changes(wanted, found) {
  const missing = (/** @type {string} */ text) => /** @type {Change} */ ({ kind: "missing", text });
  const extra = (/** @type {string} */ text) => /** @type {Change} */ ({ kind: "extra", text });
  if (Math.max(wanted.length, found.length) > MOST_LINES) return [...wanted.map(missing), ...found.map(extra)];
  /** The length of what is common from here on, for each pair of lines. */
  const common = Array.from({ length: wanted.length + 1 }, () => new Array(found.length + 1).fill(0));
  for (let i = wanted.length - 1; i >= 0; i -= 1) {
    for (let j = found.length - 1; j >= 0; j -= 1) {
      common[i][j] = wanted[i] === found[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  /** @type {Change[]} */
  const result = [];
  let [i, j] = [0, 0];
  while (i < wanted.length || j < found.length) {
    if (i < wanted.length && wanted[i] === found[j]) {
      result.push({ kind: "same", text: wanted[i] });
      i += 1;
      j += 1;
    } else if (j === found.length || (i < wanted.length && common[i + 1][j] >= common[i][j + 1])) {
      result.push(missing(wanted[i++]));
    } else result.push(extra(found[j++]));
  }
  return result;
}
