// @ts-check
// Exercises on the command line: which files are some, and whether they do what they say.

import path from "node:path";
import { pathToFileURL } from "node:url";
import { PackageError } from "../client/errors.js";
import { shown } from "../exercise/answers.js";
import { check } from "../exercise/checking.js";
import { engineOf, packagesOf } from "../exercise/engine.js";
import { GAP, parse } from "../exercise/format.js";
import { Running } from "../exercise/running.js";
import { split } from "../exercise/split.js";
import { TroubleError } from "../exercise/trouble.js";
import en from "../texts/en/exercise.js";
import { Complaint } from "./complaint.js";
import { told } from "./difference.js";
import { textOf } from "./files.js";

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../exercise/checking.js").Answer} Answer
 * @typedef {import("../exercise/checking.js").Report} Report
 * @typedef {import("../exercise/format.js").Exercise} Exercise
 * @typedef {import("./report.js").Result} Result
 */

/**
 * @param {string} text of a Markdown file
 * @returns {boolean} whether it is, or wants to be, an exercise: named blocks are in nothing else
 */
export function isExercise(text) {
  const { parts } = split(text, en.format);
  return parts.blocks.length > 0 || /^kind:/m.test(parts.frontMatter?.text ?? "");
}

/**
 * Where packages of an exercise may come from: a folder around it, and hosts that the author has named.
 * @typedef {{ root: string, sites: string[] }} Origin
 */

/**
 * @param {string} file
 * @param {Origin} origin
 * @returns {{ exercise: Exercise | null, problems: import("../exercise/split.js").Problem[] }}
 */
export function readExercise(file, { root, sites }) {
  const found = parse(textOf(file), en.format);
  const { exercise } = found;
  const own = pathToFileURL(`${path.resolve(root)}${path.sep}`).href;
  if (exercise) exercise.packages = packagesOf(exercise.packages, pathToFileURL(file).href, [own, ...sites]);
  return found;
}

/**
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {Garter} garter
 * @param {boolean} [isOpen] whether what hidden cases compare may be told
 * @returns {Promise<Report>}
 */
export const checkAnswer = (exercise, answer, garter, isOpen = true) =>
  check(exercise, answer, engineOf(garter, exercise.packages), { say: en.check, isOpen });

/**
 * @param {Garter} garter
 * @param {string} file
 * @param {Origin} origin
 * @param {Map<string, string>} others the files in which ids are that were met before
 * @returns {AsyncGenerator<Result>} what is wrong with its form; or whether its solution passes and its start does not
 */
export async function* checkExercise(garter, file, origin, others) {
  const found = readExercise(file, origin);
  const id = found.exercise?.id ?? "";
  const other = others.get(id);
  if (other) {
    const problem = `${other} has the same id; progress and marks are kept by it.`;
    yield { file, line: null, name: `${id}: the id`, problem, details: [] };
  }
  if (id) others.set(id, file);
  yield* checkParsed(garter, found, { file, line: null });
}

/**
 * @param {Garter} garter
 * @param {ReturnType<typeof readExercise>} found
 * @param {{ file: string, line: number | null }} where it is
 * @returns {AsyncGenerator<Result>}
 */
export async function* checkParsed(garter, { exercise, problems }, where) {
  const place = { ...where, details: [] };
  if (!exercise) {
    for (const { line, message } of problems) {
      yield { ...place, line: line ?? where.line, name: "format", problem: message };
    }
    return;
  }
  try {
    yield* checkRead(garter, exercise, where);
  } catch (error) {
    // A package that is not there, or may not be fetched. Other exercises are checked all the same.
    if (!(error instanceof PackageError || error instanceof Complaint)) throw error;
    yield { ...place, name: `${exercise.id}: the packages`, problem: error.message };
  }
}

/**
 * @param {Garter} garter
 * @param {Exercise} exercise
 * @param {{ file: string, line: number | null }} where
 * @returns {AsyncGenerator<Result>}
 */
async function* checkRead(garter, exercise, where) {
  const place = { ...where, details: [] };
  const name = `${exercise.id}: the solution passes`;
  const solution = await solutionOf(exercise, garter);
  if (solution === null) {
    yield {
      ...place,
      name,
      problem: "There is no solution, so nobody knows whether this can be solved. Add a block called solution.",
    };
    return;
  }
  const report = await checkAnswer(exercise, solution, garter);
  if (report.isSolved) yield { ...place, name, problem: null };
  else
    yield {
      ...place,
      name,
      line: (report.trouble?.of === "exercise" ? report.trouble.line : null) ?? where.line,
      ...problemOf(report),
    };
  if (report.trouble?.of === "exercise") return;
  const problem = (await passes(exercise, startOf(exercise), garter))
    ? "What the learner begins with passes all tests: there is nothing to do."
    : null;
  yield { ...place, name: `${exercise.id}: the start does not pass`, problem };
}

/**
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {Garter} garter
 * @returns {Promise<boolean>} whether all cases pass; the first that does not decides
 */
async function passes(exercise, answer, garter) {
  const stop = new AbortController();
  const options = {
    say: en.check,
    signal: stop.signal,
    onCase: (/** @type {Report["cases"][number]} */ { status }) => status !== "passed" && stop.abort(),
  };
  return (await check(exercise, answer, engineOf(garter, exercise.packages), options)).isSolved;
}

/**
 * @param {Report} report of an answer that does not pass
 * @returns {{ problem: string, details: string[] }}
 */
function problemOf({ cases, trouble }) {
  const details = cases.filter(({ status }) => status !== "passed").flatMap(linesOf);
  if (trouble)
    return { problem: trouble.message, details: [...(trouble.error?.text.trimEnd().split("\n") ?? []), ...details] };
  const failed = cases.filter(({ status }) => status !== "passed").length;
  return { problem: `The solution fails ${failed} of ${cases.length} cases.`, details };
}

/** @param {Report["cases"][number]} result */
export function linesOf({ name, message, expected, got, isOutput, values }) {
  const compared = isOutput ? told(expected ?? "", got ?? "") : [];
  const plain = isOutput || expected === null ? [] : [`expected ${expected}, got ${got}`];
  const parts = values.map(({ text, value }) => `${text} is ${value}`);
  return [`${name}: ${message}`, ...[...plain, ...parts, ...compared].map((line) => `  ${line}`)];
}

/**
 * @param {Exercise} exercise
 * @param {Garter} garter
 * @returns {Promise<Answer | null>} the author's answer; null if there is none
 */
export async function solutionOf(exercise, garter) {
  const { kind, solution, start, answers, choices } = exercise;
  switch (kind) {
    case "choice":
      return { chosen: choices.flatMap(({ isRight }, at) => (isRight ? [at] : [])) };
    case "predict":
      return { output: await printedBy(exercise, garter) };
    case "gaps": {
      if (answers) return { gaps: answers.map(([first]) => first) };
      const gaps = solution && fillings(start.text, solution.text);
      return gaps ? { gaps } : null;
    }
    default:
      return solution && { code: solution.text };
  }
}

/**
 * @param {Exercise} exercise
 * @returns {Answer} as it is before the learner has done anything
 */
function startOf({ kind, start, solution, distractors }) {
  switch (kind) {
    case "choice":
      return { chosen: [] };
    case "predict":
      return { output: "" };
    case "gaps":
      return { gaps: [...start.text.matchAll(GAP)].map(() => "") };
    case "order":
      // As they lie before they are put in order: none is indented, and none is left out.
      return { code: `${distractors?.text ?? ""}${solution?.text ?? ""}`.replace(/^[ \t]+/gm, "") };
    default:
      return { code: start.text };
  }
}

/**
 * @param {Exercise} exercise of the kind `predict`
 * @param {Garter} garter
 * @returns {Promise<string>} what there is to predict
 */
async function printedBy(exercise, garter) {
  const running = new Running(exercise, engineOf(garter, exercise.packages), { say: en.check });
  try {
    const { outcome, printed } = await running.started();
    return shown(printed, outcome.error);
  } catch (error) {
    // What is wrong with the exercise is said when the answer is checked.
    if (error instanceof TroubleError) return "";
    throw error;
  }
}

/**
 * @param {string} start a program with gaps
 * @param {string} solution the same with something in each
 * @returns {string[] | null} what is in each; null if it is another program
 */
export function fillings(start, solution) {
  const between = start
    .trim()
    .split(GAP)
    .map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = new RegExp(`^${between.join("(.*?)")}$`).exec(solution.trim());
  return found?.slice(1) ?? null;
}
