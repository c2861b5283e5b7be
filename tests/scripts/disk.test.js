// Unit tests of www/client/disk.js: files beside a page that is opened from the disk, which are scripts.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { loadFromDisk } from "../../www/client/disk.js";

let loading;
const document = {
  currentScript: null,
  createElement: () => ({ remove: () => {} }),
  head: { append: (script) => loading.push(script) },
};

beforeEach(() => {
  loading = [];
  globalThis.document = document;
});

/** Runs a script as the browser does. */
function run(at, ...calls) {
  const script = loading[at];
  document.currentScript = script;
  for (const [name, text] of calls) garterAsset(name, gzipSync(text).toString("base64"));
  document.currentScript = null;
  script.onload();
}

const load = (path) => loadFromDisk(path.split("/").at(-1), new URL(path, "file:///stick/"));
const textOf = (stream) => new Response(stream).text();

test("two files of one name are told apart by their addresses", async () => {
  const [one, other] = [load("one/lock.json"), load("other/lock.json")];
  assert.deepEqual(
    loading.map(({ src }) => src),
    ["file:///stick/one/lock.json.js", "file:///stick/other/lock.json.js"],
  );
  run(1, ["lock.json", "other"]);
  run(0, ["lock.json", "one"]);
  assert.deepEqual([await textOf(await one), await textOf(await other)], ["one", "other"]);
});

test("a script that is missing, and one that says nothing, are missing", async () => {
  const [missing, silent] = [load("a.whl"), load("b.whl")];
  loading[0].onerror();
  run(1);
  await assert.rejects(missing, /a\.whl\.js is missing in this folder/);
  await assert.rejects(silent, /b\.whl\.js is missing in this folder/);
});

test("what a script says later is not heard", async () => {
  const file = load("a.whl");
  run(0, ["a.whl", "first"], ["a.whl", "second"]);
  assert.equal(await textOf(await file), "first");
  assert.doesNotThrow(() => run(0, ["a.whl", "third"]));
});
