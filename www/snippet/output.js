// @ts-check
// What a snippet's program shows: text, pictures, and whether it is what was expected.

import { Terminal } from "../terminal.js";
import terminalCss from "../terminal.css";
import { compare } from "./expect.js";

/** @typedef {import("../texts.js").Texts} Texts */

/** Pictures that a browser draws by itself, without a script in them: an `<img>` runs none. */
const PICTURES = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"]);

/** The rules of terminal.css, for every snippet of a page. @type {CSSStyleSheet | null} */
let sheet = null;

export class Output extends Terminal {
  #element;
  #texts;
  #pictures = document.createElement("div");
  #check = document.createElement("div");
  /** @type {string[]} */
  #addresses = [];

  /**
   * @param {HTMLElement} element
   * @param {import("../terminal.js").Actions} actions
   * @param {HTMLElement} home
   * @param {Texts} texts
   */
  constructor(element, actions, home, texts) {
    super(element, actions, home, texts);
    this.#element = element;
    this.#texts = texts.snippet;
    this.#pictures.className = "shown";
    this.#check.className = "check";
    this.#check.setAttribute("part", "check");
    this.#check.hidden = true;
    element.append(this.#pictures, this.#check);
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
    for (const address of this.#addresses.splice(0)) URL.revokeObjectURL(address);
    this.#pictures.replaceChildren();
    this.#check.hidden = true;
  }

  /** @param {{ mime: string, data: Uint8Array }} content */
  show({ mime, data }) {
    if (!PICTURES.has(mime)) return;
    const picture = document.createElement("img");
    const address = URL.createObjectURL(new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (data)], { type: mime }));
    this.#addresses.push(address);
    picture.src = address;
    picture.alt = this.#texts.output;
    this.#pictures.append(picture);
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
