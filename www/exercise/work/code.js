// @ts-check
// A program to be written: a snippet, with what belongs to the exercise around it.

import { around, lineOf, make } from "./work.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").WorkContext} WorkContext
 */

/** @implements {Work} */
export class CodeWork {
  /** @type {import("../../snippet/element.js").GarterSnippet} */
  element;
  hasBar = true;
  #start;
  #isSilent = false;

  /** @param {WorkContext} context */
  constructor({ exercise, language, base, onChange }) {
    const { start } = exercise;
    // An editor without a line has no place to click at.
    this.#start = start.text || "\n";
    this.element = make("garter-snippet", { editable: "", lang: language, class: "work" });
    this.element.setAttribute(
      "exportparts",
      "code, editor, toolbar, button, run, edit, reset, copy, result, output, status",
    );
    this.element.around = around(exercise, base);
    this.element.append(make("pre", {}, make("code", { class: "language-python" }, this.#start)));
    this.element.addEventListener("garter:changed", (event) => {
      event.stopPropagation();
      if (!this.#isSilent) onChange();
    });
    // Who wants to write clicks at the code.
    this.element.addEventListener("click", (event) => {
      const isCode = event.composedPath().some((one) => one instanceof Element && one.matches("pre"));
      if (isCode && getSelection()?.isCollapsed !== false) void this.element.edit();
    });
  }

  get answer() {
    return { code: this.element.code };
  }

  set answer({ code }) {
    this.#isSilent = true;
    if (code !== undefined && code !== this.element.code) this.element.code = code;
    this.#isSilent = false;
  }

  get isChanged() {
    return this.element.code.trimEnd() !== this.#start.trimEnd();
  }

  reset() {
    this.element.reset();
  }

  /** @param {import("../checking.js").Report | null} report */
  show(report) {
    this.element.mark(lineOf(report));
  }
}
