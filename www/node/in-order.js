// @ts-check
// Several programs at the same time, with what comes of them in order.

import { availableParallelism } from "node:os";

/** As many as run at once in a page, but not more than there are processors: a budget of time is one of the clock's time. */
const AT_ONCE = Math.min(4, availableParallelism());

/**
 * @template A, B
 * @param {A[]} items
 * @param {(item: A) => Promise<B>} work
 * @returns {Generator<Promise<B>>} what comes of each, in the order of the items
 */
export function* inOrder(items, work) {
  /** @type {Promise<B>[]} */
  const begun = [];
  for (let at = 0; at < items.length; at += 1) {
    while (begun.length < Math.min(items.length, at + AT_ONCE)) {
      const next = work(items[begun.length]);
      // It is awaited later; until then its failure is nobody's.
      next.catch(() => {});
      begun.push(next);
    }
    yield begun[at];
  }
}
