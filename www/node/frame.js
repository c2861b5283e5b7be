// @ts-check
// The sandbox frame's document, read as a text: the scripts in it run here without a document.

import { readFileSync } from "node:fs";

/**
 * @param {string} path of the document, as the build has written it (xtask/src/site/frame.rs)
 * @returns {{ frame: string, worker: string }} the scripts of the frame and of the worker
 */
export function scriptsOf(path) {
  const fence = readFileSync(path, "utf8");
  const frame = unescaped(between(fence, 'srcdoc="', '"'));
  return {
    frame: between(frame, "<script>", "</script>"),
    worker: between(frame, '<script type="text/plain" id="worker">', "</script>"),
  };
}

/**
 * @param {string} text
 * @param {string} start
 * @param {string} end
 */
function between(text, start, end) {
  const from = text.indexOf(start) + start.length;
  const to = text.indexOf(end, from);
  if (from < start.length || to < 0) throw new Error(`the sandbox's document has no ${start}`);
  return text.slice(from, to);
}

/** @param {string} text the value of an attribute */
const unescaped = (text) => text.replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/**
 * Runs the frame's script, which finds in its global scope what `realm` has, and everything else where all scripts do.
 * @param {string} script
 * @param {object} realm
 */
export function runFrame(script, realm) {
  // Modules know no `with`; a function that is made of a text does, and the script's names stay within it.
  new Function("realm", `with (realm) {${script}\n}`)(realm);
}
