// @ts-check
// What a snippet runs besides its own code, in its order. Each piece is a cell: line 1 of the reader's code
// is line 1 in every traceback, whatever has run before it.

import { read } from "./attributes.js";
import { textOf } from "./references.js";

/**
 * @typedef {import("./attributes.js").Settings} Settings
 * @typedef {import("./view.js").Say} Say
 */

/**
 * @typedef {object} Cell
 * @property {"dependency" | "before" | "code" | "after"} role
 * @property {string} source
 * @property {Element} owner whose code it is, or belongs to
 * @property {Settings} settings those of the owner
 */

/** In a template, the line that stands for the reader's code. */
const PLACE = "##CODE##";

/** Something is wrong with what a snippet says about others. */
export class DependencyError extends Error {}

/**
 * @param {Element & { code: string }} host
 * @param {Settings} settings
 * @param {Say} say
 * @returns {Promise<Cell[]>}
 * @throws {DependencyError | import("./references.js").BrokenReferenceError}
 */
export async function cellsOf(host, settings, say) {
  const dependencies = dependenciesOf(host, settings.dependsOn, say);
  const cells = await Promise.all(
    dependencies.map(async (owner) => {
      const own = await ownCells(owner, read(owner, say).settings, say);
      return own
        .filter(({ role }) => role !== "after")
        .map((cell) => ({ ...cell, role: /** @type {const} */ ("dependency") }));
    }),
  );
  return [...cells.flat(), ...(await ownCells(host, settings, say))];
}

/**
 * @param {Element & { code: string }} owner
 * @param {Settings} settings
 * @param {Say} say
 * @returns {Promise<Cell[]>}
 */
async function ownCells(owner, settings, say) {
  const textAt = async (/** @type {"before" | "after" | "template"} */ name) => {
    const reference = settings[name];
    return reference === null ? "" : textOf({ name, reference, say });
  };
  const [before, template, after] = await Promise.all([textAt("before"), textAt("template"), textAt("after")]);
  const [head, tail] = settings.template === null ? ["", ""] : around(template, say);
  /** @type {[Cell["role"], string][]} */
  const parts = [
    ["before", settings.around?.setup ?? ""],
    ["before", before],
    ["before", head],
    ["code", owner.code],
    ["after", tail],
    ["after", after],
  ];
  return parts
    .filter(([role, source]) => role === "code" || source.trim())
    .map(([role, source]) => ({ role, source, owner, settings }));
}

/**
 * @param {string} template
 * @param {Say} say
 * @returns {[string, string]} what is before the reader's code, and what is after it
 */
function around(template, say) {
  const lines = template.replace(/\r\n?/g, "\n").split("\n");
  const at = lines.findIndex((line) => line.trimEnd() === PLACE);
  if (at < 0) throw new DependencyError(say.noPlace({ mark: PLACE }));
  return [lines.slice(0, at).join("\n"), lines.slice(at + 1).join("\n")];
}

/**
 * @param {Element} host
 * @param {string[]} ids
 * @param {Say} say
 * @returns {(Element & { code: string })[]} all that it continues, each after those that it continues itself
 */
function dependenciesOf(host, ids, say) {
  /** @type {Set<Element & { code: string }>} */
  const found = new Set();
  const path = new Set([host]);
  const visit = (/** @type {string[]} */ ids) => {
    for (const id of ids) {
      const element = /** @type {(Element & { code: string }) | null} */ (document.getElementById(id));
      if (!element || element.localName !== host.localName) throw new DependencyError(say.noSnippet({ id }));
      if (path.has(element)) throw new DependencyError(say.circle({ id }));
      if (found.has(element)) continue;
      path.add(element);
      visit(read(element, say).settings.dependsOn);
      path.delete(element);
      found.add(element);
    }
  };
  visit(ids);
  return [...found];
}
