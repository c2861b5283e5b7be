// @ts-check
// The styles of a stranger's drawing: which properties it may set and to what, and which of them a style sheet gives
// to which element. All that is not known is left out, so that no browser reads more into it than was looked at.

import { Refusal } from "./refusal.js";

/** @typedef {(value: string) => string | null} Reader makes a value that may stand in a picture, or null */

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?`;
const LENGTH = new RegExp(`^(${NUMBER})(px|pt|pc|mm|cm|in|em|ex|rem|%)?$`, "i");
const LENGTHS = new RegExp(
  `^(?:${NUMBER})(?:px|pt|pc|mm|cm|in)?(?:(?:\\s+|\\s*,\\s*)(?:${NUMBER})(?:px|pt|pc|mm|cm|in)?)*$`,
);
const NUMBERS = new RegExp(NUMBER, "g");
/** Keywords: without parentheses they compute and fetch nothing. */
const WORDS = /^[a-z][a-z-]*(?: [a-z][a-z-]*){0,4}$/i;
const COLOUR = /^(?:#[\da-f]{3,8}|[a-z]+|(?:rgb|hsl)a?\([-+.\d,%/\s]{1,60}\))$/i;
const PAINT = /^url\(\s*["']?#([^\s"'()]+)["']?\s*\)\s*(\S.*)?$/i;
const MOST_LENGTH = 1e6;
const LONGEST = 20_000;

/** @type {Reader} */
const word = (value) => (WORDS.test(value) ? value : null);

/** @type {Reader} */
export function length(value) {
  const found = value.match(LENGTH);
  return found && Math.abs(Number(found[1])) <= MOST_LENGTH ? value : null;
}

/** @type {Reader} */
export function lengths(value) {
  if (value.length > LONGEST || !LENGTHS.test(value)) return null;
  return value.match(NUMBERS)?.every((number) => Math.abs(Number(number)) <= MOST_LENGTH) ? value : null;
}

/** @type {Reader} */
const lengthOrWord = (value) => length(value) ?? word(value);

/** @type {Reader} */
const lengthsOrWord = (value) => lengths(value) ?? word(value);

/** @type {Reader} */
const colour = (value) => (COLOUR.test(value) ? value : null);

/** @type {Reader} */
function paint(value) {
  const found = value.match(PAINT);
  if (!found) return colour(value);
  const instead = found[2] === undefined ? "" : colour(found[2]);
  return instead === null ? null : `url(#${found[1]}) ${instead}`.trim();
}

/** @type {Reader} */
const reference = (value) => (PAINT.test(value) ? paint(value) : value === "none" ? value : null);

const MOST_FAMILIES = 8;

/** @type {Reader} */
export function families(value) {
  if (value.length > 500) return null;
  const names = [];
  for (const part of value.split(",").slice(0, MOST_FAMILIES)) {
    const name = part.trim().replace(/^(["'])(.*)\1$/, "$2");
    if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name)) continue;
    // Generic families are keywords, and mean something else in quotes.
    names.push(/^[a-z-]+$/.test(name) ? name : `'${name}'`);
  }
  return names.join(", ") || null;
}

const INHERITED_PAINT = { fill: paint, stroke: paint, color: colour };

/** What passes on to what is inside. @type {Record<string, Reader>} */
const INHERITED = {
  ...INHERITED_PAINT,
  "fill-opacity": length,
  "stroke-opacity": length,
  "stroke-width": length,
  "stroke-dasharray": lengthsOrWord,
  "stroke-dashoffset": length,
  "stroke-miterlimit": length,
  "stroke-linecap": word,
  "stroke-linejoin": word,
  "fill-rule": word,
  "clip-rule": word,
  "color-interpolation": word,
  "paint-order": word,
  "shape-rendering": word,
  "text-rendering": word,
  "image-rendering": word,
  marker: reference,
  "marker-start": reference,
  "marker-mid": reference,
  "marker-end": reference,
  visibility: word,
  "font-family": families,
  "font-size": lengthOrWord,
  "font-style": word,
  "font-variant": word,
  "font-weight": lengthOrWord,
  "font-stretch": word,
  "letter-spacing": lengthOrWord,
  "word-spacing": lengthOrWord,
  "text-anchor": word,
  "white-space": word,
  "writing-mode": word,
  direction: word,
};

/** @type {Map<string, Reader>} */
export const PROPERTIES = new Map(
  Object.entries({
    ...INHERITED,
    opacity: length,
    "stop-color": colour,
    "stop-opacity": length,
    "clip-path": reference,
    mask: reference,
    display: word,
    overflow: word,
    "vector-effect": word,
    "text-decoration": word,
    "dominant-baseline": word,
    "alignment-baseline": word,
    "baseline-shift": lengthOrWord,
    "unicode-bidi": word,
  }),
);

/** What cannot be had, though it would be seen. */
const SEEN = new Set(["filter", "backdrop-filter", "mix-blend-mode", "transform", "animation", "animation-name"]);

/** @typedef {Map<string, string>} Declarations */

/**
 * @param {Declarations} into
 * @param {string} name
 * @param {string} value
 * @param {Set<string>} leftOut
 */
export function declare(into, name, value, leftOut) {
  const read = PROPERTIES.get(name);
  const made = read?.(value);
  if (made) into.set(name, made);
  else if (SEEN.has(name) && value !== "none" && value !== "normal") leftOut.add(name);
}

const MOST_DECLARATIONS = 100;

/**
 * @param {string} text `fill: red; stroke: none`
 * @param {Set<string>} leftOut hears what would have been seen
 * @returns {Declarations}
 */
export function declarations(text, leftOut) {
  const found = new Map();
  eachDeclaration(text, (name, value) => {
    if (name === "font") for (const [longer, own] of font(value)) found.set(longer, own);
    else declare(found, name, value, leftOut);
  });
  return found;
}

/**
 * @param {string} text `fill: red; stroke: none`
 * @param {(name: string, value: string) => void} hear
 */
export function eachDeclaration(text, hear) {
  for (const part of text.replace(COMMENT, " ").split(";", MOST_DECLARATIONS)) {
    const colon = part.indexOf(":");
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, "")
      .trim();
    hear(name, value);
  }
}

const COMMENT = /\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g;

/**
 * @param {string} value `italic bold 12px/1.2 'DejaVu Sans', serif`
 * @returns {Declarations}
 */
function font(value) {
  const found = value.match(
    /^((?:[a-z\d-]+\s+){0,4}?)([\d.]+(?:px|pt|em|rem|mm|cm|in|%))(?:\s*\/\s*[\w.%]+)?\s+(\S.*)$/i,
  );
  const names = found && families(found[3]);
  const size = found && length(found[2]);
  if (!names || !size) return new Map();
  const made = new Map([
    ["font-size", size],
    ["font-family", names],
  ]);
  for (const part of found[1].trim().split(/\s+/)) {
    if (/^(?:italic|oblique)$/.test(part)) made.set("font-style", part);
    if (/^(?:bold|bolder|lighter|[1-9]00)$/.test(part)) made.set("font-weight", part);
    if (part === "small-caps") made.set("font-variant", part);
  }
  return made;
}

/**
 * A part of a selector: `text.big#name`, and whether the part before it has to be the parent.
 * @typedef {{ name: string, id: string, classes: string[], isChild: boolean }} Compound
 * @typedef {{ path: Compound[], weight: number, declarations: Declarations }} Rule
 */

const COMPOUND = /^(\*|[\w-]+)?((?:[.#][\w-]+)*)$/;
const MOST_RULES = 1000;
const MOST_COMPOUNDS = 8;

/**
 * Rules with elements, classes and names; all others are left out.
 * @param {string} text a style sheet
 * @param {Set<string>} leftOut hears what would have been seen
 * @returns {Rule[]}
 */
export function rulesOf(text, leftOut) {
  /** @type {Rule[]} */
  const rules = [];
  eachRule(text, (selectors, body) => {
    if (selectors.startsWith("@")) {
      if (/^@(?:-\w+-)?keyframes/.test(selectors)) leftOut.add("animation");
      return;
    }
    const own = declarations(body, leftOut);
    for (const selector of selectors.split(",")) {
      const path = pathOf(selector.trim());
      if (!path || own.size === 0) continue;
      const weigh = (/** @type {Compound} */ { name, id, classes }) =>
        (id ? 1e6 : 0) + classes.length * 1000 + (name && name !== "*" ? 1 : 0);
      rules.push({ path, weight: path.reduce((sum, part) => sum + weigh(part), 0), declarations: own });
      if (rules.length > MOST_RULES) throw new Refusal("styles", rules.length, MOST_RULES);
    }
  });
  return rules;
}

/**
 * @param {string} text a style sheet
 * @param {(selectors: string, body: string) => void} hear of each rule, and of each `@` with a block
 */
export function eachRule(text, hear) {
  const css = text.replace(COMMENT, " ").replace(/<!-{2}|-{2}>/g, " ");
  for (let at = 0; at < css.length; ) {
    const open = css.indexOf("{", at);
    if (open < 0) break;
    const start = css.slice(at, open).trim();
    const semicolon = start.indexOf(";");
    // A statement like `@import` ends without a block.
    if (start.startsWith("@") && semicolon >= 0) {
      at = css.indexOf(";", at) + 1;
      continue;
    }
    const close = css.indexOf("}", open);
    const end = start.startsWith("@") ? endOfBlock(css, open) : close < 0 ? css.length : close;
    hear(start, css.slice(open + 1, end));
    at = end + 1;
  }
}

/**
 * @param {string} css
 * @param {number} open where the block begins
 * @returns {number} where it ends
 */
function endOfBlock(css, open) {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    if (css[at] === "}" && (depth -= 1) === 0) return at;
  }
  return css.length;
}

/**
 * @param {string} selector
 * @returns {Compound[] | null} from the element itself to what is around it
 */
function pathOf(selector) {
  if (selector.length > 300) return null;
  const parts = selector.replace(/\s*>\s*/g, " >").split(/\s+/);
  if (parts.length > MOST_COMPOUNDS) return null;
  const path = [];
  for (const part of parts) {
    const isChild = part.startsWith(">");
    const found = part.slice(isChild ? 1 : 0).match(COMPOUND);
    if (!found?.[0]) return null;
    const marks = found[2].match(/[.#][\w-]+/g) ?? [];
    path.unshift({
      name: found[1] ?? "",
      id: marks.find((mark) => mark[0] === "#")?.slice(1) ?? "",
      classes: marks.filter((mark) => mark[0] === ".").map((mark) => mark.slice(1)),
      isChild,
    });
  }
  return path;
}

/** @typedef {{ name: string, id: string, classes: string[], parent: Styled | null }} Styled */

const MOST_COMPARISONS = 300_000;

/** @type {Declarations} */
const NOTHING = new Map();

/** The rules of all style sheets of a picture. */
export class Rules {
  /** By what the element itself has to be. @type {Map<string, Rule[]>} */
  #byMark = new Map();
  #comparisons = 0;

  /** @param {Rule[]} rules */
  constructor(rules) {
    for (const rule of rules) {
      const [{ name, id, classes }] = rule.path;
      const mark = id ? `#${id}` : classes[0] ? `.${classes[0]}` : name || "*";
      const others = this.#byMark.get(mark);
      if (others) others.push(rule);
      else this.#byMark.set(mark, [rule]);
    }
    this.#order = new Map(rules.map((rule, index) => [rule, index]));
  }

  /** @type {Map<Rule, number>} */
  #order;

  /** What sets of rules come to, by their places. @type {Map<string, Declarations>} */
  #known = new Map();

  /**
   * @param {Styled} element
   * @returns {Declarations} what the rules say of it; the same for each element that has the same rules
   */
  of(element) {
    if (this.#order.size === 0) return NOTHING;
    const marks = ["*", element.name, ...element.classes.map((name) => `.${name}`), `#${element.id}`];
    /** @type {Rule[]} */
    const rules = [];
    for (const mark of marks) {
      for (const rule of this.#byMark.get(mark) ?? []) if (this.#fits(rule.path, element)) rules.push(rule);
    }
    const place = (/** @type {Rule} */ rule) => this.#order.get(rule) ?? 0;
    rules.sort((a, b) => a.weight - b.weight || place(a) - place(b));
    const key = rules.map(place).join();
    let made = this.#known.get(key);
    if (!made) {
      made = new Map(rules.flatMap(({ declarations }) => [...declarations]));
      this.#known.set(key, made);
    }
    return made;
  }

  /**
   * @param {Compound[]} path
   * @param {Styled} element
   */
  #fits(path, element) {
    /** @type {Styled | null} */
    let place = element;
    if (!this.#is(place, path[0])) return false;
    for (let at = 1; at < path.length; at += 1) {
      place = place.parent;
      // The nearest one that fits: with `>` behind it, one further out might, too, which nobody writes.
      while (place && !this.#is(place, path[at]) && !path[at - 1].isChild) place = place.parent;
      if (!place || !this.#is(place, path[at])) return false;
    }
    return true;
  }

  /**
   * @param {Styled} element
   * @param {Compound} compound
   */
  #is(element, { name, id, classes }) {
    if ((this.#comparisons += 1) > MOST_COMPARISONS) {
      throw new Refusal("styles", this.#comparisons, MOST_COMPARISONS);
    }
    return (
      (!name || name === "*" || name === element.name) &&
      (!id || id === element.id) &&
      classes.every((one) => element.classes.includes(one))
    );
  }
}
