// Sets up the interpreter and writes down its memory: node preset.mjs MODULE PACK MEMORY
// The module is the one that the compiler has written. It calls nothing of JavaScript on the way.

import { readFileSync, writeFileSync } from "node:fs";

const [modulePath, packPath, memoryPath] = process.argv.slice(2);

const module = new WebAssembly.Module(readFileSync(modulePath));
/** @type {WebAssembly.Imports} */
const imports = {};
for (const { module: room, name } of WebAssembly.Module.imports(module)) {
  imports[room] ??= {};
  imports[room][name] = () => {
    throw new Error(`setting up calls ${name}, which only a browser has`);
  };
}
const { exports } = new WebAssembly.Instance(module, imports);
const { memory, garter_preset_pack, garter_preset, garter_preset_error } = /** @type {any} */ (exports);

/** @param {number} length */
const said = (length) => {
  const start = garter_preset_error();
  const bytes = new Uint8Array(memory.buffer, start, length);
  return new TextDecoder().decode(bytes);
};

const pack = readFileSync(packPath);
const start = garter_preset_pack(pack.length);
// Only now: memory that grows is another buffer.
new Uint8Array(memory.buffer, start, pack.length).set(pack);
let length = 0;
try {
  length = garter_preset();
} catch (error) {
  console.error(String(error), said(500).split("\0")[0]);
  process.exit(1);
}
if (length > 0) {
  console.error(said(length));
  process.exit(1);
}
writeFileSync(memoryPath, new Uint8Array(memory.buffer));
