// @ts-check
// The output view: what a program prints and what a person types, in one transcript.

/** @typedef {import("../target/types/Chunk.ts").Chunk} Chunk */

export class Terminal {
  #element;
  /** @type {{ field: HTMLInputElement, answer: (line: string | null) => void } | null} */
  #question = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** Begins a new transcript. */
  clear() {
    this.cancel();
    this.#element.replaceChildren();
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
    const prompt = this.#element.lastElementChild?.textContent?.split("\n").at(-1)?.trim();
    field.setAttribute("aria-label", prompt || "The program waits for a line");
    this.#element.append(field);
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
    const element = this.#element;
    // Who has scrolled back is left there.
    const follows = element.scrollHeight - element.scrollTop - element.clientHeight < 40;
    let last = element.lastElementChild;
    // A browser lays out many short runs faster than a single one of a megabyte.
    if (!last || last.className !== kind || (last.textContent?.length ?? 0) > MOST_TEXT_IN_SPAN) {
      last = document.createElement("span");
      last.className = kind;
      element.append(last);
    }
    last.append(text);
    if (follows) element.scrollTop = element.scrollHeight;
  }
}

const MOST_TEXT_IN_SPAN = 4096;
