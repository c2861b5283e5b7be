// @ts-check
// Runs a snippet's cells one after the other. It knows no document of its own: on the command line, too, snippets are
// run with it.

import { fileOf, textOf } from "./references.js";

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {import("../client/run.js").RunResult} RunResult
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./view.js").Say} Say
 * @typedef {{ cell: Cell, options: RunOptions }} Step
 */

/**
 * How the last cell ended that has run.
 * @typedef {object} Played
 * @property {RunResult} result with all that the snippet has printed
 * @property {Cell} cell
 * @property {string} file how tracebacks name the reader's code
 */

/**
 * @param {Garter} garter
 * @param {Element} host the snippet
 * @param {Step[]} steps
 * @param {Session | null} session
 * @param {{ onRun: (run: Run) => void, isOver: () => boolean }} listeners `isOver` says whether nobody waits for it any more
 * @returns {Promise<Played | null>} null if nobody waits for it
 */
export async function play(garter, host, steps, session, { onRun, isOver }) {
  const printed = { stdout: "", stderr: "" };
  let file = "";
  let after = session?.kept ?? null;
  /** @type {{ result: RunResult, cell: Cell } | null} */
  let last = null;
  try {
    for (const [at, { cell, options }] of withModulesOnce(steps, session).entries()) {
      const isRefused = await breaksRules(garter, cell.source, options, after);
      const keep = !isRefused && (session !== null || at < steps.length - 1);
      const { policy: _, ...others } = options;
      const run = garter.run(cell.source, isRefused ? options : { ...(after ? others : options), after, keep });
      onRun(run);
      const result = isRefused ? { ...(await run), kept: session !== null } : await run;
      if (!isRefused) after = result.kept ? run : null;
      if (isOver()) return null;
      if (cell.role === "code" && cell.owner === host) file = result.file;
      if (cell.role !== "dependency") {
        printed.stdout += result.stdout;
        printed.stderr += result.stderr;
      }
      last = { result: { ...result, ...printed }, cell };
      if (result.status !== "ok") break;
      session?.done.add(cell.owner);
    }
    return last && { ...last, file };
  } finally {
    if (!session) after?.end();
    else if (after) session.kept = after;
    else session.forget();
  }
}

/**
 * Rules on the reader's text are given to the first program of an interpreter. One that comes later is held against them
 * beforehand; what breaks them is refused in an interpreter of its own, so that the refusal reads as ever.
 * @param {Garter} garter
 * @param {string} source
 * @param {RunOptions} options
 * @param {Run | null} after
 */
const breaksRules = async (garter, source, { policy }, after) =>
  Boolean(policy && after) && (await garter.check(source, { policy })) !== null;

/**
 * Which modules may be imported is said once for all programs in an interpreter.
 * @param {Step[]} steps
 * @param {Session | null} session
 * @returns {Step[]}
 */
function withModulesOnce(steps, session) {
  let given = session?.modules ?? "";
  const once = steps.map(({ cell, options: { modules, ...others } }) => {
    const said = JSON.stringify(modules) ?? given;
    // Another list than before is refused, and that is said.
    const options = said === given ? others : { ...others, modules };
    given = said;
    return { cell, options };
  });
  if (session) session.modules = given;
  return once;
}

/**
 * @param {Cell} cell
 * @param {Say} say
 * @returns {Promise<RunOptions>} what the attributes say of how it is run
 * @throws {import("./references.js").BrokenReferenceError}
 */
export async function optionsOf({ role, settings }, say) {
  const { around, stdin, echo } = settings;
  const { budget, modules, packages } = around ?? settings;
  // What is hidden from the reader need not keep to the rules for what the reader writes.
  if (role === "before" || role === "after")
    return { budget, modules, packages, ...(around && { files: around.files }) };
  const [files, own] = await Promise.all([
    Promise.all(settings.files.map((reference) => fileOf({ name: "files", reference, say }))),
    settings.policyId
      ? textOf({ name: "policy", reference: settings.policyId, say }).then(JSON.parse)
      : settings.policy,
  ]);
  const policy = around ? around.policy : own;
  return { budget, modules, packages, policy, stdin, files: { ...around?.files, ...Object.fromEntries(files) }, echo };
}

/** @param {RunResult} result @returns {boolean} whether a program has ended as it was meant to, or as its reader wanted */
export const hasEndedWell = ({ status, exitCode }) =>
  status === "ok" || (status === "exit" && exitCode === 0) || status === "stopped";

/**
 * @param {Cell} cell the last that has run
 * @param {Say} say
 * @returns {Promise<string | null>} what the snippet is to print; null if the page does not say it
 * @throws {import("./references.js").BrokenReferenceError}
 */
export async function expectedOf({ role, settings: { expect } }, say) {
  if (expect === null || role === "before" || role === "dependency") return null;
  return expect.startsWith("#") ? textOf({ name: "expect", reference: expect, say }) : expect;
}
