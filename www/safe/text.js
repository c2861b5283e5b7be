// @ts-check
// A stranger's text, so that a browser lays it out in good time. What belongs together is shaped at once, and the time
// for that grows with the square of its length.

/** Signs of which none joins another. */
const LATIN = /^[\0-\u02ff]*$/;
/**
 * Characters that a browser draws as one with the character before them, whether or not they take a column: marks, also
 * the vowels of India's and Indochina's scripts, and the colours of skin.
 */
const JOINING = /[\p{M}\u200b-\u200d\u0e33\u0eb3\p{Emoji_Modifier}]/u;
/**
 * The most characters that join one other. No language needs more, and browsers take seconds to draw thousands
 * (Chromium 156: 8192 of U+AA7B take 11 s).
 */
export const MOST_JOINING = 16;
/** Stands for a joining character that is too much. */
const REPLACEMENT = "\ufffd";

/** Replaces joining characters where there are too many of them in a row, also from one text to the next. */
export class Crowd {
  #length = 0;

  /**
   * @param {string} text the next one
   * @param {(char: string) => number} [widthOf] how many signs stand for a character that is replaced
   * @returns {string}
   */
  thin(text, widthOf = () => 1) {
    if (LATIN.test(text)) {
      if (text) this.#length = 0;
      return text;
    }
    let thinned = "";
    for (const char of text) {
      this.#length = JOINING.test(char) ? this.#length + 1 : 0;
      thinned += this.#length > MOST_JOINING ? REPLACEMENT.repeat(widthOf(char)) : char;
    }
    return thinned;
  }
}

/** Scripts and signs whose characters are drawn one by one: European ones, those of East Asia, arrows and boxes. */
const SIMPLE =
  /^[\0-\u02ff\u0370-\u0482\u048a-\u058f\u2010-\u2027\u2030-\u205e\u20a0-\u20cf\u2100-\u2bff\u2e80-\u3029\u3030-\u3098\u309b-\ua4cf\uac00-\ud7a3\uff01-\uffee]*$/;

/** @param {string} text @returns {boolean} whether its characters are drawn one by one */
export const isSimple = (text) => SIMPLE.test(text);

/**
 * Characters of other scripts that are shaped at once (Chromium 156: 8192 of U+08DE on letters take 0.5 s, in pieces of
 * 256 they take 10 ms).
 */
const LONGEST_PIECE = 240;
/** A piece ends before a space, if there is one, else never before a character that joins the one before it. */
const PIECE = new RegExp(
  `[^]{1,${LONGEST_PIECE}}(?=\\s)|[^]{1,${LONGEST_PIECE}}${JOINING.source}{0,${MOST_JOINING}}`,
  "gu",
);

/**
 * @param {string} text in which no more than {@link MOST_JOINING} characters join one other
 * @returns {(string | HTMLElement)[]} the text for an element, with places between that end what is shaped at once, and
 *   that nobody sees or copies
 */
export function pieces(text) {
  if (isSimple(text)) return [text];
  const parts = text.match(PIECE) ?? [];
  return parts.flatMap((part) => [document.createElement("wbr"), part]);
}
