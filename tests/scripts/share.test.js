// Unit tests of www/playground/share.js: a project in a link arrives as it was sent, or not at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync } from "node:zlib";
import { LIMITS, Problem } from "../../www/playground/project.js";
import { fromFragment, isShared, nameOfLink, toFragment } from "../../www/playground/share.js";
import { table } from "./table.js";

const files = new Map([
  ["main.py", "print('é 🐍')\n"],
  ["data/a.csv", ""],
  ["__proto__", "x"],
  ["logo.png", new Uint8Array([0, 255, 128])],
]);

const utf8 = new TextEncoder();

const problemOf = async (act) => {
  try {
    await act();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    const { reason } = error.values;
    return reason ? `${error.kind} ${reason.kind}` : error.kind;
  }
  return null;
};

/** A link as the page makes it of any JSON, right or not. */
function linkOf(json, { sum = checksum(bytesOf(json)), packed = deflateRawSync(bytesOf(json)) } = {}) {
  const bytes = Buffer.alloc(4 + packed.length);
  bytes.writeUInt32BE(sum);
  bytes.set(packed, 4);
  return `#share/1/${bytes.toString("base64url")}`;
}

const bytesOf = (json) => (typeof json === "string" ? utf8.encode(json) : json);

function checksum(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

test("a project comes back from its link, texts and bytes alike", async () => {
  const fragment = await toFragment("Café", files);
  assert.ok(isShared(fragment));
  assert.match(fragment, /^#share\/1\/[\w-]+$/, "an address needs no escapes for it");
  const { name, files: back } = await fromFragment(fragment);
  assert.equal(name, "Café");
  assert.deepEqual(new Map([...back].sort()), new Map([...files].sort()));
});

test("a link that another program has made by the format is read", async () => {
  const { name, files } = await fromFragment(linkOf('["A",{"main.py":"1"},{"b":"AP8"}]'));
  assert.equal(name, "A");
  assert.deepEqual(
    [...files],
    [
      ["main.py", "1"],
      ["b", new Uint8Array([0, 255])],
    ],
  );
});

test("a project that is too long for a link is refused before anybody sends it", async () => {
  const noise = Array.from({ length: 20_000 }, (_, number) => Math.imul(number, 2654435761) >>> 0).join("\n");
  for (const content of [noise, "x".repeat(3 << 20)]) {
    assert.equal(await problemOf(() => toFragment("a", new Map([["main.py", content]]))), "linkLong");
  }
});

test("a project with a name that no link may bring is refused where it is sent", async () => {
  const odd = new Map([
    ["main.py", ""],
    ["\u202eyp.exe", ""],
  ]);
  assert.equal(await problemOf(() => toFragment("a", odd)), "nameHidden");
});

test("files are called as the properties of objects are", async () => {
  const names = ["main.py", "__proto__", "constructor", "toString", "hasOwnProperty"];
  const bytes = new Uint8Array([0]);
  const odd = new Map([...names.map((name) => [name, name]), ["__proto__.bin", bytes], ["valueOf", bytes]]);
  const { files: back } = await fromFragment(await toFragment("a", odd));
  assert.deepEqual(new Map([...back].sort()), new Map([...odd].sort()));
});

const right = await toFragment("a", files);
table(
  [
    ["a link that was cut is refused", right.slice(0, -3), "linkBroken"],
    [
      "a link with one wrong letter is refused",
      right.slice(0, 30) + (right[30] === "A" ? "B" : "A") + right.slice(31),
      "linkBroken",
    ],
    ["a link with other characters is refused", "#share/1/!!!", "linkBroken"],
    ["an empty link is refused", "#share/1/", "linkBroken"],
    ["a link that ends before its checksum is refused", "#share/1/AAAA", "linkBroken"],
    ["a link without a version is refused", "#share/", "linkBroken"],
    ["a link that ends before its version is refused", "#share", "linkBroken"],
    ["a link of a later version says so", "#share/2/abc", "linkLater"],
    ["a link of no version is refused", "#share/x/abc", "linkBroken"],
    ["a link that is too long is refused before it is read", `#share/1/${"A".repeat(65_000)}`, "linkTooLarge"],
    ["bytes that are no UTF-8 are refused", linkOf(Buffer.from('["a",{"main.py":"\xff"}]', "latin1")), "linkBroken"],
    ["what is no JSON is refused", linkOf('["a",{"main.py":""}'), "linkBroken"],
    ["files that are a text are refused", linkOf('["a","main.py"]'), "linkBroken"],
    ["files that are nothing are refused", linkOf('["a",null]'), "linkBroken"],
    ["bytes that are no Base64 are refused", linkOf('["a",{"main.py":""},{"b":"!"}]'), "linkBroken"],
    ["a link with a wrong checksum is refused", linkOf('["a",{"main.py":""}]', { sum: 1 }), "linkBroken"],
    [
      "a link that unpacks to too much is refused",
      linkOf(`["a",{"main.py":"${"x".repeat(LIMITS.bytes)}"}]`),
      "linkTooLarge",
    ],
    ["a project without a program is refused", linkOf('["a",{"b.py":""}]'), "linkBroken"],
    ["a name that is no text is refused", linkOf('[1,{"main.py":""}]'), "linkBroken"],
    ["a content that is no text is refused", linkOf('["a",{"main.py":[]}]'), "linkBroken"],
    ["what is no list is refused", linkOf('{"main.py":""}'), "linkBroken"],
    ["files outside of the folder are refused", linkOf('["a",{"main.py":"","../b":""}]'), "linkRefused nameFolders"],
    [
      "a name that turns the text around is refused",
      linkOf('["a",{"main.py":"","\u202eyp.exe":""}]'),
      "linkRefused nameHidden",
    ],
    ["a file that is a folder is refused", linkOf('["a",{"main.py":"","a/b":"","a":""}]'), "linkRefused nameIsFolder"],
    [
      "two files of one name are refused",
      linkOf('["a",{"main.py":"","caf\u00e9":"","cafe\u0301":""}]'),
      "linkRefused nameTaken",
    ],
    [
      "too many files are refused",
      linkOf(JSON.stringify(["a", Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}`, ""]))])),
      "linkRefused tooMany",
    ],
  ],
  async (fragment, kind) => assert.equal(await problemOf(() => fromFragment(fragment)), kind),
);

test("the same link has the same name, another one another", async () => {
  assert.equal(nameOfLink(right), nameOfLink(right));
  assert.notEqual(nameOfLink(right), nameOfLink(await toFragment("b", files)));
});
