// @ts-check
// How a run ended, in words.

import en from "../texts/en/page.js";
import { quoted } from "../texts/quoted.js";

/**
 * @typedef {Omit<import("../../target/types/Outcome.ts").Outcome, "files">} Outcome
 * @typedef {import("../texts/texts.js").Texts} Texts
 */

/** Characters of an exception's name, and of what is wrong with a text: programs choose them. */
const LONGEST_NAME = 60;
const LONGEST_MESSAGE = 200;

/**
 * @param {Outcome} outcome
 * @param {{ seconds: number, memoryMB: number, outputKB: number }} budget
 * @param {Texts} [texts]
 * @returns {string}
 */
export function describe(outcome, budget, { status: say } = en) {
  const { error, seconds, killed } = outcome;
  const line = error?.position?.line ?? null;
  switch (outcome.status) {
    case "ok":
      return say.finished({ seconds });
    case "exit":
      return say.exited({ code: outcome.exitCode, seconds });
    case "exception":
      return say.exception({ type: quoted(error?.type ?? "", LONGEST_NAME), line, seconds });
    case "syntax-error":
      return say.syntaxError({ message: quoted(error?.message ?? "", LONGEST_MESSAGE) });
    case "timeout":
      return say.timeout({ seconds: budget.seconds, line });
    case "memory":
      return say.memory({ megabytes: budget.memoryMB });
    case "output-limit":
      return say.outputLimit({ kilobytes: budget.outputKB });
    case "stopped":
      return killed ? say.killed({ seconds }) : say.stopped({ seconds });
    case "crashed":
      return say.crashed;
  }
}

/**
 * @param {Outcome} outcome of a console
 * @param {{ seconds: number, memoryMB: number, outputKB: number }} budget
 * @param {Texts} [texts]
 * @returns {{ status: string, text: string }}
 */
export function describeConsole(outcome, budget, texts = en) {
  const { status, killed } = outcome;
  const say = texts.status;
  if (!killed && (status === "ok" || status === "exit")) {
    return { status, text: say.consoleClosed };
  }
  const why = status === "stopped" ? say.consoleEnded : describe(outcome, budget, texts);
  return { status: "gone", text: say.consoleGone({ why }) };
}
