// @ts-check
// The programs that prepare cases and ask about tests: the Python part of exercises, and what is asked of it.

import PYTHON from "../../target/types/exercise-python.js";

/** What runs a case is called as no program calls anything. */
export const entryName = () => `__case_${crypto.getRandomValues(new Uint32Array(1))[0].toString(16)}__`;

/**
 * A program that asks the Python part, whose names are in a dictionary of its own. JSON text is Python text as well. With
 * the signs around its name, tracebacks do not look for its lines, for which they use what a program may have broken.
 * @param {string} name of a function of www/exercise/python
 * @param {...object} request
 */
export const call = (name, ...request) =>
  `(lambda names: (exec(compile(${JSON.stringify(PYTHON)}, "<exercise>", "exec"), names), names["${name}"](${request
    .map((one) => JSON.stringify(JSON.stringify(one)))
    .join()})))({"__name__": "_exercise"})`;
