// `garter run`: a program as a page would run it, without a browser.

import assert from "node:assert/strict";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { test } from "node:test";
import { folderOf, garter } from "./command.js";

/** Runs a program with options. */
async function run(source, options = [], more = {}) {
  const { at, remove } = folderOf({ "program.py": source });
  try {
    return await garter(["run", at("program.py"), ...options], more);
  } finally {
    remove();
  }
}

test("a program prints, reads lines, and gives its exit status", async () => {
  const source = 'import sys\nname = input("Name? ")\nprint("Hello,", name, sys.argv[1:])\nsys.exit(7)\n';
  const result = await run(source, ["--", "-a", "b"], { input: "Ada\n" });
  assert.deepEqual(result, { status: 7, stdout: "Name? Hello, Ada ['-a', 'b']\n", stderr: "" });
});

test("a program has all parts of the interpreter", async () => {
  const source = `import bz2, xml.etree.ElementTree as tree
print(bz2.decompress(bz2.compress(b"abc")), tree.fromstring("<a/>").tag)
`;
  assert.deepEqual(await run(source), { status: 0, stdout: "b'abc' a\n", stderr: "" });
});

test("the input ends where the command's own input ends", async () => {
  const result = await run("print(input())\ninput()\n", [], { input: "one" });
  assert.equal(result.stdout, "one\n");
  assert.match(result.stderr, /EOFError/);
  assert.equal(result.status, 1);
});

test("a program finds copies of a folder's files, and what it writes goes where it is told to", async () => {
  const { folder, at, remove } = folderOf({
    "program.py":
      "import data.more\nprint(open('a.txt').read())\nopen('a.txt', 'w').write('changed')\nopen('new/b.txt', 'w') if False else None\nimport os\nos.mkdir('new')\nopen('new/b.txt', 'w').write('b')\n",
    "in/a.txt": "text",
    "in/data/__init__.py": "",
    "in/data/more.py": "print('imported')\n",
    "in/.hidden": "no",
  });
  const result = await garter(["run", at("program.py"), "--files", at("in"), "--write", at("out")]);
  assert.deepEqual(result, { status: 0, stdout: "imported\ntext\n", stderr: "" });
  assert.equal(readFileSync(at("in/a.txt"), "utf8"), "text");
  assert.equal(readFileSync(at("out/a.txt"), "utf8"), "changed");
  assert.equal(readFileSync(at("out/new/b.txt"), "utf8"), "b");
  assert.ok(!existsSync(at("out/.hidden")));
  // A link in the target's place could lead out of the folder.
  symlinkSync("/", at("out/link"));
  const through = folderOf({ "program.py": "import os\nos.mkdir('link')\nopen('link/x', 'w').write('x')\n" });
  const refused = await garter(["run", through.at("program.py"), "--write", at("out")]);
  assert.equal(refused.status, 2);
  assert.match(refused.stderr, /link is a link; nothing is written through it/);
  through.remove();
  remove();
  assert.ok(folder);
});

for (const [name, source, options, status, said] of [
  ["time", "while True: pass", ["--seconds", "0.5"], 124, /ran longer than the 0.5 seconds it is allowed/],
  ["output", "while True: print('x' * 100)", ["--output", "16"], 124, /printed more than the 16 KB it is allowed/],
  ["memory", "x = [0] * 10 ** 9", ["--memory", "32"], 1, /MemoryError/],
  ["sleep", "import time\ntime.sleep(60)", ["--seconds", "0.5"], 124, /ran longer than the 0.5 seconds/],
  ["rules", "for i in range(3): print(i)", ["--policy", "no-loops"], 1, /PolicyError/],
  ["modules", "import os", ["--modules", "math,random"], 1, /os/],
  ["depth", "def f(): f()\nf()", [], 1, /RecursionError/],
  ["nesting", "exec('(' * 3000 + ')' * 3000)", [], 1, /Error/],
]) {
  test(`a program is held by its limits: ${name}`, async () => {
    const result = await run(source, options);
    assert.match(result.stderr, said);
    assert.equal(result.status, status);
  });
}

/** Imports what tracebacks need. The time that a program has after Ctrl+C must not decide whether there is one. */
const WARM = "import traceback\ntry: 1 / 0\nexcept ZeroDivisionError: traceback.format_exc()\n";

test("Ctrl+C interrupts a program, and its finally still runs", async () => {
  const source = WARM + "try:\n  print('go', flush=True)\n  while True: pass\nfinally:\n  print('end')\n";
  const result = await run(source, ["--seconds", "60"], {
    onOutput: (text, child) => text === "go\n" && child.kill("SIGINT"),
  });
  assert.equal(result.stdout, "go\nend\n");
  assert.match(result.stderr, /KeyboardInterrupt/);
  assert.equal(result.status, 130);
});

test("a second Ctrl+C ends a program that does not listen", async () => {
  const source =
    WARM +
    "import time\nprint('go', flush=True)\nwhile True:\n  try:\n    while True: pass\n  except KeyboardInterrupt:\n    print('no', flush=True)\n";
  const result = await run(source, ["--seconds", "60"], {
    onOutput: (text, child) => (text === "go\n" || text === "go\nno\n") && child.kill("SIGINT"),
  });
  assert.equal(result.stdout, "go\nno\n");
  assert.equal(result.status, 130);
});

test("Ctrl+C interrupts a program that waits for a line", async () => {
  const source = WARM + "print('go', flush=True)\ntry:\n  input()\nexcept KeyboardInterrupt:\n  print('interrupted')\n";
  const result = await run(source, [], {
    input: null,
    onOutput: (text, child) => text === "go\n" && child.kill("SIGINT"),
  });
  assert.equal(result.stdout, "go\ninterrupted\n");
});

test("with a seed a run repeats bit for bit", async () => {
  const source = "import random, time, uuid\nprint(random.random(), time.time(), uuid.uuid4())\n";
  const runs = await Promise.all([1, 2].map(() => run(source, ["--seed", "1", "--now", "2026-01-01"])));
  assert.equal(runs[0].stdout, runs[1].stdout);
  assert.match(runs[0].stdout, / 1767225600\./);
});

test("what a command cannot do is said by name", async () => {
  const { at, remove } = folderOf({
    "latin.py": Uint8Array.of(...Buffer.from("# one\nprint('caf"), 0xe9, ...Buffer.from("')\n")),
    "bom.py": "\ufeffprint('bom')\n",
    "empty.py": "",
  });
  for (const [words, said] of [
    [["run"], /needs a file/],
    [["run", at("none.py")], /none\.py cannot be read: there is no such file/],
    [["run", at("")], /is a folder; a file is needed here/],
    [["run", at("latin.py")], /latin\.py is not UTF-8: line 2 has the byte 0xe9/],
    [["run", at("empty.py"), at("bom.py")], /takes one file/],
    [["run", at("empty.py"), "--second", "3"], /no option --second; did you mean --seconds\?/],
    [["run", at("empty.py"), "--seconds"], /--seconds needs a value/],
    [["run", at("empty.py"), "--seconds", "--memory", "3"], /--seconds needs a value/],
    [["run", at("empty.py"), "--seconds", "soon"], /--seconds is "soon"; it must be a number/],
    [["run", at("empty.py"), "--seconds", "0"], /budget\.seconds is 0; it must be a number from 0\.001/],
    [["run", at("empty.py"), "--seconds", "1", "--seconds", "2"], /--seconds is given twice/],
    [["run", at("empty.py"), "--policy", "no-lops"], /did you mean no-loops\?/],
    [["run", at("empty.py"), "--modules", "a,!b"], /mixes names/],
    [["run", at("empty.py"), "--files", at("bom.py")], /is no folder/],
    [["run", at("empty.py"), "--now", "soon"], /deterministic\.now is "soon"/],
    [["rum"], /no command rum; did you mean run\?/],
  ]) {
    const result = await garter(words);
    assert.match(result.stderr, said, words.join(" "));
    assert.match(result.stderr, /^garter: /);
    assert.equal(result.status, 2, words.join(" "));
    assert.equal(result.stdout, "");
  }
  assert.deepEqual(await garter(["run", at("bom.py")]), { status: 0, stdout: "bom\n", stderr: "" });
  assert.deepEqual(await garter(["run", at("empty.py")]), { status: 0, stdout: "", stderr: "" });
  remove();
});

test("every command explains itself", async () => {
  const { stdout, status } = await garter(["--help"]);
  assert.equal(status, 0);
  const names = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name);
  assert.ok(names.includes("run"));
  for (const name of names) {
    const help = await garter([name, "--help"]);
    assert.ok(help.stdout.startsWith(`garter ${name} `), name);
    assert.equal(help.status, 0);
    for (const line of help.stdout.split("\n")) assert.ok(line.length <= 100, line);
  }
});
