// @ts-check
// One run of a program, seen from the page.

import { OptionError } from "./errors.js";

/**
 * @typedef {import("../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../target/types/PageMessage.ts").PageMessage} PageMessage
 * @typedef {import("../target/types/ProgramRequest.ts").ProgramRequest} ProgramRequest
 * @typedef {import("../target/types/Outcome.ts").Outcome} Outcome
 * @typedef {import("../target/types/Chunk.ts").Chunk} Chunk
 */

/**
 * How a run is watched.
 * @typedef {object} Listeners
 * @property {(chunk: Chunk) => void} [onOutput] hears output, in order
 * @property {(request: { hidden: boolean }) => string | null | Promise<string | null>} [onInput]
 *   is asked for a line of input; null is the end of the input
 * @property {(content: { mime: string, data: Uint8Array }) => void} [onDisplay] hears what is more than text
 */

/**
 * What a program may be given besides its text; `interactive` follows from `onInput`.
 * @typedef {Omit<ProgramRequest, "source" | "interactive"> & Listeners} RunOptions
 */

/**
 * How a run ended, with all it printed.
 * @typedef {Outcome & { stdout: string, stderr: string }} RunResult
 */

/** A run under way. Await it for its {@link RunResult}. */
export class Run {
  #id;
  #tell;
  /** @type {Listeners} */
  #listeners;
  #printed = { stdout: "", stderr: "" };
  /** @type {PromiseWithResolvers<RunResult>} */
  #result;
  /** Output that is not shown yet. @type {Chunk[]} */
  #pending = [];
  #isScheduled = false;

  /**
   * @param {number} id
   * @param {(message: PageMessage) => void} tell
   * @param {Listeners} listeners
   */
  constructor(id, tell, listeners) {
    this.#id = id;
    this.#tell = tell;
    this.#listeners = listeners;
    this.#result = withResolvers();
    // Whoever only listens need not await.
    this.#result.promise.catch(() => {});
  }

  /** Interrupts the program: KeyboardInterrupt, and the axe if that does not end it. */
  stop() {
    this.#tell({ type: "stop", run: this.#id });
  }

  /**
   * Rejects only if the options are wrong or Garter itself is broken, never for what the program did.
   * @template A, [B=never]
   * @param {((result: RunResult) => A | PromiseLike<A>) | null} [onResult]
   * @param {((error: unknown) => B | PromiseLike<B>) | null} [onError]
   * @returns {Promise<A | B>}
   */
  then(onResult, onError) {
    return this.#result.promise.then(onResult, onError);
  }

  /** @param {Error} error */
  fail(error) {
    this.#result.reject(error);
  }

  /**
   * @param {FrameMessage} message
   * @returns {boolean} whether this was the last one
   */
  hear(message) {
    switch (message.type) {
      case "output":
        this.#pending.push(...message.chunks);
        this.#schedule();
        return false;
      case "inputRequest":
        this.#ask(message.hidden);
        return false;
      case "display":
        this.#show();
        this.#listeners.onDisplay?.({ mime: message.mime, data: message.data });
        return false;
      case "finished":
        this.#show();
        this.#result.resolve({ ...message.outcome, ...this.#printed });
        return true;
      case "rejected":
        this.#result.reject(new OptionError(message.message));
        return true;
      default:
        return false;
    }
  }

  /** Shows output once a frame, so that a flood of it leaves the page responsive. */
  #schedule() {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // In a tab that nobody sees there are no animation frames.
    if (document.hidden) setTimeout(() => this.#show(), 16);
    else requestAnimationFrame(() => this.#show());
  }

  #show() {
    this.#isScheduled = false;
    const chunks = this.#pending;
    if (chunks.length === 0) return;
    this.#pending = [];
    let bytes = 0;
    for (const chunk of chunks) {
      this.#printed[chunk.stream] += chunk.text;
      bytes += utf8.encode(chunk.text).length;
      this.#listeners.onOutput?.(chunk);
    }
    this.#tell({ type: "shown", run: this.#id, bytes });
  }

  /** @param {boolean} hidden */
  async #ask(hidden) {
    this.#show();
    let line = null;
    try {
      line = (await this.#listeners.onInput?.({ hidden })) ?? null;
    } catch (error) {
      // The program gets the end of its input; the page's own error is the page's to see.
      reportError(error);
    }
    this.#tell({ type: "input", run: this.#id, line });
  }
}

const utf8 = new TextEncoder();

/**
 * Promise.withResolvers, which Safari has only since 17.4.
 * @template T
 * @returns {PromiseWithResolvers<T>}
 */
function withResolvers() {
  /** @type {Partial<PromiseWithResolvers<T>>} */
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return /** @type {PromiseWithResolvers<T>} */ (parts);
}
