// @ts-check
// CPython 3.14 for `./garter conformance`: runs tests/conformance/runner.py with the files of a folder beside it.
//
//     node tests/conformance/oracle.mjs FOLDER REQUEST

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CPython } from "../oracle/cpython.mjs";

const [folder, request] = process.argv.slice(2);
const runner = readFileSync(new URL("runner.py", import.meta.url), "utf8");
const stdin = readFileSync(request);
const { module } = JSON.parse(stdin.toString());
const source = readFileSync(join(folder, "test", `${module.replaceAll(".", "/")}.py`), "latin1");
const python = await CPython.start(0, { isReadyForErrors: true });
// Tests of what waits need an event loop that can.
const { outcome } = python.run(runner, stdin, { folder, live: true, asyncio: /\basyncio\b/.test(source) });
process.exitCode = outcome.exit;
