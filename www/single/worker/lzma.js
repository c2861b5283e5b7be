// @ts-check
// Unpacks LZMA, in the worker of the page that is one file: browsers bring gzip, which needs 1.6 times the room.
// After the format's specification (https://www.7-zip.org/sdk.html); names are as there.

/** How many bits of a literal's neighbours choose its probabilities; the build packs with the same. */
const LC = 4;

const STATES = 12;
/** The probability that stands for even odds. */
const EVEN = 1024;
const ALIGN_BITS = 4;
/** The first distance whose lowest bits are coded in another way. */
const END_POS_MODEL_INDEX = 14;
const TREE_OF_LENGTH = 8;

/**
 * Unpacks a stream piece by piece.
 * @param {Uint8Array} input a stream of LZMA without a header, packed with `lc` of 4, `lp` and `pb` of 0
 * @param {number} size of all that is in it, in bytes
 * @returns {(end: number) => Uint8Array} unpacks up to `end`, and returns all up to there
 */
export function lzma(input, size) {
  const output = new Uint8Array(size);
  let written = 0;

  const even = (/** @type {number} */ count) => new Uint16Array(count).fill(EVEN);
  const literals = even(0x300 << LC);
  const isMatch = even(STATES);
  const isRep = even(STATES);
  const isRepG0 = even(STATES);
  const isRepG1 = even(STATES);
  const isRepG2 = even(STATES);
  const isRep0Long = even(STATES);
  const slots = [even(64), even(64), even(64), even(64)];
  const nearDistances = even(128);
  const align = even(1 << ALIGN_BITS);
  const lengths = lengthDecoder();
  const repLengths = lengthDecoder();

  let state = 0;
  let rep0 = 0;
  let rep1 = 0;
  let rep2 = 0;
  let rep3 = 0;

  // The first byte is always 0.
  let position = 5;
  // Range and code: as plain variables of this function, numbers of 32 bits would be objects.
  const coder = new Uint32Array([0xffffffff, (input[1] << 24) | (input[2] << 16) | (input[3] << 8) | input[4]]);

  /**
   * @param {Uint16Array} odds
   * @param {number} index
   */
  function bit(odds, index) {
    const odd = odds[index];
    let range = coder[0];
    const code = coder[1];
    const bound = Math.imul(range >>> 11, odd) >>> 0;
    const isOne = code >= bound;
    if (isOne) {
      range -= bound;
      coder[1] = code - bound;
      odds[index] = odd - (odd >> 5);
    } else {
      range = bound;
      odds[index] = odd + ((2048 - odd) >> 5);
    }
    if (range < 0x1000000) {
      range <<= 8;
      coder[1] = (coder[1] << 8) | input[position++];
    }
    coder[0] = range;
    return isOne ? 1 : 0;
  }

  /** @param {number} count of bits that are as likely 0 as 1 */
  function direct(count) {
    let value = 0;
    for (; count > 0; count--) {
      coder[0] >>>= 1;
      const isOne = coder[1] >= coder[0];
      if (isOne) coder[1] -= coder[0];
      value = (value << 1) | Number(isOne);
      if (coder[0] < 0x1000000) {
        coder[0] <<= 8;
        coder[1] = (coder[1] << 8) | input[position++];
      }
    }
    return value >>> 0;
  }

  /**
   * @param {Uint16Array} odds
   * @param {number} bits
   */
  function tree(odds, bits) {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | bit(odds, node);
    return node - (1 << bits);
  }

  /**
   * The lowest bit comes first.
   * @param {Uint16Array} odds
   * @param {number} start
   * @param {number} bits
   */
  function reverseTree(odds, start, bits) {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(odds, start + node);
      node = (node << 1) | one;
      value |= one << i;
    }
    return value;
  }

  function lengthDecoder() {
    return { choices: even(2), low: even(8), mid: even(8), high: even(1 << TREE_OF_LENGTH) };
  }

  /** @param {ReturnType<typeof lengthDecoder>} decoder */
  function length({ choices, low, mid, high }) {
    if (bit(choices, 0) === 0) return 2 + tree(low, 3);
    if (bit(choices, 1) === 0) return 10 + tree(mid, 3);
    return 18 + tree(high, TREE_OF_LENGTH);
  }

  function literal() {
    const start = 0x300 * ((written > 0 ? output[written - 1] : 0) >> (8 - LC));
    let node = 1;
    if (state >= 7) {
      // After a match, the byte that the match would have gone on with says which it is not.
      let match = output[written - rep0 - 1];
      do {
        const expected = (match >> 7) & 1;
        match <<= 1;
        const found = bit(literals, start + ((1 + expected) << 8) + node);
        node = (node << 1) | found;
        if (found !== expected) break;
      } while (node < 0x100);
    }
    while (node < 0x100) node = (node << 1) | bit(literals, start + node);
    output[written++] = node;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  /** @param {number} length */
  function distance(length) {
    const slot = tree(slots[Math.min(length - 2, 3)], 6);
    if (slot < 4) return slot;
    const directBits = (slot >> 1) - 1;
    const start = ((2 | (slot & 1)) << directBits) >>> 0;
    if (slot < END_POS_MODEL_INDEX) return start + reverseTree(nearDistances, start - slot, directBits);
    return start + direct(directBits - ALIGN_BITS) * (1 << ALIGN_BITS) + reverseTree(align, 0, ALIGN_BITS);
  }

  /** @returns {number} how many bytes to repeat, from `rep0` before */
  function match() {
    if (bit(isRep, state) === 0) {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      const count = length(lengths);
      state = state < 7 ? 7 : 10;
      rep0 = distance(count);
      return count;
    }
    if (bit(isRepG0, state) === 0) {
      if (bit(isRep0Long, state) === 0) {
        state = state < 7 ? 9 : 11;
        return 1;
      }
    } else {
      let other = rep1;
      if (bit(isRepG1, state) === 1) {
        other = rep2;
        if (bit(isRepG2, state) === 1) {
          other = rep3;
          rep3 = rep2;
        }
        rep2 = rep1;
      }
      rep1 = rep0;
      rep0 = other;
    }
    const count = length(repLengths);
    state = state < 7 ? 8 : 11;
    return count;
  }

  return (end) => {
    while (written < end) {
      if (bit(isMatch, state) === 0) {
        literal();
        continue;
      }
      const count = match();
      if (rep0 >= written || written + count > size) throw new Error("The packed files are damaged.");
      // The repeated bytes may overlap the ones that are written here.
      for (let i = 0; i < count; i++, written++) output[written] = output[written - rep0 - 1];
    }
    // A repetition may have gone on into what comes after it.
    return output.subarray(0, end);
  };
}
