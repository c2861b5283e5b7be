// @ts-check
// Which language to speak to people in. To add one, see docs/book/src/languages.md.

import { LANGUAGES } from "../../target/types/page-texts.js";
import { inLanguage } from "./choose.js";

/** All that people read, in one language. @typedef {typeof import("./en/page.js").default} Texts */

/** By the primary subtag. @type {Record<string, Texts>} */
export { LANGUAGES };

/**
 * @param {string} lang a BCP 47 tag, as in HTML's `lang`: `ja`, `en-GB`
 * @returns {Texts} in that language; in English where nobody has translated them
 */
export const textsFor = (lang) => inLanguage(LANGUAGES, lang);

/**
 * @param {Element} element
 * @returns {Texts} in the language of the element: its own `lang`, or that of what is around it
 */
export const textsOf = (element) => textsFor(element.closest("[lang]")?.getAttribute("lang") ?? "");
