// @ts-check
// Hints for errors that beginners meet: what the error means, and where to look. They stand beside
// the traceback, never in place of it.

import { LANGUAGES } from "../target/types/hints-texts.js";
import { factsOf } from "./hints/facts.js";
import names from "./hints/names.js";
import syntax from "./hints/syntax.js";
import values from "./hints/values.js";
import { inLanguage } from "./texts/choose.js";

export { textsFor } from "./texts/texts.js";

/**
 * @typedef {import("../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {import("./texts/texts.js").Texts} Texts
 * @typedef {import("./hints/facts.js").Facts} Facts
 */

/** All that hints say, in one language. @typedef {typeof import("./texts/en/hints.js").default} Sentences */

/**
 * Says something about one message of one type of exception. `parts` are what the pattern's groups have
 * found; null leaves the error to the next rule.
 * @typedef {[type: string, pattern: RegExp, hint: (parts: string[], facts: Facts, say: Sentences) => string | null]} Rule
 */

/** @param {Pick<Texts, "lang">} texts @returns {Sentences} */
export const sentencesFor = ({ lang }) => inLanguage(LANGUAGES, lang);

/** The first that has something to say says it. @type {Rule[]} */
const RULES = [...names, ...syntax, ...values];

/**
 * @param {ErrorReport} error of a run's result
 * @param {Texts} texts in the reader's language, see `textsFor`
 * @returns {string | null} one or a few sentences of plain text; null for errors that there is no hint for
 */
export function hintFor(error, { lang }) {
  const say = sentencesFor({ lang });
  const facts = factsOf(error);
  for (const [type, pattern, hintOf] of RULES) {
    const parts = type === error.type && pattern.exec(facts.message);
    const hint = parts && hintOf(parts.slice(1), facts, say);
    if (hint) return facts.line === null ? hint : say.at({ line: facts.line, file: facts.file, hint });
  }
  return null;
}
