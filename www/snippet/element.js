// @ts-check
// <garter-snippet>, the element itself: its life, what a reader does to it, and what scripts see of it.

import { isDarkUnsaid, watchScheme } from "../editor/scheme.js";
import { OBSERVED, read } from "./attributes.js";
import { Code } from "./code.js";
import { loadProgram, PartError } from "./parts.js";
import { languageOf, sayIn } from "./say.js";
import { WholePageError, wrapBlocks } from "./select.js";
import { View } from "./view.js";

/**
 * @typedef {import("../client/run.js").RunResult} RunResult
 * @typedef {import("./program.js").Ending} Ending
 * @typedef {import("./program.js").Program} Program
 * @typedef {import("./attributes.js").Settings} Settings
 * @typedef {import("./view.js").Say} Say
 * @typedef {import("../client/assets.js").Progress} Progress
 */

/**
 * What a snippet is doing, or how its last run ended. `broken` is one that could not be run at all; the
 * element says why.
 * @typedef {"idle" | "loading" | "queued" | "running" | "waiting" | "broken" | RunResult["status"]} SnippetStatus
 */

/** One press of Run. @typedef {{ isOver: boolean, result: Promise<RunResult | null> }} Turn */

/** Whether the part that runs programs has arrived, for this snippet or another. */
let isHere = false;

/** Those that run by themselves do so one after the other, in their order. @type {Promise<unknown>} */
let autoruns = Promise.resolve();

/** All that are in the page, for what concerns all of them. @type {Set<GarterSnippet>} */
const present = new Set();

/** Whether the page is dark without saying so; null until there is a snippet. @type {boolean | null} */
let isUnsaid = null;

/**
 * Python code in a page, to be run and changed by its reader.
 *
 *     <script type="module" src="pkg/snippet.js"></script>
 *     <garter-snippet editable><pre><code>print("hello")</code></pre></garter-snippet>
 *
 * docs/book/src/reference/snippet.md lists its attributes, events, parts and properties.
 */
export class GarterSnippet extends HTMLElement {
  static observedAttributes = OBSERVED;
  /** Which build of Garter this is. */
  static build = "";
  /** Where its script was loaded from. */
  static address = "";
  /** Another version of the script. @type {{ used: string, unused: string } | null} */
  static #rival = null;

  #code = new Code(this);
  /** @type {View | null} */
  #view = null;
  #say = sayIn("en");
  /** @type {Settings | null} */
  #settings = null;
  /** @type {import("./attributes.js").Surroundings | null} */
  #around = null;
  /** What is wrong with the attributes. @type {string[]} */
  #complaints = [];
  /** What was wrong around the last run. */
  #trouble = "";
  /** @type {Program | null} */
  #program = null;
  /** @type {Turn | null} */
  #turn = null;
  /** @type {SnippetStatus} */
  #status = "idle";
  /** Hears that the program waits for the reader. */
  #onWaiting = () => {};
  #changes = new MutationObserver(() => {
    this.#code.rewritten();
    this.#showNotices();
  });

  /**
   * Another version of this script has come too late; the snippets say so.
   * @param {{ used: string, unused: string }} versions where they were loaded from
   */
  static meet(versions) {
    GarterSnippet.#rival = versions;
    for (const snippet of present) snippet.#showNotices();
  }

  /** The code, as the reader has left it. Setting it does what typing it would do. */
  get code() {
    return this.#code.text;
  }

  set code(text) {
    this.#code.text = String(text);
    this.#tell("garter:changed", null);
    this.#showButtons();
    this.#showNotices();
  }

  /** What an exercise gives the program besides, from the next run on. @param {import("./attributes.js").Surroundings | null} around */
  set around(around) {
    this.#around = around;
  }

  /** What the snippet is doing, or how its last run ended. @returns {SnippetStatus} */
  get status() {
    return this.#status;
  }

  /**
   * Runs the code, as the Run button does.
   * @returns {Promise<RunResult | null>} null if it did not come to an end: the element says why
   */
  run() {
    if (this.#turn) return this.#turn.result;
    // Not in a page, or one that only selects.
    if (!this.#view) return Promise.resolve(null);
    /** @type {Turn} */
    const turn = { isOver: false, result: Promise.resolve(null) };
    this.#turn = turn;
    turn.result = this.#execute(turn);
    return turn.result;
  }

  /** Stops the program, as the Stop button does. */
  stop() {
    if (!this.#turn) return;
    if (this.#status === "loading" || this.#status === "queued") this.#leave("idle", this.#say.stopped);
    else this.#program?.stop();
  }

  /** Marks a line of the code as wrong. @param {number | null} line from 1; null takes the mark away */
  mark(line) {
    if (line === null) this.#code.unmark();
    else this.#code.mark(line);
  }

  /** Brings the page's own code back, and takes the output away. */
  reset() {
    this.#program?.end();
    this.#leave("idle", "");
    this.#trouble = "";
    this.#program?.clear();
    this.#code.reset();
    this.#tell("garter:changed", null);
    this.#view?.expand(false);
    this.#view?.showResult(false);
    this.#showNotices();
    this.#showButtons();
  }

  /**
   * Makes an editor of the code, as the Edit button does.
   * @returns {Promise<void>} when it is there
   */
  async edit() {
    try {
      const listeners = {
        onChange: () => this.#tell("garter:changed", null),
        onRun: () => void this.run(),
        onStop: () => this.stop(),
      };
      if (!this.#code.isEditing) await this.#code.edit(listeners, languageOf(this));
      this.#code.focus();
      this.#showButtons();
      // A reader who edits will run the code.
      (await this.#prepare()).load(/** @type {Settings} */ (this.#settings));
    } catch (error) {
      this.#fail(error);
    }
  }

  connectedCallback() {
    if (document.readyState === "loading") {
      // What is inside of it has not been read yet.
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.connectedCallback(), { once: true });
      return;
    }
    if (this.hasAttribute("selector")) return this.#select();
    present.add(this);
    this.#changes.observe(this, { childList: true, characterData: true, subtree: true });
    if (this.#view) return this.#showNotices();
    this.#init();
    this.#render();
    this.#listen();
  }

  disconnectedCallback() {
    present.delete(this);
    this.#changes.disconnect();
    this.#code.unmark();
    this.#program?.leave(this.#settings?.session ?? null);
    if (!this.#turn) return;
    // Read if it comes back at another place.
    this.#trouble = this.#say.moved;
    this.#leave("idle", "");
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    if (!this.#view) return;
    this.#init();
    if (name === "src") this.#fetchCode();
    this.#showButtons();
    this.#showNotices();
  }

  #init() {
    this.#say = sayIn(languageOf(this));
    const { settings, complaints } = read(this, this.#say);
    this.#settings = settings;
    this.#complaints = complaints;
    this.#view?.reserve(settings.lines);
  }

  /** Once for all snippets: to ask for a style makes the browser find it. */
  static #watchScheme() {
    isUnsaid = isDarkUnsaid();
    watchScheme(() => {
      isUnsaid = isDarkUnsaid();
      for (const snippet of present) snippet.#view?.showDark(Boolean(isUnsaid));
    });
  }

  #render() {
    if (isUnsaid === null) GarterSnippet.#watchScheme();
    this.#view = new View(this.attachShadow({ mode: "open" }), this.#say, this.hasAttribute("editable"));
    if (isUnsaid) this.#view.showDark(true);
    this.#view.reserve(this.#settings?.lines ?? 1);
    if (this.hasAttribute("src")) this.#fetchCode();
    this.#code.showIn(this.#view);
    this.#showNotices();
  }

  #listen() {
    this.shadowRoot?.addEventListener("click", (event) => this.#press(/** @type {MouseEvent} */ (event)));
    if (this.getAttribute("loading") === "eager")
      this.#prepare().then(
        (program) => program.load(/** @type {Settings} */ (this.#settings)),
        (error) => this.#fail(error),
      );
    if (this.hasAttribute("autorun")) {
      // Its turn may come late, when its reader is further down in the page.
      this.#view?.showResult(true);
      autoruns = autoruns.then(() => this.#runByItself());
    }
  }

  /** @returns {Promise<unknown>} when the next one may begin */
  async #runByItself() {
    if (!this.isConnected) return;
    const isWaiting = new Promise((resolve) => (this.#onWaiting = () => resolve(null)));
    await Promise.race([this.run(), isWaiting]);
  }

  #select() {
    this.hidden = true;
    try {
      wrapBlocks(this);
    } catch (error) {
      this.hidden = false;
      this.#init();
      const value = this.getAttribute("selector") ?? "";
      this.#complaints = [
        error instanceof WholePageError
          ? this.#say.wholePage({ value, name: error.element })
          : this.#say.noSelector({ value }),
      ];
      if (!this.#view) this.#render();
    }
  }

  /** @param {MouseEvent} event */
  #press({ target, detail }) {
    const button = target instanceof Element ? target.closest("button") : null;
    switch (button?.classList[0]) {
      case "run":
        // Ignore the second click of a double click: Run has become Stop.
        if (!this.#turn) this.run();
        else if (detail < 2) this.stop();
        return;
      case "edit":
        return void this.edit();
      case "reset":
        this.reset();
        // The button that was pressed is gone.
        return this.#view?.parts.run.focus();
      case "copy":
        return void this.#copy();
      case "expand":
        return this.#view?.expand(button.getAttribute("aria-expanded") !== "true");
    }
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.code);
      this.#view?.showCopied();
    } catch {
      this.#trouble = this.#say.copyFailed;
      this.#showNotices();
    }
  }

  #fetchCode() {
    this.#code.fetch(this.getAttribute("src"), this.#say).catch((error) => this.#fail(error));
  }

  /** @returns {Promise<Program>} what runs the code */
  async #prepare() {
    const part = await loadProgram();
    isHere = true;
    const { terminal, stdin } = /** @type {View} */ (this.#view).parts;
    this.#program ??= new part.Program({
      host: this,
      output: terminal,
      language: languageOf(this),
      onProgress: (progress) => this.#progress(progress),
      onStatus: (status) => this.#go(status),
      onOutput: (chunk) => this.#tell("garter:output", chunk),
      onSize: () => this.#view?.resized(),
      onMute: () => this.#view?.showGiven(/\b(input|stdin|getpass)\b/.test(this.code) && !this.hasAttribute("stdin")),
      given: () => stdin.value,
    });
    return this.#program;
  }

  /**
   * @param {Turn} turn
   * @returns {Promise<RunResult | null>}
   */
  async #execute(turn) {
    this.#trouble = "";
    this.#code.unmark();
    this.#view?.showResult(true);
    this.#view?.hold(true);
    this.#showNotices();
    this.#go(isHere ? "running" : "loading");
    try {
      await this.#code.arrival;
      const program = await this.#prepare();
      if (turn.isOver) return null;
      const ending = await program.run({ .../** @type {Settings} */ (this.#settings), around: this.#around }, turn);
      if (turn.isOver || !ending) return null;
      this.#finish(ending);
      return ending.result;
    } catch (error) {
      if (!turn.isOver) this.#fail(error);
      return null;
    }
  }

  /** @param {Ending} ending */
  #finish({ result, sentence, line, isRight }) {
    this.#leave(result.status, sentence, !isRight);
    if (line !== null) this.#code.mark(line);
    this.#tell("garter:finished", result);
  }

  /** @param {unknown} error what kept the program from running */
  #fail(error) {
    this.#trouble =
      error instanceof PartError
        ? this.#say.noPart({ url: error.url })
        : this.#program
          ? this.#program.explain(error)
          : error instanceof Error
            ? error.message
            : String(error);
    this.#showNotices();
    this.#leave("broken", "");
    this.#view?.announce(this.#trouble);
  }

  /**
   * The turn is over.
   * @param {SnippetStatus} status
   * @param {string} sentence
   * @param {boolean} [isWrong]
   */
  #leave(status, sentence, isWrong = false) {
    if (this.#turn) this.#turn.isOver = true;
    this.#turn = null;
    this.#status = status;
    this.#view?.showButton("run");
    this.#view?.showStatus(sentence, { isWrong, isSaid: true });
    this.#view?.hold(false);
    this.#view?.collapse();
    this.#view?.fit();
    // The sentence may have taken a line of its room.
    this.#view?.scrollToEnd();
  }

  /** @param {"loading" | "queued" | "running" | "waiting"} status */
  #go(status) {
    this.#status = status;
    if (status === "waiting") this.#onWaiting();
    const say = {
      loading: this.#say.arriving,
      queued: this.#say.queued,
      running: this.#say.running,
      waiting: this.#say.waiting,
    };
    this.#view?.showButton(status === "loading" ? "load" : "stop");
    this.#view?.showStatus(say[status], { isSaid: status === "loading" });
  }

  /** @param {Progress} progress */
  #progress({ loaded, total }) {
    if (!this.#turn) return;
    if (this.#status !== "loading") this.#go("loading");
    this.#view?.showButton("load", loaded / total);
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #showButtons() {
    if (!this.#view) return;
    const { edit, reset } = this.#view.parts;
    // It keeps its place: another button in it would get the second click of a double click.
    edit.hidden = !this.hasAttribute("editable");
    edit.disabled = this.#code.isEditing;
    reset.hidden = !this.#code.isChanged;
  }

  #showNotices() {
    const rival = GarterSnippet.#rival;
    this.#view?.showNotices([
      ...this.#complaints,
      ...(this.#code.isEmpty && !this.hasAttribute("selector") ? [this.#say.noCode] : []),
      ...(rival ? [this.#say.twoVersions(rival)] : []),
      ...(this.#trouble ? [this.#trouble] : []),
    ]);
  }
}
