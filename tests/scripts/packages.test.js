// Unit tests of www/client/packages.js and what it uses: what is fetched, how often, and what is said of what is wrong.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { PackageError } from "../../www/client/errors.js";
import { lend } from "../../www/client/lent.js";
import { forgetNamed } from "../../www/client/package-files.js";
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
  const how = [];
  globalThis.fetch = async (url, options) => {
    const path = url.slice(base.length);
    asked.push(path);
    how.push(options);
    if (!url.startsWith(base) || files[path] instanceof Error) throw new TypeError("Failed to fetch");
    const content = files[path];
    if (content === undefined) return new Response("", { status: 404 });
    return content instanceof Response ? content : new Response(content);
  };
  return { base, asked, files, how };
}

/** A body that goes on as long as somebody reads it, and says nothing of its size, or a lie. */
function endless(headers = {}) {
  const body = { sent: 0, isCancelled: false };
  const stream = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setImmediate(resolve));
      body.sent += 1 << 20;
      controller.enqueue(new Uint8Array(1 << 20));
    },
    cancel: () => (body.isCancelled = true),
  });
  return Object.assign(body, { response: new Response(stream, { headers }) });
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
  const other = { name: "b-1.whl", data: bytes("B") };
  await assert.rejects(wheelsOf([given, other, "lock.json"], { base }), /b-1\.whl is not in https:.*lock\.json/);
  await assert.rejects(wheelsOf([{ ...given, data: bytes("B") }, "lock.json"], { base }), /a-1.whl is not the file/);
});

test("bytes beside a lock bring what they require", async () => {
  const { base } = siteWith({ "lock.json": lockWith(["a", "A", ["b"]], ["b", "B"], ["c", "C"]), "b-1.whl": "B" });
  const given = { name: "a-1.whl", data: bytes("A") };
  assert.deepEqual(names(await wheelsOf([given, "lock.json"], { base })), ["b-1.whl", "a-1.whl"]);
});

test("a lock concerns the wheels of its own list", async () => {
  const files = { "one.json": lockWith(["a", "A"], ["b", "B"]), "two.json": lockWith(["b", "B"], ["c", "C"]) };
  const { base, asked } = siteWith({ ...files, "a-1.whl": "A", "b-1.whl": "B", "c-1.whl": "C", "d-1.whl": "D" });
  const given = { name: "e-1.whl", data: bytes("E") };
  const wheels = await wheelsOf([["one.json"], ["two.json", "c-1.whl"], ["d-1.whl"], [given]], { base });
  assert.deepEqual(names(wheels), ["a-1.whl", "b-1.whl", "c-1.whl", "d-1.whl", "e-1.whl"]);
  assert.equal(asked.filter((path) => path === "b-1.whl").length, 1);
});

test("two locks that disagree on a file are named", async () => {
  const { base } = siteWith({ "one.json": lockWith(["a", "A"]), "two.json": lockWith(["a", "B"]), "a-1.whl": "A" });
  await assert.rejects(
    wheelsOf([["one.json"], ["two.json"]], { base }),
    /two locks say different hashes of .*a-1\.whl/,
  );
});

test("a lock holds for a wheel that another list names without one", async () => {
  const { base } = siteWith({ "lock.json": lockWith(["a", "A"]), "a-1.whl": "B" });
  await assert.rejects(wheelsOf([["a-1.whl"], ["lock.json"]], { base }), /a-1\.whl is not the file/);
});

test("nothing is fetched with cookies, and no address leads on to another one", async () => {
  const { base, how } = siteWith({ "lock.json": lockWith(["a", "A"]), "a-1.whl": "A" });
  await wheelsOf(["lock.json"], { base });
  assert.equal(how.length, 2);
  for (const { credentials, redirect, cache } of how) {
    assert.deepEqual({ credentials, redirect, cache }, { credentials: "omit", redirect: "error", cache: "default" });
  }
});

test("a page may fetch its own in its own way", async () => {
  const { base, asked } = siteWith({});
  lend(`${base}a%2Bb.whl`, async () => new Response("AB"));
  assert.deepEqual(names(await wheelsOf(["a+b.whl"], { base })), ["a+b.whl"]);
  assert.deepEqual(asked, []);
});

test("what was not right is fetched anew, from its server", async () => {
  const { base, files, how } = siteWith({ "lock.json": lockWith(["a", "A"]), "a-1.whl": "B", "b.json": "[]" });
  await assert.rejects(wheelsOf(["lock.json"], { base }), /a-1\.whl is not the file/);
  files["a-1.whl"] = "A";
  assert.deepEqual(names(await wheelsOf(["lock.json"], { base })), ["a-1.whl"]);
  assert.equal(how.at(-1).cache, "reload");
  await assert.rejects(wheelsOf(["b.json"], { base }), /is no lock/);
  files["b.json"] = lockWith(["a", "A"]);
  assert.deepEqual(names(await wheelsOf(["b.json"], { base })), ["a-1.whl"]);
});

test("what Python cannot use is fetched anew", async () => {
  const { base, files, asked } = siteWith({ "broken.whl": "B", "other.whl": "O" });
  await wheelsOf(["broken.whl", "other.whl"], { base });
  forgetNamed("packages: broken.whl is no wheel: it is no zip file, or it is cut short");
  files["broken.whl"] = "A";
  const [wheel] = await wheelsOf(["broken.whl", "other.whl"], { base });
  assert.deepEqual(wheel.data, bytes("A"));
  assert.deepEqual(asked, ["broken.whl", "other.whl", "broken.whl"]);
});

test("too many wheels are not fetched", async () => {
  const many = Array.from({ length: 201 }, (_, at) => [`p${at}`, "A"]);
  const { base, asked } = siteWith({ "lock.json": lockWith(...many) });
  await assert.rejects(wheelsOf(["lock.json"], { base }), /these are 201 wheels; a program can have 200/);
  assert.deepEqual(asked, ["lock.json"]);
  const addresses = many.map(([name]) => `${name}.whl`);
  await assert.rejects(wheelsOf(addresses, { base }), /these are 201 wheels/);
  assert.deepEqual(asked, ["lock.json"]);
});

test("wheels that are larger than the memory are not fetched", async () => {
  const lock = JSON.parse(lockWith(["a", "A"], ["b", "B"]));
  for (const wheel of lock.packages) wheel.size = 3 << 20;
  const { base, asked } = siteWith({ "lock.json": JSON.stringify(lock) });
  const most = { base, mostBytes: 5 << 20 };
  await assert.rejects(wheelsOf(["lock.json"], most), /have 6 MB or more, and the program may use 5 MB/);
  assert.deepEqual(asked, ["lock.json"]);
  const given = [1, 2].map((at) => ({ name: `${at}.whl`, data: new Uint8Array(3 << 20) }));
  await assert.rejects(wheelsOf(given, most), /have 6 MB or more/);
});

for (const headers of [{}, { "Content-Length": "1" }]) {
  test(`a wheel that never ends is left when it is too much (${JSON.stringify(headers)})`, async () => {
    const [one, other] = [endless(headers), endless(headers)];
    const { base } = siteWith({ "a.whl": one.response, "b.whl": other.response });
    await assert.rejects(wheelsOf(["a.whl", "b.whl"], { base, mostBytes: 5 << 20 }), /have 6 MB or more/);
    await new Promise((resolve) => setTimeout(resolve));
    assert.ok(one.isCancelled && other.isCancelled);
    assert.ok(one.sent + other.sent < 10 << 20, `${one.sent} and ${other.sent}`);
  });
}

test("a wheel that is larger than any is left, and so is such a lock", async () => {
  const [wheel, lock] = [endless(), endless()];
  const { base } = siteWith({ "a.whl": wheel.response, "lock.json": lock.response });
  await assert.rejects(wheelsOf(["a.whl"], { base }), /a\.whl is larger than 64 MB/);
  await assert.rejects(wheelsOf(["lock.json"], { base }), /lock\.json is larger than 1 MB/);
  assert.ok(wheel.isCancelled && lock.isCancelled);
});

test("what nobody wants any more is not fetched to its end, and what somebody wants is", async () => {
  const body = endless();
  const { base } = siteWith({ "a.whl": body.response });
  const [stop, other] = [new AbortController(), new AbortController()];
  const runs = [stop, other].map(({ signal }) => wheelsOf(["a.whl"], { base, signal }).catch((error) => error));
  stop.abort();
  assert.ok((await runs[0]) instanceof PackageError);
  assert.ok(!body.isCancelled);
  other.abort();
  await runs[1];
  assert.ok(body.isCancelled);
});

test("a chain of requirements may be as long as a lock", async () => {
  const chain = Array.from({ length: 4000 }, (_, at) => [`p${at}`, "A", [`p${at + 1}`]]);
  const { base } = siteWith({ "lock.json": lockWith(...chain) });
  await assert.rejects(wheelsOf(["p0-1.whl", "lock.json"], { base }), /these are 4000 wheels/);
});

const named = (address, site) => ({ address, base: `${site}ex/task.md`, sites: [`${site}ex/`] });

test("what somebody else names comes from where it may", async () => {
  const { base, asked } = siteWith({ "a.whl": "A" });
  assert.deepEqual(names(await wheelsOf([named("../a.whl", base)])), ["a.whl"]);
  for (const address of ["https://other.invalid/a.whl", "http://site.invalid/a.whl", "//other.invalid/b.whl"]) {
    await assert.rejects(wheelsOf([named(address, base)]), /is not fetched: what names it may ask only https:/);
  }
  assert.deepEqual(asked, ["a.whl"]);
});

table(
  [
    ["a file below the folder is one", "w/a.whl", null],
    ["a file beside the folder is refused", "../a.whl", /is not fetched: what names it may ask only file:/],
    ["a way out that is written otherwise is refused", "%2e%2e/a.whl", /may ask only file:/],
    ["a way out in a name is refused", "..%2f..%2fa.whl", /is not the address/],
    [
      "a slash in a folder's name is refused",
      "..%2f../w/a.whl",
      /Only a page that is opened from the disk reads files/,
    ],
    [
      "another host is refused",
      "file://server/share/page/a.whl",
      /Only a page that is opened from the disk reads files/,
    ],
    ["a question is refused", "a.whl?x", /without \? and #/],
    ["a mark is refused", "a.whl#x", /without \? and #/],
    ["another site is refused", "https://other.invalid/a.whl", /may ask only file:/],
  ],
  async (address, said) => {
    const asked = [];
    const bring = async (url) => (asked.push(url.href), bytes("A"));
    const source = { address, base: "file:///home/me/page/index.html", sites: ["file:///home/me/page/"] };
    if (said) await assert.rejects(wheelsOf([source], { bring }), said);
    else await wheelsOf([source], { bring });
    assert.deepEqual(asked, said ? [] : ["file:///home/me/page/w/a.whl"]);
  },
);

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
      /x\.whl cannot be reached, leads on .* or its server .* \(CORS\)/,
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
    ["a lock whose wheel is no wheel", { "lock.json": wrongWheel({ file: "a.json" }) }, "lock.json", /file: "a\.json"/],
    [
      "a lock whose wheel has half a character",
      { "lock.json": wrongWheel({ file: "\ud800.whl" }) },
      "lock.json",
      /no lock/,
    ],
    ["a lock whose sizes are none", { "lock.json": wrongWheel({ size: -1 }) }, "lock.json", /packages\[0\]\.size: -1/],
    [
      "a lock that requires nothing like a name",
      { "lock.json": wrongWheel({ requires: [1] }) },
      "lock.json",
      /requires/,
    ],
    ["what is no address", {}, "http://", /"http:\/\/" is not the address/],
    ["a name that cannot be read", {}, "%E0%A4%A.whl", /"%E0%A4%A\.whl" is not the address/],
    ["an address with a password", {}, "https://me:word@site.invalid/a.whl", /is not the address/],
    ["an address that is the file itself", {}, "data:application/zip,a.whl", /is not the address/],
    ["an address of this page's memory", {}, "blob:https://site.invalid/a.whl", /is not the address/],
    ["a script", {}, "javascript:fetch('a.whl')//a.whl", /is not the address/],
    ["a file, for a page of a site", {}, "file:///etc/a.whl", /Only a page that is opened from the disk reads files/],
    ["what is no wheel", {}, "wheels/", /"wheels\/" is not the address of a wheel/],
  ],
  async (files, address, said) => {
    const { base } = siteWith(files);
    const error = await wheelsOf([address], { base }).catch((error) => error);
    assert.ok(error instanceof PackageError, String(error));
    assert.match(error.message, said);
  },
);
