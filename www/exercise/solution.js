// @ts-check
// What is shown of a solution, of each kind of exercise.

import { markdown } from "./markdown.js";
import { around, make } from "./work/work.js";

/** @typedef {import("./format.js").Exercise} Exercise */

/**
 * @param {Exercise} exercise
 * @param {{ say: typeof import("../texts/en/exercise.js").default["element"], language: string, base: string | null }} around
 * @returns {HTMLElement[]}
 */
export function solutionOf(exercise, { say, language, base }) {
  const { kind, solution, answers, choices, start } = exercise;
  /** @type {HTMLElement[]} */
  const shown = [];
  if (solution) {
    const code = make("code", {}, solution.text);
    shown.push(make("pre", { class: "program", tabindex: "0", role: "group", "aria-label": say.solution }, code));
  } else if (answers) {
    shown.push(make("ol", {}, ...answers.map((all) => make("li", {}, make("code", {}, all.join(" · "))))));
  }
  if (kind === "choice") {
    const right = choices.filter(({ isRight }) => isRight);
    shown.push(
      make("ul", {}, ...right.map((one) => make("li", {}, markdown(one.text, base), markdown(one.explanation, base)))),
    );
  }
  if (kind === "predict") {
    // Now it may be run.
    const snippet = make("garter-snippet", { editable: "", lang: language });
    snippet.around = around(exercise, base);
    snippet.append(make("pre", {}, make("code", { class: "language-python" }, start.text)));
    shown.push(snippet);
  }
  return shown;
}
