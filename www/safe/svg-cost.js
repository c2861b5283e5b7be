// @ts-check
// What it costs to draw a picture, found by going through it as a browser does: what is referred to is drawn once more
// wherever that happens. Only sizes count, not places, and each is at least as large as in truth.

import { Refusal } from "./refusal.js";
import { linear, times, UNCHANGED } from "./transform.js";

/**
 * @typedef {import("./svg.js").Item} Item
 * @typedef {import("./path.js").Outline} Outline
 * @typedef {import("./transform.js").Linear} Linear
 */

/** What a picture may take. Measured: see tests/browser/display.rs. */
const MOST = {
  /** Elements that are drawn, each time. */
  repeats: 20_000,
  /** Pixels that are painted, one over the other. */
  pixels: 64e6,
  /** Pixels along the outlines; corners and dashes take some more, and curves several times as many. */
  edges: 4e6,
  characters: 20_000,
};

/** How wide and high a page shows a picture; a larger one is drawn smaller (terminal.css). */
const WIDEST = 1200;
/** The size of a picture that says none. */
const WIDTH = 300;
const HEIGHT = 150;
const MOST_NATURAL_PIXELS = 32e6;

/** After so many elements others may work. */
const PIECE = 200;

/** How many times as large as the picture a shape may be before it takes more work. */
const FAR = 100;
/** 25 ms for a circle with a radius of 10^13 pixels (Firefox 153). */
const FAR_EDGES = 1e6;
/** A tile that is larger than the picture: 130 ms (Firefox 153). */
const LARGE_TILE_PIXELS = 40e6;
/** How much more the pixels between crossing lines cost where they are counted as even and odd. */
const EVEN_ODD = 4;
const MARKS = /\p{M}|[\u0590-\u08ff\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]+/gu;
/** A font in one more size takes as much as so many characters. */
const CHARACTERS_OF_SIZE = 100;

/** References to what has references itself, and so on. */
const MOST_NESTED = 10;
/** Gradients that take their colours from others, and so on. */
const MOST_LINKS = 4;

/** What is only drawn where it is referred to. */
const DEFINITIONS = new Set("defs symbol linearGradient radialGradient stop pattern clipPath mask marker".split(" "));
const SHAPES = new Set("path rect circle ellipse line polyline polygon".split(" "));

/**
 * What passes on to what is inside.
 * @typedef {object} Style
 * @property {string} fill
 * @property {string} rule how the inside of a shape is found
 * @property {string} stroke
 * @property {number} width of the stroke
 * @property {string} dashes
 * @property {number} size of the font
 * @property {string} start markers
 * @property {string} mid
 * @property {string} end
 */

/** @type {Style} */
const PLAIN = {
  fill: "black",
  rule: "nonzero",
  stroke: "none",
  width: 1,
  dashes: "none",
  size: 16,
  start: "none",
  mid: "none",
  end: "none",
};

/**
 * Where something is drawn.
 * @typedef {object} Place
 * @property {Linear} matrix from its units to pixels
 * @property {Style} style of what is around it
 * @property {number} count how many times
 * @property {number} nested how many references led there
 * @property {readonly [number, number]} view the size of what percentages refer to
 */

/**
 * @param {Item} item
 * @param {string} name of a property
 * @returns {string | undefined}
 */
const own = (item, name) => item.inline.get(name) ?? item.rules.get(name) ?? item.attributes.get(name);

/** Properties of {@link Style}. @type {Map<string, (style: Style, value: string) => void>} */
const INHERITED = new Map(
  Object.entries({
    fill: (style, value) => (style.fill = value),
    "fill-rule": (style, value) => (style.rule = value),
    stroke: (style, value) => (style.stroke = value),
    // A percentage is one of the picture's size.
    "stroke-width": (style, value) => (style.width = pixels(value, 2000, style.size) || 0),
    "stroke-dasharray": (style, value) => (style.dashes = value),
    "marker-start": (style, value) => (style.start = value),
    "marker-mid": (style, value) => (style.mid = value),
    "marker-end": (style, value) => (style.end = value),
    marker: (style, value) => Object.assign(style, { start: value, mid: value, end: value }),
  }),
);

/**
 * What an element says of itself.
 * @typedef {object} Own
 * @property {[(style: Style, value: string) => void, string][]} inherited
 * @property {string} size of the font
 * @property {Linear | null} matrix
 * @property {boolean} isHidden
 * @property {boolean} isFaint
 * @property {Item | undefined} clip
 * @property {Item | undefined} mask
 */

/** In pixels. @type {Record<string, number>} */
const UNITS = { px: 1, pt: 4 / 3, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96, rem: 16 };

/**
 * @param {string | undefined} value a length
 * @param {number} whole what percentages refer to
 * @param {number} size of the font
 * @returns {number} not negative; NaN if it is none
 */
function pixels(value, whole, size) {
  const number = Number.parseFloat(value ?? "");
  const unit = (value ?? "").replace(/^[-+]?[\d.]+(?:e[-+]?\d+)?/i, "").toLowerCase();
  if (unit === "%") return Math.abs((number * whole) / 100);
  return Math.abs(number * (unit === "em" || unit === "ex" ? size : (UNITS[unit] ?? 1)));
}

/**
 * Refuses a picture that would take too much.
 * @param {Item} root
 * @param {Map<string, Item>} ids
 * @returns {Generator<void, void>}
 */
export function* weighDrawing(root, ids) {
  yield* new Scale(ids).weigh(root);
}

class Scale {
  #ids;
  /** @type {Map<Item, Own>} */
  #known = new Map();
  #steps = 0;
  /** Of fonts. @type {Set<number>} */
  #sizes = new Set();
  #spent = { repeats: 0, pixels: 0, edges: 0, characters: 0 };
  /** References under way. @type {Set<Item>} */
  #open = new Set();
  /** The picture's own size, in pixels. */
  #width = 0;
  #height = 0;

  /** @param {Map<string, Item>} ids */
  constructor(ids) {
    this.#ids = ids;
  }

  /** @param {Item} root @returns {Generator<void, void>} */
  *weigh(root) {
    const [width, height] = sizeOf(root);
    const scale = Math.min(1, WIDEST / width, WIDEST / height);
    if (width * height > MOST_NATURAL_PIXELS) throw new Refusal("size", width * height, MOST_NATURAL_PIXELS);
    this.#width = width * scale;
    this.#height = height * scale;
    this.#countUses(root);
    yield* this.#draw(root, {
      matrix: [scale, 0, 0, scale],
      style: PLAIN,
      count: 1,
      nested: 0,
      view: [width, height],
    });
  }

  get #area() {
    return this.#width * this.#height;
  }

  /**
   * @param {keyof typeof MOST} what
   * @param {number} amount
   */
  #spend(what, amount) {
    this.#spent[what] += amount;
    if (!(this.#spent[what] <= MOST[what])) throw new Refusal(what, Math.round(this.#spent[what]), MOST[what]);
  }

  /**
   * How many elements are drawn if uses are all that repeats: soon found, however many they are.
   * @param {Item} root
   */
  #countUses(root) {
    /** @type {Map<Item, number>} */
    const known = new Map();
    const count = (/** @type {Item} */ item, /** @type {number} */ nested) => {
      if (nested > MOST_NESTED) throw new Refusal("nested", nested, MOST_NESTED);
      const before = known.get(item);
      if (before !== undefined) return before;
      if (this.#open.has(item)) throw new Refusal("circle", 1, 0);
      this.#open.add(item);
      let sum = 1;
      for (const child of item.children) {
        if (typeof child !== "string" && !DEFINITIONS.has(child.name)) sum += count(child, nested);
      }
      if (item.name === "use" && item.target) sum += count(item.target, nested + 1);
      this.#open.delete(item);
      known.set(item, sum);
      return sum;
    };
    const sum = count(root, 0);
    if (sum > MOST.repeats) throw new Refusal("repeats", sum, MOST.repeats);
  }

  /**
   * @param {Item} item
   * @param {Place} place
   * @returns {Generator<void, number>} the pixels of the rectangle around it; 0 if it is not drawn
   */
  *#draw(item, place) {
    this.#spend("repeats", place.count);
    if ((this.#steps += 1) % PIECE === 0) yield;
    const own = this.#own(item);
    if (own.isHidden) return 0;
    const here = {
      matrix: own.matrix ? times(place.matrix, own.matrix) : place.matrix,
      style: styled(own, place.style),
      count: place.count,
      nested: place.nested,
      view: place.view,
    };
    const area = yield* this.#content(item, here);
    yield* this.#around(own, here, area);
    return area;
  }

  /**
   * @param {Item} item
   * @returns {Own}
   */
  #own(item) {
    const known = this.#known.get(item);
    if (known) return known;
    const transform = item.attributes.get("transform");
    /** @type {Own} */
    const own = {
      inherited: [],
      size: "",
      matrix: transform ? linear(transform) : null,
      isHidden: false,
      isFaint: false,
      clip: undefined,
      mask: undefined,
    };
    // What counts more comes later.
    for (const styles of [item.attributes, item.rules, item.inline]) {
      for (const [name, value] of styles) {
        const set = INHERITED.get(name);
        if (set) {
          if (value !== "inherit") own.inherited.push([set, value]);
        } else if (name === "font-size") own.size = value === "inherit" ? "" : value;
        else if (name === "display") own.isHidden = value === "none";
        else if (name === "opacity") own.isFaint = Number.parseFloat(value) < 1;
        else if (name === "clip-path") own.clip = this.#named(value);
        else if (name === "mask") own.mask = this.#named(value);
      }
    }
    this.#known.set(item, own);
    return own;
  }

  /**
   * What an element that is drawn elsewhere has from where it stands.
   * @param {Item | null} item
   * @returns {Style}
   */
  #lexical(item) {
    return item ? styled(this.#own(item), this.#lexical(item.parent)) : PLAIN;
  }

  /**
   * @param {Item} item
   * @param {Place} place
   * @returns {Generator<void, number>}
   */
  *#content(item, place) {
    if (SHAPES.has(item.name)) return yield* this.#shape(item, place);
    if (item.name === "text") return yield* this.#text(item, place);
    if (item.name === "image") {
      const [width, height] = ["width", "height"].map((name, at) =>
        pixels(item.attributes.get(name), place.view[at], place.style.size),
      );
      const area = this.#boxed(place.matrix, width, height);
      this.#spend("pixels", 2 * area * place.count);
      return area;
    }
    if (item.name === "use")
      return item.target ? yield* this.#refer(item.target, this.#viewOf(item, place), "draw") : 0;
    if (item.name === "svg" || item.name === "symbol") return yield* this.#children(item, fitted(item, place));
    return yield* this.#children(item, place);
  }

  /**
   * What `use` says of its size is that of the picture or symbol it uses.
   * @param {Item} item
   * @param {Place} place
   * @returns {Place}
   */
  #viewOf({ attributes, target }, place) {
    if (target?.name !== "svg" && target?.name !== "symbol") return place;
    const sizes = ["width", "height"].map((name, at) => {
      const size = pixels(attributes.get(name) ?? target.attributes.get(name), place.view[at], place.style.size);
      return Number.isNaN(size) ? place.view[at] : size;
    });
    return { ...place, view: [sizes[0], sizes[1]] };
  }

  /**
   * @param {Item} item
   * @param {Place} place
   * @returns {Generator<void, number>}
   */
  *#children(item, place) {
    let drawn = 0;
    let area = 0;
    for (const child of item.children) {
      if (typeof child === "string" || DEFINITIONS.has(child.name)) continue;
      area = yield* this.#draw(child, place);
      if (area > 0) drawn += 1;
    }
    // Of more than one, the places would have to be known.
    return drawn > 1 ? this.#area : area;
  }

  /**
   * Draws what is referred to.
   * @param {Item} target
   * @param {Place} place
   * @param {"draw" | "children"} what
   * @returns {Generator<void, number>}
   */
  *#refer(target, place, what) {
    if (this.#open.has(target)) throw new Refusal("circle", 1, 0);
    if (place.nested >= MOST_NESTED) throw new Refusal("nested", place.nested + 1, MOST_NESTED);
    this.#open.add(target);
    const inside = { ...place, nested: place.nested + 1 };
    const area = what === "draw" ? yield* this.#draw(target, inside) : yield* this.#children(target, inside);
    this.#open.delete(target);
    return area;
  }

  /**
   * What is done with all of an element: layers that are drawn apart and laid over what is there.
   * @param {Own} own
   * @param {Place} place
   * @param {number} area
   * @returns {Generator<void, void>}
   */
  *#around(own, place, area) {
    if (own.isFaint) this.#spend("pixels", 3 * area * place.count);
    if (own.clip?.name === "clipPath") {
      if (this.#isPlainClip(own.clip)) this.#spend("repeats", place.count);
      else yield* this.#layer(own.clip, own.clip.attributes.get("clipPathUnits"), place);
    }
    if (own.mask?.name === "mask") yield* this.#layer(own.mask, own.mask.attributes.get("maskContentUnits"), place);
  }

  /**
   * @param {Item} target
   * @param {string | undefined} units
   * @param {Place} place
   * @returns {Generator<void, void>}
   */
  *#layer(target, units, place) {
    this.#spend("pixels", 4 * this.#area * place.count);
    yield* this.#refer(target, this.#boxUnits(units, { ...place, style: this.#lexical(target.parent) }), "draw");
  }

  /** Whether browsers clip with a single shape, without a layer. @param {Item} item */
  #isPlainClip(item) {
    const [child, more] = item.children;
    if (more || !child || typeof child === "string" || !SHAPES.has(child.name)) return false;
    return [item, child].every((one) => !this.#own(one).clip && !this.#own(one).mask);
  }

  /**
   * Where content is measured by what it is for, one unit may be as large as the picture.
   * @param {string | undefined} units
   * @param {Place} place
   * @returns {Place}
   */
  #boxUnits(units, place) {
    if (units !== "objectBoundingBox") return place;
    return { ...place, matrix: [this.#width, 0, 0, this.#height], view: [1, 1] };
  }

  /** @param {string | undefined} reference `url(#name)` */
  #named(reference) {
    const found = reference?.match(/^url\(#([^)]*)\)/);
    return found ? this.#ids.get(found[1]) : undefined;
  }

  /**
   * @param {Linear} matrix
   * @param {number} width
   * @param {number} height
   * @param {number} [more] pixels around it
   * @returns {number} the pixels of the rectangle around a rectangle
   */
  #boxed([a, b, c, d], width, height, more = 0) {
    const area =
      Math.min(Math.abs(a) * width + Math.abs(c) * height + more + 1, this.#width) *
      Math.min(Math.abs(b) * width + Math.abs(d) * height + more + 1, this.#height);
    return Number.isNaN(area) ? this.#area : area;
  }

  /**
   * @param {Item} item
   * @param {Place} place
   * @returns {Generator<void, number>}
   */
  *#shape(item, place) {
    const outline = outlineOf(item, place);
    if (!outline || outline.segments === 0) return 0;
    const { matrix, style, count } = place;
    const { width, height, segments, weight } = outline;
    const scale = Math.max(Math.abs(matrix[0]) + Math.abs(matrix[1]), Math.abs(matrix[2]) + Math.abs(matrix[3]));
    const length = Math.min(outline.length * scale, weight * (this.#width + this.#height));
    const fill = this.#boxed(matrix, width, height);
    // What is far larger than the picture is cut for drawing, which takes its time.
    const isFar = Math.max(width, height) * scale > FAR * (this.#width + this.#height);
    let [edges, area] = [isFar ? FAR_EDGES : 0, fill];
    if (style.fill !== "none" && item.name !== "line") {
      edges += 2 * length * (style.rule === "evenodd" ? EVEN_ODD : 1) + 6 * segments;
      this.#spend("pixels", fill * (yield* this.#paint(style.fill, place)) * count);
    }
    if (style.stroke !== "none" && style.width > 0) {
      const thick = style.width * scale;
      area = this.#boxed(matrix, width, height, 4 * thick);
      // A broad line costs more, where parts of it overlap.
      const broad = 1 + Math.min(1, thick / 20);
      edges += (2 * length + 50 * dashes(item, style, outline, scale)) * broad + 10 * segments;
      this.#spend("pixels", Math.min(area, length * (thick + 1)) * (yield* this.#paint(style.stroke, place)) * count);
    }
    this.#spend("edges", edges * count);
    yield* this.#markers(item, place, segments);
    return area;
  }

  /**
   * @param {Item} item
   * @param {Place} place
   * @param {number} segments
   * @returns {Generator<void, void>}
   */
  *#markers(item, place, segments) {
    const { style } = place;
    if (item.name === "rect" || item.name === "circle" || item.name === "ellipse") return;
    for (const [name, count] of /** @type {const} */ ([
      ["start", 1],
      ["mid", segments],
      ["end", 1],
    ])) {
      const marker = this.#named(style[name]);
      if (marker?.name !== "marker") continue;
      const grow = marker.attributes.get("markerUnits") === "userSpaceOnUse" ? 1 : style.width;
      const sizes = ["markerWidth", "markerHeight"].map((size) => {
        const own = pixels(marker.attributes.get(size), 3, 16);
        return Number.isNaN(own) ? 3 : own;
      });
      const matrix = times(place.matrix, [grow, 0, 0, grow]);
      const inside = {
        ...place,
        matrix,
        count: place.count * count,
        view: /** @type {const} */ ([sizes[0], sizes[1]]),
      };
      yield* this.#refer(marker, fitted(marker, { ...inside, style: this.#lexical(marker) }), "children");
    }
  }

  /**
   * @param {string} paint
   * @param {Place} place
   * @returns {Generator<void, number>} what a pixel of it costs
   */
  *#paint(paint, place) {
    let server = this.#named(paint);
    if (!server) return 1;
    if (server.name === "pattern") return yield* this.#pattern(server, place);
    for (let links = 0; server; links += 1) {
      if (links > MOST_LINKS) throw new Refusal("nested", links, MOST_LINKS);
      this.#spend("repeats", (server.children.length / 8) * place.count);
      server = server.target ?? undefined;
    }
    return 2;
  }

  /**
   * @param {Item} pattern
   * @param {Place} place
   * @returns {Generator<void, number>}
   */
  *#pattern(pattern, place) {
    let source = pattern;
    for (let links = 0; source.children.length === 0 && source.target?.name === "pattern"; links += 1) {
      if (links > MOST_LINKS) throw new Refusal("nested", links, MOST_LINKS);
      source = source.target;
    }
    const transform = linear(pattern.attributes.get("patternTransform") ?? "") ?? UNCHANGED;
    const sizes = ["width", "height"].map((name) => {
      const size = pixels((pattern.attributes.get(name) ? pattern : source).attributes.get(name), 1, 16);
      const isPart =
        (pattern.attributes.get("patternUnits") ?? source.attributes.get("patternUnits")) !== "userSpaceOnUse";
      return Number.isNaN(size) ? 0 : isPart ? size * Math.max(this.#width, this.#height) : size;
    });
    const matrix = times(place.matrix, transform);
    // A tile is a picture of its own, as large as it is.
    const largest = Math.max(...sizes) * Math.max(...matrix.map(Math.abs));
    if (largest > 2 * (this.#width + this.#height)) this.#spend("pixels", LARGE_TILE_PIXELS * place.count);
    this.#spend("pixels", 2 * this.#boxed(matrix, sizes[0], sizes[1]) * place.count);
    const units = pattern.attributes.get("patternContentUnits") ?? source.attributes.get("patternContentUnits");
    const inside = {
      ...place,
      matrix,
      style: this.#lexical(source),
      view: /** @type {const} */ ([sizes[0], sizes[1]]),
    };
    yield* this.#refer(source, this.#boxUnits(units, fitted(source, inside)), "children");
    return 4;
  }

  /**
   * @param {Item} item
   * @param {Place} place
   * @returns {Generator<void, number>}
   */
  *#text(item, place) {
    let [area, drawn] = [0, 0];
    const { matrix, style, count } = place;
    for (const child of item.children) {
      let own = 0;
      if (typeof child === "string") {
        const characters = child.trim().length;
        // A mark is placed on the character before it and all that are there, and where the direction of the text
        // changes, it is laid out in parts.
        const marks = child.match(MARKS)?.length ?? 0;
        if (!this.#sizes.has(style.size)) this.#spend("characters", CHARACTERS_OF_SIZE);
        this.#sizes.add(style.size);
        this.#spend("characters", (characters + 4 * marks) * count);
        // A glyph may be twice as large as its font.
        own = Math.min(characters * this.#boxed(matrix, 2 * style.size, 2 * style.size), this.#area);
        if (characters === 0) continue;
        let cost = 0;
        for (const paint of [style.fill, style.stroke]) if (paint !== "none") cost += yield* this.#paint(paint, place);
        this.#spend("pixels", own * cost * count);
      } else if (["tspan", "textPath", "a"].includes(child.name)) {
        this.#spend("repeats", count);
        const childOwn = this.#own(child);
        const inside = { ...place, style: styled(childOwn, style) };
        own = yield* this.#text(child, inside);
        if (child.name === "textPath" && child.target) {
          this.#spend("edges", (child.target.outline?.segments ?? 4) * lengthOf(child) * count);
        }
        yield* this.#around(childOwn, inside, own);
      }
      drawn += 1;
      area = Math.min(area + own, this.#area);
    }
    return drawn > 1 ? this.#area : area;
  }
}

/** @param {Item} item @returns {number} the characters in it */
const lengthOf = ({ children }) =>
  children.reduce((sum, child) => sum + (typeof child === "string" ? child.length : lengthOf(child)), 0);

/**
 * @param {Item} root
 * @returns {[width: number, height: number]} of the picture, in pixels
 */
function sizeOf(root) {
  const box = boxOf(root);
  const [width, height] = ["width", "height"].map((name) => {
    const value = root.attributes.get(name);
    return value?.endsWith("%") ? Number.NaN : pixels(value, 0, 16);
  });
  const ratio = box ? box[1] / box[0] : HEIGHT / WIDTH;
  if (!Number.isNaN(width)) return [width, Number.isNaN(height) ? width * ratio : height];
  if (!Number.isNaN(height)) return [height / ratio, height];
  // It is as wide as there is room.
  return box ? [WIDEST, WIDEST * ratio] : [WIDTH, HEIGHT];
}

/** @param {Item} item @returns {[number, number] | null} */
function boxOf(item) {
  const numbers = item.attributes
    .get("viewBox")
    ?.split(/[\s,]+/)
    .map(Number);
  return numbers ? [numbers[2], numbers[3]] : null;
}

/**
 * A view of its own: `viewBox` is made as large as the place.
 * @param {Item} item
 * @param {Place} place whose `view` is what a use or a marker says
 * @returns {Place}
 */
function fitted(item, place) {
  const sizes = ["width", "height"].map((name, at) => {
    const size = item.name === "svg" ? pixels(item.attributes.get(name), place.view[at], place.style.size) : Number.NaN;
    return Number.isNaN(size) ? place.view[at] : size;
  });
  const box = boxOf(item);
  if (!box) return { ...place, view: [sizes[0], sizes[1]] };
  const [x, y] = [sizes[0] / box[0], sizes[1] / box[1]];
  const keep = item.attributes.get("preserveAspectRatio") ?? "";
  const same = keep.includes("slice") ? Math.max(x, y) : Math.min(x, y);
  const matrix = times(place.matrix, keep.includes("none") ? [x, 0, 0, y] : [same, 0, 0, same]);
  return { ...place, matrix, view: box };
}

/**
 * @param {Own} own
 * @param {Style} around
 * @returns {Style}
 */
function styled({ inherited, size }, around) {
  if (inherited.length === 0 && size === "") return around;
  const style = { ...around, size: sizeOfFont(size, around.size) };
  for (const [set, value] of inherited) set(style, value);
  return style;
}

/**
 * @param {string} value
 * @param {number} around
 */
function sizeOfFont(value, around) {
  if (value === "") return around;
  const size = pixels(value, around, around);
  // A keyword: the largest is three times as large as ordinary text.
  return Number.isNaN(size) ? Math.max(around * 1.2, 48) : size;
}

/**
 * @param {Item} item
 * @param {Place} place
 * @returns {Outline | null}
 */
function outlineOf({ name, attributes, outline }, { view, style }) {
  if (outline) return outline;
  const get = (/** @type {string} */ key, /** @type {number} */ whole) =>
    pixels(attributes.get(key), whole, style.size) || 0;
  const [width, height] = view;
  if (name === "rect") return box(get("width", width), get("height", height));
  if (name === "circle") return box(2 * get("r", width + height), 2 * get("r", width + height));
  if (name === "ellipse") return box(2 * get("rx", width), 2 * get("ry", height));
  if (name !== "line") return null;
  const [x1, x2, y1, y2] = ["x1", "x2", "y1", "y2"].map((key) => {
    const value = attributes.get(key) ?? "0";
    return get(key, key.startsWith("x") ? width : height) * (value.startsWith("-") ? -1 : 1);
  });
  return {
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
    length: Math.abs(x2 - x1) + Math.abs(y2 - y1),
    segments: 1,
    weight: 1,
  };
}

/**
 * @param {number} width
 * @param {number} height
 * @returns {Outline}
 */
const box = (width, height) => ({ width, height, length: 2 * (width + height), segments: 4, weight: 4 });

/**
 * @param {Item} item
 * @param {Style} style
 * @param {Outline} outline
 * @param {number} scale
 * @returns {number} how many dashes its line has
 */
function dashes(item, style, outline, scale) {
  const lengths = style.dashes.split(/[\s,]+/).map((value) => pixels(value, 0, 0));
  const period = lengths.reduce((sum, one) => sum + one, 0) || Number.NaN;
  const total = pixels(item.attributes.get("pathLength"), 0, 0);
  const length = outline.length * (own(item, "vector-effect") ? Math.max(scale, 1) : 1);
  const count = ((Number.isNaN(total) ? length : Math.max(total, length)) / period) * lengths.length;
  return Number.isNaN(count) ? 0 : count;
}
