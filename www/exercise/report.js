// @ts-check
// Shows what came of a check: the cases, each with what is wrong with it.

import { differenceIn } from "../snippet/difference.js";
import { compare } from "../snippet/expect.js";
import { make } from "./work/work.js";

/**
 * @typedef {import("./checking.js").CaseResult} CaseResult
 * @typedef {import("./checking.js").Report} Report
 * @typedef {typeof import("../texts/en/exercise.js").default["element"]} Say
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

/** What stands before a case, and in what colour. @type {Record<CaseResult["status"], string>} */
const SIGNS = { passed: "✓", failed: "✗", error: "✗", ended: "✗", stopped: "–" };

/** Characters of what a program has printed that are shown with a case. */
const MOST_PRINTED = 4000;

export class ReportView {
  element = make("div", { class: "report", part: "report", hidden: "" });
  #list = make("ol", { class: "cases", part: "cases" });
  #sum = make("p", { class: "sum" });
  #trouble = make("div", { class: "trouble", hidden: "" });
  #say;
  #texts;
  #hintOf;

  /**
   * @param {Say} say
   * @param {Texts} texts
   * @param {(error: import("../../target/types/ErrorReport.ts").ErrorReport) => Promise<string | null>} hintOf says in plain
   *   words what an error means
   */
  constructor(say, texts, hintOf) {
    this.#say = say;
    this.#texts = texts;
    this.#hintOf = hintOf;
    this.element.append(this.#sum, this.#trouble, this.#list);
  }

  clear() {
    this.element.hidden = true;
    this.#list.replaceChildren();
    this.#trouble.replaceChildren();
    this.#trouble.hidden = true;
    this.#sum.textContent = "";
    this.#sum.className = "sum";
  }

  /** @param {CaseResult} result of a case that has just been checked */
  add(result) {
    this.element.hidden = false;
    this.#list.append(this.#item(result));
  }

  /**
   * @param {Report} report
   * @returns {string} what screen readers hear of it
   */
  show(report) {
    const { cases, trouble, isSolved, isStopped } = report;
    this.element.hidden = false;
    const say = this.#say;
    const passed = cases.filter(({ status }) => status === "passed").length;
    const sum = isSolved
      ? say.solved
      : isStopped
        ? say.stopped
        : trouble && passed === 0
          ? trouble.of === "program"
            ? trouble.error?.type === "PolicyError"
              ? say.ruleFails
              : say.programFails
            : say.exerciseFails
          : say.passed({ passed, total: cases.length });
    this.#sum.textContent = `${isSolved ? "✓ " : ""}${sum}`;
    this.#sum.className = `sum ${isSolved ? "is-right" : "is-wrong"}`;
    // Where some cases are right, each of the others says by itself what is wrong.
    if (trouble && (trouble.of === "exercise" || passed === 0)) this.#showTrouble(trouble, cases);
    // A failed program fails every case in the same way, which is said once.
    this.#list.hidden = trouble !== null && passed === 0;
    return trouble ? `${sum} ${trouble.message}` : sum;
  }

  /**
   * @param {import("./checking.js").Trouble} trouble
   * @param {CaseResult[]} cases
   */
  #showTrouble(trouble, cases) {
    const where =
      trouble.of === "exercise" && trouble.line !== null ? `${this.#say.inFile({ line: trouble.line })} ` : "";
    const line =
      trouble.of === "program" && trouble.line !== null && !trouble.message.includes(String(trouble.line))
        ? `${this.#say.inLine({ line: trouble.line })} `
        : "";
    this.#trouble.hidden = false;
    this.#trouble.append(make("p", {}, where + line + trouble.message));
    if (trouble.error && trouble.of === "program") this.#explain(this.#trouble, trouble.error);
    const hint = cases.find(({ hint }) => hint)?.hint;
    if (hint && cases.length === 1) this.#trouble.append(this.#hint(hint));
  }

  /** @param {CaseResult} result */
  #item(result) {
    const { name, status, message, values, hint, expected, got, isOutput, error } = result;
    const say = this.#say;
    const item = make("li", { class: `case is-${status}` });
    const head = make(
      "p",
      { class: "name" },
      make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[status]),
      make("span", { class: "said" }, `${say.status[status]}: `),
      make("span", {}, name),
    );
    item.append(head);
    if (result.isHidden) head.append(make("span", { class: "tag" }, say.hidden));
    if (status === "passed") return item;
    if (message) item.append(make("p", { class: "message" }, message));
    if (isOutput && expected !== null && got !== null) item.append(this.#difference(expected, got));
    if (values.length > 0) {
      const list = make("dl", { class: "values" });
      for (const { text, value } of values)
        list.append(make("dt", {}, make("code", {}, text)), make("dd", {}, make("code", {}, value)));
      item.append(list);
    }
    if (error) this.#explain(item, error);
    // What it has printed may be what its author looks for mistakes with.
    if (result.printed.trim() && !isOutput) item.append(this.#printed(result.printed));
    if (hint) item.append(this.#hint(hint));
    return item;
  }

  /** @param {string} printed */
  #printed(printed) {
    const shown = printed.length > MOST_PRINTED ? `${printed.slice(0, MOST_PRINTED)}…` : printed;
    const summary = make("summary", {}, this.#say.printed);
    return make("details", { class: "printed" }, summary, make("pre", {}, shown));
  }

  /** @param {string} hint */
  #hint(hint) {
    return make("p", { class: "hint-of-case" }, make("b", {}, this.#say.hint), " ", hint);
  }

  /**
   * @param {string} expected
   * @param {string} got
   */
  #difference(expected, got) {
    const home = make("div", { class: "check" });
    const difference = compare(expected, got);
    if (difference) home.append(...differenceIn(difference, this.#texts.snippet.difference));
    // They differ in blanks only, which this comparison does not show.
    else {
      const visible = (/** @type {string} */ text) => text.replaceAll(" ", "·").replaceAll("\t", "→") || "∅";
      home.append(
        make("p", {}, this.#say.blanks),
        make("pre", { class: "missing" }, visible(expected)),
        make("pre", { class: "extra" }, visible(got)),
      );
    }
    return home;
  }

  /**
   * @param {HTMLElement} place
   * @param {import("../../target/types/ErrorReport.ts").ErrorReport} error
   */
  async #explain(place, error) {
    const hint = await this.#hintOf(error);
    if (hint) place.append(make("p", { class: "hint-of-error" }, hint));
  }
}
