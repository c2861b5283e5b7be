// `garter check`: the snippets of pages, run where a site is built.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { folderOf, garter } from "./command.js";

/** Checks a folder of pages; returns what TAP says of each snippet. */
async function check(files, options = [], written = "") {
  const { folder, at, remove } = folderOf(files);
  try {
    const result = await garter(["check", ".", ...options], { cwd: folder });
    const lines = result.stdout.split("\n").filter((line) => /^(not )?ok /.test(line));
    return { ...result, lines, written: written && readFileSync(at(written), "utf8") };
  } finally {
    remove();
  }
}

const snippet = (attributes, code) =>
  `<garter-snippet ${attributes}><pre><code>${code}</code></pre></garter-snippet>\n`;

test("what a snippet prints is compared with what it expects, and only where it expects something", async () => {
  const { status, lines } = await check({
    "a.html": `<h1>A</h1>\n${snippet('expect="42"', "print(6 * 7)")}${snippet("", "1 / 0")}${snippet('id="two" expect="1\n2"', "for n in 1, 2: print(n)")}`,
    "b/c.md":
      '# Title\n\n```python garter expect="Ada\\nGrace"\nprint("Ada")\nprint("Grace")\n```\n\n```python\n1 / 0\n```\n',
  });
  assert.deepEqual(lines, ["ok 1 - a.html:2 snippet 1", "ok 2 - a.html:4 snippet two", "ok 3 - b/c.md:3 snippet 1"]);
  assert.equal(status, 0);
});

test("a snippet runs with all that its page gives it", async () => {
  const page = [
    '<template id="hidden">x = 20</template><script type="text/plain" id="wanted">\n22\n</script>',
    snippet('before="hidden" expect="#wanted"', "print(x + 2)"),
    snippet('session="s"', "word = 'kept'"),
    snippet('session="s" expect="kept"', "print(word)"),
    snippet('id="first"', "def f(): return 'f'"),
    snippet('depends-on="first" expect="f"', "print(f())"),
    snippet('stdin="Ada" expect="Name? Hello, Ada"', "print('Hello,', input('Name? '))"),
    snippet(
      'files="words.txt /data/more.txt" expect="one two"',
      "print(open('words.txt').read(), open('more.txt').read())",
    ),
    '<garter-snippet src="../code.py" expect="from a file"></garter-snippet>',
    snippet('display="repl" expect="&#39;a&#39;"', "'a'"),
    '<garter-snippet selector="pre.x" display="repl" expect="3"></garter-snippet><pre class="x">1 + <span>2</span></pre>',
    snippet('expect="2 &amp;lt; 3"', "print('2 &amp;lt; 3')"),
  ].join("\n");
  const result = await check({
    "sub/page.html": page,
    "sub/words.txt": "one",
    "data/more.txt": "two",
    "code.py": "print('from a file')\n",
  });
  assert.equal(result.status, 0, result.stdout);
  assert.equal(result.lines.length, 9);
});

test("what is wrong is said with its place, its difference, and as XML", async () => {
  const result = await check(
    {
      "page.html": [
        snippet('expect="1\n2\n3"', "print(1)\nprint(5)\nprint(3)"),
        snippet('expect="x"', "print(undefined)"),
        snippet('expect="x" timeout="0.2"', "while True: pass"),
        snippet('expect="x" before="nowhere"', "1"),
        snippet('expect="x" files="none.txt"', "1"),
        snippet('expect="x" src="https://example.org/x.py"', "1"),
        snippet('expect="x" timeout="soon"', "print('x')"),
        snippet('expect="x" depends-on="bad"', "1"),
        snippet('id="bad"', "1 / 0"),
        snippet('expect="x"', "print('\\x1b]0;\\x00 ]]&gt; # \\u2028')"),
        snippet('expect="x"', "input()"),
      ].join(""),
    },
    ["--junit", "out/results.xml"],
    "out/results.xml",
  );
  assert.equal(result.status, 1);
  assert.equal(result.lines.length, 10);
  assert.ok(
    result.lines.every((line) => line.startsWith("not ok ")),
    result.stdout,
  );
  for (const said of [
    '"The output differs from what is expected."',
    "    - 2\n    + 5\n",
    "NameError: name 'undefined' is not defined",
    "ran longer than the 0.2 seconds",
    'before names \\"nowhere\\"',
    "files names /none.txt, which is not there",
    "https://example.org/x.py, which is no file of the site",
    'timeout=\\"soon\\" is not a number',
    'This continues the snippet \\"bad\\"',
    "EOFError",
  ]) {
    assert.ok(result.stdout.includes(said), `${said}\n${result.stdout}`);
  }
  assert.match(result.stdout, /^1\.\.10$/m);
  assert.doesNotMatch(result.stdout, /[\x1b\0\u2028]/);
  const xml = result.written;
  assert.match(xml, /<testsuites tests="10" failures="10">/);
  assert.match(xml, /<testcase classname="page\.html" name="snippet 1" file="page\.html" line="1">/);
  assert.match(xml, /- 2&#10;\+ 5/);
  assert.match(xml, /\]\]&gt; #/);
});

test("exercises in pages are checked, once each, with their files and their mistakes", async () => {
  const front = '<script type="text/yaml" data-block="front-matter">\n  id: a\n  title: t\n</script>';
  const tests = '<template data-block="tests" class="language-python">assert x &lt; 2&#10;</template>';
  const solution = (code) => `<pre data-block="solution"><code class="language-python">${code}</code></pre>`;
  const whole = `<garter-exercise>${front}<p>Do <b>it</b>.</p>${tests}${solution("x = 1")}</garter-exercise>`;
  const file =
    "---\nid: b\ntitle: t\n---\nDo it.\n\n```python tests\nassert x\n```\n\n```python solution\nx = 1\n```\n";
  const { lines, stdout, status } = await check({
    "all.html": `<h1>A</h1>\n${whole}\n<garter-exercise src="sub/b.md"></garter-exercise>`,
    "broken.html": [
      "<garter-exercise><p>No parts.</p></garter-exercise>",
      '<garter-exercise src="none.md"></garter-exercise>',
      `<garter-exercise>${front.replace("id: a", "id: c")}<p>Do.</p>${tests}${solution("x = 2")}</garter-exercise>`,
    ].join("\n"),
    "print.html": `${whole}<p>once more</p>`,
    "sub/b.md": file,
  });
  assert.deepEqual(lines, [
    "ok 1 - all.html:2 a: the solution passes",
    "ok 2 - all.html:2 a: the start does not pass",
    "ok 3 - all.html:6 b: the solution passes",
    "ok 4 - all.html:6 b: the start does not pass",
    "not ok 5 - broken.html:1 format",
    "not ok 6 - broken.html:2 exercise 2",
    "not ok 7 - broken.html:3 c: the solution passes",
    "ok 8 - broken.html:3 c: the start does not pass",
    "ok 9 - sub/b.md b: the solution passes",
    "ok 10 - sub/b.md b: the start does not pass",
  ]);
  assert.match(stdout, /src names \/none\.md, which is not there/);
  assert.match(stdout, /x is 2, but it should be less than 2/);
  assert.equal(status, 1);
});

test("a file that cannot be read is said, and the others are checked", async () => {
  const { lines, stdout } = await check({
    "a.html": Uint8Array.of(...Buffer.from("<garter-snippet>\n"), 0xe9),
    "b.html": snippet('expect="1"', "print(1)"),
  });
  assert.deepEqual(lines, ["not ok 1 - a.html text", "ok 2 - b.html:1 snippet 1"]);
  assert.match(stdout, /a\.html is not UTF-8: line 2 has the byte 0xe9/);
});

test("what there is nothing to check in is said", async () => {
  for (const [files, words, said] of [
    [{}, ["."], /holds no exercise, and no snippet with expect/],
    [{ "a.html": snippet("", "1") }, ["."], /holds no exercise, and no snippet with expect/],
    [{ "a.py": "" }, ["a.py"], /a\.py is neither HTML nor Markdown/],
    [{}, ["none"], /none cannot be read: there is no such file/],
    [{}, [], /needs a path/],
    [{}, [".", "--junti", "x"], /did you mean --junit/],
  ]) {
    const { folder, remove } = folderOf(files);
    const { status, stderr } = await garter(["check", ...words], { cwd: folder });
    assert.match(stderr, said);
    assert.equal(status, 2);
    remove();
  }
});
