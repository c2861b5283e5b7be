// @ts-check
// The code that an element holds: its text, and where a line of it stands in the page.

/** What highlighters put beside the code and not into it. */
const BESIDE =
  ".linenos, .lineno, .linenodiv, .hljs-ln-numbers, .line-numbers-rows, .gutter, button, [aria-hidden=true]";

/** A piece of the text, and the node that shows it. @typedef {{ node: Text, start: number }} Piece */

/** @typedef {{ text: string, pieces: Piece[] }} Source */

/**
 * @param {Element} element
 * @returns {Element | null} the block of code in it; null where it holds nothing but text
 */
export const blockIn = (element) => element.querySelector("pre code") ?? element.querySelector("pre, code");

/**
 * @param {Element} element
 * @returns {Source} the text in it as it is read, with the line breaks that highlighters make of `<br>`
 */
export function sourceOf(element) {
  /** @type {Source} */
  const source = { text: "", pieces: [] };
  collect(element, source);
  // The last line break ends the last line; it does not begin another one.
  source.text = source.text.replace(/\n+$/, "\n");
  return source;
}

/**
 * @param {Node} parent
 * @param {Source} source
 */
function collect(parent, source) {
  for (const node of parent.childNodes) {
    if (node instanceof Text) {
      source.pieces.push({ node, start: source.text.length });
      source.text += node.data;
    } else if (node instanceof HTMLBRElement) source.text += "\n";
    else if (node instanceof Element && !node.matches(BESIDE)) collect(node, source);
  }
}

/**
 * Code that stands in the page's own text is indented like what is around it.
 * @param {string} text
 * @returns {string}
 */
export function dedented(text) {
  const lines = text
    .replace(/^[ \t]*\n/, "")
    .trimEnd()
    .split("\n");
  const indents = lines.filter((line) => line.trim()).map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = Math.min(...indents);
  return lines.map((line) => line.slice(common)).join("\n") + "\n";
}

/**
 * @param {Source} source
 * @param {number} line from 1
 * @returns {Range | null} where it stands, without its indentation; null where there is no such line
 */
export function rangeOf({ text, pieces }, line) {
  const lines = text.split("\n");
  const content = lines[line - 1];
  if (!content?.trim()) return null;
  const before = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const start = place(pieces, before + content.length - content.trimStart().length);
  const end = place(pieces, before + content.trimEnd().length - 1);
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset + 1);
  return range;
}

/**
 * @param {Piece[]} pieces
 * @param {number} at
 */
function place(pieces, at) {
  const piece = pieces.findLast(({ start }) => start <= at);
  return piece && at - piece.start < piece.node.data.length ? { node: piece.node, offset: at - piece.start } : null;
}
