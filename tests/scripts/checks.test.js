// Unit tests of www/client/checks.js: each check of a text has its answer, once.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Checks } from "../../www/client/checks.js";
import { GarterError, OptionError } from "../../www/client/errors.js";

const error = { type: "SyntaxError", message: "no", position: null, frames: [], text: "" };
let told;
let checks;

beforeEach(() => {
  told = [];
  checks = new Checks((message) => told.push(message));
});

test("a check is sent, and has its own answer", async () => {
  const [first, second] = [checks.check({ source: "a b" }), checks.check({ source: "a" })];
  assert.deepEqual(told, [
    { type: "check", check: 1, request: { source: "a b" } },
    { type: "check", check: 2, request: { source: "a" } },
  ]);
  assert.ok(checks.hear({ type: "checked", check: 1, error }));
  assert.ok(checks.hear({ type: "checked", check: 2, error: null }));
  assert.equal(await first, error);
  assert.equal(await second, null);
});

test("each check has an answer of its own, also where answers come late", async () => {
  const all = ["a", "ab", "abc"].map((source) => checks.check({ source }));
  checks.hear({ type: "checked", check: 2, error });
  assert.equal(await all[1], error);
  checks.hear({ type: "checked", check: 1, error: null });
  checks.hear({ type: "checked", check: 3, error: null });
  assert.equal(await all[0], null);
  assert.equal(await all[2], null);
});

test("what could not be found out is no answer", async () => {
  const answer = checks.check({ source: "a" });
  assert.ok(checks.hear({ type: "checkFailed", check: 1, message: "that takes longer" }));
  await assert.rejects(answer, (error) => error instanceof GarterError && error.message === "that takes longer");
});

test("an answer to no question is not believed", async () => {
  assert.ok(!checks.hear({ type: "checked", check: 1, error }));
  const answer = checks.check({ source: "a" });
  assert.ok(checks.hear({ type: "checked", check: 1, error }));
  assert.ok(!checks.hear({ type: "checked", check: 1, error: null }));
  assert.equal(await answer, error);
});

test("wrong options reject the check that has them", async () => {
  const answer = checks.check({ source: "a" });
  checks.hear({ type: "unchecked", check: 1, message: "policy is missing" });
  await assert.rejects(answer, (error) => error instanceof OptionError && error.message.includes("policy"));
});

test("options that cannot be sent reject the check", async () => {
  const refusing = new Checks(() => {
    throw new Error("a function cannot be cloned");
  });
  await assert.rejects(refusing.check({ source: "a" }), /These options cannot be sent .*function/);
});

test("when the sandbox is gone, all that wait are told why", async () => {
  const all = ["a", "b"].map((source) => checks.check({ source }));
  const why = new GarterError((texts) => texts.disposed);
  checks.fail(why);
  for (const answer of all) await assert.rejects(answer, (error) => error === why);
});
