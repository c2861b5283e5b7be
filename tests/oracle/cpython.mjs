// @ts-check
// CPython 3.14, as Pyodide brings it to Node: each program as `python main.py` would run it.

import { readFileSync, readdirSync, statSync, writeSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { loadPyodide } from "pyodide";

/**
 * What a person sees of a finished program.
 * @typedef {{ stdout: string, stderr: string, exit: number }} Outcome
 */

const HOME = "/home/pyodide";
const MAIN = `${HOME}/main.py`;
const EXIT_WHEN_FINALIZATION_FAILS = 120;

/** The library's folder in what is recorded; Pyodide's own is a zip file. */
const LIBRARY = "/lib/python3.14/";

/**
 * Puts the interpreter back to what CPython's own start leaves: Pyodide imports a third of the
 * standard library for itself, and a program must not find it in `sys.modules`.
 */
const FORGET_PYODIDE = `
def forget_pyodide():
    import sys
    names = list(sys.modules)
    kept_alive = [sys.modules.pop(name) for name in names[names.index("site") + 1:]]
    sys.meta_path[:] = [f for f in sys.meta_path if "pyodide" not in getattr(f, "__module__", type(f).__module__)
                        and "pyodide" not in type(f).__module__]
    sys.excepthook = sys.__excepthook__
    main = vars(sys.modules["__main__"])
    for name in list(main):
        if name not in ("__name__", "__doc__", "__package__", "__loader__", "__spec__", "__builtins__"):
            kept_alive.append(main.pop(name))
    return kept_alive
forget_pyodide()
`;

/**
 * Imports what CPython prints an uncaught error with. From Pyodide's zip file that takes 0.4 s, twenty times as
 * long as the rest of a short program.
 */
const PRINT_AN_ERROR = `
def print_an_error():
    import traceback
    try:
        1 / 0
    except ZeroDivisionError as error:
        "".join(traceback.format_exception(error))
print_an_error()
del print_an_error
`;

/**
 * An event loop without sockets (Emscripten has no socket pair to wake a selector with): it waits
 * by sleeping. Imported only for programs that name asyncio.
 */
const SLEEPING_EVENT_LOOP = `
def install_sleeping_loop():
    import asyncio, time
    class Selector:
        def select(self, timeout):
            if timeout:
                time.sleep(timeout)
            return []
    class Loop(asyncio.base_events.BaseEventLoop):
        def __init__(self):
            super().__init__()
            self._selector = Selector()
        def _process_events(self, events):
            pass
        def _write_to_self(self):
            pass
    class Policy(asyncio.events._BaseDefaultEventLoopPolicy):
        _loop_factory = Loop
    asyncio.events._set_event_loop_policy(Policy())
    asyncio.events._set_running_loop(None)
install_sleeping_loop()
del install_sleeping_loop
`;

/**
 * Pyodide frees Python objects when JavaScript's collector finds their proxies dead. By then our
 * rewinding has put other objects in their places.
 */
globalThis.FinalizationRegistry = /** @type {any} */ (
  class {
    register() {}
    unregister() {}
  }
);

/** A Python interpreter that can be put back to its beginning. */
export class CPython {
  #pyodide;
  #module;
  #beginning;
  /** @type {Buffer[]} */ #stdout = [];
  /** @type {Buffer[]} */ #stderr = [];

  /**
   * @param {import("pyodide").PyodideAPI} pyodide
   * @param {boolean} isReadyForErrors
   */
  constructor(pyodide, isReadyForErrors) {
    this.#pyodide = pyodide;
    this.#module = /** @type {any} */ (pyodide)._module;
    pyodide.setStdout({ write: collectInto(this.#stdout) });
    pyodide.setStderr({ write: collectInto(this.#stderr) });
    pyodide.runPython(FORGET_PYODIDE);
    if (isReadyForErrors) pyodide.runPython(PRINT_AN_ERROR);
    this.#beginning = this.#module.HEAPU8.slice();
  }

  /**
   * @param {number} hashSeed what orders sets of strings: a recorded output must not depend on it
   * @param {{ isReadyForErrors?: boolean }} [options] `isReadyForErrors`: programs find in `sys.modules` what errors
   *   are printed with, and those that end with an error are twenty times as fast
   * @returns {Promise<CPython>}
   */
  static async start(hashSeed, { isReadyForErrors = false } = {}) {
    const pyodide = await loadPyodide({
      args: ["main.py"],
      enableRunUntilComplete: false,
      env: {
        HOME,
        PYTHONINSPECT: "",
        PYTHON_COLORS: "0",
        NO_COLOR: "1",
        PYTHONIOENCODING: "utf-8:strict",
        PYTHONHASHSEED: String(hashSeed),
      },
    });
    return new CPython(pyodide, isReadyForErrors);
  }

  /**
   * Runs one program. Where this throws, the interpreter cannot be used again.
   * @param {string} source
   * @param {Uint8Array} stdin
   * @param {{ files?: Record<string, string>, folder?: string, echo?: boolean, live?: boolean, asyncio?: boolean }} [options]
   *   `files` lie beside the program, and so do copies of what is in `folder`; `echo` makes `stdout` what a terminal
   *   shows: what is typed appears where it is read; `live` passes output on at once, and the outcome has none of it;
   *   `asyncio`: the program waits in an event loop, which is otherwise guessed from its text
   * @returns {{ outcome: Outcome, reusable: boolean }}
   */
  run(source, stdin, { files = {}, folder, echo = false, live = false, asyncio = /\basyncio\b/.test(source) } = {}) {
    this.#rewind();
    if (live) this.#pyodide.setStdout({ write: (bytes) => writeSync(1, bytes) });
    if (live) this.#pyodide.setStderr({ write: (bytes) => writeSync(2, bytes) });
    const read = echo ? readLinesFrom(stdin, this.#stdout) : readFrom(stdin);
    this.#pyodide.setStdin({ read });
    if (asyncio) this.#pyodide.runPython(SLEEPING_EVENT_LOOP);
    this.#pyodide.FS.writeFile(MAIN, source);
    for (const [name, text] of Object.entries(files)) this.#pyodide.FS.writeFile(`${HOME}/${name}`, text);
    if (folder) fill(this.#pyodide.FS, HOME, folder);

    let exit;
    let reusable = true;
    try {
      exit = this.#module._run_main();
      if (this.#module._Py_FinalizeEx() < 0) exit = EXIT_WHEN_FINALIZATION_FAILS;
    } catch (error) {
      if (!isExitStatus(error)) throw error;
      // SystemExit has finalized Python and closed Emscripten's streams for good.
      exit = error.status;
      reusable = false;
    }
    return {
      outcome: { stdout: this.#asRecorded(this.#stdout), stderr: this.#asRecorded(this.#stderr), exit },
      reusable,
    };
  }

  /**
   * Text with the paths that a reader's Python has (the program is `main.py`, the library a folder), and
   * with Linux's error numbers: Emscripten has its own.
   * @param {Buffer[]} chunks
   */
  #asRecorded(chunks) {
    return Buffer.concat(chunks)
      .toString("utf8")
      .replaceAll(MAIN, "main.py")
      .replaceAll("/lib/python314.zip/", LIBRARY)
      .replace(/\[Errno (\d+)\]/g, (text, number) => {
        const name = Object.entries(this.#pyodide.ERRNO_CODES).find(([, code]) => code === Number(number))?.[0];
        const linux = name && constants.errno[/** @type {keyof typeof constants.errno} */ (name)];
        return linux === undefined ? text : `[Errno ${linux}]`;
      });
  }

  /** Memory and files as they were before the first program. */
  #rewind() {
    const memory = this.#module.HEAPU8;
    memory.set(this.#beginning);
    memory.fill(0, this.#beginning.length);

    const { FS } = this.#pyodide;
    for (const stream of FS.streams) {
      if (stream && stream.fd > 2) FS.close(stream);
    }
    for (const folder of [HOME, "/tmp"]) empty(FS, folder);
    FS.chdir(HOME);
    this.#stdout.length = 0;
    this.#stderr.length = 0;
  }
}

/**
 * @param {unknown} error
 * @returns {error is { status: number }}
 */
function isExitStatus(error) {
  return error instanceof Object && "name" in error && error.name === "ExitStatus";
}

/** @param {Buffer[]} chunks */
function collectInto(chunks) {
  return (/** @type {Uint8Array} */ bytes) => {
    chunks.push(Buffer.from(bytes));
    return bytes.length;
  };
}

/** @param {Uint8Array} bytes */
function readFrom(bytes) {
  let position = 0;
  return (/** @type {Uint8Array} */ buffer) => {
    const part = bytes.subarray(position, position + buffer.length);
    buffer.set(part);
    position += part.length;
    return part.length;
  };
}

/**
 * @param {Uint8Array} bytes
 * @param {Buffer[]} screen where each line appears when it is read
 */
function readLinesFrom(bytes, screen) {
  let position = 0;
  return (/** @type {Uint8Array} */ buffer) => {
    const end = bytes.indexOf(10, position) + 1 || bytes.length;
    const line = bytes.subarray(position, Math.min(end, position + buffer.length));
    buffer.set(line);
    screen.push(Buffer.from(line));
    position += line.length;
    return line.length;
  };
}

/**
 * @param {any} FS
 * @param {string} folder
 * @param {string} original a folder of this machine, of which it becomes a copy
 */
function fill(FS, folder, original) {
  for (const name of readdirSync(original)) {
    const [path, from] = [`${folder}/${name}`, join(original, name)];
    if (statSync(from).isDirectory()) {
      FS.mkdir(path);
      fill(FS, path, from);
    } else {
      FS.writeFile(path, readFileSync(from));
    }
  }
}

/**
 * @param {any} FS
 * @param {string} folder
 */
function empty(FS, folder) {
  for (const name of FS.readdir(folder)) {
    if (name === "." || name === "..") continue;
    const path = `${folder}/${name}`;
    if (FS.isDir(FS.lstat(path).mode)) {
      empty(FS, path);
      FS.rmdir(path);
    } else {
      FS.unlink(path);
    }
  }
}
