// @ts-check
// What the editor is told of the names in a module.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Library } from "../../www/playground/library.js";

/** What Python prints, by a part of what it is asked. */
const ANSWERS = [
  ["find_spec", "math\tnamespace\n"],
  [
    "import math as",
    "pi\tvariable\t\t\nsqrt\tfunction\t(x, /)\tReturn the square root of x.\nsum\tfunction\t\tAdds.\n",
  ],
];

/** @param {string[]} asked */
function library(asked) {
  const garter = {
    run: async (/** @type {string} */ source) => {
      asked.push(source);
      return { stdout: ANSWERS.find(([part]) => source.includes(part))?.[1] };
    },
  };
  return new Library(() => /** @type {any} */ (garter));
}

test("a name has its signature and the first line of its docstring, if it has them", async () => {
  assert.deepEqual(await library([]).members("math"), [
    { label: "pi", type: "variable" },
    { label: "sqrt", type: "function", detail: "(x, /)", info: "Return the square root of x." },
    { label: "sum", type: "function", info: "Adds." },
  ]);
});

test("a name is looked up in a module of the library, which is asked once", async () => {
  /** @type {string[]} */
  const asked = [];
  const names = library(asked);
  assert.equal((await names.about("math", "sqrt"))?.detail, "(x, /)");
  assert.equal(await names.about("math", "cbrt"), undefined);
  assert.equal(asked.length, 2);
});

test("what is no module of the library is not imported to be described", async () => {
  /** @type {string[]} */
  const asked = [];
  assert.equal(await library(asked).about("helper", "work"), undefined);
  assert.equal(await library(asked).about("math; import os", "work"), undefined);
  assert.equal(asked.length, 1);
});
