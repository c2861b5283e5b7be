// @ts-check
// What an exercise looks like: its heading, the task, what is worked on, the buttons, and what comes below them.

import snippetCss from "../snippet/snippet.css";
import exerciseCss from "./exercise.css";
import { make } from "./work/work.js";

/** @typedef {typeof import("../texts/en/exercise.js").default["element"]} Say */

/** The rules of all exercises of a page. @type {CSSStyleSheet[]} */
let sheets = [];

export class View {
  #root;
  #say;
  title = make("span", { class: "text" });
  level = make("span", { class: "level" });
  badge = make("span", { class: "badge", part: "badge", hidden: "" });
  work = make("div", { class: "place" });
  check;
  hint;
  solution;
  reset;
  save;
  left = make("span", { class: "left", hidden: "" });
  bar;
  below = make("div", { class: "below" });
  hints = make("div", { class: "hints", part: "hints", hidden: "" });
  solved = make("div", { class: "solution", part: "solution", hidden: "" });
  notices = make("div", { class: "notices", part: "notices", hidden: "" });
  #said = make("p", { class: "said", role: "status" });

  /**
   * @param {ShadowRoot} root
   * @param {Say} say
   * @param {number} heading the level of its heading
   */
  constructor(root, say, heading) {
    this.#root = root;
    this.#say = say;
    const button = (/** @type {string} */ name, /** @type {string} */ text) =>
      make("button", { type: "button", class: name, part: `button ${name}`, hidden: "" }, text);
    this.check = button("check-button", say.check);
    this.hint = button("hint", say.showHint);
    this.solution = button("solution-button", say.showSolution);
    this.reset = button("reset", say.reset);
    this.save = button("save", say.save);
    this.bar = make("div", { class: "bar", part: "toolbar" });
    if (sheets.length === 0) {
      sheets = [snippetCss, exerciseCss].map((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        return sheet;
      });
    }
    root.adoptedStyleSheets = sheets;
    root.replaceChildren(
      make(
        "section",
        { class: "snippet exercise", part: "exercise", "aria-labelledby": "title" },
        make(
          "div",
          { class: "head" },
          make("div", { id: "title", role: "heading", "aria-level": String(heading), part: "title" }, this.title),
          this.level,
          this.badge,
        ),
        this.notices,
        make("p", { class: "lock" }, say.locked),
        make("div", { class: "task" }, make("slot", {})),
        this.work,
        this.below,
        this.hints,
        this.solved,
        this.#said,
      ),
    );
  }

  /**
   * Puts the buttons beside those of a snippet, or into a bar of their own.
   * @param {import("./work/work.js").Work} work
   */
  place(work) {
    const buttons = [this.check, this.hint, this.solution];
    if (work.hasBar) {
      this.work.replaceChildren(work.element);
      for (const button of [...buttons, this.save]) button.slot = "bar";
      work.element.append(...buttons, this.save);
      this.below.prepend(this.left);
    } else {
      this.bar.replaceChildren(...buttons, this.save, this.reset, this.left);
      this.work.replaceChildren(work.element, this.bar);
    }
  }

  /** @param {string} sentence */
  announce(sentence) {
    this.#said.textContent = sentence;
  }

  /** @param {(Node | string)[]} sentences what is wrong, and what may be done about it */
  showNotices(sentences) {
    this.notices.hidden = sentences.length === 0;
    this.notices.replaceChildren(...sentences.map((one) => make("p", {}, one)));
  }

  /**
   * @param {number | null} level
   */
  showLevel(level) {
    this.level.hidden = level === null;
    if (level === null) return;
    this.level.textContent = "●".repeat(level) + "○".repeat(5 - level);
    this.level.setAttribute("role", "img");
    this.level.setAttribute("aria-label", this.#say.level({ level }));
    this.level.title = this.#say.level({ level });
  }

  /** @param {boolean} isDark in a page that does not say it is */
  showDark(isDark) {
    const section = /** @type {HTMLElement} */ (this.#root.querySelector(".exercise"));
    section.style.colorScheme = isDark ? "dark" : "";
  }
}
