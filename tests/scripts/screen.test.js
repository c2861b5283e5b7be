// Unit tests of www/output/screen.js: what a reader sees in the terminal after a program has printed.
//
// The files of this folder test the scripts that need no document. `node --test tests/scripts/*.test.js`
// runs them in a second; tests/browser tests the rest in browsers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { HEIGHT, Screen } from "../../www/output/screen.js";
import { table } from "./table.js";

/** A screen on which a program has printed these pieces, one after the other. */
function screenWith(...pieces) {
  const screen = new Screen();
  for (const piece of pieces) screen.write("stdout", piece);
  return screen;
}

/** All of the transcript, as a reader sees it: trailing blanks are invisible. */
function seen(screen) {
  const finished = screen.takeNews().finished.map(({ text }) => text);
  const lines = screen.lines.map(({ text, isWrapped }) => text + (isWrapped ? "" : "\n"));
  return [...finished, ...lines]
    .join("")
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd();
}

/** The looks in which a program has printed a text. */
const looks = (text) => screenWith(text).lines.flatMap(({ spans }) => spans.map(({ text, look }) => [text, look]));

table(
  [
    ["text is shown as it is", ["hello"], "hello"],
    ["lines stand below one another", ["one\ntwo\n"], "one\ntwo"],
    ["output in pieces is one text", ["he", "llo", "\nwor", "ld"], "hello\nworld"],
    ["a carriage return overwrites the line, as progress bars do", ["10 %\r100 %"], "100 %"],
    ["what a shorter text does not overwrite stays", ["hello\rJ"], "Jello"],
    ["a carriage return and a line feed are one line end", ["one\r\ntwo"], "one\ntwo"],
    ["a backspace moves and does not erase", ["cat\b\b\bb"], "bat"],
    ["a backspace stops at the line's beginning", ["a\b\b\bb"], "b"],
    ["a tab goes to the next multiple of eight", ["a\tb\n12345678\tc"], "a       b\n12345678        c"],
    ["a tab moves over text and does not erase it", ["0123456789\r\tX"], "01234567X9"],
    ["a bell and other control characters are not shown", ["a\x07\x00\x7fb"], "ab"],
    ["vertical tab and form feed begin a line", ["a\vb\fc"], "a\nb\nc"],
  ],
  (pieces, expected) => assert.equal(seen(screenWith(...pieces)), expected),
);

table(
  [
    ["the cursor goes up", "one\ntwo\x1b[Aup", "oneup\ntwo"],
    ["the cursor goes down and makes lines", "a\x1b[2Bb", "a\n\n b"],
    ["the cursor goes right over blanks", "a\x1b[3Cb", "a   b"],
    ["the cursor goes left", "abc\x1b[2DX", "aXc"],
    ["the cursor goes to the beginning of a line below", "a\x1b[Eb", "a\nb"],
    ["the cursor goes to the beginning of a line above", "one\ntwo\x1b[FX", "Xne\ntwo"],
    ["the cursor goes to a column", "abc\x1b[2GX", "aXc"],
    ["the cursor goes to a row and a column", "one\ntwo\x1b[1;2HX", "oXe\ntwo"],
    ["the cursor goes home without numbers", "one\x1b[HX", "Xne"],
    ["the cursor stays on the screen", "a\x1b[99A\x1b[99DX", "X"],
    ["the cursor comes back to where it was saved", "ab\x1b[scd\x1b[uX", "abXd"],
    ["the older codes save the cursor too", "ab\x1b7cd\x1b8X", "abXd"],
    ["the rest of a line is erased", "hello\x1b[3D\x1b[K", "he"],
    ["the beginning of a line is erased", "hello\x1b[3D\x1b[1K", "   lo"],
    ["a whole line is erased, and the cursor stays", "hello\x1b[2Kx", "     x"],
    ["the screen below the cursor is erased", "one\ntwo\x1b[A\x1b[J", "one"],
    ["the screen above the cursor is erased", "one\ntwo\x1b[1J", ""],
    ["everything is erased", "one\ntwo\x1b[2J\x1b[Hnew", "new"],
    ["a reset erases everything", "one\x1b[31m\x1bcnew", "new"],
    ["codes of eight bits work too", "ab\x9b2DX", "Xb"],
    ["a window's title is not shown", "\x1b]0;title\x07text", "text"],
    ["a title with the other end is not shown", "\x1b]0;title\x1b\\text", "text"],
    ["an unknown code is not shown", "a\x1b[?25lb\x1b[5qc\x1b(Bd", "abcd"],
    ["a private code is not taken for the public one", "one\x1b[>4;2m two\x1b[?5D!", "one two!"],
    ["a code with an intermediate character is not taken for the one without", "abc\x1b[2 D!", "abc!"],
  ],
  (text, expected) => {
    assert.equal(seen(screenWith(text)), expected);
    // The rest of a control sequence may arrive later, wherever it is split.
    assert.equal(seen(screenWith(...text)), expected, "character by character");
  },
);

table(
  [
    ["plain text has the look of its stream", "a", [["a", "stdout"]]],
    [
      "bold ends with a reset",
      "\x1b[1ma\x1b[0mb",
      [
        ["a", "stdout bold"],
        ["b", "stdout"],
      ],
    ],
    [
      "an empty reset is one too",
      "\x1b[1ma\x1b[mb",
      [
        ["a", "stdout bold"],
        ["b", "stdout"],
      ],
    ],
    [
      "emphasis ends by itself",
      "\x1b[1;3ma\x1b[22mb\x1b[23mc",
      [
        ["a", "stdout bold italic"],
        ["b", "stdout italic"],
        ["c", "stdout"],
      ],
    ],
    [
      "normal weight ends dim as well",
      "\x1b[2ma\x1b[22mb",
      [
        ["a", "stdout dim"],
        ["b", "stdout"],
      ],
    ],
    ["one of eight colours", "\x1b[31ma", [["a", "stdout fg1"]]],
    ["a bright colour on a background", "\x1b[92;44ma", [["a", "stdout fg10 bg4"]]],
    ["a bright background", "\x1b[103ma", [["a", "stdout bg11"]]],
    ["a colour replaces the former one", "\x1b[31m\x1b[32ma", [["a", "stdout fg2"]]],
    ["the usual colours come back", "\x1b[31;44m\x1b[39;49ma", [["a", "stdout"]]],
    [
      "one of 256 colours",
      "\x1b[38;5;9ma\x1b[38;5;196mb\x1b[38;5;244mc",
      [
        ["a", "stdout fg9"],
        ["b", "stdout|rgb(255, 0, 0)|"],
        ["c", "stdout|rgb(128, 128, 128)|"],
      ],
    ],
    ["any colour, and emphasis after it", "\x1b[48;2;1;2;3;1ma", [["a", "stdout bold||rgb(1, 2, 3)"]]],
    ["a colour out of range is the nearest one", "\x1b[38;2;999;0;0ma", [["a", "stdout|rgb(255, 0, 0)|"]]],
    [
      "any colour as the standard writes it, with colons",
      "\x1b[38:2::1:2:3ma\x1b[0;38:5:9mb",
      [
        ["a", "stdout|rgb(1, 2, 3)|"],
        ["b", "stdout fg9"],
      ],
    ],
    [
      "a curly underline is an underline",
      "\x1b[4:3ma\x1b[4:0mb",
      [
        ["a", "stdout underline"],
        ["b", "stdout"],
      ],
    ],
  ],
  (text, expected) => assert.deepEqual(looks(text), expected),
);

test("a colour lasts over lines and ends with the next program", () => {
  const screen = screenWith("\x1b[31ma\nb");
  assert.deepEqual(screen.lines[1].spans, [{ text: "b", look: "stdout fg1" }]);
  screen.reset();
  screen.write("stdout", "c");
  assert.deepEqual(screen.lines[1].spans, [
    { text: "b", look: "stdout fg1" },
    { text: "c", look: "stdout" },
  ]);
});

test("half a control sequence of one program is not completed by the next", () => {
  const screen = screenWith("a\x1b[3");
  screen.reset();
  screen.write("stdout", "1mb");
  assert.equal(seen(screen), "a1mb");
});

test("streams keep their looks side by side", () => {
  const screen = new Screen();
  screen.write("stdout", "out ");
  screen.write("stderr", "err");
  assert.deepEqual(screen.line.spans, [
    { text: "out ", look: "stdout" },
    { text: "err", look: "stderr" },
  ]);
});

table(
  [
    ["an ideograph takes two columns", "漢\x1b[3Gx", "漢x"],
    ["an emoji takes two columns", "🐍\x1b[3Gx", "🐍x"],
    ["a wide character loses its place when its first half is overwritten", "漢字\rx", "x 字"],
    ["a wide character loses its place when its second half is overwritten", "漢字\x1b[2Gx", " x字"],
    ["half of a wide character is not erased alone", "漢字\x1b[2G\x1b[1K", "  字"],
    ["a combining mark takes no column", "e\u0301\x1b[2Gx", "e\u0301x"],
    ["a combining mark that arrives later joins its character", "e", "e\u0301", "\u0301"],
    ["overwriting a character takes its mark too", "e\u0301a\rx", "xa"],
    ["overwriting half of a wide character takes its mark too", "か\u3099a\rx", "x a"],
    ["a mark at the beginning of a line is dropped", "\u0301a", "a"],
  ],
  (text, expected, later = "") => assert.equal(seen(screenWith(text, later)), expected),
);

test("a character carries no more marks than any language needs, however they arrive", () => {
  const crowd = "\u0301".repeat(1000);
  for (const pieces of [["e" + crowd], ["e", ...crowd], ["xe" + crowd, "\x1b[Hy"]]) {
    const marks = [...seen(screenWith(...pieces))].filter((char) => char === "\u0301").length;
    assert.ok(marks > 2 && marks <= 17, `${marks} marks`);
  }
});

test("characters that join others and take a column are counted too, and keep their columns", () => {
  for (const char of ["\u0e33", "\u0eb3", "\uaa7b", "\u1a61", "\u{1f3fb}", "\ua9c0"]) {
    for (const pieces of [
      ["x" + char.repeat(900)],
      ["x", ...char.repeat(900)].slice(0, 400),
      ["yx" + char.repeat(300), "\x1b[Hz"],
    ]) {
      const screen = screenWith(...pieces);
      const text = seen(screen);
      const runs = text.match(new RegExp(`${char}+`, "gu")) ?? [];
      assert.ok(runs.length > 0 && runs.every((run) => run.length <= 16 * char.length), `${runs.length} runs`);
      assert.ok(text.includes("\ufffd"), "what is too much is marked");
    }
    // What follows stands where it would stand.
    const screen = screenWith("x" + char.repeat(30) + "\x1b[1G" + "z");
    assert.ok(seen(screen).startsWith("z"));
    assert.ok(!seen(screen).includes(" "));
  }
});

test("lines that have scrolled out are news once, in order, and nothing changes them any more", () => {
  const screen = screenWith(Array.from({ length: HEIGHT + 2 }, (_, number) => `line ${number}`).join("\n"));
  const { finished } = screen.takeNews();
  assert.deepEqual(finished, [{ text: "line 0\nline 1\n", look: "stdout" }]);
  screen.write("stdout", "\x1b[HX");
  assert.equal(screen.lines[0].text, "Xine 2");
  assert.deepEqual(screen.takeNews(), { wasCleared: false, finished: [] });
});

test("a line without end is broken, and reads as one line", () => {
  const text = "0123456789".repeat(500);
  const screen = screenWith(text);
  assert.ok(screen.lines.every(({ length }) => length <= 1024));
  assert.equal(seen(screen), text);
});

test("lines that can still change hold a bounded amount of text", () => {
  const screen = screenWith(`${"x".repeat(1000)}\n`.repeat(40));
  assert.ok(screen.lines.reduce((sum, { length }) => sum + length, 0) <= 6000);
  assert.equal(seen(screen), `${"x".repeat(1000)}\n`.repeat(40).trimEnd());
});

test("clearing the screen is news, and forgets what has scrolled out", () => {
  const screen = screenWith("a\n".repeat(HEIGHT + 5), "\x1b[2J");
  assert.deepEqual(screen.takeNews(), { wasCleared: true, finished: [] });
  assert.equal(seen(screen), "");
});

test("nothing that is printed later changes sealed lines", () => {
  const screen = screenWith("one\ntwo");
  screen.seal();
  screen.write("stdout", "\x1b[H\x1b[Anew");
  assert.equal(seen(screen), "one\ntwonew");
});

test("only lines that have changed are drawn anew", () => {
  const screen = screenWith("one\ntwo\nthree");
  screen.changed.clear();
  screen.write("stdout", "\x1b[2;1H2");
  assert.deepEqual([...screen.changed], [screen.lines[1]]);
});

test("a flood of control codes does not take long", { timeout: 5000 }, () => {
  for (const code of ["\x1b[", "\x1b]", "\x1b]x\x1b", "\x9b1;", "\x1b[1;", "e\u0301\r"])
    screenWith(code.repeat(50_000));
});
