// @ts-check
// What is loaded when a reader runs something for the first time: it fetches Python, once for the whole
// page, and runs a snippet's code in it.

import { displayElement } from "../display.js";
import { GarterError } from "../errors.js";
import { sharedGarter } from "../shared.js";
import { describe } from "../status.js";
import { textsFor } from "../texts.js";
import { Output } from "./output.js";
import { fileOf, textOf } from "./references.js";

/**
 * @typedef {import("../garter.js").Garter} Garter
 * @typedef {import("../run.js").Run} Run
 * @typedef {import("../run.js").RunResult} RunResult
 * @typedef {import("../run.js").RunOptions} RunOptions
 * @typedef {import("../assets.js").Progress} Progress
 * @typedef {import("./attributes.js").Settings} Settings
 */

/**
 * What a program needs of its element.
 * @typedef {object} Desk
 * @property {HTMLElement} host
 * @property {HTMLElement} output
 * @property {string} language
 * @property {(progress: Progress) => void} onProgress
 * @property {(status: "queued" | "running" | "waiting") => void} onStatus
 * @property {(chunk: import("../../target/types/Chunk.ts").Chunk) => void} onOutput
 * @property {() => string} given what was typed where a program cannot wait
 */

/**
 * How a run ended, for people.
 * @typedef {object} Ending
 * @property {RunResult} result
 * @property {string} sentence
 * @property {number | null} line of the reader's code that was wrong
 * @property {boolean} isRight
 */

/** The defaults of src/budget.rs, to be spoken of. */
const BUDGET = { seconds: 10, memoryMB: 256, outputKB: 1024 };

export class Program {
  #desk;
  #texts;
  #output;
  /** @type {Run | null} */
  #run = null;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.#texts = textsFor(desk.language);
    this.#output = new Output(
      desk.output,
      { interrupt: () => this.stop(), complete: async () => [] },
      desk.host,
      this.#texts,
    );
  }

  /** @returns {Promise<Garter>} the one of this page */
  load() {
    return sharedGarter({ onProgress: this.#desk.onProgress });
  }

  /**
   * @param {string} code
   * @param {Settings} settings
   * @param {{ isOver: boolean }} turn
   * @returns {Promise<Ending | null>} null if it was ended before
   */
  async run(code, settings, turn) {
    const garter = await this.load();
    const options = await this.#options(settings, garter);
    if (turn.isOver) return null;
    this.#output.clear();
    this.#desk.onStatus("running");
    const run = garter.run(code, options);
    this.#run = run;
    try {
      return this.#conclude(await run, settings);
    } finally {
      this.#run = null;
      this.#output.cancel();
    }
  }

  /** Interrupts what runs. */
  stop() {
    this.#output.interrupt();
    this.#run?.stop();
  }

  /** Ends what runs without asking it. */
  end() {
    this.#run?.end();
  }

  /** Takes the output away. */
  clear() {
    this.#output.clear();
  }

  /**
   * @param {unknown} error
   * @returns {string} for the reader
   */
  explain(error) {
    if (error instanceof GarterError) return error.in(this.#texts);
    return error instanceof Error ? error.message : String(error);
  }

  /**
   * @param {Settings} settings
   * @param {Garter} garter
   * @returns {Promise<RunOptions>}
   */
  async #options(settings, garter) {
    const say = this.#texts.snippet;
    const canAsk = garter.capabilities.waiting !== "none";
    const [files, policy] = await Promise.all([
      Promise.all(settings.files.map((reference) => fileOf({ name: "files", reference, say }))),
      settings.policyId ? textOf({ name: "policy", reference: settings.policyId, say }).then(JSON.parse) : settings.policy,
    ]);
    return {
      budget: settings.budget,
      modules: settings.modules,
      policy,
      files: Object.fromEntries(files),
      stdin: settings.stdin ?? (canAsk ? undefined : this.#desk.given()),
      onInput: canAsk ? (request) => this.#ask(request) : undefined,
      onOutput: (chunk) => {
        this.#output.write(chunk);
        this.#desk.onOutput(chunk);
      },
      onDisplay: (content) => this.#output.show(displayElement(content, this.#texts), content.alt),
    };
  }

  /** @param {{ kind: import("../../target/types/InputKind.ts").InputKind }} request */
  async #ask(request) {
    this.#desk.onStatus("waiting");
    const line = await this.#output.ask(request);
    this.#desk.onStatus("running");
    return line;
  }

  /**
   * @param {RunResult} result
   * @param {Settings} settings
   * @returns {Promise<Ending>}
   */
  async #conclude(result, settings) {
    const { budget, expect } = settings;
    let sentence = describe(result, { ...BUDGET, ...defined(budget) }, this.#texts);
    let isRight = result.status === "ok" || (result.status === "exit" && result.exitCode === 0) || result.status === "stopped";
    if (expect !== null && isRight) {
      const say = this.#texts.snippet;
      const expected = expect.startsWith("#") ? await textOf({ name: "expect", reference: expect, say }) : expect;
      isRight = this.#output.check(expected, result.stdout);
      if (!isRight) sentence = say.unexpected;
    }
    return { result, sentence, line: result.error?.position?.line ?? null, isRight };
  }
}

/**
 * @template {object} T
 * @param {T} values
 * @returns {T} without those that are undefined
 */
const defined = (values) =>
  /** @type {T} */ (Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
