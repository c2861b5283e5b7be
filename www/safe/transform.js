// @ts-check
// What a transformation does to sizes: its linear part. Where it moves things does not matter for what they cost.

/** @typedef {readonly [a: number, b: number, c: number, d: number]} Linear as in SVG's `matrix(a b c d e f)` */

/** @type {Linear} */
export const UNCHANGED = [1, 0, 0, 1];

const FUNCTION = /\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([-+.\deE,\s]{0,200})\)\s*,?/y;
const MOST_FUNCTIONS = 20;

/**
 * @param {Linear} one
 * @param {Linear} two what is done first
 * @returns {Linear}
 */
export const times = ([a, b, c, d], [e, f, g, h]) => [a * e + c * f, b * e + d * f, a * g + c * h, b * g + d * h];

/** How many numbers each may have. @type {Record<string, number[]>} */
const COUNTS = { matrix: [6], translate: [1, 2], scale: [1, 2], rotate: [1, 3], skewX: [1], skewY: [1] };

/** @type {Record<string, (numbers: number[]) => Linear>} */
const LINEAR = {
  matrix: ([a, b, c, d]) => [a, b, c, d],
  translate: () => UNCHANGED,
  scale: ([x, y = x]) => [x, 0, 0, y],
  rotate: ([degrees]) => {
    const angle = (degrees * Math.PI) / 180;
    return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)];
  },
  skewX: ([degrees]) => [1, 0, Math.tan((degrees * Math.PI) / 180), 1],
  skewY: ([degrees]) => [1, Math.tan((degrees * Math.PI) / 180), 0, 1],
};

/**
 * @param {string} text `translate(10 20) scale(2)`
 * @returns {Linear | null} null if it is no transformation
 */
export function linear(text) {
  if (text === "" || text === "none") return UNCHANGED;
  let made = UNCHANGED;
  FUNCTION.lastIndex = 0;
  for (let count = 0; FUNCTION.lastIndex < text.length; count += 1) {
    const found = FUNCTION.exec(text);
    if (!found || count >= MOST_FUNCTIONS) return null;
    const numbers = found[2]
      .trim()
      .split(/\s*,\s*|\s+/)
      .map(Number);
    if (!COUNTS[found[1]].includes(numbers.length) || !numbers.every((number) => Math.abs(number) <= 1e7)) return null;
    made = times(made, LINEAR[found[1]](numbers));
  }
  return made;
}
