// @ts-check
// Runs the programs of a check in the page's Garter.

import { folderOf } from "../client/package-address.js";

/**
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {import("../client/run.js").Run} Run
 * @typedef {import("../client/run.js").RunOptions} RunOptions
 * @typedef {import("../client/run.js").RunResult} RunResult
 * @typedef {import("../../target/types/ErrorReport.ts").ErrorReport} ErrorReport
 */

/** How a program ended. @typedef {Pick<RunResult, "status" | "stdout" | "error" | "exitCode" | "kept" | "file">} Outcome */

/**
 * What a program may be run with. The first one in an interpreter decides `deterministic` for all, and one of them
 * `modules` for all after it.
 * @typedef {Pick<RunOptions, "stdin" | "files" | "budget" | "modules" | "deterministic">} ProgramOptions
 */

/**
 * A fresh interpreter. Programs run in it one after the other, each on the names of those before it.
 * @typedef {object} Interpreter
 * @property {(source: string, options: ProgramOptions) => Promise<Outcome>} run rejects only if options are wrong or
 *   Garter itself is broken; its outcome has `kept` if another program may follow
 * @property {() => void} stop interrupts the program that runs, which then ends as `stopped`
 * @property {() => void} end nothing runs in it any more
 */

/**
 * What runs programs.
 * @typedef {object} Engine
 * @property {(source: string, options: { policy?: RunOptions["policy"] }) => Promise<ErrorReport | null>} check what is
 *   wrong with a text without running it
 * @property {() => Interpreter} open
 */

/**
 * @param {Pick<Garter, "run" | "check">} garter
 * @param {import("../client/packages.js").PackageSources} packages that every program may import from
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

/** What runs nothing. @type {Engine} */
export const noEngine = {
  check: async () => null,
  open: () => {
    throw new Error("this exercise runs no program");
  },
};

/**
 * Who reads an exercise need not be who has written it: its packages come from where it does.
 * @param {import("./format.js").Exercise["packages"]} packages
 * @param {string | null} base the address of the exercise; null if it is the page's
 * @param {string[]} [more] sites that may be asked besides the exercise's own, or besides its folder if that is on a disk
 * @returns {import("../client/package-address.js").NamedAddress[]}
 */
export const packagesOf = (packages, base, more = []) =>
  packages.map((one) => {
    // Where it was read, more was known of it.
    if (typeof one !== "string") return one;
    const seenFrom = new URL(base ?? "", globalThis.document?.baseURI).href;
    return { address: one, base: seenFrom, sites: [folderOf(seenFrom), ...more] };
  });
