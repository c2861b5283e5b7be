// @ts-check
// What lies on a canvas. It comes from a stranger's program: whatever is not as it should be is nothing.

/**
 * @typedef {object} Look how an item is drawn
 * @property {string} fill `#rrggbb`, or nothing
 * @property {string} outline
 * @property {number} width of a line
 * @property {CanvasLineCap} cap
 * @property {string} text
 * @property {string} anchor a compass point, or `center`
 * @property {string} font as CSS has it
 * @property {number} size of the font, in pixels
 * @property {boolean} isUnderlined
 * @property {boolean} isStruck
 */

/** @typedef {"line" | "polygon" | "text" | "image"} Kind */

const KINDS = ["line", "polygon", "text", "image"];
const ANCHORS = ["n", "ne", "e", "se", "s", "sw", "w", "nw", "center"];
const CAPS = ["butt", "round", "square"];
const COLOR = /^#[0-9a-f]{6}$/;
/** What an item's points may come to. */
export const MOST_NUMBERS = 40_000;
const MOST_TEXT = 10_000;
const FAR = 1e6;

/** How much of a line's height its letters have above the base, and how high a line is, by the font's size. */
const ASCENT = 0.92;
const LINE_HEIGHT = 1.15;

/** Fonts that stand in for those that a computer does not have. */
const FAMILIES = /** @type {const} */ ([
  [/courier|mono|fixed|consol|menlo/i, "monospace"],
  [/sans/i, "sans-serif"],
  [/times|serif|georgia|garamond|roman/i, "serif"],
  [/./, "sans-serif"],
]);

/**
 * @param {unknown} value
 * @returns {value is number[]}
 */
export const isNumbers = (value) =>
  Array.isArray(value) &&
  value.length % 2 === 0 &&
  value.length <= MOST_NUMBERS &&
  value.every((number) => typeof number === "number" && Math.abs(number) <= FAR);

/** @param {unknown} color */
const colorOf = (color) => (typeof color === "string" && COLOR.test(color) ? color : "");

/**
 * @param {unknown} number
 * @param {number} most
 */
const sizeOf = (number, most) => (typeof number === "number" && number >= 0 ? Math.min(number, most) : 1);

/**
 * @template {string} T
 * @param {readonly T[]} words
 * @param {unknown} word
 * @param {T} otherwise
 */
const oneOf = (words, word, otherwise) => words.find((known) => known === word) ?? otherwise;

/**
 * @param {any} look
 * @returns {Look}
 */
function lookOf(look) {
  const styles = Array.isArray(look?.styles) ? look.styles : [];
  const size = sizeOf(look?.size, 2000);
  const family = typeof look?.family === "string" && /^[\p{L}\p{N} -]{1,60}$/u.test(look.family) ? look.family : "";
  const substitute = FAMILIES.find(([names]) => names.test(family || "?"))?.[1] ?? "sans-serif";
  const emphasis = `${styles.includes("italic") ? "italic " : ""}${styles.includes("bold") ? "bold " : ""}`;
  return {
    fill: colorOf(look?.fill),
    outline: colorOf(look?.outline),
    width: sizeOf(look?.width, 5000),
    cap: oneOf(/** @type {CanvasLineCap[]} */ (CAPS), look?.cap, "butt"),
    text: typeof look?.text === "string" ? look.text.slice(0, MOST_TEXT) : "",
    anchor: oneOf(ANCHORS, look?.anchor, "center"),
    font: `${emphasis}${size}px ${family && !family.startsWith("Tk") ? `"${family}", ` : ""}${substitute}`,
    size,
    isUnderlined: styles.includes("underline"),
    isStruck: styles.includes("overstrike"),
  };
}

/** An item, with what it costs to draw. */
export class Item {
  /** @type {Kind} */
  kind;
  /** @type {number[]} */
  points;
  /** @type {Look} */
  look;
  /** Changes whenever it looks different. */
  version = 0;
  /** In which frame it has last changed. */
  changed = 0;
  /** About how long it takes to draw, in units of 10 ns. */
  cost = 0;

  /**
   * @param {Kind} kind
   * @param {number[]} points
   * @param {unknown} look
   */
  constructor(kind, points, look) {
    this.kind = kind;
    this.points = points;
    this.look = lookOf(look);
    this.#count(0);
  }

  /** @param {number[]} points that follow those that are there */
  extend(points) {
    const start = this.points.length;
    for (const number of points) this.points.push(number);
    this.#count(start);
  }

  /**
   * Adds what the points from `start` on cost: their number, and how much they paint.
   * @param {number} start
   */
  #count(start) {
    const { points, look } = this;
    this.cost += 30 + points.length - start;
    if (this.kind === "text") {
      this.cost += look.text.length * (10 + (look.size * look.size) / 50);
      return;
    }
    let left = Infinity,
      top = Infinity,
      right = -Infinity,
      bottom = -Infinity,
      length = 0;
    for (let at = Math.max(start - 2, 0); at < points.length; at += 2) {
      const x = clip(points[at]),
        y = clip(points[at + 1]);
      if (at > 0) length += Math.abs(x - clip(points[at - 2])) + Math.abs(y - clip(points[at - 1]));
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
    this.cost += (length * Math.min(look.width + 2, 2000)) / 50;
    if (this.kind === "polygon" && look.fill && points.length > 0) {
      this.cost += ((right - left) * (bottom - top)) / 200 + (points.length * (bottom - top)) / 50;
    }
  }

  /** @param {CanvasRenderingContext2D} context */
  draw(context) {
    if (this.kind === "line") this.#drawLine(context);
    else if (this.kind === "polygon") this.#drawPolygon(context);
    else if (this.kind === "text") this.#drawText(context);
  }

  /** @param {CanvasRenderingContext2D} context */
  #trace(context) {
    const { points } = this;
    context.beginPath();
    context.moveTo(points[0], points[1]);
    for (let at = 2; at < points.length; at += 2) context.lineTo(points[at], points[at + 1]);
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawLine(context) {
    const { points, look } = this;
    if (!look.fill || points.length < 4) return;
    const width = Math.max(look.width, 1);
    if (points.every((number, at) => number === points[at % 2])) {
      // A line of no length is a dot, for which a canvas draws nothing.
      if (look.cap === "butt") return;
      context.fillStyle = look.fill;
      context.beginPath();
      context.arc(points[0], points[1], width / 2, 0, 2 * Math.PI);
      context.fill();
      return;
    }
    context.strokeStyle = look.fill;
    context.lineWidth = width;
    context.lineCap = look.cap;
    this.#trace(context);
    context.stroke();
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawPolygon(context) {
    const { points, look } = this;
    if (points.length < 4) return;
    this.#trace(context);
    context.closePath();
    if (look.fill) {
      context.fillStyle = look.fill;
      context.fill("evenodd");
    }
    if (look.outline && look.width > 0) {
      context.strokeStyle = look.outline;
      context.lineWidth = look.width;
      context.stroke();
    }
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawText(context) {
    const {
      points: [x, y],
      look,
    } = this;
    if (!look.fill || x === undefined) return;
    const lines = look.text.split("\n");
    const height = look.size * LINE_HEIGHT;
    const { anchor } = look;
    const isMiddle = anchor === "center";
    const align = !isMiddle && anchor.includes("w") ? "left" : !isMiddle && anchor.includes("e") ? "right" : "center";
    const above = anchor.startsWith("n") ? 0 : anchor.startsWith("s") ? 1 : 0.5;
    context.font = look.font;
    context.fillStyle = look.fill;
    context.textAlign = align;
    lines.forEach((line, at) => {
      const base = y + (at - above * lines.length) * height + look.size * ASCENT;
      context.fillText(line, x, base);
      if (!look.isUnderlined && !look.isStruck) return;
      const { width } = context.measureText(line);
      const left = align === "left" ? x : align === "right" ? x - width : x - width / 2;
      const thickness = Math.max(look.size / 16, 1);
      if (look.isUnderlined) context.fillRect(left, base + look.size * 0.1, width, thickness);
      if (look.isStruck) context.fillRect(left, base - look.size * 0.28, width, thickness);
    });
  }
}

/**
 * Far outside nothing is painted.
 * @param {number} value
 */
const clip = (value) => Math.min(Math.max(value, -4000), 4000);

/**
 * @param {unknown} kind
 * @returns {kind is Kind}
 */
export const isKind = (kind) => KINDS.includes(/** @type {string} */ (kind));
