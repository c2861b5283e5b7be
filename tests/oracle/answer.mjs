// @ts-check
// CPython 3.14 for tests/random_programs: programs come line by line, each as a JSON string, and so do the answers.

import { createInterface } from "node:readline";
import { CPython } from "./cpython.mjs";

const HASH_SEED = 0;
const ANSWER = "answer: ";

/** @type {CPython | undefined} */
let python;

for await (const line of createInterface({ input: process.stdin })) {
  python ??= await CPython.start(HASH_SEED, { isReadyForErrors: true });
  let answer;
  try {
    const { outcome, reusable } = python.run(JSON.parse(line), new Uint8Array());
    answer = { Ok: outcome };
    if (!reusable) python = undefined;
  } catch (error) {
    answer = { Err: String(error) };
    python = undefined;
  }
  process.stdout.write(`${ANSWER}${JSON.stringify(answer)}\n`);
}
