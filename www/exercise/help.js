// @ts-check
// Hints and the solution of an exercise: when each may be opened, and what it shows.

import { markdown } from "./markdown.js";
import { solutionOf } from "./solution.js";
import { make } from "./work/work.js";

/**
 * @typedef {import("./format.js").Exercise} Exercise
 * @typedef {import("./format.js").Piece} Piece
 * @typedef {import("./remembering.js").Remembering} Remembering
 * @typedef {import("./view.js").View} View
 */

/**
 * @typedef {object} Around
 * @property {typeof import("../texts/en/exercise.js").default["element"]} say
 * @property {string} language a BCP 47 tag
 * @property {string | null} base the address of the exercise file
 * @property {Map<string, Element>} shown of hints and remarks, those that the page has written itself, by their texts
 */

export class Help {
  #exercise;
  #view;
  #memory;
  #around;

  /**
   * Shows what was opened before.
   * @param {Exercise} exercise
   * @param {View} view
   * @param {Remembering} memory
   * @param {Around} around
   */
  constructor(exercise, view, memory, around) {
    this.#exercise = exercise;
    this.#view = view;
    this.#memory = memory;
    this.#around = around;
    view.hint.hidden = exercise.hints.length === 0;
    for (let at = 0; at < memory.progress.hints; at += 1) this.#addHint(at);
    if (memory.progress.isOpen) this.#showSolution();
  }

  /** Shows how far the learner is: which buttons there are, and what they say. */
  show() {
    const [exercise, view, say] = [this.#exercise, this.#view, this.#around.say];
    const { isSolved, tries, hints, isOpen } = this.#memory.progress;
    view.badge.hidden = !isSolved;
    view.badge.textContent = `✓ ${say.isSolved}`;
    const left = exercise.hints.length - hints;
    view.hint.disabled = left <= 0;
    view.hint.textContent =
      exercise.hints.length > 1 && left > 0
        ? say.nextHint({ number: hints + 1, total: exercise.hints.length })
        : say.showHint;
    const hasSolution = Boolean(
      exercise.solution ||
        exercise.remarks ||
        exercise.kind === "predict" ||
        exercise.kind === "choice" ||
        exercise.answers,
    );
    const missing = exercise.tries - tries;
    const mayOpen = isSolved || missing <= 0;
    // Where it opens after success only, a button that cannot be pressed would promise something else.
    view.solution.hidden = !hasSolution || isOpen || (!mayOpen && !Number.isFinite(exercise.tries));
    view.solution.disabled = !mayOpen;
    view.left.hidden = view.solution.hidden || mayOpen;
    view.left.textContent = say.solutionAfter({ left: missing });
  }

  openHint() {
    const { hints } = this.#memory.progress;
    this.#addHint(hints);
    this.#memory.change({ hints: hints + 1 });
    this.show();
    const added = this.#view.hints.lastElementChild;
    if (added instanceof HTMLElement) added.focus();
  }

  /** @param {number} at */
  #addHint(at) {
    const { hints } = this.#exercise;
    const hint = hints[at];
    if (!hint) return;
    const number = hints.length > 1 ? at + 1 : null;
    this.#view.hints.hidden = false;
    // It takes the focus: the button may be disabled now, and who does not see hears the hint.
    this.#view.hints.append(
      make(
        "div",
        { class: "hint-text", tabindex: "-1" },
        make("p", { class: "heading" }, this.#around.say.hintHeading({ number })),
        this.#content(hint),
      ),
    );
  }

  openSolution() {
    this.#memory.change({ isOpen: true });
    this.#showSolution();
    this.show();
    this.#view.solved.focus();
  }

  #showSolution() {
    const [exercise, { solved }] = [this.#exercise, this.#view];
    solved.hidden = false;
    solved.tabIndex = -1;
    const heading = make("p", { class: "heading" }, this.#around.say.solution);
    solved.replaceChildren(heading, ...solutionOf(exercise, this.#around));
    if (exercise.remarks) solved.append(make("div", { class: "remarks" }, this.#content(exercise.remarks)));
  }

  /** @param {Piece} piece */
  #content({ text }) {
    const own = this.#around.shown.get(text);
    if (!own) return markdown(text, this.#around.base);
    const copy = /** @type {HTMLElement} */ (own.cloneNode(true));
    copy.removeAttribute("slot");
    copy.removeAttribute("data-block");
    if (copy instanceof HTMLDetailsElement) copy.open = true;
    return copy;
  }
}
