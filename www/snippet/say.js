// @ts-check
// A snippet's own texts. The rest of the catalogue comes with what needs it.

import { snippet as en } from "../texts/en.js";
import { snippet as ja } from "../texts/ja.js";

/** By the primary subtag. @type {Record<string, typeof en>} */
const LANGUAGES = { en, ja };

/**
 * @param {Element} element
 * @returns {string} its language, as a BCP 47 tag: its own, or that of what is around it
 */
export const languageOf = (element) =>
  element.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";

/** @param {string} language */
export const sayIn = (language) => LANGUAGES[language.split("-")[0].toLowerCase()] ?? en;
