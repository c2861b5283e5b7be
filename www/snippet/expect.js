// @ts-check
// Whether a program has printed what was expected, and where not: the first differences, with what stands around
// them. However long the two texts are, what is compared line by line and what is shown has a limit.

/**
 * A line of either text, or of both. `mark` is the part in which it differs from its counterpart, where most is the same.
 * @typedef {{ kind: "same" | "missing" | "extra", text: string, mark: [from: number, to: number] | null }} Line
 */

/** So many lines that are the same. @typedef {{ kind: "gap", count: number }} Gap */

/**
 * @typedef {object} Difference
 * @property {(Line | Gap)[]} lines
 * @property {number} more lines that differ and are not shown
 * @property {boolean} isExact whether there are so many of them, or that many at most
 */

/** @typedef {Omit<Line, "mark">} Change */

/** Lines of each text among which those that are the same are looked for, from the first difference on. */
const MOST_COMPARED = 300;
/** Lines that are shown. Each is an element of the page. */
const MOST_SHOWN = 200;
/** Of more lines, those that are the same are shown if they are not farther from a difference. */
const CONTEXT = 10;
/** Characters of a line that are shown, those around the difference: browsers break a line anew at each change. */
const LONGEST_LINE = 400;
/** Characters of these before the difference. */
const LEAD = 60;

/**
 * @param {string} expected
 * @param {string} printed
 * @returns {Difference | null} null if there is none
 */
export function compare(expected, printed) {
  const [wanted, found] = [new Lines(expected), new Lines(printed)];
  const least = Math.min(wanted.length, found.length);
  let start = 0;
  while (start < least && wanted.has(start, found, start)) start += 1;
  if (start === wanted.length && start === found.length) return null;
  let end = 0;
  while (end < least - start && wanted.has(wanted.length - 1 - end, found, found.length - 1 - end)) end += 1;
  const [wantedEnd, foundEnd] = [wanted.length - end, found.length - end];
  const between = changes(
    wanted.texts(start, Math.min(wantedEnd, start + MOST_COMPARED)),
    found.texts(start, Math.min(foundEnd, start + MOST_COMPARED)),
  );
  const left = Math.max(0, wantedEnd - start - MOST_COMPARED) + Math.max(0, foundEnd - start - MOST_COMPARED);
  const around = left === 0 && start + between.length + end <= MOST_SHOWN ? MOST_SHOWN : CONTEXT;
  const all = [
    ...context(start, around, (count) => wanted.texts(start - count, start)).toReversed(),
    ...withGaps(between, around),
    // What follows lines that were not compared is no neighbour of theirs.
    ...(left === 0 ? context(end, around, (count) => wanted.texts(wantedEnd, wantedEnd + count)) : []),
  ];
  const lines = all.flat().slice(0, MOST_SHOWN);
  return { lines: marked(lines), more: count(between) - count(lines) + left, isExact: left === 0 };
}

/** Where the lines of a text are. As strings, a million of them would take a tenth of a second. */
class Lines {
  length = 1;
  #text;
  /** @type {Int32Array} */
  #starts;
  /** Blanks at the ends of lines and of the text are not compared, because they are invisible. @type {Int32Array} */
  #ends;

  /** @param {string} text */
  constructor(text) {
    this.#text = text.trimEnd();
    for (let at = 0; at < this.#text.length; at += 1) if (this.#isBreak(at)) this.length += 1;
    this.#starts = new Int32Array(this.length);
    this.#ends = new Int32Array(this.length);
    for (let at = 0, line = 0; at <= this.#text.length; at += 1) {
      if (at < this.#text.length && !this.#isBreak(at)) continue;
      let end = at;
      while (end > this.#starts[line] && isBlank(this.#text.charCodeAt(end - 1))) end -= 1;
      this.#ends[line] = end;
      line += 1;
      if (line < this.length) this.#starts[line] = at + 1;
    }
  }

  /** @param {number} at @returns {boolean} whether a line ends with this character; of `\r\n` it is the second one */
  #isBreak(at) {
    const code = this.#text.charCodeAt(at);
    return code === LINE_FEED || (code === CARRIAGE_RETURN && this.#text.charCodeAt(at + 1) !== LINE_FEED);
  }

  /**
   * @param {number} line
   * @param {Lines} others
   * @param {number} other
   * @returns {boolean} whether the line is the same as that of the others
   */
  has(line, others, other) {
    const [start, otherStart] = [this.#starts[line], others.#starts[other]];
    const length = this.#ends[line] - start;
    if (length !== others.#ends[other] - otherStart) return false;
    let at = 0;
    while (at < length && this.#text.charCodeAt(start + at) === others.#text.charCodeAt(otherStart + at)) at += 1;
    return at === length;
  }

  /**
   * @param {number} from
   * @param {number} to
   * @returns {string[]}
   */
  texts(from, to) {
    return Array.from({ length: to - from }, (_, at) =>
      this.#text.slice(this.#starts[from + at], this.#ends[from + at]),
    );
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** @param {number} code of a character */
const isBlank = (code) => code === 32 || (code >= 9 && code <= 13) || (code > 127 && !String.fromCharCode(code).trim());

/**
 * @param {number} total lines that are the same, before the first difference or after the last one
 * @param {number} around
 * @param {(count: number) => string[]} texts of so many of them, those next to the difference
 * @returns {(Change | Gap)[][]} those that are shown, and what stands for the rest
 */
function context(total, around, texts) {
  // A gap of one line is no shorter than the line.
  const count = total - around < 2 ? total : around;
  return [texts(count).map(same), count === total ? [] : [{ kind: "gap", count: total - count }]];
}

/** @param {string} text @returns {Change} */
const same = (text) => ({ kind: "same", text });

/** @param {(Change | Gap)[]} lines @returns {number} of those that differ */
const count = (lines) => lines.filter(({ kind }) => kind === "missing" || kind === "extra").length;

/**
 * @param {string[]} wanted
 * @param {string[]} found
 * @returns {Change[]} by the longest common subsequence; what is missing stands before what is too much
 */
function changes(wanted, found) {
  // Lines may be long: each is looked at once.
  /** @type {Map<string, number>} */
  const numbers = new Map();
  const [rows, columns] = [wanted, found].map((lines) =>
    lines.map((line) => {
      const number = numbers.get(line) ?? numbers.size;
      numbers.set(line, number);
      return number;
    }),
  );
  /** The length of what is common from here on, for each pair of lines. */
  const common = Array.from({ length: rows.length + 1 }, () => new Uint16Array(columns.length + 1));
  for (let i = rows.length - 1; i >= 0; i -= 1) {
    for (let j = columns.length - 1; j >= 0; j -= 1) {
      common[i][j] = rows[i] === columns[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  /** @type {Change[]} */
  const result = [];
  /** What is too much since the last line that is the same. @type {Change[]} */
  let extra = [];
  let [i, j] = [0, 0];
  while (i < rows.length || j < columns.length) {
    if (i < rows.length && rows[i] === columns[j]) {
      result.push(...extra, same(wanted[i]));
      extra = [];
      i += 1;
      j += 1;
    } else if (j === columns.length || (i < rows.length && common[i + 1][j] >= common[i][j + 1])) {
      result.push({ kind: "missing", text: wanted[i++] });
    } else extra.push({ kind: "extra", text: found[j++] });
  }
  return [...result, ...extra];
}

/**
 * @param {Change[]} lines from a difference to a difference
 * @param {number} around how many of those that are the same stay before and after one that differs
 * @returns {(Change | Gap)[]}
 */
function withGaps(lines, around) {
  /** @type {(Change | Gap)[]} */
  const result = [];
  for (let at = 0, end = 0; at < lines.length; at = end) {
    end = at + 1;
    while (lines[at].kind === "same" && lines[end]?.kind === "same") end += 1;
    const [from, to] = [at + around, end - around];
    if (to - from < 2) result.push(...lines.slice(at, end));
    else result.push(...lines.slice(at, from), { kind: "gap", count: to - from }, ...lines.slice(to, end));
  }
  return result;
}

/**
 * Finds for each missing line the one that was printed in its place, and marks what differs in the two.
 * @param {(Change | Gap)[]} lines
 * @returns {(Line | Gap)[]} with what is shown of them
 */
function marked(lines) {
  /** @type {(Line | Gap)[]} */
  const result = [];
  for (let at = 0; at < lines.length; ) {
    const missing = textsFrom(lines, at, "missing");
    const extra = textsFrom(lines, at + missing.length, "extra");
    if (missing.length + extra.length === 0) {
      const line = lines[at++];
      result.push(line.kind === "gap" ? line : { ...line, text: shown(line.text, 0).text, mark: null });
      continue;
    }
    const line = (/** @type {Line["kind"]} */ kind, /** @type {string} */ text, /** @type {string} */ other = "") => ({
      kind,
      ...partOf(text, other),
    });
    result.push(
      ...missing.map((text, index) => line("missing", text, extra[index])),
      ...extra.map((text, index) => line("extra", text, missing[index])),
    );
    at += missing.length + extra.length;
  }
  return result;
}

/**
 * @param {(Change | Gap)[]} lines
 * @param {number} from
 * @param {"missing" | "extra"} kind
 * @returns {string[]} those of this kind that stand there in a row
 */
function textsFrom(lines, from, kind) {
  /** @type {string[]} */
  const texts = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (line.kind !== kind) break;
    texts.push(line.text);
  }
  return texts;
}

/**
 * @param {string} text
 * @param {string} other
 * @returns {{ text: string, mark: Line["mark"] }} what is shown of the line if the other one stands in its place
 */
function partOf(text, other) {
  const least = Math.min(text.length, other.length);
  let start = 0;
  while (start < least && text[start] === other[start]) start += 1;
  let end = 0;
  while (end < least - start && text.at(-1 - end) === other.at(-1 - end)) end += 1;
  const part = shown(text, start);
  // Lines that have little in common differ as a whole.
  if (least === 0 || start + end < least / 2) return { text: part.text, mark: null };
  const place = (/** @type {number} */ at) => Math.min(Math.max(0, at - part.from), part.text.length);
  return { text: part.text, mark: [place(start), place(text.length - end)] };
}

/**
 * @param {string} text
 * @param {number} at what is most interesting
 * @returns {{ text: string, from: number }} as much of it as can be shown, and where that begins
 */
function shown(text, at) {
  if (text.length <= LONGEST_LINE) return { text, from: 0 };
  const begin = Math.max(0, Math.min(at - LEAD, text.length - LONGEST_LINE));
  const end = begin + LONGEST_LINE;
  const [head, tail] = [begin === 0 ? "" : "…", end === text.length ? "" : "…"];
  return { text: `${head}${text.slice(begin, end)}${tail}`, from: begin - head.length };
}
