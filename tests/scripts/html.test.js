// Unit tests of www/safe/html.js and html-style.js: what is read in a stranger's HTML.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readHtml } from "../../www/safe/html.js";
import { plenty, safeSheet, safeStyle } from "../../www/safe/html-style.js";
import { table } from "./table.js";

/** What is read, written with all tags. */
function read(html) {
  let written = "";
  const open = [];
  const reader = {
    open(name, attributes) {
      written += `<${name}${[...attributes].map(([key, value]) => ` ${key}="${value}"`).join("")}>`;
      open.push(name);
    },
    close: () => (written += `</${open.pop()}>`),
    text: (text) => (written += text),
    style: (css) => (written += `{${css}}`),
  };
  for (const _ of readHtml(html, reader));
  assert.deepEqual(open, []);
  return written;
}

table(
  [
    ["a text", "a &amp; b", "a &amp; b"],
    ["elements", "<p>a<b>c</b></p>", "<p>a<b>c</b></p>"],
    ["attributes in all their forms", "<a b c=d e='f' g = \"h>\" C=i>x", '<a b="" c="d" e="f" g="h>">x</a>'],
    ["elements that hold nothing", "a<br>b<hr/><img src=x>", 'a<br></br>b<hr></hr><img src="x"></img>'],
    ["elements that are not closed", "<ul><li>a<li>b</ul>c", "<ul><li>a</li><li>b</li></ul>c"],
    ["lists in lists", "<ul><li>a<ul><li>b</ul><li>c</ul>", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"],
    ["paragraphs that end with the next block", "<p>a<p>b<div>c", "<p>a</p><p>b</p><div>c</div>"],
    [
      "tables without end tags",
      "<table><thead><tr><th>a<tbody><tr><td>b<td>c<tr><td>d</table>e",
      "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td></tr><tr><td>d</td></tr></tbody></table>e",
    ],
    [
      "tables in tables",
      "<table><tr><td><table><tr><td>a</table>b<td>c</table>",
      "<table><tr><td><table><tr><td>a</td></tr></table>b</td><td>c</td></tr></table>",
    ],
    ["definitions", "<dl><dt>a<dd>b<dt>c</dl>", "<dl><dt>a</dt><dd>b</dd><dt>c</dt></dl>"],
    ["end tags in the wrong order", "<b><i>a</b>c</i>d", "<b><i>a</i></b>cd"],
    ["end tags of nothing", "a</p></b></table>b", "ab"],
    ["an end tag in a cell does not leave it", "<b><table><td>a</b>c</table>", "<b><table><td>ac</td></table></b>"],
    ["style sheets", "<style>p > a{}</style>a", "{p > a{}}a"],
    ["scripts are left out", "<script>if (a<b) '<b>'</script>a<TITLE>b</title>c", "ac"],
    ["comments and declarations are left out", "<!doctype html><!-- <b> -->a<?b>c</ d>e", "ace"],
    ["drawings are left out", "<svg><p>a</p></svg>b<math><mi>c</mi></math>", "b"],
    ["signs that begin no tag", "1 < 2 <3 a<", "1 &lt; 2 &lt;3 a&lt;"],
    ["a tag that does not end", "a<b c='", 'a<b c=""></b>'],
    ["a comment that does not end", "a<!-- b", "a"],
    [
      "whole pages",
      "<html><head><title>a</title><style>b</style></head><body>c</body></html>",
      "<html><head>{b}</head><body>c</body></html>",
    ],
  ],
  (html, written) => assert.equal(read(html), written),
);

test("there are no more elements than tags, in whatever order they are closed", () => {
  const tags = (html) => read(html).match(/<[a-z]/g).length;
  const formatted = Array.from({ length: 500 }, (_, at) => `<b id="${at}"><i><font>`).join("");
  assert.ok(tags(`${formatted}${"<p>a".repeat(500)}`) <= 2000);
  assert.ok(tags(`${"<b><p>".repeat(2000)}${"</b></p>".repeat(2000)}`) <= 4000);
});

test("elements that are nested too deep stand beside each other", () => {
  const written = read(`${"<div>".repeat(100_000)}<br>${"</div>".repeat(100_000)}`);
  assert.ok(written.match(/<div>/g).length < 100);
  assert.match(written, /<br>/);
});

table(
  [
    ["colours", "color: #F00; background-color: rgba(1, 2, 3, .5)", "color:#F00;background-color:rgba(1, 2, 3, .5);"],
    [
      "bars of pandas",
      "width: 10em; background: linear-gradient(90deg, #d65f5f 50.0%, transparent 50.0%)",
      "width:10em;background:linear-gradient(90deg, #d65f5f 50.0%, transparent 50.0%);",
    ],
    [
      "borders and fonts",
      "border: 1px solid #ccc; font: italic 600 12px/1.2 'A B', serif; font-weight: 700",
      "border:1px solid #ccc;font:italic 600 12px/1.2 'A B', serif;font-weight:700;",
    ],
    ["a height is one at least", "height: 200px", "min-height:200px;"],
    ["what loads", "background: url(https://example.org); list-style: url('a'); cursor: url(b)", ""],
    [
      "what is computed for each pixel",
      "filter: blur(9px); backdrop-filter: blur(9px); box-shadow: 0 0 999px red; text-shadow: 0 0 9px red; mask: none; clip-path: none; mix-blend-mode: multiply",
      "",
    ],
    ["what moves", "animation: a 1s infinite; transition: all 1s; transform: rotate(9deg)", ""],
    ["what lies over others", "position: fixed; margin: -9px; margin-top: calc(0px - 9px); inset: 0; z-index: 9", ""],
    [
      "what repeats",
      "background: repeating-linear-gradient(red, blue 1px); columns: 99; counter-increment: a; content: counter(a)",
      "",
    ],
    [
      "what is laid out again and again",
      "display: flex; grid-template-columns: repeat(999999, 1px); display: inline-grid",
      "",
    ],
    ["what is enormous", "width: 99999px; font-size: 999px; height: 999em; padding: 101vh; margin: 1e9px", ""],
    ["variables", "--a: red; color: var(--a); width: calc(1px * 9)", ""],
    ["marks of importance", "color: red !important", "color:red;"],
    ["what would end the style", 'color: red}; a{color: blue; color: "\\a', ""],
  ],
  (style, made) => assert.equal(safeStyle(style, plenty()), made),
);

table(
  [
    ["rules", "p, .a > b:first-child { color: red }", "p,.a > b:first-child{color:red;}\n"],
    [
      "rules of pandas",
      ".dataframe tbody tr th:only-of-type { vertical-align: middle; }\n#T_1 td:hover{color:red} tr:nth-child(2n + 1){color:red}",
      ".dataframe tbody tr th:only-of-type{vertical-align:middle;}\n#T_1 td:hover{color:red;}\ntr:nth-child(2n + 1){color:red;}\n",
    ],
    ["selectors that look further", "p:has(a), p:not(a), [a], p ~ a, a::before, a{color:red}", "a{color:red;}\n"],
    [
      "rules with conditions, imports and fonts",
      "@import 'a'; @media all { p { color: red } } @font-face { src: url(a) } @keyframes a { to { color: red } } p{color:red}",
      "p{color:red;}\n",
    ],
    ["nested rules", "p { color: red; a { color: blue } }", "p{color:red;}\n"],
    ["an end that is missing", "p { color: red", "p{color:red;}\n"],
  ],
  (css, made) => assert.equal(safeSheet(css, plenty()), made),
);

test("style sheets have no more rules and gradients than a browser can bear", () => {
  const rules = (css) => safeSheet(css, plenty()).split("\n").length - 1;
  assert.equal(rules("p{color:red}".repeat(10_000)), 200);
  assert.equal(rules("#a{color:red}".repeat(10_000)), 5000);
  assert.equal(rules("#a{background:linear-gradient(red,blue)}".repeat(1000)), 500);
});
