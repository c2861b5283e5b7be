// @ts-check
// A page without a browser: its elements, and what the scripts of snippets expect of a document. One page at a time.

import path from "node:path";
import { parseHTML } from "linkedom/worker";
import { marked } from "marked";
import { parse, serialize } from "parse5";
import KINDS from "../../integrations/attributes.json" with { type: "json" };
import { isWithin } from "../client/package-address.js";
import { Complaint } from "./complaint.js";
import { bytesOf, textOf } from "./files.js";
import { escaped } from "./html.js";
import { attributesOf } from "./info.js";

/** What a script may ask for by `instanceof`. */
const CLASSES = /** @type {const} */ (["Element", "HTMLBRElement", "HTMLElement", "HTMLScriptElement", "Text"]);

/** What the process began with. */
const fetchFromNetwork = globalThis.fetch;

/** The address of the site whose files are checked. Nobody has this name (RFC 2606). */
export const SITE = "http://site.invalid/";

/**
 * @param {string} file HTML or Markdown
 * @param {string} root the folder that is the site: addresses that begin with `/` are seen from there
 * @param {string[]} [sites] that are asked where they are named; nothing else is fetched
 * @returns {{ document: Document, lines: Record<string, number[]> }} the document, which the scripts of snippets find as
 *   `document`, with its files where they `fetch`; and, by their names, the lines of the file in which elements begin
 */
export function openPage(file, root, sites = []) {
  const text = textOf(file);
  const isMarkdown = /\.(md|markdown)$/i.test(file);
  const tree = parse(isMarkdown ? htmlOf(text) : text, { sourceCodeLocationInfo: true });
  // linkedom does not know which tags may be left out. What is written here has them all.
  const window = parseHTML(serialize(tree));
  const { document } = window;
  const address = new URL(path.relative(root, file).split(path.sep).map(encodeURIComponent).join("/"), SITE);
  const base = document.querySelector("base[href]")?.getAttribute("href") ?? "";
  Object.defineProperty(document, "baseURI", { value: new URL(base, address).href });
  const realm = /** @type {any} */ (globalThis);
  realm.document = document;
  for (const name of CLASSES) realm[name] = /** @type {any} */ (window)[name];
  realm.fetch = async (/** @type {string} */ url, /** @type {RequestInit} */ how) =>
    sites.some((site) => isWithin(new URL(url), site)) ? fetchFromNetwork(url, how) : fileAt(url, root);
  // A template has its content in it, as any other element.
  realm.HTMLTemplateElement = class {};
  return { document, lines: isMarkdown ? linesOfFences(text) : linesOf(tree) };
}

/**
 * @param {import("parse5").DefaultTreeAdapterMap["node"]} node
 * @param {Record<string, number[]>} [lines]
 */
function linesOf(node, lines = {}) {
  if ("tagName" in node && !node.attrs.some(({ name }) => name === "selector")) {
    const line = node.sourceCodeLocation?.startLine;
    if (line !== undefined && node.tagName.startsWith("garter-")) (lines[node.tagName] ??= []).push(line);
  }
  const inside = "content" in node ? node.content.childNodes : "childNodes" in node ? node.childNodes : [];
  for (const child of inside) linesOf(child, lines);
  return lines;
}

/** @param {string} markdown @returns {Record<string, number[]>} as far as one can tell from the text */
const linesOfFences = (markdown) => ({
  "garter-snippet": markdown
    .split("\n")
    .flatMap((line, at) => (/^[ >\t]*(`{3,}|~{3,})[^`]*\bgarter\b|<garter-snippet\b/.test(line) ? [at + 1] : [])),
});

/**
 * @param {string} url
 * @param {string} root
 * @returns {Response} a file of the site; nothing is fetched from elsewhere
 */
function fileAt(url, root) {
  if (!url.startsWith(SITE)) throw new Error("only files of the site are read here");
  const file = path.join(root, decodeURIComponent(new URL(url).pathname));
  // A slash that is written as %2F is none to an address, and one to a path.
  if (path.relative(root, file).split(path.sep)[0] === "..") throw new Error("only files of the site are read here");
  try {
    return new Response(new Uint8Array(bytesOf(file)));
  } catch (error) {
    if (error instanceof Complaint) return new Response(null, { status: 404 });
    throw error;
  }
}

/**
 * @param {string} markdown
 * @returns {string} with an element around each fence that says `garter`, as the plug-ins of docs tools write it
 */
function htmlOf(markdown) {
  const text = markdown.replace(/^\ufeff?---\r?\n[\s\S]*?\r?\n(---|\.\.\.)[ \t]*(\r?\n|$)/, "");
  const renderer = new marked.Renderer();
  renderer.code = ({ text, lang = "" }) => {
    const block = `<pre><code>${escaped(text)}\n</code></pre>`;
    const { isMarked, attributes } = attributesOf(lang);
    if (!isMarked) return block;
    // What is no attribute is the business of the tool that makes the page.
    const known = Object.entries(attributes).filter(([name]) => Object.hasOwn(KINDS, name));
    const written = known.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");
    return `<garter-snippet${written}>${block}</garter-snippet>`;
  };
  return `<!doctype html><html><body>${marked.parse(text, { async: false, renderer })}</body></html>`;
}
