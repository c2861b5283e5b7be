// @ts-check
// How large the outline of a shape is. Always at least as large as in truth: a curve lies between its control points.

/**
 * @typedef {object} Outline in the shape's own units
 * @property {number} width
 * @property {number} height
 * @property {number} length at least that of the line along it
 * @property {number} segments
 * @property {number} weight the segments, of which curves count as more
 */

/** How many numbers each command takes. @type {Record<string, number>} */
const NUMBERS = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const MOST = 1e7;

const EXPONENT = /^e([-+]?\d+)/i;
/** After so many steps others may work. */
const PIECE = 2000;

/** Reads numbers, as paths and lists of points have them. */
class Numbers {
  at = 0;
  text;

  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  skip() {
    const { text } = this;
    for (let code = text.charCodeAt(this.at); code === 32 || code === 44 || (code >= 9 && code <= 13); ) {
      code = text.charCodeAt((this.at += 1));
    }
  }

  /** @returns {number} the next one, all but exactly; NaN if there is none */
  next() {
    this.skip();
    const { text } = this;
    let at = this.at;
    let code = text.charCodeAt(at);
    const isNegative = code === 45;
    if (isNegative || code === 43) code = text.charCodeAt((at += 1));
    let value = 0;
    let digits = 0;
    for (; code >= 48 && code <= 57; digits += 1) {
      value = value * 10 + code - 48;
      code = text.charCodeAt((at += 1));
    }
    let exponent = 0;
    if (code === 46) {
      code = text.charCodeAt((at += 1));
      for (; code >= 48 && code <= 57; digits += 1) {
        value = value * 10 + code - 48;
        exponent -= 1;
        code = text.charCodeAt((at += 1));
      }
    }
    if (digits === 0) return Number.NaN;
    if (code === 69 || code === 101) {
      const found = EXPONENT.exec(text.slice(at, at + 8));
      if (found) {
        at += found[0].length;
        exponent += Number(found[1]);
      }
    }
    this.at = at;
    if (exponent !== 0) value *= 10 ** exponent;
    return isNegative ? -value : value;
  }

  /** @returns {number} 0 or 1, behind which the next number may stand at once */
  flag() {
    this.skip();
    const code = this.text.charCodeAt(this.at);
    if (code !== 48 && code !== 49) return Number.NaN;
    this.at += 1;
    return code - 48;
  }
}

class Bounds {
  left = Number.POSITIVE_INFINITY;
  top = Number.POSITIVE_INFINITY;
  right = Number.NEGATIVE_INFINITY;
  bottom = Number.NEGATIVE_INFINITY;
  length = 0;
  segments = 0;
  /** What curves count more. */
  curves = 0;
  x = 0;
  y = 0;
  /** The last control point, and of which kind of curve. */
  controlX = 0;
  controlY = 0;
  curve = "";

  /**
   * @param {number} x
   * @param {number} y
   */
  add(x, y) {
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.top) this.top = y;
    if (y > this.bottom) this.bottom = y;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {boolean} isDrawn
   */
  go(x, y, isDrawn) {
    this.add(x, y);
    if (isDrawn) this.length += Math.abs(x - this.x) + Math.abs(y - this.y);
    this.x = x;
    this.y = y;
  }

  /** @returns {Outline} */
  get outline() {
    const isEmpty = this.right < this.left;
    return {
      width: isEmpty ? 0 : this.right - this.left,
      height: isEmpty ? 0 : this.bottom - this.top,
      length: this.length,
      segments: this.segments,
      weight: this.segments + this.curves,
    };
  }
}

/**
 * @param {string} text `0,0 10,0`
 * @returns {Generator<void, Outline | null>} null if it is no list of points
 */
export function* outlineOfPoints(text) {
  const numbers = new Numbers(text);
  const bounds = new Bounds();
  const begin = { x: 0, y: 0 };
  for (;;) {
    if (bounds.segments % PIECE === PIECE - 1) yield;
    const [x, y] = [numbers.next(), numbers.next()];
    if (Number.isNaN(y)) break;
    if (!(Math.abs(x) <= MOST && Math.abs(y) <= MOST)) return null;
    bounds.go(x, y, bounds.segments > 0);
    if (bounds.segments === 0) Object.assign(begin, { x, y });
    bounds.segments += 1;
  }
  // A polygon is closed.
  bounds.go(begin.x, begin.y, true);
  return numbers.at < text.length ? null : bounds.outline;
}

/**
 * @param {string} text of the attribute `d`
 * @returns {Generator<void, Outline | null>} null if it is no path, or one that is far out of every picture
 */
export function* outlineOfPath(text) {
  const numbers = new Numbers(text);
  const bounds = new Bounds();
  const start = { x: 0, y: 0 };
  let command = "";
  const values = [0, 0, 0, 0, 0, 0, 0];
  for (;;) {
    numbers.skip();
    if (numbers.at >= text.length) return bounds.outline;
    const letter = text[numbers.at];
    const lower = letter.toLowerCase();
    if (Object.hasOwn(NUMBERS, lower)) {
      command = letter;
      numbers.at += 1;
    } else if (command === "" || command === "z" || command === "Z") return null;
    const kind = command.toLowerCase();
    const count = NUMBERS[kind];
    for (let at = 0; at < count; at += 1) {
      const value = kind === "a" && (at === 3 || at === 4) ? numbers.flag() : numbers.next();
      if (!(Math.abs(value) <= MOST)) return null;
      values[at] = value;
    }
    if ((bounds.segments += 1) % PIECE === 0) yield;
    step(bounds, kind, values, command === kind, start);
    if (!(Math.abs(bounds.x) <= MOST && Math.abs(bounds.y) <= MOST)) return null;
    // What follows a start without a letter is a line.
    if (kind === "m") command = command === "m" ? "l" : "L";
  }
}

/**
 * @param {Bounds} bounds
 * @param {string} kind
 * @param {number[]} values
 * @param {boolean} isRelative
 * @param {{ x: number, y: number }} start of this part of the path
 */
function step(bounds, kind, values, isRelative, start) {
  const fromX = isRelative ? bounds.x : 0;
  const fromY = isRelative ? bounds.y : 0;
  if (kind === "z") bounds.go(start.x, start.y, true);
  else if (kind === "h") bounds.go(fromX + values[0], bounds.y, true);
  else if (kind === "v") bounds.go(bounds.x, fromY + values[0], true);
  else if (kind === "a") {
    const [x, y] = [fromX + values[5], fromY + values[6]];
    // It is made larger if it does not reach, and goes round once at most.
    const radius = Math.max(Math.abs(values[0]), Math.abs(values[1]), Math.abs(x - bounds.x) + Math.abs(y - bounds.y));
    bounds.add(bounds.x - 2 * radius, bounds.y - 2 * radius);
    bounds.add(bounds.x + 2 * radius, bounds.y + 2 * radius);
    bounds.length += 7 * radius;
    bounds.go(x, y, false);
  } else {
    const count = NUMBERS[kind];
    if (count > 2 || kind === "t") bounds.curves += 2 * CURVED;
    const isDrawn = kind !== "m";
    const [x, y] = [bounds.x, bounds.y];
    // The control point of a smooth curve is that of the curve before, mirrored.
    if (kind === "s" || kind === "t") {
      const isSmooth = bounds.curve === (kind === "s" ? "c" : "q");
      bounds.go(isSmooth ? 2 * x - bounds.controlX : x, isSmooth ? 2 * y - bounds.controlY : y, true);
    }
    for (let at = 0; at < count; at += 2) {
      // The last one before the end is the control point.
      if (at === count - 2) [bounds.controlX, bounds.controlY] = [bounds.x, bounds.y];
      const before = bounds.length;
      bounds.go((isRelative ? x : 0) + values[at], (isRelative ? y : 0) + values[at + 1], isDrawn);
      if (count > 2) bounds.length += (CURVED - 1) * (bounds.length - before);
    }
    if (!isDrawn) Object.assign(start, { x: bounds.x, y: bounds.y });
  }
  bounds.curve = CURVES[kind] ?? "";
}

/** How much longer a curve takes than a straight line: 140 µs for one through the whole picture (Chromium 156). */
const CURVED = 4;

/** @type {Record<string, string>} */
const CURVES = { c: "c", s: "c", q: "q", t: "q" };
