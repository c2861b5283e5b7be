// @ts-check
// Answers to choose from.

import { inlineMarkdown, markdown } from "../markdown.js";
import { make } from "./work.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").WorkContext} WorkContext
 */

/** Names groups of buttons apart. */
let groups = 0;

/** @implements {Work} */
export class ChoiceWork {
  hasBar = false;
  element;
  #fields;
  #explanations;
  #choices;
  #say;
  #onChange;

  /** @param {WorkContext} context */
  constructor({ exercise, say, base, onChange }) {
    this.#choices = exercise.choices;
    this.#say = say;
    this.#onChange = onChange;
    const isSeveral = exercise.choices.filter(({ isRight }) => isRight).length > 1;
    const name = `garter-choice-${++groups}`;
    this.#fields = exercise.choices.map(() => make("input", { type: isSeveral ? "checkbox" : "radio", name }));
    this.#explanations = exercise.choices.map(({ explanation }) => {
      const element = make("div", { class: "explanation", hidden: "" });
      element.append(markdown(explanation, base));
      return element;
    });
    const answers = exercise.choices.map(({ text }, at) => {
      const label = make("label", {}, this.#fields[at], make("span", {}, inlineMarkdown(text, base)));
      return make("li", {}, label, this.#explanations[at]);
    });
    this.element = make(
      "fieldset",
      { class: "work choice" },
      make("legend", {}, isSeveral ? say.chooseAll : say.chooseOne),
      make("ul", {}, ...answers),
    );
    this.element.addEventListener("change", () => {
      this.show(null);
      onChange();
    });
  }

  get answer() {
    return { chosen: this.#fields.flatMap(({ checked }, at) => (checked ? [at] : [])) };
  }

  set answer({ chosen = [] }) {
    for (const [at, field] of this.#fields.entries()) field.checked = chosen.includes(at);
  }

  get isChanged() {
    return this.#fields.some(({ checked }) => checked);
  }

  reset() {
    this.answer = { chosen: [] };
    this.show(null);
    this.#onChange();
  }

  /** What was chosen is explained, and nothing else. @param {import("../checking.js").Report | null} report */
  show(report) {
    this.#fields.forEach((field, at) => {
      const item = /** @type {HTMLElement} */ (field.closest("li"));
      const { isRight, explanation } = this.#choices[at];
      const isShown = report !== null && field.checked;
      item.classList.toggle("is-right", isShown && isRight);
      item.classList.toggle("is-wrong", isShown && !isRight);
      item.querySelector(".verdict")?.remove();
      if (isShown) {
        const verdict = isRight ? this.#say.right : this.#say.notRight;
        item.querySelector("label")?.append(make("span", { class: "verdict" }, `${isRight ? "✓" : "✗"} ${verdict}`));
      }
      this.#explanations[at].hidden = !isShown || !explanation;
    });
  }
}
