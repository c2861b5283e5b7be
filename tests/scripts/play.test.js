// Unit tests of www/snippet/play.js: which interpreter a session has when a run of it comes to nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { play } from "../../www/snippet/play.js";
import { Session } from "../../www/snippet/session.js";

/** A Garter whose runs end as they are told; it says which were ended. */
function garterWith(endings) {
  const ended = [];
  const after = [];
  let id = 0;
  const run = (_source, options) => {
    after.push(options.after ?? null);
    const ending = endings.shift();
    const result =
      ending instanceof Error ? Promise.reject(ending) : Promise.resolve({ stdout: "", stderr: "", ...ending });
    const own = ++id;
    return { id: own, end: () => ended.push(own), then: result.then.bind(result) };
  };
  return { garter: { run, check: async () => null }, ended, after };
}

const host = {};
const step = { cell: { role: "code", owner: host, source: "" }, options: {} };
const listeners = { onRun: () => {}, isOver: () => false };
const OK = { status: "ok", kept: true };

test("a session goes on after a run whose packages do not arrive", async () => {
  const { garter, ended, after } = garterWith([OK, new Error("missing on the server"), OK]);
  const session = new Session();
  await play(garter, host, [step], session, listeners);
  const first = session.kept;
  await assert.rejects(play(garter, host, [step], session, listeners), /missing on the server/);
  assert.equal(session.kept, first);
  await play(garter, host, [step], session, listeners);
  assert.deepEqual(after, [null, first, first]);
  assert.deepEqual(ended, []);
});

test("a session goes on after a run that was stopped while its packages were on their way", async () => {
  const { garter, ended, after } = garterWith([OK, { status: "stopped", kept: true }, OK]);
  const session = new Session();
  await play(garter, host, [step], session, listeners);
  await play(garter, host, [step], session, listeners);
  const stopped = session.kept;
  await play(garter, host, [step], session, listeners);
  // It stands for the interpreter before it: `holder` in www/client/run.js.
  assert.equal(after.at(-1), stopped);
  assert.deepEqual(ended, []);
});

test("without a session nothing is kept of a run that fails", async () => {
  const { garter, ended } = garterWith([OK, new Error("missing on the server")]);
  await assert.rejects(
    play(garter, host, [{ ...step, cell: { ...step.cell, role: "before" } }, step], null, listeners),
  );
  assert.deepEqual(ended, [1]);
});
