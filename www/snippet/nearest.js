// @ts-check
// Which known name is meant by one that nobody knows.

/**
 * @param {string} name
 * @param {string[]} known
 * @param {(name: string) => string} [plain] what of a known name is compared
 * @returns {string | null} the first that differs in a letter or two; null if there is none
 */
export const nearest = (name, known, plain = (one) => one) =>
  // In a short name one letter makes another word of it.
  known.find((one) => distance(name, plain(one)) <= (one.length < 6 ? 1 : 2)) ?? null;

/**
 * @param {string} one
 * @param {string} other
 * @returns {number} how many letters to add, take away, change, or exchange with the next one
 */
function distance(one, other) {
  // More than what is asked for, without the work: the name is a stranger's.
  if (Math.abs(one.length - other.length) > 2) return Number.POSITIVE_INFINITY;
  let [before, row] = [/** @type {number[]} */ ([]), Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const change = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change);
      if (one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[other.length];
}
