// Unit tests of www/client/slices.js: work is done in order, and leaves the page time to draw.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Slices } from "../../www/client/slices.js";
import { fakePage } from "./frames.js";

let page;
let done;
let slices;
let reports;

beforeEach(() => {
  page = fakePage();
  done = [];
  reports = 0;
  slices = new Slices(() => (reports += 1));
});
afterEach(() => page.restore());

/** Adds a task that takes so many milliseconds. */
const add = (name, milliseconds = 0, isHeavy = false) =>
  slices.add(() => (done.push(name), page.spend(milliseconds)), isHeavy);

test("work that takes no time is done at once, in order", () => {
  for (const name of ["a", "b", "c"]) add(name);
  slices.work();
  assert.deepEqual(done, ["a", "b", "c"]);
  assert.equal(reports, 1);
});

test("work that takes longer than a slice goes on in the next frames", () => {
  for (const name of ["a", "b", "c", "d"]) add(name, 5);
  slices.work();
  assert.deepEqual(done, ["a", "b"]);
  page.frame();
  assert.deepEqual(done, ["a", "b", "c", "d"]);
});

test("a slice's time is spent once, however often there is work for it", () => {
  add("a", 6);
  slices.work();
  add("b", 6);
  slices.work();
  add("c", 6);
  slices.work();
  assert.deepEqual(done, ["a", "b"]);
  page.frame();
  assert.deepEqual(done, ["a", "b", "c"]);
});

test("a frame has one heavy task at most, whatever it takes", () => {
  for (const name of ["a", "b", "c"]) add(name, 0, true);
  slices.work();
  assert.deepEqual(done, ["a"]);
  page.frame();
  assert.deepEqual(done, ["a", "b"]);
});

test("light tasks do not overtake heavy ones", () => {
  for (const name of ["a", "b", "c"]) add(name, 0, true);
  add("light");
  slices.work();
  assert.deepEqual(done, ["a"]);
  page.frame();
  page.frame();
  assert.deepEqual(done, ["a", "b", "c", "light"]);
});

test("work that nobody asks for is done with the next frame", () => {
  add("a");
  assert.deepEqual(done, []);
  page.frame();
  assert.deepEqual(done, ["a"]);
});

test("work goes on in a hidden tab, which has no frames", () => {
  page.hide();
  for (const name of ["a", "b", "c"]) add(name, 8);
  page.pass(16);
  assert.deepEqual(done, ["a"]);
  page.pass(16);
  page.pass(16);
  assert.deepEqual(done, ["a", "b", "c"]);
});

test("work goes on if the tab is hidden while a frame is awaited", () => {
  add("a");
  page.pass(249);
  assert.deepEqual(done, []);
  page.pass(1);
  assert.deepEqual(done, ["a"]);
});

test("an error is reported to the page, and the next task is done", () => {
  const error = new Error("the page's own");
  slices.add(() => {
    throw error;
  });
  add("b");
  slices.work();
  assert.deepEqual(done, ["b"]);
  assert.deepEqual(page.errors, [error]);
});

test("nothing is left waiting when the work is done", () => {
  add("a");
  slices.work();
  page.frame();
  page.frame();
  assert.ok(page.isIdle);
  add("b");
  slices.work();
  assert.deepEqual(done, ["a", "b"]);
});
