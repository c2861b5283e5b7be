// @ts-check
// Checks of programs that are not run, seen from the page.

import { GarterError, OptionError } from "./errors.js";
import { withResolvers } from "./promises.js";

/**
 * @typedef {import("../../target/types/CheckRequest.ts").CheckRequest} CheckRequest
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/PageMessage.ts").PageMessage} PageMessage
 */

/** Asks the frame for checks, and gives each its answer. */
export class Checks {
  #tell;
  #last = 0;
  /** The checks that wait for an answer, oldest first. @type {Map<number, PromiseWithResolvers<ErrorReport | null>>} */
  #waiting = new Map();

  /** @param {(message: PageMessage) => void} tell */
  constructor(tell) {
    this.#tell = tell;
  }

  /**
   * @param {CheckRequest} request
   * @returns {Promise<ErrorReport | null>}
   */
  check(request) {
    const check = ++this.#last;
    const answer = withResolvers();
    this.#waiting.set(check, answer);
    try {
      this.#tell({ type: "check", check, request });
    } catch (error) {
      this.#take(check)?.reject(new GarterError((texts) => texts.unsendable({ error: String(error) })));
    }
    return answer.promise;
  }

  /**
   * @param {Extract<FrameMessage, { check: number }>} message
   * @returns {boolean} whether it made sense
   */
  hear(message) {
    const answer = this.#take(message.check);
    if (!answer) return false;
    if (message.type === "unchecked") {
      answer.reject(new OptionError(() => message.message));
      return true;
    }
    if (message.type === "checkFailed") answer.reject(new GarterError(() => message.message));
    else answer.resolve(message.error);
    return true;
  }

  /** Rejects all checks that wait. @param {GarterError} why */
  fail(why) {
    for (const { reject } of this.#waiting.values()) reject(why);
    this.#waiting.clear();
  }

  /** @param {number} check */
  #take(check) {
    const answer = this.#waiting.get(check);
    this.#waiting.delete(check);
    return answer;
  }
}
