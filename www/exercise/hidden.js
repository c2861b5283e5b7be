// @ts-check
// What a learner may see of a hidden case.

/**
 * @typedef {import("./checking.js").CaseResult} CaseResult
 * @typedef {import("./checking.js").Say} Say
 */

/**
 * @param {CaseResult} result
 * @param {Say} say
 * @returns {CaseResult} what a learner may see of a hidden case
 */
export function withoutValues(result, say) {
  const closed = { ...result, expected: null, got: null, values: [], printed: "", error: null };
  if (result.status === "failed") closed.message = say.hiddenFailed;
  if (result.status === "error" && result.error)
    closed.message = say.hiddenRaised({ type: result.error.type, line: result.line });
  return closed;
}
