// @ts-check
// Numbers to the last bit: thousands of calls in Garter and in CPython 3.14 (tests/numbers).

import assert from "node:assert/strict";
import { test } from "node:test";
import { compare, GROUPS, oracle } from "../numbers/compare.mjs";

/** How many of a thousand calls have CPython's result at least. Whoever mends a kind raises the number. */
const LEAST = {
  math: 956,
  cmath: 962,
  arithmetic: 997,
  texts: 1000,
  statistics: 990,
  random: 964,
  decimal: 994,
};

/** How many calls there are at least. */
const LEAST_CALLS = 90_000;

test("numbers have CPython's bits, and errors its words", async (t) => {
  const python = await oracle();
  let all = 0;
  for (const group of GROUPS) {
    await t.test(group, () => {
      const { calls, different } = compare(group, python);
      all += calls;
      const same = calls - different.length;
      const advice = `node tests/numbers/compare.mjs ${group} shows the others`;
      assert.ok(same * 1000 >= calls * LEAST[group], `only ${same} of ${calls} are the same; ${advice}`);
    });
  }
  assert.ok(all >= LEAST_CALLS, `there are only ${all} calls`);
});
