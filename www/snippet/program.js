// @ts-check
// What is loaded when a reader runs something for the first time: it fetches Python, once for the whole
// page, and runs a snippet's code in it.

import { GarterError } from "../client/errors.js";
import { BUDGET, CANVAS_MIME, MAIN } from "../client/facts.js";
import { sharedGarter } from "../client/shared.js";
import { displayElement } from "../output/display.js";
import { describe } from "../output/status.js";
import { pictureFor } from "../output/turtle.js";
import { textsFor } from "../texts/texts.js";
import { cellsOf } from "./cells.js";
import { Output } from "./output.js";
import { expectedOf, hasEndedWell, optionsOf, play } from "./play.js";
import { sessionNamed } from "./session.js";

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("../client/run.js").RunResult} RunResult
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {import("../client/assets.js").Progress} Progress
 * @typedef {import("./attributes.js").Settings} Settings
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./play.js").Step} Step
 * @typedef {{ isOver: boolean }} Turn
 * @typedef {HTMLElement & { code: string, run: () => Promise<RunResult | null> }} Snippet
 */

/**
 * The parts of an element that a program uses, and the functions that it calls.
 * @typedef {object} ElementContext
 * @property {Snippet} host
 * @property {HTMLElement} output
 * @property {string} language
 * @property {(progress: Progress) => void} onProgress
 * @property {(status: "queued" | "running" | "waiting") => void} onStatus
 * @property {(chunk: import("../../target/types/Chunk.ts").Chunk) => void} onOutput
 * @property {() => void} onSize is called when what is shown has become larger or smaller
 * @property {() => void} onMute is called if programs cannot wait for input in this browser
 * @property {() => string} given returns the input that was typed before the run, which is used then
 */

/**
 * How a run ended, for people.
 * @typedef {object} Ending
 * @property {RunResult} result
 * @property {string} sentence
 * @property {number | null} line of the reader's code that was wrong
 * @property {boolean} isRight
 */

export class Program {
  #context;
  #texts;
  #output;
  /** @type {Run | null} */
  #run = null;

  /** @param {ElementContext} context */
  constructor(context) {
    this.#context = context;
    this.#texts = textsFor(context.language);
    this.#output = new Output(
      context.output,
      { interrupt: () => this.stop(), complete: async () => [] },
      context.host,
      this.#texts,
      context.onSize,
    );
  }

  /**
   * @param {Pick<Settings, "parts">} settings
   * @returns {Promise<Garter>} the one of this page
   */
  async load({ parts }) {
    const garter = await sharedGarter({ onProgress: this.#context.onProgress });
    // A program that imports what did not arrive asks again, and says what is missing.
    garter.fetch(parts).catch(() => {});
    if (garter.capabilities.waiting === "none") this.#context.onMute();
    return garter;
  }

  /**
   * Runs the snippet's code, and what belongs to it.
   * @param {Settings} settings
   * @param {Turn} turn
   * @returns {Promise<Ending | null>} null if it was ended before
   */
  async run(settings, turn) {
    const { host } = this.#context;
    const garter = await this.load(settings);
    const cells = await cellsOf(host, settings, this.#texts.snippet);
    const steps = await Promise.all(cells.map(async (cell) => ({ cell, options: await this.#options(cell, garter) })));
    if (turn.isOver) return null;
    if (settings.session === null) return this.#play(garter, steps, null, turn);
    const session = sessionNamed(settings.session);
    if (session.isBusy) this.#context.onStatus("queued");
    return session.enter(host, garter, async () => {
      const left = steps.filter(({ cell }) => cell.role !== "dependency" || !session.done.has(cell.owner));
      return turn.isOver ? null : this.#play(garter, left, session, turn);
    });
  }

  /**
   * @param {Garter} garter
   * @param {Step[]} steps
   * @param {Session | null} session
   * @param {Turn} turn
   * @returns {Promise<Ending | null>}
   */
  async #play(garter, steps, session, turn) {
    this.#output.clear();
    this.#context.onStatus("running");
    try {
      const played = await play(garter, this.#context.host, steps, session, {
        onRun: (run) => {
          this.#run = run;
        },
        isOver: () => turn.isOver,
      });
      return played && (await this.#conclude(played.result, played.cell, played.file));
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

  /** The snippet is no longer in the page. @param {string | null} session */
  leave(session) {
    this.end();
    if (session !== null) sessionNamed(session).leave(this.#context.host);
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
   * @param {Cell} cell
   * @param {Garter} garter
   * @returns {Promise<RunOptions>}
   */
  async #options(cell, garter) {
    const canAsk = garter.capabilities.waiting !== "none";
    const given = await optionsOf(cell, this.#texts.snippet);
    /** @type {RunOptions} */
    const options = { ...given, onInput: canAsk ? (request) => this.#ask(request) : undefined };
    options.onProgress = (progress) => {
      this.#context.onProgress(progress);
      if (progress.loaded === progress.total) this.#context.onStatus("running");
    };
    const { role } = cell;
    if (role !== "dependency") {
      options.onOutput = (chunk) => {
        this.#output.write(chunk);
        this.#context.onOutput(chunk);
      };
      options.onDisplay = (content, run) => this.#show(content, run);
    }
    const reads = role === "code" || role === "dependency";
    if (reads && !canAsk) options.stdin ??= this.#context.given();
    return options;
  }

  /**
   * @param {import("../client/run.js").Content} content
   * @param {Run} run
   */
  #show(content, run) {
    if (content.mime !== CANVAS_MIME) {
      this.#output.show(displayElement(content, this.#texts), content.alt);
      return;
    }
    const picture = pictureFor(run, content, this.#texts);
    if (!picture.isConnected) this.#output.show(picture);
  }

  /** @param {{ kind: import("../../target/types/InputKind.ts").InputKind }} request */
  async #ask(request) {
    this.#context.onStatus("waiting");
    const line = await this.#output.ask(request);
    this.#context.onStatus("running");
    return line;
  }

  /**
   * Says in plain words what a common error means.
   * @param {import("../../target/types/ErrorReport.ts").ErrorReport} error
   * @param {string} file how tracebacks name the reader's code, which to the reader is the program
   */
  async #explain(error, file) {
    const { hintFor } = await import("../hints.js").catch(() => withoutHints);
    const text = error.text.replaceAll(`File "${file}"`, `File "${MAIN}"`);
    this.#output.explain((texts) => hintFor({ ...error, text }, texts) ?? "");
  }

  /**
   * A name that is missing may be one of a snippet of the session that has not been run.
   * @param {import("../../target/types/ErrorReport.ts").ErrorReport} error
   * @param {Settings} settings
   * @returns {boolean} whether there is such a snippet, which may now be run
   */
  #offerEarlier({ type }, { session }) {
    if (type !== "NameError" || session === null) return false;
    const { host } = this.#context;
    const earlier = earlierThan(host, session);
    if (earlier.length === 0) return false;
    const say = this.#texts.snippet;
    this.#output.offer(say.earlier, say.runEarlier, async () => {
      for (const snippet of earlier) {
        const result = await snippet.run();
        // It says itself what is wrong.
        if (result?.status !== "ok") return snippet.scrollIntoView({ block: "nearest" });
      }
      await host.run();
    });
    return true;
  }

  /**
   * @param {RunResult} result with all that was printed
   * @param {Cell} cell the one that ended
   * @param {string} file how tracebacks name the reader's code
   * @returns {Promise<Ending>}
   */
  async #conclude(result, cell, file) {
    const say = this.#texts.snippet;
    const budget = (cell.settings.around ?? cell.settings).budget ?? {};
    const line = lineIn(file, result, cell);
    const error = result.error && { ...result.error, position: line === null ? null : { ...NOWHERE, line } };
    let sentence = describe({ ...result, error }, { ...BUDGET, ...defined(budget) }, this.#texts);
    if (error && cell.role === "code" && !this.#offerEarlier(error, cell.settings)) await this.#explain(error, file);
    let isRight = hasEndedWell(result);
    if (cell.role === "dependency") sentence = say.dependency({ id: cell.owner.id, why: sentence });
    else if (isRight) {
      const expected = await expectedOf(cell, say);
      isRight = expected === null || this.#output.check(expected, result.stdout);
      if (!isRight) sentence = say.unexpected;
    }
    if (cell.settings.session !== null && !result.kept) sentence += ` ${say.gone}`;
    return { result, sentence, line, isRight };
  }
}

/**
 * @param {Snippet} host
 * @param {string} session
 * @returns {Snippet[]} those before it in the page whose code has not run in its session, in their order
 */
function earlierThan(host, session) {
  const { done } = sessionNamed(session);
  // One that selects has the attributes of those that it makes, and no code.
  const all = /** @type {Snippet[]} */ ([...document.querySelectorAll(`${host.localName}:not([selector])`)]);
  return all
    .slice(0, Math.max(0, all.indexOf(host)))
    .filter((snippet) => snippet.getAttribute("session")?.trim() === session && !done.has(snippet));
}

/** Nothing that a program has done depends on its hint. */
const withoutHints = { hintFor: () => null };

const NOWHERE = { line: 1, column: 1, endLine: null, endColumn: null };

/**
 * @param {string} file how tracebacks name the reader's code
 * @param {RunResult} result
 * @param {Cell} cell
 * @returns {number | null} the line of it that an error was on, or came by
 */
function lineIn(file, { error }, cell) {
  const frame = error?.frames.findLast((frame) => frame.file === file);
  if (frame) return frame.position.line;
  // What does not parse has no frames.
  return cell.role === "code" ? (error?.position?.line ?? null) : null;
}

/**
 * @template {object} T
 * @param {T} values
 * @returns {T} without those that are undefined
 */
const defined = (values) =>
  /** @type {T} */ (Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)));
