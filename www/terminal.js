// @ts-check
// The output view: what a program prints and what a person types, in one transcript.

/** @typedef {import("../target/types/Chunk.ts").Chunk} Chunk */

export class Terminal {
  #element;
  /** @type {{ field: HTMLInputElement, answer: (line: string | null) => void } | null} */
  #question = null;
  /** The block that is being written to. @type {HTMLElement | null} */
  #page = null;
  #pageLength = 0;
  /** Who has scrolled back is left there. */
  #isAtEnd = true;
  #isFollowing = false;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    element.addEventListener("scroll", () => {
      this.#isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    });
  }

  /** Begins a new transcript. */
  clear() {
    this.cancel();
    this.#element.replaceChildren();
    this.#page = null;
    this.#isAtEnd = true;
  }

  /** @param {Chunk} chunk */
  write({ stream, text }) {
    this.#append(stream, text);
  }

  /**
   * Asks for a line where the output ends.
   * @param {{ hidden: boolean }} request
   * @returns {Promise<string | null>} null is the end of the input
   */
  ask({ hidden }) {
    const field = document.createElement("input");
    field.id = "input";
    field.type = hidden ? "password" : "text";
    field.autocomplete = "off";
    field.spellcheck = false;
    field.setAttribute("autocapitalize", "off");
    const prompt = this.#page?.textContent?.split("\n").at(-1)?.trim();
    field.setAttribute("aria-label", prompt || "The program waits for a line");
    (this.#page ?? this.#element).append(field);
    field.scrollIntoView({ block: "nearest" });
    field.focus();
    return new Promise((answer) => {
      this.#question = { field, answer };
      field.addEventListener("keydown", (event) => {
        // While an input method composes, Enter belongs to it.
        if (event.isComposing) return;
        if (event.key === "Enter") this.#answer(field.value, hidden);
        else if (event.key === "d" && event.ctrlKey && field.value === "") this.#answer(null, hidden);
        else return;
        event.preventDefault();
      });
    });
  }

  /** Takes the question back: nobody will hear the answer. */
  cancel() {
    this.#question?.field.remove();
    this.#question = null;
  }

  /**
   * @param {string | null} line
   * @param {boolean} hidden
   */
  #answer(line, hidden) {
    const question = this.#question;
    this.cancel();
    this.#append("typed", `${hidden ? "" : line ?? ""}\n`);
    question?.answer(line);
  }

  /**
   * @param {string} kind
   * @param {string} text
   */
  #append(kind, text) {
    if (this.#pageLength + text.length > PAGE_LENGTH) {
      // A page ends where a line does: the next one begins on a line of its own.
      const end = text.indexOf("\n") + 1;
      if (end > 0) {
        this.#put(kind, text.slice(0, end));
        this.#page = null;
        text = text.slice(end);
      }
    }
    if (text) this.#put(kind, text);
    this.#follow();
  }

  /**
   * @param {string} kind
   * @param {string} text
   */
  #put(kind, text) {
    if (!this.#page) {
      this.#page = document.createElement("div");
      this.#page.className = "page";
      this.#pageLength = 0;
      this.#element.append(this.#page);
    }
    let last = this.#page.lastElementChild;
    if (last?.className !== kind) {
      last = document.createElement("span");
      last.className = kind;
      this.#page.append(last);
    }
    last.append(text);
    this.#pageLength += text.length;
  }

  /** Scrolls to the end, once for all that is appended in one go. */
  #follow() {
    if (!this.#isAtEnd || this.#isFollowing) return;
    this.#isFollowing = true;
    queueMicrotask(() => {
      this.#isFollowing = false;
      this.#element.scrollTop = this.#element.scrollHeight;
    });
  }
}

/** Characters in a block that is laid out by itself: a megabyte in one block is laid out anew at each line. */
const PAGE_LENGTH = 8192;
