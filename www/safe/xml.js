// @ts-check
// Reads XML. Browsers have a parser, but pages that require Trusted Types forbid it, and what it costs is not known
// before: this one takes time in proportion to the text, and knows no entities that are defined in it.

import { Refusal } from "./refusal.js";

/**
 * Hears what is read.
 * @typedef {object} Reader
 * @property {(space: string, name: string, attributes: Map<string, string>) => void} open an element, without the
 *   prefixes of its name and attributes; of attributes with a namespace there are only xlink's (`href`) and xml's
 *   (`xml:space`)
 * @property {(text: string) => void} text
 * @property {() => void} close
 */

/** @typedef {{ depth: number, elements: number }} Limits */

const XLINK = "http://www.w3.org/1999/xlink";
const XML = "http://www.w3.org/XML/1998/namespace";
const ENTITIES = /** @type {Record<string, string>} */ ({ lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" });
const NAME = /[^\s=<>"'/!?&]+/y;
const ATTRIBUTE = /\s+([^\s=<>"'/]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const TAG_END = /\s*(\/?)>/y;
const CLOSING_END = /\s*>/y;
const MOST_ATTRIBUTES = 100;
const NO_PREFIXES = new Map([["xml", XML]]);

/** The text is no XML. */
export class Malformed extends Error {}

/** After so many signs others may work. */
const PIECE = 16_384;

/**
 * Reads a text piece by piece: it goes on when the next one is asked for.
 * @param {string} text
 * @param {Limits} limits
 * @param {Reader} reader
 */
export function* readXml(text, limits, reader) {
  const parser = new Parser(text, limits, reader);
  while (parser.step(PIECE)) yield;
}

class Parser {
  #text;
  #limits;
  #reader;
  #at = 0;
  #elements = 0;
  #hasRoot = false;
  /** The elements around. @type {{ tag: string, spaces: Map<string, string> }[]} */
  #open = [];

  /**
   * @param {string} text
   * @param {Limits} limits
   * @param {Reader} reader
   */
  constructor(text, limits, reader) {
    this.#text = text;
    this.#limits = limits;
    this.#reader = reader;
    if (text[0] === "\ufeff") this.#at = 1;
  }

  /**
   * @param {number} piece how far it may go
   * @returns {boolean} whether there is more
   */
  step(piece) {
    const end = this.#at + piece;
    while (this.#at < this.#text.length) {
      if (this.#at >= end) return true;
      this.#part();
    }
    if (!this.#hasRoot || this.#open.length > 0) throw new Malformed("it ends too early");
    return false;
  }

  /** A text, and the tag behind it. */
  #part() {
    const text = this.#text;
    const sign = text.indexOf("<", this.#at);
    const end = sign < 0 ? text.length : sign;
    if (end > this.#at) this.#tell(unescaped(text.slice(this.#at, end)));
    this.#at = end;
    if (sign < 0) return;
    const next = text[sign + 1];
    if (next === "/") {
      this.#at = sign + 2;
      const tag = this.#match(NAME)[0];
      if (this.#open.pop()?.tag !== tag) throw new Malformed(`</${tag}>`);
      this.#match(CLOSING_END);
      this.#reader.close();
    } else if (next === "?") this.#skip("?>", 2);
    else if (next !== "!") this.#tag();
    else if (text.startsWith("<!--", sign)) this.#skip("-->", 4);
    else if (text.startsWith("<![CDATA[", sign)) this.#tell(this.#skip("]]>", 9));
    else this.#skipDoctype();
  }

  /** @param {string} text */
  #tell(text) {
    if (this.#open.length > 0) this.#reader.text(text);
    else if (text.trim()) throw new Malformed("text outside of the root");
  }

  #tag() {
    if (this.#hasRoot && this.#open.length === 0) throw new Malformed("two roots");
    this.#hasRoot = true;
    const around = this.#open.at(-1)?.spaces ?? NO_PREFIXES;
    if ((this.#elements += 1) > this.#limits.elements) {
      throw new Refusal("elements", this.#text.split(/<(?=[^/!?])/).length - 1, this.#limits.elements);
    }
    this.#at += 1;
    const tag = this.#match(NAME)[0];
    /** @type {Map<string, string>} */
    const written = new Map();
    let spaces = around;
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const found = ATTRIBUTE.exec(this.#text);
      if (!found) break;
      this.#at = ATTRIBUTE.lastIndex;
      const [, name, double, single] = found;
      if (written.has(name) || written.size >= MOST_ATTRIBUTES) throw new Malformed(name);
      const value = unescaped(double ?? single);
      written.set(name, value);
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      if (spaces === around) spaces = new Map(around);
      spaces.set(name.slice(6), value);
      // A map of them is copied for each element that adds one.
      if (spaces.size > MOST_ATTRIBUTES) throw new Malformed("namespaces");
    }
    const isClosed = this.#match(TAG_END)[1] === "/";
    const [prefix, name] = split(tag);
    const space = spaces.get(prefix);
    if (prefix && space === undefined) throw new Malformed(tag);
    const attributes = new Map();
    for (const [key, value] of written) {
      if (key === "xmlns") continue;
      const [prefix, name] = split(key);
      if (prefix === "") attributes.set(name, value);
      else if (spaces.get(prefix) === XML) attributes.set(`xml:${name}`, value);
      else if (spaces.get(prefix) === XLINK && !written.has(name)) attributes.set(name, value);
    }
    this.#reader.open(space ?? "", name, attributes);
    if (isClosed) {
      this.#reader.close();
      return;
    }
    this.#open.push({ tag, spaces });
    if (this.#open.length > this.#limits.depth) throw new Refusal("nested", this.#open.length, this.#limits.depth);
  }

  /** A document type without definitions says nothing. */
  #skipDoctype() {
    const end = this.#text.indexOf(">", this.#at);
    const type = this.#text.slice(this.#at, end);
    if (this.#hasRoot || end < 0 || !/^<!DOCTYPE\s/.test(type)) throw new Malformed("<!");
    if (type.includes("[")) throw new Refusal("entities", 1, 0);
    this.#at = end + 1;
  }

  /**
   * @param {string} end
   * @param {number} start how long the sign is with which it begins
   * @returns {string} what stands between
   */
  #skip(end, start) {
    const found = this.#text.indexOf(end, this.#at + start);
    if (found < 0) throw new Malformed(end);
    const between = this.#text.slice(this.#at + start, found);
    this.#at = found + end.length;
    return between;
  }

  /** @param {RegExp} pattern */
  #match(pattern) {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) throw new Malformed(String(pattern));
    this.#at = pattern.lastIndex;
    return found;
  }
}

/** @param {string} name */
function split(name) {
  const colon = name.indexOf(":");
  return colon < 0 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** @param {string} text */
function unescaped(text) {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|([a-z]{2,4}));|&/g, (_, hex, decimal, name) => {
    if (name && Object.hasOwn(ENTITIES, name)) return ENTITIES[name];
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : -1;
    if (code <= 0 || code > 0x10ffff) throw new Malformed("&");
    return String.fromCodePoint(code);
  });
}

/** What no XML may hold, or what has a meaning in it. */
const SIGNS = /[&<>"\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]/gu;

/** @param {string} text */
export const escaped = (text) =>
  text.replace(SIGNS, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? "\ufffd");
