// @ts-check
// A program with gaps to be filled.

import { GAP } from "../format.js";
import { make } from "./work.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").WorkContext} WorkContext
 */

/** Characters that a gap has room for at least. */
const LEAST_WIDTH = 4;

/** @implements {Work} */
export class GapsWork {
  hasBar = false;
  element;
  /** @type {HTMLInputElement[]} */
  #fields = [];
  #hasAnswers;
  #onChange;

  /** @param {WorkContext} context */
  constructor({ exercise, say, onChange }) {
    this.#hasAnswers = exercise.answers !== null;
    this.#onChange = onChange;
    const code = make("code", { class: "language-python" });
    let end = 0;
    const { text } = exercise.start;
    for (const gap of text.matchAll(GAP)) {
      const field = make("input", {
        type: "text",
        class: "gap",
        "aria-label": say.gap({ number: this.#fields.length + 1 }),
        autocapitalize: "off",
        autocomplete: "off",
        spellcheck: "false",
      });
      this.#fields.push(field);
      code.append(text.slice(end, gap.index), field);
      end = gap.index + gap[0].length;
      field.addEventListener("input", () => this.#changed(field));
      this.#fit(field);
    }
    code.append(text.slice(end));
    this.element = make("div", { class: "work gaps" }, make("pre", { class: "program", part: "code" }, code));
  }

  get answer() {
    return { gaps: this.#fields.map(({ value }) => value) };
  }

  set answer({ gaps = [] }) {
    this.#fields.forEach((field, at) => {
      field.value = gaps[at] ?? "";
      this.#fit(field);
    });
  }

  get isChanged() {
    return this.#fields.some(({ value }) => value !== "");
  }

  reset() {
    this.answer = { gaps: [] };
    this.show(null);
    this.#onChange();
  }

  /** @param {import("../checking.js").Report | null} report */
  show(report) {
    this.#fields.forEach((field, at) => {
      // Where tests decide, a case says nothing about a gap, even if there are as many of them.
      const status = this.#hasAnswers ? report?.cases[at]?.status : undefined;
      const isWrong = status !== undefined && status !== "passed";
      field.classList.toggle("is-wrong", isWrong);
      if (isWrong) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    });
  }

  /** @param {HTMLInputElement} field */
  #changed(field) {
    this.#fit(field);
    field.classList.remove("is-wrong");
    field.removeAttribute("aria-invalid");
    this.#onChange();
  }

  /** @param {HTMLInputElement} field */
  #fit(field) {
    // Japanese takes two places.
    const width = [...field.value].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
    field.style.inlineSize = `calc(${Math.max(LEAST_WIDTH, width) + 1}ch + 0.6em)`;
  }
}
