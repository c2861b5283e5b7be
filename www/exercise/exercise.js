// @ts-check
// What makes an exercise of a <garter-exercise>: it is loaded when a page shows the first one.

import { LANGUAGES } from "../../target/types/exercise-texts.js";
import { GarterError } from "../client/errors.js";
import { sharedGarter } from "../client/shared.js";
import { isDarkUnsaid, watchScheme } from "../editor/scheme.js";
import { save } from "../output/save.js";
import { inLanguage } from "../texts/choose.js";
import { textsFor } from "../texts/texts.js";
import { needsPython } from "./answers.js";
import { check } from "./checking.js";
import { engineOf, noEngine, packagesOf } from "./engine.js";
import { parse } from "./format.js";
import { written } from "./hand-in.js";
import { Help } from "./help.js";
import { blocksIn } from "./inline.js";
import { markdown } from "./markdown.js";
import { readFrom } from "./reading.js";
import { Remembering } from "./remembering.js";
import { ReportView } from "./report.js";
import { View } from "./view.js";
import { ChoiceWork } from "./work/choice.js";
import { CodeWork } from "./work/code.js";
import { GapsWork } from "./work/gaps.js";
import { OrderWork } from "./work/order.js";
import { PredictWork } from "./work/predict.js";
import { make } from "./work/work.js";

/**
 * @typedef {import("./format.js").Exercise} ExerciseFile
 * @typedef {import("./checking.js").Report} Report
 * @typedef {import("./work/work.js").Work} Work
 * @typedef {typeof import("../texts/en/exercise.js").default} Texts
 */

/** @type {Record<ExerciseFile["kind"], new (context: import("./work/work.js").WorkContext) => Work>} */
const WORKS = { code: CodeWork, order: OrderWork, predict: PredictWork, gaps: GapsWork, choice: ChoiceWork };

export class Exercise {
  #host;
  /** @type {Texts} */
  #texts;
  #language;
  #view;
  /** @type {ExerciseFile | null} */
  #exercise = null;
  /** The address of its file. @type {string | null} */
  #base = null;
  /** @type {Work | null} */
  #work = null;
  /** @type {Remembering | null} */
  #memory = null;
  /** @type {Help | null} */
  #help = null;
  #report;
  /** While a check runs. @type {AbortController | null} */
  #stopping = null;
  /** What is wrong around it, by what it is about. @type {Map<string, string | Node>} */
  #notices = new Map();
  #ignoreScheme;
  #works;
  #loadGarter;

  /**
   * @param {HTMLElement} host
   * @param {ShadowRoot} root
   * @param {string} language a BCP 47 tag
   * @param {object} [others] what a page has of its own
   * @param {() => Promise<import("../client/garter.js").Garter>} [others.garter]
   * @param {Partial<typeof WORKS>} [others.works]
   */
  constructor(host, root, language, { garter, works } = {}) {
    this.#host = host;
    this.#works = { ...WORKS, ...works };
    this.#loadGarter = garter;
    this.#language = language;
    this.#texts = inLanguage(LANGUAGES, language);
    const heading = Number(host.getAttribute("heading")) || 3;
    this.#view = new View(root, this.#texts.element, Math.min(6, Math.max(1, heading)));
    this.#report = new ReportView(this.#texts.element, textsFor(language), (error) => this.#hintOf(error));
    this.#view.below.append(this.#report.element);
    const showDark = () => this.#view.showDark(Boolean(isDarkUnsaid()));
    this.#ignoreScheme = watchScheme(showDark);
    showDark();
    root.addEventListener("click", (event) => this.#press(event));
  }

  get id() {
    return this.#exercise?.id ?? "";
  }

  get version() {
    return this.#exercise?.version ?? 0;
  }

  get title() {
    return this.#exercise?.title ?? "";
  }

  get isSolved() {
    return this.#memory?.progress.isSolved ?? false;
  }

  get score() {
    return this.#memory?.progress.score ?? 0;
  }

  get answer() {
    return this.#work?.answer ?? null;
  }

  set answer(answer) {
    if (!this.#work || !answer) return;
    this.#work.answer = answer;
    this.#changed();
  }

  /** All that is remembered; null until the exercise is there. @returns {import("./progress.js").Progress | null} */
  get progress() {
    this.#memory?.store();
    return this.#memory && { ...this.#memory.progress };
  }

  /**
   * Takes over what was remembered elsewhere. What was reached here stays, and what was typed here is offered.
   * @param {import("./progress.js").Progress} other
   */
  adopt(other) {
    this.#memory?.adopt(other);
  }

  /**
   * The rules for what the learner writes, for who runs it elsewhere: they are those of the check.
   * @returns {Pick<import("../client/run.js").RunOptions, "policy" | "modules" | "budget">}
   */
  get rules() {
    const { kind, policy, modules, budget } = this.#exercise ?? {};
    return kind === "code" ? { policy, modules, budget } : {};
  }

  /** What its programs import from. */
  get packages() {
    return packagesOf(this.#exercise?.packages ?? [], this.#base);
  }

  /** What runs before what the learner writes. */
  get setup() {
    return this.#exercise?.setup?.text ?? "";
  }

  /** What can be handed in. @returns {string | null} */
  get handIn() {
    const { answer } = this;
    return answer && written({ exercise: this.id, version: this.version, answer });
  }

  /** The element is no longer in the page. */
  close() {
    this.stop();
    this.#memory?.close();
    this.#ignoreScheme?.();
  }

  /**
   * Reads the exercise and shows it.
   * @returns {Promise<boolean>} whether there is one; otherwise the element says why
   */
  async open() {
    try {
      return this.#use(await readFrom(this.#host, this.#texts));
    } catch (error) {
      this.#notice("file", error instanceof Error ? error.message : String(error));
      return false;
    }
  }

  /**
   * Shows an exercise whose file is here already.
   * @param {string} text
   * @param {string | null} base its address
   * @returns {boolean} whether it is one; otherwise the element says why
   */
  openText(text, base) {
    return this.#use({ ...parse(text, this.#texts.format), shown: new Map(), base });
  }

  /** @param {import("./reading.js").Read} read */
  #use({ exercise, problems, shown, base }) {
    this.#base = base;
    if (!exercise) {
      const { format } = this.#texts;
      problems.forEach(({ line, message }, at) => {
        this.#notice(`format${at}`, line === null ? message : format.line({ line, message }));
      });
      return false;
    }
    this.#exercise = exercise;
    const byText = [...shown].map(([block, element]) => /** @type {const} */ ([block.text, element]));
    this.#render(exercise, new Map(byText));
    return true;
  }

  /**
   * @param {ExerciseFile} exercise
   * @param {Map<string, Element>} shown of hints and remarks, those that the page has written itself, by their texts
   */
  #render(exercise, shown) {
    const { title, level, kind, task, id, version } = exercise;
    const view = this.#view;
    view.title.textContent = title;
    view.showLevel(level);
    this.#renderTask(task);
    const work = new this.#works[kind]({
      exercise,
      say: this.#texts.element,
      language: this.#language,
      base: this.#base,
      onChange: () => this.#changed(),
      announce: (sentence) => view.announce(sentence),
    });
    this.#work = work;
    view.place(work);
    const memory = new Remembering({ id, version }, work, {
      onReached: () => {
        this.#showProgress();
        this.#tell("garter:progress", { id });
      },
      onTrouble: (trouble) => {
        const { storageFull, storageForbidden } = this.#texts.element;
        this.#notice("storage", trouble && (trouble.isFull ? storageFull : storageForbidden));
      },
      onOther: (take) => this.#notice("other", take && this.#offer(take)),
    });
    this.#memory = memory;
    view.check.hidden = false;
    view.save.hidden = false;
    const around = { say: this.#texts.element, language: this.#language, base: this.#base, shown };
    this.#help = new Help(exercise, view, memory, around);
    this.#showProgress();
  }

  #showProgress() {
    this.#help?.show();
    this.#view.reset.hidden = this.#work?.hasBar === true || !this.#work?.isChanged;
  }

  /** @param {string} task */
  #renderTask(task) {
    // Blocks that lie in the page are not part of the text.
    for (const block of blocksIn(this.#host)) block.slot = "nowhere";
    // A file's task takes the place of what is in the page, which was for readers without scripts.
    if (this.#base !== null || !this.#host.hasChildNodes()) this.#host.replaceChildren(markdown(task, this.#base));
  }

  /** @param {Event} event */
  #press(event) {
    const button = event.composedPath().find((one) => one instanceof HTMLButtonElement);
    const { check, hint, solution, reset, save } = this.#view;
    if (button === check) void (this.#stopping ? this.stop() : this.check());
    else if (button === hint) this.#help?.openHint();
    else if (button === solution) this.#help?.openSolution();
    else if (button === reset) this.reset();
    else if (button === save) this.#save();
  }

  /** Brings the exercise's own beginning back. */
  reset() {
    this.#work?.reset();
    this.#report.clear();
    this.#changed();
  }

  stop() {
    this.#stopping?.abort();
  }

  /**
   * Checks what the learner has done, as the Check button does.
   * @returns {Promise<Report | null>} null if it could not be checked: the element says why
   */
  async check() {
    const [exercise, work] = [this.#exercise, this.#work];
    if (!exercise || !work || this.#stopping) return null;
    const stopping = new AbortController();
    this.#stopping = stopping;
    this.#notice("check", null);
    this.#report.clear();
    work.show(null);
    const say = this.#texts.element;
    this.#showChecking(say.checking);
    try {
      const garter = needsPython(exercise) ? await this.#garter() : null;
      const report = await check(exercise, work.answer, garter ? engineOf(garter, this.packages) : noEngine, {
        say: this.#texts.check,
        signal: stopping.signal,
        onCase: (result, total) => {
          this.#report.add(result);
          this.#showChecking(say.progress({ done: this.#done(), total }));
        },
      });
      this.#conclude(report);
      return report;
    } catch (error) {
      const texts = textsFor(this.#language);
      const message =
        error instanceof GarterError ? error.in(texts) : error instanceof Error ? error.message : String(error);
      this.#notice("check", message);
      this.#view.announce(message);
      return null;
    } finally {
      this.#stopping = null;
      this.#view.check.textContent = say.check;
      this.#view.check.classList.remove("is-busy");
    }
  }

  #done() {
    return this.#report.element.querySelectorAll(".case").length;
  }

  /** @param {string} text */
  #showChecking(text) {
    this.#view.check.textContent = `${this.#texts.element.stop} (${text})`;
    this.#view.check.classList.add("is-busy");
  }

  /** @returns {Promise<import("../client/garter.js").Garter>} */
  async #garter() {
    if (this.#loadGarter) return this.#loadGarter();
    const say = this.#texts.element;
    return sharedGarter({
      onProgress: ({ loaded, total }) => {
        if (this.#stopping && loaded < total) this.#showChecking(say.arriving({ part: loaded / total }));
      },
    });
  }

  /** @param {Report} report */
  #conclude(report) {
    const memory = /** @type {Remembering} */ (this.#memory);
    const sentence = this.#report.show(report);
    this.#work?.show(report);
    const wasSolved = memory.progress.isSolved;
    const isFailure = !report.isSolved && !report.isStopped && report.trouble?.of !== "exercise";
    memory.change({
      tries: memory.progress.tries + (isFailure ? 1 : 0),
      isSolved: wasSolved || report.isSolved,
      score: Math.max(memory.progress.score, report.score),
      answer: this.answer,
    });
    this.#showProgress();
    this.#view.announce(sentence);
    const { tries } = memory.progress;
    const { id, version } = this;
    this.#tell("garter:checked", { id, version, tries, ...report });
    if (report.isSolved && !wasSolved) this.#tell("garter:solved", { id, version, tries, score: report.score });
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.#host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  #save() {
    const text = this.handIn;
    if (text === null) return;
    const blob = new Blob([text], { type: "application/json" });
    this.#notice("saving", save(`${this.id}.json`, blob)?.(textsFor(this.#language)) ?? null);
  }

  #changed() {
    this.#memory?.changed();
    this.#showProgress();
  }

  /** What was typed in another tab. @param {() => void} take */
  #offer(take) {
    const say = this.#texts.element;
    const button = make("button", { type: "button", class: "offer" }, say.takeOther);
    button.addEventListener("click", take);
    return make("span", {}, say.otherTab, " ", button);
  }

  /**
   * @param {string} about
   * @param {string | Node | null} what null if it is over
   */
  #notice(about, what) {
    if (what === null && !this.#notices.delete(about)) return;
    if (what !== null) this.#notices.set(about, what);
    this.#view.showNotices([...this.#notices.values()]);
  }

  /** @param {import("../../target/types/ErrorReport.ts").ErrorReport} error */
  async #hintOf(error) {
    const { hintFor } = await import("../hints.js").catch(() => withoutHints);
    return hintFor(error, textsFor(this.#language));
  }
}

/** An error is told all the same. */
const withoutHints = { hintFor: () => null };
