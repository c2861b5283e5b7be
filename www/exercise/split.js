// @ts-check
// Takes an exercise file apart: the front matter, the fenced blocks that have a name of ours, and the text around them.

import { nearest } from "../snippet/nearest.js";

/** @typedef {typeof import("../texts/en/exercise.js").default["format"]} Say */

/**
 * A mistake of the author. Lines count from 1; null where there is no file to count them in.
 * @typedef {{ line: number | null, message: string }} Problem
 */

/**
 * @typedef {object} Block
 * @property {string} name `start`, `tests`, …
 * @property {string} language what the fence says: `python`, `yaml`; may be empty
 * @property {string} argument what stands after the name: the name of a file
 * @property {string} text
 * @property {number | null} line of the file in which the text begins
 */

/**
 * @typedef {object} Parts
 * @property {{ text: string, line: number | null } | null} frontMatter
 * @property {Block[]} blocks
 * @property {string} task the Markdown around the blocks
 * @property {number[]} taskLines of the file, for each line of the task
 */

/** The names of blocks. */
export const NAMES = [
  "start",
  "setup",
  "tests",
  "hidden-tests",
  "solution",
  "hint",
  "remarks",
  "distractors",
  "answers",
  "choices",
  "file",
];

/** No exercise needs more: somebody has taken another file for one. */
const MOST_CHARACTERS = 1_000_000;

/** As CommonMark has it: https://spec.commonmark.org/0.31.2/#fenced-code-blocks */
const OPENING = /^( {0,3})(`{3,}(?=[^`]*$)|~{3,})[ \t]*(.*?)[ \t]*$/;

/**
 * @param {string} source the file
 * @param {Say} say
 * @returns {{ parts: Parts, problems: Problem[] }}
 */
export function split(source, say) {
  const lines = source
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Parts} */
  const parts = { frontMatter: null, blocks: [], task: "", taskLines: [] };
  if (source.length > MOST_CHARACTERS) return { parts, problems: [{ line: null, message: say.tooLong }] };
  let at = 0;
  if (lines[0].trimEnd() === "---") {
    const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
    if (end < 0) problems.push({ line: 1, message: say.openFrontMatter });
    else {
      parts.frontMatter = { text: lines.slice(1, end).join("\n") + "\n", line: 2 };
      at = end + 1;
    }
  } else problems.push({ line: 1, message: say.noFrontMatter });
  /** @type {[line: string, number: number][]} */
  const task = [];
  while (at < lines.length) {
    const fence = OPENING.exec(lines[at]);
    if (!fence) {
      task.push([lines[at], at + 1]);
      at += 1;
      continue;
    }
    const [, indent, signs, info] = fence;
    const closing = new RegExp(`^ {0,3}${signs[0]}{${signs.length},}[ \\t]*$`);
    const end = lines.findIndex((line, number) => number > at && closing.test(line));
    const [language = "", name = "", ...rest] = info.split(/[ \t]+/);
    if (NAMES.includes(name)) {
      if (end < 0) problems.push({ line: at + 1, message: say.openBlock({ name }) });
      const content = lines.slice(at + 1, end < 0 ? lines.length : end);
      const text = content.map((line) => line.slice(Math.min(indent.length, /^ */.exec(line)?.[0].length ?? 0)));
      parts.blocks.push({
        name,
        language: language.toLowerCase(),
        argument: rest.join(" "),
        text: text.map((line) => line + "\n").join(""),
        line: at + 2,
      });
    } else {
      const meant = /^[a-z-]+$/i.test(name) && rest.length === 0 ? nearest(name.toLowerCase(), NAMES) : null;
      if (meant) problems.push({ line: at + 1, message: say.unknownBlock({ name, meant }) });
      for (let number = at; number < (end < 0 ? lines.length : end + 1); number += 1)
        task.push([lines[number], number + 1]);
    }
    at = end < 0 ? lines.length : end + 1;
  }
  // Where a block was taken out, one empty line is enough.
  const kept = task.filter(([line], at) => line.trim() || task[at - 1]?.[0].trim());
  parts.task = kept.map(([line]) => line + "\n").join("");
  parts.taskLines = kept.map(([, number]) => number);
  return { parts, problems };
}
