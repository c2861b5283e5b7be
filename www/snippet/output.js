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
    this.#check.replaceChildren(...(difference ? this.#difference(difference) : [make("p", "", `✓ ${say.expected}`)]));
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

  /**
   * What the signs mean, the lines, and how many there are that are not shown.
   * @param {import("./expect.js").Difference} difference
   */
  #difference({ lines, more, isExact }) {
    const say = this.#texts.difference;
    const legend = make("p", "legend");
    for (const kind of /** @type {const} */ (["missing", "extra"])) {
      legend.append(make("span", kind, `${SIGNS[kind]} ${say[kind]}`), " ");
    }
    const list = document.createElement("ol");
    list.append(...lines.map((line) => this.#line(line)));
    return [legend, list, ...(more > 0 ? [make("p", "more", say.more({ count: more, isExact }))] : [])];
  }

  /** @param {import("./expect.js").Difference["lines"][number]} line */
  #line(line) {
    if (line.kind === "gap") return make("li", "gap", `⋯ ${this.#texts.difference.same({ count: line.count })}`);
    const { kind, text, mark } = line;
    const item = make("li", kind);
    const sign = make("span", "sign", `${SIGNS[kind]} `);
    sign.setAttribute("aria-hidden", "true");
    item.append(sign);
    if (kind !== "same") item.append(make("span", "said", `${this.#texts.difference[`${kind}Line`]}: `));
    if (!mark) item.append(text);
    else item.append(text.slice(0, mark[0]), make("b", "", text.slice(...mark)), text.slice(mark[1]));
    return item;
  }
}

const SIGNS = { same: " ", missing: "−", extra: "+" };

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} classes
 * @param {string} [text]
 */
function make(name, classes, text = "") {
  const element = document.createElement(name);
  element.className = classes;
  element.textContent = text;
  return element;
}
