// @ts-check
// What a learner works on: one class for each kind of exercise.

import { packagesOf } from "../engine.js";

/**
 * @typedef {import("../checking.js").Answer} Answer
 * @typedef {import("../checking.js").Report} Report
 * @typedef {import("../format.js").Exercise} Exercise
 * @typedef {typeof import("../../texts/en/exercise.js").default} Texts
 */

/**
 * @typedef {object} WorkContext
 * @property {Exercise} exercise
 * @property {Texts["element"]} say
 * @property {string} language a BCP 47 tag
 * @property {string | null} base the address of the exercise file, for its links and pictures
 * @property {() => void} onChange hears that the answer has changed
 * @property {(sentence: string) => void} announce tells screen readers
 */

/**
 * @typedef {object} Work
 * @property {HTMLElement} element
 * @property {boolean} hasBar whether it shows the exercise's buttons itself, which are given to it as children for the
 *   slot `bar`
 * @property {boolean} [isKept] whether something else remembers the answer
 * @property {Answer} answer as it is now; setting it brings a former one back
 * @property {boolean} isChanged whether it is no longer what the exercise begins with
 * @property {() => void} reset
 * @property {(report: Report | null) => void} show marks what is right and what is not; null takes the marks away
 */

/**
 * @param {Report | null} report
 * @returns {number | null} the line of the program that the learner should look at first
 */
export function lineOf(report) {
  if (report?.trouble) return report.trouble.of === "program" ? report.trouble.line : null;
  return report?.cases.find(({ line, status }) => line !== null && status !== "passed")?.line ?? null;
}

/**
 * What a program of an exercise is run with, when it is run and not checked: it says the same as the check.
 * @param {Exercise} exercise
 * @param {string | null} base its address; null if it is the page's
 * @returns {import("../../snippet/attributes.js").Surroundings}
 */
export const around = ({ setup, files, budget, modules, policy, packages }, base) => ({
  setup: setup?.text ?? "",
  files,
  budget,
  modules,
  policy,
  packages: packagesOf(packages, base),
});

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}
