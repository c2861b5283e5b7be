// @ts-check
// Whether a program has printed what a table of tests expects.

/** @typedef {import("./table.js").Row} Row */

/** As programs print them: signs, decimals, exponents. */
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * @param {string} expected
 * @param {string} printed
 * @param {Pick<Row, "blanks" | "tolerance">} rules
 */
export function isSameOutput(expected, printed, { blanks, tolerance }) {
  const [wanted, found] = [expected, printed].map((text) => plain(text, blanks));
  if (wanted === found || tolerance === null) return wanted === found;
  const numbers = (/** @type {string} */ text) => (text.match(NUMBER) ?? []).map(Number);
  const rest = (/** @type {string} */ text) => text.split(NUMBER);
  const [ours, theirs] = [numbers(wanted), numbers(found)];
  // 0.30000000000000004 is no farther from 0.2 than 0.1.
  const slack = tolerance * (1 + 1e-9);
  const [between, betweenTheirs] = [rest(wanted), rest(found)];
  return (
    between.length === betweenTheirs.length &&
    between.every((text, at) => text === betweenTheirs[at]) &&
    ours.every((number, at) => Math.abs(number - theirs[at]) <= slack)
  );
}

/**
 * @param {string} text
 * @param {Row["blanks"]} blanks
 */
function plain(text, blanks) {
  const whole = text.replace(/\r\n/g, "\n");
  // Whether the last line is ended is for nobody to see.
  if (blanks === "strict") return whole.replace(/\n$/, "");
  const trimmed = whole.replace(/[ \t]+$/gm, "").trimEnd();
  return blanks === "forgive" ? trimmed.replace(/[ \t]+/g, " ").replace(/^ /gm, "") : trimmed;
}
