// `garter check` and `garter grade` on exercises: the author's files, and what a class hands in.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { folderOf, garter } from "./command.js";

/** An exercise file. Each block is its info string and its text. */
const exercise = (front, blocks, task = "Do it.") =>
  `---\n${front}\n---\n${task}\n${blocks.map(([info, text]) => `\n\`\`\`${info}\n${text}\n\`\`\`\n`).join("")}`;

const DOUBLE = exercise("id: double\ntitle: Twice\nversion: 2\nbudget: { seconds: 1, outputKB: 64 }", [
  ["python start", "def double(n):\n    ..."],
  ["python tests", "# two\nassert double(2) == 4\n\n# a word\nassert double('ab') == 'abab'"],
  ["python hidden-tests", "# a list\nassert double([1]) == [1, 1]"],
  ["python solution", "def double(n):\n    return n * 2"],
]);

/** What `garter check` prints of files. */
async function check(files) {
  const { folder, remove } = folderOf(files);
  try {
    return await garter(["check", "."], { cwd: folder });
  } finally {
    remove();
  }
}

test("a solution has to pass, and what the learner begins with must not, of every kind", async () => {
  const files = {
    "code.md": DOUBLE,
    "order.md": exercise("id: order\ntitle: t\nkind: order", [["python solution", "x = 1\nif x:\n    print(x)"]]),
    "gaps.md": exercise("id: gaps\ntitle: t\nkind: gaps", [
      ["python start", "def f(a):\n    return ____ + ____(a)"],
      ["python tests", "assert f(-1) == 2"],
      ["python solution", "def f(a):\n    return 1 + abs(a)"],
    ]),
    "answers.md": exercise("id: answers\ntitle: t\nkind: gaps", [
      ["python start", "print(____)"],
      ["yaml answers", "- [1, 2]"],
    ]),
    "predict.md": exercise("id: predict\ntitle: t\nkind: predict", [
      ["python setup", "x = 3"],
      ["python start", "print(x)\nprint(undefined)"],
    ]),
    "choice.md": exercise("id: choice\ntitle: t\nkind: choice", [], "Which?\n\n- [ ] no\n- [x] yes\n- [x] yes, too\n"),
    "table.md": exercise("id: table\ntitle: t", [
      ["yaml tests", "- input: Ada\n  output: Hello, Ada!"],
      ["python solution", "print(f'Hello, {input()}!')"],
    ]),
    "text.md": "# No exercise\n\n```python\n1 / 0\n```\n",
  };
  const { stdout, status } = await check(files);
  assert.equal(status, 0, stdout);
  for (const id of ["code.md double", "order", "gaps", "answers", "predict", "choice", "table"]) {
    assert.ok(stdout.includes(`${id}: the solution passes`), id);
    assert.ok(stdout.includes(`${id}: the start does not pass`), id);
  }
  assert.doesNotMatch(stdout, /text\.md/);
});

test("what is wrong with an exercise is said with its place", async () => {
  const solution = ["python solution", "x = 1"];
  const start = ["python start", "x = 0"];
  const tests = ["python tests", "assert x == 1"];
  const wrong = [
    [
      "form",
      exercise("id: a\ntitel: t", [tests]),
      /\.md:3 format\n {2}---\n {2}message: "titel is not known\. Did you mean title\?"/,
    ],
    ["no tests", exercise("id: a\ntitle: t", [solution]), /There are no tests/],
    ["no front matter", "Do it.\n\n```python tests\nassert x\n```\n", /\.md:1 format/],
    ["no solution", exercise("id: a\ntitle: t", [tests]), /There is no solution, so nobody knows/],
    [
      "solution fails",
      exercise("id: a\ntitle: t", [tests, ["python solution", "x = 2"]]),
      /The solution fails 1 of 1 cases\.[\s\S]*expected 1, got 2/,
    ],
    [
      "hidden case fails",
      exercise("id: a\ntitle: t", [tests, ["python hidden-tests", "# the type\nassert x + 1 == 3"], solution]),
      /the type: [\s\S]*expected 3, got 2/,
    ],
    [
      "start passes",
      exercise("id: a\ntitle: t", [tests, solution, ["python start", "x = 1"]]),
      /there is nothing to do/,
    ],
    [
      "tests are no Python",
      exercise("id: a\ntitle: t", [["python tests", "assert x ="], solution]),
      /\.md:8 a\d+: the solution passes/,
    ],
    [
      "setup raises",
      exercise("id: a\ntitle: t", [start, ["python setup", "1 / 0"], tests, solution]),
      /ZeroDivisionError/,
    ],
    [
      "tests never end",
      exercise("id: a\ntitle: t\nbudget: { seconds: 0.5 }", [
        start,
        ["python tests", "while x: pass\nassert x == 1"],
        solution,
      ]),
      /The solution fails 1 of 1 cases/,
    ],
    [
      "tests print a megabyte",
      exercise("id: a\ntitle: t\nbudget: { outputKB: 64 }", [
        start,
        ["python tests", "print('x' * 1_000_000)\nassert x == 1"],
        solution,
      ]),
      /The solution fails 1 of 1 cases/,
    ],
    [
      "solution is no Python",
      exercise("id: a\ntitle: t", [start, tests, ["python solution", "x ="]]),
      /a\d+: the solution passes/,
    ],
    [
      "gaps do not fit",
      exercise("id: a\ntitle: t\nkind: gaps", [["python start", "x = ____"], tests, ["python solution", "y = 1"]]),
      /There is no solution/,
    ],
  ];
  // Each has an id of its own.
  const files = wrong.map(([, text], at) => [`${at}.md`, text.replace("id: a", `id: a${at}`)]);
  const { stdout: said, status } = await check(Object.fromEntries(files));
  for (const [at, [name, , pattern]] of wrong.entries()) {
    const own = said.split(/^(?=(?:not )?ok |1\.\.)/m).filter((part) => part.includes(` - ${at}.md`));
    assert.match(own.join(""), pattern, name);
    assert.match(own.join(""), /^not ok /m, name);
  }
  assert.equal(status, 1);
  const { stdout } = await check({ "a.md": DOUBLE, "b.md": DOUBLE });
  assert.match(stdout, /not ok 3 - b\.md double: the id\n {2}---\n {2}message: "a\.md has the same id/);
});

const handIn = (answer, more = {}) =>
  JSON.stringify({ format: "garter hand-in 1", exercise: "double", version: 2, answer, ...more });

test("a class is graded, and no hand-in ends the others", async () => {
  const right = "def double(n):\n    return n * 2\n";
  const { folder, at, remove } = folderOf({
    "double.md": DOUBLE,
    "class/Ada/double.py": right,
    "class/Ben/double.json": handIn({ code: right }),
    "class/a-wrong.py": "def double(n):\n    return n + n if n != 2 else 5\n",
    "class/b-endless.py": "while True:\n    pass\n",
    "class/c-no-python.py": "def double(n)\n    return\n",
    "class/d-leaves.py": "import os\nos._exit(0)\n",
    "class/e-fakes.py":
      "import builtins\nclass Any:\n    def __eq__(self, other): return True\n    def __mul__(self, n): return self\ndef double(n): return Any()\nprint = len = builtins.len = None\n",
    "class/f-prints.py": "while True:\n    print('x' * 1000)\n",
    "class/g-latin.py": Uint8Array.of(0x23, 0xe9, 0x0a),
    "class/h-empty.py": "",
    "class/i-other.json": handIn({ code: right }, { exercise: "triple" }),
    "class/j-old.json": handIn({ code: right }, { version: 1 }),
    "class/k-kind.json": handIn({ chosen: [1] }),
    "class/l-broken.json": "{",
    "class/m-not.json": '{"score": 1}',
    "class/n-text.txt": "4",
    "class/=1+2.py": "def double(n): return '\u001b[2J'\n",
    "class/notes.pdf": "no hand-in",
  });
  const words = ["grade", "class", "--exercise", "double.md", "--csv", "marks.csv"];
  const first = await garter(words, { cwd: folder });
  const csv = readFileSync(at("marks.csv"), "utf8");
  const second = await garter([...words, "--details"], { cwd: folder });
  assert.ok(second.stdout.startsWith(first.stdout), "it repeats");
  assert.equal(readFileSync(at("marks.csv"), "utf8"), csv);
  const rows = Object.fromEntries(
    csv
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((row) => [row.split(",")[0], row]),
  );
  for (const [file, said] of [
    ["Ada/double.py", /^Ada\/double\.py,double,,1,3,3,$/],
    ["Ben/double.json", /^Ben\/double\.json,double,2,1,3,3,$/],
    ["a-wrong.py", /,0\.6667,2,3,.*two: /],
    ["b-endless.py", /,0,0,\d,/],
    ["c-no-python.py", /,0,0,\d,/],
    ["d-leaves.py", /,0,0,\d,/],
    ["f-prints.py", /,0,0,\d,/],
    ["g-latin.py", /,,,,0,0,.*is not UTF-8: line 1 has the byte 0xe9/],
    ["h-empty.py", /,0,0,\d,/],
    ["i-other.json", /,triple,2,,0,0,.*another exercise, triple/],
    ["j-old.json", /,double,1,1,3,3,.*for version 1 of the exercise, which is at version 2/],
    ["k-kind.json", /,,0,0,this is no answer to an exercise of the kind code/],
    ["l-broken.json", /,,0,0,this is no hand-in of Garter/],
    ["m-not.json", /,,0,0,this is no hand-in of Garter/],
    ["n-text.txt", /,,0,0,a \.txt file is no answer to an exercise of the kind code/],
    ["'=1+2.py", /,0,0,3,/],
  ]) {
    assert.match(rows[file] ?? "", said, file);
  }
  assert.equal(rows["notes.pdf"], undefined);
  assert.ok(csv.startsWith("\ufefffile,exercise,version,score,passed,cases,remark\r\n"));
  assert.equal(first.status, 1);
  assert.match(first.stdout, /^hand-in +score +cases +remark$/m);
  assert.match(first.stdout, /^Ada\/double\.py +100 % +3\/3$/m);
  assert.match(second.stdout, /\na-wrong\.py\n {2}two: .*\n {4}expected 4, got 5/);
  assert.doesNotMatch(second.stdout, /\x1b/);
  remove();
});

test("every kind of exercise can be graded", async () => {
  for (const [front, blocks, task, answers] of [
    [
      "id: a\ntitle: t\nkind: gaps",
      [
        ["python start", "x = ____"],
        ["yaml answers", "- [1]"],
      ],
      "Do.",
      { "right.py": "x = 1\n", "right.json": { gaps: ["1"] }, "wrong.py": "x = 2\n" },
    ],
    [
      "id: a\ntitle: t\nkind: predict",
      [["python start", "print(1)"]],
      "Do.",
      { "right.txt": "1\n", "right.json": { output: "1" }, "wrong.txt": "2" },
    ],
    [
      "id: a\ntitle: t\nkind: choice",
      [],
      "Do.\n\n- [x] a\n- [ ] b\n",
      { "right.json": { chosen: [0] }, "wrong.json": { chosen: [0, 1] } },
    ],
    [
      "id: a\ntitle: t\nkind: order",
      [["python solution", "x = 1\nprint(x)"]],
      "Do.",
      { "right.py": "x = 1\nprint(x)\n", "wrong.py": "print(x)\nx = 1\n" },
    ],
  ]) {
    const files = Object.entries(answers).map(([name, answer]) => [
      `in/${name}`,
      typeof answer === "string" ? answer : handIn(answer, { exercise: "a", version: 1 }),
    ]);
    const { folder, remove } = folderOf({ "a.md": exercise(front, blocks, task), ...Object.fromEntries(files) });
    const { stdout } = await garter(["grade", "in", "-e", "a.md"], { cwd: folder });
    for (const name of Object.keys(answers)) {
      assert.match(
        stdout,
        new RegExp(`^${name} +${name.startsWith("right") ? "100" : "0"} %`, "m"),
        `${front} ${stdout}`,
      );
    }
    remove();
  }
});

test("what a lesson has saved is graded, an exercise at a time", async () => {
  const progress = (answer, version = 1) => ({
    version,
    answer,
    others: [],
    tries: 1,
    hints: 0,
    isOpen: false,
    isSolved: true,
    score: 1,
  });
  const { folder, at, remove } = folderOf({
    "double.md": DOUBLE,
    "which.md": exercise("id: which\ntitle: t\nkind: choice", [], "Which?\n\n- [x] a\n- [ ] b\n"),
    "class/Ada.json": JSON.stringify({
      format: "garter progress 1",
      exercises: {
        double: progress({ code: "def double(n): return n * 2" }, 2),
        which: progress({ chosen: [1] }),
        other: progress({ chosen: [0] }),
      },
    }),
    "class/Ben.json": JSON.stringify({ format: "garter progress 1", exercises: { which: progress({ chosen: [0] }) } }),
    "class/Cem.json": JSON.stringify({ format: "garter progress 1", exercises: [] }),
    "class/plain.py": "x = 1",
  });
  const words = ["grade", "class", "-e", "double.md", "-e", "which.md", "--csv", "marks.csv"];
  const { stdout, status } = await garter(words, { cwd: folder });
  const rows = stdout.split("\n").map((row) => row.replace(/ {2,}/g, "|"));
  assert.deepEqual(rows.slice(0, 5), [
    "hand-in|exercise|score|cases|remark",
    "Ada.json|double|100 %|3/3",
    // That the page has called it solved counts for nothing.
    "Ada.json|which|0 %|0/1|The answer: That is not right.",
    "Ben.json|double|–|0/0|there is no answer to it in this lesson",
    "Ben.json|which|100 %|1/1",
  ]);
  assert.match(stdout, /^plain\.py +– +0\/0 +a plain file does not say which exercise it is for/m);
  assert.match(readFileSync(at("marks.csv"), "utf8"), /^Ada\.json,which,1,0,0,1,/m);
  assert.equal(status, 1);
  remove();
});

test("an exercise or a hand-in that cannot be graded is said so, and the others are graded", async () => {
  const { folder, at, remove } = folderOf({
    "double.md": DOUBLE,
    // Only a run shows what is wrong with it.
    "broken.md": exercise("id: broken\ntitle: t", [["python tests", "assert (x == 1, 'no')"]]),
    "which.md": exercise("id: which\ntitle: t\nkind: choice", [], "Which?\n\n- [x] a\n- [ ] b\n- [x] c\n"),
    "gaps.md": exercise("id: gaps\ntitle: t\nkind: gaps", [
      ["python start", "x = ____"],
      ["yaml answers", "- [1]"],
    ]),
    "class/a.json": handIn({ code: "x = 1" }, { exercise: "broken", version: 1 }),
    "class/b.json": handIn({ code: "def double(n): return n * 2" }),
    "class/c.json": handIn({ chosen: [0, 2, 99] }, { exercise: "which", version: 1 }),
    "class/d.json": handIn({ chosen: [0, -1, 2] }, { exercise: "which", version: 3 }),
    "class/e.json": handIn({ chosen: [2, 0] }, { exercise: "which", version: 1 }),
    "class/f.json": handIn({ gaps: ["1", "2"] }, { exercise: "gaps", version: 1 }),
  });
  const exercises = ["double", "broken", "which", "gaps"].flatMap((name) => ["-e", `${name}.md`]);
  const { status, stdout, stderr } = await garter(["grade", "class", ...exercises, "--csv", "marks.csv"], {
    cwd: folder,
  });
  assert.equal(status, 1, stderr);
  assert.equal(stderr, "");
  for (const said of [
    /^a\.json +broken +– +0\/0 +the exercise broken cannot be checked \(line 8\): assert \(x == 1, 'no'\) can never fail/m,
    /^b\.json +double +100 %/m,
    /^c\.json +which +– +0\/0 +this names the option 99, and the exercise has 0 to 2$/m,
    /^d\.json +which +– +0\/0 +this names the option -1, and the exercise has 0 to 2; this is for version 3/m,
    /^e\.json +which +100 %/m,
    /^f\.json +gaps +– +0\/0 +this fills 2 gaps, and the exercise has 1$/m,
  ]) {
    assert.match(stdout, said);
  }
  assert.match(readFileSync(at("marks.csv"), "utf8"), /^b\.json,double,2,1,3,3,/m);
  remove();
});

test("tests that would not run are found by garter check, with their line", async () => {
  const solution = ["python solution", "x = 1"];
  const { stdout, status } = await check({
    "a.md": exercise("id: a\ntitle: t", [
      ["python tests", "assert x == 1\n\ndef test_x(n):\n    assert x == n"],
      solution,
    ]),
    "b.md": exercise("id: b\ntitle: t", [
      ["python tests", "def caught():\n    try: assert x == 2\n    except AssertionError: pass\n\ncaught()"],
      solution,
    ]),
    "c.md": exercise("id: c\ntitle: t\nkind: predict", [["python start", "x = 1"]]),
  });
  assert.equal(status, 1);
  assert.match(
    stdout,
    /a\.md:10 a: the solution passes\n {2}---\n {2}message: "Nothing gives a value to the parameters of/,
  );
  assert.match(stdout, /b: the solution passes[\s\S]*x is 1, but it should be 2/);
  assert.match(stdout, /c\.md:\d+ c: the solution passes\n {2}---\n {2}message: "The block start prints nothing/);
});

test("what cannot be graded at all is said before anything runs", async () => {
  const { folder, remove } = folderOf({
    "a.md": DOUBLE,
    "broken.md": "---\nid: a\n---\nDo it.\n",
    "class/x.py": "",
    "empty/y.md": "",
  });
  for (const [words, said] of [
    [["grade"], /needs a folder/],
    [["grade", "class"], /needs --exercise FILE/],
    [["grade", "class", "empty", "-e", "a.md"], /takes one folder/],
    [["grade", "a.md", "-e", "a.md"], /a\.md is no folder/],
    [["grade", "none", "-e", "a.md"], /there is no such file/],
    [["grade", "empty", "-e", "a.md"], /holds no hand-in/],
    [["grade", "class", "-e", "broken.md"], /broken\.md:\d+: title is missing/],
    [["grade", "class", "-e", "a.md", "--detials"], /did you mean --details/],
    [["grade", "class", "-e", "a.md", "--seconds", "0"], /budget\.seconds is 0/],
  ]) {
    const { status, stderr, stdout } = await garter(words, { cwd: folder });
    assert.match(stderr, said, words.join(" "));
    assert.equal(status, 2);
    assert.equal(stdout, "");
  }
  remove();
});
