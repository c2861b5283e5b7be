// @ts-check
// Where an element has its exercise from: a file, or what lies in it.

import { assemble, parse } from "./format.js";
import { partsIn } from "./inline.js";

/**
 * @typedef {object} Read
 * @property {import("./format.js").Exercise | null} exercise null if there is a problem
 * @property {import("./split.js").Problem[]} problems
 * @property {Map<import("./split.js").Block, Element>} shown of hints and remarks, those that the page has written in HTML
 * @property {string | null} base the address of the file; null if there is none
 */

/**
 * @param {Element} host
 * @param {typeof import("../texts/en/exercise.js").default} texts
 * @returns {Promise<Read>}
 * @throws {Error} in words, if the file is not there
 */
export async function readFrom(host, { format, element: say }) {
  const src = host.getAttribute("src");
  if (src === null) {
    const { parts, problems, shown } = partsIn(host, format);
    return { ...assemble(parts, format, problems), shown, base: null };
  }
  const url = new URL(src, document.baseURI).href;
  const response = await fetch(url).catch(() => {
    throw new Error(say.unreachable({ url }));
  });
  if (!response.ok) throw new Error(say.missing({ url, code: response.status }));
  return { ...parse(await response.text(), format), shown: new Map(), base: url };
}
