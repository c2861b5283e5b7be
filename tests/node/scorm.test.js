// `garter scorm`: what is in the package. tests/browser/scorm.rs opens one in a browser.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { folderOf, garter, PACKAGE, ROOT } from "./command.js";

const LOOPS = path.join(ROOT, "examples/exercises/loops");
const text = (bytes) => new TextDecoder().decode(bytes);

/** The files of a package. */
async function packed(words) {
  const { folder, at, remove } = folderOf({});
  const { status, stdout, stderr } = await garter(["scorm", ...words, "-o", "out/lesson.zip"], { cwd: folder });
  assert.equal(status, 0, stderr);
  const files = unzipSync(new Uint8Array(readFileSync(at("out/lesson.zip"))));
  remove();
  return { files, stdout };
}

test("a package holds all that it needs, and its manifest lists it", async () => {
  const { files, stdout } = await packed([LOOPS, "--title", "Loops & <more>"]);
  assert.match(stdout, /^out\/lesson\.zip: Loops & <more>, 7 exercises, SCORM 1\.2, \d+\.\d MB\n$/);
  const manifest = text(files["imsmanifest.xml"]);
  const listed = [...manifest.matchAll(/<file href="([^"]+)"\/>/g)].map(([, file]) => decodeURIComponent(file));
  assert.deepEqual(
    listed.toSorted(),
    Object.keys(files)
      .filter((file) => file !== "imsmanifest.xml")
      .toSorted(),
  );
  assert.match(manifest, /<schemaversion>1\.2<\/schemaversion>/);
  assert.match(manifest, /<title>Loops &amp; &lt;more&gt;<\/title>/);
  for (const file of JSON.parse(readFileSync(path.join(PACKAGE, "files.json"), "utf8"))) {
    assert.deepEqual(files[`garter/${file}`], new Uint8Array(readFileSync(path.join(PACKAGE, file))), file);
  }
  const page = text(files["index.html"]);
  const exercises = [...page.matchAll(/<garter-exercise src="([^"]+)">/g)].map(([, src]) => src);
  assert.equal(exercises.length, 7);
  assert.deepEqual(
    JSON.parse(/id="garter-exercises">([^<]+)</.exec(page)[1]),
    exercises.map((src) => src.replace(/^exercises\/|\.md$/g, "")),
  );
  for (const src of exercises) assert.match(text(files[src]), /^---\nid: loops\./);
  assert.match(page, /<h1>Loops &amp; &lt;more&gt;<\/h1>/);
  // Nothing comes from another server.
  assert.doesNotMatch(page, /https?:/);
});

test("a package of one exercise has its title; the edition and the language can be chosen", async () => {
  const { files } = await packed([path.join(LOOPS, "sum-to.md"), "--edition", "2004", "--lang", "ja"]);
  const manifest = text(files["imsmanifest.xml"]);
  assert.match(manifest, /identifier="garter-loops\.sum-to"/);
  assert.match(manifest, /<title>From 1 to n<\/title>/);
  assert.match(manifest, /<schemaversion>2004 4th Edition<\/schemaversion>/);
  const page = text(files["index.html"]);
  assert.match(page, /<html lang="ja">/);
  assert.doesNotMatch(page, /<h1>/);
});

test("what cannot be packed is said, and nothing is written", async () => {
  const one = "---\nid: a\ntitle: t\n---\nDo.\n\n```python tests\nassert x\n```\n";
  const { folder, at, remove } = folderOf({
    "one/a.md": one,
    "two/a.md": one,
    "two/b.md": one,
    "none/text.md": "# No exercise\n",
    "broken/a.md": "---\nid: a\n---\nDo.\n\n```python tests\nassert x\n```\n",
  });
  for (const [words, said] of [
    [[], /needs a path/],
    [["one"], /needs -o FILE/],
    [["one", "-o", "x.tar"], /-o is x\.tar; platforms take packages that end with \.zip/],
    [["one", "-o", "x.zip", "--edition", "3"], /--edition is 3; it must be 1\.2 or 2004/],
    [["one", "-o", "x.zip", "--lang", "<b>"], /--lang is <b>; it must be a tag/],
    [["none", "-o", "x.zip"], /none holds no exercise/],
    [["nowhere", "-o", "x.zip"], /there is no such file/],
    [["two", "-o", "x.zip"], /two\/b\.md: two\/a\.md has the same id, a/],
    [["broken", "-o", "x.zip"], /broken\/a\.md:\d+: title is missing/],
    [["one", "-o", "one/a.md/x.zip"], /x\.zip cannot be written/],
  ]) {
    const { status, stderr } = await garter(["scorm", ...words], { cwd: folder });
    assert.match(stderr, said, words.join(" "));
    assert.equal(status, 2);
  }
  assert.ok(!existsSync(at("x.zip")));
  remove();
});
