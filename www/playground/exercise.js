// @ts-check
// A project that is an exercise: it has a file `exercise.md`, whose task stands above the program. Who writes that file
// sees at once what becomes of it.

import { MAIN } from "../client/facts.js";
import { Exercise } from "../exercise/exercise.js";
import { parse } from "../exercise/format.js";
import { lineOf } from "../exercise/work/work.js";
import english from "../texts/en/exercise.js";
import { EXERCISE_FILE } from "./project.js";

/**
 * @typedef {import("./project.js").Files} Files
 * @typedef {import("./workspace.js").Workspace} Workspace
 * @typedef {import("../exercise/work/work.js").Work} Work
 * @typedef {import("../exercise/work/work.js").WorkContext} WorkContext
 */

/** The file is read again when nobody has typed for so long. */
const READ_AFTER_MS = 400;

/**
 * @param {string} name
 * @param {string} text
 * @returns {boolean} whether somebody has meant it to be an exercise
 */
export const isExercise = (name, text) =>
  /\.(?:md|markdown)$/i.test(name) &&
  /^\ufeff?---[ \t]*\r?\n[\s\S]*?^(?:id|title):[\s\S]*?^---/m.test(text.slice(0, 10_000));

/**
 * @param {string} text of an exercise file
 * @returns {{ name: string, files: Files, source: string | null }} a project of it; with mistakes as well, which are told
 *   when it is open
 */
export function projectOf(text) {
  const { exercise } = parse(text, english.format);
  const title = exercise?.title ?? /^title:[ \t]*["']?(.+?)["']?[ \t]*$/m.exec(text)?.[1] ?? "Exercise";
  const begin = exercise && exercise.kind === "code" ? exercise.start.text : "";
  /** @type {Files} */
  const files = new Map([[MAIN, begin], ...Object.entries(exercise?.files ?? {}), [EXERCISE_FILE, text]]);
  return { name: title, files, source: exercise ? `exercise:${exercise.id}:${exercise.version}` : null };
}

export class ExercisePanel {
  #home;
  #context;
  /** @type {Exercise | null} */
  #exercise = null;
  /** What is shown: the project, its file, and in which language. */
  #shown = "";
  #timer = 0;

  /**
   * @param {HTMLElement} home
   * @param {{ workspace: Workspace, garter: () => Promise<import("../client/garter.js").Garter>, language: () => string,
   *   onCode: () => void, onLine: (line: number | null) => void }} context `onCode` hears that the program was changed here,
   *   `onLine` which line of it a check has found wrong
   */
  constructor(home, context) {
    this.#home = home;
    this.#context = context;
  }

  /** The open project or its files may be others. */
  draw() {
    const { workspace, language } = this.#context;
    const text = workspace.files.get(EXERCISE_FILE);
    const now = typeof text === "string" ? JSON.stringify([workspace.about.id, language(), text]) : "";
    if (now === this.#shown) return;
    const isOther = !this.#shown || !now || JSON.parse(now)[0] !== JSON.parse(this.#shown)[0];
    clearTimeout(this.#timer);
    if (isOther) this.#open(now);
    else this.#timer = setTimeout(() => this.#open(now), READ_AFTER_MS);
  }

  /** What the exercise of the open project allows a program, if it is one. */
  get rules() {
    return this.#exercise?.rules ?? {};
  }

  /** What its programs import from. */
  get packages() {
    return this.#exercise?.packages ?? [];
  }

  /** What runs before the program of the open project. */
  get setup() {
    return this.#exercise?.setup ?? "";
  }

  /** The program has another text. */
  edited() {
    this.#onChange();
    this.draw();
  }

  #onChange = () => {};

  /** @param {string} now */
  #open(now) {
    const { workspace, language, garter, onCode, onLine } = this.#context;
    this.#shown = now;
    this.#exercise?.close();
    this.#exercise = null;
    this.#onChange = () => {};
    this.#home.hidden = !now;
    this.#home.replaceChildren();
    if (!now) return;
    const host = document.createElement("div");
    host.setAttribute("heading", "2");
    this.#home.append(host);
    const panel = this;
    // What is written into the editor is the answer, and the project keeps it.
    const code = class {
      element = document.createElement("div");
      hasBar = false;
      isKept = true;

      /** @param {WorkContext} context */
      constructor({ exercise, onChange }) {
        this.start = exercise.start.text;
        panel.#onChange = onChange;
      }

      get answer() {
        return { code: String(workspace.files.get(MAIN) ?? "") };
      }

      set answer({ code }) {
        workspace.edit(MAIN, code);
        onCode();
      }

      get isChanged() {
        return this.answer.code !== this.start;
      }

      reset() {
        this.answer = { code: this.start };
      }

      /** @param {import("../exercise/checking.js").Report | null} report */
      show(report) {
        onLine(lineOf(report));
      }
    };
    this.#exercise = new Exercise(host, host.attachShadow({ mode: "open" }), language(), { garter, works: { code } });
    this.#exercise.openText(String(workspace.files.get(EXERCISE_FILE)), null);
  }
}
