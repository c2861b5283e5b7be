// Unit tests of www/snippet/source.js: the code that an element holds, as a reader sees it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dedented, rangeOf, sourceOf } from "../../www/snippet/source.js";
import { table } from "./table.js";

// As much of a document as the code of an element is made of.
class Text {
  constructor(data) {
    this.data = data;
  }
}
class Element {
  constructor(childNodes = [], isBeside = false) {
    this.childNodes = childNodes;
    this.matches = () => isBeside;
  }
}
class HTMLBRElement extends Element {}
const document = {
  createRange: () => ({
    setStart(node, offset) {
      this.start = [node, offset];
    },
    setEnd(node, offset) {
      this.end = [node, offset];
    },
  }),
};
const fakes = { Text, Element, HTMLBRElement, document };
before(() => Object.assign(globalThis, fakes));
after(() => {
  for (const name of Object.keys(fakes)) delete globalThis[name];
});

const text = (data) => new Text(data);
const element = (...children) => new Element(children);
const beside = (...children) => new Element(children, true);

table(
  [
    ["indentation that all lines have is the page's", "\n    if x:\n        y\n    z\n  ", "if x:\n    y\nz\n"],
    ["text without indentation stays", "a\n  b", "a\n  b\n"],
    ["empty lines have no say in it", "  a\n\n  b", "a\n\nb\n"],
    ["an indented first line stays indented", "    a\n  b", "  a\nb\n"],
    ["tabs are indentation as well", "\n\ta\n\t\tb", "a\n\tb\n"],
    ["no code is an empty line", " \n ", "\n"],
  ],
  (written, code) => assert.equal(dedented(written), code),
);

test("the code of a highlighter is read without its spans", () => {
  const { text: code } = sourceOf(element(element(text("print")), text("("), element(text("1")), text(")\n\n")));
  assert.equal(code, "print(1)\n");
});

test("line breaks of a highlighter are line breaks", () => {
  assert.equal(sourceOf(element(text("a"), new HTMLBRElement(), text("b"))).text, "a\nb");
});

test("line numbers and buttons beside the code are no code", () => {
  assert.equal(
    sourceOf(element(beside(text("1\n2\n")), text("a\n"), element(beside(text("Copy")), text("b")))).text,
    "a\nb",
  );
});

test("a line is found in the page across the nodes that show it", () => {
  const [first, second, third] = [text("a\n  pr"), text("int"), text("(1)  \nb")];
  const source = sourceOf(element(first, element(second), third));
  const range = rangeOf(source, 2);
  assert.deepEqual(range.start, [first, 4], "without its indentation");
  assert.deepEqual(range.end, [third, 3], "without the blanks at its end");
  assert.deepEqual(rangeOf(source, 3).start, [third, 6]);
});

test("an empty line, or one that is not there, has no place", () => {
  const source = sourceOf(element(text("a\n  \nb")));
  assert.equal(rangeOf(source, 2), null);
  assert.equal(rangeOf(source, 4), null);
});
