// @ts-check
// Python for who writes pages: the blocks of a page run in their order, without buttons.
//
//     <script type="module" src="pkg/scripts.js"></script>
//     <script type="text/garter" output="here">print("hello")</script>
//     <pre id="here"></pre>

import { runScript } from "./scripts/script.js";

const BLOCKS = 'script[type="text/garter"]';

/** Those that have had their turn. @type {WeakSet<Element>} */
const taken = new WeakSet();

/** The last of them. @type {Promise<void>} */
let turn = Promise.resolve();

/**
 * Runs the blocks that have not run yet, one after the other. Once the page has been read this happens by
 * itself; for blocks that come later it may be called again.
 * @param {ParentNode} [root] where to look
 * @returns {Promise<void>} when the last one has ended, however it did
 */
export function runScripts(root = document) {
  for (const script of /** @type {NodeListOf<HTMLScriptElement>} */ (root.querySelectorAll(BLOCKS))) {
    if (taken.has(script)) continue;
    taken.add(script);
    turn = turn.then(() => runScript(script));
  }
  return turn;
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => runScripts());
else runScripts();
