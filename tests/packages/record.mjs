// @ts-check
// Writes beside each program of tests/packages/programs what CPython 3.14 (the npm package `pyodide`) prints, with the
// wheels of target/wheels installed: node tests/packages/record.mjs [part of a name …]

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { loadPyodide } from "pyodide";

const PROGRAMS = new URL("programs/", import.meta.url);
const WHEELS = new URL("../../target/wheels/", import.meta.url);

/** The width of a terminal, and the hashes of texts, as Garter has them. */
const ENVIRONMENT = { COLUMNS: "80", PYTHONHASHSEED: "0", HOME: "/home/pyodide" };

const parts = process.argv.slice(2);
const names = readdirSync(PROGRAMS).filter((name) => name.endsWith(".py"));
const wheels = readdirSync(WHEELS).filter((name) => name.endsWith(".whl"));

for (const name of names) {
  if (parts.length > 0 && !parts.some((part) => name.includes(part))) continue;
  const python = await loadPyodide({ env: ENVIRONMENT });
  for (const wheel of wheels) python.unpackArchive(new Uint8Array(readFileSync(new URL(wheel, WHEELS))), "wheel");
  let printed = "";
  const decoder = new TextDecoder();
  python.setStdout({ write: (bytes) => ((printed += decoder.decode(bytes, { stream: true })), bytes.length) });
  python.setStderr({ write: (bytes) => bytes.length });
  const program = readFileSync(new URL(name, PROGRAMS), "utf8");
  python.FS.writeFile("main.py", program);
  // The event loop of Pyodide, and what it has imported for itself, is in no program's way.
  python.globals.set("TEXT", program);
  python.runPython(`
import sys
sys.argv = ["main.py"]
exec(compile(TEXT, "main.py", "exec"), {"__name__": "__main__", "__file__": "main.py"})
sys.stdout.flush()`);
  writeFileSync(new URL(name.replace(/\.py$/, ".stdout"), PROGRAMS), printed);
  console.log(`${fileURLToPath(new URL(name, PROGRAMS))}: ${printed.length} characters`);
}
