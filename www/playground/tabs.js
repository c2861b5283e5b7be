// @ts-check
// The tabs of a project's files.

import { visible } from "../texts/visible.js";
import { make } from "./dom.js";

/**
 * @typedef {object} Listeners
 * @property {(path: string) => void} onShow
 * @property {(path: string) => void} onRename
 * @property {(path: string) => void} onClose
 */

export class Tabs {
  #element;
  #listeners;

  /**
   * @param {HTMLElement} element
   * @param {Listeners} listeners
   */
  constructor(element, listeners) {
    this.#element = element;
    this.#listeners = listeners;
    element.addEventListener("click", ({ target }) => {
      const path = pathOf(target);
      if (path !== null) listeners.onShow(path);
    });
    element.addEventListener("dblclick", ({ target }) => {
      const path = pathOf(target);
      if (path !== null) listeners.onRename(path);
    });
    element.addEventListener("keydown", (event) => this.#press(event));
  }

  /**
   * @param {string[]} paths
   * @param {string} active
   */
  draw(paths, active) {
    const hadFocus = this.#element.contains(document.activeElement);
    const tabs = paths.map((path) =>
      make("button", {
        type: "button",
        role: "tab",
        className: "tab",
        textContent: visible(path),
        title: visible(path),
        tabIndex: path === active ? 0 : -1,
        "data-path": path,
        "aria-selected": path === active,
        "aria-controls": "file",
      }),
    );
    this.#element.replaceChildren(...tabs);
    const current = tabs[paths.indexOf(active)];
    if (hadFocus) current?.focus();
    current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const path = pathOf(event.target);
    if (path === null) return;
    const paths = [...this.#element.children].map(pathOf);
    const at = paths.indexOf(path);
    const last = paths.length - 1;
    const next = { ArrowLeft: at > 0 ? at - 1 : last, ArrowRight: at < last ? at + 1 : 0, Home: 0, End: last }[
      event.key
    ];
    if (next !== undefined) this.#listeners.onShow(/** @type {string} */ (paths[next]));
    else if (event.key === "F2") this.#listeners.onRename(path);
    else if (event.key === "Delete") this.#listeners.onClose(path);
    else return;
    event.preventDefault();
  }
}

/** @param {EventTarget | null} target @returns {string | null} */
const pathOf = (target) => (target instanceof HTMLElement ? (target.dataset.path ?? null) : null);
