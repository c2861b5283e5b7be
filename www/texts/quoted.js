// @ts-check
// A stranger's words within a sentence of the page: they must not pass for the page's own, nor change how it reads.

/** Nobody sees it, it turns the direction of what is around it, or it ends a line or a quotation. */
const CONFUSING = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800"“”「」]|(?! )\p{Zs}/u;
/** More marks than this on one character stand over the lines around it. */
const MOST_MARKS = 2;

/**
 * For the quotation marks of a sentence.
 * @param {string} text
 * @param {number} most characters that are shown
 * @returns {string} the beginning of the text in one line, with Python's escapes for what could confuse
 */
export function quoted(text, most) {
  /** @type {string[]} */
  const shown = [];
  let length = 0;
  let marks = 0;
  for (const character of text) {
    marks = /\p{M}/u.test(character) ? marks + 1 : 0;
    const piece = marks > MOST_MARKS || CONFUSING.test(character) ? escaped(character) : character;
    shown.push(piece);
    length += piece.length;
    if (length > most) break;
  }
  if (length > most) {
    while (length >= most) length -= shown.pop()?.length ?? length;
    shown.push("…");
  }
  const quotation = shown.join("");
  // Letters that are written from right to left do not move what stands behind them.
  return /^[ -~…]*$/.test(quotation) ? quotation : `\u2068${quotation}\u2069`;
}

/** @param {string} character */
const escaped = (character) => (character === "\n" ? "\\n" : escapeOf(character));

/** @param {string} character @returns {string} as Python writes it in a string by its number: `\u202e` */
export function escapeOf(character) {
  const code = character.codePointAt(0) ?? 0;
  const digits = (/** @type {number} */ count) => code.toString(16).padStart(count, "0");
  if (code <= 0xff) return `\\x${digits(2)}`;
  return code <= 0xffff ? `\\u${digits(4)}` : `\\U${digits(8)}`;
}
