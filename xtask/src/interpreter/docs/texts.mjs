// @ts-check
// Prints what CPython, as Pyodide brings it to Node, says of everything that is built into it (texts.py).

import { readFileSync } from "node:fs";
import { loadPyodide } from "pyodide";

const pyodide = await loadPyodide({ env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
pyodide.runPython(readFileSync(new URL("texts.py", import.meta.url), "utf8"));
