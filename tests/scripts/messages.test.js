// Unit tests of www/client/messages.js: the page believes a message of the sandbox only if its shape is right.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOf, understood } from "../../www/client/messages.js";

const position = { line: 1, column: 2, endLine: null, endColumn: null };
const error = {
  type: "ValueError",
  message: "no",
  position,
  frames: [{ file: "main.py", function: "<module>", position }],
  text: "Traceback …\nValueError: no\n",
};
const outcome = {
  status: "exception",
  error,
  exitCode: 1,
  seconds: 0.5,
  killed: false,
  peakMemory: 1000,
  files: new Map([["data/out.txt", new Uint8Array([1])]]),
  kept: true,
};
const mebibyte = "x".repeat(1 << 20);

/** A right message of each type, and what forgers make of its fields. */
const MESSAGES = {
  connected: { right: {}, wrong: {} },
  assetRequest: { right: { name: "core" }, wrong: { name: [1, null, undefined, mebibyte + "x"] } },
  assetFailed: { right: { name: "core", message: "no" }, wrong: { name: [1], message: [{}, undefined] } },
  ready: {
    right: { capabilities: { waiting: "replay" } },
    wrong: { capabilities: [null, {}, { waiting: "toString" }, { waiting: ["replay"] }, { waiting: "none" }] },
  },
  started: {
    right: { run: 1, file: "main.py" },
    wrong: { run: [-1, 1.5, "1", Infinity, 2 ** 53], file: [1, undefined] },
  },
  output: {
    right: {
      run: 1,
      chunks: [
        { stream: "stdout", text: "a" },
        { stream: "stderr", text: mebibyte },
      ],
    },
    wrong: {
      run: [null],
      chunks: [
        undefined,
        [],
        "ab",
        { length: 1, 0: { stream: "stdout", text: "a" } },
        [{ stream: "stdin", text: "a" }],
        [{ stream: "stdout", text: "" }],
        [{ stream: "stdout", text: 1 }],
        [{ stream: "stdout", text: mebibyte + "x" }],
        [null],
        Array(3),
        Array(1 << 16).fill({ stream: "stdout", text: "a" }),
      ],
    },
  },
  cannotAsk: { right: { run: 1 }, wrong: { run: ["1", -1] } },
  inputRequest: { right: { run: 1, kind: "hidden" }, wrong: { run: [NaN], kind: ["constructor", "lines", 0] } },
  completions: {
    right: { run: 1, words: ["print", "pow"] },
    wrong: { run: ["1"], words: [null, "print", [1], Array(1001).fill("a"), Array(2)] },
  },
  display: {
    right: { run: 1, mime: "image/svg+xml", data: new Uint8Array(3), alt: "" },
    wrong: {
      run: [undefined],
      mime: ["image", "image/png; a=b", "Image/PNG", "image/", "a/b\n", `a/${"b".repeat(200)}`, 1],
      data: [
        "abc",
        [1],
        new ArrayBuffer(3),
        new Uint8Array(new SharedArrayBuffer(3)),
        new DataView(new ArrayBuffer(3)),
      ],
      alt: [undefined, {}],
    },
  },
  finished: { right: { run: 1, outcome }, wrong: { run: [-1] } },
  rejected: { right: { run: 1, message: "no" }, wrong: { run: [0.1], message: [null] } },
  checked: {
    right: { check: 1, error },
    wrong: { check: [-1, "1"], error: [undefined, {}, { ...error, text: 1 }, { ...error, position: {} }] },
  },
  checkFailed: { right: { check: 1, message: "late" }, wrong: { check: [null], message: [1] } },
  unchecked: { right: { check: 1, message: "no" }, wrong: { check: [null], message: [1] } },
  broken: { right: { message: "no" }, wrong: { message: [undefined, 1] } },
};

for (const [type, { right, wrong }] of Object.entries(MESSAGES)) {
  test(`${type} is understood, and forged ones are not`, () => {
    const message = { type, ...right };
    // What the page gets has crossed a channel.
    const received = structuredClone(message);
    assert.equal(understood(received), received);
    assert.deepEqual(received, message);
    for (const [field, values] of Object.entries(wrong)) {
      for (const value of values)
        assert.equal(understood({ ...message, [field]: value }), null, `${field}: ${String(value).slice(0, 40)}`);
    }
  });
}

test("what is no message is not understood", () => {
  for (const message of [
    null,
    undefined,
    1,
    "ready",
    [],
    {},
    { type: "constructor" },
    { type: "__proto__" },
    { type: ["connected"] },
  ]) {
    assert.equal(understood(message), null);
  }
});

test("a check that finds nothing is understood", () => {
  assert.ok(understood({ type: "checked", check: 0, error: null }));
});

test("a run whose end makes no sense has crashed, so that nobody waits for it for ever", () => {
  const bytes = new Uint8Array(1);
  const forgeries = [
    null,
    {},
    { ...outcome, status: "fine" },
    { ...outcome, status: "hasOwnProperty" },
    { ...outcome, exitCode: 0.5 },
    { ...outcome, seconds: NaN },
    { ...outcome, peakMemory: -1 },
    { ...outcome, killed: 1 },
    { ...outcome, kept: "yes" },
    { ...outcome, error: undefined },
    { ...outcome, error: { ...error, frames: [{}] } },
    { ...outcome, error: { ...error, frames: Array(10_001).fill(error.frames[0]) } },
    { ...outcome, error: { ...error, position: { ...position, line: -1 } } },
    { ...outcome, files: { "a.txt": bytes } },
    { ...outcome, files: new Map([["a.txt", "text"]]) },
    ...["/etc/passwd", "../a", "a/../b", "a//b", "", ".", "a/", "x".repeat(5000)].map((path) => ({
      ...outcome,
      files: new Map([[path, bytes]]),
    })),
  ];
  for (const forged of forgeries) {
    const message = understood({ type: "finished", run: 7, outcome: forged });
    assert.equal(message.run, 7);
    assert.equal(message.outcome.status, "crashed");
    assert.equal(message.outcome.files.size, 0);
    assert.ok(understood(message) === message, "what replaces it is right itself");
  }
});

test("the name of a wrong message is short enough to be printed", () => {
  assert.equal(nameOf({ type: "x".repeat(1000) }).length, 40);
  assert.equal(nameOf({ type: {} }), "object");
  assert.equal(nameOf(undefined), "undefined");
});
