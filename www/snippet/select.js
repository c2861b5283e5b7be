// @ts-check
// An element that makes snippets of the code blocks that are in the page already.

/** What belongs to the element that selects, and not to those it makes. */
const OWN = ["selector", "id", "hidden", "class", "style"];

/** A selector matches what is no block of code. */
export class WholePageError extends Error {
  /** @param {string} name of the element that it matches */
  constructor(name) {
    super(name);
    /** The name of the element that it matches. */
    this.element = name;
  }
}

/**
 * @param {HTMLElement} element with a `selector`
 * @throws {SyntaxError} if it is none
 * @throws {WholePageError} if a snippet would take the page, or the element itself; nothing is changed then
 */
export function wrapBlocks(element) {
  const blocks = [...document.querySelectorAll(element.getAttribute("selector") ?? "")]
    .map((match) => match.closest("pre") ?? match)
    .filter((block) => !block.closest(element.localName));
  const { body } = document;
  const page = blocks.find((block) => block === body || !body.contains(block) || block.contains(element));
  if (page) throw new WholePageError(page.localName);
  for (const block of blocks) {
    // Of two that match one may lie in the other.
    if (block.closest(element.localName)) continue;
    const snippet = document.createElement(element.localName);
    for (const { name, value } of element.attributes) {
      if (!OWN.includes(name)) snippet.setAttribute(name, value);
    }
    // What refers to the block goes on finding it.
    block.before(snippet);
    snippet.append(block);
  }
}
