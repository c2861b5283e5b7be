// Unit tests of www/scorm: what a lesson says to a learning platform.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Platform, RefusalError } from "../../www/scorm/platform.js";
import { Record } from "../../www/scorm/record.js";
import { platform } from "../scorm/platform.js";

/** A page in a frame of a frame of the platform's window. */
function pageIn(objects, way = "parent") {
  const top = { ...objects };
  top.parent = top;
  const middle = { parent: top };
  const page = { parent: middle, opener: null };
  if (way === "opener") {
    page.parent = page;
    page.opener = middle;
  }
  page.top = top;
  return page;
}

for (const [name, passed, way] of [
  ["API", ["cmi.core.lesson_status", "passed"], "parent"],
  ["API_1484_11", ["cmi.success_status", "passed"], "opener"],
]) {
  test(`a platform hears of score, completion and time: ${name}`, () => {
    const { api, values, calls } = platform(name);
    const found = Platform.find(pageIn({ [name]: api }, way), 1000);
    assert.ok(found.report({ score: 1 / 3, isComplete: false, data: "{}" }));
    assert.equal(values[passed[0]] === passed[1], false);
    assert.ok(Object.entries(values).some(([element, value]) => element.endsWith("score.raw") && value === "33.33"));
    found.report({ score: 1, isComplete: true, data: '{"a":1}' });
    found.end(1000 + 3_725_900);
    assert.equal(values[passed[0]], passed[1]);
    assert.equal(values["cmi.suspend_data"], '{"a":1}');
    assert.equal(
      values["cmi.core.session_time"] ?? values["cmi.session_time"],
      name === "API" ? "0001:02:05" : "PT3725S",
    );
    assert.equal(calls.at(0), "Initialize");
    assert.match(calls.at(-1), /Finish|Terminate/);
    // The page may go twice: into the browser's cache of pages, and for good.
    found.end(1e9);
    assert.equal(calls.filter((call) => /Finish|Terminate/.test(call)).length, 1);
  });
}

test("what was reached in an earlier session is there again", () => {
  const { api } = platform("API", { "cmi.suspend_data": '{"a":1,"b":0.5}', "cmi.core.lesson_status": "incomplete" });
  const { data, isComplete } = Platform.find(pageIn({ API: api }), 0).former();
  const record = new Record(["a", "b", "c", "d"]);
  record.read(data);
  assert.equal(isComplete, false);
  assert.equal(record.score, 1.5 / 4);
});

test("a page without a platform, or in a window of another origin, has none", () => {
  assert.equal(Platform.find(pageIn({}), 0), null);
  const strange = { opener: null, top: {} };
  Object.defineProperty(strange, "parent", {
    get: () => {
      throw new Error("SecurityError");
    },
  });
  assert.equal(Platform.find(strange, 0), null);
  const endless = { opener: null };
  Object.defineProperty(endless, "parent", { get: () => ({ parent: endless }) });
  assert.equal(Platform.find(endless, 0), null);
});

test("what a platform refuses is told with its reason", () => {
  const { api } = platform("API");
  const window = pageIn({ API: api });
  Platform.find(window, 0);
  assert.throws(() => Platform.find(window, 0), new RefusalError('Initialize(""): 101 error 101'));
});

test("more data than a platform has to keep is left out, and said", () => {
  const { api, values } = platform("API");
  const found = Platform.find(pageIn({ API: api }), 0);
  assert.equal(found.report({ score: 0, isComplete: false, data: "x".repeat(4097) }), false);
  assert.equal(values["cmi.suspend_data"], undefined);
});

test("a record holds the best of each exercise, and believes nothing else", () => {
  const record = new Record(["a", "b"]);
  assert.deepEqual([record.score, record.isComplete], [0, false]);
  record.add("a", { score: 0.5, isSolved: false });
  record.add("a", { score: 0.25, isSolved: false });
  assert.equal(record.score, 0.25);
  record.add("a", { score: 0.75, isSolved: true });
  record.add("stranger", { score: 1, isSolved: true });
  record.add("b", { score: Number.NaN, isSolved: false });
  record.add("b", { score: 7, isSolved: false });
  assert.deepEqual([record.score, record.isComplete], [1, false]);
  record.add("b", { score: 1, isSolved: true });
  assert.ok(record.isComplete);
  const copy = new Record(["a", "b"]);
  for (const text of ["", "null", "[]", "{", '{"a":"x"}', '{"b":null}']) copy.read(text);
  assert.equal(copy.score, 0);
  copy.read(record.text);
  assert.ok(copy.isComplete);
});
