// @ts-check
// Mixes lines, the same way each time: a page that is loaded again looks as before.

/**
 * @param {string[]} lines
 * @param {string} seed
 * @returns {string[]} in another order, if there is one
 */
export function shuffled(lines, seed) {
  const random = generator(seed);
  const mixed = [...lines];
  for (let tries = 0; tries < 10; tries += 1) {
    for (let at = mixed.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      [mixed[at], mixed[other]] = [mixed[other], mixed[at]];
    }
    if (mixed.some((line, at) => line !== lines[at])) break;
  }
  return mixed;
}

/**
 * Mulberry32, from a hash of the text (FNV-1a).
 * @param {string} seed
 * @returns {() => number} numbers from 0 to 1
 */
function generator(seed) {
  let state = 0x811c9dc5;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
