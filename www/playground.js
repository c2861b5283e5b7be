// @ts-check
// The plain page: write, run, read.

import { displayElement } from "./display.js";
import { Editor } from "./editor.js";
import { Garter, GarterError } from "./garter.js";
import { belongsToInputMethod } from "./keys.js";
import { describe, describeConsole } from "./status.js";
import { Terminal } from "./terminal.js";
import { textsOf } from "./texts.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").RunResult} RunResult
 */

const BUDGET = { seconds: 10, memoryMB: 256, outputKB: 1024 };
const STORAGE_KEY = "garter.program";
const texts = textsOf(document.documentElement);

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const runButton = /** @type {HTMLButtonElement} */ (byId("run"));
const stopButton = /** @type {HTMLButtonElement} */ (byId("stop"));
const retryButton = byId("retry");
const stdin = /** @type {HTMLTextAreaElement} */ (byId("stdin"));
const progress = /** @type {HTMLProgressElement} */ (byId("progress"));

const consoleButton = /** @type {HTMLButtonElement} */ (byId("console"));

/** @type {Garter | null} */
let garter = null;
/** @type {Run | null} */
let current = null;
/** Whether `current` is a console. */
let isConsole = false;
/** The run whose names a console can go on with. @type {Run | null} */
let kept = null;

// Python sets out first: the editor is there long before it.
load();

const terminal = new Terminal(
  byId("output"),
  { interrupt: stop, complete: async (line) => (await current?.complete(line)) ?? [] },
  /** @type {HTMLElement} */ (document.querySelector("main")),
  texts,
);
const editor = new Editor(byId("editor"), readProgram(), { onChange: keepProgram, onRun: run, onStop: stop }, texts);

/** What was typed survives a reload, where the browser allows it. */
function readProgram() {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? texts.playground.firstProgram;
  } catch {
    return texts.playground.firstProgram;
  }
}

/** @param {string} text */
function keepProgram(text) {
  try {
    localStorage.setItem(STORAGE_KEY, text);
  } catch {
    // Storage is full or forbidden: the text is still in the editor.
  }
}

/**
 * @param {string} status
 * @param {string} text
 */
function say(status, text) {
  const element = byId("status");
  element.dataset.status = status;
  element.textContent = text;
}

/** @param {unknown} error */
const inWords = (error) => (error instanceof GarterError ? error.in(texts) : String(error));

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);

/** Whether a program can wait here for what a person types. */
const canAsk = () => garter?.capabilities.waiting !== "none";

/** @param {boolean} isReady */
function enable(isReady) {
  runButton.disabled = !isReady;
  consoleButton.disabled = !isReady || !canAsk();
}

async function load() {
  document.documentElement.dataset.garter = "loading";
  retryButton.hidden = true;
  progress.hidden = false;
  say("loading", texts.playground.loading);
  try {
    garter = await Garter.load({
      onProgress({ loaded, total }) {
        progress.value = loaded / total;
        say("loading", texts.playground.arriving({ loaded: megabytes(loaded), total: megabytes(total) }));
      },
    });
    // For scripts and for the curious: `await garter.run("print(6 * 7)")` in the console.
    Object.assign(window, { garter });
    document.documentElement.dataset.garter = "ready";
    byId("given").hidden = canAsk();
    enable(true);
    say("idle", texts.playground.ready);
  } catch (error) {
    document.documentElement.dataset.garter = "broken";
    say("broken", inWords(error));
    retryButton.hidden = false;
  }
  progress.hidden = true;
}

/** @type {Pick<import("./run.js").RunOptions, "onOutput" | "onDisplay" | "onInput" | "budget">} */
const options = {
  budget: BUDGET,
  onOutput: (chunk) => terminal.write(chunk),
  onDisplay: (content) => terminal.show(displayElement(content, texts), content.alt),
  async onInput(request) {
    say("waiting", texts.playground.waiting[request.kind]);
    const line = await terminal.ask(request);
    say("running", texts.playground.running);
    return line;
  },
};

async function run() {
  if (!garter || (current && !isConsole)) return;
  // An open console gives way to the program.
  current?.end();
  await current;
  kept?.end();
  terminal.clear();
  editor.mark(null);
  const input = canAsk() ? { ...options, keep: true } : { ...options, onInput: undefined, stdin: stdin.value };
  const result = await follow(garter.run(editor.text, input));
  if (!result) return;
  say(result.status, describe(result, BUDGET, texts));
  editor.mark(result.error?.position?.line ?? null);
}

/** Opens a console, on the names of the program that has just run if they are still there. */
async function explore() {
  if (!garter || current || !canAsk()) return;
  terminal.reset();
  const after = kept ?? undefined;
  isConsole = true;
  const result = await follow(garter.console({ ...options, after }));
  // Where a program takes the console's place, its status is the one to be read.
  if (!result || current) return;
  const { status, text } = describeConsole(result, BUDGET, texts);
  say(status, text);
}

/**
 * @param {Run} run
 * @returns {Promise<RunResult | null>} null if Garter has failed, which is said
 */
async function follow(run) {
  current = run;
  kept = null;
  runButton.disabled = !isConsole;
  consoleButton.disabled = true;
  stopButton.disabled = false;
  say("running", texts.playground.running);
  try {
    const result = await run;
    if (result.kept) kept = run;
    return result;
  } catch (error) {
    say("broken", inWords(error));
    retryButton.hidden = false;
    return null;
  } finally {
    current = null;
    isConsole = false;
    terminal.cancel();
    const isReady = document.documentElement.dataset.garter === "ready";
    enable(isReady);
    stopButton.disabled = true;
  }
}

function stop() {
  terminal.interrupt();
  current?.stop();
}

runButton.addEventListener("click", run);
stopButton.addEventListener("click", stop);
consoleButton.addEventListener("click", explore);
retryButton.addEventListener("click", () => {
  garter?.dispose();
  load();
});
addEventListener("keydown", (event) => {
  if (belongsToInputMethod(event)) return;
  if (event.key === "Escape") stop();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});
