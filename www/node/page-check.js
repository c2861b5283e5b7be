// @ts-check
// The snippets of a page that say what they print: each is run as the page would run it, and compared. And the
// exercises that lie in the page.

import { BUDGET } from "../client/facts.js";
import { packagesOf } from "../exercise/engine.js";
import { assemble, parse } from "../exercise/format.js";
import { partsIn } from "../exercise/inline.js";
import { describe } from "../output/status.js";
import { read } from "../snippet/attributes.js";
import { cellsOf } from "../snippet/cells.js";
import { Code } from "../snippet/code.js";
import { expectedOf, hasEndedWell, optionsOf, play } from "../snippet/play.js";
import { wrapBlocks } from "../snippet/select.js";
import { Session } from "../snippet/session.js";
import exerciseTexts from "../texts/en/exercise.js";
import en from "../texts/en/page.js";
import { defined } from "./defined.js";
import { told } from "./difference.js";
import { checkParsed } from "./exercises.js";
import { textOf } from "./files.js";
import { openPage, SITE } from "./page.js";

/**
 * @typedef {import("./report.js").Result} Result
 * @typedef {import("../client/garter.js").Garter} Garter
 * @typedef {HTMLElement & { code: string }} Snippet
 */

const NAME = "garter-snippet";
const EXERCISE = "garter-exercise";

/** What snippets say to authors; files are read here, and not fetched. */
const say = {
  ...en.snippet,
  noFile: (/** @type {{ name: string, url: string, reason: string }} */ { name, url, reason }) =>
    `${name} names ${url.replace(SITE, "/")}, which ${reason}.`,
  unreachable: "is no file of the site; nothing is fetched from elsewhere",
  missing: () => "is not there; the site is the folder that was named",
};

/** Lines of a traceback that are told, the last ones. */
const MOST_LINES = 40;

/**
 * @param {Garter} garter
 * @param {string} file a page
 * @param {import("./exercises.js").Origin} origin the folder of its site, and what else may be asked for packages
 * @param {Set<string>} known what was checked of exercises before: a page that holds all of a book has them once more
 * @returns {AsyncGenerator<Result>}
 */
export async function* checkPage(garter, file, { root, sites }, known) {
  // Most pages of a site have neither.
  if (!/garter/i.test(textOf(file))) return;
  const { document, lines } = openPage(file, root, sites);
  yield* checkSnippets(garter, file, document, lines[NAME] ?? []);
  const exercises = [...document.querySelectorAll(EXERCISE)];
  for (const [at, element] of exercises.entries()) {
    const place = { file, line: lines[EXERCISE]?.[at] ?? null };
    const src = element.getAttribute("src");
    const found = src === null ? inlineExercise(element, sites) : await exerciseAt(src, sites);
    if ("problem" in found) {
      yield { ...place, name: `exercise ${at + 1}`, problem: found.problem, details: [] };
      continue;
    }
    const content = JSON.stringify(found.exercise ?? found.problems);
    if (known.has(content)) continue;
    known.add(content);
    yield* checkParsed(garter, found, place);
  }
}

/**
 * @param {Element} element an exercise whose parts lie in the page
 * @param {string[]} sites
 */
function inlineExercise(element, sites) {
  const { parts, problems } = partsIn(element, exerciseTexts.format);
  const found = assemble(parts, exerciseTexts.format, problems);
  if (found.exercise) found.exercise.packages = packagesOf(found.exercise.packages, document.baseURI, sites);
  return found;
}

/**
 * @param {string} src the address of an exercise file, from the page
 * @param {string[]} sites
 */
async function exerciseAt(src, sites) {
  const url = new URL(src, document.baseURI).href;
  const response = await fetch(url).catch(() => null);
  if (!response?.ok) {
    return { problem: say.noFile({ name: "src", url, reason: response ? say.missing() : say.unreachable }) };
  }
  const found = parse(await response.text(), exerciseTexts.format);
  if (found.exercise) found.exercise.packages = packagesOf(found.exercise.packages, url, sites);
  return found;
}

/**
 * @param {Garter} garter
 * @param {string} file
 * @param {Document} document
 * @param {number[]} lines in which its snippets begin
 * @returns {AsyncGenerator<Result>} one for each snippet that has `expect`
 */
async function* checkSnippets(garter, file, document, lines) {
  for (const selecting of document.querySelectorAll(`${NAME}[selector]`)) {
    try {
      wrapBlocks(/** @type {HTMLElement} */ (selecting));
    } catch (error) {
      yield { file, line: null, name: "selector", problem: String(error), details: [] };
    }
  }
  /** @type {Map<string, Session>} */
  const sessions = new Map();
  const snippets = /** @type {Snippet[]} */ ([...document.querySelectorAll(`${NAME}:not([selector])`)]);
  for (const snippet of snippets) await giveCode(snippet);
  for (const [at, snippet] of snippets.entries()) {
    const place = { file, line: lines[at] ?? null, name: snippet.id ? `snippet ${snippet.id}` : `snippet ${at + 1}` };
    const { settings } = read(snippet, say);
    const session = settings.session === null ? null : (sessions.get(settings.session) ?? new Session());
    if (session && settings.session !== null) sessions.set(settings.session, session);
    // What runs before it in its session has to run, too.
    if (settings.expect === null && !session) continue;
    const problem = await run(garter, snippet, session).catch((error) => ({
      problem: String(error.message),
      details: [],
    }));
    if (settings.expect !== null) yield { ...place, problem: null, details: [], ...problem };
  }
  for (const session of sessions.values()) session.kept?.end();
}

/**
 * @param {Garter} garter
 * @param {Snippet} snippet
 * @param {Session | null} session
 * @returns {Promise<{ problem: string, details: string[] } | null>}
 */
async function run(garter, snippet, session) {
  const { settings, complaints } = read(snippet, say);
  if (complaints.length > 0) return { problem: complaints[0], details: complaints.slice(1) };
  const cells = await cellsOf(snippet, settings, say);
  const steps = await Promise.all(
    cells
      .filter(({ role, owner }) => role !== "dependency" || !session?.done.has(owner))
      .map(async (cell) => ({ cell, options: await optionsOf(cell, say) })),
  );
  const played = await play(garter, snippet, steps, session, { onRun: () => {}, isOver: () => false });
  if (!played) return { problem: "it was not run", details: [] };
  const { result, cell } = played;
  const budget = { ...BUDGET, ...defined(cell.settings.budget) };
  if (!hasEndedWell(result)) {
    const why = describe(result, budget);
    const problem = cell.role === "dependency" ? say.dependency({ id: cell.owner.id, why }) : why;
    return { problem, details: result.stderr.trimEnd().split("\n").slice(-MOST_LINES) };
  }
  const expected = await expectedOf(cell, say);
  const details = expected === null ? [] : told(expected, result.stdout);
  return details.length === 0 ? null : { problem: say.unexpected, details };
}

/**
 * Gives the element what it has in a browser.
 * @param {Snippet} snippet
 */
async function giveCode(snippet) {
  const code = new Code(snippet);
  /** Why the file that holds the code is not here. @type {Error | null} */
  let missing = null;
  Object.defineProperty(snippet, "code", {
    get: () => {
      if (missing) throw missing;
      return code.text;
    },
  });
  const src = snippet.getAttribute("src");
  if (src === null) return;
  await code.fetch(src, say).catch((error) => {
    missing = error;
  });
}
