// @ts-check
// Stands in the dev site's worker between the interpreter's glue and our script: a trap is reported with
// where it was, and there the names of functions are.

for (const name of [
  "begin",
  "takeCore",
  "prepare",
  "check",
  "run",
  "runThread",
  "hear",
  "liftMemoryBudget",
  "reportFailure",
]) {
  const glue = /** @type {any} */ (wasm_bindgen);
  const call = glue[name];
  if (!call) throw new Error(`the interpreter exports no ${name} any more: mend xtask/src/dev/live/worker.js`);
  /** @param {unknown} error */
  const report = (error) => {
    if (error instanceof WebAssembly.RuntimeError) console.error(`Garter: ${name} has trapped.\n${error.stack}`);
    throw error;
  };
  glue[name] = (/** @type {unknown[]} */ ...values) => {
    try {
      const result = call(...values);
      return result instanceof Promise ? result.catch(report) : result;
    } catch (error) {
      return report(error);
    }
  };
}
