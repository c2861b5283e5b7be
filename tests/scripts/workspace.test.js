// Unit tests of www/playground/workspace.js: what a project takes over of what its program has written.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Workspace } from "../../www/playground/workspace.js";

// A channel would keep the process alive.
delete globalThis.BroadcastChannel;

/** A project that is open, kept nowhere. */
function open(files) {
  const listeners = { onProject: () => {}, onFiles: () => {}, onOwner: () => {}, onTaken: () => {} };
  const store = { write: async () => true, projects: async () => [] };
  const workspace = new Workspace(store, listeners);
  workspace.files = new Map([["main.py", "print(1)"], ...Object.entries(files)]);
  return workspace;
}

const bytes = (text) => new TextEncoder().encode(text);

for (const [name, mine] of [
  ["packages.txt", undefined],
  ["packages.txt", "./a.whl\n"],
  ["exercise.md", undefined],
  ["exercise.md", "# Mine\n"],
  ["main.py", "print(1)"],
]) {
  test(`a program does not write ${name} in a person's place (${mine ? "it is" : "it is not"} there)`, () => {
    const workspace = open(mine ? { [name]: mine } : {});
    const given = new Map(workspace.files);
    const { changed, kept, refused } = workspace.takeWritten(
      { [name]: bytes("https://evil.invalid/secret.whl") },
      given,
    );
    assert.deepEqual([changed, refused], [[], []]);
    const [[written, beside]] = kept;
    assert.equal(written, name);
    assert.notEqual(beside, name);
    assert.equal(workspace.files.get(name), mine);
    assert.equal(workspace.files.get(beside), "https://evil.invalid/secret.whl");
  });
}

test("other files of a program are taken over", () => {
  const workspace = open({ "data.txt": "1" });
  const given = new Map(workspace.files);
  const { changed } = workspace.takeWritten({ "data.txt": bytes("2"), "new.txt": bytes("3") }, given);
  assert.deepEqual(changed, ["data.txt", "new.txt"]);
  assert.equal(workspace.files.get("data.txt"), "2");
});
