// @ts-check
// The screen of a terminal: text, and the control codes that move the cursor, erase and colour (ECMA-48, as
// xterm reads it). Free of the document: terminal.js draws the screen.

import { Crowd, MOST_JOINING } from "../safe/text.js";

/**
 * Text in one look. `look` is class names, then a text and a background colour, separated by `|`.
 * @typedef {{ text: string, look: string }} Span
 */

/** Lines that can still change: a terminal's height. Lines that have scrolled out of it do not change. */
export const HEIGHT = 50;
/** Columns after which a line goes on in the next one. */
const WIDTH = 1024;
/** Columns of all lines that can still change: as many as can be drawn in one animation frame. */
const MOST_COLUMNS = 6_000;
const TAB = 8;

/** A control character, or the beginning of a control sequence. */
const CONTROL = /[\0-\x1f\x7f\x9b]/g;
/** A control sequence: parameters, intermediate characters and a final character. */
const SEQUENCE = /(?:\x1b\[|\x9b)([0-?]*)([ -/]*)([@-~])/y;
/** Any other escape sequence: a command to the system, or a single function. */
const ESCAPE = /\x1b(?:[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])/y;
/** Text that may be the beginning of either; the rest arrives later. */
const UNFINISHED = /(?:\x1b(?:\[[0-?]{0,4096}[ -/]*|[\]PX^_][^\x07\x1b]{0,4096}\x1b?|[ -/]*)?|\x9b[0-?]*[ -/]*)$/y;

/**
 * One character for each column, with its look; a wide one is followed by an empty one.
 * @typedef {{ chars: string[], looks: string[] }} Cells
 */

export class Line {
  /** Its text in spans; null since a cell has changed. @type {Span[] | null} */
  #spans = [];
  /**
   * Its cells, once it was changed elsewhere than at its end. They stay: a program may change a long line
   * thousands of times between two frames.
   * @type {Cells | null}
   */
  #cells = null;
  /** In columns: most characters take one, those of East Asia and emoji two. */
  length = 0;
  /** Counts the joining characters at its end, as long as it is only written at its end. */
  #crowd = new Crowd();
  /** Whether the next line is a part of this one. */
  isWrapped = false;

  /** @returns {Span[]} */
  get spans() {
    this.#spans ??= spansOf(this.#open());
    return this.#spans;
  }

  /** @returns {string} */
  get text() {
    return this.spans.map(({ text }) => text).join("");
  }

  /**
   * @param {number} column
   * @param {string} text
   * @param {string} look
   */
  write(column, text, look) {
    if (column === this.length && !this.#cells && !MARK_FIRST.test(text)) {
      append(this.spans, { text: this.#crowd.thin(text, widthOf), look });
      this.length += widthOf(text);
      return;
    }
    const { chars, looks } = this.#open();
    while (chars.length < column) {
      chars.push(" ");
      looks.push("");
    }
    let at = column;
    breakWide(chars, column);
    breakWide(chars, column + widthOf(text));
    for (const char of text) {
      const width = widthOf(char);
      if (width === 0) addMark(chars, at, char);
      for (const part of [char, ""].slice(0, width)) {
        chars[at] = part;
        looks[at++] = look;
      }
    }
    this.#changed();
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  erase(from, to) {
    if (from >= this.length) return;
    if (from === 0 && to >= this.length) {
      this.#spans = [];
      this.#cells = null;
      this.#crowd = new Crowd();
      this.length = 0;
      return;
    }
    const { chars, looks } = this.#open();
    if (to >= this.length) {
      chars.length = from;
      looks.length = from;
    } else {
      breakWide(chars, from);
      breakWide(chars, to);
      chars.fill(" ", from, to);
      looks.fill("", from, to);
    }
    this.#changed();
  }

  /**
   * @param {number} column
   * @returns {[Span[], Span[]]} the text before the column, and after it
   */
  split(column) {
    if (column >= this.length) return [this.spans, []];
    const { chars: shown, looks } = this.#open();
    const chars = [...shown];
    breakWide(chars, column);
    return [
      spansOf({ chars: chars.slice(0, column), looks }),
      spansOf({ chars: chars.slice(column), looks: looks.slice(column) }),
    ];
  }

  /** @returns {Cells} */
  #open() {
    this.#cells ??= cellsOf(this.#spans ?? []);
    return this.#cells;
  }

  #changed() {
    this.#spans = null;
    this.length = this.#open().chars.length;
  }
}

export class Screen {
  /** The lines that can still change, the oldest first. */
  lines = [new Line()];
  /** Those of them that have changed since they were drawn. @type {Set<Line>} */
  changed = new Set(this.lines);
  row = 0;
  column = 0;
  /** Lines that have scrolled out since they were last taken. @type {Span[]} */
  #finished = [];
  #rendition = new Rendition();
  #saved = { row: 0, column: 0 };
  #unfinished = "";
  /** Whether everything was erased since this was last asked. */
  #wasCleared = false;

  /** @returns {Line} where the cursor is */
  get line() {
    return this.lines[this.row];
  }

  /** @returns {{ wasCleared: boolean, finished: Span[] }} the changes above the lines since the last call */
  takeNews() {
    const news = { wasCleared: this.#wasCleared, finished: this.#finished };
    this.#wasCleared = false;
    this.#finished = [];
    return news;
  }

  /** Erases everything. */
  clear() {
    this.lines = [new Line()];
    this.changed = new Set(this.lines);
    this.row = 0;
    this.column = 0;
    this.#finished = [];
    this.#wasCleared = true;
  }

  /** Ends with the lines that are there: nothing that is written later can change them. */
  seal() {
    const last = this.lines.length - 1;
    this.lines.forEach((line, at) => {
      this.#finish(line, at === last);
    });
    this.lines = [new Line()];
    this.changed = new Set(this.lines);
    this.row = 0;
    this.column = 0;
  }

  /** Forgets colours and unfinished sequences: another program writes. */
  reset() {
    this.#rendition = new Rendition();
    this.#unfinished = "";
  }

  /**
   * @param {string} kind a class name for plain text
   * @param {string} text
   */
  write(kind, text) {
    text = this.#unfinished + text;
    this.#unfinished = "";
    let at = 0;
    while (at < text.length) {
      CONTROL.lastIndex = at;
      const control = CONTROL.exec(text)?.index ?? text.length;
      if (control > at) this.#print(text.slice(at, control), this.#rendition.look(kind));
      if (control === text.length) return;
      at = this.#control(text, control);
    }
  }

  /**
   * @param {string} text
   * @param {string} look
   */
  #print(text, look) {
    while (this.column + text.length > WIDTH) {
      const room = [...text].slice(0, Math.max(WIDTH - this.column, 0)).join("");
      this.#put(room, look);
      text = text.slice(room.length);
      if (!text) return;
      this.line.isWrapped = true;
      this.#nextLine();
    }
    this.#put(text, look);
  }

  /**
   * @param {string} text
   * @param {string} look
   */
  #put(text, look) {
    this.line.write(this.column, text, look);
    this.column += widthOf(text);
    this.changed.add(this.line);
  }

  #nextLine() {
    this.column = 0;
    this.row += 1;
    if (this.row < this.lines.length) return;
    const line = new Line();
    this.lines.push(line);
    this.changed.add(line);
    while (this.lines.length > HEIGHT || (this.lines.length > 2 && this.#columns() > MOST_COLUMNS)) this.#scroll();
  }

  #columns() {
    return this.lines.reduce((sum, { length }) => sum + length, 0);
  }

  /** The first line scrolls out. */
  #scroll() {
    this.row -= 1;
    const first = /** @type {Line} */ (this.lines.shift());
    this.changed.delete(first);
    this.#finish(first, false);
  }

  /**
   * @param {Line} line
   * @param {boolean} isOpen whether it has no end yet
   */
  #finish(line, isOpen) {
    for (const span of line.spans) append(this.#finished, span);
    if (!line.isWrapped && !isOpen) append(this.#finished, { text: "\n", look: line.spans.at(-1)?.look ?? "" });
  }

  /**
   * @param {string} text
   * @param {number} at where the control character is
   * @returns {number} where the text goes on
   */
  #control(text, at) {
    switch (text[at]) {
      case "\n":
      case "\v":
      case "\f":
        this.#nextLine();
        return at + 1;
      case "\r":
        this.column = 0;
        return at + 1;
      case "\b":
        this.column = Math.max(0, this.column - 1);
        return at + 1;
      case "\t":
        this.column = Math.min(WIDTH, (Math.floor(this.column / TAB) + 1) * TAB);
        if (this.column > this.line.length) {
          this.line.write(this.line.length, " ".repeat(this.column - this.line.length), "");
          this.changed.add(this.line);
        }
        return at + 1;
      case "\x1b":
      case "\x9b":
        return this.#escape(text, at);
      default:
        return at + 1;
    }
  }

  /**
   * @param {string} text
   * @param {number} at
   * @returns {number}
   */
  #escape(text, at) {
    SEQUENCE.lastIndex = ESCAPE.lastIndex = UNFINISHED.lastIndex = at;
    const sequence = SEQUENCE.exec(text);
    if (sequence) {
      const [, parameters, intermediate, final] = sequence;
      // With other characters a sequence has another meaning: `CSI > 4 m` sets no underline.
      if (/^[\d;:]*$/.test(parameters) && !intermediate) this.#obey(parameters, final);
      return SEQUENCE.lastIndex;
    }
    if (UNFINISHED.test(text)) {
      this.#unfinished = text.slice(at);
      return text.length;
    }
    const single = ESCAPE.exec(text);
    if (!single) return at + 1;
    if (single[0] === "\x1bc") {
      this.#rendition = new Rendition();
      this.clear();
    } else if (single[0] === "\x1b7") this.#save();
    else if (single[0] === "\x1b8") this.#restore();
    return ESCAPE.lastIndex;
  }

  /**
   * @param {string} parameters
   * @param {string} final
   */
  #obey(parameters, final) {
    const numbers = parameters
      .split(";")
      .flatMap(flat)
      .map((number) => Math.min(Number.parseInt(number, 10) || 0, WIDTH));
    const by = Math.max(1, numbers[0]);
    switch (final) {
      case "A":
        return this.#go(this.row - by, this.column);
      case "B":
        return this.#go(this.row + by, this.column);
      case "C":
        return this.#go(this.row, this.column + by);
      case "D":
        return this.#go(this.row, this.column - by);
      case "E":
        return this.#go(this.row + by, 0);
      case "F":
        return this.#go(this.row - by, 0);
      case "G":
        return this.#go(this.row, by - 1);
      case "H":
      case "f":
        return this.#go(by - 1, Math.max(1, numbers[1] ?? 1) - 1);
      case "J":
        return this.#eraseDisplay(numbers[0]);
      case "K":
        return this.#eraseLine(numbers[0]);
      case "m":
        return this.#rendition.select(numbers);
      case "s":
        return this.#save();
      case "u":
        return this.#restore();
    }
  }

  /**
   * @param {number} row
   * @param {number} column
   */
  #go(row, column) {
    this.row = Math.min(Math.max(row, 0), HEIGHT - 1);
    this.column = Math.min(Math.max(column, 0), WIDTH - 1);
    while (this.lines.length <= this.row) {
      const line = new Line();
      this.lines.push(line);
      this.changed.add(line);
    }
  }

  #save() {
    this.#saved = { row: this.row, column: this.column };
  }

  #restore() {
    this.#go(this.#saved.row, this.#saved.column);
  }

  /** @param {number} part */
  #eraseDisplay(part) {
    if (part >= 2) {
      // The cursor stays, as it does in a terminal; most programs send it home before or after.
      const { row, column } = this;
      this.clear();
      if (row > 0) this.#go(Math.min(row, HEIGHT - 1), column);
      return;
    }
    this.#eraseLine(part);
    const [from, to] = part === 0 ? [this.row + 1, this.lines.length] : [0, this.row];
    for (const line of this.lines.slice(from, to)) {
      line.erase(0, line.length);
      this.changed.add(line);
    }
  }

  /** @param {number} part */
  #eraseLine(part) {
    const from = part === 0 ? this.column : 0;
    const to = part === 1 ? this.column + 1 : this.line.length;
    this.line.erase(from, to);
    this.changed.add(this.line);
  }
}

/** Colours and emphasis: "select graphic rendition". */
class Rendition {
  /** @type {Set<string>} */
  #classes = new Set();
  /** Colours that are no class. */
  #colours = { fg: "", bg: "" };
  /** @type {Map<string, string>} */
  #looks = new Map();

  /**
   * @param {string} kind
   * @returns {string} the look of text that is written now
   */
  look(kind) {
    let look = this.#looks.get(kind);
    if (look === undefined) {
      const { fg, bg } = this.#colours;
      look = [kind, ...this.#classes].join(" ") + (fg || bg ? `|${fg}|${bg}` : "");
      this.#looks.set(kind, look);
    }
    return look;
  }

  /** @param {number[]} numbers */
  select(numbers) {
    this.#looks.clear();
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at];
      const emphasis = EMPHASIS[number];
      if (number === 0) {
        this.#classes.clear();
        this.#colours = { fg: "", bg: "" };
      } else if (emphasis) this.#classes.add(emphasis);
      else if (number === 22) {
        this.#classes.delete("bold");
        this.#classes.delete("dim");
      } else if (EMPHASIS[number - 20]) this.#classes.delete(EMPHASIS[number - 20]);
      else if ((number >= 30 && number <= 49) || (number >= 90 && number <= 107)) {
        const layer = number % 60 < 40 || (number >= 90 && number < 100) ? "fg" : "bg";
        const colour = number % 10;
        if (colour === 8) at += this.#extended(layer, numbers.slice(at + 1));
        else this.#paint(layer, colour === 9 ? null : colour + (number >= 90 ? 8 : 0));
      }
    }
  }

  /**
   * @param {"fg" | "bg"} layer
   * @param {number | null} colour one of sixteen, or the usual one
   * @param {string} [value] a colour that is not one of the sixteen
   */
  #paint(layer, colour, value = "") {
    for (const name of this.#classes) if (name.startsWith(layer)) this.#classes.delete(name);
    if (colour !== null) this.#classes.add(`${layer}${colour}`);
    this.#colours[layer] = value;
  }

  /**
   * @param {"fg" | "bg"} layer
   * @param {number[]} numbers
   * @returns {number} how many of them say which colour
   */
  #extended(layer, [how, ...numbers]) {
    if (how === 2) {
      const [red, green, blue] = numbers.map((number) => Math.min(number, 255));
      this.#paint(layer, null, `rgb(${red ?? 0}, ${green ?? 0}, ${blue ?? 0})`);
      return 4;
    }
    const number = Math.min(numbers[0] ?? 0, 255);
    if (number < 16) this.#paint(layer, number);
    else if (number >= 232) {
      const grey = (number - 232) * 10 + 8;
      this.#paint(layer, null, `rgb(${grey}, ${grey}, ${grey})`);
    } else {
      const level = (/** @type {number} */ part) => (part === 0 ? 0 : part * 40 + 55);
      const cube = number - 16;
      const parts = [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level);
      this.#paint(layer, null, `rgb(${parts.join(", ")})`);
    }
    return 2;
  }
}

/**
 * A parameter with sub-parameters (ISO 8613-6) as the parameters that programs write more often:
 * `38:2::1:2:3`, in which the colour space is left out, as `38;2;1;2;3`.
 * @param {string} parameter
 * @returns {string[]}
 */
function flat(parameter) {
  const [code, kind, ...rest] = parameter.split(":");
  if (kind === undefined) return [code];
  // Underlines are shown alike, be they double, curly or dotted; 24 ends them.
  if (code === "4") return [kind === "0" ? "24" : code];
  if (kind !== "2") return [code, kind, rest[0] ?? ""];
  const [red = "", green = "", blue = ""] = rest.length > 3 ? rest.slice(1) : rest;
  return [code, kind, red, green, blue];
}

/** @type {Record<number, string>} */
const EMPHASIS = { 1: "bold", 2: "dim", 3: "italic", 4: "underline", 7: "inverse", 8: "hidden", 9: "struck" };

/**
 * @param {Span[]} spans
 * @param {Span} span
 */
function append(spans, { text, look }) {
  const last = spans.at(-1);
  // A line end has no look of its own.
  if (last && (last.look === look || text === "\n")) last.text += text;
  else if (text) spans.push({ text, look });
}

/**
 * @param {Cells} cells
 * @returns {Span[]}
 */
function spansOf({ chars, looks }) {
  /** @type {Span[]} */
  const spans = [];
  const crowd = new Crowd();
  chars.forEach((text, at) => {
    append(spans, { text: crowd.thin(text, widthOf), look: looks[at] });
  });
  return spans;
}

/**
 * @param {Span[]} spans
 * @returns {Cells}
 */
function cellsOf(spans) {
  /** @type {Cells} */
  const { chars, looks } = { chars: [], looks: [] };
  for (const { text, look } of spans) {
    for (const char of text) {
      const width = widthOf(char);
      if (width === 0) addMark(chars, chars.length, char);
      for (const part of [char, ""].slice(0, width)) {
        chars.push(part);
        looks.push(look);
      }
    }
  }
  return { chars, looks };
}

/** Characters of one column each, which is most text. */
const PLAIN = /^[\x20-\u02ff]*$/;
/** Characters that join the character before them, and take no column. */
const COMBINING = /[\p{Mn}\p{Me}\u200b-\u200d]/u;
const MARK_FIRST = new RegExp(`^${COMBINING.source}`, "u");
/** Characters of two columns: the ranges of Unicode's East Asian Width W and F (UAX #11), and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

/**
 * @param {string} text
 * @returns {number} how many columns it takes
 */
function widthOf(text) {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const char of text) width += COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
}

/**
 * Adds a combining mark to the character before a column, of which a wide one has two.
 * @param {string[]} chars
 * @param {number} column
 * @param {string} mark
 */
function addMark(chars, column, mark) {
  const at = chars[column - 1] === "" ? column - 2 : column - 1;
  if (at >= 0 && chars[at].length < MOST_JOINING) chars[at] += mark;
}

/**
 * If one half of a wide character is overwritten, the other half becomes blank, as in xterm.
 * @param {string[]} chars
 * @param {number} at between which columns
 */
function breakWide(chars, at) {
  if (chars[at] !== "") return;
  chars[at - 1] = " ";
  chars[at] = " ";
}
