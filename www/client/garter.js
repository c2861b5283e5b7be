// @ts-check
// One sandbox, seen from the page: hands requests to its frame, and the frame's answers to the runs and checks.

import { AssetBase } from "./assets.js";
import { Checks } from "./checks.js";
import { GarterError, OptionError } from "./errors.js";
import { BUDGET, PARTS } from "./facts.js";
import { FrameHost } from "./frame-host.js";
import { forgetNamed } from "./package-files.js";
import { groupsOf, wheelsOf } from "./packages.js";
import { Run } from "./run.js";

/**
 * @typedef {import("./run.js").RunOptions} RunOptions
 * @typedef {import("./assets.js").Progress} Progress
 * @typedef {import("./packages.js").PackageSources} PackageSources
 * @typedef {import("../../target/types/Capabilities.ts").Capabilities} Capabilities
 * @typedef {import("../../target/types/CheckRequest.ts").CheckRequest} CheckRequest
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/PartName.ts").PartName} PartName
 * @typedef {import("../../target/types/ProgramRequest.ts").ProgramRequest} ProgramRequest
 */

/**
 * What is around the controller (src/frame): a frame of the page, or, in Node, a process.
 * @typedef {object} Host
 * @property {(message: import("../../target/types/PageMessage.ts").PageMessage) => void} tell
 * @property {() => void} close ends all programs
 * @property {(parts: PartName[]) => Promise<void>} [fetch] fetches parts of the interpreter; without it all are there
 * @property {import("./packages.js").Bring} [bring] fetches wheels in another way than a page
 */

/**
 * What a {@link Host} tells: each message, and why it has gone. The first function returns whether the message made sense.
 * @typedef {[onMessage: (message: FrameMessage) => boolean, onLost: (why: GarterError) => void]} HostListeners
 */

/** A Python that runs programs, each in a fresh interpreter unless it goes on after another. */
export class Garter {
  #host;
  #checks = new Checks((message) => this.#host.tell(message));
  /** The runs of this Garter, known by identity: other Garters have runs with the same numbers. @type {WeakSet<object>} */
  #own = new WeakSet();
  /** @type {Map<number, Run>} */
  #runs = new Map();
  #lastRun = 0;
  /** What every program has. @type {PackageSources} */
  #packages = [];
  /** The reason why no more programs run; null while they do. @type {GarterError | null} */
  #end = null;

  /** How programs wait for input in this browser. @type {Capabilities} */
  capabilities = { waiting: "replay" };

  /** @param {new (...listeners: HostListeners) => Host} [Host] what it runs in, which has to be opened */
  constructor(Host = FrameHost) {
    this.#host = new Host(
      (message) => this.#hear(message),
      (why) => this.#close(why),
    );
  }

  /**
   * Fetches the interpreter and opens the sandbox.
   * @param {{ assets?: string, packages?: PackageSources, parts?: (typeof PARTS)[number][], onProgress?: (progress: Progress) => void, onMissing?: (files: string[]) => void }} [options]
   *   `assets` is the address of a copy of the package, from the page's; without it, its files lie beside this script.
   *   `packages` are those that all programs have. `parts` are those of the interpreter that are fetched now, and not
   *   when a program first imports them. `onMissing` is told, each time that this changes, which files did not arrive:
   *   programs that need them say so, and ask for them again
   * @returns {Promise<Garter>}
   * @throws {GarterError} says which file is missing, or why Python does not start; may be tried again
   */
  static async load({ assets, packages = [], parts = [], onProgress = () => {}, onMissing = () => {} } = {}) {
    const base = new AssetBase(assets);
    const unknown = parts.find((part) => !PARTS.includes(part));
    if (unknown !== undefined) throw new OptionError((texts) => texts.unknownPart({ value: unknown, known: PARTS }));
    const [garter] = await Promise.all([
      Garter.within(FrameHost, (host) => host.open(base, onProgress, onMissing)),
      // The first program finds them here; what is wrong with them is said now.
      wheelsOf(packages),
    ]);
    garter.#packages = packages;
    try {
      await garter.fetch(parts);
    } catch (error) {
      garter.dispose();
      throw error;
    }
    return garter;
  }

  /**
   * Fetches parts of the interpreter that a program would otherwise wait for when it imports them.
   * @param {(typeof PARTS)[number][]} parts
   * @returns {Promise<void>} when they are there
   * @throws {LoadError} says which file is missing. Programs run all the same; the part is asked for again when one needs it
   */
  async fetch(parts) {
    if (parts.length > 0) await this.#host.fetch?.([...parts]);
  }

  /**
   * Opens a sandbox of another kind than a page's frame.
   * @template {Host} H
   * @param {new (...listeners: HostListeners) => H} Host
   * @param {(host: H) => Promise<Capabilities>} open is to resolve when a program can run
   * @returns {Promise<Garter>}
   */
  static async within(Host, open) {
    const garter = new Garter(Host);
    garter.capabilities = await open(/** @type {H} */ (garter.#host));
    return garter;
  }

  /**
   * Runs a program. With `keep` its interpreter is there afterwards, for a run that names it in
   * `after`, until {@link Run.end}.
   * @param {string} source the text of main.py, or of a further cell
   * @param {RunOptions} [options]
   * @returns {Run} to be awaited, or stopped
   */
  run(source, options = {}) {
    return this.#start({ source: String(source) }, options);
  }

  /**
   * Opens a console: `onInput` is asked for code, line by line.
   * @param {RunOptions} options with `after` the console goes on with that run's names; without it, it
   *   begins with none
   * @returns {Run} ends with the input (null), with `exit()`, or with {@link Run.end}
   */
  console(options) {
    return this.#start({ source: "", console: true }, options);
  }

  /**
   * Says what is wrong with a program, without running it: for error marks while a person types. Texts
   * are checked one after the other, in order.
   * @param {string} source at most a megabyte of UTF-8
   * @param {Omit<CheckRequest, "source">} [options]
   * @returns {Promise<ErrorReport | null>} null if the program would run
   * @throws {GarterError} if that cannot be found out (it takes more than five seconds, or a part of the library
   *   does not arrive), the options are wrong, or Garter itself is broken
   */
  async check(source, options = {}) {
    if (this.#end) throw this.#end;
    return this.#checks.check({ ...options, source: String(source) });
  }

  /**
   * @param {ProgramRequest} request
   * @param {RunOptions} options
   * @returns {Run}
   */
  #start(request, { onOutput, onInput, onCannotAsk, onDisplay, onProgress, after, packages = [], ...options }) {
    const id = ++this.#lastRun;
    const run = new Run(
      id,
      (message) => this.#host.tell(message),
      { onOutput, onInput, onCannotAsk, onDisplay },
      {
        outputKB: options.budget?.outputKB,
        isConsole: request.console,
        before: after?.holder,
      },
    );
    if (this.#end) {
      run.fail(this.#end);
      return run;
    }
    if (after && !this.#own.has(after)) {
      run.fail(new OptionError((texts) => texts.afterWhat));
      return run;
    }
    this.#own.add(run);
    this.#runs.set(id, run);
    const program = { ...options, ...request, after: after?.holder.id, interactive: Boolean(onInput) };
    // An interpreter that is there has had them.
    const all = [...(after ? [] : groupsOf(this.#packages)), ...groupsOf(packages)].filter(({ length }) => length > 0);
    if (all.flat().length === 0) this.#send(run, program);
    else this.#sendWith(all, run, program, onProgress);
    return run;
  }

  /**
   * @param {PackageSources} packages
   * @param {Run} run
   * @param {ProgramRequest} program
   * @param {((progress: Progress) => void) | undefined} onProgress
   */
  async #sendWith(packages, run, program, onProgress) {
    const { bring } = this.#host;
    const mostBytes = (program.budget?.memoryMB ?? BUDGET.memoryMB) * (1 << 20);
    await run.beginAfter(
      (signal) => wheelsOf(packages, { onProgress, bring, mostBytes, signal }),
      (wheels) => this.#send(run, { ...program, packages: wheels }),
    );
    if (run.isOver) this.#runs.delete(run.id);
    // What is said to be wrong with a wheel is wrong with a file that the page has fetched.
    run.then(
      ({ error }) => error && forgetNamed(error.message),
      (error) => forgetNamed(String(error)),
    );
  }

  /**
   * @param {Run} run
   * @param {ProgramRequest} program
   */
  #send(run, program) {
    try {
      this.#host.tell({ type: "run", run: run.id, program });
    } catch (error) {
      this.#runs.delete(run.id);
      run.fail(new GarterError((texts) => texts.unsendable({ error: String(error) })));
    }
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
    this.#checks.fail(why);
  }

  /**
   * @param {FrameMessage} message
   * @returns {boolean} whether it made sense
   */
  #hear(message) {
    if (message.type === "broken") this.#close(new GarterError(() => message.message));
    if ("check" in message) return this.#checks.hear(message);
    if (!("run" in message)) return true;
    const run = this.#runs.get(message.run);
    const madeSense = run?.hear(message) ?? false;
    if (run?.isOver) this.#runs.delete(message.run);
    return madeSense;
  }
}
