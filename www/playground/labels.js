// @ts-check
// The texts of index.html, in the language that is chosen.

import { LANGUAGES } from "../texts/texts.js";

/**
 * Lets people choose from the languages that there are, each by its own name.
 * @param {HTMLSelectElement} select
 */
export function offerLanguages(select) {
  for (const [lang, { name }] of Object.entries(LANGUAGES)) {
    const option = new Option(name, lang);
    option.lang = lang;
    select.add(option);
  }
}

/** @param {import("./settings.js").Settings} settings */
export function label({ language, texts: { playground } }) {
  const { labels } = playground;
  document.documentElement.lang = language;
  document.title = labels.title;
  for (const element of document.querySelectorAll("[data-text], [data-label], [data-title]")) {
    const { text, label, title } = /** @type {HTMLElement} */ (element).dataset;
    if (text) element.textContent = labels[text];
    if (label) element.setAttribute("aria-label", labels[label]);
    if (title) element.setAttribute("title", labels[title]);
  }
}
