// @ts-check
// A program whose output is to be predicted.

import { make } from "./work.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").WorkContext} WorkContext
 */

/** @implements {Work} */
export class PredictWork {
  hasBar = false;
  element;
  #field;
  #onChange;

  /** @param {WorkContext} context */
  constructor({ exercise, say, onChange }) {
    this.#onChange = onChange;
    this.#field = make("textarea", { class: "prediction", rows: "3", spellcheck: "false", autocapitalize: "off" });
    this.#field.addEventListener("input", () => {
      this.#fit();
      onChange();
    });
    const code = make("code", { class: "language-python" }, exercise.start.text);
    this.element = make(
      "div",
      { class: "work predict" },
      make("pre", { class: "program", part: "code", tabindex: "0", role: "group", "aria-label": say.program }, code),
      make("label", { class: "asked" }, say.whatIsPrinted, this.#field),
    );
  }

  get answer() {
    return { output: this.#field.value };
  }

  set answer({ output = "" }) {
    this.#field.value = output;
    this.#fit();
  }

  get isChanged() {
    return this.#field.value !== "";
  }

  reset() {
    this.answer = { output: "" };
    this.#onChange();
  }

  show() {}

  #fit() {
    this.#field.rows = Math.min(20, Math.max(3, this.#field.value.split("\n").length));
  }
}
