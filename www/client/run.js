// @ts-check
// One run of a program, seen from the page.

import { OptionError } from "./errors.js";
import { BUDGET, CANVAS_MIME, LEAST_DISPLAY_BYTES, OUTPUT_SLACK_BYTES, OUTPUT_WINDOW_BYTES } from "./facts.js";
import { withResolvers } from "./promises.js";
import { Slices } from "./slices.js";

/**
 * @typedef {import("../../target/types/FrameMessage.ts").FrameMessage} FrameMessage
 * @typedef {import("../../target/types/PageMessage.ts").PageMessage} PageMessage
 * @typedef {import("../../target/types/ProgramRequest.ts").ProgramRequest} ProgramRequest
 * @typedef {import("../../target/types/Outcome.ts").Outcome} Outcome
 * @typedef {import("../../target/types/Chunk.ts").Chunk} Chunk
 * @typedef {import("../../target/types/InputKind.ts").InputKind} InputKind
 * @typedef {import("../../target/types/CanvasEvent.ts").CanvasEvent} CanvasEvent
 */

/**
 * Content that a program displays and that is not plain text. A stranger's program has made it: see display.js.
 * @typedef {object} Content
 * @property {string} mime for example `image/png`
 * @property {Uint8Array} data
 * @property {string} alt the same in words, for people who do not see it; may be empty
 */

/**
 * The functions that a run calls.
 * @typedef {object} Listeners
 * @property {(chunk: Chunk) => void} [onOutput] is called with output, in order
 * @property {(request: { kind: InputKind }) => string | null | Promise<string | null>} [onInput]
 *   is asked for a line of input, or of code; null is the end of the input
 * @property {() => void} [onCannotAsk] is called where a browser that cannot wait cannot run the program again for an
 *   answer: it took too long. The program finds the end of its input; all of it can be given before (`stdin`)
 * @property {(content: Content, run: Run) => void} [onDisplay] is called with content, in order with the output
 * @property {(progress: import("./assets.js").Progress) => void} [onProgress] is called while packages arrive
 */

/**
 * Options of a run; `interactive` follows from `onInput`. `packages` are wheels and locks, by their addresses or as
 * bytes; `onProgress` is told how many of their bytes have arrived. `after` is a run
 * with `keep` that is over: the program goes on in its interpreter, with its names, modules and files.
 * @typedef {Omit<ProgramRequest, "source" | "interactive" | "console" | "after" | "packages"> & Listeners & {
 *   after?: Run | null, packages?: import("./packages.js").PackageSources }} RunOptions
 */

/**
 * How a run ended, with all it printed, and how tracebacks name its text.
 * @typedef {Omit<Outcome, "files"> & { stdout: string, stderr: string, files: Record<string, Uint8Array>, file: string }} RunResult
 */

/** What a shell reports of a process that Ctrl+C has ended: src/python/run/program.rs. */
const EXIT_CODE_INTERRUPTED = 130;

/** Characters that are shown in one task; more of them may take longer than an animation frame. */
const PIECE_LENGTH = 2048;

/** A run under way. Await it for its {@link RunResult}. */
export class Run {
  /** Names it among those of its Garter. */
  id;
  /** How tracebacks name its text: `main.py`, or `<cell 2>`; empty until it has begun. */
  file = "";
  #tell;
  /** @type {Listeners} */
  #listeners;
  #printed = { stdout: "", stderr: "" };
  /** @type {PromiseWithResolvers<RunResult>} */
  #result;
  /** Output that is not shown yet, and the end of the run after it. */
  #slices = new Slices(() => this.#tellShown());
  /** UTF-8 bytes that were shown, and that the frame does not know of yet. */
  #shown = 0;
  /** @type {((words: string[]) => void) | null} */
  #onCompletions = null;
  #isStarted = false;
  #isOver = false;
  #isConsole;
  #outputAllowed;
  /** Characters of text and bytes of content that the run may still print and display. */
  #outputLeft;
  /** Bytes of drawing that are not shown yet. */
  #drawing = 0;
  /** How many questions the program may still ask: one, and another for each answer and each Stop. */
  #questionsLeft = 1;
  #stops = 0;
  /** Whether the program has asked in vain. */
  #cannotAsk = false;
  #completionsLeft = 0;
  /** The question that waits for an answer. @type {object | null} */
  #question = null;
  /** Whether its packages are still on their way, so that the frame does not know of it. */
  #isOnItsWay = false;
  /** The run in whose interpreter it is to go on. @type {Run | null} */
  #before;
  /** Stops what brings its packages. */
  #bringing = new AbortController();

  /**
   * @param {number} id
   * @param {(message: PageMessage) => void} tell
   * @param {Listeners} listeners
   * @param {{ outputKB?: number | null, isConsole?: boolean | null, before?: Run | null }} request
   */
  constructor(id, tell, listeners, { outputKB, isConsole, before }) {
    this.id = id;
    this.#before = before ?? null;
    this.#tell = tell;
    this.#listeners = listeners;
    this.#isConsole = Boolean(isConsole);
    this.#outputAllowed = (outputKB ?? BUDGET.outputKB) * 1024 + OUTPUT_SLACK_BYTES;
    this.#outputLeft = this.#outputAllowed;
    this.#result = withResolvers();
    // A page that only uses the listeners does not await the run: its failure is not an unhandled rejection.
    this.#result.promise.catch(() => {});
  }

  /**
   * Interrupts the program: raises `KeyboardInterrupt`, and if the program is still running after a grace
   * period, terminates its worker.
   */
  stop() {
    if (this.#isOnItsWay) return this.#cancel();
    // Stop also ends the open question, and one that is not shown yet. If the program goes on, it asks again.
    this.#question = null;
    this.#stops += 1;
    this.#questionsLeft += 1;
    this.#tell({ type: "stop", run: this.id });
  }

  /**
   * Tells the program of something that the reader has done on its picture.
   * @param {CanvasEvent} event
   */
  event(event) {
    if (!this.#isOver) this.#tell({ type: "event", run: this.id, event });
  }

  /**
   * Ends the run without asking the program: nothing more of it runs. If the run is over and was kept, its
   * interpreter is released, and with it all programs that have run there or still run.
   * @returns {void}
   */
  end() {
    if (this.#isOnItsWay) return this.#cancel();
    if (this.#isOver && !this.#isStarted && this.#before) return this.#before.end();
    this.#tell({ type: "kill", run: this.id });
  }

  /**
   * Asks a console that waits for code for the completions of a line.
   * @param {string} line up to the cursor
   * @returns {Promise<string[]>} the words that can replace its last word
   */
  complete(line) {
    this.#completionsLeft += 1;
    this.#tell({ type: "complete", run: this.id, line });
    return new Promise((resolve) => {
      this.#onCompletions?.([]);
      this.#onCompletions = resolve;
    });
  }

  /**
   * Rejects only if the options are wrong or Garter itself is broken, never for an error of the program.
   * @template A, [B=never]
   * @param {((result: RunResult) => A | PromiseLike<A>) | null} [onResult]
   * @param {((error: unknown) => B | PromiseLike<B>) | null} [onError]
   * @returns {Promise<A | B>}
   */
  then(onResult, onError) {
    return this.#result.promise.then(onResult, onError);
  }

  /**
   * The run by which the frame knows the interpreter: one that never began has left that of the run before it as it was.
   * @type {Run}
   */
  get holder() {
    return this.#isStarted || !this.#before ? this : this.#before.holder;
  }

  /**
   * Begins when what it needs has arrived, unless it is stopped meanwhile.
   * @template T
   * @param {(signal: AbortSignal) => Promise<T>} bring
   * @param {(needed: T) => void} begin
   */
  async beginAfter(bring, begin) {
    this.#isOnItsWay = true;
    try {
      const arrived = await bring(this.#bringing.signal);
      if (!this.#isOver) begin(arrived);
    } catch (error) {
      if (!this.#isOver) this.fail(/** @type {Error} */ (error));
    } finally {
      this.#isOnItsWay = false;
    }
  }

  /** Ends a run that nothing of has run. What it was to go on after is there as before. */
  #cancel() {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#bringing.abort();
    this.#finish({
      status: "stopped",
      error: null,
      exitCode: EXIT_CODE_INTERRUPTED,
      seconds: 0,
      killed: false,
      peakMemory: 0,
      files: new Map(),
      kept: this.#before !== null,
    });
  }

  /** Whether the frame will send no more messages of this run. */
  get isOver() {
    return this.#isOver;
  }

  /** @param {Error} error */
  fail(error) {
    this.#isOver = true;
    this.#bringing.abort();
    this.#result.reject(error);
  }

  /**
   * @param {FrameMessage} message
   * @returns {boolean} whether it made sense; if not, it has no effect
   */
  hear(message) {
    switch (message.type) {
      case "started":
        if (this.#isStarted) return false;
        this.file = message.file;
        // The interpreter is this run's now. Those before it, with all that they have printed, are not kept alive.
        this.#before = null;
        return (this.#isStarted = true);
      case "output":
        return this.#take(message.chunks);
      case "inputRequest":
        if (!this.#isStarted || this.#questionsLeft === 0) return false;
        this.#questionsLeft -= 1;
        this.#askInTurn(message.kind);
        return true;
      case "cannotAsk":
        if (!this.#isStarted || this.#cannotAsk) return false;
        this.#cannotAsk = true;
        this.#slices.add(() => this.#listeners.onCannotAsk?.());
        this.#slices.work();
        return true;
      case "completions":
        if (!this.#isStarted || this.#completionsLeft === 0) return false;
        this.#completionsLeft -= 1;
        this.#onCompletions?.(message.words);
        this.#onCompletions = null;
        return true;
      case "display":
        if (!this.#isStarted || !this.#spend(this.#priceOf(message))) return false;
        // An element may be a document of its own. Drawing commands are small, and there are many.
        this.#slices.add(() => this.#showContent(message), message.mime !== CANVAS_MIME);
        return true;
      case "finished":
        this.#isOver = true;
        this.#slices.add(() => this.#finish(message.outcome));
        this.#slices.work();
        return true;
      case "rejected":
        this.fail(new OptionError(() => message.message));
        return true;
      default:
        return false;
    }
  }

  /**
   * @param {Chunk[]} chunks
   * @returns {boolean} whether the run may print as much
   */
  #take(chunks) {
    const size = chunks.reduce((sum, { text }) => sum + text.length, 0);
    if (!this.#isStarted || !this.#spend(size)) return false;
    for (const { stream, text } of chunks) {
      for (const piece of pieces(text)) this.#slices.add(() => this.#show({ stream, text: piece }));
    }
    this.#slices.work();
    return true;
  }

  /**
   * @param {number} size
   * @returns {boolean} whether the run's budget has it
   */
  #spend(size) {
    if (!(size <= this.#outputLeft)) return false;
    this.#outputLeft -= size;
    return true;
  }

  /** @param {Chunk} chunk */
  #show(chunk) {
    this.#printed[chunk.stream] += chunk.text;
    this.#shown += utf8.encode(chunk.text).length;
    this.#listeners.onOutput?.(chunk);
  }

  /**
   * Drawing is free as long as the page keeps up with it: see lifecycle.rs.
   * @param {Content} content
   */
  #priceOf(content) {
    const bytes = bytesOf(content);
    if (content.mime !== CANVAS_MIME) return bytes;
    this.#drawing += bytes;
    return this.#drawing <= OUTPUT_WINDOW_BYTES ? 0 : bytes;
  }

  /** @param {Content} content */
  #showContent({ mime, data, alt }) {
    const bytes = bytesOf({ mime, data, alt });
    this.#shown += bytes;
    if (mime === CANVAS_MIME) this.#drawing -= bytes;
    this.#listeners.onDisplay?.({ mime, data, alt }, this);
  }

  #tellShown() {
    if (this.#shown === 0) return;
    this.#tell({ type: "shown", run: this.id, bytes: this.#shown });
    this.#shown = 0;
  }

  /** @param {Outcome} outcome */
  #finish(outcome) {
    this.#onCompletions?.([]);
    this.#result.resolve({ ...outcome, files: Object.fromEntries(outcome.files), ...this.#printed, file: this.file });
  }

  /**
   * Asks the reader, after everything that was printed before is shown.
   * @param {InputKind} kind
   */
  #askInTurn(kind) {
    const stops = this.#stops;
    this.#slices.add(() => {
      if (stops === this.#stops) this.#ask(kind);
    });
    this.#slices.work();
  }

  /** @param {InputKind} kind */
  async #ask(kind) {
    const question = {};
    this.#question = question;
    let line = null;
    try {
      line = (await this.#listeners.onInput?.({ kind })) ?? null;
    } catch (error) {
      // The program gets the end of its input. The error is the page's own, so it is reported to the page.
      reportError(error);
    }
    // Stop has ended this question. If one is open now it is another.
    if (this.#question !== question) return;
    this.#question = null;
    this.#questionsLeft += 1;
    // A console has its budgets for each entry.
    if (this.#isConsole && (kind === "code" || kind === "block")) this.#outputLeft = this.#outputAllowed;
    this.#tell({ type: "input", run: this.id, line });
  }
}

const utf8 = new TextEncoder();

/**
 * How many bytes content takes from the output budget: `display_bytes` of src/protocol.
 * @param {Content} content
 */
const bytesOf = ({ mime, data, alt }) =>
  Math.max(LEAST_DISPLAY_BYTES, utf8.encode(mime).length + data.length + utf8.encode(alt).length);

/**
 * @param {string} text
 * @returns {Generator<string>} its parts, of whole characters
 */
function* pieces(text) {
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + PIECE_LENGTH;
    const last = text.charCodeAt(end - 1);
    if (last >= 0xd800 && last < 0xdc00) end -= 1;
    yield text.slice(start, end);
  }
}
