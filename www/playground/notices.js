// @ts-check
// Messages above the program: what has happened, and what can be done about it.

import { make, makeButton } from "./dom.js";

/**
 * A message. There is one of each `kind`: a new one takes the place of the one before.
 * @typedef {object} Notice
 * @property {string} kind
 * @property {(texts: import("../texts.js").Texts["playground"]) => string} text
 * @property {boolean} [isGrave]
 * @property {{ label: "undoNow" | "download" | "editHere", action: () => void }} [action]
 */

export class Notices {
  #element;
  #texts;
  /** @type {Map<string, Notice>} */
  #notices = new Map();

  /**
   * @param {HTMLElement} element
   * @param {() => import("../texts.js").Texts["playground"]} texts
   */
  constructor(element, texts) {
    this.#element = element;
    this.#texts = texts;
  }

  /** @param {Notice} notice */
  show(notice) {
    this.#notices.delete(notice.kind);
    this.#notices.set(notice.kind, notice);
    this.draw();
  }

  /** @param {string} kind */
  hide(kind) {
    if (this.#notices.delete(kind)) this.draw();
  }

  /** Draws them, as in another language. */
  draw() {
    const texts = this.#texts();
    this.#element.replaceChildren(
      ...[...this.#notices.values()].map(({ kind, text, isGrave, action }) =>
        make(
          "div",
          { className: isGrave ? "notice grave" : "notice", "data-kind": kind, role: isGrave ? "alert" : "status" },
          make("p", { textContent: text(texts) }),
          ...(action ? [makeButton(texts[action.label], action.action)] : []),
          makeButton("×", () => this.hide(kind), { className: "plain", "aria-label": texts.dismiss }),
        ),
      ),
    );
  }
}
