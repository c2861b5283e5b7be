// @ts-check
// The script of www/show/show.html: builds the harmless parts of a stranger's HTML. The frame's sandbox and its
// policy forbid scripts and addresses as well, but not everything: browsers open a connection for a link to a
// style sheet before they check the policy, and a document can navigate to another address. In some browsers the
// frame shares the page's thread, so that what it may hold is bounded.

import { readHtml } from "../safe/html.js";
import { plenty, safeSheet, safeStyle } from "../safe/html-style.js";
import { nestedPicture } from "../safe/raster.js";
import { Crowd, isSimple, pieces } from "../safe/text.js";

const ELEMENTS = new Set(
  (
    "a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details " +
    "dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark meter " +
    "nav ol p pre progress q rp rt ruby s samp section small span strike strong sub summary sup table tbody " +
    "td tfoot th thead time tr tt u ul var wbr"
  ).split(" "),
);
/** Whatever is in them. */
const TEXTS = new Set(
  "abbr align alt border cellpadding cellspacing class datetime dir headers id lang open reversed scope title type valign".split(
    " ",
  ),
);
const COLOURS = new Set(["bgcolor", "color"]);
/** And the largest that they may be. @type {Map<string, number>} */
const NUMBERS = new Map([
  ["colspan", 1000],
  ["rowspan", 1000],
  ["span", 1000],
  ["size", 7],
  ["width", 2000],
  ["height", 2000],
  ...["high", "low", "max", "min", "optimum", "start", "value"].map(
    (name) => /** @type {[string, number]} */ ([name, 1e9]),
  ),
]);
const LONGEST_ATTRIBUTE = 1000;
/** Elements and texts. */
const MOST_NODES = 20_000;
/** Elements that take a browser as long as several others, and how many. */
const HEAVY = new Set("dd details dt img li meter progress rp rt ruby summary".split(" "));
const WEIGHT_OF_HEAVY = 5;
/** Within them, spaces between elements are nothing. */
const ROWS = new Set("colgroup table tbody tfoot thead tr".split(" "));
/** Changes of the direction in which text is written. */
const MOST_TURNS = 2000;
/** Places in tables: an element may take several. */
const MOST_CELLS = 20_000;
/** Columns of a table, by its cells and by what is said of its columns. */
const MOST_COLUMNS = 500;
const MOST_CHARACTERS = 500_000;
/** Pixels of all pictures in it, with all frames. */
const MOST_PIXELS = 16e6;
/** Tables within tables. */
const MOST_TABLES = 4;

/** What is written from right to left, up to what is not, and signs that change the direction. */
const RIGHT_TO_LEFT =
  /[\u202a-\u202e\u2066-\u2069]|[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}][^\p{Script=Latin}\p{Script=Han}\d]*/gu;

/**
 * What the page says in its own words.
 * @typedef {{ cut: string, picture: string }} Words
 */

/** Text of scripts whose characters are shaped together takes longer. @param {string} text */
const weightOf = (text) => text.length * (isSimple(text) ? 1 : 4);

class Builder {
  #left = {
    nodes: MOST_NODES,
    cells: MOST_CELLS,
    characters: MOST_CHARACTERS,
    turns: MOST_TURNS,
    pixels: MOST_PIXELS,
  };
  /** Of the row. */
  #columns = 0;
  #crowd = new Crowd();
  #styles = plenty();
  /** Where the next thing goes; null is for an element that is left out while what it holds is not. @type {(ParentNode | null)[]} */
  #open;
  #tables = 0;
  #words;
  /** Decodes character references. */
  #decoder = document.createElement("textarea");
  isCut = false;

  /**
   * @param {ParentNode} place
   * @param {Words} words
   */
  constructor(place, words) {
    this.#open = [place];
    this.#words = words;
  }

  /** @returns {ParentNode} */
  get #place() {
    return /** @type {ParentNode} */ (this.#open.findLast((element) => element !== null));
  }

  /**
   * @param {"nodes" | "cells" | "characters" | "turns" | "pixels"} what
   * @param {number} amount
   * @returns {boolean} whether there is as much left
   */
  #take(what, amount) {
    if (amount > this.#left[what]) {
      this.isCut = true;
      return false;
    }
    this.#left[what] -= amount;
    return true;
  }

  /** @param {string} text */
  text(text) {
    const place = this.#place;
    if (place instanceof Element && ROWS.has(place.localName) && text.trim() === "") return;
    const decoded = this.#crowd.thin(this.#decoded(text), () => 0);
    const turns = decoded.match(RIGHT_TO_LEFT)?.length ?? 0;
    if (this.#take("nodes", 1) && this.#take("characters", weightOf(decoded)) && this.#take("turns", turns)) {
      place.append(...pieces(decoded));
    }
  }

  /** @param {string} text */
  #decoded(text) {
    if (!text.includes("&")) return text;
    // In this element a parser reads nothing but them.
    this.#decoder.innerHTML = text.replaceAll("<", "&lt;");
    return this.#decoder.value;
  }

  /** @param {string} css */
  style(css) {
    if (!this.#take("nodes", 1)) return;
    const element = document.createElement("style");
    element.textContent = safeSheet(css, this.#styles);
    this.#place.append(element);
  }

  /**
   * @param {string} name
   * @param {Map<string, string>} attributes
   */
  open(name, attributes) {
    const isTable = name === "table" && this.#tables >= MOST_TABLES;
    if (!ELEMENTS.has(name) || isTable || !this.#take("nodes", HEAVY.has(name) ? WEIGHT_OF_HEAVY : 1)) {
      this.#open.push(null);
      return;
    }
    const element = document.createElement(name);
    for (const [key, value] of attributes) this.#attribute(element, key, value);
    if (!this.#fits(element)) {
      this.#open.push(null);
      return;
    }
    if (name === "table") this.#tables += 1;
    this.#place.append(element);
    this.#open.push(element);
  }

  /**
   * Whether there is room for it in its table.
   * @param {Element} element
   */
  #fits(element) {
    const name = element.localName;
    const [columns, rows] = ["colspan", "rowspan"].map((key) => Number(element.getAttribute(key) ?? 1));
    if (name === "table" || name === "tr") this.#columns = 0;
    if (name === "td" || name === "th") {
      this.#columns += columns;
      if (this.#columns <= MOST_COLUMNS && this.#take("cells", columns * rows)) return true;
    } else if (name === "col" || name === "colgroup") {
      this.#columns += Number(element.getAttribute("span") ?? 1);
      if (this.#columns <= MOST_COLUMNS) return true;
    } else return true;
    this.isCut = true;
    return false;
  }

  close() {
    if (this.#open.pop() instanceof HTMLTableElement) this.#tables -= 1;
  }

  /**
   * @param {Element} element
   * @param {string} name
   * @param {string} value
   */
  #attribute(element, name, value) {
    if (name === "src" && element.localName === "img") this.#picture(element, value);
    else if (name === "style") element.setAttribute(name, safeStyle(this.#decoded(value), this.#styles));
    else if (value.length > LONGEST_ATTRIBUTE) return;
    else if (TEXTS.has(name)) element.setAttribute(name, this.#decoded(value));
    else if (COLOURS.has(name) && /^#?[\da-z]{1,30}$/i.test(value)) element.setAttribute(name, value);
    else if (NUMBERS.has(name)) {
      const found = value.match(/^\s*([-+]?\d{0,10}(?:\.\d{1,10})?)(%|px)?\s*$/);
      if (!found) return;
      const number = Math.min(Math.abs(Number(found[1])), NUMBERS.get(name) ?? 0);
      element.setAttribute(name, `${number}${found[2] === "%" ? "%" : ""}`);
    }
  }

  /**
   * @param {Element} element
   * @param {string} address
   */
  #picture(element, address) {
    try {
      const picture = nestedPicture(address);
      if (picture && this.#take("pixels", picture.pixels)) element.setAttribute("src", picture.address);
      else if (/^\s*data:/i.test(address)) throw new TypeError("no picture");
    } catch {
      element.setAttribute("alt", this.#words.picture);
    }
  }
}

addEventListener("message", function hear({ data, source, ports }) {
  if (source !== parent || data?.type !== "show") return;
  removeEventListener("message", hear);
  // Laid out once, when all is there.
  const made = document.createDocumentFragment();
  const tell = () => ports[0].postMessage(document.documentElement.getBoundingClientRect().height);
  const builder = new Builder(made, data.words);
  const work = readHtml(data.html, builder);
  const go = () => {
    const end = performance.now() + 8;
    while (performance.now() < end) {
      if (!work.next().done) continue;
      if (builder.isCut) made.append(Object.assign(document.createElement("p"), { textContent: data.words.cut }));
      document.getElementById("shown")?.append(made);
      new ResizeObserver(tell).observe(document.documentElement);
      return;
    }
    setTimeout(go);
  };
  go();
});
