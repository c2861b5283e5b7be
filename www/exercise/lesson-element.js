// @ts-check
// <garter-lesson>: a page, or a part of one, with several exercises. This is all of it that a page loads at first.

import { load } from "../snippet/parts.js";
import { languageOf } from "../snippet/say.js";

/**
 * Several exercises: shows how far the reader is, and may open each when the one before it is solved.
 *
 *     <garter-lesson in-order>
 *       <garter-exercise src="loops-1.md"></garter-exercise>
 *       <garter-exercise src="loops-2.md"></garter-exercise>
 *     </garter-lesson>
 */
export class GarterLesson extends HTMLElement {
  static observedAttributes = ["in-order"];
  /** @type {import("./lesson.js").Lesson | null} */
  #lesson = null;
  #isOpening = false;

  connectedCallback() {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.connectedCallback(), { once: true });
      return;
    }
    void this.#open();
  }

  disconnectedCallback() {
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#lesson?.close();
      this.#lesson = null;
      this.#isOpening = false;
    });
  }

  attributeChangedCallback() {
    this.#lesson?.show();
  }

  async #open() {
    if (this.#isOpening) return;
    this.#isOpening = true;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    // The exercises are there at once, whatever becomes of the rest.
    root.replaceChildren(document.createElement("slot"));
    /** @type {typeof import("./lesson.js")} */
    const { Lesson } = await load("lesson");
    if (this.isConnected) this.#lesson = new Lesson(this, root, languageOf(this));
  }

  /** How many exercises are solved. */
  get solved() {
    return this.#lesson?.solved ?? 0;
  }

  /** How many there are. */
  get total() {
    return this.#lesson?.total ?? 0;
  }

  /** The average of the best scores, from 0 to 1. */
  get score() {
    return this.#lesson?.score ?? 0;
  }
}
