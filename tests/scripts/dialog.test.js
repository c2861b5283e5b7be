// Unit tests of www/playground/dialog.js: what is said of many things at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inWords, listed, together } from "../../www/playground/dialog.js";
import { Problem } from "../../www/playground/project.js";
import { en } from "./texts.js";

const texts = en.playground;

test("of many names the first are said, each as it is seen, and how many more there are", () => {
  assert.equal(listed(["a", "\u202eb"], texts), "a, \\u202eb");
  assert.equal(listed(["a", "b", "c", "d"], texts), "a, b, c, d");
  assert.equal(listed([..."abcdefg"], texts), "a, b, c, d and 3 more");
  const names = Array.from({ length: 2004 }, () => "a");
  assert.equal(texts.didSkip({ names: listed(names, texts) }).slice(-28), ": a, a, a, a and 2,000 more.");
});

test("of many sentences the first are said", () => {
  assert.equal(together(["A.", "B."], texts), "A. B.");
  assert.equal(together(["A.", "B.", "C.", "D.", "E."], texts), "A. B. C. D. And 1 more.");
});

test("a problem is said with its reason and its names as they are seen", () => {
  const reason = new Problem("nameTaken", { name: "\u200b.py" });
  const said = inWords(new Problem("linkRefused", { reason }), texts);
  assert.equal(
    said,
    "This link was not opened. There is a file “\\u200b.py” already. Your own projects are as they were.",
  );
});
