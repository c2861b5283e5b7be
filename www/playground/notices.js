// @ts-check
// Messages above the program: what has happened, and what can be done about it.

import { make, makeButton } from "./dom.js";

/**
 * A message. There is one of each `kind`: a new one takes the place of the one before.
 * @typedef {object} Notice
 * @property {string} kind
 * @property {(texts: import("../texts/texts.js").Texts["playground"]) => string} text
 * @property {boolean} [isGrave]
 * @property {boolean} [takesFocus] for what must be read before anything else
 * @property {{ label: "undoNow" | "download" | "editHere", action: () => void }} [action]
 */

export class Notices {
  #element;
  #texts;
  /** @type {Map<string, { notice: Notice, element: HTMLElement }>} */
  #shown = new Map();

  /**
   * @param {HTMLElement} element
   * @param {() => import("../texts/texts.js").Texts["playground"]} texts
   */
  constructor(element, texts) {
    this.#element = element;
    this.#texts = texts;
  }

  /** @param {Notice} notice */
  show(notice) {
    this.hide(notice.kind);
    const element = this.#make(notice);
    this.#shown.set(notice.kind, { notice, element });
    this.#element.append(element);
    if (notice.takesFocus) element.focus();
  }

  /** @param {string} kind */
  hide(kind) {
    const element = this.#shown.get(kind)?.element;
    if (!element) return;
    const hadFocus = element.contains(document.activeElement);
    this.#shown.delete(kind);
    element.remove();
    // Who has closed it by key goes on from where it stood.
    if (hadFocus) this.#element.focus();
  }

  /** Says them in another language. */
  translate() {
    for (const shown of this.#shown.values()) {
      const element = this.#make(shown.notice);
      shown.element.replaceWith(element);
      shown.element = element;
    }
  }

  /** @param {Notice} notice */
  #make({ kind, text, isGrave, takesFocus, action }) {
    const texts = this.#texts();
    return make(
      "div",
      {
        className: isGrave ? "notice grave" : "notice",
        "data-kind": kind,
        ...(isGrave && { role: "alert" }),
        ...(takesFocus && { tabIndex: -1 }),
      },
      make("p", { textContent: text(texts) }),
      ...(action ? [makeButton(texts[action.label], action.action)] : []),
      makeButton("×", () => this.hide(kind), { className: "plain", "aria-label": texts.dismiss }),
    );
  }
}
