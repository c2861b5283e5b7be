// @ts-check
// Lines to be put in order and indented: by dragging, by buttons, and by keys.

import { linesOf } from "../answers.js";
import { Dragging } from "./dragging.js";
import { shuffled } from "./shuffle.js";
import { make } from "./work.js";

/**
 * @typedef {import("./work.js").Work} Work
 * @typedef {import("./work.js").WorkContext} WorkContext
 */

/** A line; `level` is its indentation where it stands in the program. @typedef {{ text: string, level: number }} Line */

/** No honest program is indented deeper. */
const MOST_LEVELS = 12;

/** @implements {Work} */
export class OrderWork {
  hasBar = false;
  element;
  #say;
  #onChange;
  #announce;
  /** One level of indentation. */
  #unit;
  /** In the order in which they are offered. @type {Line[]} */
  #lines;
  /** Numbers of lines, in their order. @type {number[]} */
  #program = [];
  #pool = make("ol", { class: "lines pool" });
  #list = make("ol", { class: "lines chosen" });
  /** @type {number | null} */
  #selected = null;
  #tools;

  /** @param {WorkContext} context */
  constructor({ exercise, say, onChange, announce }) {
    this.#say = say;
    this.#onChange = onChange;
    this.#announce = announce;
    const solution = linesOf(exercise.solution?.text ?? "");
    this.#unit =
      solution
        .map((line) => /^[ \t]+/.exec(line)?.[0] ?? "")
        .filter(Boolean)
        .sort((one, other) => one.length - other.length)[0] ?? "    ";
    const texts = [...solution, ...linesOf(exercise.distractors?.text ?? "")].map((line) => line.trim());
    this.#lines = shuffled(texts, exercise.id).map((text) => ({ text, level: 0 }));
    this.#list.setAttribute("aria-label", say.yourProgram);
    this.#pool.setAttribute("aria-label", say.linesLeft);
    const tool = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {string} */ key) =>
      make("button", { type: "button", class: "tool", "aria-label": label, title: label, "data-key": key }, sign);
    this.#tools = make(
      "div",
      { class: "tools", role: "toolbar", "aria-label": say.moveLine },
      tool("↑", say.up, "ArrowUp"),
      tool("↓", say.down, "ArrowDown"),
      tool("⇤", say.outdent, "ArrowLeft"),
      tool("⇥", say.indent, "ArrowRight"),
      tool("✕", say.takeOut, "Delete"),
    );
    this.element = make(
      "div",
      { class: "work order" },
      make("p", { class: "help" }, say.orderHelp),
      make("div", { class: "column" }, make("p", { class: "heading" }, say.yourProgram), this.#list, this.#tools),
      make("div", { class: "column" }, make("p", { class: "heading" }, say.linesLeft), this.#pool),
    );
    this.element.addEventListener("click", (event) => this.#click(event));
    this.element.addEventListener("keydown", (event) => this.#press(event));
    new Dragging(this.element, {
      lists: [this.#list, this.#pool],
      onDrop: (line, list, at, levels) => this.#drop(line, list === this.#list, at, levels),
    });
    this.#render();
  }

  get answer() {
    const line = (/** @type {number} */ number) =>
      this.#unit.repeat(this.#lines[number].level) + this.#lines[number].text;
    return { code: this.#program.map((number) => `${line(number)}\n`).join("") };
  }

  set answer({ code = "" }) {
    this.#program = [];
    for (const text of linesOf(code)) {
      const found = this.#lines.findIndex((line, at) => line.text === text.trim() && !this.#program.includes(at));
      if (found < 0) continue;
      const indentation = /^[ \t]*/.exec(text)?.[0].length ?? 0;
      this.#lines[found].level = Math.min(MOST_LEVELS, Math.round(indentation / this.#unit.length));
      this.#program.push(found);
    }
    this.#selected = null;
    this.#render();
  }

  get isChanged() {
    return this.#program.length > 0;
  }

  reset() {
    this.answer = { code: "" };
    this.#onChange();
  }

  /** @param {import("../checking.js").Report | null} report */
  show(report) {
    const line = report?.cases.length === 1 && report.cases[0].status !== "passed" ? report.cases[0].line : null;
    for (const [at, item] of [...this.#list.children].entries())
      item.classList.toggle("is-wrong", line !== null && at === line - 1);
  }

  /** @param {Event} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const tool = target.closest(".tool");
    if (tool instanceof HTMLElement) {
      if (this.#selected !== null) this.#act(this.#selected, tool.dataset.key ?? "");
      return;
    }
    const number = numberOf(target);
    if (number === null) return;
    if (!this.#program.includes(number)) return this.#act(number, "Enter");
    this.#selected = this.#selected === number ? null : number;
    this.#render(number);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const number = numberOf(/** @type {Element} */ (event.target));
    if (number === null || event.altKey || event.ctrlKey || event.metaKey) return;
    if (!["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", " ", "Delete", "Backspace"].includes(event.key))
      return;
    event.preventDefault();
    this.#act(number, event.key);
  }

  /**
   * @param {number} number of a line
   * @param {string} key
   */
  #act(number, key) {
    const say = this.#say;
    const at = this.#program.indexOf(number);
    const line = this.#lines[number];
    if (at < 0) {
      // Of a line that is not in the program, arrows go to its neighbours.
      if (key === "ArrowUp" || key === "ArrowDown") return this.#neighbour(number, key === "ArrowUp" ? -1 : 1);
      if (key !== "Enter" && key !== " " && key !== "ArrowLeft") return;
      const above = this.#lines[this.#program.at(-1) ?? -1];
      // Most lines stand below the one before them, or one level deeper after a colon.
      line.level = above ? above.level + (above.text.endsWith(":") ? 1 : 0) : 0;
      this.#program.push(number);
      this.#selected = number;
      this.#announce(say.placed({ text: line.text, line: this.#program.length, level: line.level }));
    } else {
      const up = key === "ArrowUp" ? -1 : key === "ArrowDown" ? 1 : 0;
      const deeper = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
      this.#selected = number;
      if (up !== 0) {
        const to = Math.min(this.#program.length - 1, Math.max(0, at + up));
        this.#program.splice(at, 1);
        this.#program.splice(to, 0, number);
      } else if (deeper !== 0) line.level = Math.min(MOST_LEVELS, Math.max(0, line.level + deeper));
      else if (key !== " ") {
        this.#program.splice(at, 1);
        this.#selected = null;
      }
      const now = this.#program.indexOf(number);
      this.#announce(
        now < 0 ? say.takenOut({ text: line.text }) : say.placed({ text: line.text, line: now + 1, level: line.level }),
      );
    }
    this.#render(number);
    this.#onChange();
  }

  /**
   * @param {number} number
   * @param {number} step
   */
  #neighbour(number, step) {
    const items = [...this.#pool.children];
    const at = items.findIndex((item) => numberOf(item) === number);
    const next = items[at + step]?.firstElementChild;
    if (next instanceof HTMLElement) next.focus();
  }

  /**
   * @param {number} number
   * @param {boolean} isInProgram
   * @param {number} at
   * @param {number} levels
   */
  #drop(number, isInProgram, at, levels) {
    const former = this.#program.indexOf(number);
    if (former >= 0) this.#program.splice(former, 1);
    const line = this.#lines[number];
    if (isInProgram) {
      const place = former >= 0 && former < at ? at - 1 : at;
      const above = this.#lines[this.#program[place - 1] ?? -1];
      const usual = former >= 0 ? line.level : above ? above.level + (above.text.endsWith(":") ? 1 : 0) : 0;
      line.level = Math.min(MOST_LEVELS, Math.max(0, usual + levels));
      this.#program.splice(place, 0, number);
      this.#announce(this.#say.placed({ text: line.text, line: place + 1, level: line.level }));
    } else if (former >= 0) this.#announce(this.#say.takenOut({ text: line.text }));
    this.#selected = isInProgram ? number : null;
    this.#render(number);
    this.#onChange();
  }

  /** @param {number | null} [focused] a line that keeps the focus */
  #render(focused = null) {
    const had = this.element.contains(/** @type {ShadowRoot | Document} */ (this.element.getRootNode()).activeElement);
    const item = (/** @type {number} */ number, /** @type {boolean} */ isIn) => {
      const { text, level } = this.#lines[number];
      const grip = make("span", { class: "grip", "aria-hidden": "true" }, "⠿");
      const line = make("div", { class: "line", tabindex: "0", role: "button" }, grip, make("code", {}, text));
      const at = this.#program.indexOf(number) + 1;
      line.setAttribute("aria-label", isIn ? this.#say.placed({ text, line: at, level }) : text);
      if (isIn) line.setAttribute("aria-pressed", String(this.#selected === number));
      const element = make("li", { "data-line": String(number) }, line);
      element.style.setProperty("--level", String(isIn ? level : 0));
      return element;
    };
    this.#list.replaceChildren(...this.#program.map((number) => item(number, true)));
    const left = this.#lines.map((_, number) => number).filter((number) => !this.#program.includes(number));
    this.#pool.replaceChildren(...left.map((number) => item(number, false)));
    for (const tool of this.#tools.querySelectorAll("button")) tool.disabled = this.#selected === null;
    if (focused === null || !had) return;
    const again = this.element.querySelector(`[data-line="${focused}"] > .line`);
    const active = /** @type {ShadowRoot | Document} */ (this.element.getRootNode()).activeElement;
    if (again instanceof HTMLElement && !this.#tools.contains(active)) again.focus();
  }
}

/** @param {Element} element @returns {number | null} the line that it belongs to */
function numberOf(element) {
  const item = element.closest("[data-line]");
  return item instanceof HTMLElement ? Number(item.dataset.line) : null;
}
