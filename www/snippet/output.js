// @ts-check
// What a snippet's program shows, and whether it is what was expected.

import terminalCss from "../output/terminal.css";
import { Terminal } from "../output/terminal.js";
import { differenceIn, make } from "./difference.js";
import { compare } from "./expect.js";

/** @typedef {import("../texts/texts.js").Texts} Texts */

/** The rules of terminal.css, for every snippet of a page. @type {CSSStyleSheet | null} */
let sheet = null;

export class Output extends Terminal {
  #element;
  #texts;
  /** Below what is printed: whether it is what was expected, or what to do about an error. */
  #check = document.createElement("div");

  /**
   * @param {HTMLElement} element
   * @param {import("../output/terminal.js").Actions} actions
   * @param {HTMLElement} home
   * @param {Texts} texts
   * @param {() => void} onSize is called when what is shown has become larger or smaller
   */
  constructor(element, actions, home, texts, onSize) {
    super(element, actions, home, texts);
    this.#element = element;
    this.#texts = texts.snippet;
    this.#check.className = "check";
    this.#check.setAttribute("part", "check");
    this.#check.hidden = true;
    element.append(this.#check);
    const sizes = new ResizeObserver(onSize);
    for (const part of [element, ...element.children]) sizes.observe(part);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(terminalCss);
    }
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    // Before the snippet's own rules, which know better how large it is here.
    root.adoptedStyleSheets = [sheet, ...root.adoptedStyleSheets];
  }

  clear() {
    super.clear();
    this.#check.hidden = true;
  }

  /**
   * @param {string} expected
   * @param {string} printed
   * @returns {boolean} whether it is the same
   */
  check(expected, printed) {
    const say = this.#texts;
    const difference = compare(expected, printed);
    this.#check.classList.toggle("is-right", difference === null);
    this.#check.hidden = false;
    this.#check.replaceChildren(
      ...(difference ? differenceIn(difference, say.difference) : [make("p", "", `✓ ${say.expected}`)]),
    );
    return difference === null;
  }

  /**
   * Offers what the reader may do about an error.
   * @param {string} sentence
   * @param {string} label
   * @param {() => Promise<void>} action
   */
  offer(sentence, label, action) {
    const button = make("button", "offer", label);
    button.type = "button";
    button.setAttribute("part", "button");
    button.addEventListener("click", async () => {
      button.disabled = true;
      await action();
      button.disabled = false;
    });
    this.explain(() => sentence);
    this.#check.classList.remove("is-right");
    this.#check.hidden = false;
    this.#check.replaceChildren(button);
    // Below the sentence.
    this.#element.append(this.#check);
  }
}
