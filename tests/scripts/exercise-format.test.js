// Unit tests of www/exercise/format.js and what it consists of: what is read of an exercise, and what its author is
// told of mistakes. The samples are those of tests/exercises.

import assert from "node:assert/strict";
import { test } from "node:test";
import { POLICIES } from "../../www/client/facts.js";
import { assemble, GAP, parse } from "../../www/exercise/format.js";
import { KEYWORDS, schemaOf } from "../../www/exercise/schema.js";
import { split } from "../../www/exercise/split.js";
import en from "../../www/texts/en/exercise.js";
import ja from "../../www/texts/ja/exercise.js";
import { samples } from "./exercises.js";
import { table } from "./table.js";

const say = en.format;
const read = (source) => {
  const { exercise, problems } = parse(source, say);
  assert.deepEqual(problems, []);
  return exercise;
};
const good = Object.fromEntries(samples("good").map(({ name, source }) => [name, source]));

table(
  samples("good").map(({ name, source, beside }) => [`good/${name}.md comes apart as its .json says`, source, beside]),
  (source, beside) => {
    const { parts, problems } = split(source, say);
    assert.deepEqual(problems, []);
    const { frontMatter, task, blocks } = parts;
    assert.deepEqual({ frontMatter, task, blocks }, JSON.parse(beside("json")));
    read(source);
  },
);

table(
  samples("broken").map(({ name, source, beside }) => [`broken/${name}.md is told what is wrong`, source, beside]),
  (source, beside) => {
    const { exercise, problems } = parse(source, say);
    assert.equal(exercise, null);
    const told = problems.map(({ line, message }) => `${line ?? "-"}: ${message}\n`).join("");
    assert.equal(told, beside("problems"));
    // In another language there are as many, at the same lines.
    const lines = (/** @type {any[]} */ all) => all.map(({ line }) => line);
    assert.deepEqual(lines(parse(source, ja.format).problems), lines(problems));
  },
);

table(
  [
    [
      "a field that is missing has its default",
      "windows",
      ({ kind, tries, version }) => [kind, tries, version],
      ["code", 3, 1],
    ],
    ["the word never is more tries than anybody has", "greeting", ({ tries }) => tries, Number.POSITIVE_INFINITY],
    ["a budget is given as it is", "sum-even", ({ budget }) => budget, { seconds: 5 }],
    ["no budget is none", "greeting", ({ budget }) => budget, undefined],
    ["public tests and hidden ones", "sum-even", ({ tests }) => tests.map(({ isHidden }) => isHidden), [false, true]],
    ["a table and code", "greeting", ({ tests }) => tests.map(({ form }) => form), ["table", "python"]],
    ["examples", "examples", ({ tests }) => tests.map(({ form }) => form), ["doctest"]],
    ["numbers in a table as they are written", "greeting", ({ tests }) => tests[0].rows[1].input, "Grace\n1.0\n"],
    [
      "input ends its last line, nothing has none",
      "greeting",
      ({ tests }) => tests[0].rows.map(({ input }) => input),
      ["Ada\n", "Grace\n1.0\n", "", ""],
    ],
    ["numbers that are numbers", "greeting", ({ tests }) => tests[0].rows[3].tolerance, 0.01],
    ["each case with its line", "greeting", ({ tests }) => tests[0].rows.map(({ line }) => line), [16, 19, 25, 30]],
    ["files", "greeting", ({ files }) => files, { "names.txt": "Ada\nGrace\n" }],
    ["hints in their order", "sum-even", ({ hints }) => hints.map(({ line }) => line), [54, 58]],
    ["answers to gaps", "gaps", ({ answers }) => answers, [["range"], ["3", "0, 3"]]],
    ["choices", "choice", ({ choices }) => choices.map(({ isRight }) => isRight), [false, true, false]],
    ["the text around choices", "choice", ({ task }) => task.includes("You may try") && !task.includes("[x]"), true],
  ],
  (name, of, expected) => assert.deepEqual(of(read(good[name])), expected),
);

test("a gap is a word of underscores and nothing else", () => {
  const found = (text) => [...text.matchAll(GAP)].length;
  assert.deepEqual(
    ["____", "f(____)", '"____"', "______ + ____", "__init__", "a____", "___"].map(found),
    [1, 1, 1, 2, 0, 0, 0],
  );
});

test("choices in an example are no choices", () => {
  const source = good.choice.replace("- [ ] `int`", "```\n- [x] no\n```\n\n- [ ] `int`");
  assert.equal(read(source).choices.length, 3);
});

table(
  [
    [
      "hints",
      "",
      "```markdown hint\nx\n```\n".repeat(21) + "```python tests\nassert 1\n```\n",
      "There are 21 hints; 20",
    ],
    ["lines", "kind: order\n", `\`\`\`python solution\n${"x = 1\n".repeat(101)}\`\`\`\n`, "There are 101 lines"],
    [
      "gaps",
      "kind: gaps\n",
      `\`\`\`python start\n${"x = ____\n".repeat(101)}\`\`\`\n\`\`\`python tests\nassert 1\n\`\`\`\n`,
      "There are 101 gaps",
    ],
    ["answers", "kind: choice\n", "- [x] a\n".repeat(31), "There are 31 answers"],
    ["rows", "", `\`\`\`yaml tests\n${"- output: 1\n".repeat(201)}\`\`\`\n`, "There are 201 cases"],
    ["characters", "", "x".repeat(1e6), "more than a megabyte"],
  ].map(([what, ...rest]) => [`more ${what} than anybody needs are refused`, ...rest]),
  (front, blocks, message) => {
    const { problems } = parse(`---\nid: a\ntitle: A\n${front}---\nTask.\n\n${blocks}`, say);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.ok(problems[0].message.includes(message), problems[0].message);
  },
);

test("YAML that is made to keep the page busy is read or refused in good time", () => {
  const begin = performance.now();
  const front = (/** @type {string} */ yaml) => parse(`---\n${yaml}\n---\nTask.\n`, say).problems[0].message;
  for (const yaml of ["[", "- ", "? ", "a: {", "!!x "]) front(yaml.repeat(2e5 / yaml.length));
  front("- a\n".repeat(1e5));
  front(Array.from({ length: 1e5 }, (_, at) => `a${at}: 1`).join("\n"));
  assert.match(front(`${"[".repeat(1e5)}${"]".repeat(1e5)}`), /YAML/);
  // Seconds would be too long, and a busy machine is no reason to fail.
  assert.ok(performance.now() - begin < 20_000);
});

test("parts that lie in no file have no lines", () => {
  const block = { name: "tests", language: "yaml", argument: "", text: "- outputs: 1\n", line: null };
  const parts = { frontMatter: { text: "id: a\n", line: null }, blocks: [block], task: "Task.\n", taskLines: [1] };
  const { problems } = assemble(parts, say);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [null, null, null],
  );
});

test("fences are those of CommonMark", () => {
  const parts = (text) => split(`---\n---\n${text}`, say).parts;
  const names = (text) => parts(text).blocks.map(({ name }) => name);
  // In a longer fence, a shorter one is text.
  assert.deepEqual(names("````markdown hint\n```python tests\n```\n````\n"), ["hint"]);
  assert.equal(parts("````markdown hint\n```python\n```\n````\n").blocks[0].text, "```python\n```\n");
  // Four blanks make code of it, a backtick in it makes text of it.
  assert.deepEqual(names("    ```python tests\n    ```\n"), []);
  assert.deepEqual(names("```python tests` is text\n"), []);
  // The fence's own indentation does not belong to the code.
  assert.equal(parts("  ```python start\n  if x:\n      y\n  ```\n").blocks[0].text, "if x:\n    y\n");
  // What other tools write after the language is none of our names.
  assert.deepEqual(names('```python title="start.py"\n```\n'), []);
});

test("the schema has no keyword that nobody reads, and the same names as Rust", () => {
  const walk = (schema) => {
    for (const [keyword, value] of Object.entries(schema)) {
      assert.ok(KEYWORDS.includes(keyword), keyword);
      if (["properties", "$defs", "patternProperties"].includes(keyword)) Object.values(value).forEach(walk);
      else if (keyword === "anyOf") value.forEach(walk);
      else if (keyword === "items" || (keyword === "additionalProperties" && value !== false)) walk(value);
    }
  };
  walk(schemaOf("frontMatter"));
  assert.deepEqual(schemaOf("frontMatter").properties.policy.anyOf[0].enum, POLICIES);
});
