// @ts-check
// The kinds of exercise: what an answer is, and what decides whether it is right.

import { ofOutcome } from "./explain.js";
import { GAP } from "./format.js";
import { isSameOutput } from "./printed.js";

/**
 * @typedef {import("./format.js").Exercise} Exercise
 * @typedef {import("./checking.js").Answer} Answer
 * @typedef {import("./checking.js").CaseResult} CaseResult
 * @typedef {import("./checking.js").Checking} Checking
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 */

/**
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @param {Checking} checking
 * @returns {Promise<{ code: string | null, cases: CaseResult[] }>} the program that the tests have to decide about, or null
 *   and the cases that are decided
 */
export async function answerTo(exercise, answer, checking) {
  const code = (/** @type {string} */ text) => ({ code: text, cases: [] });
  const decided = (/** @type {CaseResult[]} */ ...cases) => ({ code: null, cases });
  switch (exercise.kind) {
    case "order":
      if (exercise.tests.length > 0) return code(answer.code ?? "");
      return decided(checking.decided(ofOrder(exercise, answer.code ?? "", checking)));
    case "gaps": {
      const gaps = answer.gaps ?? [];
      if (exercise.answers === null) return code(filled(exercise.start.text, gaps));
      return decided(
        ...exercise.answers.map((right, at) => checking.decided(ofGap(right, gaps[at] ?? "", at, checking))),
      );
    }
    case "predict":
      return decided(checking.decided(await ofPrediction(exercise, answer.output ?? "", checking)));
    case "choice":
      return decided(checking.decided(ofChoice(exercise, answer.chosen ?? [], checking)));
    default:
      return code(answer.code ?? "");
  }
}

/** Whether the answer is decided about by a program. @param {Exercise} exercise */
export const needsPython = ({ kind, tests, answers }) =>
  kind === "code" ||
  kind === "predict" ||
  (kind === "order" && tests.length > 0) ||
  (kind === "gaps" && answers === null);

/**
 * @param {string} text with gaps
 * @param {string[]} gaps what is written into them
 * @returns {string}
 */
export function filled(text, gaps) {
  let at = 0;
  return text.replace(GAP, (gap) => gaps[at++] || gap);
}

/**
 * The lines of a program, without those that are empty.
 * @param {string} code
 */
export const linesOf = (code) =>
  code
    .split("\n")
    .map((line) => line.trimEnd())
    .filter(Boolean);

/**
 * @param {Exercise} exercise
 * @param {string} code
 * @param {Checking} checking
 * @returns {Partial<CaseResult> & Pick<CaseResult, "name" | "status">}
 */
function ofOrder({ solution }, code, { say }) {
  const [right, given] = [linesOf(solution?.text ?? ""), linesOf(code)];
  const at = right.findIndex((line, number) => line !== given[number]);
  const name = say.theOrder;
  if (at < 0 && given.length === right.length) return { name, status: "passed" };
  if (given.length === 0) return { name, status: "failed", message: say.noLines };
  const wrong = at < 0 ? right.length : at;
  const isIndentation = given[wrong]?.trim() === right[wrong]?.trim();
  const message =
    given.length <= wrong
      ? say.moreLines({ line: wrong })
      : isIndentation
        ? say.wrongIndentation({ line: wrong + 1 })
        : say.wrongLine({ line: wrong + 1 });
  return { name, status: "failed", line: wrong + 1, message };
}

/**
 * @param {string[]} right
 * @param {string} given
 * @param {number} at
 * @param {Checking} checking
 * @returns {Partial<CaseResult> & Pick<CaseResult, "name" | "status">}
 */
function ofGap(right, given, at, { say }) {
  const name = say.gap({ number: at + 1 });
  if (right.some((one) => tokens(one) === tokens(given))) return { name, status: "passed" };
  return { name, status: "failed", message: given.trim() ? say.wrongGap({ value: given.trim() }) : say.emptyGap };
}

/** Blanks between signs do not matter; those in texts and between words do. @param {string} text */
const tokens = (text) => (text.match(/"[^"]*"|'[^']*'|[\w.]+|[^\s\w]/g) ?? []).join(" ");

/**
 * @param {Exercise} exercise
 * @param {string} predicted
 * @param {Checking} checking
 * @returns {Promise<Partial<CaseResult> & Pick<CaseResult, "name" | "status">>}
 */
async function ofPrediction(exercise, predicted, checking) {
  const { say } = checking;
  const name = say.theOutput;
  const { outcome, printed } = await checking.running.started();
  if (outcome.status === "stopped") return { name, status: "stopped", message: say.notChecked };
  // A program may be meant to fail: what it prints until then, and the name of its error, are to be predicted.
  const error = outcome.status === "exception" ? outcome.error : null;
  if (outcome.status !== "ok" && outcome.status !== "exit" && !error) {
    // What is shown is the author's: its lines are those of the file.
    const { message } = ofOutcome(outcome, "", exercise.budget, say);
    checking.fail(say.startFailed({ reason: message }), exercise.start.line);
  }
  const wanted = shown(printed, error);
  if (!wanted.trim()) checking.fail(say.nothingToPredict, exercise.start.line);
  const written = error ? withoutMessage(predicted, printed, error) : predicted;
  if (isSameOutput(wanted, written, { blanks: "ends", tolerance: null }))
    return { name, status: "passed", printed: wanted };
  if (!predicted.trim()) return { name, status: "failed", message: say.noPrediction };
  // What it prints is not told yet, only where to think again.
  const [right, given] = [wanted, written].map(linesShown);
  const at = right.findIndex((line, number) => line !== given[number]);
  return {
    name,
    status: "failed",
    got: predicted,
    message: say.otherPrediction({ line: (at < 0 ? right.length : at) + 1 }),
  };
}

/**
 * @param {string} printed
 * @param {ErrorReport | null} error with which it ends
 * @returns {string} what is to be predicted
 */
export const shown = (printed, error) =>
  error ? `${printed}${printed && !printed.endsWith("\n") ? "\n" : ""}${bare(error.type)}` : printed;

/** An exception's name without that of its module, which only tracebacks have. @param {string} type */
const bare = (type) => type.slice(type.lastIndexOf(".") + 1);

/**
 * An error is predicted by its name. Who writes its message as well, as a traceback does, has predicted it no less.
 * @param {string} predicted
 * @param {string} printed before the error
 * @param {ErrorReport} error
 * @returns {string} what was predicted, without a message after the error's name
 */
function withoutMessage(predicted, printed, { type, message }) {
  const lines = linesShown(predicted);
  // Empty lines that it has printed stand before the error's name.
  const before = printed ? printed.replace(/\n$/, "").split("\n").length : 0;
  const [name, ...rest] = lines.slice(before);
  const written = /^([\w.]+)\s*(?::|$)/.exec(name ?? "")?.[1];
  const isError = written === type || written === bare(type);
  // A message may have several lines, but no more than there are.
  if (!isError || rest.length > message.split("\n").length - 1) return predicted;
  return [...lines.slice(0, before), bare(type)].join("\n");
}

/** @param {string} text */
const linesShown = (text) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());

/**
 * @param {Exercise} exercise
 * @param {number[]} chosen
 * @param {Checking} checking
 * @returns {Partial<CaseResult> & Pick<CaseResult, "name" | "status">}
 */
function ofChoice({ choices }, chosen, { say }) {
  const name = say.theAnswer;
  const wrong = chosen.some((at) => !choices[at]?.isRight);
  if (!wrong && choices.every(({ isRight }, at) => isRight === chosen.includes(at))) return { name, status: "passed" };
  if (chosen.length === 0) return { name, status: "failed", message: say.nothingChosen };
  return { name, status: "failed", message: wrong ? say.wrongChoice : say.moreChoices };
}
