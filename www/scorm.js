// @ts-check
// In the page of a SCORM package: tells the learning platform how far the learner is. `garter scorm` writes the page,
// with the ids of its exercises.

import { LANGUAGES } from "../target/types/scorm-texts.js";
import { lend } from "./client/lent.js";
import { Platform, RefusalError } from "./scorm/platform.js";
import { Record } from "./scorm/record.js";
import { inLanguage } from "./texts/choose.js";

/** @typedef {HTMLElement & { exerciseId: string, score: number, isSolved: boolean }} ExerciseElement */

const say = inLanguage(LANGUAGES, document.documentElement.lang);
const line = document.getElementById("garter-report") ?? document.body.appendChild(document.createElement("p"));

// The platform gives its files to those who are logged in.
for (const path of JSON.parse(document.getElementById("garter-wheels")?.textContent ?? "[]")) {
  const { href } = new URL(path, document.baseURI);
  lend(href, () => fetch(href));
}

const ids = JSON.parse(document.getElementById("garter-exercises")?.textContent ?? "[]");
const record = new Record(ids);
let wasComplete = false;

/** Speaks to the platform, and to the learner where it does not listen. @template T @param {() => T} action @returns {T | null} */
function trying(action) {
  try {
    return action();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (!(error instanceof RefusalError)) console.error(error);
    line.textContent = say.refused({ reason });
    return null;
  }
}

/** What the line said before it was known whether there is a platform. */
const before = line.textContent;
const platform = trying(() => Platform.find(window, performance.now()));
if (platform) {
  const former = trying(() => platform.former());
  if (former) {
    record.read(former.data);
    wasComplete = former.isComplete;
  }
  report();
} else if (line.textContent === before) line.textContent = say.alone;

function report() {
  // What was passed stays so, whatever the package holds today.
  const isComplete = wasComplete || record.isComplete;
  const { score, text } = record;
  const isKept = trying(() => platform?.report({ score: isComplete ? 1 : score, isComplete, data: text }) ?? null);
  if (isKept !== null) line.textContent = `${say.reported({ score, isComplete })}${isKept ? "" : ` ${say.noRoom}`}`;
}

for (const type of ["garter:progress", "garter:checked"]) {
  document.addEventListener(type, ({ target }) => {
    const { exerciseId, score, isSolved } = /** @type {ExerciseElement} */ (target);
    if (record.add(exerciseId, { score, isSolved }) && platform) report();
  });
}

// A page that goes into the browser's cache may come back; the platform's session is over all the same.
addEventListener("pagehide", () => trying(() => platform?.end(performance.now())));
