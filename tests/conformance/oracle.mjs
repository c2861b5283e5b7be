// @ts-check
// CPython 3.14 for `./garter conformance`: each line of the input names a folder and a request, with which
// tests/conformance/runner.py runs. To start CPython takes three times as long as most modules do.

import { readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { CPython } from "../oracle/cpython.mjs";

const OVER = '\n\x1e["over", "", ""]\n';
const runner = readFileSync(new URL("runner.py", import.meta.url), "utf8");
/** @type {CPython | undefined} */
let python;

for await (const line of createInterface({ input: process.stdin })) {
  const { folder, request } = JSON.parse(line);
  const stdin = readFileSync(request);
  const { module } = JSON.parse(stdin.toString());
  const source = readFileSync(join(folder, "test", `${module.replaceAll(".", "/")}.py`), "latin1");
  python ??= await CPython.start(0, { isReadyForErrors: true });
  // Tests of what waits need an event loop that can.
  const { reusable } = python.run(runner, stdin, { folder, live: true, asyncio: /\basyncio\b/.test(source) });
  if (!reusable) python = undefined;
  writeSync(1, OVER);
}
