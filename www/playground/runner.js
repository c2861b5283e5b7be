// @ts-check
// Running what is in the editor: programs, parts of them, and the console.

import { GarterError, OptionError } from "../client/errors.js";
import { Garter } from "../client/garter.js";
import { describe, describeConsole } from "../output/status.js";

/**
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("../client/run.js").RunResult} RunResult
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {import("../texts/texts.js").Texts} Texts
 * @typedef {(texts: Texts) => string} Sentence
 * @typedef {"loading" | "ready" | "broken"} Stage
 */

/**
 * @typedef {object} Listeners
 * @property {(status: string, sentence: Sentence) => void} onStatus
 * @property {(progress: import("../client/assets.js").Progress) => void} onProgress
 * @property {(files: string[]) => void} onMissing is told which files of Python did not arrive
 * @property {() => void} onClear the output has been cleared
 * @property {() => void} onState what can be pressed has changed
 */

export class Runner {
  /** @type {Stage} */
  stage = "loading";
  /** Whether Garter has failed, and may be loaded again. */
  hasFailed = false;
  /** Whether a program could not ask, and needs its input before it runs. */
  cannotAsk = false;
  /** @type {Garter | null} */
  garter = null;
  #terminal;
  #options;
  #listeners;
  /** @type {Run | null} */
  #current = null;
  #isConsole = false;
  /** The run whose names a console can go on with. @type {Run | null} */
  #kept = null;

  /**
   * @param {import("../output/terminal.js").Terminal} terminal
   * @param {RunOptions & { budget: { seconds: number, memoryMB: number, outputKB: number } }} options
   * @param {Listeners} listeners
   */
  constructor(terminal, options, listeners) {
    this.#terminal = terminal;
    this.#options = {
      ...options,
      onCannotAsk: () => {
        this.cannotAsk = true;
        this.#listeners.onState();
      },
    };
    this.#listeners = listeners;
  }

  /** Fetches Python, or fetches it again. */
  async load() {
    this.garter?.dispose();
    this.#listeners.onMissing([]);
    this.#enter("loading");
    try {
      this.garter = await Garter.load({ onProgress: this.#listeners.onProgress, onMissing: this.#listeners.onMissing });
      // For scripts and for the curious: `await garter.run("print(6 * 7)")` in the console.
      Object.assign(window, { garter: this.garter });
      this.#listeners.onStatus("idle", ({ playground }) => playground.ready);
      this.#enter("ready");
    } catch (error) {
      this.#fail(error);
      this.#enter("broken");
    }
  }

  /** @param {Stage} stage */
  #enter(stage) {
    this.stage = stage;
    this.hasFailed = stage === "broken";
    this.#listeners.onState();
  }

  /** @param {unknown} error */
  #fail(error) {
    // What cannot be run is no reason to fetch Python again.
    this.hasFailed = !(error instanceof OptionError);
    this.#listeners.onStatus("broken", (texts) => (error instanceof GarterError ? error.in(texts) : String(error)));
  }

  /** @returns {Promise<Garter>} as soon as it is there */
  async whenReady() {
    if (this.garter && !this.garter.isClosed) return this.garter;
    await this.load();
    if (!this.garter) throw new Error("Python did not arrive");
    return this.garter;
  }

  get isRunning() {
    return this.#current !== null;
  }

  /** An open console gives way to a program. */
  get canRun() {
    return this.stage === "ready" && (!this.#current || this.#isConsole);
  }

  get canExplore() {
    return this.stage === "ready" && !this.#current;
  }

  /**
   * @param {string} source
   * @param {RunOptions} options
   * @param {string} [setup] a program before it, on whose names it runs
   * @returns {Promise<RunResult | null>} null if nothing was run, or Garter has failed
   */
  async run(source, options, setup = "") {
    const { garter } = this;
    if (!garter || !this.canRun) return null;
    await this.#end();
    this.forget();
    this.clear();
    const budget = { ...this.#options.budget, ...options.budget };
    const all = { ...this.#options, ...options, keep: true, budget };
    const isAlone = !setup || (all.policy && (await garter.check(source, { policy: all.policy })) !== null);
    const result = isAlone
      ? await this.#follow(garter.run(source, all))
      : await this.#runAfter(garter, setup, source, all);
    if (result) this.#tell(result, budget);
    return result;
  }

  /**
   * Runs a program that keeps to its rules, on the names of one that need not keep to them.
   * @param {Garter} garter
   * @param {string} setup
   * @param {string} source
   * @param {RunOptions} options
   */
  async #runAfter(garter, setup, source, { policy: _, ...options }) {
    const { onOutput } = options;
    const before = garter.run(setup, {
      ...options,
      keep: true,
      onDisplay: undefined,
      // It is not shown, unless it fails.
      onOutput: (chunk) => {
        if (chunk.stream === "stderr") onOutput?.(chunk);
      },
    });
    const result = await this.#follow(before);
    if (result?.status !== "ok") return result;
    // These are said once for all programs in an interpreter.
    const { modules, files, packages, ...others } = options;
    return this.#follow(garter.run(source, { ...others, after: before }));
  }

  /**
   * Runs a part of the program, below what was printed: on the names of the program that has run, where
   * they are kept.
   * @param {{ text: string, line: number }} part whole lines, and the number of the first of them
   * @param {RunOptions} options
   * @returns {Promise<RunResult | null>}
   */
  async runPart({ text, line }, options) {
    if (!this.garter || !this.canRun) return null;
    // Lines keep their numbers, so that tracebacks name those of the program.
    const source = "\n".repeat(line - 1) + withoutIndent(text);
    await this.#end();
    this.#terminal.reset();
    const after = this.#kept ?? undefined;
    const result = await this.#follow(
      this.garter.run(source, { ...this.#options, ...options, keep: true, after, echo: true }),
    );
    if (result) this.#tell(result);
    return result;
  }

  /**
   * Opens a console, on the names of the program that has just run if they are still there.
   * @param {RunOptions} options
   * @returns {Promise<RunResult | null>}
   */
  async explore(options) {
    if (!this.garter || !this.canExplore) return null;
    this.#terminal.reset();
    const after = this.#kept ?? undefined;
    this.#isConsole = true;
    const result = await this.#follow(this.garter.console({ ...this.#options, ...options, after }));
    // Where a program takes the console's place, its status is the one to be read.
    if (!result || this.#current) return null;
    const { budget } = this.#options;
    const { status } = describeConsole(result, budget);
    this.#listeners.onStatus(status, (texts) => describeConsole(result, budget, texts).text);
    return result;
  }

  /** @param {RunResult} result @param {Parameters<typeof describe>[1]} [budget] */
  #tell(result, budget = this.#options.budget) {
    this.#listeners.onStatus(result.status, (texts) => describe(result, budget, texts));
  }

  /**
   * @param {Run} run
   * @returns {Promise<RunResult | null>} null if Garter has failed, which is said
   */
  async #follow(run) {
    this.#current = run;
    this.#kept = null;
    this.#listeners.onStatus("running", ({ playground }) => playground.running);
    this.#listeners.onState();
    try {
      const result = await run;
      if (result.kept) this.#kept = run;
      return result;
    } catch (error) {
      this.#fail(error);
      // What it was to go on after is still there.
      if (run.holder !== run) this.#kept = run;
      return null;
    } finally {
      this.#current = null;
      this.#isConsole = false;
      this.#terminal.cancel();
      this.#listeners.onState();
    }
  }

  /** Takes away what the program has shown. */
  clear() {
    this.#terminal.clear();
    this.#listeners.onClear();
  }

  /** Interrupts what runs. */
  stop() {
    this.#terminal.interrupt();
    this.#current?.stop();
  }

  /** Ends what runs without asking it. */
  async #end() {
    this.#current?.end();
    await this.#current;
  }

  /** The names of the program that has run are of no use any more. */
  forget() {
    this.#kept?.end();
    this.#kept = null;
  }

  /** Another project is open: nothing of the one before goes on. */
  async leave() {
    await this.#end();
    this.forget();
  }

  /**
   * @param {string} source
   * @returns {Promise<import("../../target/types/ErrorReport.ts").ErrorReport | null>} why it is no Python
   */
  async check(source) {
    return (await this.garter?.check(source).catch(() => null)) ?? null;
  }

  /** @param {string} line @returns {Promise<string[]>} how it can go on */
  async complete(line) {
    return (await this.#current?.complete(line)) ?? [];
  }
}

/** @param {string} text @returns {string} its lines without the indentation that they share */
function withoutIndent(text) {
  const lines = text.split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const indent = Math.min(...indents, text.length);
  return lines.map((line) => line.slice(indent)).join("\n");
}
