// @ts-check
// Where a block's output goes: into an element of the page, or to the browser's console.

/** @typedef {import("../../target/types/Chunk.ts").Chunk} Chunk */

/**
 * @typedef {object} Sink
 * @property {(chunk: Chunk) => void} write
 * @property {(message: string) => void} fail says what is wrong
 * @property {() => string} lastLine what is left of the output after its last line end: a question
 * @property {() => void} end nothing more comes
 */

/**
 * @param {HTMLScriptElement} script whose attribute `output` may name an element
 * @returns {Sink}
 */
export function sinkOf(script) {
  const id = script.getAttribute("output")?.replace(/^#/, "");
  const element = id ? document.getElementById(id) : null;
  if (id && !element)
    console.error(`Garter: there is no element with the id ${JSON.stringify(id)} for the output.`, script);
  return element ? new ElementSink(element) : new ConsoleSink();
}

/** @implements {Sink} */
class ElementSink {
  #element;
  #last = "";

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /** @param {Chunk} chunk */
  write({ stream, text }) {
    this.#last = (this.#last + text).split("\n").at(-1) ?? "";
    if (stream === "stdout") {
      this.#element.append(text);
      return;
    }
    const wrong = document.createElement("span");
    wrong.dataset.stream = stream;
    wrong.textContent = text;
    this.#element.append(wrong);
  }

  /** @param {string} message */
  fail(message) {
    this.write({ stream: "stderr", text: this.#last ? `\n${message}\n` : `${message}\n` });
    console.error(`Garter: ${message}`);
  }

  lastLine() {
    return this.#last;
  }

  end() {}
}

/** Whole lines, for a console begins a new one each time; a traceback is one message. @implements {Sink} */
class ConsoleSink {
  #line = "";
  #wrong = "";

  /** @param {Chunk} chunk */
  write({ stream, text }) {
    if (stream === "stderr") {
      this.#wrong += text;
      return;
    }
    const lines = (this.#line + text).split("\n");
    this.#line = lines.pop() ?? "";
    for (const line of lines) console.log(line);
  }

  /** @param {string} message */
  fail(message) {
    console.error(`Garter: ${message}`);
  }

  lastLine() {
    return this.#line;
  }

  end() {
    if (this.#line) console.log(this.#line);
    if (this.#wrong) console.error(this.#wrong.trimEnd());
  }
}
