// @ts-check
// Keeps what a learner works on in the browser's memory, and brings it back: from before, from another tab, from a file.

import { Memory, MOST_OTHERS, NotStoredError } from "./progress.js";

/**
 * @typedef {import("./checking.js").Answer} Answer
 * @typedef {import("./progress.js").Progress} Progress
 * @typedef {import("./work/work.js").Work} Work
 */

/**
 * @typedef {object} Listeners
 * @property {() => void} onReached something was reached elsewhere
 * @property {(trouble: NotStoredError | null) => void} onTrouble it is not remembered, or is again
 * @property {(take: (() => void) | null) => void} onOther there is another answer, which can be taken; or there is none
 *   any more
 */

/** After so long without a change what was typed is stored. */
const STORE_AFTER_MS = 400;

export class Remembering {
  #memory;
  #work;
  #listeners;
  #timer = /** @type {ReturnType<typeof setTimeout> | 0} */ (0);

  /**
   * @param {{ id: string, version: number }} exercise
   * @param {Work} work gets the answer that is remembered
   * @param {Listeners} listeners
   */
  constructor({ id, version }, work, listeners) {
    this.#work = work;
    this.#listeners = listeners;
    this.#memory = new Memory(id, version, (other) => this.#hear(other));
    const { answer } = this.progress;
    if (answer && !work.isKept) work.answer = answer;
    addEventListener("pagehide", this.store);
    this.#offer();
  }

  /** As it is now; not to be changed from outside. */
  get progress() {
    return this.#memory.progress;
  }

  /** @returns {Answer | null} null if it is what the exercise begins with */
  get #answer() {
    return this.#work.isChanged ? this.#work.answer : null;
  }

  /** @param {Partial<Progress>} changes */
  change(changes) {
    const known = changes.others ?? this.progress.others;
    try {
      this.#memory.change(changes);
      this.#listeners.onTrouble(null);
    } catch (error) {
      if (!(error instanceof NotStoredError)) throw error;
      this.#listeners.onTrouble(error);
    }
    // Another tab has stored something of which this one has not heard yet.
    if (this.progress.others !== known) this.#offer();
  }

  /** The answer has changed: it is stored when nothing more comes. */
  changed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.store, STORE_AFTER_MS);
  }

  /** Stores the answer now. */
  store = () => {
    clearTimeout(this.#timer);
    const answer = this.#answer;
    if (!isSame(answer, this.progress.answer)) this.change({ answer });
  };

  /** The exercise is shown no longer. */
  close() {
    this.store();
    this.#memory.close();
    removeEventListener("pagehide", this.store);
  }

  /**
   * Takes over what was remembered elsewhere. What was reached here stays, and what was typed here is offered.
   * @param {Progress} other
   */
  adopt(other) {
    const [mine, { progress }] = [this.#answer, this];
    const isOther = other.answer !== null && !isSame(mine, other.answer);
    // Of another version, what was typed is worth as much as ever; what was reached is not.
    const reached = other.version === progress.version ? other : null;
    if (other.answer && isOther) this.#work.answer = other.answer;
    this.change({
      answer: other.answer ?? mine,
      others: mine && isOther ? [mine, ...progress.others].slice(0, MOST_OTHERS) : progress.others,
      tries: Math.max(progress.tries, reached?.tries ?? 0),
      hints: Math.max(progress.hints, reached?.hints ?? 0),
      isOpen: progress.isOpen || Boolean(reached?.isOpen),
      isSolved: progress.isSolved || Boolean(reached?.isSolved),
      score: Math.max(progress.score, reached?.score ?? 0),
    });
    this.#offer();
    this.#listeners.onReached();
  }

  /**
   * Another tab has stored something of this exercise.
   * @param {Progress} other
   */
  #hear({ answer, others }) {
    const [mine, { progress }] = [this.#answer, this];
    // Where something else remembers the answer, what another tab has of it is not in question.
    if (!this.#work.isKept && !isSame(answer, mine)) {
      // What nobody has touched here follows; what was typed here stays. It was if the other tab has put it aside.
      const isAside = mine !== null && others.some((one) => isSame(one, mine));
      if (isSame(mine, progress.answer) && !isAside) {
        progress.answer = answer;
        if (answer) this.#work.answer = answer;
        else this.#work.reset();
      } else if (answer) progress.others = [answer, ...progress.others];
    }
    // What the other tab keeps is not lost when this one stores.
    const all = [...progress.others, ...others].filter((one) => !isSame(one, progress.answer));
    progress.others = all
      .filter((one, at) => at === all.findIndex((other) => isSame(one, other)))
      .slice(0, MOST_OTHERS);
    this.#offer();
    this.#listeners.onReached();
  }

  /** Offers what was typed in another tab. */
  #offer() {
    const [other, ...rest] = this.progress.others;
    if (!other || this.#work.isKept) return this.#listeners.onOther(null);
    this.#listeners.onOther(() => {
      const mine = this.#answer;
      this.#work.answer = other;
      this.change({ answer: other, others: mine ? [...rest, mine] : rest });
      this.#offer();
    });
  }
}

/**
 * @param {Answer | null} one
 * @param {Answer | null} other
 */
const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
