// @ts-check
// What a learner hands in: a file that says which exercise it answers. Anybody can write such a file, so it proves
// nothing: whoever grades runs the answer again.

import { GAP } from "./format.js";

/**
 * @typedef {import("./checking.js").Answer} Answer
 * @typedef {import("./format.js").Exercise} Exercise
 */

/**
 * @typedef {object} HandIn
 * @property {string} exercise its id
 * @property {number} version of the exercise
 * @property {Answer} answer
 */

/** What the file begins with, so that people and programs know it. */
const FORMAT = "garter hand-in 1";

/** No honest answer is longer: a page checks no longer text either. */
const MOST_CHARACTERS = 1 << 20;
const MOST_PARTS = 1000;

/**
 * @param {HandIn} handIn
 * @returns {string} the text of the file
 */
export const written = ({ exercise, version, answer }) =>
  `${JSON.stringify({ format: FORMAT, exercise, version, answer }, null, 2)}\n`;

/**
 * @param {string} text
 * @returns {HandIn | null} null if it is no such file
 */
export function read(text) {
  let found;
  try {
    found = JSON.parse(text);
  } catch {
    return null;
  }
  if (found?.format !== FORMAT || typeof found.exercise !== "string" || !Number.isInteger(found.version)) return null;
  const answer = answerIn(found.answer);
  return answer && { exercise: found.exercise, version: found.version, answer };
}

/**
 * @param {any} value
 * @returns {Answer | null}
 */
function answerIn(value) {
  if (typeof value !== "object" || value === null) return null;
  const { code, gaps, output, chosen } = value;
  if (isText(code)) return { code };
  if (isText(output)) return { output };
  if (isList(gaps, isText)) return { gaps };
  if (isList(chosen, (/** @type {unknown} */ one) => Number.isInteger(one))) return { chosen };
  return null;
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string" && value.length <= MOST_CHARACTERS;

/**
 * @param {unknown} value
 * @param {(one: unknown) => boolean} isRight
 */
const isList = (value, isRight) => Array.isArray(value) && value.length <= MOST_PARTS && value.every(isRight);

/** What an answer to each kind of exercise consists of. @type {Record<Exercise["kind"], keyof Answer>} */
const ANSWERS = { code: "code", order: "code", gaps: "gaps", predict: "output", choice: "chosen" };

/**
 * @param {Exercise} exercise
 * @param {Answer} answer
 * @returns {string | null} why no page can have saved it for this exercise; null if one can
 */
export function misfit({ kind, choices, start }, answer) {
  const { chosen, gaps } = answer;
  if (answer[ANSWERS[kind]] === undefined) return `this is no answer to an exercise of the kind ${kind}`;
  const beyond = chosen?.find((one) => one < 0 || one >= choices.length);
  if (kind === "choice" && beyond !== undefined) {
    return `this names the option ${beyond}, and the exercise has 0 to ${choices.length - 1}`;
  }
  const count = start.text.match(GAP)?.length ?? 0;
  if (kind === "gaps" && gaps?.length !== count) {
    return `this fills ${gaps?.length} gaps, and the exercise has ${count}`;
  }
  return null;
}
