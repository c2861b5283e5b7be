// @ts-check
// `garter check`: whether what an author has written does what it says.

import path from "node:path";
import { Complaint, UsageComplaint } from "./complaint.js";
import { checkExercise, isExercise } from "./exercises.js";
import { filesBelow, kindOf, textOf, write } from "./files.js";
import { HOST_OPTIONS, sitesOf } from "./hosts.js";
import { inOrder } from "./in-order.js";
import { openGarter } from "./kernel.js";
import { explained, HELP, parse } from "./options.js";
import { checkPage } from "./page-check.js";
import { junit, Tap } from "./report.js";

/** @typedef {import("./report.js").Result} Result */

const OPTIONS = /** @type {const} */ ({
  junit: { kind: "text", value: "FILE", help: "write the results there as well, as XML that build servers read" },
  ...HOST_OPTIONS,
  ...HELP,
});

export const help = `\
garter check PATHS… [OPTIONS]

Runs every exercise, in a file (.md) or in an HTML page: its solution has to pass its tests, and
what the learner begins with must not. Runs every snippet that has expect, in HTML pages and in
Markdown, and compares what it prints.

A folder is searched for .html and .md files; it is also the site that addresses like
/data/words.txt are seen from, and packages lie in it. Nothing is fetched from elsewhere.

${explained(OPTIONS)}
Prints TAP. Exit status: 0 if all is right, 1 if something is not, 2 when this command is wrong.
`;

/**
 * @param {{ file: string, root: string }} page
 * @param {import("../client/garter.js").Garter} garter
 * @param {Map<string, string>} ids the files in which ids of exercises are
 * @param {string[]} sites that packages may come from
 * @returns {Promise<Result[]>}
 */
async function resultsOf({ file, root }, garter, ids, sites) {
  const text = textOf(file);
  if (isMarkdown(file) && isExercise(text)) return all(checkExercise(garter, file, { root, sites }, ids));
  // A page is the one document that scripts find, so there is one at a time.
  const turn = lastPage.then(() => all(checkPage(garter, file, { root, sites }, known)));
  lastPage = turn.catch(() => {});
  return turn;
}

/** @type {Promise<unknown>} */
let lastPage = Promise.resolve();

/** What was checked of exercises in pages. @type {Set<string>} */
const known = new Set();

/**
 * @param {{ file: string }} page
 * @param {unknown} error
 * @returns {Result} of a file that cannot be read; the others are checked all the same
 */
function unread({ file }, error) {
  if (error instanceof Complaint) return { file, line: null, name: "text", problem: error.message, details: [] };
  throw error;
}

/**
 * @template T
 * @param {AsyncIterable<T>} found
 */
async function all(found) {
  /** @type {T[]} */
  const list = [];
  for await (const one of found) list.push(one);
  return list;
}

/** @param {string} file */
const isMarkdown = (file) => /\.(md|markdown)$/i.test(file);

const PAGES = /\.(html?|md|markdown)$/i;

/**
 * @param {string[]} words
 * @returns {Promise<number>} the exit status
 */
export async function run(words) {
  const { options, operands } = parse(words, OPTIONS);
  if (options.help) {
    process.stdout.write(help);
    return 0;
  }
  if (operands.length === 0) throw new UsageComplaint("garter check needs a path: garter check site/");
  const sites = sitesOf(options);
  const files = operands.flatMap(pagesIn);
  const garter = await openGarter();
  /** @type {Result[]} */
  const results = [];
  /** @type {Map<string, string>} */
  const ids = new Map();
  try {
    const tap = new Tap((text) => process.stdout.write(text));
    for (const found of inOrder(files, (page) =>
      resultsOf(page, garter, ids, sites).catch((error) => [unread(page, error)]),
    )) {
      for (const result of await found) {
        tap.add(result);
        results.push(result);
      }
    }
    tap.end();
  } finally {
    garter.dispose();
  }
  if (options.junit !== undefined) write(options.junit, junit(results));
  if (results.length === 0)
    throw new Complaint(`nothing to check: ${operands.join(", ")} holds no exercise, and no snippet with expect`);
  return results.every(({ problem }) => problem === null) ? 0 : 1;
}

/**
 * @param {string} operand
 * @returns {{ file: string, root: string }[]} the pages, each with the folder of its site
 */
function pagesIn(operand) {
  if (kindOf(operand) !== "folder") {
    if (!PAGES.test(operand)) throw new Complaint(`${operand} is neither HTML nor Markdown (.html, .md)`);
    return [{ file: operand, root: path.dirname(operand) }];
  }
  return filesBelow(operand)
    .filter((file) => PAGES.test(file))
    .map((file) => ({ file: path.join(operand, file), root: operand }));
}
