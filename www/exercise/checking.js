// @ts-check
// Checks an answer to an exercise. It needs no document: the element calls it with the page's Garter (engine.js), the
// command line with an interpreter in Node. docs/architecture.md follows a check through the code.

import { answerTo } from "./answers.js";
import { withoutValues } from "./hidden.js";
import { planOf } from "./plan.js";
import { Running } from "./running.js";
import { TroubleError } from "./trouble.js";

/**
 * @typedef {import("./format.js").Exercise} Exercise
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./running.js").Facts} Facts
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {typeof import("../texts/en/exercise.js").default["check"]} Say
 */

/**
 * What a learner hands in. `code`: a program; `order`: lines with their indentation, as a program; `gaps`: what is in each
 * gap; `predict`: the output; `choice`: the numbers of the answers, from 0.
 * @typedef {object} Answer
 * @property {string} [code]
 * @property {string[]} [gaps]
 * @property {string} [output]
 * @property {number[]} [chosen]
 */

/**
 * One case. `failed`: something else came than was expected; `error`: an exception; `ended`: it was ended, because it used
 * up its budget or left; `stopped`: the reader pressed Stop, and it was not checked.
 * @typedef {object} CaseResult
 * @property {string} name
 * @property {boolean} isHidden
 * @property {"passed" | "failed" | "error" | "ended" | "stopped"} status
 * @property {string | null} expected null where it is not known, or not to be seen
 * @property {string | null} got
 * @property {boolean} isOutput whether both are what a program prints, to be compared line by line
 * @property {string} message what is wrong, in words; empty if it has passed
 * @property {{ text: string, value: string }[]} values of the parts of an expression
 * @property {string} hint of the author; empty if there is none
 * @property {number | null} line of the learner's program
 * @property {ErrorReport | null} error
 * @property {string} printed what the learner's program has printed
 */

/**
 * Why nothing, or not everything, was checked. `program`: the learner's program is no Python, breaks a rule or does not run
 * to its end; `exercise`: something is wrong with the exercise itself, and its author has to mend it.
 * @typedef {object} Trouble
 * @property {"program" | "exercise"} of
 * @property {string} message
 * @property {number | null} line of the program, or of the exercise file
 * @property {ErrorReport | null} error
 */

/**
 * @typedef {object} Report
 * @property {CaseResult[]} cases
 * @property {number} score from 0 to 1
 * @property {boolean} isSolved
 * @property {boolean} isStopped whether the reader stopped it
 * @property {Trouble | null} trouble
 */

/**
 * @typedef {object} CheckOptions
 * @property {Say} say
 * @property {AbortSignal} [signal] stops the check
 * @property {(result: CaseResult, total: number) => void} [onCase] hears of each case as soon as it is known
 * @property {boolean} [isOpen] whether hidden cases show their values, for authors
 */

/**
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {Engine} engine
 * @param {CheckOptions} options
 * @returns {Promise<Report>} rejects only if Garter itself is broken
 */
export async function check(exercise, answer, engine, options) {
  const checking = new Checking(exercise, engine, options);
  try {
    const { code, cases } = await answerTo(exercise, answer, checking);
    return code === null ? checking.report(cases) : await checking.program(code);
  } catch (error) {
    // What was stopped has no trouble of its own.
    if (error instanceof TroubleError) return checking.report([], checking.isStopped ? null : error.facts);
    throw error;
  }
}

export class Checking {
  #exercise;
  #engine;
  #options;
  #running;
  /** How many cases there are in all. */
  #total = 0;
  /** @type {CaseResult[]} */
  #done = [];

  /**
   * @param {Exercise} exercise
   * @param {Engine} engine
   * @param {CheckOptions} options
   */
  constructor(exercise, engine, options) {
    this.#exercise = exercise;
    this.#engine = engine;
    this.#options = options;
    this.#running = new Running(exercise, engine, options);
  }

  get say() {
    return this.#options.say;
  }

  get running() {
    return this.#running;
  }

  get isStopped() {
    return Boolean(this.#options.signal?.aborted);
  }

  /**
   * @param {CaseResult[]} cases
   * @param {Report["trouble"]} [trouble]
   * @returns {Report}
   */
  report(cases, trouble = null) {
    const passed = cases.filter(({ status }) => status === "passed").length;
    const isSolved = cases.length > 0 && passed === cases.length && !trouble;
    return {
      cases,
      score: trouble && cases.length === 0 ? 0 : passed / Math.max(1, cases.length),
      isSolved,
      isStopped: this.isStopped,
      trouble,
    };
  }

  /**
   * A case that is decided.
   * @param {Facts & Pick<CaseResult, "name">} facts
   * @returns {CaseResult}
   */
  decided({ closed, isProgram: _, isSecret, missing: __, ...facts }) {
    const result = {
      isHidden: false,
      expected: null,
      got: null,
      isOutput: false,
      message: "",
      values: [],
      hint: "",
      line: null,
      error: null,
      printed: "",
      ...facts,
    };
    const isClosed = this.#isClosed({ ...result, isSecret });
    const shown = isClosed ? withoutValues(result, closed, this.say) : result;
    this.#done.push(shown);
    this.#options.onCase?.(shown, Math.max(this.#total, this.#done.length));
    return shown;
  }

  /**
   * Whether values of a case are not to be seen.
   * @param {{ isHidden: boolean, isSecret?: boolean }} facts
   */
  #isClosed({ isHidden, isSecret }) {
    return !this.#options.isOpen && (isHidden || Boolean(isSecret));
  }

  /**
   * @param {string} message for the author
   * @param {number | null} line of the exercise file
   * @returns {never}
   */
  fail(message, line) {
    throw new TroubleError({ of: "exercise", message, line, error: null });
  }

  /**
   * Checks a program with the tests of the exercise.
   * @param {string} source
   * @returns {Promise<Report>}
   */
  async program(source) {
    const plan = await planOf(this.#exercise, (request) => this.#running.plan(request), this.say);
    const wrong = await this.#engine.check(source, { policy: this.#exercise.policy });
    if (wrong) {
      const line = wrong.position?.line ?? null;
      // Python names the file as well, which the learner does not know by a name.
      const reason = wrong.message.replace(/ \([^()]*, line \d+\)$/, "");
      const message = wrong.type === "PolicyError" ? wrong.message : this.say.noPython({ message: reason, line });
      return this.report([], { of: "program", message, line, error: wrong });
    }
    this.#total = plan.blocks.reduce((sum, { cases }) => sum + cases.length, 0);
    /** How the program itself failed, which it does in each case without input. @type {Facts | null} */
    let failure = null;
    /** @type {CaseResult[]} */
    const results = [];
    for (const { tests, cases } of plan.blocks) {
      for (const [at, planned] of cases.entries()) {
        const known = {
          name: planned.name ?? this.#nameOf(results.length + 1, tests.isHidden),
          isHidden: tests.isHidden,
          hint: planned.hint ?? "",
        };
        if (this.isStopped) {
          results.push(this.decided({ ...known, status: "stopped", message: this.say.notChecked }));
          continue;
        }
        const isTable = tests.form === "table";
        /** @type {Facts} */
        const facts =
          (isTable ? null : failure) ??
          (await (isTable
            ? this.#running.row(source, tests.rows[at])
            : this.#running.case(source, tests, at, plan.names)));
        if (facts.isProgram && !isTable && facts.status !== "stopped") failure = facts;
        // A hint that a hidden case computes may tell what it compares.
        const hint = this.#isClosed({ ...known, ...facts }) ? known.hint : (facts.hint ?? known.hint);
        results.push(this.decided({ ...known, ...facts, hint }));
      }
    }
    const isSecret = failure !== null && this.#isClosed({ isHidden: false, isSecret: failure.isSecret });
    const trouble = failure && {
      of: /** @type {const} */ ("program"),
      message: (isSecret ? failure.closed : failure.message) ?? "",
      line: failure.line ?? null,
      error: isSecret ? null : (failure.error ?? null),
    };
    return this.report(results, trouble);
  }

  /**
   * @param {number} number of a case without a name of its own
   * @param {boolean} isHidden
   */
  #nameOf(number, isHidden) {
    if (isHidden) return this.say.hiddenCase({ number });
    return this.#total === 1 ? this.say.wholeProgram : this.say.case({ number });
  }
}
