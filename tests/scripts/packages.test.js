// Unit tests of www/client/packages.js and www/client/lock.js: what is fetched, how often, and what is said of what is wrong.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { OptionError } from "../../www/client/errors.js";
import { wheelsOf } from "../../www/client/packages.js";
import { table } from "./table.js";

const SITE = "https://site.invalid/page/";
const bytes = (text) => new TextEncoder().encode(text);
const hash = (data) => createHash("sha256").update(data).digest("hex");

let site = 0;

/** A site of its own, as what was fetched stays; `files` by path, and what was asked for. */
function siteWith(files) {
  const base = `${SITE}${++site}/`;
  const asked = [];
  globalThis.fetch = async (url) => {
    const path = url.slice(base.length);
    asked.push(path);
    if (!url.startsWith(base) || files[path] instanceof Error) throw new TypeError("Failed to fetch");
    const content = files[path];
    return content === undefined ? new Response("", { status: 404 }) : new Response(content);
  };
  return { base, asked, files };
}

const lockWith = (...wheels) =>
  JSON.stringify({
    format: 1,
    garter: "0.1.0",
    packages: wheels.map(([name, data, requires = []]) => ({
      name,
      version: "1",
      file: `${name}-1.whl`,
      sha256: hash(data),
      size: data.length,
      requires,
    })),
  });

const names = (wheels) => wheels.map(({ name }) => name);

test("a lock brings all its wheels, each fetched once for all who ask", async () => {
  const { base, asked } = siteWith({
    "w/lock.json": lockWith(["a", "A"], ["b", "B"]),
    "w/a-1.whl": "A",
    "w/b-1.whl": "B",
  });
  const [one, other] = await Promise.all([wheelsOf(["w/lock.json"], { base }), wheelsOf(["./w/lock.json"], { base })]);
  assert.deepEqual(names(one), ["a-1.whl", "b-1.whl"]);
  assert.deepEqual(one[0].data, bytes("A"));
  assert.deepEqual(names(other), names(one));
  assert.deepEqual(asked.toSorted(), ["w/a-1.whl", "w/b-1.whl", "w/lock.json"]);
});

test("a wheel beside a lock brings what it requires, and nothing else", async () => {
  const lock = lockWith(["a", "A", ["b"]], ["b", "B", ["a"]], ["c", "C"]);
  const { base, asked } = siteWith({ "lock.json": lock, "a-1.whl": "A", "b-1.whl": "B", "c-1.whl": "C" });
  assert.deepEqual(names(await wheelsOf(["a-1.whl", "lock.json"], { base })), ["a-1.whl", "b-1.whl"]);
  assert.ok(!asked.includes("c-1.whl"));
});

test("bytes are taken as they are, and compared with the lock", async () => {
  const { base } = siteWith({ "lock.json": lockWith(["a", "A"]) });
  const given = { name: "a-1.whl", data: bytes("A") };
  assert.deepEqual(await wheelsOf([given]), [{ ...given, sha256: undefined }]);
  assert.deepEqual(await wheelsOf([given, "lock.json"], { base }), [given]);
  await assert.rejects(wheelsOf([{ ...given, data: bytes("B") }, "lock.json"], { base }), /a-1.whl is not the file/);
});

test("what has failed is fetched anew by the next who asks", async () => {
  const { base, files } = siteWith({});
  await assert.rejects(wheelsOf(["a.whl"], { base }), /missing on the server \(404\)/);
  files["a.whl"] = "A";
  assert.deepEqual(names(await wheelsOf(["a.whl"], { base })), ["a.whl"]);
});

test("progress counts the bytes of all", async () => {
  const { base } = siteWith({ "a.whl": "AAAA", "b.whl": "BB" });
  const heard = [];
  await wheelsOf(["a.whl", "b.whl"], { base, onProgress: (progress) => heard.push(progress) });
  assert.deepEqual(heard.at(-1), { loaded: 6, total: 6 });
});

const wrongLock = (change) => JSON.stringify({ ...JSON.parse(lockWith(["a", "A"])), ...change });
const wrongWheel = (change) => {
  const lock = JSON.parse(lockWith(["a", "A"]));
  Object.assign(lock.packages[0], change);
  return JSON.stringify(lock);
};

table(
  [
    [
      "a wheel that cannot be reached",
      { "x.whl": new Error() },
      "x.whl",
      /x\.whl cannot be reached, or its server .* \(CORS\)/,
    ],
    ["a wheel that is missing", {}, "x.whl", /x\.whl is missing on the server \(404\)/],
    ["a lock that is missing", {}, "lock.json", /lock\.json is missing/],
    [
      "a wheel with another hash",
      { "lock.json": lockWith(["a", "A"]), "a-1.whl": "B" },
      "lock.json",
      /a-1\.whl is not the file that the lock names/,
    ],
    ["a lock that is a page", { "lock.json": "<!doctype html>" }, "lock.json", /lock\.json is no lock/],
    [
      "a lock of another format",
      { "lock.json": wrongLock({ format: 2 }) },
      "lock.json",
      /another version of Garter \(its format is 2, and 1 is read here\)/,
    ],
    ["a lock of another tool", { "lock.json": '{"lockfileVersion": 3, "packages": {}}' }, "lock.json", /is no lock/],
    [
      "a lock whose wheel lies elsewhere",
      { "lock.json": wrongWheel({ file: "../../a.whl" }) },
      "lock.json",
      /is no lock \(packages\[0\]\.file/,
    ],
    ["a lock without a hash", { "lock.json": wrongWheel({ sha256: "" }) }, "lock.json", /is no lock \(packages\[0\]\)/],
    ["null in a lock", { "lock.json": wrongLock({ packages: [null] }) }, "lock.json", /is no lock \(packages\[0\]\)/],
    ["what is no address", {}, "http://", /"http:\/\/" is not the address/],
    ["what is no wheel", {}, "wheels/", /"wheels\/" is not the address of a wheel/],
  ],
  async (files, address, said) => {
    const { base } = siteWith(files);
    const error = await wheelsOf([address], { base }).catch((error) => error);
    assert.ok(error instanceof OptionError, String(error));
    assert.match(error.message, said);
  },
);
