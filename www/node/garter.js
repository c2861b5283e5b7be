#!/usr/bin/env node
// @ts-check
// The command `garter`, for authors.

import { GarterError } from "../client/errors.js";
import { Complaint, UsageComplaint } from "./complaint.js";
import { likeliest } from "./options.js";

/** @typedef {{ run: (words: string[]) => Promise<number>, help: string }} Command `run` returns the exit status */

/** Each is loaded when it is called: to read pages takes as much code as all the rest. @type {Record<string, () => Promise<Command>>} */
const COMMANDS = {
  check: () => import("./check.js"),
  grade: () => import("./grade.js"),
  packages: () => import("./packages.js"),
  run: () => import("./run.js"),
  scorm: () => import("./scorm.js"),
};

const HELP = `\
garter COMMAND

  run FILE      run a Python program as a page would
  check PATHS…  test exercises, and snippets of pages that say what they print
  grade FOLDER  mark what a class has handed in
  scorm PATHS…  write exercises as a package for learning platforms
  packages lock FILE  fetch packages of pure Python for pages

garter COMMAND --help says more of each. Node.js 20.12 or newer; no browser is needed.
`;

/** The exit status of a command that is wrong. */
const USAGE = 2;

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit status
 */
async function main([name, ...words]) {
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    process.stdout.write(HELP);
    return name === undefined ? USAGE : 0;
  }
  if (!Object.hasOwn(COMMANDS, name)) {
    const meant = likeliest(name, Object.keys(COMMANDS));
    throw new UsageComplaint(`there is no command ${name}${meant ? `; did you mean ${meant}?` : ""}`);
  }
  return (await COMMANDS[name]()).run(words);
}

// Whoever reads the output may go away: `garter … | head`.
process.stdout.on("error", (error) => {
  if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPIPE") throw error;
  process.exit(0);
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // What is a mistake of ours needs its stack.
  if (!(error instanceof Complaint || error instanceof GarterError)) throw error;
  process.stderr.write(`garter: ${error.message}\n`);
  if (error instanceof UsageComplaint) process.stderr.write("garter --help says what there is.\n");
  process.exitCode = USAGE;
}
