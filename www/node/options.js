// @ts-check
// The words after a command: its options, and what they apply to.

import { parseArgs } from "node:util";
import { nearest } from "../snippet/nearest.js";
import { UsageComplaint } from "./complaint.js";

/**
 * @typedef {object} Kind
 * @property {"flag" | "text" | "number" | "list"} kind a list may be given several times
 * @property {string} [short] a letter
 * @property {string} [value] what stands for its value in the help
 * @property {string} help
 */

/** @typedef {Record<string, Kind>} Kinds by the names of the options */

/**
 * @template {Kind["kind"]} K
 * @typedef {K extends "flag" ? boolean : K extends "number" ? number | undefined : K extends "list" ? string[] : string | undefined} Value
 */

/**
 * @template {Kinds} K
 * @typedef {{ options: { [N in keyof K]: Value<K[N]["kind"]> }, operands: string[], rest: string[] }} Words `rest` is what
 *   stands after `--`
 */

/** Every command has it. */
export const HELP = /** @type {const} */ ({ help: { kind: "flag", short: "h", help: "print this" } });

/**
 * @template {Kinds} K
 * @param {string[]} words
 * @param {K} kinds
 * @returns {Words<K>}
 * @throws {UsageComplaint} names the word that is wrong
 */
export function parse(words, kinds) {
  const { tokens } = parseArgs({
    args: words,
    options: Object.fromEntries(
      Object.entries(kinds).map(([name, { kind, short }]) => [
        name,
        { type: kind === "flag" ? "boolean" : "string", ...(short ? { short } : {}) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  /** @type {Record<string, any>} */
  const options = {};
  for (const [name, { kind }] of Object.entries(kinds)) {
    if (kind === "flag") options[name] = false;
    else options[name] = kind === "list" ? [] : undefined;
  }
  const operands = [];
  const end = tokens.find(({ kind }) => kind === "option-terminator")?.index ?? words.length;
  for (const token of tokens) {
    if (token.kind === "positional" && token.index < end) operands.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    if (!Object.hasOwn(kinds, name)) throw new UsageComplaint(unknown(rawName, name, kinds));
    const { kind } = kinds[name];
    if (kind === "flag") {
      if (value !== undefined) throw new UsageComplaint(`${rawName} takes no value, and ${quoted(value)} is given`);
      options[name] = true;
      continue;
    }
    const isMissing = value === undefined || (!token.inlineValue && /^--?[a-z]/.test(value));
    if (isMissing) throw new UsageComplaint(`${rawName} needs a value: ${rawName} ${kinds[name].value ?? "VALUE"}`);
    if (kind === "list") options[name].push(value);
    else if (options[name] !== undefined) throw new UsageComplaint(`${rawName} is given twice`);
    else options[name] = kind === "number" ? numberOf(rawName, value) : value;
  }
  return { options: /** @type {any} */ (options), operands, rest: words.slice(end + 1) };
}

/**
 * @param {string} option
 * @param {string} value
 */
function numberOf(option, value) {
  const number = Number(value);
  if (value.trim() === "" || !Number.isFinite(number)) {
    throw new UsageComplaint(`${option} is ${quoted(value)}; it must be a number`);
  }
  return number;
}

/**
 * @param {string} written
 * @param {string} name
 * @param {Kinds} kinds
 */
function unknown(written, name, kinds) {
  const meant = likeliest(name, Object.keys(kinds));
  return `there is no option ${written}${meant ? `; did you mean --${meant}?` : ""}`;
}

/**
 * @param {string} word
 * @param {string[]} known
 * @returns {string | null} the known word that is meant: it is written nearly like it, or begins so
 */
export const likeliest = (word, known) =>
  known.find((one) => word.length > 1 && one.startsWith(word)) ?? nearest(word, known);

/** @param {Kinds} kinds @returns {string} a line for each option */
export function explained(kinds) {
  const rows = Object.entries(kinds).map(([name, { kind, short, value, help }]) => [
    `${short ? `-${short}, ` : ""}--${name}${kind === "flag" ? "" : ` ${value ?? "VALUE"}`}`,
    help,
  ]);
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}\n`).join("");
}

/** @param {string} text @returns {string} as a person can tell it from the sentence around it */
export const quoted = (text) => JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
