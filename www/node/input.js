// @ts-check
// The standard input of the command, line by line, for a program that asks for a line.

import { createInterface } from "node:readline";

export class Input {
  #stream;
  /** @type {string[]} */
  #lines = [];
  /** @type {((line: string | null) => void) | null} */
  #waiting = null;
  #hasEnded = false;
  /** @type {import("node:readline").Interface | null} */
  #reader = null;

  /** @param {NodeJS.ReadStream} stream */
  constructor(stream) {
    this.#stream = stream;
  }

  /**
   * @param {boolean} isHidden whether nobody may see it
   * @returns {Promise<string | null>} the next line; null at the end of the input
   */
  async next(isHidden) {
    if (isHidden && this.#stream.isTTY) return this.#hidden();
    this.#reader ??= this.#open();
    // What has ended may not be told to go on (Node 24).
    if (!this.#hasEnded) this.#reader.resume();
    const line = this.#lines.shift();
    if (line !== undefined) return line;
    if (this.#hasEnded) return null;
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  /** Whoever waits for a line gets none: the program was interrupted. */
  interrupt() {
    this.#answer(null);
  }

  /** Lets the process end. */
  close() {
    this.#reader?.close();
    this.#stream.pause();
  }

  #open() {
    const reader = createInterface({ input: this.#stream, terminal: false });
    reader.on("line", (line) => {
      if (this.#waiting) this.#answer(line);
      else this.#lines.push(line);
    });
    reader.on("close", () => {
      this.#hasEnded = true;
      this.#answer(null);
    });
    return reader;
  }

  /** @param {string | null} line */
  #answer(line) {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(line);
  }

  /** @returns {Promise<string | null>} a line of the terminal, which is not shown */
  #hidden() {
    const stream = this.#stream;
    this.#reader?.pause();
    stream.setRawMode(true);
    stream.resume();
    stream.setEncoding("utf8");
    let typed = "";
    return new Promise((resolve) => {
      const end = (/** @type {string | null} */ line) => {
        stream.off("data", take);
        stream.setRawMode(false);
        stream.pause();
        process.stderr.write("\n");
        resolve(line);
      };
      const take = (/** @type {string} */ text) => {
        for (const character of text) {
          if (character === "\r" || character === "\n") return end(typed);
          if (character === "\u0004" && typed === "") return end(null);
          if (character === "\u0003") {
            end(null);
            process.kill(process.pid, "SIGINT");
            return;
          }
          if (character === "\u007f" || character === "\b") typed = typed.slice(0, -1);
          else typed += character;
        }
      };
      stream.on("data", take);
    });
  }
}
