// @ts-check
// Reads a stranger's HTML. The parser of browsers opens elements again that were closed in the wrong order: a few
// kilobytes can become millions of elements. This one makes no more of them than there are tags.

/**
 * Hears what is read.
 * @typedef {object} Reader
 * @property {(name: string, attributes: Map<string, string>) => void} open
 * @property {() => void} close the element that was opened last
 * @property {(text: string) => void} text with its character references, like `&amp;`
 * @property {(css: string) => void} style a style sheet
 */

/** They hold nothing and are not closed. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** In them, signs mean nothing. */
const RAW = new Set("style script title textarea xmp iframe noembed noframes noscript".split(" "));
/** They are left out with all that they hold. */
const LEFT_OUT = new Set("template object svg math".split(" "));

/** A paragraph ends where one of these begins. */
const BLOCKS = new Set(
  (
    "address article aside blockquote center details dir div dl figcaption figure footer h1 h2 h3 h4 h5 h6 header hr " +
    "main nav ol p pre section summary table ul"
  ).split(" "),
);

/** What begins ends which elements, unless one of the others is around it. @type {[string, string, string][]} */
const ENDS = [
  ["li", "li", "ul ol dir"],
  ["dt dd", "dt dd", "dl"],
  ["td th", "td th", "tr table"],
  ["tr", "tr td th caption colgroup", "table"],
  ["thead tbody tfoot", "thead tbody tfoot tr td th caption colgroup", "table"],
  ["rt rp", "rt rp", "ruby"],
];

/** By what begins. @type {Map<string, { ended: Set<string>, around: Set<string> }>} */
const ENDED = new Map();
for (const [names, ended, around] of ENDS) {
  const rule = { ended: new Set(ended.split(" ")), around: new Set(around.split(" ")) };
  for (const name of names.split(" ")) ENDED.set(name, rule);
}
const P = { ended: new Set(["p"]), around: new Set("table td th caption".split(" ")) };
for (const name of BLOCKS) ENDED.set(name, P);
/** An end tag reaches no further than its own cell. */
const WALLS = new Set("td th caption table".split(" "));
const OF_TABLES = new Set("table thead tbody tfoot tr td th caption colgroup".split(" "));

const TAG = /<(\/?)([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y;
const END = /[^>]*(?:>|$)/y;
const MOST_ATTRIBUTES = 40;
/** What is further in stands beside what it is in. */
const MOST_DEPTH = 48;
/** After so many signs others may work. */
const PIECE = 16_384;

/**
 * @param {string} html
 * @param {Reader} reader
 */
export function* readHtml(html, reader) {
  const parser = new Parser(html, reader);
  while (parser.step(PIECE)) yield;
}

class Parser {
  #html;
  #reader;
  #at = 0;
  /** The elements around. @type {string[]} */
  #open = [];

  /**
   * @param {string} html
   * @param {Reader} reader
   */
  constructor(html, reader) {
    this.#html = html;
    this.#reader = reader;
  }

  /**
   * @param {number} piece
   * @returns {boolean} whether there is more
   */
  step(piece) {
    const end = this.#at + piece;
    while (this.#at < this.#html.length) {
      if (this.#at >= end) return true;
      this.#part();
    }
    while (this.#open.length > 0) this.#close();
    return false;
  }

  #close() {
    this.#open.pop();
    this.#reader.close();
  }

  #part() {
    const html = this.#html;
    const sign = html.indexOf("<", this.#at);
    const end = sign < 0 ? html.length : sign;
    if (end > this.#at) this.#reader.text(html.slice(this.#at, end));
    this.#at = end;
    if (sign < 0) return;
    TAG.lastIndex = sign;
    const tag = TAG.exec(html);
    if (tag) {
      this.#at = TAG.lastIndex;
      const name = tag[2].toLowerCase();
      const attributes = this.#attributes();
      if (tag[1]) this.#end(name);
      else this.#begin(name, attributes);
    } else if (html.startsWith("!--", sign + 1)) this.#skipPast("-->", sign + 4);
    else if (/[!?/]/.test(html[sign + 1] ?? "")) this.#skipPast(">", sign + 1);
    else {
      this.#reader.text("&lt;");
      this.#at = sign + 1;
    }
  }

  /**
   * @param {string} text
   * @param {number} from
   */
  #skipPast(text, from) {
    const found = this.#html.indexOf(text, from);
    this.#at = found < 0 ? this.#html.length : found + text.length;
  }

  /** Reads up to the end of the tag. */
  #attributes() {
    /** @type {Map<string, string>} */
    const attributes = new Map();
    for (;;) {
      ATTRIBUTE.lastIndex = this.#at;
      const found = ATTRIBUTE.exec(this.#html);
      if (!found) break;
      this.#at = ATTRIBUTE.lastIndex;
      const name = found[1].toLowerCase();
      if (attributes.size < MOST_ATTRIBUTES && !attributes.has(name)) {
        attributes.set(name, found[2] ?? found[3] ?? found[4] ?? "");
      }
    }
    END.lastIndex = this.#at;
    END.exec(this.#html);
    this.#at = END.lastIndex;
    return attributes;
  }

  /**
   * @param {string} name
   * @param {Map<string, string>} attributes
   */
  #begin(name, attributes) {
    if (RAW.has(name)) {
      const start = this.#at;
      const found = endOf(this.#html, name, start);
      if (name === "style") this.#reader.style(this.#html.slice(start, found));
      this.#skipPast(">", found);
      return;
    }
    if (LEFT_OUT.has(name)) {
      this.#skipPast(">", endOf(this.#html, name, this.#at));
      return;
    }
    const rule = ENDED.get(name);
    if (rule) this.#endUpTo((other) => rule.ended.has(other), rule.around, name.startsWith("t") || name === "li");
    if (VOID.has(name)) {
      this.#reader.open(name, attributes);
      this.#reader.close();
    } else if (this.#open.length < MOST_DEPTH) {
      this.#reader.open(name, attributes);
      this.#open.push(name);
    }
  }

  /** @param {string} name */
  #end(name) {
    this.#endUpTo((other) => other === name, OF_TABLES.has(name) ? NO_WALLS : WALLS, false);
  }

  /**
   * Closes the nearest element that is meant, with all in it.
   * @param {(name: string) => boolean} isMeant
   * @param {Set<string>} walls
   * @param {boolean} all whether more of them are closed
   */
  #endUpTo(isMeant, walls, all) {
    let last = -1;
    for (let at = this.#open.length - 1; at >= 0; at -= 1) {
      if (isMeant(this.#open[at])) {
        last = at;
        if (!all) break;
      } else if (walls.has(this.#open[at])) break;
    }
    if (last < 0) return;
    while (this.#open.length > last) this.#close();
  }
}

/** @type {Set<string>} */
const NO_WALLS = new Set();

/**
 * @param {string} html
 * @param {string} name
 * @param {number} from
 * @returns {number} where the end tag stands
 */
function endOf(html, name, from) {
  const end = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}
