// @ts-check
// Garter: runs Python in the reader's own page, in a sandbox.
//
//     import { Garter } from "./garter.js";
//     const garter = await Garter.load();
//     const { status, stdout } = await garter.run("print('hello')");

import { Place } from "./assets.js";
import { GarterError } from "./errors.js";
import { FrameHost } from "./frame-host.js";
import { Run } from "./run.js";

export { GarterError, LoadError, OptionError } from "./errors.js";

/**
 * @typedef {import("./run.js").RunOptions} RunOptions
 * @typedef {import("./run.js").RunResult} RunResult
 * @typedef {import("./assets.js").Progress} Progress
 * @typedef {import("../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../target/types/ProgramRequest.ts").ProgramRequest} ProgramRequest
 */

/** A Python that runs programs, each in a fresh interpreter. */
export class Garter {
  #host = new FrameHost(
    (message) => this.#hear(message),
    (why) => this.#close(why),
  );
  /** @type {Map<number, Run>} */
  #runs = new Map();
  #lastRun = 0;
  /** Why no more programs run. @type {GarterError | null} */
  #end = null;

  /** How programs wait for input in this browser. @type {Capabilities} */
  capabilities = { waiting: "none" };

  /**
   * Fetches the interpreter and opens the sandbox.
   * @param {{ assets?: string, onProgress?: (progress: Progress) => void }} [options] `assets` is the address
   *   of a copy of the package, from the page's; without it, its files lie beside this script
   * @returns {Promise<Garter>}
   * @throws {GarterError} says which file is missing, or why Python does not start; may be tried again
   */
  static async load({ assets, onProgress = () => {} } = {}) {
    const place = new Place(assets);
    const garter = new Garter();
    garter.capabilities = await garter.#host.open(place, onProgress);
    return garter;
  }

  /**
   * Runs a program.
   * @param {string} source the text of main.py
   * @param {RunOptions} [options]
   * @returns {Run} to be awaited, or stopped
   */
  run(source, options = {}) {
    return this.#start({ source: String(source) }, options);
  }

  /**
   * Opens a console: `onInput` is asked for code, line by line.
   * @param {Omit<RunOptions, "keep"> & { after?: Run }} options `after` is a run with `keep`, in whose
   *   names the console goes on; without it, it begins with none
   * @returns {Run} ends with the input (null), with `exit()`, or with {@link Run.end}
   */
  console({ after, ...options }) {
    return this.#start({ source: "", console: true, after: after?.id }, options);
  }

  /**
   * @param {ProgramRequest} request
   * @param {RunOptions} options
   * @returns {Run}
   */
  #start(request, { onOutput, onInput, onDisplay, ...options }) {
    const id = ++this.#lastRun;
    const run = new Run(id, (message) => this.#host.tell(message), { onOutput, onInput, onDisplay }, {
      outputKB: options.budget?.outputKB,
      isConsole: request.console,
    });
    if (this.#end) {
      run.fail(this.#end);
      return run;
    }
    this.#runs.set(id, run);
    const program = { ...options, ...request, interactive: Boolean(onInput) };
    try {
      this.#host.tell({ type: "run", run: id, program });
    } catch (error) {
      this.#runs.delete(id);
      run.fail(new GarterError((texts) => texts.unsendable({ error: String(error) })));
    }
    return run;
  }

  /** Whether its sandbox is gone, so that nothing more runs in it. */
  get isClosed() {
    return this.#end !== null;
  }

  /** Ends all programs and takes the sandbox away. */
  dispose() {
    this.#close(new GarterError((texts) => texts.disposed));
  }

  /** @param {GarterError} why */
  #close(why) {
    this.#end = why;
    this.#host.close();
    for (const run of this.#runs.values()) run.fail(why);
    this.#runs.clear();
  }

  /**
   * @param {FrameMessage} message
   * @returns {boolean} whether it made sense
   */
  #hear(message) {
    if (message.type === "broken") this.#close(new GarterError(() => message.message));
    if (!("run" in message)) return true;
    const run = this.#runs.get(message.run);
    const madeSense = run?.hear(message) ?? false;
    if (run?.isOver) this.#runs.delete(message.run);
    return madeSense;
  }
}
