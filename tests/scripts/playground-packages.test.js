// Unit tests of the packages of a project in the playground: which addresses a person is asked about, and what is fetched.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { urlOf } from "../../www/client/package-address.js";
import { allow, foreign, given, isAllowed, linesIn, withLine, withoutLine } from "../../www/playground/packages.js";
import { table } from "./table.js";

let stored;

/** The page at an address. */
function open(baseURI, setItem = (key, value) => stored.set(key, value)) {
  globalThis.document = { baseURI };
  globalThis.localStorage = { getItem: (key) => stored.get(key) ?? null, setItem };
}

beforeEach(() => {
  stored = new Map();
  open("https://site.invalid/play/index.html#code");
});

const listing = (...lines) => new Map([["packages.txt", lines.join("\n")]]);

/** Which of a project's addresses would be fetched, and why the others are not. */
function fetched(project, files) {
  const { packages } = given(project, files);
  return packages.flat().map((source) => {
    try {
      return urlOf(source).href;
    } catch (error) {
      return error.message.split(" ").slice(0, 5).join(" ");
    }
  });
}

const CDN = "https://cdn.invalid/a.whl";

test("the page's own site is not asked about, and every other one is", () => {
  const files = listing("./a.whl", "/b/lock.json  # comment", "", "# nothing", CDN, "http://site.invalid/a.whl", CDN);
  assert.deepEqual(foreign(files), ["http://site.invalid/a.whl", CDN]);
});

test("what nobody has allowed is not fetched, whoever asks for it", () => {
  const files = listing("./a.whl", CDN);
  assert.ok(!isAllowed("one", files));
  assert.deepEqual(fetched("one", files), ["https://site.invalid/play/a.whl", `packages: ${CDN} is not fetched:`]);
  allow("one", files);
  assert.deepEqual(fetched("one", files), ["https://site.invalid/play/a.whl", CDN]);
});

test("a list is allowed as it is, in its project and on its page", () => {
  const files = listing(CDN);
  allow("mine", files);
  assert.ok(isAllowed("mine", files));
  assert.ok(!isAllowed("theirs", files));
  assert.ok(!isAllowed("mine", listing(CDN, "https://cdn.invalid/b.whl")));
  assert.ok(isAllowed("mine", listing("# with a comment", CDN)));
  open("https://site.invalid/other/");
  assert.ok(!isAllowed("mine", files));
});

test("a former list of addresses allows nothing", () => {
  stored.set("garter.packages", JSON.stringify([CDN]));
  assert.ok(!isAllowed("former", listing(CDN)));
  for (const broken of ["{", "null", "[1, null]"]) {
    stored.set("garter.packages", broken);
    assert.ok(!isAllowed("former", listing(CDN)));
  }
});

test("where nothing can be kept it is allowed until the page is closed", () => {
  open("https://site.invalid/play/", () => {
    throw new DOMException("full", "QuotaExceededError");
  });
  const files = listing("https://cdn.invalid/kept.whl");
  allow("one", files);
  assert.ok(isAllowed("one", files));
});

table(
  [
    ["a file of the page's folder", "w/a.whl", "file:///stick/garter/w/a.whl"],
    ["a file elsewhere on the disk", "file:///home/me/a.whl", "packages: file:///home/me/a.whl is not fetched:"],
    ["a file beside the folder", "../a.whl", "packages: file:///stick/a.whl is not fetched:"],
    [
      "a file of another machine",
      "file://host/stick/garter/a.whl",
      "packages: file://host/stick/garter/a.whl is not fetched.",
    ],
    ["a file with a question", "a.whl?x", "packages: file:///stick/garter/a.whl?x is not fetched."],
    ["a file with a mark", "a.whl#x", "packages: file:///stick/garter/a.whl#x is not fetched."],
    ["what is the file itself", "data:,a.whl", 'packages: "data:,a.whl" is not the'],
  ],
  (address, said) => {
    open("file:///stick/garter/index.html");
    const files = listing(address);
    assert.ok(isAllowed("one", files), "nobody is asked about what is refused");
    assert.deepEqual(fetched("one", files), [said]);
  },
);

test("wheels of a project stand for themselves, beside any lock", () => {
  const wheel = new Uint8Array([80, 75]);
  const files = new Map([...listing("lock.json a.whl", "other.json"), ["main.py", ""], ["w/b.whl", wheel]]);
  const { packages, files: others } = given("one", files);
  assert.deepEqual(
    packages.map((group) => group.map(({ address, name }) => address ?? name)),
    [["lock.json", "a.whl"], ["other.json"], ["b.whl"]],
  );
  assert.deepEqual(Object.keys(others), ["packages.txt", "main.py"]);
});

test("lines are added and taken out, and comments stay", () => {
  const files = listing("# mine", "a.whl lock.json # both");
  assert.deepEqual(linesIn(files), ["a.whl lock.json"]);
  assert.equal(withLine(files, "b.whl"), "# mine\na.whl lock.json # both\nb.whl\n");
  assert.equal(withoutLine(files, "a.whl lock.json"), "# mine");
});
