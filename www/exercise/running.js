// @ts-check
// Runs the programs of an exercise: its setup, the learner's program, and a case of its tests after it, in one fresh
// interpreter.

import { explain, ofOutcome } from "./explain.js";
import { isSameOutput } from "./printed.js";
import { call, entryName } from "./python.js";
import { TroubleError } from "./trouble.js";

/**
 * @typedef {import("./checking.js").CaseResult} CaseResult
 * @typedef {import("./checking.js").Say} Say
 * @typedef {import("./engine.js").Engine} Engine
 * @typedef {import("./engine.js").Interpreter} Interpreter
 * @typedef {import("./engine.js").Outcome} Outcome
 * @typedef {import("./engine.js").ProgramOptions} ProgramOptions
 * @typedef {import("./format.js").Exercise} Exercise
 * @typedef {import("./format.js").Tests} Tests
 * @typedef {import("./table.js").Row} Row
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 */

/**
 * What is known of a case after it ran. `closed` is what may be said of it instead of `message` if it is hidden. `isProgram`:
 * the program itself has failed, before the case began. `isSecret`: it was given what a hidden case reads. `missing`: a name
 * that the program does not have.
 * @typedef {Partial<CaseResult> & Pick<CaseResult, "status"> & More} Facts
 * @typedef {{ closed?: string, isProgram?: boolean, isSecret?: boolean, missing?: string }} More
 */

/** How the Python part calls what a case has found. In an interpreter that is broken, the module's name is missing. */
const FAILED = /^(?:_exercise\.)?Failed$/;
const PASSED = /^(?:_exercise\.)?Passed$/;
/** The Python part in tracebacks. */
const OURS = "<exercise>";
/** The preparation of a case needs no more than this, whatever the budget of an exercise is. */
const OWN_SECONDS = 20;

export class Running {
  #exercise;
  #engine;
  #say;
  #signal;

  /**
   * @param {Exercise} exercise
   * @param {Engine} engine
   * @param {{ say: Say, signal?: AbortSignal }} options
   */
  constructor(exercise, engine, { say, signal }) {
    this.#exercise = exercise;
    this.#engine = engine;
    this.#say = say;
    this.#signal = signal;
  }

  /**
   * Runs programs in a fresh interpreter, and ends it.
   * @template T
   * @param {(interpreter: Interpreter) => Promise<T>} action
   * @returns {Promise<T>}
   */
  async #within(action) {
    const interpreter = this.#engine.open();
    const stop = () => interpreter.stop();
    this.#signal?.addEventListener("abort", stop);
    try {
      return await action(interpreter);
    } finally {
      this.#signal?.removeEventListener("abort", stop);
      interpreter.end();
    }
  }

  /**
   * Asks the Python part for a plan, in an interpreter in which nothing else runs.
   * @param {object} request
   * @returns {Promise<any>}
   */
  async plan(request) {
    return this.#within(async (interpreter) => {
      const { status, stdout, error } = await interpreter.run(call("plan", request), {
        budget: { seconds: OWN_SECONDS },
      });
      if (status === "ok") return JSON.parse(stdout);
      throw new TroubleError({
        of: "exercise",
        message: this.#say.broken({ reason: error?.text ?? status }),
        line: null,
        error,
      });
    });
  }

  /** The options of the first program in an interpreter. @returns {ProgramOptions} */
  get #first() {
    const { id, files, budget } = this.#exercise;
    return {
      files,
      // The same answer has the same marks each time and everywhere.
      deterministic: { seed: id },
      budget: { seconds: OWN_SECONDS, filesMB: budget?.filesMB, files: budget?.files },
    };
  }

  /**
   * Runs what an exercise begins with.
   * @returns {Promise<{ outcome: Outcome, printed: string }>}
   */
  async started() {
    return this.#within(async (interpreter) => {
      await interpreter.run("", this.#first);
      const modules = await this.#setUp(interpreter);
      const { start, budget } = this.#exercise;
      const outcome = await interpreter.run(start.text, { budget, modules });
      return { outcome, printed: outcome.stdout };
    });
  }

  /**
   * What stands before a learner's program: the author's own.
   * @param {Interpreter} interpreter
   * @returns {Promise<RunOptions["modules"]>} what has yet to be said of modules: one program says it for all after it, and
   *   what prepares a case comes before
   */
  async #setUp(interpreter) {
    const { setup, budget, modules } = this.#exercise;
    if (!setup) return modules;
    const outcome = await interpreter.run(setup.text, { budget, modules });
    if (outcome.status === "ok" || outcome.status === "stopped") return undefined;
    const own = outcome.error?.position?.line ?? null;
    throw new TroubleError({
      of: "exercise",
      // None of its lines is one of the learner's program.
      message: this.#say.setUpFailed({ reason: ofOutcome(outcome, "", budget, this.#say).message }),
      line: own !== null && setup.line !== null ? setup.line + own - 1 : null,
      error: outcome.error,
    });
  }

  /**
   * @param {string} source
   * @param {Tests} tests
   * @param {number} at which of their cases
   * @param {string[]} names that the exercise is about
   * @returns {Promise<Facts>}
   */
  async case(source, tests, at, names) {
    return this.#within((interpreter) => this.#case(interpreter, source, tests, at, names));
  }

  /**
   * @param {string} source
   * @param {Row} row
   * @returns {Promise<Facts>}
   */
  async row(source, row) {
    return this.#within((interpreter) => this.#row(interpreter, source, row));
  }

  /**
   * @param {Interpreter} interpreter
   * @param {string} source
   * @param {Tests} tests
   * @param {number} at
   * @param {string[]} names
   * @returns {Promise<Facts>}
   */
  async #case(interpreter, source, tests, at, names) {
    const { budget } = this.#exercise;
    const { form, text, line } = tests;
    const [entry, proof] = [entryName(), crypto.randomUUID()];
    // A program that reads has something to read where a table says what.
    // What it prints of it is shown, so a hidden row is the last to be taken.
    const tables = this.#exercise.tests.toSorted((one, other) => Number(one.isHidden) - Number(other.isHidden));
    const table = tables.find(({ rows }) => rows.length > 0);
    const row = table?.rows[0];
    const isQuiet = Boolean(row?.input && !row.prompts);
    const isSecret = Boolean(row?.input && table?.isHidden);
    const request = { form, text, line: line ?? 1, case: at, names, source, entry, proof, isQuiet };
    const prepared = await interpreter.run(call("prepare", request), this.#first);
    if (prepared.status === "stopped") return { status: "stopped", message: this.#say.notChecked };
    if (prepared.status !== "ok") {
      const message = this.#say.broken({ reason: prepared.error?.text ?? prepared.status });
      throw new TroubleError({ of: "exercise", message, line, error: prepared.error });
    }
    const modules = await this.#setUp(interpreter);
    const stdin = row?.input ?? "";
    const program = await interpreter.run(source, { stdin, budget, modules });
    const { stdout: printed } = program;
    const known = { printed, isSecret };
    // A program may end by itself, and leave its names.
    if (program.status !== "ok" && !(program.status === "exit" && program.kept)) {
      return { ...known, ...ofOutcome(program, program.file, budget, this.#say, row?.input), isProgram: true };
    }
    const outcome = await interpreter.run(`${entry}(${JSON.stringify(printed)})`, { budget });
    const { error } = outcome;
    if (error && PASSED.test(error.type) && error.message === proof) return { ...known, status: "passed" };
    known.printed += outcome.stdout;
    const explained = error && FAILED.test(error.type) ? explain(error.message, this.#say) : null;
    if (explained?.missing !== undefined && program.status === "exit") {
      const line = await this.#lineOfExit(source, stdin);
      const message = this.#say.exitedBefore({ line, name: explained.missing });
      return { ...known, status: "failed", message, line, closed: this.#say.exitedBefore({ line, name: null }) };
    }
    if (explained) return { ...known, status: "failed", ...explained };
    const isReplaced = outcome.status === "exception" && !error?.frames.some(({ file }) => file === OURS);
    if (outcome.status === "ok" || isReplaced) {
      const { noCaseLeft } = this.#say;
      return { ...known, status: "ended", message: noCaseLeft, closed: noCaseLeft };
    }
    const found = ofOutcome(outcome, program.file, budget, this.#say);
    // Where nothing of the program was under way, the test itself has failed.
    const isOfTest = found.line === null && ["error", "ended"].includes(found.status) && outcome.status !== "exit";
    if (!isOfTest) return { ...known, ...found };
    const [message, closed] = [found.message, found.closed].map((reason) => this.#say.testFails({ reason }));
    return { ...known, ...found, message, closed };
  }

  /**
   * @param {string} source a program that ends itself
   * @param {string} stdin
   * @returns {Promise<number | null>} in which line it does; null if it does not do so again
   */
  async #lineOfExit(source, stdin) {
    return this.#within(async (interpreter) => {
      const entry = entryName();
      await interpreter.run(call("ending", { source, entry }), this.#first);
      const modules = await this.#setUp(interpreter);
      const { budget } = this.#exercise;
      const { stdout } = await interpreter.run(`${entry}()`, { stdin, budget, modules });
      // What else it prints is not shown.
      const line = Number(stdout.trimEnd().split("\n").at(-1));
      return Number.isInteger(line) && line > 0 ? line : null;
    });
  }

  /**
   * @param {Interpreter} interpreter
   * @param {string} source
   * @param {Row} row
   * @returns {Promise<Facts>}
   */
  async #row(interpreter, source, row) {
    const { budget } = this.#exercise;
    const first = { ...this.#first, files: { ...this.#exercise.files, ...row.files } };
    const begin = row.prompts || !row.input ? "" : call("quiet");
    const begun = await interpreter.run(begin, first);
    if (begun.status === "stopped") return { status: "stopped", message: this.#say.notChecked };
    const modules = await this.#setUp(interpreter);
    const outcome = await interpreter.run(source, { stdin: row.input, budget, modules });
    const printed = outcome.stdout;
    const isOver = outcome.status === "ok" || (outcome.status === "exit" && outcome.exitCode === 0);
    if (!isOver) return { ...ofOutcome(outcome, outcome.file, budget, this.#say, row.input), printed };
    if (row.pattern !== null) {
      const request = { pattern: row.pattern, text: printed };
      const budget = { seconds: OWN_SECONDS };
      const searched = await this.#within((fresh) => fresh.run(call("search", request), { budget }));
      if (searched.status === "stopped") return { status: "stopped", message: this.#say.notChecked };
      if (searched.status !== "ok") {
        // How long the author's pattern takes depends on what the program prints: other cases are not concerned.
        const { pattern } = row;
        const { message, closed } = ofOutcome(searched, "", budget, this.#say);
        const facts = { status: /** @type {const} */ ("ended"), printed };
        const say = this.#say;
        if (searched.status !== "timeout") {
          return { ...facts, message: say.testFails({ reason: message }), closed: say.testFails({ reason: closed }) };
        }
        const [shown, hidden] = [pattern, null].map((one) => say.slowPattern({ pattern: one, ...budget }));
        return { ...facts, message: shown, closed: hidden };
      }
      if (JSON.parse(searched.stdout)) return { status: "passed", printed };
      return {
        status: "failed",
        message: this.#say.noPattern({ pattern: row.pattern }),
        expected: row.pattern,
        got: printed,
        printed,
      };
    }
    const expected = row.output ?? "";
    if (isSameOutput(expected, printed, row)) return { status: "passed", printed };
    const message = printed.trim() ? this.#say.otherOutput : this.#say.noOutput;
    return { status: "failed", message, expected, got: printed, isOutput: true, printed };
  }
}
