// @ts-check
// The cases of an exercise, before any of them runs.

import { TroubleError } from "./trouble.js";

/**
 * @typedef {import("./format.js").Exercise} Exercise
 * @typedef {import("./format.js").Tests} Tests
 * @typedef {import("./table.js").Row} Row
 * @typedef {import("./checking.js").Say} Say
 */

/** What is known of a case before it runs. @typedef {{ name: string | null, line: number | null, hint: string | null }} Planned */

/** The same as Python says it. @typedef {{ title: string | null, text: string | null, line: number, hint: string | null }} Found */

/** @typedef {{ tests: Tests, cases: Planned[] }} PlannedBlock */

/** @typedef {{ blocks: PlannedBlock[], names: string[] }} Plan */

/** @type {WeakMap<Exercise, Plan>} */
const plans = new WeakMap();

/**
 * The cases of an exercise, found once.
 * @param {Exercise} exercise
 * @param {(request: object) => Promise<any>} ask
 * @param {Say} say
 * @returns {Promise<Plan>}
 */
export async function planOf(exercise, ask, say) {
  const known = plans.get(exercise);
  if (known) return known;
  const { tests, start, solution, setup } = exercise;
  const written = tests.filter(({ form }) => form !== "table");
  const rows = tests.flatMap((block) => block.rows.filter(({ pattern }) => pattern !== null));
  const found = await ask({
    blocks: written.map(({ form, text }) => ({ form, text })),
    patterns: rows.map(({ pattern }) => pattern),
    programs: [start, solution, setup].map((piece) => piece?.text ?? ""),
  });
  const fail = (/** @type {string} */ message, /** @type {number | null} */ line) => {
    throw new TroubleError({ of: "exercise", message, line, error: null });
  };
  found.patterns.forEach((/** @type {string | null} */ reason, /** @type {number} */ at) => {
    if (reason !== null) fail(say.wrongPattern({ pattern: rows[at].pattern ?? "", reason }), rows[at].line);
  });
  /** @type {PlannedBlock[]} */
  const blocks = [];
  for (const block of tests) {
    if (block.form === "table") {
      blocks.push({
        tests: block,
        cases: block.rows.map((row) => ({ name: nameOf(row, block.isHidden, say), line: row.line, hint: row.hint })),
      });
      continue;
    }
    const { cases, problem } = found.blocks[written.indexOf(block)];
    const inFile = (/** @type {number} */ line) => (block.line === null ? null : block.line + line - 1);
    if (problem) {
      fail(inWords(problem, say), inFile(problem.line));
    }
    blocks.push({
      tests: block,
      cases: cases.map((/** @type {Found} */ { title, text, line, hint }) => ({
        name: title ?? (block.isHidden ? null : text),
        line: inFile(line),
        hint,
      })),
    });
  }
  const plan = { blocks, names: found.names };
  plans.set(exercise, plan);
  return plan;
}

/**
 * @param {{ reason: string, text: string }} problem of a block of tests
 * @param {Say} say
 * @returns {string}
 */
function inWords({ reason, text }, say) {
  if (reason === "empty") return say.noCase;
  if (reason === "syntax") return say.testsNoPython({ message: text });
  return say.mistakes[/** @type {keyof Say["mistakes"]} */ (reason)]({ name: text, value: "" });
}

/**
 * @param {Row} row
 * @param {boolean} isHidden
 * @param {Say} say
 * @returns {string | null}
 */
function nameOf({ name, input }, isHidden, say) {
  if (name || isHidden) return name || null;
  const lines = input.trimEnd().split("\n").join(", ");
  return input ? say.withInput({ input: lines.length > 60 ? `${lines.slice(0, 59)}…` : lines }) : null;
}
