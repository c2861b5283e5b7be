// @ts-check
// Completion of what is imported: modules, and what is in them. CodeMirror's Python knows the
// program's own names and what is built in. What is said of a name stands beside it, and under the pointer.

import { autocompletion } from "@codemirror/autocomplete";
import { globalCompletion, localCompletionSource } from "@codemirror/lang-python";
import { hoverTooltip } from "@codemirror/view";

/**
 * @typedef {import("@codemirror/autocomplete").CompletionContext} Context
 * @typedef {import("@codemirror/autocomplete").CompletionResult} Result
 * @typedef {import("./library.js").Name} Name
 * @typedef {import("./project.js").Files} Files
 */

const WORD = /^[\p{L}\p{N}_]*$/u;
const IMPORT = /^\s*(?:import|from)\s+(?:[\w.]+(?:\s+as\s+\w+)?\s*,\s*)*([\p{L}\p{N}_]*)$/u;
const FROM = /^\s*from\s+([\w.]+)\s+import\s+(?:[\w\s,]*,\s*)?\(?\s*([\p{L}\p{N}_]*)$/u;
const MEMBER = /(?:^|[^\w.)\]])([\p{L}_][\p{L}\p{N}_.]*)\.([\p{L}\p{N}_]*)$/u;

/**
 * @param {import("./library.js").Library} library
 * @param {() => Files} files of the project, whose modules can be imported as well
 * @returns {import("@codemirror/state").Extension}
 */
export function completion(library, files) {
  /** @param {Context} context @returns {Promise<Result | null>} */
  async function complete(context) {
    const before = lineBefore(context);
    const answer = (/** @type {string} */ word, /** @type {Name[]} */ options) =>
      options.length > 0 ? { from: context.pos - word.length, options, validFor: WORD } : null;

    const imported = IMPORT.exec(before);
    if (imported) return answer(imported[1], [...ownModules(files()), ...(await library.modules())]);
    const from = FROM.exec(before);
    if (from) return answer(from[2], await namesIn(from[1]));
    const member = MEMBER.exec(before);
    if (!member) return null;
    const module = moduleOf(member[1], context.state.doc.toString());
    return module === null ? null : answer(member[2], await namesIn(module));
  }

  /** @param {string} module */
  async function namesIn(module) {
    const own = files().get(`${module.replaceAll(".", "/")}.py`);
    return typeof own === "string" ? ownNames(own) : library.members(module);
  }

  // What CodeMirror knows has no place in an import, where it takes half of a name for a name, nor after a dot.
  const alone = [localCompletionSource, builtIn].map(
    (source) => (/** @type {Context} */ context) => (standsAlone(lineBefore(context)) ? source(context) : null),
  );

  /** @param {Context} context @returns {Promise<Result | null>} */
  async function builtIn(context) {
    const result = await globalCompletion(context);
    // Python is asked when a name is looked at: the texts are fetched for whoever wants to read one.
    const info = async (/** @type {{ label: string }} */ { label }) => {
      const name = await library.about("builtins", label);
      return name?.info || name?.detail ? drawn(name) : null;
    };
    return result && { ...result, options: result.options.map((option) => ({ ...option, info })) };
  }

  const hover = hoverTooltip(async (view, position) => {
    const { state } = view;
    const word = state.wordAt(position);
    if (!word) return null;
    const line = state.doc.lineAt(position);
    const text = state.doc.toString();
    const label = state.sliceDoc(word.from, word.to);
    const member = MEMBER.exec(line.text.slice(0, word.to - line.from));
    if (!member && (/\.\s*$/.test(line.text.slice(0, word.from - line.from)) || isOwn(label, text))) return null;
    const module = member ? moduleOf(member[1], text) : "builtins";
    const name = module && (await library.about(module, label));
    if (!name || !(name.detail || name.info)) return null;
    return { pos: word.from, end: word.to, above: true, create: () => ({ dom: drawn(name) }) };
  });
  return [autocompletion({ override: [complete, ...alone] }), hover];
}

/** @param {Name} name @returns {HTMLElement} how it is called, and what it does */
function drawn({ label, detail = "", info = "" }) {
  const dom = document.createElement("div");
  dom.className = "about-name";
  const signature = document.createElement("code");
  signature.textContent = label + detail;
  dom.append(signature);
  if (info) dom.append(document.createElement("br"), info);
  return dom;
}

/**
 * @param {string} name
 * @param {string} text
 * @returns {boolean} whether the program has given this name to something itself
 */
const isOwn = (name, text) =>
  new RegExp(`(?:\\b(?:def|class|as|import|for)\\s+${name}\\b|(?:^|[^\\w.])${name}\\s*(?::[^=\\n]*)?=(?!=))`, "u").test(
    text,
  );

/** @param {Context} context @returns {string} its line, up to the cursor */
function lineBefore({ state, pos }) {
  const { text, from } = state.doc.lineAt(pos);
  return text.slice(0, pos - from);
}

/** @param {string} before */
const standsAlone = (before) => !IMPORT.test(before) && !FROM.test(before) && !/\.[\p{L}\p{N}_]*$/u.test(before);

/** @param {Files} files @returns {Name[]} */
const ownModules = (files) =>
  [...files.keys()].flatMap((path) => {
    const [, label] = /^([\p{L}_][\p{L}\p{N}_]*)\.py$/u.exec(path) ?? [];
    return label && label !== "main" ? [{ label, type: "namespace" }] : [];
  });

/** @param {string} text of a module @returns {Name[]} what it defines at its top level, without running it */
function ownNames(text) {
  const found = [...text.matchAll(/^(?:(def|class)\s+|)([\p{L}_][\p{L}\p{N}_]*)(?=\s*(?:[(:]|=[^=]))/gmu)];
  const kinds = { def: "function", class: "class" };
  const names = new Map(
    found
      .filter(([, kind, label]) => kind || !KEYWORDS.has(label))
      .map(([, kind, label]) => [label, kinds[/** @type {"def" | "class"} */ (kind)] ?? "variable"]),
  );
  return [...names].map(([label, type]) => ({ label, type }));
}

/** Words that may stand where a variable does, before a bracket or a colon. */
const KEYWORDS = new Set([
  "else",
  "try",
  "finally",
  "if",
  "elif",
  "while",
  "for",
  "with",
  "print",
  "except",
  "return",
  "assert",
]);

/**
 * @param {string} name
 * @param {string} text
 * @returns {string | null} the module that is imported under this name
 */
function moduleOf(name, text) {
  for (const [, imports] of text.matchAll(/^\s*import\s+([^#\n]+)/gm)) {
    for (const part of imports.split(",")) {
      const [module, as] = part.trim().split(/\s+as\s+/);
      if ((as ?? module) === name) return module;
    }
  }
  return null;
}
