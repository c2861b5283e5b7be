// @ts-check
// How a run ended, in words.

/**
 * @typedef {Omit<import("../target/types/Outcome.ts").Outcome, "files">} Outcome
 */

const DIGITS = { maximumFractionDigits: 2 };

/** @param {number} seconds */
const duration = (seconds) => `${seconds.toLocaleString("en", DIGITS)} s`;

/**
 * @param {Outcome} outcome
 * @param {{ seconds: number, memoryMB: number, outputKB: number }} budget
 * @returns {string}
 */
export function describe({ status, error, exitCode, seconds, killed }, budget) {
  const after = `after ${duration(seconds)}`;
  const where = error?.position ? ` on line ${error.position.line}` : "";
  switch (status) {
    case "ok":
      return `Finished ${after}.`;
    case "exit":
      return `Exited with code ${exitCode} ${after}.`;
    case "exception":
      return `Ended with ${error?.type}${where} ${after}.`;
    case "syntax-error":
      return `This is not Python yet: ${error?.message}`;
    case "timeout":
      return `Ended because it ran longer than the ${budget.seconds} seconds it is allowed${where && ` (it was${where})`}.`;
    case "memory":
      return `Ended because it needed more than the ${budget.memoryMB} MB of memory it is allowed.`;
    case "output-limit":
      return `Ended because it printed more than the ${budget.outputKB} KB it is allowed; the first of it is kept.`;
    case "stopped":
      return killed
        ? `Stopped ${after}. It did not end by itself, so its worker was taken away.`
        : `Stopped ${after}.`;
    case "crashed":
      return `Python itself has failed. Your program is still here, and Run works again.`;
  }
}

/**
 * @param {Outcome} outcome of a console
 * @param {{ seconds: number, memoryMB: number, outputKB: number }} budget
 * @returns {{ status: string, text: string }}
 */
export function describeConsole(outcome, budget) {
  const { status, killed } = outcome;
  if (!killed && (status === "ok" || status === "exit")) {
    return { status, text: "The console is closed." };
  }
  const why = status === "stopped" ? "It was ended." : describe(outcome, budget);
  return { status: "gone", text: `${why} The console's names are gone; its text is still here.` };
}
