// @ts-check
// Checks an answer to an exercise. It needs no document: the element calls it with the page's Garter (engine.js), the
// command line with an interpreter in Node. docs/architecture.md follows a check through the code.

import { answerTo } from "./answers.js";
import { explain, ofOutcome } from "./explain.js";
import { planOf } from "./plan.js";
import { isSameOutput } from "./printed.js";
import { call, entryName } from "./python.js";
import { TroubleError } from "./trouble.js";

/**
 * @typedef {import("./format.js").Exercise} Exercise
 * @typedef {import("./format.js").Tests} Tests
 * @typedef {import("./table.js").Row} Row
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {import("../client/run.js").RunResult} RunResult
 * @typedef {typeof import("../texts/en/exercise.js").default["check"]} Say
 */

/** How a program ended. @typedef {Pick<RunResult, "status" | "stdout" | "error" | "exitCode" | "kept" | "file">} Outcome */

/**
 * What a program may be run with. The first one in an interpreter decides `deterministic` for all, and one of them
 * `modules` for all after it.
 * @typedef {Pick<RunOptions, "stdin" | "files" | "budget" | "modules" | "deterministic">} ProgramOptions
 */

/**
 * A fresh interpreter. Programs run in it one after the other, each on the names of those before it.
 * @typedef {object} Interpreter
 * @property {(source: string, options: ProgramOptions) => Promise<Outcome>} run rejects only if options are wrong or
 *   Garter itself is broken; its outcome has `kept` if another program may follow
 * @property {() => void} stop interrupts the program that runs, which then ends as `stopped`
 * @property {() => void} end nothing runs in it any more
 */

/**
 * What runs programs.
 * @typedef {object} Engine
 * @property {(source: string, options: { policy?: RunOptions["policy"] }) => Promise<ErrorReport | null>} check what is
 *   wrong with a text without running it
 * @property {() => Interpreter} open
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

/** How the Python part calls what a case has found. In an interpreter that is broken, the module's name is missing. */
const FAILED = /^(?:_exercise\.)?Failed$/;
const PASSED = /^(?:_exercise\.)?Passed$/;
/** The preparation of a case needs no more than this, whatever the budget of an exercise is. */
const OWN_SECONDS = 20;

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
  }

  get say() {
    return this.#options.say;
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
   * @param {Partial<CaseResult> & Pick<CaseResult, "name" | "status">} facts
   * @returns {CaseResult}
   */
  decided(facts) {
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
    const shown = result.isHidden && !this.#options.isOpen ? withoutValues(result, this.say) : result;
    this.#done.push(shown);
    this.#options.onCase?.(shown, Math.max(this.#total, this.#done.length));
    return shown;
  }

  /**
   * Runs programs in a fresh interpreter, and ends it.
   * @template T
   * @param {(interpreter: Interpreter) => Promise<T>} action
   * @returns {Promise<T>}
   */
  async within(action) {
    const interpreter = this.#engine.open();
    const stop = () => interpreter.stop();
    this.#options.signal?.addEventListener("abort", stop);
    try {
      return await action(interpreter);
    } finally {
      this.#options.signal?.removeEventListener("abort", stop);
      interpreter.end();
    }
  }

  /**
   * Asks the Python part for a plan, in an interpreter in which nothing else runs.
   * @param {object} request
   * @returns {Promise<any>}
   */
  async #askForPlan(request) {
    return this.within(async (interpreter) => {
      const { status, stdout, error } = await interpreter.run(call("plan", request), {
        budget: { seconds: OWN_SECONDS },
      });
      if (status === "ok") return JSON.parse(stdout);
      throw new TroubleError({
        of: "exercise",
        message: this.say.broken({ reason: error?.text ?? status }),
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
    return this.within(async (interpreter) => {
      await interpreter.run("", this.#first);
      const modules = await this.#setUp(interpreter);
      const { start, budget } = this.#exercise;
      const outcome = await interpreter.run(start.text, { budget, modules });
      return { outcome, printed: outcome.stdout };
    });
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
    const plan = await planOf(this.#exercise, (request) => this.#askForPlan(request), this.say);
    const wrong = await this.#engine.check(source, { policy: this.#exercise.policy });
    if (wrong) {
      const message = wrong.type === "PolicyError" ? wrong.message : this.say.noPython({ message: wrong.message });
      return this.report([], { of: "program", message, line: wrong.position?.line ?? null, error: wrong });
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
          (await this.within((interpreter) =>
            isTable
              ? this.#row(interpreter, source, tests.rows[at])
              : this.#case(interpreter, source, tests, at, plan.names),
          ));
        if (facts.isProgram && !isTable && facts.status !== "stopped") failure = facts;
        const { isProgram: _, ...rest } = facts;
        results.push(this.decided({ ...known, ...rest, hint: facts.hint ?? known.hint }));
      }
    }
    const trouble = failure && {
      of: /** @type {const} */ ("program"),
      message: failure.message ?? "",
      line: failure.line ?? null,
      error: failure.error ?? null,
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
      message: this.say.setUpFailed({ reason: ofOutcome(outcome, "", budget, this.say).message }),
      line: own !== null && setup.line !== null ? setup.line + own - 1 : null,
      error: outcome.error,
    });
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
    const row = tables.flatMap(({ rows }) => rows)[0];
    const isQuiet = Boolean(row?.input) && !row.prompts;
    const request = { form, text, line: line ?? 1, case: at, names, source, entry, proof, isQuiet };
    const prepared = await interpreter.run(call("prepare", request), this.#first);
    if (prepared.status === "stopped") return { status: "stopped", message: this.say.notChecked };
    if (prepared.status !== "ok") {
      const message = this.say.broken({ reason: prepared.error?.text ?? prepared.status });
      throw new TroubleError({ of: "exercise", message, line, error: prepared.error });
    }
    const modules = await this.#setUp(interpreter);
    const program = await interpreter.run(source, { stdin: row?.input ?? "", budget, modules });
    const { stdout: printed } = program;
    // A program may end by itself, and leave its names.
    if (program.status !== "ok" && !(program.status === "exit" && program.kept)) {
      return { ...ofOutcome(program, program.file, budget, this.say, row?.input), isProgram: true, printed };
    }
    const outcome = await interpreter.run(`${entry}(${JSON.stringify(printed)})`, { budget });
    const { error } = outcome;
    if (error && PASSED.test(error.type) && error.message === proof) return { status: "passed", printed };
    if (outcome.status === "ok") return { status: "ended", message: this.say.noCaseLeft, printed };
    const explained = error && FAILED.test(error.type) ? explain(error.message, this.say) : null;
    if (explained) return { status: "failed", ...explained, printed: printed + outcome.stdout };
    const found = ofOutcome(outcome, program.file, budget, this.say);
    // Where nothing of the program was under way, the test itself has failed.
    const isOfTest = found.line === null && ["error", "ended"].includes(found.status) && outcome.status !== "exit";
    const message = isOfTest ? this.say.testFails({ reason: found.message }) : found.message;
    return { ...found, message, printed: printed + outcome.stdout };
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
    if (begun.status === "stopped") return { status: "stopped", message: this.say.notChecked };
    const modules = await this.#setUp(interpreter);
    const outcome = await interpreter.run(source, { stdin: row.input, budget, modules });
    const printed = outcome.stdout;
    const isOver = outcome.status === "ok" || (outcome.status === "exit" && outcome.exitCode === 0);
    if (!isOver) return { ...ofOutcome(outcome, outcome.file, budget, this.say, row.input), printed };
    if (row.pattern !== null) {
      const request = { pattern: row.pattern, text: printed };
      const budget = { seconds: OWN_SECONDS };
      const searched = await this.within((fresh) => fresh.run(call("search", request), { budget }));
      if (searched.status === "stopped") return { status: "stopped", message: this.say.notChecked };
      if (searched.status !== "ok") {
        // How long the author's pattern takes depends on what the program prints: other cases are not concerned.
        const { message } = ofOutcome(searched, "", budget, this.say);
        return { status: "ended", message: this.say.testFails({ reason: message }), printed };
      }
      if (JSON.parse(searched.stdout)) return { status: "passed", printed };
      return {
        status: "failed",
        message: this.say.noPattern({ pattern: row.pattern }),
        expected: row.pattern,
        got: printed,
        printed,
      };
    }
    const expected = row.output ?? "";
    if (isSameOutput(expected, printed, row)) return { status: "passed", printed };
    const message = printed.trim() ? this.say.otherOutput : this.say.noOutput;
    return { status: "failed", message, expected, got: printed, isOutput: true, printed };
  }
}

/**
 * What is known of a case after it ran. `isProgram`: the program itself has failed, before the case began.
 * @typedef {Partial<CaseResult> & Pick<CaseResult, "status"> & { isProgram?: boolean }} Facts
 */

/**
 * @param {CaseResult} result
 * @param {Say} say
 * @returns {CaseResult} what a learner may see of a hidden case
 */
function withoutValues(result, say) {
  const closed = { ...result, expected: null, got: null, values: [], printed: "", error: null };
  if (result.status === "failed") closed.message = say.hiddenFailed;
  if (result.status === "error" && result.error)
    closed.message = say.hiddenRaised({ type: result.error.type, line: result.line });
  return closed;
}
