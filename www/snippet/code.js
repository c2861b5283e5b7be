// @ts-check
// A snippet's code: where it comes from, how it is shown, changed and marked.

import { mark, unmark } from "./mark.js";
import { loadEditor } from "./parts.js";
import { blockIn, dedented, rangeOf, sourceOf } from "./source.js";

/**
 * @typedef {import("./view.js").Say} Say
 * @typedef {import("./view.js").View} View
 * @typedef {import("../editor/editor.js").Editor} Editor
 */

export class Code {
  #host;
  /** @type {View | null} */
  #view = null;
  /** As the page has it; null until somebody asks. @type {string | null} */
  #original = null;
  /** As a script has set it. @type {string | null} */
  #given = null;
  /** @type {Editor | null} */
  #editor = null;
  /** @type {Range | null} */
  #marked = null;
  /** Ends when the file that `src` names is here. @type {Promise<void> | null} */
  arrival = null;

  /** @param {HTMLElement} host */
  constructor(host) {
    this.#host = host;
  }

  /** As the reader has left it. */
  get text() {
    return this.#editor?.text ?? this.#given ?? this.#read();
  }

  set text(text) {
    this.#given = text;
    this.unmark();
    if (this.#editor) this.#editor.text = text;
    else this.#show();
  }

  get isEditing() {
    return this.#editor !== null;
  }

  /** Whether it is no longer the page's own. */
  get isChanged() {
    return this.#editor !== null || this.#given !== null;
  }

  get isEmpty() {
    return !this.arrival && !/\S/.test(this.isChanged ? this.text : (this.#host.textContent ?? ""));
  }

  /** @param {View} view */
  showIn(view) {
    this.#view = view;
    // The page's own code is there already.
    if (!this.#isOwn) this.#show();
  }

  /**
   * Fetches what is shown in place of what is inside of the element.
   * @param {string | null} src
   * @param {Say} say
   * @returns {Promise<void>}
   */
  async fetch(src, say) {
    const arrival = src === null ? null : this.#fetchFrom(new URL(src, document.baseURI).href, say);
    this.arrival = arrival;
    this.#original = null;
    await arrival;
    // Meanwhile it may have been told to show something else.
    if (this.arrival === arrival) this.#show();
  }

  /** The page has changed what is inside of the element. */
  rewritten() {
    if (this.arrival) return;
    this.#original = null;
    if (this.isChanged) return;
    this.unmark();
    this.#show();
  }

  /**
   * Makes an editor of it.
   * @param {{ onChange: () => void, onRun: () => void, onStop: () => void }} listeners
   * @param {string} language
   * @throws {import("./parts.js").PartError} if the editor does not arrive
   */
  async edit(listeners, language) {
    const [{ openEditor }] = await Promise.all([loadEditor(), this.arrival]);
    const view = this.#view;
    if (this.#editor || !view || !this.#host.isConnected) return;
    const { editor, code } = view.parts;
    const text = this.text;
    this.unmark();
    this.#borrowFont(view);
    // What stands below stays where it is.
    editor.style.minBlockSize = `${code.getBoundingClientRect().height}px`;
    view.showCode("editor");
    this.#editor = openEditor(editor, text, listeners, language);
  }

  focus() {
    this.#editor?.focus();
  }

  /** Brings the page's own code back. */
  reset() {
    this.#editor?.destroy();
    this.#editor = null;
    this.#given = null;
    this.unmark();
    this.#show();
  }

  /** @param {number} line to be marked as wrong, from 1 */
  mark(line) {
    this.unmark();
    if (this.#editor) return this.#editor.mark(line);
    const shown = this.#isOwn ? blockIn(this.#host) : this.#view?.parts.plain;
    this.#marked = shown ? rangeOf(sourceOf(shown), line) : null;
    if (this.#marked) mark(this.#marked);
  }

  unmark() {
    this.#editor?.mark(null);
    if (this.#marked) unmark(this.#marked);
    this.#marked = null;
  }

  /** @returns {string} the code as the page has it */
  #read() {
    const block = blockIn(this.#host);
    this.#original ??= block ? sourceOf(block).text : dedented(this.#host.textContent ?? "");
    return this.#original;
  }

  /** Whether the page shows it already, in its own colours. */
  get #isOwn() {
    const block = this.isChanged ? null : blockIn(this.#host);
    return block !== null && (!this.arrival || this.#original === null || this.#original === sourceOf(block).text);
  }

  #show() {
    if (!this.#view || this.#editor) return;
    if (this.#isOwn) this.#view.showCode("slot");
    else this.#view.showCode("plain", this.text);
  }

  /** What is edited and printed looks like the page's own code. @param {View} view */
  #borrowFont(view) {
    const shown = this.#isOwn ? blockIn(this.#host) : view.parts.plain;
    if (!shown) return;
    const { fontFamily, fontSize, lineHeight } = getComputedStyle(shown);
    const { style } = view.parts.snippet;
    style.setProperty("--code-font", fontFamily);
    style.setProperty("--code-size", fontSize);
    style.setProperty("--code-line", lineHeight);
  }

  /**
   * @param {string} url
   * @param {Say} say
   */
  async #fetchFrom(url, say) {
    const fail = (/** @type {string} */ reason) => new Error(say.noFile({ name: "src", url, reason }));
    const response = await fetch(url).catch(() => {
      throw fail(say.unreachable);
    });
    if (!response.ok) throw fail(say.missing({ code: response.status }));
    this.#original = (await response.text()).replace(/\r\n?/g, "\n");
  }
}
