// Unit tests of www/texts/quoted.js: a stranger's words within a sentence of the page.

import assert from "node:assert/strict";
import { quoted } from "../../www/texts/quoted.js";
import { table } from "./table.js";

table(
  [
    ["a name is shown as it is", "ValueError", "ValueError"],
    ["nothing is nothing", "", ""],
    ["other letters keep to themselves", "Größenfehler", "\u2068Größenfehler\u2069"],
    ["line ends are shown", "a\nb\r\u2028", "a\\nb\\x0d\\u2028"],
    ["escape codes are shown", "\x1b[2J", "\\x1b[2J"],
    ["direction marks are shown", "\u202eexe\u2066", "\\u202eexe\\u2066"],
    [
      "what nobody sees is shown",
      "a\u200b\u00ad\u3164\ufe0f\u2800\u{e0041}",
      "a\\u200b\\xad\\u3164\\ufe0f\\u2800\\U000e0041",
    ],
    ["blanks that look like one are shown", "a b\u00a0\u3000", "a b\\xa0\\u3000"],
    ["half a character is shown", "\ud800", "\\ud800"],
    ["it cannot end the quotation", '”a“「b」"', "\\u201da\\u201c\\u300cb\\u300d\\x22"],
    ["marks do not pile up", "e\u0301\u0301\u0301", "\u2068e\u0301\u0301\\u0301\u2069"],
    ["as much as there is room for is shown", "a".repeat(40), "a".repeat(40)],
    ["of more the beginning is shown", "a".repeat(41), `${"a".repeat(39)}…`],
    ["an escape is shown whole or not at all", `${"a".repeat(37)}\u202e`, `${"a".repeat(37)}…`],
  ],
  (text, shown) => assert.equal(quoted(text, 40), shown),
);

table([["a megabyte of anything is cut", ["a", "\u202e", "\u0301", "\u{1f600}", "\n"]]], (characters) => {
  for (const character of characters) assert.ok(quoted(character.repeat(1e6), 60).length <= 62);
});
