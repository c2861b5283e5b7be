// @ts-check
// What the reader does to a canvas: told to the program if it has asked for it.

import { keysym } from "./keysyms.js";

/**
 * @typedef {import("../../../target/types/CanvasEvent.ts").CanvasEvent} CanvasEvent
 * @typedef {import("./drawing.js").Drawing} Drawing
 */

const MOST_KEYS = 500;

/** Listens to one canvas. */
export class Input {
  #number;
  #drawing;
  #tell;
  /** @type {Set<string>} */
  #keys = new Set();
  /** @type {Set<number>} */
  #buttons = new Set();
  #hasMotion = false;
  /** @type {Set<string>} */
  #pressedKeys = new Set();
  /** The button that is down; 0 if none is. */
  #pressed = 0;
  #isOver = false;

  /**
   * @param {number} number of the canvas
   * @param {Drawing} drawing
   * @param {(event: CanvasEvent) => void} tell
   */
  constructor(number, drawing, tell) {
    this.#number = number;
    this.#drawing = drawing;
    this.#tell = tell;
    const { element } = drawing;
    element.tabIndex = 0;
    element.addEventListener("keydown", (event) => this.#press(event));
    element.addEventListener("keyup", (event) => this.#release(event));
    element.addEventListener("blur", () => this.#releaseAll());
    element.addEventListener("pointerdown", (event) => this.#pointAt("press", event));
    element.addEventListener("pointermove", (event) => this.#pointAt("motion", event));
    element.addEventListener("pointerup", (event) => this.#pointAt("release", event));
    element.addEventListener("pointercancel", (event) => this.#pointAt("release", event));
    // The middle button scrolls and the right one opens a menu, unless the program has them.
    element.addEventListener("mousedown", (event) => this.#keepFromPage(event));
    element.addEventListener("contextmenu", (event) => this.#keepFromPage(event));
  }

  /**
   * Says what the program wants to hear.
   * @param {any} wishes
   */
  hear(wishes) {
    const list = (/** @type {unknown} */ value) => (Array.isArray(value) ? value.slice(0, MOST_KEYS) : []);
    this.#keys = new Set(list(wishes?.keys).filter((key) => typeof key === "string"));
    this.#buttons = new Set(list(wishes?.buttons));
    this.#hasMotion = wishes?.motion === true;
    const { style } = this.#drawing.element;
    // A finger that draws must not scroll.
    style.touchAction = this.#hasMotion ? "none" : this.#buttons.size > 0 ? "manipulation" : "";
    style.cursor = this.#buttons.size > 0 ? "pointer" : "";
  }

  /** From now on nobody hears anything. */
  end() {
    this.#isOver = true;
    this.hear(null);
    this.#drawing.element.tabIndex = -1;
  }

  /** @param {MouseEvent} event */
  #keepFromPage(event) {
    if (event.button !== 0 && this.#buttons.has(event.button + 1)) event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const key = keysym(event);
    // Tab goes on to what follows, and the browser's own keys are the browser's.
    const isBrowsers = event.key === "Tab" || ((event.ctrlKey || event.metaKey) && event.key.length === 1);
    if (event.isComposing || isBrowsers || !(this.#keys.has(key) || this.#keys.has("*"))) return;
    event.preventDefault();
    event.stopPropagation();
    this.#pressedKeys.add(key);
    this.#say({ kind: "keyPress", canvas: this.#number, key });
  }

  /** @param {KeyboardEvent} event */
  #release(event) {
    const key = keysym(event);
    if (!this.#pressedKeys.delete(key)) return;
    event.stopPropagation();
    this.#say({ kind: "keyRelease", canvas: this.#number, key });
  }

  /** Whoever goes elsewhere with a key held down lets go of it there. */
  #releaseAll() {
    for (const key of this.#pressedKeys) this.#say({ kind: "keyRelease", canvas: this.#number, key });
    this.#pressedKeys.clear();
  }

  /**
   * @param {"press" | "motion" | "release"} kind
   * @param {PointerEvent} event
   */
  #pointAt(kind, event) {
    const button =
      kind === "motion" ? this.#pressed : event.type === "pointercancel" ? this.#pressed : event.button + 1;
    if (kind === "press") {
      if (!this.#buttons.has(button)) return;
      this.#pressed = button;
      // What is dragged goes on when it leaves the canvas.
      if (event.isTrusted) this.#drawing.element.setPointerCapture(event.pointerId);
    } else if (kind === "motion") {
      if (!this.#hasMotion) return;
    } else {
      if (button !== this.#pressed) return;
      this.#pressed = 0;
    }
    const { left, top, width, height } = this.#drawing.element.getBoundingClientRect();
    const x = Math.round(((event.clientX - left) / width) * this.#drawing.width);
    const y = Math.round(((event.clientY - top) / height) * this.#drawing.height);
    if (Number.isFinite(x + y)) this.#say({ kind, canvas: this.#number, x, y, button });
  }

  /** @param {CanvasEvent} event */
  #say(event) {
    if (!this.#isOver) this.#tell(event);
  }
}
