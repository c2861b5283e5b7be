// Unit tests of www/exercise/checking.js: which programs a check runs and what it makes of what they do. What the
// Python part finds is tested natively (tests/exercise.rs), both together in browsers (tests/browser/exercises.rs).

import assert from "node:assert/strict";
import { test } from "node:test";
import { filled } from "../../www/exercise/answers.js";
import { check } from "../../www/exercise/checking.js";
import { parse } from "../../www/exercise/format.js";
import { isSameOutput } from "../../www/exercise/printed.js";
import en from "../../www/texts/en/exercise.js";
import ja from "../../www/texts/ja/exercise.js";
import { table } from "./table.js";

const exerciseOf = (front, blocks) => {
  const { exercise, problems } = parse(
    `---\nid: a\ntitle: A\n${front && `${front}\n`}---\nTask.\n\n${blocks}`,
    en.format,
  );
  assert.deepEqual(problems, []);
  return exercise;
};

const OK = { status: "ok", stdout: "", error: null, exitCode: 0, kept: true, file: "<cell>" };
/** Of a case that was called: the Python part is in its traceback. */
const CALLED = [{ file: "<exercise>", function: "start", position: { line: 1 } }];
const raised = (type, message, frames = CALLED) => ({
  ...OK,
  status: "exception",
  error: { type, message, text: `${type}: ${message}`, position: null, frames },
});
const failed = (facts) => raised("_exercise.Failed", JSON.stringify(facts));

/**
 * An engine whose programs end as `play` says, which gets what a program is and the number of its interpreter.
 */
function engineOf(play, { wrong = null } = {}) {
  const log = [];
  let opened = 0;
  /** What each interpreter was told that only a case that passes tells. */
  const proofs = new Map();
  return {
    log,
    check: async () => wrong,
    open() {
      const number = ++opened;
      return {
        async run(source, options) {
          const asked = /names\["(\w+)"\]\((.*)\)\)\)\(\{"__name__": "_exercise"\}\)$/s.exec(source);
          const role = asked ? asked[1] : source.startsWith("__case_") ? "case" : "program";
          const request = asked?.[2] ? JSON.parse(JSON.parse(asked[2])) : null;
          log.push({ number, role, source, options, request });
          if (role === "prepare") proofs.set(number, request.proof);
          const played = await play({ number, role, source, options, request });
          // A case that nothing is said of passes.
          const isPassed = role === "case" && Object.keys(played).length === 0;
          return { ...OK, ...(isPassed ? raised("_exercise.Passed", proofs.get(number)) : played) };
        },
        stop: () => log.push({ number, role: "stop" }),
        end: () => log.push({ number, role: "end" }),
      };
    },
  };
}

/** Finds as many cases in Python tests as there are asserts. */
const planned = ({ blocks, patterns }) => ({
  stdout: JSON.stringify({
    blocks: blocks.map(({ text }) => ({
      cases: [...text.matchAll(/assert (.*)/g)].map(([, name]) => ({ title: null, text: name, line: 1, hint: null })),
      problem: null,
    })),
    patterns: patterns.map(() => null),
    names: ["f"],
  }),
});

const three = () => exerciseOf("budget: { seconds: 2 }", "```python tests\nassert 1\nassert 2\nassert 3\n```\n");
const playing = (play) => (facts) => (facts.role === "plan" ? planned(facts.request) : play(facts));

test("each case has an interpreter of its own, which is ended", async () => {
  const engine = engineOf(playing(() => ({})));
  const { score, isSolved, cases } = await check(three(), { code: "x = 1" }, engine, { say: en.check });
  assert.deepEqual(
    [score, isSolved, cases.map(({ name, status }) => [name, status])],
    [
      1,
      true,
      [
        ["1", "passed"],
        ["2", "passed"],
        ["3", "passed"],
      ],
    ],
  );
  const roles = (number) => engine.log.filter((one) => one.number === number).map(({ role }) => role);
  assert.deepEqual(roles(1), ["plan", "end"]);
  for (const number of [2, 3, 4]) assert.deepEqual(roles(number), ["prepare", "program", "case", "end"]);
  const program = engine.log.find(({ role }) => role === "program");
  assert.equal(program.source, "x = 1");
  assert.deepEqual(program.options.budget, { seconds: 2 });
  // What prepares a case has time enough, and is the same everywhere.
  const { options } = engine.log.find(({ role }) => role === "prepare");
  assert.equal(options.budget.seconds > 2, true);
  assert.deepEqual(options.deterministic, { seed: "a" });
});

test("the cases of an exercise are found once", async () => {
  const engine = engineOf(playing(() => ({})));
  const exercise = exerciseOf("", "```python tests\nassert 1\n```\n");
  for (let at = 0; at < 3; at += 1) await check(exercise, { code: "" }, engine, { say: en.check });
  assert.equal(engine.log.filter(({ role }) => role === "plan").length, 1);
});

test("a case that never ends fails, and the others still run", async () => {
  const frames = [{ file: "<cell>", function: "f", position: { line: 3 } }];
  const timeout = { ...raised("TimeoutError", "", frames), status: "timeout", kept: false };
  const engine = engineOf(playing(({ role, number }) => (role === "case" && number === 3 ? timeout : {})));
  const { cases, score, trouble } = await check(three(), { code: "" }, engine, { say: en.check });
  assert.deepEqual(
    cases.map(({ status }) => status),
    ["passed", "ended", "passed"],
  );
  assert.match(cases[1].message, /did not come to an end within 2 s.*line 3/);
  assert.deepEqual([Math.round(score * 100), trouble], [67, null]);
});

test("a program that does not run to its end is run once, and every case says so", async () => {
  const frames = [{ file: "<cell>", function: "<module>", position: { line: 2 } }];
  const engine = engineOf(
    playing(({ role }) => (role === "program" ? raised("NameError", "name 'y' is not defined", frames) : {})),
  );
  const { cases, trouble } = await check(three(), { code: "" }, engine, { say: en.check });
  assert.deepEqual(
    cases.map(({ status, line }) => [status, line]),
    Array(3).fill(["error", 2]),
  );
  assert.equal(trouble?.of, "program");
  assert.equal(engine.log.filter(({ role }) => role === "program").length, 1);
});

test("a program that ends itself leaves its names to the tests", async () => {
  const engine = engineOf(playing(({ role }) => (role === "program" ? { status: "exit" } : {})));
  assert.equal((await check(three(), { code: "exit()" }, engine, { say: en.check })).isSolved, true);
  const inside = engineOf(playing(({ role }) => (role === "case" ? { status: "exit", exitCode: 3 } : {})));
  const { cases } = await check(three(), { code: "" }, inside, { say: en.check });
  assert.match(cases[0].message, /ended itself with exit code 3/);
});

test("what breaks a rule or is no Python is not run", async () => {
  const wrong = { type: "PolicyError", message: "Use a loop.", position: { line: 4 }, frames: [], text: "" };
  const engine = engineOf(
    playing(() => assert.fail("nothing runs")),
    { wrong },
  );
  const { cases, score, trouble } = await check(three(), { code: "" }, engine, { say: en.check });
  assert.deepEqual([cases, score, trouble?.message, trouble?.line], [[], 0, "Use a loop.", 4]);
});

test("each mistake in tests has words, and its line in the file", async () => {
  for (const { check: say } of [en, ja]) {
    for (const reason of [...Object.keys(say.mistakes), "empty"]) {
      const problem = { reason, line: 2, text: "test_a" };
      const engine = engineOf(() => ({
        stdout: JSON.stringify({ blocks: [{ cases: [], problem }], patterns: [], names: [] }),
      }));
      const exercise = exerciseOf("", "```python tests\nx = 1\nassert x\n```\n");
      const { trouble } = await check(exercise, { code: "" }, engine, { say });
      assert.deepEqual([trouble?.of, trouble?.line], ["exercise", 9]);
      assert.ok(trouble?.message && !/undefined/.test(trouble.message), reason);
    }
  }
});

test("what is no Python is told with its line, and without the name of a file", async () => {
  const wrong = { type: "SyntaxError", message: "invalid syntax (main.py, line 4)", position: { line: 4 }, frames: [] };
  const engine = engineOf(
    playing(() => assert.fail("nothing runs")),
    { wrong },
  );
  const { trouble } = await check(three(), { code: "" }, engine, { say: en.check });
  assert.deepEqual([trouble?.line, trouble?.message], [4, "This is not Python yet: “invalid syntax”, in line 4."]);
});

test("a setup that fails is the author's trouble, with its line in the file", async () => {
  const exercise = exerciseOf("", "```python setup\nx = 1\n1 / 0\n```\n\n```python tests\nassert 1\n```\n");
  const broken = { ...raised("ZeroDivisionError", "division by zero") };
  broken.error.position = { line: 2 };
  const engine = engineOf(playing(({ source }) => (source.includes("1 / 0") ? broken : {})));
  const { trouble, isSolved } = await check(exercise, { code: "" }, engine, { say: en.check });
  assert.deepEqual([trouble?.of, trouble?.line, isSolved], ["exercise", 9, false]);
  assert.match(trouble?.message ?? "", /setup.*ZeroDivisionError/);
  assert.doesNotMatch(trouble?.message ?? "", /your program/);
});

test("tests that do not parse are the author's trouble, with their line in the file", async () => {
  const problem = { reason: "syntax", line: 2, text: "invalid syntax" };
  const engine = engineOf(() => ({
    stdout: JSON.stringify({ blocks: [{ cases: [], problem }], patterns: [], names: [] }),
  }));
  const exercise = exerciseOf("", "```python tests\nx = 1\nassert (\n```\n");
  const { trouble } = await check(exercise, { code: "" }, engine, { say: en.check });
  assert.deepEqual([trouble?.of, trouble?.line], ["exercise", 9]);
});

test("a hidden case shows its name and its hint, and no values", async () => {
  const exercise = exerciseOf("", "```python hidden-tests\nassert f(3) == 9\n```\n");
  const facts = {
    kind: "compare",
    operator: "==",
    left: { text: "f(3)", value: "6" },
    right: { text: "9", value: "9", isLiteral: true },
    values: [{ text: "x", value: "1" }],
    hint: "Squares!",
  };
  const play = playing(({ role }) => (role === "case" ? failed(facts) : {}));
  const { cases } = await check(exercise, { code: "" }, engineOf(play), { say: en.check });
  // A hint that was computed may tell a value; one that is written there is shown.
  assert.deepEqual([cases[0].name, cases[0].hint, cases[0].message], ["Hidden case 1", "", en.check.hiddenFailed]);
  assert.equal(/[369]\b/.test(JSON.stringify({ ...cases[0], name: "" })), false);
  // The author sees them.
  const open = await check(exercise, { code: "" }, engineOf(play), { say: en.check, isOpen: true });
  assert.deepEqual([open.cases[0].expected, open.cases[0].got], ["9", "6"]);
});

table(
  [
    ["an exit code", { status: "exit", exitCode: 8413 }],
    ["the name of an error", raised("__main__.E8413", "no")],
    ["the message of an error", raised("ValueError", "8413")],
    ["what looks like a finding", failed({ kind: "messages", messages: ["8413"], hint: "8413" })],
    ["a name that is missing", failed({ kind: "undefined", name: "x8413", similar: null })],
    ["what is said", failed({ kind: "said", message: "8413" })],
    ["what is printed", { ...raised("ValueError", ""), stdout: "8413" }],
    ["a test that does not run", raised("ValueError", "8413", [...CALLED, { file: "<tests>" }])],
    ["a test that is skipped", failed({ kind: "skipped", reason: "8413" })],
    ["a test that is wrong", failed({ kind: "mistake", reason: "returns", name: "8413", value: "8413" })],
  ].map(([what, outcome]) => [`a hidden case does not tell its values by ${what}`, outcome]),
  async (outcome) => {
    const exercise = exerciseOf("", "```python hidden-tests\nassert f(8413) == 1\n```\n");
    const engine = engineOf(playing(({ role }) => (role === "case" ? outcome : {})));
    const { cases, trouble } = await check(exercise, { code: "" }, engine, { say: en.check });
    assert.equal(cases[0].status === "passed", false);
    assert.ok(cases[0].message);
    assert.doesNotMatch(JSON.stringify([{ ...cases[0], name: "" }, trouble]), /8413/);
  },
);

test("what a program reads of a hidden row is not told by other cases", async () => {
  const blocks = "```yaml hidden-tests\n- input: '8413'\n  output: ''\n```\n\n```python tests\nassert x == 1\n```\n";
  for (const [role, outcome] of [
    ["case", failed({ kind: "messages", messages: ["8413"] })],
    ["program", { ...raised("ValueError", "8413"), stdout: "8413" }],
    ["program", { status: "exit", exitCode: 8413, kept: false }],
  ]) {
    const engine = engineOf(playing((facts) => (facts.role === role ? outcome : {})));
    const { cases, trouble } = await check(exerciseOf("", blocks), { code: "" }, engine, { say: en.check });
    assert.equal(cases.length, 2);
    assert.doesNotMatch(JSON.stringify([cases, trouble]), /8413/);
    const open = await check(exerciseOf("", blocks), { code: "" }, engine, { say: en.check, isOpen: true });
    assert.match(JSON.stringify([open.cases[1], open.trouble]), /8413/);
  }
});

test("a name that is missing because the program has ended itself is told with the line", async () => {
  const missing = { kind: "undefined", name: "area", similar: null };
  let endings = 0;
  const engine = engineOf(
    playing(({ role }) => {
      if (role === "program") return { status: "exit" };
      if (role !== "case") return {};
      // Asked where it ends itself, it prints as well.
      return endings++ === 1 ? { ...OK, stdout: "printed\n\n4\n" } : failed(missing);
    }),
  );
  const { cases } = await check(three(), { code: "exit()" }, engine, { say: en.check });
  assert.match(cases[0].message, /ended itself with exit\(\) in line 4 before area was defined/);
  assert.equal(cases[0].line, 4);
});

test("a program that takes away or replaces what runs its case is told so", async () => {
  const cell = [{ file: "<cell>", function: "<module>", position: { line: 1 } }];
  for (const outcome of [
    raised("NameError", "name '__case_12__' is not defined", cell),
    raised("TypeError", "'NoneType' object is not callable", cell),
    { status: "ok" },
  ]) {
    const engine = engineOf(playing(({ role }) => (role === "case" ? outcome : {})));
    const { cases } = await check(three(), { code: "" }, engine, { say: en.check });
    assert.deepEqual([cases[0].status, cases[0].message], ["ended", en.check.noCaseLeft]);
  }
});

test("a table gives each row its input and its files, and compares what is printed", async () => {
  const exercise = exerciseOf(
    "",
    '```csv file a.csv\n1\n```\n\n```yaml tests\n- input: Ann\n  output: Hello, Ann\n- output: "3"\n  files: { b.csv: "2" }\n- input: Bob\n  pattern: B.b\n  prompts: true\n```\n',
  );
  const engine = engineOf(
    playing(({ role, options, request }) => {
      if (role === "search") return { stdout: String(request.text === "Bob") };
      return role === "program" ? { stdout: options.stdin ? options.stdin.trim() : "" } : {};
    }),
  );
  const { cases } = await check(exercise, { code: "print(input())" }, engine, { say: en.check });
  assert.deepEqual(
    cases.map(({ name, status }) => [name, status]),
    [
      ["Input: Ann", "failed"],
      ["Case 2", "failed"],
      ["Input: Bob", "passed"],
    ],
  );
  assert.deepEqual([cases[0].expected, cases[0].got, cases[0].isOutput], ["Hello, Ann", "Ann", true]);
  assert.equal(cases[1].message, en.check.noOutput);
  const first = (number) => engine.log.find((one) => one.number === number);
  assert.deepEqual(first(3).options.files, { "a.csv": "1\n", "b.csv": "2" });
  // Questions are kept out of the output only where they are no part of it.
  assert.deepEqual([first(2).role, first(4).source], ["quiet", ""]);
});

test("a pattern that never ends on an output fails that case only", async () => {
  const exercise = exerciseOf("", "```yaml tests\n- pattern: '^(a+)+$'\n- output: aab\n```\n");
  const engine = engineOf(
    playing(({ role }) => (role === "search" ? { status: "timeout" } : role === "program" ? { stdout: "aab" } : {})),
  );
  const { cases, trouble } = await check(exercise, { code: "" }, engine, { say: en.check });
  assert.deepEqual(
    cases.map(({ status }) => status),
    ["ended", "passed"],
  );
  assert.match(cases[0].message, /^The pattern \^\(a\+\)\+\$ was not done with the output after 20 s.*author/);
  assert.equal(trouble, null);
});

test("other tests beside a table read what its first row gives", async () => {
  const blocks = "```yaml tests\n- input: Ann\n  output: Ann\n```\n\n```python tests\nassert 1\n```\n";
  const engine = engineOf(playing(({ role }) => (role === "program" ? { stdout: "Ann" } : {})));
  const { isSolved } = await check(exerciseOf("", blocks), { code: "" }, engine, { say: en.check });
  assert.equal(isSolved, true);
  const given = engine.log.filter(({ role, options }) => role === "program" && options.stdin !== undefined);
  assert.deepEqual(
    given.map(({ options }) => options.stdin),
    ["Ann\n", "Ann\n"],
  );
  assert.equal(engine.log.find(({ role }) => role === "prepare").request.isQuiet, true);
});

table(
  ["timeout", "output-limit", "memory", "exception"].map((status) => [
    `a test that ends with ${status} by itself is not called the program's fault`,
    status,
  ]),
  async (status) => {
    const frames = [...CALLED, { file: "<tests>", function: "f", position: { line: 3 } }];
    const outcome = { ...raised("Error", "", frames), status };
    const engine = engineOf(playing(({ role }) => (role === "case" ? outcome : {})));
    const { cases, trouble } = await check(three(), { code: "" }, engine, { say: en.check });
    for (const { message } of cases) assert.match(message, /^The test itself does not run/);
    assert.equal(trouble, null);
  },
);

test("lines in order are a program where tests decide", async () => {
  const engine = engineOf(playing(() => ({})));
  const exercise = exerciseOf(
    "kind: order",
    "```python solution\nx = 1\ny = 2\n```\n\n```python tests\nassert 1\n```\n",
  );
  const { isSolved } = await check(exercise, { code: "y = 2\nx = 1\n" }, engine, { say: en.check });
  assert.equal(isSolved, true);
  assert.equal(engine.log.find(({ role }) => role === "program").source, "y = 2\nx = 1\n");
});

test("other tests beside tables read what a row gives that is not hidden", async () => {
  const blocks =
    "```yaml hidden-tests\n- input: Eve\n  output: Eve\n```\n\n```yaml tests\n- input: Ann\n  output: Ann\n```\n\n```python tests\nassert 1\n```\n";
  const engine = engineOf(playing(() => ({})));
  await check(exerciseOf("", blocks), { code: "" }, engine, { say: en.check });
  const given = engine.log.filter(({ role, options }) => role === "program" && options.stdin !== undefined);
  assert.deepEqual(
    given.map(({ options }) => options.stdin),
    ["Eve\n", "Ann\n", "Ann\n"],
  );
});

test("Stop ends what runs, and the rest is not checked", async () => {
  const stopping = new AbortController();
  const play = playing(({ role, number }) => {
    if (role === "case" && number === 3) {
      stopping.abort();
      return { ...raised("KeyboardInterrupt", ""), status: "stopped" };
    }
    return {};
  });
  const engine = engineOf(play);
  const report = await check(three(), { code: "" }, engine, { say: en.check, signal: stopping.signal });
  assert.deepEqual(
    report.cases.map(({ status }) => status),
    ["passed", "stopped", "stopped"],
  );
  assert.deepEqual([report.isStopped, report.isSolved], [true, false]);
  assert.equal(engine.log.filter(({ role }) => role === "stop").length, 1);
});

test("Stop while cases are looked for is no trouble of the exercise", async () => {
  const stopping = new AbortController();
  const engine = engineOf(({ role }) => {
    assert.equal(role, "plan");
    stopping.abort();
    return { ...raised("KeyboardInterrupt", ""), status: "stopped" };
  });
  const report = await check(three(), { code: "" }, engine, { say: en.check, signal: stopping.signal });
  assert.deepEqual([report.isStopped, report.isSolved, report.score, report.trouble], [true, false, 0, null]);
});

test("a list of allowed modules holds from the author's or the learner's code on", async () => {
  for (const [setup, given] of [
    ["", [undefined, { allow: ["math"] }, undefined]],
    ["```python setup\ny = 1\n```\n\n", [undefined, { allow: ["math"] }, undefined, undefined]],
  ]) {
    const exercise = exerciseOf("modules: { allow: [math] }", `${setup}\`\`\`python tests\nassert 1\n\`\`\`\n`);
    const engine = engineOf(playing(() => ({})));
    await check(exercise, { code: "" }, engine, { say: en.check });
    const runs = engine.log.filter(({ number, options }) => number === 2 && options);
    assert.deepEqual(
      runs.map(({ options }) => options.modules),
      given,
    );
  }
});

/** The report on an answer that no test decides about. */
const answered = (front, blocks, answer, play = () => ({})) =>
  check(exerciseOf(front, blocks), answer, engineOf(play), { say: en.check });

const ORDER = "```python solution\nfor n in x:\n    print(n)\nprint(9)\n```\n";
const GAPS = '```python start\nx = ____(____)\n```\n\n```yaml answers\n- range\n- [3, "0, 3"]\n```\n';
const CHOICE = "- [ ] one\n- [x] two\n- [x] three\n";
const START = "```python start\nprint(1)\nprint(2)\n```\n";
table(
  [
    [
      "lines in their order are right",
      "kind: order",
      ORDER,
      { code: "for n in x:\n    print(n)\n\nprint(9)" },
      ["passed"],
      "",
    ],
    [
      "the first wrong line is named",
      "kind: order",
      ORDER,
      { code: "for n in x:\nprint(9)\n    print(n)" },
      ["failed"],
      "Line 2 is the first",
    ],
    [
      "an indentation is named",
      "kind: order",
      ORDER,
      { code: "for n in x:\nprint(n)\nprint(9)" },
      ["failed"],
      "its indentation is not",
    ],
    ["lines that are missing", "kind: order", ORDER, { code: "for n in x:" }, ["failed"], "The first line is right"],
    ["gaps are cases", "kind: gaps", GAPS, { gaps: ["range", "0,3"] }, ["passed", "passed"], ""],
    [
      "a wrong gap, an empty gap",
      "kind: gaps",
      GAPS,
      { gaps: ["list"] },
      ["failed", "failed"],
      "“list” does not belong",
    ],
    ["all right answers and no other", "kind: choice", CHOICE, { chosen: [2, 1] }, ["passed"], ""],
    ["some of the right answers", "kind: choice", CHOICE, { chosen: [1] }, ["failed"], "something is missing"],
    ["a wrong answer", "kind: choice", CHOICE, { chosen: [0, 1, 2] }, ["failed"], "not right"],
    ["no answer", "kind: choice", CHOICE, { chosen: [] }, ["failed"], "No answer"],
    ["an answer that there is not", "kind: choice", CHOICE, { chosen: [1, 2, 99] }, ["failed"], "not right"],
  ],
  async (front, blocks, answer, statuses, message) => {
    const report = await answered(front, blocks, answer);
    assert.deepEqual(
      report.cases.map(({ status }) => status),
      statuses,
    );
    assert.ok(
      report.cases[0].message.startsWith(message) || report.cases[0].message.includes(message),
      report.cases[0].message,
    );
    assert.equal(
      report.isSolved,
      statuses.every((status) => status === "passed"),
    );
  },
);

table(
  [
    ["the output as it is", "1\n2", {}, "passed"],
    ["blanks at the ends of lines", "1 \n2\n\n", {}, "passed"],
    ["another output", "1\n3", {}, "failed"],
    ["an error by its name", "1\n2\nValueError: whatever", raised("ValueError", "no"), "passed"],
    ["an error of another kind", "1\n2\nTypeError: no", raised("ValueError", "no"), "failed"],
    ["an error that is no Error by name", "1\n2\nStopIteration: 3", raised("StopIteration", "3"), "passed"],
    ["and no other one", "1\n2\nStopIteration", raised("ValueError", ""), "failed"],
    ["an error of a module, by either name", "1\n2\nMyError", raised("__main__.MyError", ""), "passed"],
    ["as a traceback names it", "1\n2\njson.JSONDecodeError: x", raised("json.JSONDecodeError", "x"), "passed"],
    ["a message of several lines", "1\n2\nValueError: a\nb\n", raised("ValueError", "a\nb"), "passed"],
    ["and nothing after it", "1\n2\nValueError: a\n2", raised("ValueError", "a"), "failed"],
    ["an error in the wrong line", "1\nValueError: a\n2", raised("ValueError", "a"), "failed"],
    ["an error that only begins so", "1\n2\nValueErrors", raised("ValueError", ""), "failed"],
    ["no prediction", " ", {}, "failed"],
  ],
  async (output, outcome, status) => {
    const play = ({ source }) => (source.includes("print(1)") ? { ...outcome, stdout: "1\n2\n" } : {});
    const { cases } = await answered("kind: predict", START, { output }, play);
    assert.equal(cases[0].status, status);
    // What it prints is not told.
    if (status === "failed") assert.equal(cases[0].expected, null);
  },
);

test("a line that looks like an error is output like any other", async () => {
  const play = ({ source }) =>
    source.includes("print(1)") ? { ...raised("KeyError", "'x'"), stdout: "ValueError: 1\n\n" } : {};
  const status = async (output) => (await answered("kind: predict", START, { output }, play)).cases[0].status;
  assert.equal(await status("ValueError: 1\n\nKeyError: 'x'"), "passed");
  assert.equal(await status("ValueError\n\nKeyError"), "failed");
});

test("a program that prints nothing leaves nothing to predict", async () => {
  for (const output of ["", "\n", "None"]) {
    const { trouble, isSolved } = await answered("kind: predict", START, { output }, () => ({ stdout: "\n" }));
    assert.deepEqual([trouble?.of, trouble?.message, isSolved], ["exercise", en.check.nothingToPredict, false]);
  }
  // An error is something.
  const play = ({ source }) => (source.includes("print(1)") ? { ...raised("KeyError", "'x'"), stdout: "" } : {});
  assert.equal((await answered("kind: predict", START, { output: "KeyError" }, play)).isSolved, true);
});

test("gaps are filled in their order", () => {
  assert.equal(filled("x = ____(____)", ["range", "$1"]), "x = range($1)");
  assert.equal(filled("x = ____(____)", ["", "3"]), "x = ____(3)");
});

table(
  [
    ["blanks at ends do not count", "a \n b\n\n", "a\n b", {}, true],
    ["blanks inside do", "a  b", "a b", {}, false],
    ["unless they are forgiven", "  a  b", "a b", { blanks: "forgive" }, true],
    ["or all of them count", "a \n", "a\n", { blanks: "strict" }, false],
    ["but not whether the last line is ended", "a", "a\n", { blanks: "strict" }, true],
    ["ends of lines as Windows writes them", "a\r\nb", "a\nb", { blanks: "strict" }, true],
    ["numbers may differ by the tolerance", "x = 0.3 m", "x = 0.30000000000000004 m", { tolerance: 0.01 }, true],
    ["and by no more", "1 2", "1 2.1", { tolerance: 0.05 }, false],
    ["there are as many of them", "1", "1 2", { tolerance: 5 }, false],
    ["and text stays text", "1 cm", "1 mm", { tolerance: 5 }, false],
    ["and no sign stands for a number", "1 #", "1 2", { tolerance: 5 }, false],
  ],
  (expected, printed, rules, isSame) =>
    assert.equal(isSameOutput(expected, printed, { blanks: "ends", tolerance: null, ...rules }), isSame),
);

test("each kind of finding has words in every language", async () => {
  const part = (text, value, isLiteral = false) => ({ text, value, isLiteral });
  const all = [
    ...["==", "!=", "<", "<=", ">", ">=", "is", "is not", "in", "not in"].map((operator) => ({
      kind: "compare",
      operator,
      left: part("f(1)", "2"),
      right: part("3", "3", true),
      values: [],
    })),
    { kind: "close", left: part("f(1)", "2"), right: part("3", "3"), tolerance: "0.1", values: [] },
    { kind: "truth", text: "f(1)", value: "[]", isNegated: false, values: [] },
    { kind: "truth", text: "f(1)", value: "False", isNegated: false, values: [] },
    { kind: "unittest", message: "x is not true" },
    { kind: "unittest", method: "assertEqual", left: "1", right: "2", message: "" },
    { kind: "example", text: "f(1)", expected: "1", printed: "2" },
    { kind: "messages", messages: ["one", "two"] },
    { kind: "undefined", name: "f", similar: "F" },
    { kind: "skipped", reason: "later" },
    { kind: "answer", value: "3" },
    { kind: "said", message: "no" },
    { kind: "said", message: "" },
    { kind: "unexpected" },
    { kind: "replaced" },
    ...Object.keys(en.check.mistakes).map((reason) => ({ kind: "mistake", reason, name: "test_a", value: "3" })),
  ];
  for (const { check: say } of [en, ja]) {
    for (const facts of all) {
      const exercise = exerciseOf("", "```python tests\nassert 1\n```\n");
      const play = playing(({ role }) => (role === "case" ? failed(facts) : {}));
      const { cases } = await check(exercise, { code: "" }, engineOf(play), { say });
      assert.ok(
        cases[0].message && !/undefined|null/.test(cases[0].message),
        `${JSON.stringify(facts)}: ${cases[0].message}`,
      );
    }
  }
});

test("what only looks like a finding is an exception of the program", async () => {
  const forged = [
    "no JSON",
    "null",
    "3",
    "[]",
    "{}",
    '{"kind": "compare"}',
    '{"kind": "compare", "operator": "constructor", "left": {}, "right": {}}',
    '{"kind": "toString"}',
    '{"kind": "messages", "messages": 3}',
    '{"kind": "truth", "values": {"length": 1e9}}',
  ];
  for (const message of forged) {
    const engine = engineOf(playing(({ role }) => (role === "case" ? raised("Failed", message) : {})));
    const { cases } = await check(three(), { code: "" }, engine, { say: en.check });
    assert.equal(cases[0].status, "error", message);
  }
  // What can be read is shown as text, whatever it is.
  const odd = '{"kind": "example", "text": {}, "expected": [], "printed": {"trimEnd": 1}, "hint": {}}';
  const engine = engineOf(playing(({ role }) => (role === "case" ? raised("Failed", odd) : {})));
  const { cases } = await check(three(), { code: "" }, engine, { say: en.check });
  assert.deepEqual(
    [typeof cases[0].expected, typeof cases[0].got, typeof cases[0].hint],
    ["string", "string", "string"],
  );
});

test("a case that ends without a finding has not passed", async () => {
  for (const outcome of [{ status: "ok" }, raised("_exercise.Passed", ""), raised("Passed", "guessed")]) {
    const engine = engineOf(playing(({ role }) => (role === "case" ? outcome : {})));
    const { cases, score } = await check(three(), { code: "" }, engine, { say: en.check });
    assert.deepEqual([cases[0].status === "passed", score], [false, 0], JSON.stringify(outcome));
  }
});

test("a literal on the left is what is expected", async () => {
  const facts = {
    kind: "compare",
    operator: "<",
    left: { text: "3", value: "3", isLiteral: true },
    right: { text: "f(1)", value: "2" },
    values: [],
  };
  const play = playing(({ role }) => (role === "case" ? failed(facts) : {}));
  const { cases } = await check(exerciseOf("", "```python tests\nassert 1\n```\n"), { code: "" }, engineOf(play), {
    say: en.check,
  });
  assert.equal(cases[0].message, "f(1) is 2, but it should be greater than 3.");
});
