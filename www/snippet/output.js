// @ts-check
// What a snippet's program shows, and whether it is what was expected.

import terminalCss from "../output/terminal.css";
import { Terminal } from "../output/terminal.js";
import { compare } from "./expect.js";

/** @typedef {import("../texts/texts.js").Texts} Texts */

/** The rules of terminal.css, for every snippet of a page. @type {CSSStyleSheet | null} */
let sheet = null;

export class Output extends Terminal {
  #element;
  #texts;
  #check = document.createElement("div");

  /**
   * @param {HTMLElement} element
   * @param {import("../output/terminal.js").Actions} actions
   * @param {HTMLElement} home
   * @param {Texts} texts
   */
  constructor(element, actions, home, texts) {
    super(element, actions, home, texts);
    this.#element = element;
    this.#texts = texts.snippet;
    this.#check.className = "check";
    this.#check.setAttribute("part", "check");
    this.#check.hidden = true;
    element.append(this.#check);
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
    const changes = compare(expected, printed);
    const sentence = document.createElement("p");
    sentence.textContent = changes ? `✗ ${say.unexpected}` : `✓ ${say.expected}`;
    this.#check.classList.toggle("is-right", changes === null);
    this.#check.hidden = false;
    this.#check.replaceChildren(sentence);
    if (changes) this.#check.append(this.#list(changes));
    this.#element.scrollTop = this.#element.scrollHeight;
    return changes === null;
  }

  /** @param {import("./expect.js").Change[]} changes */
  #list(changes) {
    const list = document.createElement("ol");
    const signs = { same: " ", missing: "−", extra: "+" };
    const names = { same: "", missing: `${this.#texts.expectedLine}: `, extra: `${this.#texts.printedLine}: ` };
    for (const { kind, text } of changes) {
      const line = document.createElement("li");
      line.className = kind;
      const sign = document.createElement("span");
      sign.setAttribute("aria-hidden", "true");
      sign.textContent = `${signs[kind]} `;
      const name = document.createElement("span");
      name.className = "said";
      name.textContent = names[kind];
      line.append(sign, name, text);
      list.append(line);
    }
    return list;
  }
}
