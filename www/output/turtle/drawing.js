// @ts-check
// A list of items, and a canvas that shows it. What has not changed for a while is painted once and kept.

import { Item, isKind, isNumbers, MOST_NUMBERS } from "./items.js";

const MOST_ITEMS = 50_000;
const MOST_NUMBERS_IN_ALL = 1_000_000;
/** What is painted in one frame costs no more than this: about 10 ms. */
const MOST_COST = 400_000;
/** So much is painted anew in each frame before it is worth keeping what is old. */
const SMALL_COST = 40_000;
/** In how many frames something that is old has not changed. */
const OLD = 30;
/** Pixels of a canvas, on whatever screen. Each takes four bytes, and as many for what is kept. */
const MOST_PIXELS = 4_000_000;
/** Pixels of all canvases that the page shows. */
const MOST_PIXELS_IN_ALL = 16_000_000;
/** What a canvas has in any case: where many are shown, the later ones are coarser. */
const LEAST_PIXELS = 500_000;
const MOST_SIDE = 4000;

/** All that may be shown. @type {Set<WeakRef<Drawing>>} */
const drawings = new Set();

/** @returns {number} the pixels of the canvases that the page shows, or is about to show for the first time */
function pixelsInAll() {
  let sum = 0;
  for (const reference of drawings) {
    const drawing = reference.deref();
    if (!drawing) drawings.delete(reference);
    else if (drawing.isShown) sum += drawing.element.width * drawing.element.height;
  }
  return sum;
}

/** What a program has drawn on one canvas. */
export class Drawing {
  element = document.createElement("canvas");
  title = "";
  width = 0;
  height = 0;
  #context = contextOf(this.element);
  /** What is painted of the items at the bottom. */
  #base = document.createElement("canvas");
  #baseContext = contextOf(this.#base);
  /** @type {{ item: Item, version: number }[]} */
  #settled = [];
  /** What was put below all others, the lowest last. @type {Map<number, Item>} */
  #low = new Map();
  /** All others, the lowest first. @type {Map<number, Item>} */
  #items = new Map();
  #numbers = 0;
  #origin = [0, 0];
  #background = "#ffffff";
  #scale = 1;
  #frame = 0;
  #isScheduled = false;
  #wasShown = false;
  #isFinished = false;

  constructor() {
    drawings.add(new WeakRef(this));
  }

  /** Whether it is on the page, or has not been there yet. */
  get isShown() {
    this.#wasShown ||= this.element.isConnected;
    return this.element.isConnected || !this.#wasShown;
  }

  /** Nobody sees it any more, and nobody will: its memory goes now, and not some time later. */
  free() {
    [this.width, this.height] = [0, 0];
    resize(this.element, 0, 0);
    this.#forget();
    this.#items.clear();
    this.#low.clear();
  }

  /** Nothing is drawn any more: what was kept to draw faster can go. */
  finish() {
    this.#isFinished = true;
    this.show();
  }

  /**
   * Says how large the canvas is, which part of the plane it shows, and on what.
   * @param {unknown[]} values
   */
  place([width, height, x, y, background, title]) {
    const isSize = (/** @type {unknown} */ size) =>
      Number.isInteger(size) && 0 < Number(size) && Number(size) <= MOST_SIDE;
    if (!isSize(width) || !isSize(height) || !isNumbers([x, y]) || !/^#[0-9a-f]{6}$/.test(String(background))) return;
    [this.width, this.height] = [Number(width), Number(height)];
    this.#origin = [Number(x), Number(y)];
    this.#background = String(background);
    this.title = typeof title === "string" ? title.slice(0, 200) : "";
    this.#fit();
  }

  /** Gives the canvas as many pixels as the screen shows. */
  #fit() {
    const { width, height } = this;
    const others = pixelsInAll() - this.element.width * this.element.height;
    const most = Math.min(MOST_PIXELS, Math.max(LEAST_PIXELS, MOST_PIXELS_IN_ALL - others));
    this.#scale = Math.min(Math.max(devicePixelRatio, 1), 3, Math.sqrt(most / (width * height)));
    resize(this.element, Math.round(width * this.#scale), Math.round(height * this.#scale));
    this.#forget();
    const { style } = this.element;
    style.width = `min(100%, ${width}px, calc(var(--picture-height, 70dvh) * ${(width / height).toFixed(4)}))`;
    style.aspectRatio = `${width} / ${height}`;
  }

  /**
   * Puts an item on top, or changes one that is there.
   * @param {unknown} kind
   * @param {unknown} number
   * @param {unknown} points
   * @param {unknown} look
   */
  put(kind, number, points, look) {
    if (!isKind(kind) || typeof number !== "number" || !isNumbers(points)) return;
    const before = this.#low.get(number) ?? this.#items.get(number);
    const numbers = this.#numbers + points.length - (before?.points.length ?? 0);
    if (numbers > MOST_NUMBERS_IN_ALL || (!before && this.#items.size + this.#low.size >= MOST_ITEMS)) return;
    this.#numbers = numbers;
    const item = new Item(kind, points, look);
    item.changed = this.#frame;
    (this.#low.has(number) ? this.#low : this.#items).set(number, item);
  }

  /**
   * @param {unknown} number
   * @param {unknown} points more of them
   */
  extend(number, points) {
    const item = this.#find(number);
    if (!item || !isNumbers(points)) return;
    if (item.points.length + points.length > MOST_NUMBERS || this.#numbers + points.length > MOST_NUMBERS_IN_ALL)
      return;
    this.#numbers += points.length;
    item.extend(points);
    item.version += 1;
    item.changed = this.#frame;
  }

  /** @param {unknown} number */
  delete(number) {
    const item = this.#take(number);
    if (item) this.#numbers -= item.points.length;
  }

  /** @param {unknown} number */
  raise(number) {
    const item = this.#take(number);
    if (item) this.#items.set(Number(number), item);
  }

  /** @param {unknown} number */
  lower(number) {
    const item = this.#take(number);
    if (item) this.#low.set(Number(number), item);
  }

  /** @param {any} number */
  #find(number) {
    return this.#items.get(number) ?? this.#low.get(number);
  }

  /** @param {any} number */
  #take(number) {
    const item = this.#find(number);
    this.#items.delete(number);
    this.#low.delete(number);
    return item;
  }

  /** Shows what there is, in the next frame. */
  show() {
    if (this.#isScheduled || this.width === 0) return;
    this.#isScheduled = true;
    const paint = () => {
      this.#isScheduled = false;
      if (!this.#paint()) this.show();
    };
    // In a tab that nobody sees there are no animation frames.
    if (document.hidden) setTimeout(paint, 100);
    else requestAnimationFrame(paint);
  }

  /** @returns {boolean} whether all is shown; a part of it is prepared in any case */
  #paint() {
    if (this.width === 0) return true;
    this.#frame += 1;
    const order = [...[...this.#low.values()].reverse(), ...this.#items.values()];
    const isRight = this.#settled.every(({ item, version }, at) => order[at] === item && item.version === version);
    if (!isRight) this.#settled = [];
    let left = order.slice(this.#settled.length).reduce((sum, { cost }) => sum + cost, 0);
    if (left > SMALL_COST) left -= this.#settle(order, left > MOST_COST);
    if (left > MOST_COST) return false;
    const context = this.#context;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = this.#background;
    context.fillRect(0, 0, this.element.width, this.element.height);
    if (this.#settled.length > 0) context.drawImage(this.#base, 0, 0);
    this.#prepare(context);
    for (const item of order.slice(this.#settled.length)) item.draw(context);
    if (this.#isFinished) this.#forget();
    return true;
  }

  /** Drops what is kept, and the memory for it. */
  #forget() {
    this.#settled = [];
    resize(this.#base, 0, 0);
  }

  #beginBase() {
    const { width, height } = this.element;
    resize(this.#base, width, height);
    this.#baseContext.setTransform(1, 0, 0, 1, 0, 0);
    this.#baseContext.clearRect(0, 0, width, height);
  }

  /**
   * Paints items for good: those that are old, or as many as it can.
   * @param {Item[]} order
   * @param {boolean} isUrgent
   * @returns {number} what it has cost
   */
  #settle(order, isUrgent) {
    let spent = 0;
    for (const item of order.slice(this.#settled.length)) {
      if (spent > MOST_COST / 2 || (!isUrgent && this.#frame - item.changed < OLD)) break;
      if (this.#settled.length === 0) this.#beginBase();
      this.#prepare(this.#baseContext);
      item.draw(this.#baseContext);
      spent += item.cost;
      this.#settled.push({ item, version: item.version });
    }
    return spent;
  }

  /** @param {CanvasRenderingContext2D} context */
  #prepare(context) {
    const [x, y] = this.#origin;
    // As in Tk, whole numbers are the middles of pixels: lines that go straight are not blurred.
    context.setTransform(this.#scale, 0, 0, this.#scale, (0.5 - x) * this.#scale, (0.5 - y) * this.#scale);
    context.lineJoin = "round";
  }
}

/**
 * Gives a canvas this size, if it has another one: setting it wipes the canvas, even if it is the same.
 * @param {HTMLCanvasElement} canvas
 * @param {number} width
 * @param {number} height
 */
function resize(canvas, width, height) {
  if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
}

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
