// @ts-check
// What a case has found, in words.

import { BUDGET, MAIN } from "../client/facts.js";

/**
 * @typedef {import("./running.js").Facts} Facts
 * @typedef {import("./engine.js").Outcome} Outcome
 * @typedef {import("./checking.js").Say} Say
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {{ text: string, value: string }} Part
 */

/** What is expected of the left side, if the sides change places. @type {Record<string, string>} */
const TURNED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=", is: "is", "is not": "is not" };

/** What is a text wherever it is there. */
const TEXTS = ["text", "value", "expected", "printed", "name", "similar", "reason", "message", "method", "tolerance"];

/** The exceptions that Python itself raises in programs of learners. */
const OF_PYTHON = new Set(
  [
    "Arithmetic Assertion Attribute EOF FileExists FileNotFound FloatingPoint Import Index IsADirectory Key Lookup Memory",
    "ModuleNotFound NotADirectory Name NotImplemented OS Overflow Permission Recursion Runtime Syntax Type UnboundLocal",
    "UnicodeDecode UnicodeEncode Unicode Value ZeroDivision",
  ].flatMap((line) => line.split(" ").map((name) => `${name}Error`)),
);

/** Values that are shown with a case, and messages of a function `check`. */
const MOST_VALUES = 8;
const MOST_MESSAGES = 20;

/**
 * @param {string} message of a case that has failed, as Python writes it
 * @param {Say} say
 * @returns {Partial<Facts> | null} null for what it does not write: a program may raise what looks like it
 */
export function explain(message, say) {
  try {
    const facts = JSON.parse(message);
    const { values, hint, messages } = facts;
    const texts = TEXTS.filter((name) => name in facts && facts[name] !== null);
    return inWords(
      {
        ...facts,
        ...Object.fromEntries(texts.map((name) => [name, String(facts[name])])),
        values: (values ?? []).slice(0, MOST_VALUES).map(part),
        hint: hint ? String(hint) : "",
        messages: (messages ?? []).slice(0, MOST_MESSAGES).map(String),
      },
      say,
    );
  } catch {
    return null;
  }
}

/** @param {any} side @returns {Part & { isLiteral: boolean }} */
const part = ({ text, value, isLiteral }) => ({
  text: String(text),
  value: String(value),
  isLiteral: isLiteral === true,
});

/**
 * @param {any} facts
 * @param {Say} say
 * @returns {Partial<Facts> | null}
 */
function inWords(facts, say) {
  const { values, hint } = facts;
  const shared = hint ? { values, hint } : { values };
  switch (facts.kind) {
    case "compare": {
      if (!Object.hasOwn(say.compare, facts.operator)) return null;
      const isTurned = facts.left.isLiteral && !facts.right.isLiteral && Object.hasOwn(TURNED, facts.operator);
      const [got, expected] = isTurned ? [part(facts.right), part(facts.left)] : [part(facts.left), part(facts.right)];
      const operator = isTurned ? TURNED[facts.operator] : facts.operator;
      const isEqual = operator === "==";
      const message = say.compare[/** @type {keyof Say["compare"]} */ (operator)]({
        text: got.text,
        value: got.value,
        expected: expected.value,
      });
      const others = withSide(values, got, expected);
      return { ...shared, values: others, message, ...(isEqual ? { expected: expected.value, got: got.value } : {}) };
    }
    case "close": {
      const isTurned = facts.left.text === facts.left.value && facts.right.text !== facts.right.value;
      const [got, expected] = isTurned ? [part(facts.right), part(facts.left)] : [part(facts.left), part(facts.right)];
      const message = say.close({
        text: got.text,
        value: got.value,
        expected: expected.value,
        tolerance: facts.tolerance,
      });
      return { ...shared, message, expected: expected.value, got: got.value };
    }
    case "truth": {
      const { text, value, isNegated } = facts;
      const wanted = isNegated ? "False" : "True";
      const isFlag = value === "True" || value === "False";
      const message = isFlag
        ? say.compare["=="]({ text, value, expected: wanted })
        : say.truth({ text, value, isNegated });
      return { ...shared, message, expected: isFlag ? wanted : null, got: value };
    }
    case "unittest": {
      const isEqual = facts.left !== undefined && /Equal$/.test(facts.method) && !/Not/.test(facts.method);
      if (!isEqual) return { values, message: say.unittest({ message: facts.message || facts.method || "" }) };
      const [got, expected] = [String(facts.left), String(facts.right)];
      const message = say.different({ value: got, expected });
      return { values, message, expected, got, ...(facts.message ? { hint: facts.message } : {}) };
    }
    case "said":
      // A message is said once: what is wrong is no hint as well.
      return {
        values,
        message: facts.message ? say.unittest({ message: facts.message }) : say.notToBeReached,
        hint: "",
      };
    case "example":
      return {
        message: say.example({ text: facts.text }),
        expected: facts.expected,
        got: facts.printed,
        isOutput: true,
      };
    case "messages":
      return { message: facts.messages.join("\n") };
    case "undefined":
      return { message: say.undefined({ name: facts.name, similar: facts.similar }), missing: facts.name };
    case "skipped":
      return { message: say.skipped({ reason: facts.reason }) };
    case "unexpected":
      return { message: say.unexpectedSuccess };
    case "replaced":
      return { message: say.noCaseLeft };
    case "mistake": {
      if (!Object.hasOwn(say.mistakes, facts.reason)) return null;
      const reason = /** @type {keyof Say["mistakes"]} */ (facts.reason);
      return {
        message: say.testFails({ reason: say.mistakes[reason]({ name: facts.name, value: facts.value ?? "" }) }),
      };
    }
    case "answer":
      return { message: say.wrongAnswer({ value: facts.value }) };
    default:
      return null;
  }
}

/**
 * What the expected value comes from is worth a line, unless it is written there.
 * @param {Part[]} values
 * @param {Part} got
 * @param {Part & { isLiteral?: boolean }} expected
 */
const withSide = (values, got, expected) =>
  expected.isLiteral || values.some(({ text }) => text === expected.text) || got.text === expected.text
    ? values
    : [...values, { text: expected.text, value: expected.value }];

/**
 * @param {Outcome} outcome of a program that did not come to its end
 * @param {string} file how tracebacks name the learner's program
 * @param {RunOptions["budget"]} budget
 * @param {Say} say
 * @param {string} [input] what it could read, if it was given some
 * @returns {Pick<Facts, "status" | "line" | "error"> & { message: string, closed: string }}
 */
export function ofOutcome({ status, error: raised, exitCode }, file, budget, say, input) {
  const position = raised?.frames.findLast((frame) => frame.file === file)?.position ?? null;
  const line = position?.line ?? null;
  // To the learner, the program is all that there is.
  const error = raised && { ...raised, position, text: raised.text.replaceAll(`File "${file}"`, `File "${MAIN}"`) };
  const isOwn = line !== null;
  const at = { line };
  // What the program has chosen itself, as an exit code, may be what a hidden case has told it.
  const type = OF_PYTHON.has(error?.type ?? "") ? (error?.type ?? null) : null;
  const ended = (/** @type {string} */ message, closed = message) => ({
    status: /** @type {const} */ ("ended"),
    line,
    error,
    message,
    closed,
  });
  switch (status) {
    case "exception":
    case "syntax-error": {
      const closed = say.hiddenRaised({ type, line });
      const isOver = error?.type === "EOFError" && isOwn;
      const message = isOver
        ? say.inputIsOver({ ...at, lines: input === undefined ? 0 : input.split("\n").length - 1 })
        : say.raised({ type: error?.type ?? "", message: error?.message ?? "", line });
      return { status: "error", line, error, message, closed };
    }
    case "timeout":
      return ended(say.endless({ ...at, seconds: budget?.seconds ?? BUDGET.seconds }));
    case "memory":
      return ended(say.tooMuchMemory(at));
    case "output-limit":
      return ended(say.tooMuchOutput(at));
    case "exit":
      return ended(say.exited({ code: exitCode }), say.exited({ code: null }));
    case "stopped":
      return { status: "stopped", line: null, error: null, message: say.notChecked, closed: say.notChecked };
    default:
      return ended(say.crashed);
  }
}
