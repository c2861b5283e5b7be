// Unit tests of www/exercise/progress.js: what is remembered of an exercise when the browser stores it, and when not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Memory, NotStoredError } from "../../www/exercise/progress.js";

/** The storage of a site, of which a tab is told what another has stored. */
function storage() {
  const stored = new Map();
  const site = {
    /** Thrown by what is to be stored. @type {DOMException | null} */
    fault: null,
    getItem: (key) => stored.get(key) ?? null,
    setItem(key, value) {
      if (site.fault) throw site.fault;
      stored.set(key, value);
    },
  };
  globalThis.localStorage = site;
  globalThis.addEventListener = () => {};
  return site;
}

const full = () => new DOMException("", "QuotaExceededError");
const memory = () => new Memory("a", 1, () => {});
const code = (text) => ({ answer: { code: text } });

test("what could not be stored is not taken for what another tab has typed", () => {
  const site = storage();
  const here = memory();
  here.change(code("one"));
  site.fault = full();
  for (const text of ["two", "three"]) assert.throws(() => here.change(code(text)), NotStoredError);
  site.fault = null;
  here.change(code("four"));
  assert.deepEqual([here.progress.answer, here.progress.others], [{ code: "four" }, []]);
  assert.deepEqual([memory().progress.answer, memory().progress.others], [{ code: "four" }, []]);
});

test("what another tab has stored meanwhile is kept beside", () => {
  storage();
  const [here, there] = [memory(), memory()];
  there.change(code("theirs"));
  here.change(code("mine"));
  assert.deepEqual([here.progress.answer, here.progress.others], [{ code: "mine" }, [{ code: "theirs" }]]);
});

test("a storage that is full is told from one that is forbidden", () => {
  const site = storage();
  for (const [fault, isFull] of [
    [full(), true],
    [new DOMException("", "SecurityError"), false],
  ]) {
    site.fault = fault;
    assert.throws(
      () => memory().change(code("x")),
      (error) => error instanceof NotStoredError && error.isFull === isFull,
    );
  }
});
