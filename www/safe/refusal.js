// @ts-check
// Why something that a program shows is not drawn. The page says it in its own words: `refused` of the texts.

/**
 * @typedef {"bytes" | "elements" | "nested" | "circle" | "repeats" | "pixels" | "edges" | "characters" | "styles"
 *   | "entities" | "pictures" | "frames" | "size"} Reason
 */

export class Refusal extends Error {
  reason;
  count;
  most;

  /**
   * @param {Reason} reason
   * @param {number} count what there is
   * @param {number} most what is allowed
   */
  constructor(reason, count, most) {
    super(`${reason}: ${count} of ${most}`);
    this.reason = reason;
    this.count = count;
    this.most = most;
  }
}
