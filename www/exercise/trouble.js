// @ts-check
// Why nothing can be checked.

/** @typedef {import("./checking.js").Trouble} Trouble */

/** Something is wrong that is no case's. */
export class TroubleError extends Error {
  /** @param {Trouble} facts */
  constructor(facts) {
    super(facts.message);
    this.facts = facts;
  }
}
