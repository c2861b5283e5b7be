// @ts-check
// `garter check`: whether what an author has written does what it says.

import path from "node:path";
import { Complaint, UsageComplaint } from "./complaint.js";
import { filesBelow, kindOf, write } from "./files.js";
import { openGarter } from "./kernel.js";
import { explained, HELP, parse } from "./options.js";
import { junit, Tap } from "./report.js";
import { checkSnippets } from "./snippets.js";

/** @typedef {import("./report.js").Result} Result */

const OPTIONS = /** @type {const} */ ({
  junit: { kind: "text", value: "FILE", help: "write the results there as well, as XML that build servers read" },
  ...HELP,
});

export const help = `\
garter check PATHS… [OPTIONS]

Runs every snippet that has expect, in HTML pages and in Markdown, and compares what it prints.
A folder is searched for .html and .md files; it is also the site that addresses like
/data/words.txt are seen from. Nothing is fetched from elsewhere.

${explained(OPTIONS)}
Prints TAP. Exit status: 0 if all is right, 1 if something is not, 2 when this command is wrong.
`;

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
  const files = operands.flatMap(pagesIn);
  const garter = await openGarter();
  /** @type {Result[]} */
  const results = [];
  try {
    const tap = new Tap((text) => process.stdout.write(text));
    for (const { file, root } of files) {
      for await (const result of checkSnippets(garter, file, root)) {
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
    throw new Complaint(`nothing to check: ${operands.join(", ")} holds no snippet with expect`);
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
