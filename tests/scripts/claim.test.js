// Unit tests of www/playground/claim.js: of several tabs on one project, the last one writes.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { Claim } from "../../www/playground/claim.js";

const original = { BroadcastChannel: globalThis.BroadcastChannel, now: Date.now };
let now;
/** Messages that were posted and not yet delivered. */
let posted;

beforeEach(() => {
  now = 1;
  posted = [];
  const channels = [];
  globalThis.BroadcastChannel = class {
    constructor() {
      channels.push(this);
    }
    addEventListener(_, listener) {
      this.listener = listener;
    }
    postMessage(data) {
      posted.push(() => channels.filter((other) => other !== this).forEach((other) => void other.listener({ data })));
    }
  };
  Date.now = () => now;
});
afterEach(() => {
  globalThis.BroadcastChannel = original.BroadcastChannel;
  Date.now = original.now;
});

const deliver = () => {
  while (posted.length > 0) posted.shift()();
};

/** A tab, with what it has heard. */
function tab() {
  const heard = [];
  const claim = new Claim({
    onLost: () => heard.push("lost"),
    onTaken: () => heard.push("taken"),
    onWritten: () => heard.push("written"),
  });
  return { claim, heard };
}

test("the tab that opened a project last may write it, and both hear of that", () => {
  const [first, second] = [tab(), tab()];
  first.claim.take("a");
  deliver();
  now += 1;
  second.claim.take("a");
  deliver();
  assert.deepEqual([first.claim.isOurs, second.claim.isOurs], [false, true]);
  assert.deepEqual([first.heard, second.heard], [["lost"], ["taken"]]);
});

test("tabs on different projects do not disturb one another", () => {
  const [first, second] = [tab(), tab()];
  first.claim.take("a");
  second.claim.take("b");
  second.claim.tellWritten();
  deliver();
  assert.ok(first.claim.isOurs && second.claim.isOurs);
  assert.deepEqual([first.heard, second.heard], [[], []]);
});

test("a tab that only shows a project hears when it was written, and can take it back", () => {
  const [first, second] = [tab(), tab()];
  first.claim.take("a");
  now += 1;
  second.claim.take("a");
  deliver();
  second.claim.tellWritten();
  deliver();
  assert.deepEqual(first.heard, ["lost", "written"]);
  now += 1;
  first.claim.take("a");
  deliver();
  assert.deepEqual([first.claim.isOurs, second.claim.isOurs], [true, false]);
});

test("of tabs that open a project at once, one writes", () => {
  for (let times = 0; times < 20; times += 1) {
    const tabs = [tab(), tab(), tab()];
    for (const { claim } of tabs) claim.take(`project ${times}`);
    deliver();
    assert.equal(tabs.filter(({ claim }) => claim.isOurs).length, 1);
  }
});

test("a browser without channels lets each tab write", () => {
  delete globalThis.BroadcastChannel;
  const { claim } = tab();
  claim.take("a");
  claim.tellWritten();
  assert.ok(claim.isOurs);
});
