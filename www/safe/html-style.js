// @ts-check
// The styles of a stranger's HTML: properties that colour and space what is there. What lays one thing over another,
// moves, repeats or is computed for each pixel is not among them.

import { eachDeclaration, eachRule } from "./style.js";

/** They hold colours, keywords, and lengths that are not negative. */
const PROPERTIES = new Set(
  (
    "color background background-color background-image border border-top border-right border-bottom border-left " +
    "border-color border-style border-width border-collapse border-spacing border-radius border-top-color " +
    "border-right-color border-bottom-color border-left-color border-top-style border-right-style border-bottom-style " +
    "border-left-style border-top-width border-right-width border-bottom-width border-left-width margin margin-top " +
    "margin-right margin-bottom margin-left padding padding-top padding-right padding-bottom padding-left width " +
    "min-width max-width height min-height max-height box-sizing font font-family font-size font-style font-weight " +
    "font-variant font-variant-numeric text-align text-decoration text-transform text-indent vertical-align " +
    "line-height letter-spacing word-spacing white-space word-break overflow-wrap overflow overflow-x overflow-y " +
    "display float clear list-style list-style-type list-style-position caption-side table-layout empty-cells opacity " +
    "visibility direction unicode-bidi"
  ).split(" "),
);
/** Flexible boxes and grids may be laid out once more for each level. */
const DISPLAYS = new Set(
  "block inline inline-block none list-item table inline-table table-row table-cell table-caption".split(" "),
);

const COLOUR = String.raw`(?:rgb|hsl)a?\([-+.\d,%/\s]{1,60}\)`;
const GRADIENT = String.raw`linear-gradient\((?:${COLOUR}|[-#.\w%,\s]){1,300}\)`;
const WORD = String.raw`[#\w%.]+(?:-[\w%.]+)*|"[\w .-]{1,60}"|'[\w .-]{1,60}'`;
const LONGEST_VALUE = 400;
/** No length is larger, in any unit; in those of the font's or the window's size, much less. */
const MOST = 2000;
const MOST_FONT = 200;
const MOST_RELATIVE = 100;
const RELATIVE = /^(?:r?em|r?ex|r?ch|r?lh|r?ic|r?cap|[sdl]?v\w+)$/i;

/**
 * @param {string} name of a property
 * @param {string} value
 * @returns {string | null} null if it may not have it
 */
function safeValue(name, value) {
  if (!PROPERTIES.has(name) || value.length > LONGEST_VALUE) return null;
  if (name === "display") return DISPLAYS.has(value.toLowerCase()) ? value : null;
  const rest = value.replace(/#[\da-f]+/gi, "");
  if (!isMade(value) || /\de[-+]?\d/i.test(rest)) return null;
  for (const [, number, unit] of rest.matchAll(/(\d+(?:\.\d*)?|\.\d+)([a-z%]*)/gi)) {
    const isFont = name.startsWith("font") && unit !== "";
    if (Number(number) > (RELATIVE.test(unit) ? MOST_RELATIVE : isFont ? MOST_FONT : MOST)) return null;
  }
  return value;
}

/** One part of a value after the other: there is no second way to read it. */
const PART = new RegExp(String.raw`(?:${COLOUR}|${GRADIENT}|${WORD}|[\s,/]+)`, "iy");

/** @param {string} value */
function isMade(value) {
  PART.lastIndex = 0;
  while (PART.lastIndex < value.length) if (!PART.exec(value)) return false;
  return true;
}

/**
 * What takes a browser longer than plain text, and how many of them there may be.
 * @typedef {{ gradients: number, selectors: number, rules: number }} Left
 */

/** @returns {Left} */
export const plenty = () => ({ gradients: 500, selectors: 200, rules: 5000 });

/**
 * @param {string} text of an attribute `style`
 * @param {Left} left
 * @returns {string}
 */
export function safeStyle(text, left) {
  let made = "";
  eachDeclaration(text, (name, value) => {
    const own = safeValue(name, value);
    if (own === null || (/gradient/i.test(own) && (left.gradients -= 1) < 0)) return;
    // Less height than there is inside would lay what follows over it.
    made += `${name === "height" ? "min-height" : name}:${own};`;
  });
  return made;
}

const COMPOUND = String.raw`(?:\*|[\w-]+)?(?:[.#][\w-]+|:(?:first|last|only)-(?:child|of-type)|:nth-child\([\w+ ]{1,12}\)|:hover)*`;
const SELECTOR = new RegExp(String.raw`^${COMPOUND}(?:(?:\s*>\s*|\s+)${COMPOUND}){0,7}$`);

/**
 * @param {string} text a style sheet
 * @param {Left} left
 * @returns {string}
 */
export function safeSheet(text, left) {
  let made = "";
  eachRule(text, (selectors, body) => {
    if (selectors.startsWith("@")) return;
    const kept = selectors
      .split(",")
      .map((selector) => selector.trim())
      .filter((selector) => selector && selector.length <= 200 && SELECTOR.test(selector) && isAllowed(selector, left));
    const style = kept.length > 0 && safeStyle(body, left);
    if (style) made += `${kept.join(",")}{${style}}\n`;
  });
  return made;
}

/**
 * Each element is compared with each rule that does not name one element.
 * @param {string} selector
 * @param {Left} left
 */
function isAllowed(selector, left) {
  const own = selector.split(/[\s>]+/).at(-1) ?? "";
  return (left.rules -= 1) >= 0 && (own.includes("#") || (left.selectors -= 1) >= 0);
}
