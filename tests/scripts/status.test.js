// Unit tests of www/output/status.js: how a reader is told that a run has ended.

import assert from "node:assert/strict";
import { test } from "node:test";
import { describe, describeConsole } from "../../www/output/status.js";
import { table } from "./table.js";
import { en, ja } from "./texts.js";

const budget = { seconds: 10, memoryMB: 256, outputKB: 1024 };
const error = { type: "ValueError", message: "no", position: { line: 3 }, frames: [], text: "" };
const outcome = (status, rest = {}) => ({ status, error: null, exitCode: 0, seconds: 1.234, killed: false, ...rest });

table(
  [
    ["a program that has finished", outcome("ok"), ["1.23 s"]],
    ["a program that has exited", outcome("exit", { exitCode: 3 }), ["code 3"]],
    ["a program that has failed", outcome("exception", { error }), ["“ValueError” on line 3"]],
    [
      "a program that has failed at an unknown place",
      outcome("exception", { error: { ...error, position: null } }),
      ["“ValueError” after"],
    ],
    ["a text that is not Python", outcome("syntax-error", { error }), ["“no”"]],
    ["a program without an end", outcome("timeout", { error }), ["10 seconds", "line 3"]],
    ["a program without enough memory", outcome("memory"), ["256 MB"]],
    ["a program that prints without end", outcome("output-limit"), ["1024 KB"]],
    ["a program that was stopped", outcome("stopped"), ["Stopped after"]],
    ["a program that had to be stopped by force", outcome("stopped", { killed: true }), ["did not end by itself"]],
    ["a program that took no time to speak of", outcome("ok", { seconds: 0.004 }), ["after less than 0.1 s"]],
    ["an interpreter that has failed", outcome("crashed"), ["Python itself"]],
  ],
  (end, words) => {
    const sentence = describe(end, budget, en);
    for (const word of words) assert.ok(sentence.includes(word), `"${sentence}" contains "${word}"`);
    assert.match(describe(end, budget, ja), /[ぁ-ん]/, "in Japanese as well");
  },
);

test("one second is no seconds", () => {
  const after = (seconds) => describe(outcome("timeout"), { ...budget, seconds }, en);
  assert.match(after(1), /the 1 second it/);
  assert.match(after(0.2), /the 0\.2 seconds it/);
  assert.match(after(2), /the 2 seconds it/);
});

test("what a program calls its exception cannot pass for words of the page", () => {
  const type = `Your session has expired.\n\u202eLog in at evil.example${"!".repeat(2000)}`;
  for (const texts of [en, ja]) {
    const sentence = describe(outcome("exception", { error: { ...error, type } }), budget, texts);
    assert.ok(sentence.length < 160, sentence);
    assert.match(sentence, /[“「]Your session has expired\.\\n\\u202eLog in at evil\.example!+…[”」]/);
  }
  const message = `invalid character '\u202e'${"x".repeat(2000)}`;
  const sentence = describe(outcome("syntax-error", { error: { ...error, message } }), budget, en);
  assert.ok(sentence.length < 260 && sentence.includes("'\\u202e'xxx"), sentence);
});

test("a console that was left is closed, and one that was ended has lost its names", () => {
  assert.deepEqual(describeConsole(outcome("exit"), budget, en), { status: "exit", text: en.status.consoleClosed });
  const { status, text } = describeConsole(outcome("stopped", { killed: true }), budget, en);
  assert.equal(status, "gone");
  assert.match(text, /names are gone/);
  assert.match(describeConsole(outcome("timeout"), budget, en).text, /10 seconds.*names are gone/);
});
