// @ts-check
// What has happened to a program that is run again for each answer: src/worker/replay.rs.

/**
 * @typedef {import("../../../target/types/Past.ts").Past} PastOfRun
 * @typedef {import("../../../target/types/Answer.ts").Answer} Answer
 */

/** The largest past: LONGEST_PAST of src/protocol/past.rs. */
const LONGEST_PAST = 100_000;

/** Replays what a program has learnt from outside, and takes down what it learns then. */
class Past {
  #known;
  /** How much of it the program has lived again. */
  #lived = { answers: 0, clock: 0, random: 0 };
  /** @type {Answer[]} */
  #answers = [];
  /** @type {number[]} */
  #clock = [];
  /** @type {Uint8Array[]} */
  #random = [];
  #randomLength = 0;
  /** How much was told to the frame. */
  #told = 0;
  #began = performance.now();
  /** When a console has left at its prompt. */
  #left = 0;
  /** Milliseconds in which the program did nothing. */
  #rested = 0;
  /** What each clock has shown last: none goes back where another worker goes on. @type {number[]} */
  #last = [];

  #canBeLivedAgain;

  /**
   * @param {PastOfRun} known
   * @param {boolean} canBeLivedAgain
   */
  constructor(known, canBeLivedAgain) {
    this.#known = known;
    this.#canBeLivedAgain = canBeLivedAgain;
  }

  /** Whether the program has reached where it was put aside. */
  get isOver() {
    const { answers, clock } = this.#known;
    return this.#lived.answers >= answers.length && this.#lived.clock >= clock.length;
  }

  /** @returns {Exclude<Answer, { type: "asset" }> | null} how its wait for input or time has ended; null if not known yet */
  answer() {
    const next = this.#known.answers[this.#lived.answers];
    if (!next) return null;
    this.#lived.answers += 1;
    // What it waited for was needed at a moment of the clock (output that was due), and is not needed this time.
    if (next.type === "asset") return next.stop ? { type: "stop" } : this.answer();
    return next;
  }

  /**
   * @param {import("../../../target/types/AssetName.ts").AssetName} name
   * @returns {Extract<Answer, { type: "asset" }> | null} how the wait for this asset has ended; null if the program has
   *   not waited for it here
   */
  assetAnswer(name) {
    const next = this.#known.answers[this.#lived.answers];
    if (next?.type !== "asset" || next.name !== name) return null;
    this.#lived.answers += 1;
    return next;
  }

  /** @param {Answer} answer to a wait that was not known */
  add(answer) {
    this.#answers.push(answer);
  }

  /**
   * @param {number} clock
   * @param {number} now what it really shows
   * @returns {number} what the program sees
   */
  observe(clock, now) {
    const known = this.#known.clock[this.#lived.clock++];
    const shown = known ?? Math.max(now, this.#last[clock] ?? now);
    this.#last[clock] = shown;
    if (known === undefined && !this.isTooLong) this.#clock.push(shown);
    return shown;
  }

  /** @param {Uint8Array} buffer is filled */
  random(buffer) {
    const known = this.#known.random.subarray(this.#lived.random, this.#lived.random + buffer.length);
    this.#lived.random += buffer.length;
    buffer.set(known);
    if (known.length === buffer.length) return;
    const fresh = crypto.getRandomValues(new Uint8Array(buffer.length - known.length));
    buffer.set(fresh, known.length);
    if (this.isTooLong) return;
    this.#random.push(fresh);
    this.#randomLength += fresh.length;
  }

  /** The program has learnt what is not taken down: it cannot be run again. */
  close() {
    this.#canBeLivedAgain = false;
  }

  /** Whether there is too much to take down, so that the program cannot be run again. */
  get isTooLong() {
    if (!this.#canBeLivedAgain) return true;
    const { answers, clock, random } = this.#known;
    const known = answers.length + clock.length + random.length / 8;
    return known + this.#told + this.#length >= LONGEST_PAST;
  }

  get #length() {
    return this.#answers.length + this.#clock.length + this.#randomLength / 8;
  }

  /** For how many milliseconds the program has worked: to live its past again takes as long. */
  get worked() {
    return performance.now() - this.#began - this.#rested;
  }

  /** @param {number} milliseconds in which the program did nothing */
  rest(milliseconds) {
    this.#rested += milliseconds;
  }

  /** A console goes on that has left at its prompt. */
  goOn() {
    // The frame takes down the answer.
    this.#told += 1;
    this.rest(performance.now() - this.#left);
  }

  /** @returns {PastOfRun} what was taken down since the last call */
  takeNews() {
    const random = new Uint8Array(this.#randomLength);
    let at = 0;
    for (const bytes of this.#random) {
      random.set(bytes, at);
      at += bytes.length;
    }
    const news = { answers: this.#answers, clock: this.#clock, random };
    this.#told += this.#length;
    [this.#answers, this.#clock, this.#random, this.#randomLength] = [[], [], [], 0];
    this.#left = performance.now();
    return news;
  }
}
