// @ts-check
// Makes Garter's elements known to the page, or, in a browser that is too old for them, says so.

import { lackedByScripts, OLDEST } from "../client/needs.js";
import { languageOf, sayIn } from "./say.js";

/** Whether the page has been told: one sentence is enough for all elements. */
let isSaid = false;

/**
 * @param {string} name of the element
 * @param {CustomElementConstructor} element
 */
export function define(name, element) {
  const feature = lackedByScripts();
  customElements.define(name, feature === null ? element : plain(feature));
}

/**
 * An element that stays what the page has written: a program or a task, to be read and copied.
 * @param {string} feature that the browser lacks
 * @returns {CustomElementConstructor}
 */
const plain = (feature) =>
  class extends HTMLElement {
    connectedCallback() {
      if (isSaid) return;
      isSaid = true;
      const sentence = document.createElement("p");
      sentence.setAttribute("role", "alert");
      sentence.textContent = sayIn(languageOf(this)).lacks({ feature, oldest: OLDEST });
      this.before(sentence);
    }
  };
