// @ts-check
// What the browser remembers of an exercise: what was typed, and how far the reader got.

/**
 * @typedef {import("./checking.js").Answer} Answer
 */

/**
 * @typedef {object} Progress
 * @property {number} version of the exercise
 * @property {Answer | null} answer null if nothing was changed
 * @property {Answer[]} others answers that another tab has replaced
 * @property {number} tries failed checks
 * @property {number} hints that are open
 * @property {boolean} isOpen whether the solution was opened
 * @property {boolean} isSolved
 * @property {number} score the best so far, from 0 to 1
 */

const PREFIX = "garter-exercise:";
/** Answers of other tabs that are kept. */
export const MOST_OTHERS = 3;

/** @param {number} version @returns {Progress} */
const none = (version) => ({
  version,
  answer: null,
  others: [],
  tries: 0,
  hints: 0,
  isOpen: false,
  isSolved: false,
  score: 0,
});

/** The browser has no room, or does not let this page store anything. */
export class NotStoredError extends Error {
  /** @param {boolean} isFull */
  constructor(isFull) {
    super(isFull ? "full" : "forbidden");
    this.isFull = isFull;
  }
}

export class Memory {
  #key;
  #version;
  #onOther;
  /** As it was last read or written here. */
  #known = "";
  /** @type {Progress} */
  progress;

  /**
   * @param {string} id
   * @param {number} version
   * @param {(progress: Progress) => void} onOther hears of what another tab has written
   */
  constructor(id, version, onOther) {
    this.#key = PREFIX + id;
    this.#version = version;
    this.#onOther = onOther;
    this.progress = this.#read();
    addEventListener("storage", this);
  }

  /** @param {StorageEvent} event */
  handleEvent({ key }) {
    if (key !== this.#key) return;
    const other = this.#read();
    // What was reached in one tab is reached.
    const { progress } = this;
    progress.tries = Math.max(progress.tries, other.tries);
    progress.hints = Math.max(progress.hints, other.hints);
    progress.isSolved ||= other.isSolved;
    progress.isOpen ||= other.isOpen;
    progress.score = Math.max(progress.score, other.score);
    this.#onOther(other);
  }

  /**
   * @param {Partial<Progress>} changes
   * @throws {NotStoredError} it is remembered until the page is closed
   */
  change(changes) {
    Object.assign(this.progress, changes, { version: this.#version });
    try {
      const stored = localStorage.getItem(this.#key) ?? "";
      // Another tab has written meanwhile: its answer is kept beside ours.
      if (stored && stored !== this.#known) this.#keep(understood(stored)?.answer ?? null);
      const text = JSON.stringify(this.progress);
      localStorage.setItem(this.#key, text);
      // What could not be stored is not there to be taken for another tab's.
      this.#known = text;
    } catch (error) {
      throw new NotStoredError(error instanceof DOMException && error.name === "QuotaExceededError");
    }
  }

  /** Nothing more is heard of other tabs. */
  close() {
    removeEventListener("storage", this);
  }

  /** @param {Answer | null} answer of another tab */
  #keep(answer) {
    const same = (/** @type {Answer | null} */ one) => JSON.stringify(one) === JSON.stringify(answer);
    if (!answer || same(this.progress.answer) || this.progress.others.some(same)) return;
    this.progress.others = [answer, ...this.progress.others].slice(0, MOST_OTHERS);
  }

  /** @returns {Progress} */
  #read() {
    let text = null;
    try {
      text = localStorage.getItem(this.#key);
    } catch {
      // Said when something is to be written.
    }
    this.#known = text ?? "";
    const found = understood(text);
    if (!found) return none(this.#version);
    // Of an older version, what was typed is worth as much as ever; what was reached is not.
    return found.version === this.#version
      ? found
      : { ...none(this.#version), answer: found.answer, others: found.others };
  }
}

/** What a file of the progress in several exercises begins with. */
const FORMAT = "garter progress 1";

/**
 * @param {Map<string, Progress>} all by the ids of exercises
 * @returns {string} the text of a file
 */
export const writtenProgress = (all) =>
  `${JSON.stringify({ format: FORMAT, exercises: Object.fromEntries(all) }, null, 2)}\n`;

/**
 * @param {string} text of such a file
 * @returns {Map<string, Progress> | null} null if it is none
 */
export function readProgress(text) {
  try {
    const found = JSON.parse(text);
    if (found?.format !== FORMAT || typeof found.exercises !== "object" || found.exercises === null) return null;
    const entries = Object.entries(found.exercises).map(([id, one]) => [id, understood(JSON.stringify(one))]);
    return new Map(/** @type {[string, Progress][]} */ (entries.filter(([, one]) => one !== null)));
  } catch {
    return null;
  }
}

/**
 * What other scripts of the site have written there is nothing.
 * @param {string | null} text
 * @returns {Progress | null}
 */
function understood(text) {
  try {
    const found = JSON.parse(text ?? "null");
    if (typeof found !== "object" || found === null || typeof found.version !== "number") return null;
    return {
      version: found.version,
      answer: answerIn(found.answer),
      others: Array.isArray(found.others) ? found.others.map(answerIn).filter(Boolean) : [],
      tries: Number(found.tries) || 0,
      hints: Number(found.hints) || 0,
      isOpen: found.isOpen === true,
      isSolved: found.isSolved === true,
      score: Number(found.score) || 0,
    };
  } catch {
    return null;
  }
}

/** @param {any} value @returns {Answer | null} */
function answerIn(value) {
  if (typeof value !== "object" || value === null) return null;
  const isTexts = (/** @type {any} */ list) => Array.isArray(list) && list.every((one) => typeof one === "string");
  const isNumbers = (/** @type {any} */ list) => Array.isArray(list) && list.every(Number.isInteger);
  const { code, gaps, output, chosen } = value;
  if (typeof code === "string") return { code };
  if (typeof output === "string") return { output };
  if (isTexts(gaps)) return { gaps };
  return isNumbers(chosen) ? { chosen } : null;
}
