// @ts-check
// What a learner may see of a hidden case: its name, its hint as it is written, and what its program itself has done in
// words that cannot hold what it was given. An exit code, the name of an error, or a message could.

/**
 * @typedef {import("./checking.js").CaseResult} CaseResult
 * @typedef {import("./checking.js").Say} Say
 */

/**
 * @param {CaseResult} result
 * @param {string | undefined} closed what may be said of it
 * @param {Say} say
 * @returns {CaseResult}
 */
export function withoutValues(result, closed, say) {
  const { name, isHidden, status, hint, line } = result;
  const message = status === "passed" ? "" : (closed ?? say.hiddenFailed);
  const nothing = { expected: null, got: null, isOutput: false, values: [], error: null, printed: "" };
  return { name, isHidden, status, message, hint, line, ...nothing };
}
