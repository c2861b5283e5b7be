// @ts-check
// Runs the programs of a check in the page's Garter.

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("./checking.js").Engine} Engine
 */

/**
 * @param {Pick<Garter, "run" | "check">} garter
 * @param {import("../client/packages.js").PackageSource[]} packages that every program may import from
 * @returns {Engine}
 */
export const engineOf = (garter, packages) => ({
  check: async (source, { policy }) => garter.check(source, { policy }),
  open() {
    /** @type {Run | null} */
    let last = null;
    return {
      async run(source, options) {
        // They stay in the interpreter.
        last = garter.run(source, { ...options, packages: last ? [] : packages, keep: true, after: last });
        return last;
      },
      stop: () => last?.stop(),
      end: () => last?.end(),
    };
  },
});

/**
 * @param {string[]} packages
 * @param {string | null} base the address of the exercise; null if it is the page's
 * @returns {string[]} addresses that are seen from the page. What is no address stays, and is named where it is used
 */
export const addressesOf = (packages, base) =>
  packages.map((one) => {
    try {
      return new URL(one, new URL(base ?? "", globalThis.document?.baseURI)).href;
    } catch {
      return one;
    }
  });
