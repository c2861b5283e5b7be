// @ts-check
// What a snippet looks like: the tree that each element gets a copy of, and what its parts show.

import css from "./snippet.css";

/** @typedef {import("../texts/texts.js").Texts["snippet"]} Say */
/** @typedef {"run" | "load" | "stop"} Shows what the first button does */

/** Long enough to be read. */
const COPIED_MS = 2000;

/** The parts that are asked for by name. */
const PART_NAMES = /** @type {const} */ ([
  "snippet",
  "code",
  "slot",
  "plain",
  "editor",
  "notices",
  "given",
  "stdin",
  "run",
  "edit",
  "reset",
  "copy",
  "result",
  "terminal",
  "status",
  "expand",
  "said",
]);

/**
 * @typedef {Record<(typeof PART_NAMES)[number], HTMLElement> & { stdin: HTMLTextAreaElement, edit: HTMLButtonElement }} Parts
 */

/** One style sheet for all of a page, made by a constructor: a strict policy forbids `<style>`. */
const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/**
 * A tree for each language, and whether there is an Edit button: they are cloned, and a page of a hundred
 * snippets has no more to do.
 * @type {Record<"plain" | "editable", Map<Say, DocumentFragment>>}
 */
const trees = { plain: new Map(), editable: new Map() };

/**
 * @param {string} name what is inside of it is named after; the part that pages style it by
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 */
function part(name, { tag = "div", ...attributes }, ...children) {
  const element = document.createElement(tag);
  element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * @param {Say} say
 * @param {boolean} isEditable
 * @returns {DocumentFragment}
 */
function grow(say, isEditable) {
  const button = (/** @type {string} */ name, /** @type {string} */ text, isThere = false) =>
    part(name, { tag: "button", type: "button", part: `button ${name}`, ...(isThere ? {} : { hidden: "" }) }, text);
  const label = (/** @type {string} */ name, /** @type {string} */ text) =>
    part(`label ${name}-label`, { tag: "span" }, text);
  const run = part(
    "run",
    { tag: "button", type: "button", part: "button run", "data-shows": "run" },
    label("run", say.run),
    label("load", say.percent({ part: 1 })),
    label("stop", say.stop),
    // Never seen: it keeps the room of the widest number while smaller ones are shown.
    label("widest", say.percent({ part: 1 })),
    part("bar-of-progress", { tag: "span" }),
  );
  const tree = document.createDocumentFragment();
  tree.append(
    part(
      "snippet",
      { part: "snippet", role: "group", "aria-label": say.label },
      part(
        "code",
        {},
        part("slot", { tag: "slot" }),
        part("plain", { tag: "pre", part: "code", tabindex: "0", role: "group", "aria-label": say.code, hidden: "" }),
        part("editor", { part: "editor", hidden: "" }),
      ),
      part("notices", { tag: "ul", part: "notices", hidden: "" }),
      part(
        "given",
        { tag: "label", part: "input", hidden: "" },
        say.given,
        part("stdin", { tag: "textarea", rows: "3", spellcheck: "false", autocapitalize: "off" }),
      ),
      part(
        "bar",
        { part: "toolbar" },
        run,
        // Buttons of what the snippet is a part of.
        part("others", { tag: "slot", name: "bar" }),
        button("edit", say.edit, isEditable),
        button("copy", say.copy, true),
        // It comes when there is something to take back: at the end, where it moves no other one.
        button("reset", say.reset),
      ),
      part(
        "result",
        { part: "result", hidden: "" },
        part("terminal", { part: "output", tabindex: "0", role: "group", "aria-label": say.output }),
        part("foot", { part: "footer" }, part("status", { tag: "p", part: "status" }), button("expand", say.expand)),
      ),
      part("said", { tag: "p", role: "status" }),
    ),
  );
  return tree;
}

export class View {
  #root;
  #say;
  /** @type {Parts | null} */
  #parts = null;
  /** While all of the output is shown, the height that it would have otherwise. @type {number | null} */
  #room = null;
  /** Whether it will be measured in the next frame. */
  #isMeasuring = false;

  /**
   * @param {ShadowRoot} root
   * @param {Say} say
   * @param {boolean} isEditable
   */
  constructor(root, say, isEditable) {
    const grown = trees[isEditable ? "editable" : "plain"];
    let tree = grown.get(say);
    if (!tree) grown.set(say, (tree = grow(say, isEditable)));
    root.append(tree.cloneNode(true));
    root.adoptedStyleSheets = [sheet];
    this.#root = root;
    this.#say = say;
  }

  /** Looked for when something happens to one of them. */
  get parts() {
    const find = (/** @type {string} */ name) => this.#root.querySelector(`.${name}`);
    this.#parts ??= /** @type {Parts} */ (Object.fromEntries(PART_NAMES.map((name) => [name, find(name)])));
    return this.#parts;
  }

  /**
   * @param {"slot" | "plain" | "editor"} where the page's own code, a text, or an editor of it
   * @param {string} [text]
   */
  showCode(where, text = "") {
    const { slot, plain, editor } = this.parts;
    slot.hidden = where !== "slot";
    plain.hidden = where !== "plain";
    editor.hidden = where !== "editor";
    plain.textContent = text;
  }

  /** @param {string[]} sentences what is wrong around the program */
  showNotices(sentences) {
    if (sentences.length === 0 && !this.#parts) return;
    const { notices } = this.parts;
    notices.hidden = sentences.length === 0;
    notices.replaceChildren(...sentences.map((sentence) => part("notice", { tag: "li" }, sentence)));
  }

  /**
   * @param {Shows} shows
   * @param {number} [progress] the part that has arrived
   */
  showButton(shows, progress = 0) {
    const { run } = this.parts;
    const say = this.#say;
    run.dataset.shows = shows;
    const percent = say.percent({ part: progress });
    /** @type {HTMLElement} */ (run.querySelector(".load-label")).textContent = percent;
    run.style.setProperty("--part", String(progress));
    // The label that is seen is the name that is heard, except while it is a number.
    if (shows === "load") run.setAttribute("aria-label", `${percent} ${say.cancel}`);
    else run.setAttribute("aria-label", shows === "run" ? say.run : say.stop);
  }

  /**
   * @param {string} sentence
   * @param {{ isWrong?: boolean, isSaid?: boolean }} [how] whether screen readers hear of it
   */
  showStatus(sentence, { isWrong = false, isSaid = false } = {}) {
    const { status } = this.parts;
    status.textContent = sentence;
    status.classList.toggle("is-wrong", isWrong);
    if (isSaid) this.announce(sentence);
  }

  /** @param {string} sentence */
  announce(sentence) {
    this.parts.said.textContent = sentence;
  }

  /** @param {boolean} isOpen whether there is room for output */
  showResult(isOpen) {
    const { result, snippet } = this.parts;
    result.hidden = !isOpen;
    snippet.classList.toggle("is-open", isOpen);
  }

  /** @param {number} lines of output that there is room for from the beginning */
  reserve(lines) {
    if (lines > 1 || this.#parts) this.parts.result.style.setProperty("--lines", String(lines));
  }

  /**
   * The next output begins in the room of the one before it: what stands below moves once, when it has ended. Parts of
   * pixels count.
   * @param {boolean} isHeld
   */
  hold(isHeld) {
    const { result } = this.parts;
    result.style.setProperty("--held", isHeld ? `${result.getBoundingClientRect().height}px` : "0px");
  }

  /** For a moment. */
  showCopied() {
    const { copy } = this.parts;
    copy.textContent = this.#say.copied;
    this.announce(this.#say.copied);
    setTimeout(() => (copy.textContent = this.#say.copy), COPIED_MS);
  }

  /** @param {boolean} isAsked whether the reader has to type before the run what the program will ask for */
  showGiven(isAsked) {
    this.parts.given.hidden = !isAsked;
  }

  /** @param {boolean} isDark in a page that does not say it is */
  showDark(isDark) {
    this.parts.snippet.style.colorScheme = isDark ? "dark" : "";
  }

  /** To what the output ends with: its last lines, or the beginning of how it differs from what is expected. */
  scrollToEnd() {
    const { terminal } = this.parts;
    const check = terminal.querySelector(".check:not([hidden])");
    if (!check) terminal.scrollTop = terminal.scrollHeight;
    else terminal.scrollTop += check.getBoundingClientRect().top - terminal.getBoundingClientRect().top;
  }

  /**
   * The output has become larger or smaller. Where all of it can be shown already, its end will tell whether that stays.
   */
  resized() {
    if (this.#isMeasuring) return;
    this.#isMeasuring = true;
    // In the next frame: it changes the sizes that the browser is telling of.
    requestAnimationFrame(() => {
      this.#isMeasuring = false;
      if (this.parts.expand.hidden) this.fit();
      else this.#makeRoom();
    });
  }

  /** Pictures are seen whole: the style sheet makes room for the highest. */
  #makeRoom() {
    const { terminal, result } = this.parts;
    const shown = /** @type {NodeListOf<HTMLElement>} */ (terminal.querySelectorAll(".shown, .garter-picture"));
    const highest = Math.max(0, ...Array.from(shown, ({ offsetHeight }) => offsetHeight));
    result.style.setProperty("--highest", `${highest}px`);
  }

  /** Offers to show all of the output if there is more of it than room for it. */
  fit() {
    this.#makeRoom();
    const { terminal, expand } = this.parts;
    // Part of a pixel is nothing to be shown.
    expand.hidden = this.#room === null && terminal.scrollHeight <= terminal.clientHeight + 1;
  }

  /** What was expanded has become as small as its room: it is as if it were not. */
  collapse() {
    if (this.#room !== null && this.parts.result.offsetHeight <= this.#room) this.expand(false);
  }

  /** @param {boolean} isExpanded whether all of the output is shown, or as much as there is room for */
  expand(isExpanded) {
    const { result, expand } = this.parts;
    this.#room = isExpanded ? result.offsetHeight : null;
    result.classList.toggle("is-expanded", isExpanded);
    expand.textContent = isExpanded ? this.#say.collapse : this.#say.expand;
    expand.setAttribute("aria-expanded", String(isExpanded));
    this.fit();
  }
}
