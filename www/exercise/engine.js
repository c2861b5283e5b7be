// @ts-check
// Runs the programs of a check in the page's Garter.

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("./checking.js").Engine} Engine
 */

/**
 * @param {Pick<Garter, "run" | "check">} garter
 * @returns {Engine}
 */
export const engineOf = (garter) => ({
  check: async (source, { policy }) => garter.check(source, { policy }),
  open() {
    /** @type {Run | null} */
    let last = null;
    return {
      async run(source, options) {
        last = garter.run(source, { ...options, keep: true, after: last });
        return last;
      },
      stop: () => last?.stop(),
      end: () => last?.end(),
    };
  },
});
