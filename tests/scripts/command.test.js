// Unit tests of www/node that need no interpreter: words of a command, fences, reports.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decoded } from "../../www/node/files.js";
import { attributesOf } from "../../www/node/info.js";
import { explained, likeliest, parse } from "../../www/node/options.js";
import { junit, Tap } from "../../www/node/report.js";

const KINDS = {
  quick: { kind: "flag", short: "q", help: "be quick" },
  name: { kind: "text", value: "NAME", help: "of it" },
  seconds: { kind: "number", value: "N", help: "of time" },
  add: { kind: "list", value: "FILE", help: "another one" },
};

test("options may stand anywhere before --, with or without an equals sign", () => {
  const { options, operands, rest } = parse(
    ["a", "--name", "x", "-q", "--seconds=1.5", "b", "--add", "1", "--add=2", "--", "--name", "-q"],
    KINDS,
  );
  assert.deepEqual(options, { quick: true, name: "x", seconds: 1.5, add: ["1", "2"] });
  assert.deepEqual(operands, ["a", "b"]);
  assert.deepEqual(rest, ["--name", "-q"]);
  assert.deepEqual(parse([], KINDS).options, { quick: false, name: undefined, seconds: undefined, add: [] });
  // A value may be negative, empty, or begin with a hyphen where nobody can take it for an option.
  assert.equal(parse(["--seconds", "-3"], KINDS).options.seconds, -3);
  assert.equal(parse(["--name="], KINDS).options.name, "");
  assert.equal(parse(["--name=--quick"], KINDS).options.name, "--quick");
});

test("a word that is wrong is named, with what is meant", () => {
  for (const [words, said] of [
    [["--quik"], "there is no option --quik; did you mean --quick?"],
    [["--sec", "1"], "there is no option --sec; did you mean --seconds?"],
    [["--other"], "there is no option --other"],
    [["-x"], "there is no option -x"],
    [["--quick=yes"], '--quick takes no value, and "yes" is given'],
    [["--name"], "--name needs a value: --name NAME"],
    [["--name", "--quick"], "--name needs a value: --name NAME"],
    [["--name", "a", "--name", "b"], "--name is given twice"],
    [["--seconds", ""], '--seconds is ""; it must be a number'],
    [["--seconds", "1,5"], '--seconds is "1,5"; it must be a number'],
    [["--seconds", "Infinity"], '--seconds is "Infinity"; it must be a number'],
    [["--__proto__"], "there is no option --__proto__"],
  ]) {
    assert.throws(() => parse(words, KINDS), { message: said }, words.join(" "));
  }
  assert.equal(likeliest("chekc", ["check", "run"]), "check");
  assert.equal(likeliest("x", ["check", "run"]), null);
});

test("the help has a line for each option", () => {
  assert.equal(
    explained(KINDS),
    "  -q, --quick  be quick\n  --name NAME  of it\n  --seconds N  of time\n  --add FILE   another one\n",
  );
});

test("what stands behind a fence's language is read as the plug-ins read it", () => {
  for (const [info, attributes] of [
    ["python", null],
    ["python garter", {}],
    ["python,garter,editable", { editable: "" }],
    [
      'python garter stdin="Ada\\nGrace" expect="say \\"hi\\"" timeout=5',
      { stdin: "Ada\nGrace", expect: 'say "hi"', timeout: "5" },
    ],
    ["python garter no-garter", null],
  ]) {
    const found = attributesOf(info);
    assert.equal(found.language, "python");
    assert.equal(found.isMarked, attributes !== null);
    if (attributes) assert.deepEqual(found.attributes, attributes);
  }
});

test("the line of the first byte that is no UTF-8 is named", () => {
  for (const [bytes, said] of [
    [[0x61, 0x0a, 0xff], "line 2 has the byte 0xff"],
    [[0x61, 0xe9, 0x0a], "line 1 has the byte 0xe9"],
    [[0x0a, 0x0a, 0xe3, 0x81], "line 3 has the byte 0xe3"],
    [[0xc3, 0xa9, 0x80], "line 1 has the byte 0x80"],
    [[0xed, 0xa0, 0x80], "line 1 has the byte 0xed"],
  ]) {
    assert.throws(() => decoded(Uint8Array.from(bytes), "a.py"), {
      message: `a.py is not UTF-8: ${said}. Save it as UTF-8.`,
    });
  }
  assert.equal(decoded(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61), "a.py"), "a");
});

const RESULTS = [
  { file: "a.md", line: 3, name: "right", problem: null, details: [] },
  {
    file: "a.md",
    line: null,
    name: 'wr#ng \\ <&"\u001b[2J\n',
    problem: 'no\n"good"',
    details: ["one\u0000", "  two: <x>"],
  },
];

test("results are printed as TAP, whatever stands in them", () => {
  let printed = "";
  const tap = new Tap((text) => (printed += text));
  for (const result of RESULTS) tap.add(result);
  tap.end();
  assert.equal(
    printed,
    'TAP version 14\nok 1 - a.md:3 right\nnot ok 2 - a.md wr\\#ng \\\\ <&"\ufffd[2J\ufffd\n  ---\n' +
      '  message: "no\ufffd\\"good\\""\n  details: |2\n    one\ufffd\n      two: <x>\n  ...\n1..2\n',
  );
});

test("results are written as JUnit's XML, whatever stands in them", () => {
  const xml = junit(RESULTS);
  assert.ok(xml.includes('<testsuites tests="2" failures="1">'));
  assert.ok(xml.includes('<testsuite name="a.md" tests="2" failures="1">'));
  assert.ok(xml.includes('name="right" file="a.md" line="3"/>'));
  assert.ok(xml.includes('name="wr#ng \\ &lt;&amp;&quot;\ufffd[2J&#10;"'));
  assert.ok(xml.includes('<failure message="no&#10;&quot;good&quot;">one\ufffd&#10;  two: &lt;x&gt;</failure>'));
});
