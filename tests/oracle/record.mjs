// @ts-check
// Records what CPython 3.14 does with the programs below tests/programs, tests/cases and examples/gallery, and
// with what is typed in the console sessions below tests/consoles.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CPython } from "./cpython.mjs";

/** @typedef {import("./cpython.mjs").Outcome} Outcome */
/** @typedef {Record<string, string | null>} Recording the text of each file, null for no file */

const TESTS = dirname(dirname(fileURLToPath(import.meta.url)));
const CONSOLES = "consoles";
const FOLDERS = ["programs", "cases", CONSOLES, "../examples/gallery"];
const CONSOLE = join(TESTS, "oracle/console.py");
/** What Pyodide is not, a CPython of 64 bits, and what it has not, time zones, threads and SQLite: the machine's own python3 says it. */
const OF_THIS_MACHINE = ["cases/64_bits/", "cases/databases/", "cases/zones/", "cases/threads/"];
const HASH_SEED_TO_RECORD = 0;
const HASH_SEED_TO_CHECK = 1;

const { values: options, positionals: filters } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: "boolean", default: false },
    fresh: { type: "boolean", default: false },
  },
});

/** @returns {string[]} the programs asked for, as paths below tests/ */
function programs() {
  return FOLDERS.filter((folder) => existsSync(join(TESTS, folder)))
    .flatMap((folder) =>
      readdirSync(join(TESTS, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
    )
    .filter((path) => path.endsWith(".py") && !dirname(path).endsWith(".files"))
    .filter((path) => filters.length === 0 || filters.some((filter) => path.includes(filter)))
    .sort();
}

/** @param {string} program */
function stdinOf(program) {
  const path = join(TESTS, sibling(program, "stdin"));
  return existsSync(path) ? readFileSync(path) : new Uint8Array();
}

/**
 * What lies beside a program when it runs: the files of X.files.
 * @param {string} program
 * @returns {Record<string, string>}
 */
function filesOf(program) {
  const folder = join(TESTS, sibling(program, "files"));
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

/**
 * @param {string} program
 * @param {string} extension
 */
function sibling(program, extension) {
  return program.replace(/\.py$/, `.${extension}`);
}

/**
 * The files that stand beside a program. Absent means empty, or exit status 0.
 * @param {string} program
 * @param {Outcome} outcome
 * @returns {Recording}
 */
function recording(program, { stdout, stderr, exit }) {
  return {
    [sibling(program, "stdout")]: stdout || null,
    [sibling(program, "stderr")]: stderr || null,
    [sibling(program, "exit")]: exit === 0 ? null : `${exit}\n`,
  };
}

/**
 * What the machine's own python3 does with a program, under the hash seed 0, which Garter's runs have.
 * @param {string} program
 * @returns {Outcome}
 */
function onThisMachine(program) {
  // Where the program leaves its files.
  const cwd = mkdtempSync(join(tmpdir(), "garter-"));
  const { status, stdout, stderr, error } = spawnSync("python3", [join(TESTS, program)], {
    cwd,
    input: stdinOf(program),
    env: { ...process.env, PYTHONHASHSEED: "0" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  rmSync(cwd, { recursive: true });
  if (error) throw error;
  return { stdout, stderr, exit: status ?? 1 };
}

/** @param {Recording} files */
function write(files) {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(TESTS, path), { force: true });
    else writeFileSync(join(TESTS, path), text);
  }
}

/**
 * @param {Recording} files
 * @returns {string[]} one sentence for each file that differs
 */
function differences(files) {
  return Object.entries(files).flatMap(([path, text]) => {
    const full = join(TESTS, path);
    const recorded = existsSync(full) ? readFileSync(full, "utf8") : null;
    return recorded === text ? [] : [`${path}: recorded ${JSON.stringify(recorded)}, now ${JSON.stringify(text)}`];
  });
}

/**
 * What a recording must not hold, because it differs from run to run or from machine to machine.
 * @param {Outcome} outcome
 */
function unsteady({ stdout, stderr }) {
  const text = stdout + stderr;
  return [
    [/ at 0x[0-9a-f]+/, "a memory address"],
    [/pyodide|emscripten/i, "Pyodide's own"],
    [/\/home\//, "a path of this machine"],
  ].flatMap(([pattern, what]) => (/** @type {RegExp} */ (pattern).test(text) ? [`holds ${what}`] : []));
}

const paths = programs();
if (paths.length === 0) throw new Error(`no program's path holds ${filters.join(" or ")}`);

const hashSeed = options.check ? HASH_SEED_TO_CHECK : HASH_SEED_TO_RECORD;
/** @type {CPython | undefined} */
let python;
/** @type {string[]} */
const problems = [];

for (const path of paths) {
  try {
    if (OF_THIS_MACHINE.some((folder) => path.startsWith(folder))) {
      const recorded = recording(path, onThisMachine(path));
      if (options.check) problems.push(...differences(recorded));
      else write(recorded);
      continue;
    }
    python ??= await CPython.start(hashSeed);
    const isConsole = path.startsWith(CONSOLES);
    const source = readFileSync(isConsole ? CONSOLE : join(TESTS, path), "utf8");
    const stdin = isConsole ? readFileSync(join(TESTS, path)) : stdinOf(path);
    const files = filesOf(path);
    const { outcome, reusable } = python.run(source, stdin, { files });
    if (!reusable || options.fresh) python = undefined;

    problems.push(...unsteady(outcome).map((problem) => `${path}: ${problem}`));
    if (!outcome.stdout && !outcome.stderr) problems.push(`${path}: prints nothing, so it claims nothing`);
    const recorded = recording(path, outcome);
    if (!isConsole && stdin.length > 0 && outcome.exit === 0) {
      python ??= await CPython.start(hashSeed);
      const terminal = python.run(source, stdin, { files, echo: true });
      if (!terminal.reusable) python = undefined;
      recorded[sibling(path, "terminal")] = terminal.outcome.stdout;
    }
    if (options.check) problems.push(...differences(recorded));
    else write(recorded);
  } catch (error) {
    python = undefined;
    problems.push(`${path}: the oracle failed: ${error instanceof Error ? error.stack : error}`);
  }
}

for (const problem of problems) console.error(problem);
console.log(`${paths.length} programs ${options.check ? "checked" : "recorded"}, ${problems.length} problems`);
process.exitCode = problems.length === 0 ? 0 : 1;
