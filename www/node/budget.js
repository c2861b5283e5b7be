// @ts-check
// Limits as options of a command. Every command that runs programs has these.

import { BUDGET } from "../client/facts.js";
import { defined } from "./defined.js";

export const BUDGET_OPTIONS = /** @type {const} */ ({
  seconds: { kind: "number", value: "N", help: `running time, without waiting for input (${BUDGET.seconds})` },
  memory: { kind: "number", value: "MB", help: `memory (${BUDGET.memoryMB})` },
  output: { kind: "number", value: "KB", help: `what may be printed (${BUDGET.outputKB})` },
});

/**
 * @param {{ seconds?: number, memory?: number, output?: number }} options
 * @returns {{ seconds?: number, memoryMB?: number, outputKB?: number }}
 */
export const budgetOf = ({ seconds, memory, output }) => defined({ seconds, memoryMB: memory, outputKB: output });
