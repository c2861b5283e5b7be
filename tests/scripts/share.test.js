// Unit tests of www/playground/share.js: a project in a link arrives as it was sent, or not at all.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, strToU8 } from "fflate";
import { LIMITS, Problem } from "../../www/playground/project.js";
import { fromFragment, isShared, nameOfLink, toFragment } from "../../www/playground/share.js";
import { table } from "./table.js";

const files = new Map([
  ["main.py", "print('é 🐍')\n"],
  ["data/a.csv", ""],
  ["__proto__", "x"],
  ["logo.png", new Uint8Array([0, 255, 128])],
]);

const problemOf = (act) => {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Problem, String(error));
    return error.kind;
  }
  return null;
};

/** A link as the page makes it of any JSON, right or not. */
function linkOf(json, { sum = checksum(strToU8(json)), packed = deflateSync(strToU8(json)) } = {}) {
  const bytes = Buffer.alloc(4 + packed.length);
  bytes.writeUInt32BE(sum);
  bytes.set(packed, 4);
  return `#share/1/${bytes.toString("base64url")}`;
}

function checksum(bytes) {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

test("a project comes back from its link, texts and bytes alike", () => {
  const fragment = toFragment("Café", files);
  assert.ok(isShared(fragment));
  assert.match(fragment, /^#share\/1\/[\w-]+$/, "an address needs no escapes for it");
  const { name, files: back } = fromFragment(fragment);
  assert.equal(name, "Café");
  assert.deepEqual(new Map([...back].sort()), new Map([...files].sort()));
});

test("a link that another program has made by the format is read", () => {
  const { name, files } = fromFragment(linkOf('["A",{"main.py":"1"},{"b":"AP8"}]'));
  assert.equal(name, "A");
  assert.deepEqual(
    [...files],
    [
      ["main.py", "1"],
      ["b", new Uint8Array([0, 255])],
    ],
  );
});

test("a project that is too long for a link is refused before anybody sends it", () => {
  const noise = Array.from({ length: 20_000 }, (_, number) => Math.imul(number, 2654435761) >>> 0).join("\n");
  assert.equal(
    problemOf(() => toFragment("a", new Map([["main.py", noise]]))),
    "linkLong",
  );
});

const right = toFragment("a", files);
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
    ["a link without a version is refused", "#share/", "linkBroken"],
    ["a link of a later version says so", "#share/2/abc", "linkLater"],
    ["a link of no version is refused", "#share/x/abc", "linkBroken"],
    ["a link that is too long is refused before it is read", `#share/1/${"A".repeat(65_000)}`, "linkTooLarge"],
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
    ["files outside of the folder are refused", linkOf('["a",{"main.py":"","../b":""}]'), "nameFolders"],
    [
      "too many files are refused",
      linkOf(JSON.stringify(["a", Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`${n}`, ""]))])),
      "tooMany",
    ],
  ],
  (fragment, kind) =>
    assert.equal(
      problemOf(() => fromFragment(fragment)),
      kind,
    ),
);

test("the same link has the same name, another one another", () => {
  assert.equal(nameOfLink(right), nameOfLink(right));
  assert.notEqual(nameOfLink(right), nameOfLink(toFragment("b", files)));
});
