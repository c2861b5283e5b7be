// @ts-check
// The thread of one interpreter. It runs the script that runs in a page's worker, word for word, and gives it what
// it finds there in its global scope.

import { runInThisContext } from "node:vm";
import { parentPort, workerData } from "node:worker_threads";

// The interpreter blocks on shared memory. Where a later Node can switch stacks, nothing may try to: the functions
// that would catch what happens meanwhile are replaced (xtask/src/interpreter/exceptions.rs).
for (const name of ["Suspending", "promising"]) Reflect.deleteProperty(WebAssembly, name);

const realm = /** @type {any} */ (globalThis);
realm.self = globalThis;
realm.postMessage = (/** @type {unknown} */ message) => parentPort?.postMessage(message);
parentPort?.on("message", (data) => realm.onmessage({ data }));

runInThisContext(workerData.script, { filename: "worker.js" });
