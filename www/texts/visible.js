// @ts-check
// Names that strangers have chosen, as the page shows them: nothing in them is hidden, and none of them turns
// the text around it.

import { escapeOf } from "./quoted.js";

/** UTF-16 units of a name that are shown; of a longer one its beginning and its end. */
const MOST_SHOWN = 120;

/** Scripts whose letters are joined or kept apart by a character of no width, as Persian "می‌خواهم" has one. */
const JOINED = ["Arabic", "Bengali", "Devanagari", "Gujarati", "Gurmukhi", "Kannada", "Khmer", "Malayalam", "Mongolian"]
  .concat(["Myanmar", "Oriya", "Sinhala", "Syriac", "Tamil", "Telugu"])
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");

/** Characters without a shape of their own that change the shape of their neighbours: families of emoji, variants of kanji. */
const SHAPING = [
  String.raw`(?<=\p{Extended_Pictographic}|\p{Ideographic})[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`,
  String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})`,
  `(?<=[${JOINED}])[\\u200C\\u200D](?=[${JOINED}])`,
].join("|");

/**
 * Characters that nobody sees, or that change where others are seen: controls, marks of direction, characters of no
 * width, spaces of other widths and the blank of Braille, the dot that is no full stop, and marks that are piled up.
 */
const HIDDEN = [
  String.raw`(?!${SHAPING})[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2024\u2800]`,
  String.raw`(?![ \u3000])\p{Zs}`,
  String.raw`(?<=\p{M}{4})\p{M}`,
].join("|");

const hidden = new RegExp(HIDDEN, "gu");
/** Blanks at an edge, and all but the first in a row, which HTML leaves out. */
const lostBlanks = /(?<=^|\/)[ \u3000]+|[ \u3000]+(?=\/|$)|(?<=[ \u3000])[ \u3000]+/gu;
/** What differs in a name that looks the same when its letters and marks are composed (NFC). */
const decomposed = /[\p{M}\u1160-\u11FF\u2126\u212A\u212B]/gu;
/** Letters that are written from right to left. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A path is read from left to right, whatever its letters are: U+2066, U+2069. @param {string} text */
const isolated = (text) => (rightToLeft.test(text) ? `\u2066${text}\u2069` : text);

/** @param {string} characters @returns {string} as Python writes them in a string: `\u202e` */
const escaped = (characters) => Array.from(characters, escapeOf).join("");

/**
 * @param {string} name of a file, or another text of a stranger that stands in a sentence
 * @returns {string} in which each character is seen, of bounded length
 */
export function visible(name) {
  const isComposed = name === name.normalize("NFC");
  const text = shortened(name).replace(hidden, escaped).replace(lostBlanks, escaped);
  return isolated(isComposed ? text : text.replace(decomposed, escaped));
}

/** @param {string} name @returns {string | null} its first character that nobody sees, escaped */
export function hiddenIn(name) {
  const found = name.match(hidden);
  return found && escaped(found[0]);
}

/** @param {string} name @returns {string} with another character for each that nobody sees */
export const withoutHidden = (name) => name.replace(hidden, "_").replace(lostBlanks, "_");

/** @param {string} name */
function shortened(name) {
  if (name.length <= MOST_SHOWN) return name;
  const half = MOST_SHOWN / 2;
  // Half of an emoji would be escaped.
  return `${name.slice(0, half).replace(/[\uD800-\uDBFF]$/, "")}…${name.slice(-half).replace(/^[\uDC00-\uDFFF]/, "")}`;
}
