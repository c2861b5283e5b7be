// Unit tests of www/client/run.js: what a page hears of a run, and what the page believes of the frame.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { OptionError } from "../../www/client/errors.js";
import { CANVAS_MIME } from "../../www/client/facts.js";
import { Run } from "../../www/client/run.js";
import { fakePage } from "./frames.js";

let page;
let told;

beforeEach(() => {
  page = fakePage();
  told = [];
});
afterEach(() => page.restore());

/** A run that has started; `print` is the frame's message of output. */
function started(listeners = {}, request = {}) {
  const run = new Run(1, (message) => told.push(message), listeners, request);
  assert.ok(run.hear({ type: "started", run: 1, file: "main.py" }));
  const print = (text, stream = "stdout") => run.hear({ type: "output", run: 1, chunks: [{ stream, text }] });
  const ask = (kind = "line") => run.hear({ type: "inputRequest", run: 1, kind });
  const finish = (outcome = {}) =>
    run.hear({ type: "finished", run: 1, outcome: { status: "ok", files: new Map(), ...outcome } });
  const display = (mime, size) => run.hear({ type: "display", run: 1, mime, data: new Uint8Array(size), alt: "" });
  return { run, print, ask, finish, display };
}

/** Lets promises settle. */
const settled = () => new Promise((resolve) => setImmediate(resolve));
const drawAll = () => {
  for (let frame = 0; frame < 5000 && !page.isIdle; frame += 1) page.frame();
};

test("a run hears its output in order, and has it in its result", async () => {
  const heard = [];
  const { run, print, finish } = started({ onOutput: ({ stream, text }) => heard.push([stream, text]) });
  print("a");
  print("b", "stderr");
  print("c");
  finish({ status: "exit", exitCode: 3, files: new Map([["__proto__", new Uint8Array(1)]]) });
  drawAll();
  const result = await run;
  assert.deepEqual(heard, [
    ["stdout", "a"],
    ["stderr", "b"],
    ["stdout", "c"],
  ]);
  assert.deepEqual([result.stdout, result.stderr, result.status, result.exitCode], ["ac", "b", "exit", 3]);
  assert.deepEqual(Object.keys(result.files), ["__proto__"]);
  assert.equal(result.file, "main.py");
  assert.ok(run.isOver);
});

test("long output is shown in pieces of whole characters", () => {
  const pieces = [];
  const { print } = started({ onOutput: ({ text }) => pieces.push(text) });
  const text = "x".repeat(2047) + "🐍" + "y".repeat(3000);
  print(text);
  drawAll();
  assert.equal(pieces.join(""), text);
  assert.ok(pieces.length > 1);
  assert.ok(pieces.every((piece) => piece.isWellFormed?.() ?? true));
  assert.equal(pieces[0].length, 2047);
});

test("the frame is told how many bytes were shown, so that it sends more", () => {
  const { print } = started();
  print("é".repeat(5000));
  drawAll();
  const shown = told.filter(({ type }) => type === "shown").reduce((sum, { bytes }) => sum + bytes, 0);
  assert.equal(shown, 10_000);
});

test("output beyond the budget is not believed", () => {
  const { print, display } = started({}, { outputKB: 1 });
  assert.ok(print("x".repeat(129 * 1024)));
  assert.ok(!print("x"));
  assert.ok(!display("image/png", 1));
});

test("content takes at least four kilobytes of the budget, drawing takes none while the page keeps up", () => {
  const { display } = started({}, { outputKB: 1 });
  for (let picture = 0; picture < 32; picture += 1) assert.ok(display("image/png", 1));
  assert.ok(!display("image/png", 1));
  for (let second = 0; second < 100; second += 1) {
    assert.ok(display(CANVAS_MIME, 60_000));
    drawAll();
  }
});

test("drawing that the page cannot keep up with takes from the budget", () => {
  const { display } = started({}, { outputKB: 1 });
  let accepted = 0;
  while (accepted < 1000 && display(CANVAS_MIME, 60_000)) accepted += 1;
  assert.ok(accepted < 5, `${accepted} were accepted`);
});

test("nothing is believed of a run before it has started, nor a second start", () => {
  const run = new Run(1, () => {}, {}, {});
  for (const message of [
    { type: "output", run: 1, chunks: [{ stream: "stdout", text: "a" }] },
    { type: "inputRequest", run: 1, kind: "line" },
    { type: "display", run: 1, mime: "image/png", data: new Uint8Array(1), alt: "" },
    { type: "completions", run: 1, words: [] },
    { type: "cannotAsk", run: 1 },
    { type: "ready" },
  ])
    assert.ok(!run.hear(message), message.type);
  assert.ok(run.hear({ type: "started", run: 1, file: "main.py" }));
  assert.ok(!run.hear({ type: "started", run: 1, file: "other.py" }));
  assert.equal(run.file, "main.py");
});

test("a page hears once that a program could not ask, after its output", () => {
  const heard = [];
  const { run, print } = started({
    onOutput: ({ text }) => heard.push(text),
    onCannotAsk: () => heard.push("in vain"),
  });
  print("Name? ");
  assert.ok(run.hear({ type: "cannotAsk", run: 1 }));
  assert.ok(!run.hear({ type: "cannotAsk", run: 1 }));
  drawAll();
  assert.deepEqual(heard, ["Name? ", "in vain"]);
});

test("a question is asked after the output before it is shown, and its answer is sent", async () => {
  const heard = [];
  const { print, ask } = started({
    onOutput: ({ text }) => heard.push(text),
    onInput: ({ kind }) => (heard.push(kind), "Ann"),
  });
  print("Name? ");
  ask();
  drawAll();
  await settled();
  assert.deepEqual(heard, ["Name? ", "line"]);
  assert.deepEqual(
    told.filter(({ type }) => type === "input"),
    [{ type: "input", run: 1, line: "Ann" }],
  );
});

test("a program asks once until it is answered", async () => {
  const { ask } = started({ onInput: () => "a" });
  assert.ok(ask());
  assert.ok(!ask());
  drawAll();
  await settled();
  assert.ok(ask());
});

test("without a listener, or if the listener fails, the input ends", async () => {
  for (const onInput of [undefined, () => undefined, () => Promise.reject(new Error("the page's own"))]) {
    told = [];
    const { ask } = started({ onInput });
    ask();
    drawAll();
    await settled();
    assert.deepEqual(
      told.filter(({ type }) => type === "input"),
      [{ type: "input", run: 1, line: null }],
    );
  }
  assert.deepEqual(
    page.errors.map(({ message }) => message),
    ["the page's own"],
  );
});

test("an answer that comes after Stop is not sent, and the program may ask again", async () => {
  const answers = [];
  const { run, ask } = started({ onInput: () => new Promise((resolve) => answers.push(resolve)) });
  ask();
  drawAll();
  await settled();
  run.stop();
  assert.ok(ask());
  drawAll();
  await settled();
  answers[0]("too late");
  answers[1]("in time");
  await settled();
  assert.deepEqual(
    told.filter(({ type }) => type === "input").map(({ line }) => line),
    ["in time"],
  );
});

test("each entry of a console has its own output budget", async () => {
  const { print, ask } = started({ onInput: () => "1" }, { outputKB: 1, isConsole: true });
  for (let entry = 0; entry < 3; entry += 1) {
    assert.ok(print("x".repeat(100 * 1024)));
    assert.ok(ask("code"));
    drawAll();
    await settled();
  }
});

test("completions answer the last question, and none come unasked", async () => {
  const { run } = started();
  assert.ok(!run.hear({ type: "completions", run: 1, words: ["x"] }));
  const [first, second] = [run.complete("pri"), run.complete("prin")];
  assert.ok(run.hear({ type: "completions", run: 1, words: ["print"] }));
  assert.deepEqual(await first, []);
  assert.deepEqual(await second, ["print"]);
});

test("a listener that fails keeps no other from hearing", async () => {
  const { run, print, finish } = started({
    onOutput: () => {
      throw new Error("the page's own");
    },
  });
  print("a");
  finish();
  drawAll();
  assert.equal((await run).stdout, "a");
  assert.equal(page.errors.length, 1);
});

test("wrong options reject the run", async () => {
  const run = new Run(1, () => {}, {}, {});
  assert.ok(run.hear({ type: "rejected", run: 1, message: "budget.seconds is -1" }));
  await assert.rejects(
    async () => await run,
    (error) => error instanceof OptionError && /budget/.test(error.message),
  );
});

test("events of the picture are told only while the program runs", () => {
  const { run, finish } = started();
  const event = { kind: "close", canvas: 0 };
  run.event(event);
  finish();
  run.event(event);
  assert.deepEqual(
    told.filter(({ type }) => type === "event"),
    [{ type: "event", run: 1, event }],
  );
});

/** A run whose packages are on their way, after one that is kept. */
function waiting() {
  const { run: before, finish } = started();
  finish({ kept: true });
  drawAll();
  const run = new Run(2, (message) => told.push(message), {}, { before });
  let signal;
  let arrive;
  let fail;
  const wheels = new Promise((resolve, reject) => ([arrive, fail] = [resolve, reject]));
  const begun = run.beginAfter(
    (given) => {
      signal = given;
      return wheels;
    },
    () => told.push({ type: "run", run: 2 }),
  );
  told.length = 0;
  return { before, run, begun, arrive: () => arrive([]), fail, signal: () => signal };
}

for (const how of ["stop", "end"]) {
  test(`${how} of a run whose packages are on their way leaves the interpreter before it as it was`, async () => {
    const { before, run, begun, arrive, signal } = waiting();
    run[how]();
    const { status, kept } = await run;
    assert.deepEqual({ status, kept, isAborted: signal().aborted }, { status: "stopped", kept: true, isAborted: true });
    arrive();
    await begun;
    assert.deepEqual(told, []);
    // What goes on after it goes on after the one before.
    assert.equal(run.holder, before);
    assert.equal(new Run(3, () => {}, {}, { before: run }).holder, before);
    run.end();
    assert.deepEqual(told, [{ type: "kill", run: 1 }]);
  });
}

test("a run whose packages do not arrive leaves the interpreter before it as it was", async () => {
  const { before, run, begun, fail } = waiting();
  fail(new OptionError((texts) => texts.packagesUnwanted));
  await begun;
  await assert.rejects(async () => await run, OptionError);
  assert.equal(run.holder, before);
  run.end();
  assert.deepEqual(told, [{ type: "kill", run: 1 }]);
});

test("a run that the frame rejects leaves the interpreter before it as it was", async () => {
  const { before, run, begun, arrive } = waiting();
  arrive();
  await begun;
  run.hear({ type: "rejected", run: 2, message: "packages has 201 wheels" });
  await assert.rejects(async () => await run, /201 wheels/);
  run.end();
  assert.equal(run.holder, before);
  assert.deepEqual(told, [
    { type: "run", run: 2 },
    { type: "kill", run: 1 },
  ]);
});

test("a run that has begun has the interpreter", async () => {
  const { run, begun, arrive } = waiting();
  arrive();
  await begun;
  run.hear({ type: "started", run: 2, file: "<cell 2>" });
  assert.equal(run.holder, run);
  run.end();
  assert.deepEqual(told.at(-1), { type: "kill", run: 2 });
});
