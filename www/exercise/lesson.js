// @ts-check
// Shows how far the reader of a lesson is, and opens exercises in their order.

import { LANGUAGES } from "../../target/types/exercise-texts.js";
import { save } from "../output/save.js";
import snippetCss from "../snippet/snippet.css";
import { inLanguage } from "../texts/choose.js";
import { textsFor } from "../texts/texts.js";
import css from "./lesson.css";
import { readProgress, writtenProgress } from "./progress.js";
import { make } from "./work/work.js";

/** @typedef {import("./element.js").GarterExercise} GarterExercise */

const NAME = "garter-exercise";

export class Lesson {
  #host;
  #say;
  #language;
  #bar = make("progress", { part: "progress" });
  #text = make("span", { class: "text" });
  #next;
  #said = make("p", { class: "problem", role: "status" });
  #changes = new MutationObserver(() => this.#openAll());
  #hear = () => this.show();

  /**
   * @param {HTMLElement} host
   * @param {ShadowRoot} root
   * @param {string} language a BCP 47 tag
   */
  constructor(host, root, language) {
    this.#host = host;
    this.#language = language;
    this.#say = inLanguage(LANGUAGES, language).lesson;
    root.adoptedStyleSheets = [snippetCss, css].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    this.#next = make("button", { type: "button", part: "button next", hidden: "" }, this.#say.next);
    this.#next.addEventListener("click", () => this.#goOn());
    this.#bar.setAttribute("aria-label", this.#say.label);
    const button = (/** @type {string} */ text, /** @type {() => void} */ action) => {
      const made = make("button", { type: "button", part: "button" }, text);
      made.addEventListener("click", action);
      return made;
    };
    const file = make("input", { type: "file", accept: ".json", hidden: "" });
    file.addEventListener("change", async () => {
      if (file.files?.[0]) await this.#take(file.files[0]);
      file.value = "";
    });
    const head = make(
      "div",
      { class: "lesson", part: "lesson" },
      this.#bar,
      this.#text,
      this.#next,
      button(this.#say.save, () => this.#save()),
      button(this.#say.open, () => file.click()),
      file,
    );
    root.replaceChildren(make("div", { class: "snippet" }, head, this.#said), make("slot", {}));
    for (const type of ["garter:checked", "garter:progress"]) host.addEventListener(type, this.#hear);
    this.#changes.observe(host, { childList: true, subtree: true });
    this.#openAll();
  }

  /** @returns {GarterExercise[]} */
  get #exercises() {
    return [.../** @type {NodeListOf<GarterExercise>} */ (this.#host.querySelectorAll(NAME))];
  }

  get total() {
    return this.#exercises.length;
  }

  get solved() {
    return this.#exercises.filter(({ isSolved }) => isSolved).length;
  }

  get score() {
    const exercises = this.#exercises;
    return exercises.reduce((sum, { score }) => sum + score, 0) / Math.max(1, exercises.length);
  }

  close() {
    for (const type of ["garter:checked", "garter:progress"]) this.#host.removeEventListener(type, this.#hear);
    this.#changes.disconnect();
  }

  /** How far the reader is cannot be known before the exercises are. */
  async #openAll() {
    await customElements.whenDefined(NAME);
    for (const exercise of this.#exercises) void exercise.open();
    this.show();
  }

  show() {
    const exercises = this.#exercises;
    const { solved, total } = this;
    this.#bar.max = Math.max(1, total);
    this.#bar.value = solved;
    const text = this.#say.solved({ solved, total });
    if (this.#text.textContent !== text) this.#text.textContent = text;
    this.#next.hidden = solved === 0 || solved === total;
    const isInOrder = this.#host.hasAttribute("in-order");
    const first = exercises.findIndex(({ isSolved }) => !isSolved);
    for (const [at, exercise] of exercises.entries()) {
      // One that was solved before stays open.
      const isLocked = isInOrder && first >= 0 && at > first && !exercise.isSolved;
      if (exercise.hasAttribute("locked") !== isLocked) exercise.toggleAttribute("locked", isLocked);
    }
  }

  /** For another browser, or another machine. */
  #save() {
    /** @type {Map<string, import("./progress.js").Progress>} */
    const all = new Map();
    for (const exercise of this.#exercises) if (exercise.progress) all.set(exercise.exerciseId, exercise.progress);
    const blob = new Blob([writtenProgress(all)], { type: "application/json" });
    this.#said.textContent = save("exercises.json", blob)?.(textsFor(this.#language)) ?? "";
  }

  /** @param {File} file */
  async #take(file) {
    const all = readProgress(await file.text().catch(() => ""));
    const own = this.#exercises.filter(({ exerciseId }) => all?.has(exerciseId));
    for (const exercise of own) exercise.adopt(/** @type {Map<string, any>} */ (all).get(exercise.exerciseId));
    this.#said.textContent = all
      ? this.#say.opened({ count: own.length, others: all.size - own.length })
      : this.#say.noProgress({ name: file.name });
    this.show();
  }

  #goOn() {
    const next = this.#exercises.find(({ isSolved }) => !isSolved);
    next?.scrollIntoView({
      block: "start",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
    next?.focusIn();
  }
}
