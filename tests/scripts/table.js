// Tests that differ in their data only.

import { test } from "node:test";

/**
 * Makes a test of each case. Its first value is what the test claims, the others are given to `check`.
 * @param {[claim: string, ...values: any[]][]} cases
 * @param {(...values: any[]) => void | Promise<void>} check
 */
export function table(cases, check) {
  for (const [claim, ...values] of cases) test(claim, () => check(...values));
}
