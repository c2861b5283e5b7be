// Unit tests of www/sandbox/both/mailbox.js, by which a worker that blocks gets its messages.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { runInThisContext } from "node:vm";

// The file is part of two scripts and no module: what it declares is what its text evaluates to here.
const script = readFileSync(new URL("../../www/sandbox/both/mailbox.js", import.meta.url), "utf8");
const { MailboxSender, MailboxReceiver } = runInThisContext(
  `(() => { ${script}; return { MailboxSender, MailboxReceiver }; })()`,
);

/** A sender, and a receiver that the sender's memory was posted to. */
function pair() {
  const sender = new MailboxSender();
  return { sender, receiver: new MailboxReceiver(sender.buffer) };
}

/** Lets the sender go on, as the frame's event loop does while the worker blocks. */
const turn = () => new Promise((resolve) => setTimeout(resolve, 2));

/** Receives the next message, which may take several turns of the sender. */
async function next(receiver) {
  for (let message = receiver.take(); ; message = receiver.take()) {
    if (message) return message;
    await turn();
  }
}

test("an empty mailbox has no message", () => {
  assert.equal(pair().receiver.take(), null);
});

test("a message arrives as it was sent", () => {
  const { sender, receiver } = pair();
  const message = { type: "input", line: "é 🐍\n", nested: { list: [1, null, "a"] } };
  sender.send(message);
  assert.deepEqual(receiver.take(), message);
  assert.equal(receiver.take(), null);
});

test("messages arrive in their order, also if they wait for one another", async () => {
  const { sender, receiver } = pair();
  for (let number = 0; number < 5; number += 1) sender.send({ type: "event", number });
  for (let number = 0; number < 5; number += 1) assert.equal((await next(receiver)).number, number);
});

test("bytes arrive as bytes", () => {
  const { sender, receiver } = pair();
  sender.send({ type: "pack", error: "", data: new Uint8Array([0, 255, 10]) });
  assert.deepEqual(receiver.take(), { type: "pack", error: "", data: new Uint8Array([0, 255, 10]) });
});

test("missing bytes arrive as missing, and the reason with them", () => {
  const { sender, receiver } = pair();
  sender.send({ type: "pack", error: "not found", data: null });
  assert.deepEqual(receiver.take(), { type: "pack", error: "not found", data: null });
});

for (const [claim, length] of [
  ["bytes beyond the mailbox's size arrive in pieces", 2.5 * (1 << 20)],
  // The head of the message takes a part of the first piece.
  ["bytes that just do not fit arrive in pieces", 1 << 20],
]) {
  test(claim, async () => {
    const { sender, receiver } = pair();
    const data = Uint8Array.from({ length }, (_, at) => at % 251);
    sender.send({ type: "pack", error: "", data });
    sender.send({ type: "stop" });
    assert.equal(receiver.take(), null, "the first piece is no message yet");
    assert.deepEqual((await next(receiver)).data, data);
    assert.deepEqual(await next(receiver), { type: "stop" });
  });
}

test("what was sent and not received can be dropped", async () => {
  const { sender, receiver } = pair();
  for (const line of ["1", "2", "3"]) sender.send({ type: "input", line });
  sender.clear();
  await turn();
  assert.equal(receiver.take(), null);
  sender.send({ type: "input", line: "4" });
  assert.equal((await next(receiver)).line, "4");
});

test("waiting ends at once if a message is there, and after the time otherwise", () => {
  const { sender, receiver } = pair();
  receiver.wait(1);
  assert.equal(receiver.take(), null);
  sender.send({ type: "stop" });
  const before = performance.now();
  receiver.wait(60_000);
  assert.ok(performance.now() - before < 30_000);
  assert.deepEqual(receiver.take(), { type: "stop" });
});
