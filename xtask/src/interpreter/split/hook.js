// What stands in a worker between the glue and our script when functions are recorded: writes down how often each function
// was called since the worker began, before the frame hears that a program has ended. One that ends with an exception
// is left out: its traceback needs half of the library, and a third of all functions.

{
  const { writeFileSync } = process.getBuiltinModule("node:fs");
  const { threadId } = process.getBuiltinModule("node:worker_threads");
  const { initSync, prepare, check, run } = wasm_bindgen;
  /** Memory that grows is another buffer. @type {() => Uint32Array} */
  let calls = () => new Uint32Array();

  wasm_bindgen.initSync = (options) => {
    const exports = initSync(options);
    calls = () => new Uint32Array(exports.memory.buffer, COUNTERS, FUNCTIONS);
    return exports;
  };

  /** What a spare does meanwhile, it does when all is there. */
  const apart =
    (work) =>
    (...words) => {
      const before = calls().slice();
      const result = work(...words);
      calls().set(before);
      return result;
    };
  wasm_bindgen.prepare = apart(prepare);
  wasm_bindgen.check = apart(check);

  let kind = "";
  wasm_bindgen.run = (program) => {
    [kind] = program.argv;
    return run(program);
  };

  const { postMessage } = self;
  self.postMessage = (message) => {
    if (message.type === "finished" && message.outcome.status === "ok") {
      writeFileSync(`${FOLDER}/${threadId}.${kind}`, calls());
    }
    postMessage(message);
  };
}
