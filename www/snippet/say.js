// @ts-check
// A snippet's own texts. The rest of the catalogue comes with what needs it.

import { LANGUAGES } from "../../target/types/snippet-texts.js";
import { inLanguage } from "../texts/choose.js";

/**
 * @param {Element} element
 * @returns {string} its language, as a BCP 47 tag: its own, or that of what is around it
 */
export const languageOf = (element) =>
  element.closest("[lang]")?.getAttribute("lang") || document.documentElement.lang || "en";

/** @param {string} language */
export const sayIn = (language) => inLanguage(LANGUAGES, language);
