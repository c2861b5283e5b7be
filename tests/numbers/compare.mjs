// @ts-check
// Numbers to the last bit: tests/numbers/calls.py in Garter, as pkg/ holds it, and in CPython 3.14.
//
//     node tests/numbers/compare.mjs          how many calls of each group have the same result
//     node tests/numbers/compare.mjs GROUP    the calls of a group that differ

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CPython } from "../oracle/cpython.mjs";

/** @typedef {"math" | "cmath" | "arithmetic" | "texts" | "statistics" | "random" | "decimal"} Group as `calls.py` names it */

/** @type {Group[]} */
export const GROUPS = ["math", "cmath", "arithmetic", "texts", "statistics", "random", "decimal"];

const CALLS = readFileSync(new URL("calls.py", import.meta.url), "utf8");
const GARTER = fileURLToPath(new URL("../../pkg/node/garter.js", import.meta.url));
/** Far more than the largest group prints. */
const MOST_BYTES = 1 << 28;

/** @param {Group} group @returns {string} */
const programOf = (group) => `${CALLS}\n\nattempt(${JSON.stringify(group)})\n`;

/** @param {Group} group @returns {string[]} a line for each call */
function ofGarter(group) {
  const folder = mkdtempSync(join(tmpdir(), "garter-"));
  const program = join(folder, "main.py");
  writeFileSync(program, programOf(group));
  const words = [GARTER, "run", program, "--seconds", "3600", "--output", "200000", "--memory", "1000"];
  const { status, stdout, stderr } = spawnSync("node", words, { encoding: "utf8", maxBuffer: MOST_BYTES });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`Garter: ${stderr}`);
  return stdout.trim().split("\n");
}

/** @param {Group} group @param {CPython} python @returns {string[]} */
function ofCPython(group, python) {
  const { outcome } = python.run(programOf(group), new Uint8Array());
  if (outcome.exit !== 0) throw new Error(`CPython: ${outcome.stderr}`);
  return outcome.stdout.trim().split("\n");
}

/** @returns {Promise<CPython>} */
export const oracle = () => CPython.start(0);

/**
 * @param {Group} group
 * @param {CPython} python
 * @returns {{ calls: number, different: { call: string, cpython: string, garter: string }[] }}
 */
export function compare(group, python) {
  const [expected, found] = [ofCPython(group, python), ofGarter(group)];
  const different = expected.flatMap((line, index) => {
    if (line === found[index]) return [];
    const [call, cpython] = line.split("\t");
    // Where one of them has not printed a line the other's follow one another no more.
    const [other, garter] = (found[index] ?? "\t").split("\t");
    return [{ call, cpython, garter: other === call ? garter : `(${other}) ${garter}` }];
  });
  return { calls: expected.length, different };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [only] = process.argv.slice(2);
  const python = await oracle();
  for (const group of GROUPS.filter((name) => only === undefined || name === only)) {
    const { calls, different } = compare(group, python);
    console.log(`${group}: ${calls - different.length} of ${calls}`);
    if (only === undefined) continue;
    for (const { call, cpython, garter } of different) console.log(`${call}\n    ${cpython}\n    ${garter}`);
  }
}
