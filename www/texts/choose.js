// @ts-check
// Finds the texts for a language.

/**
 * @template T
 * @param {Record<string, T>} languages by their primary subtags; English is one of them
 * @param {string} lang a BCP 47 tag: `ja`, `en-GB`
 * @returns {T} what there is for that language, otherwise for English
 */
export function inLanguage(languages, lang) {
  const primary = lang.split("-")[0].toLowerCase();
  // Browsers of before 2022, which are told that they are too old, have no Object.hasOwn.
  return Object.keys(languages).includes(primary) ? languages[primary] : languages.en;
}
