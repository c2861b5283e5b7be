// @ts-check
// An exercise whose parts lie in the page: each block is an element with `data-block`, and what is left is the task.

import { dedented, sourceOf } from "../snippet/source.js";
import { NAMES } from "./split.js";

/**
 * @typedef {import("./split.js").Parts} Parts
 * @typedef {import("./split.js").Block} Block
 * @typedef {import("./split.js").Problem} Problem
 * @typedef {import("./split.js").Say} Say
 */

const FRONT_MATTER = "front-matter";

/** In which language a block is written that does not say so. @type {Record<string, string>} */
const USUAL = { answers: "yaml", hint: "markdown", remarks: "markdown", choices: "markdown", file: "text" };

/** Elements that hold the text of a page. Their children are shown; a `<script>` holds Markdown. */
const SHOWN = ["hint", "remarks"];

/**
 * @param {Element} host
 * @returns {Element[]} the elements that are blocks
 */
export const blocksIn = (host) => [...host.querySelectorAll("[data-block]")];

/**
 * @param {Element} host
 * @param {Say} say
 * @returns {{ parts: Parts, problems: Problem[], shown: Map<Block, Element> }} of hints and remarks those that the page
 *   has written in HTML
 */
export function partsIn(host, say) {
  /** @type {Parts} */
  const parts = { frontMatter: null, blocks: [], task: "", taskLines: [] };
  /** @type {Problem[]} */
  const problems = [];
  /** @type {Map<Block, Element>} */
  const shown = new Map();
  for (const element of blocksIn(host)) {
    const [name, ...rest] = (element.getAttribute("data-block") ?? "").trim().split(/\s+/);
    const isText = element instanceof HTMLScriptElement || element instanceof HTMLTemplateElement;
    const text = textIn(element);
    if (name === FRONT_MATTER) {
      if (parts.frontMatter) problems.push({ line: null, message: say.sameBlock({ name, line: null }) });
      parts.frontMatter = { text, line: null };
    } else if (!NAMES.includes(name)) {
      problems.push({ line: null, message: say.unknownElement({ name, allowed: say.or([FRONT_MATTER, ...NAMES]) }) });
    } else {
      const block = {
        name,
        language: languageOf(element) ?? USUAL[name] ?? "python",
        argument: rest.join(" "),
        text,
        line: null,
      };
      parts.blocks.push(block);
      if (SHOWN.includes(name) && !isText) shown.set(block, element);
    }
  }
  if (!parts.frontMatter) problems.push({ line: null, message: say.noFrontMatterElement });
  // What is left is in the page already.
  const left = /** @type {Element} */ (host.cloneNode(true));
  for (const element of blocksIn(left)) element.remove();
  parts.task = left.textContent ?? "";
  return { parts, problems, shown };
}

/** @param {Element} element */
function textIn(element) {
  if (element instanceof HTMLScriptElement || element instanceof HTMLTemplateElement) {
    return dedented((element instanceof HTMLTemplateElement ? element.content : element).textContent ?? "");
  }
  const code = element.matches("pre, code") ? element : element.querySelector("pre");
  return code ? sourceOf(code.querySelector("code") ?? code).text : dedented(element.textContent ?? "");
}

/**
 * @param {Element} element
 * @returns {string | null} what a highlighter's class or the type of a script says
 */
function languageOf(element) {
  const type = /^(?:text|application)\/(?:x-)?(python|yaml|markdown|plain)$/.exec(
    element.getAttribute("type") ?? "",
  )?.[1];
  const name = [element, ...element.querySelectorAll("code")]
    .map((one) => /\blanguage-(\w+)/.exec(one.className)?.[1])
    .find(Boolean);
  const found = type ?? name ?? null;
  return found === "plain" ? "text" : found;
}
