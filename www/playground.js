// @ts-check
// The plain page: write, run, read.

import { Editor } from "./editor.js";
import { Garter, GarterError } from "./garter.js";
import { describe } from "./status.js";
import { Terminal } from "./terminal.js";

/**
 * @typedef {import("./run.js").Run} Run
 * @typedef {import("./run.js").RunResult} RunResult
 */

const BUDGET = { seconds: 10, memoryMB: 256, outputKB: 1024 };
const STORAGE_KEY = "garter.program";
const FIRST_PROGRAM = `# Change this program, then press Run.
import random

secret = random.randint(1, 20)
print("I am thinking of a number from 1 to 20.")

for attempt in range(1, 6):
    guess = int(input("Your guess? "))
    if guess == secret:
        print(f"Right, after {attempt} attempts!")
        break
    print("Too low." if guess < secret else "Too high.")
else:
    print(f"It was {secret}.")
`;

const byId = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const runButton = /** @type {HTMLButtonElement} */ (byId("run"));
const stopButton = /** @type {HTMLButtonElement} */ (byId("stop"));
const retryButton = byId("retry");
const progress = /** @type {HTMLProgressElement} */ (byId("progress"));

const terminal = new Terminal(byId("output"));
const editor = new Editor(byId("editor"), readProgram(), {
  onChange: keepProgram,
  onRun: run,
  onStop: stop,
});

/** @type {Garter | null} */
let garter = null;
/** @type {Run | null} */
let current = null;

/** What was typed survives a reload, where the browser allows it. */
function readProgram() {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? FIRST_PROGRAM;
  } catch {
    return FIRST_PROGRAM;
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

const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);

async function load() {
  document.documentElement.dataset.garter = "loading";
  retryButton.hidden = true;
  progress.hidden = false;
  say("loading", "Python is on its way …");
  try {
    garter = await Garter.load({
      onProgress({ loaded, total }) {
        progress.value = loaded / total;
        say("loading", `Python is on its way: ${megabytes(loaded)} of ${megabytes(total)} MB unpacked`);
      },
    });
    // For scripts and for the curious: `await garter.run("print(6 * 7)")` in the console.
    Object.assign(window, { garter });
    document.documentElement.dataset.garter = "ready";
    runButton.disabled = false;
    say("idle", "Ready.");
  } catch (error) {
    document.documentElement.dataset.garter = "broken";
    say("broken", error instanceof GarterError ? error.message : String(error));
    retryButton.hidden = false;
  }
  progress.hidden = true;
}

async function run() {
  if (!garter || current) return;
  terminal.clear();
  editor.mark(null);
  runButton.disabled = true;
  stopButton.disabled = false;
  say("running", "Running …");
  current = garter.run(editor.text, {
    budget: BUDGET,
    onOutput: (chunk) => terminal.write(chunk),
    async onInput(request) {
      say("waiting", "The program waits for you to type a line.");
      const line = await terminal.ask(request);
      say("running", "Running …");
      return line;
    },
  });
  try {
    show(await current);
  } catch (error) {
    say("broken", String(error));
    retryButton.hidden = false;
  }
  current = null;
  terminal.cancel();
  runButton.disabled = document.documentElement.dataset.garter !== "ready";
  stopButton.disabled = true;
}

/** @param {RunResult} result */
function show(result) {
  say(result.status, describe(result, BUDGET));
  editor.mark(result.error?.position?.line ?? null);
}

function stop() {
  current?.stop();
}

runButton.addEventListener("click", run);
stopButton.addEventListener("click", stop);
retryButton.addEventListener("click", () => {
  garter?.dispose();
  load();
});
addEventListener("keydown", (event) => {
  // While an input method composes, the keys are its own.
  if (event.isComposing) return;
  if (event.key === "Escape") stop();
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run();
});

load();
