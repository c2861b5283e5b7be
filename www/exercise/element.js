// @ts-check
// <garter-exercise>: a task in a page, whose answer is checked. This is all of it that a page loads until the exercise
// comes near the part of the page that is seen.

import { load, PartError } from "../snippet/parts.js";
import { languageOf } from "../snippet/say.js";

/**
 * @typedef {import("./exercise.js").Exercise} Exercise
 * @typedef {import("./checking.js").Report} Report
 * @typedef {import("./checking.js").Answer} Answer
 */

/** So far below the part of the page that is seen, in its heights. */
const NEAR = "100%";

/**
 * A task with tests.
 *
 *     <script type="module" src="pkg/snippet.js"></script>
 *     <garter-exercise src="loops-1.md"></garter-exercise>
 *
 * docs/book/src/reference/exercise.md lists its attributes, events and properties.
 */
export class GarterExercise extends HTMLElement {
  static observedAttributes = ["src"];
  /** @type {Exercise | null} */
  #exercise = null;
  /** Ends when the exercise is there, or the element says why not. @type {Promise<Exercise | null> | null} */
  #opening = null;
  #watcher = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && void this.open(), {
    rootMargin: NEAR,
  });

  connectedCallback() {
    if (document.readyState === "loading") {
      // What is inside of it has not been read yet.
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.connectedCallback(), { once: true });
      return;
    }
    this.#watcher.observe(this);
  }

  disconnectedCallback() {
    this.#watcher.disconnect();
    // It may only be moved.
    queueMicrotask(() => this.isConnected || this.#close());
  }

  attributeChangedCallback() {
    if (!this.#opening) return;
    this.#close();
    if (this.isConnected) void this.open();
  }

  #close() {
    this.#exercise?.close();
    this.#exercise = null;
    this.#opening = null;
  }

  /**
   * Shows the exercise, which happens by itself when it comes near to what is seen.
   * @returns {Promise<Exercise | null>} null if there is none: the element says why
   */
  open() {
    this.#opening ??= this.#open();
    return this.#opening;
  }

  /** @returns {Promise<Exercise | null>} */
  async #open() {
    this.#watcher.disconnect();
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    try {
      /** @type {typeof import("./exercise.js")} */
      const { Exercise } = await load("exercise");
      const exercise = new Exercise(this, root, languageOf(this));
      this.#exercise = exercise;
      if (!(await exercise.open())) return null;
      this.dispatchEvent(
        new CustomEvent("garter:progress", { detail: { id: exercise.id }, bubbles: true, composed: true }),
      );
      return exercise;
    } catch (error) {
      if (!(error instanceof PartError)) throw error;
      root.replaceChildren(document.createElement("slot"), `${error.url}: a part of Garter did not arrive.`);
      return null;
    }
  }

  /** The exercise's own id; empty until it is there. */
  get exerciseId() {
    return this.#exercise?.id ?? "";
  }

  get isSolved() {
    return this.#exercise?.isSolved ?? false;
  }

  /** The best so far, from 0 to 1. */
  get score() {
    return this.#exercise?.score ?? 0;
  }

  /** What the learner has done; may be set. @returns {Answer | null} */
  get answer() {
    return this.#exercise?.answer ?? null;
  }

  set answer(answer) {
    if (this.#exercise) this.#exercise.answer = answer;
  }

  /** What can be handed in, as the text of a file; null until the exercise is there. */
  get handIn() {
    return this.#exercise?.handIn ?? null;
  }

  /** All that is remembered; null until the exercise is there. */
  get progress() {
    return this.#exercise?.progress ?? null;
  }

  /** Takes over what was remembered elsewhere. @param {import("./progress.js").Progress} progress */
  adopt(progress) {
    this.#exercise?.adopt(progress);
  }

  /**
   * Checks the answer, as the Check button does.
   * @returns {Promise<Report | null>} null if it could not be checked: the element says why
   */
  async check() {
    return (await this.open())?.check() ?? null;
  }

  /** Gives the focus to its heading, from which keys lead into it. */
  focusIn() {
    const title = this.shadowRoot?.getElementById("title");
    if (title) title.tabIndex = -1;
    title?.focus({ preventScroll: true });
  }

  /** Stops a check that runs. */
  stop() {
    this.#exercise?.stop();
  }

  /** Brings back what the exercise begins with. */
  reset() {
    this.#exercise?.reset();
  }
}
