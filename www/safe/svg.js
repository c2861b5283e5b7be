// @ts-check
// A stranger's drawing, made anew of harmless parts: of the elements, attributes and styles that are listed here, and of
// nothing else. What it costs to draw is known before (svg-cost.js).

import { outlineOfPath, outlineOfPoints } from "./path.js";
import { nestedPicture } from "./raster.js";
import { Refusal } from "./refusal.js";
import { declarations, declare, length, lengths, PROPERTIES, Rules, rulesOf } from "./style.js";
import { weighDrawing } from "./svg-cost.js";
import { Crowd } from "./text.js";
import { linear } from "./transform.js";
import { escaped, readXml } from "./xml.js";

/**
 * @typedef {import("./path.js").Outline} Outline
 * @typedef {import("./style.js").Declarations} Declarations
 */

/** More than that takes a browser more than a moment to read, whatever it is. */
const MOST_BYTES = 1.5e6;
const MOST_ELEMENTS = 20_000;
const MOST_DEPTH = 64;
/** Pictures of pixels in it, all together. */
const MOST_NESTED_PIXELS = 4e6;
const MOST_FAMILIES = 24;

const SVG = "http://www.w3.org/2000/svg";

const ELEMENTS = new Set(
  (
    "svg g defs symbol use switch a path rect circle ellipse line polyline polygon text tspan textPath image " +
    "linearGradient radialGradient stop pattern clipPath mask marker"
  ).split(" "),
);
/** In these, text is seen. */
const TEXTS = new Set(["text", "tspan", "textPath", "a"]);
/** What would be seen, and is left out because nobody knows what it costs. */
const SEEN = new Set("filter foreignObject animate animateTransform animateMotion animateColor set".split(" "));

/** @type {import("./style.js").Reader} */
const word = (value) => (/^[\w -]{1,40}$/.test(value) ? value : null);
/** @type {import("./style.js").Reader} */
const transform = (value) => (linear(value) ? value : null);

const LENGTHS = "x y dx dy rotate".split(" ");
const LENGTH = (
  "width height rx ry cx cy r x1 y1 x2 y2 fx fy fr offset refX refY markerWidth markerHeight textLength startOffset " +
  "pathLength"
).split(" ");
const WORD = (
  "gradientUnits patternUnits patternContentUnits clipPathUnits maskUnits maskContentUnits markerUnits spreadMethod " +
  "orient lengthAdjust preserveAspectRatio xml:space"
).split(" ");

/** By attribute. @type {Map<string, import("./style.js").Reader>} */
const ATTRIBUTES = new Map([
  ...LENGTHS.map((name) => /** @type {const} */ ([name, lengthsOrPercent])),
  ...LENGTH.map((name) => /** @type {const} */ ([name, length])),
  ...WORD.map((name) => /** @type {const} */ ([name, word])),
  ["viewBox", (value) => (boxOf(value) ? value : null)],
  ["transform", transform],
  ["gradientTransform", transform],
  ["patternTransform", transform],
]);

/** @param {string} value */
function lengthsOrPercent(value) {
  return length(value) ?? lengths(value);
}

/**
 * @param {string} value `0 0 640 480`
 * @returns {[width: number, height: number] | null}
 */
export function boxOf(value) {
  const numbers = (lengths(value) ?? "").split(/[\s,]+/).map(Number);
  return numbers.length === 4 && numbers[2] > 0 && numbers[3] > 0 ? [numbers[2], numbers[3]] : null;
}

/**
 * An element of the picture as it will be.
 * @typedef {object} Item
 * @property {string} name
 * @property {Item | null} parent
 * @property {string} id as it was written
 * @property {string[]} classes
 * @property {Map<string, string>} attributes all that will be written, but for the style
 * @property {Declarations} rules from style sheets; shared by all elements that have the same
 * @property {Declarations} inline from its attribute `style`, shared as well
 * @property {(Item | string)[]} children
 * @property {Outline | null} outline of what is drawn by points
 * @property {Item | null} target what it refers to with `href`
 */

/** After so many elements others may work. */
const PIECE = 200;

/** @type {Declarations} */
const NOTHING = new Map();
/** @type {string[]} */
const NO_CLASSES = [];

/** A picture that is being made, while its text is read. */
class Drawing {
  /** @type {Map<string, Item>} */
  ids = new Map();
  /** What would have been seen. @type {Set<string>} */
  leftOut = new Set();
  /** @type {Item[]} */
  items = [];
  /** @type {import("./style.js").Rule[]} */
  #rules = [];
  #pixels = 0;
  #crowd = new Crowd();
  #families = new Set();
  /** The elements around. @type {Item[]} */
  #around = [];
  /** How deep inside of an element that is left out. */
  #skipped = 0;
  /** The text of a style sheet that is being read. @type {string | null} */
  #sheet = null;
  /** What attributes `style` mean. @type {Map<string, Declarations>} */
  #inline = new Map();

  /** @returns {Item} */
  get root() {
    if (!this.items[0]) throw new TypeError("no SVG picture");
    return this.items[0];
  }

  /**
   * @param {string} space
   * @param {string} name
   * @param {Map<string, string>} attributes
   */
  open(space, name, attributes) {
    const parent = this.#around.at(-1) ?? null;
    if (this.#skipped > 0 || space !== SVG || !ELEMENTS.has(name) || (!parent && name !== "svg")) {
      if (this.#skipped === 0 && space === SVG) {
        if (name === "style") this.#sheet = "";
        if (SEEN.has(name)) this.leftOut.add(name);
      }
      this.#skipped += 1;
      return;
    }
    /** @type {Item} */
    const item = {
      name,
      parent,
      id: attributes.get("id") ?? "",
      classes: attributes.get("class")?.split(/\s+/).filter(Boolean) ?? NO_CLASSES,
      attributes: new Map(),
      rules: NOTHING,
      inline: this.#declarations(attributes.get("style")),
      children: [],
      outline: null,
      target: null,
    };
    for (const [key, value] of attributes) this.#take(item, key, value.trim());
    this.#boundFamilies(item.attributes);
    this.items.push(item);
    if (item.id && !this.ids.has(item.id)) this.ids.set(item.id, item);
    parent?.children.push(item);
    this.#around.push(item);
  }

  /** @param {string} text */
  text(text) {
    if (this.#sheet !== null && this.#skipped === 1) this.#sheet += text;
    if (this.#skipped > 0) return;
    const item = this.#around.at(-1);
    if (item && TEXTS.has(item.name)) item.children.push(this.#crowd.thin(text));
  }

  close() {
    if (this.#skipped === 0) {
      this.#around.pop();
      return;
    }
    this.#skipped -= 1;
    if (this.#skipped > 0 || this.#sheet === null) return;
    this.#rules.push(...rulesOf(this.#sheet, this.leftOut));
    this.#sheet = null;
  }

  /** @param {string | undefined} style */
  #declarations(style) {
    if (!style) return NOTHING;
    let known = this.#inline.get(style);
    if (!known) {
      known = declarations(style, this.leftOut);
      this.#boundFamilies(known);
      this.#inline.set(style, known);
    }
    return known;
  }

  /**
   * @param {Item} item
   * @param {string} name
   * @param {string} value
   */
  #take(item, name, value) {
    const read = ATTRIBUTES.get(name);
    if (read) {
      const made = read(value);
      if (made !== null) item.attributes.set(name, made);
    } else if (PROPERTIES.has(name) || name === "filter") declare(item.attributes, name, value, this.leftOut);
    else if (name === "href") this.#refer(item, value);
    else if ((name === "d" && item.name === "path") || (name === "points" && item.name.startsWith("poly"))) {
      item.attributes.set(name, value);
    }
  }

  /**
   * @param {Item} item
   * @param {string} address
   */
  #refer(item, address) {
    if (item.name !== "image") {
      if (address.startsWith("#") && item.name !== "a") item.attributes.set("href", address);
      return;
    }
    const picture = nestedPicture(address);
    if (!picture) {
      this.leftOut.add("image");
      return;
    }
    item.attributes.set("href", picture.address);
    this.#pixels += picture.pixels;
    if (this.#pixels > MOST_NESTED_PIXELS) throw new Refusal("pictures", this.#pixels, MOST_NESTED_PIXELS);
  }

  /** Finds how large each shape is, what the style sheets say of it, and what it refers to. */
  *finish() {
    const rules = new Rules(this.#rules);
    for (const { declarations } of this.#rules) this.#boundFamilies(declarations);
    for (const [at, item] of this.items.entries()) {
      if (at % PIECE === 0) yield;
      item.rules = rules.of(item);
      const [path, points] = [item.attributes.get("d"), item.attributes.get("points")];
      if (path !== undefined) item.outline = yield* outlineOfPath(path);
      if (points !== undefined) item.outline = yield* outlineOfPoints(points);
      if (!item.outline) for (const name of ["d", "points"]) item.attributes.delete(name);
      const href = item.attributes.get("href");
      if (href?.startsWith("#")) item.target = this.ids.get(href.slice(1)) ?? null;
    }
  }

  /** Browsers look each family up among all fonts. @param {Declarations} styles */
  #boundFamilies(styles) {
    const value = styles.get("font-family");
    if (!value) return;
    const names = value.split(", ").filter((name) => {
      if (this.#families.size < MOST_FAMILIES) this.#families.add(name);
      return this.#families.has(name);
    });
    styles.set("font-family", names.join(", ") || "sans-serif");
  }
}

/**
 * @typedef {object} Safe
 * @property {string} text the picture, made anew
 * @property {string[]} leftOut names of what would have been seen
 */

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Makes it piece by piece: it goes on when the next one is asked for, and what it returns is the picture.
 * @param {Uint8Array} data
 * @returns {Generator<void, Safe>}
 * @throws {Refusal} if it would take too long to draw; any other error if it is no SVG picture
 */
export function* safeSvg(data) {
  if (data.length > MOST_BYTES) throw new Refusal("bytes", data.length, MOST_BYTES);
  const drawing = new Drawing();
  yield* readXml(utf8.decode(data), { depth: MOST_DEPTH, elements: MOST_ELEMENTS }, drawing);
  yield* drawing.finish();
  yield* weighDrawing(drawing.root, drawing.ids);
  const text = yield* new Writer(drawing).write();
  return { text, leftOut: [...drawing.leftOut] };
}

/** Writes what was made. Names are given anew, for those that are referred to. */
class Writer {
  /** @type {Map<Item, string>} */
  #names = new Map();
  /** Of declarations from style sheets. @type {Map<Declarations, string>} */
  #classes = new Map();
  /** @type {Map<Declarations, string>} */
  #texts = new Map();
  #drawing;

  /** @param {Drawing} drawing */
  constructor(drawing) {
    this.#drawing = drawing;
  }

  /** @returns {Generator<void, string>} */
  *write() {
    const { items, root } = this.#drawing;
    // What is referred to has to be known before it is written.
    for (const [at, { attributes, rules, inline }] of items.entries()) {
      if (at % PIECE === 0) yield;
      for (const [name, value] of attributes) this.#reference(name, value);
      for (const styles of [rules, inline]) this.#text(styles);
      if (rules.size > 0 && !this.#classes.has(rules)) this.#classes.set(rules, `c${this.#classes.size}`);
    }
    const sheet = [...this.#classes].map(([rules, name]) => `.${name}{${this.#text(rules)}}`).join("");
    const parts = [];
    /** Elements that are open, and how many of their children are written. @type {{ item: Item, at: number }[]} */
    const open = [{ item: root, at: 0 }];
    parts.push(this.#start(root, ` xmlns="${SVG}"`), ">", sheet && `<style>${escaped(sheet)}</style>`);
    for (let steps = 1; open.length > 0; steps += 1) {
      if (steps % PIECE === 0) yield;
      const place = open[open.length - 1];
      const child = place.item.children[place.at++];
      if (child === undefined) {
        parts.push(`</${place.item.name}>`);
        open.pop();
      } else if (typeof child === "string") parts.push(escaped(child));
      else {
        parts.push(this.#start(child), child.children.length > 0 ? ">" : "/>");
        if (child.children.length > 0) open.push({ item: child, at: 0 });
      }
    }
    return parts.join("");
  }

  /**
   * @param {string} name
   * @param {string} value
   * @returns {string} the value, with the name that the element has now
   */
  #reference(name, value) {
    const isLink = name === "href" && value[0] === "#";
    if (!isLink && !value.startsWith("url(#")) return value;
    const end = isLink ? value.length : value.indexOf(")");
    const target = this.#drawing.ids.get(value.slice(isLink ? 1 : 5, end));
    if (target && !this.#names.has(target)) this.#names.set(target, `i${this.#names.size}`);
    const own = `#${(target && this.#names.get(target)) ?? "none"}`;
    return isLink ? own : `url(${own}${value.slice(end)}`;
  }

  /** @param {Declarations} styles */
  #text(styles) {
    let text = this.#texts.get(styles);
    if (text === undefined) {
      text = [...styles].map(([name, value]) => `${name}:${this.#reference(name, value)}`).join(";");
      this.#texts.set(styles, text);
    }
    return text;
  }

  /**
   * @param {Item} item
   * @param {string} more
   */
  #start(item, more = "") {
    let text = `<${item.name}${more}`;
    const name = this.#names.get(item);
    if (name) text += ` id="${name}"`;
    for (const [key, value] of item.attributes) text += ` ${key}="${escaped(this.#reference(key, value))}"`;
    if (item.rules.size > 0) text += ` class="${this.#classes.get(item.rules)}"`;
    if (item.inline.size > 0) text += ` style="${escaped(this.#text(item.inline))}"`;
    return text;
  }
}
