// @ts-check
// How deep a stranger's JSON is, before a browser reads it: millions of lists in one another take a second (Firefox 153).

const BYTES = {
  quote: 0x22,
  colon: 0x3a,
  list: 0x5b,
  backslash: 0x5c,
  endOfList: 0x5d,
  object: 0x7b,
  endOfObject: 0x7d,
};

/**
 * @param {Uint8Array} data JSON
 * @param {number} deepest how many lists and objects may lie in one another
 * @param {number} [mostNames] how many names each of them may have
 * @returns {boolean} whether it keeps to that
 */
export function isFlat(data, deepest, mostNames = Number.POSITIVE_INFINITY) {
  /** Of each list and object around a byte, how many names it may still have. @type {number[]} */
  const names = [];
  let isText = false;
  for (let at = 0; at < data.length; at += 1) {
    const byte = data[at];
    if (byte === BYTES.quote) isText = !isText;
    else if (isText) at += byte === BYTES.backslash ? 1 : 0;
    else if (byte === BYTES.list || byte === BYTES.object) names.push(mostNames);
    else if (byte === BYTES.endOfList || byte === BYTES.endOfObject) names.pop();
    else if (byte === BYTES.colon) names[names.length - 1] -= 1;
    if (names.length > deepest || names[names.length - 1] < 0) return false;
  }
  return true;
}
