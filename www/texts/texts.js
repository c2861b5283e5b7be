// @ts-check
// Which language to speak to people in.
//
// To add one: copy texts/en.js, translate its values, and name the copy in LANGUAGES. The compiler
// says what is missing.

import en from "./en.js";
import ja from "./ja.js";

/** All that people read, in one language. @typedef {typeof en} Texts */

/** By the primary subtag. @type {Record<string, Texts>} */
export const LANGUAGES = { en, ja };

/**
 * @param {string} lang a BCP 47 tag, as in HTML's `lang`: `ja`, `en-GB`
 * @returns {Texts} in that language; in English where nobody has translated them
 */
export function textsFor(lang) {
  const primary = lang.split("-")[0].toLowerCase();
  return Object.hasOwn(LANGUAGES, primary) ? LANGUAGES[primary] : en;
}

/**
 * @param {Element} element
 * @returns {Texts} in the language of the element: its own `lang`, or that of what is around it
 */
export const textsOf = (element) => textsFor(element.closest("[lang]")?.getAttribute("lang") ?? "");
